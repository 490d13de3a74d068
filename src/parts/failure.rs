//! What went wrong, in words, with the way out. One place decides how each failure is shown.

use contract::{Failure, Kind};
use leptos::prelude::*;
use text::Lang;
use text::screens::{errors, shell};
use ui::{Button, Note, NoteTone};

use crate::lang::{say, tell};
use crate::parts::reasons::ReasonList;

/// One or two sentences for a failure: what happened, and what helps.
pub fn sentence(lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::Offline => errors::unreachable(lang).to_owned(),
        Failure::Garbled { status } => errors::garbled(lang, *status),
        Failure::Api(error) => match &error.kind {
            Kind::SignIn => shell::expired(lang).to_owned(),
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
            Kind::Internal
            | Kind::Malformed { .. }
            | Kind::MethodNotAllowed
            | Kind::UnsupportedMedia
            | Kind::KeyReused
            | Kind::VersionMissing
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
    view! {
        <FailureNote failure/>
        {(!final_answer).then(|| view! {
            <div class="row"><Button label=say(shell::retry_button) on_press=on_retry/></div>
        })}
    }
}

/// A failure beside what it belongs to: a form, a dialog, a region.
#[component]
pub fn FailureNote(
    /// Why.
    failure: Failure,
) -> impl IntoView {
    let findings = match failure.kind() {
        Some(Kind::Forbidden { reasons }) => reasons.clone(),
        Some(Kind::Refused { findings }) => findings.clone(),
        _ => Vec::new(),
    };
    let words = tell(move |lang| sentence(lang, &failure));
    view! {
        <Note tone=NoteTone::Danger live=true>
            <p>{move || words.get()}</p>
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
    let words =
        tell(move |lang| format!("{} {}", sentence(lang, &failure), errors::old_data(lang)));
    view! {
        <Note tone=NoteTone::Warn live=true>
            <p>{move || words.get()}</p>
            <div class="row"><Button label=say(shell::retry_button) on_press=on_retry/></div>
        </Note>
    }
}
