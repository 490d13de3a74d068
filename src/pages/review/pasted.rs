//! What the applicant pasted from the site: read as the applicant saw it read, with what a person put right, and the words themselves.

use domain::form::{Form, PastedText};
use domain::proof::Readings;
use leptos::prelude::*;
use text::screens::{reading, review};
use ui::Disclosure;

use crate::lang::{say, tell};
use crate::parts::reading::{FooterReading, Source, TextReading};

/// The readings; nothing when nothing was pasted.
#[component]
pub(super) fn Pasted(form: Form) -> impl IntoView {
    let pasted: Vec<PastedText> = PastedText::ALL
        .iter()
        .copied()
        .filter(|which| !form.texts.get(*which).trim().is_empty())
        .collect();
    if pasted.is_empty() {
        return ().into_any();
    }
    let asked = form
        .used()
        .map(|(item, request)| (item, request.stage))
        .collect();
    let source = Source {
        readings: Signal::stored(Readings::of(&form)),
        asked: Signal::stored(asked),
        overruled: Signal::stored(form.overruled),
        texts: Signal::stored(form.texts),
        change: None,
    };
    let certificate = Signal::stored(form.service.business_on_certificate);
    let site = Signal::stored(form.service.business_on_site);
    let (title, hint) = (say(reading::review_title), say(review::pasted_hint));
    let parts = pasted
        .into_iter()
        .map(|which| {
            let read = match which {
                PastedText::Footer => {
                    view! { <FooterReading source certificate site take=None/> }.into_any()
                }
                _ => view! { <TextReading which source/> }.into_any(),
            };
            view! { {read}<Whole which source/> }
        })
        .collect_view();
    view! {
        <h3>{move || title.get()}</h3>
        <p class="hint">{move || hint.get()}</p>
        {parts}
    }
    .into_any()
}

/// All the words, folded away.
#[component]
fn Whole(which: PastedText, source: Source) -> impl IntoView {
    let words = source
        .texts
        .with_untracked(|texts| texts.get(which).to_owned());
    let count = words.chars().count();
    let summary = tell(move |lang| {
        let name = text::pasted_text(lang, which);
        format!("{name} – {}", reading::review_whole(lang, count))
    });
    view! {
        <Disclosure summary>
            <div class="read-whole" role="region" tabindex="0" aria-label=move || summary.get()>
                <p class="pre">{words}</p>
            </div>
        </Disclosure>
    }
    .into_any()
}
