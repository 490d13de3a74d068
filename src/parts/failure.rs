//! What went wrong, in words, with the way out. One place decides how each failure is shown.

use std::time::Duration;

use contract::{Failure, Kind};
use leptos::prelude::*;
use text::Lang;
use text::screens::{errors, shell};
use ui::{Button, Note, NoteTone};

use crate::lang::{say, tell, use_lang};
use crate::parts::reasons::ReasonList;

/// One or two sentences for a failure: what happened, and what helps.
pub fn sentence(lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::Offline => errors::unreachable(lang).to_owned(),
        Failure::Garbled { status } => errors::garbled(lang, *status),
        Failure::Api(error) => match &error.kind {
            Kind::SignIn => shell::expired(lang).to_owned(),
            Kind::OtherUser => errors::other_user(lang).to_owned(),
            Kind::Forbidden { .. } => errors::forbidden(lang).to_owned(),
            Kind::NotFound | Kind::Ended { .. } => errors::not_found(lang).to_owned(),
            Kind::WrongState { why } => text::why_not(lang, *why).to_owned(),
            Kind::Stale { .. } => errors::stale(lang).to_owned(),
            Kind::TooLarge { limit } => errors::too_large(lang, limit / (1024 * 1024)),
            Kind::Refused { findings } => errors::refused(lang, findings.len()),
            Kind::File { problem } => text::file_problem(lang, *problem).to_owned(),
            Kind::Invalid { .. } | Kind::Decision { .. } => errors::check_fields(lang).to_owned(),
            Kind::TooMany { wait_s } => {
                errors::too_many(lang, usize::try_from(*wait_s).unwrap_or_default())
            }
            Kind::Unavailable => errors::unavailable(lang).to_owned(),
            Kind::Malformed { at } if !at.is_empty() => errors::malformed_at(lang, at),
            Kind::KeyReused => errors::key_reused(lang).to_owned(),
            Kind::VersionMissing => errors::version_missing(lang).to_owned(),
            Kind::Internal
            | Kind::Malformed { .. }
            | Kind::MethodNotAllowed
            | Kind::UnsupportedMedia
            | Kind::Unknown => errors::internal(lang, &error.request_id),
        },
    }
}

/// A region that could not be loaded.
#[component]
pub fn FailurePanel(
    /// Why.
    failure: Failure,
    /// Asks again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let final_answer = matches!(
        failure.kind(),
        Some(Kind::NotFound | Kind::Ended { .. } | Kind::Forbidden { .. })
    );
    let wait_s = failure.wait_s();
    view! {
        <FailureNote failure reading=true/>
        {(!final_answer).then(|| view! { <Retry wait_s on_retry/> })}
    }
}

/// The button that asks again; while the server wants to be left alone it says for how long.
#[component]
fn Retry(
    /// Seconds that the server wants to be left alone from now on.
    wait_s: Option<u32>,
    on_retry: Callback<()>,
) -> impl IntoView {
    let lang = use_lang();
    // By the clock, because a page in the background is not called every second.
    let until = js_sys::Date::now() + f64::from(wait_s.unwrap_or_default()) * 1_000.0;
    let left = RwSignal::new(seconds_to(until));
    if wait_s.is_some()
        && let Ok(ticks) =
            set_interval_with_handle(move || left.set(seconds_to(until)), Duration::from_secs(1))
    {
        on_cleanup(move || ticks.clear());
    }
    let blocked = Signal::derive(move || {
        let left = left.get();
        (left > 0).then(|| errors::too_many(lang.get(), left))
    });
    view! {
        <div class="row"><Button label=say(shell::retry_button) blocked on_press=on_retry/></div>
    }
}

/// Whole seconds until that moment of the page's clock, in milliseconds; 0 when it has passed.
pub fn seconds_to(until: f64) -> usize {
    let left = ((until - js_sys::Date::now()) / 1_000.0).ceil();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not below zero, and a cast takes what is too large to the largest"
    )]
    let left = left.max(0.0) as usize;
    left
}

/// A failure beside what it belongs to: a form, a dialog, a region. Of an act it also says when it is not known what came of it.
#[component]
pub fn FailureNote(
    /// Why.
    failure: Failure,
    /// Whether something was only to be shown, so that nothing can have happened.
    #[prop(optional)]
    reading: bool,
) -> impl IntoView {
    let unknown = !reading && failure.may_have_happened();
    let findings = match failure.kind() {
        Some(Kind::Forbidden { reasons }) => reasons.clone(),
        Some(Kind::Refused { findings }) => findings.clone(),
        _ => Vec::new(),
    };
    let words = tell(move |lang| sentence(lang, &failure));
    view! {
        <Note tone=NoteTone::Danger live=true>
            <p>{move || words.get()}</p>
            {unknown.then(|| view! { <p>{say(errors::unknown_outcome)}</p> })}
            {(!findings.is_empty()).then(|| view! { <ReasonList reasons=findings/> })}
        </Note>
    }
}

/// Above data that is older than it should be, because asking again failed.
#[component]
pub fn StaleNote(
    /// Why.
    failure: Failure,
    /// Asks again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let wait_s = failure.wait_s();
    let words =
        tell(move |lang| format!("{} {}", sentence(lang, &failure), errors::old_data(lang)));
    view! {
        <Note tone=NoteTone::Warn live=true>
            <p>{move || words.get()}</p>
            <Retry wait_s on_retry/>
        </Note>
    }
}
