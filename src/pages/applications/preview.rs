//! The consent screen that the form leads to, beside it and always up to date.

use std::time::Duration;

use domain::consent_screen::{Facts, outcome};
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use text::screens::application;
use ui::use_announcer;

use super::draft::use_draft;
use crate::lang::{say, use_lang};
use crate::parts::consent_screen::{ConsentScreen, Trial};
use crate::path;

/// How long the form has to rest before a change of the screen is said.
const REST: Duration = Duration::from_secs(1);

/// The screen, and the way to its own page.
#[component]
pub fn Preview() -> impl IntoView {
    let (draft, lang, announcer) = (use_draft(), use_lang(), use_announcer());
    let first = Facts::default();
    let met = Memo::new(move |_| draft.document.with(|document| outcome(document, &first)));
    let counts = draft.value(domain::form::Form::counts);
    let mut say_counts = debounce(REST, move |()| {
        let Some((required, optional)) = counts.try_get_untracked() else {
            return;
        };
        announcer.announce(application::preview_counts(
            lang.get_untracked(),
            required,
            optional,
        ));
    });
    // An effect, because speaking is not part of the view. What was there at first is not said.
    Effect::new(move |before: Option<()>| {
        counts.track();
        if before.is_some() {
            say_counts(());
        }
    });
    view! {
        <aside class="preview">
            <ConsentScreen trial=Trial::new(met) lang/>
            <a class="act" href=move || path::preview(&draft.id())>{say(application::preview_link)}</a>
        </aside>
    }
}
