//! What became of the last words typed, and how to help when they were not taken.

use contract::Failure;
use domain::time::Time;
use leptos::prelude::*;
use text::screens::shell;
use ui::{Button, ButtonKind, Text, use_announcer};

use crate::lang::{say, tell};
use crate::parts::failure;
use crate::parts::when::{WhenForm, words};

/// What became of the last words typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// The store has everything; since when, if it was saved while this was open.
    Saved(Option<Time>),
    /// Typed, and on its way or about to be.
    Saving,
    /// This browser has it and sends it as soon as it can.
    Local,
    /// It was not taken, and why.
    Failed(Failure),
}

impl SaveState {
    /// The word the style sheet knows.
    fn word(&self) -> &'static str {
        match self {
            SaveState::Saved(_) => "saved",
            SaveState::Saving => "saving",
            SaveState::Local => "local",
            SaveState::Failed(_) => "failed",
        }
    }
}

/// The indicator. It is said aloud only when trouble begins or ends, not at each save.
#[component]
pub fn SaveIndicator(
    /// The state.
    #[prop(into)]
    state: Signal<SaveState>,
    /// What it says before anything was saved while this was open.
    before: Text,
    /// Saves now.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let announcer = use_announcer();
    let sentence = tell(move |lang| match state.get() {
        SaveState::Saved(None) => before.get(),
        SaveState::Saved(Some(at)) => shell::saved_at(lang, &words(lang, at, WhenForm::Clock)),
        SaveState::Saving => shell::saving(lang).to_owned(),
        SaveState::Local => shell::saved_locally(lang).to_owned(),
        SaveState::Failed(why) => format!(
            "{}. {}",
            shell::save_failed(lang),
            failure::sentence(lang, &why)
        ),
    });
    let trouble = Memo::new(move |_| match state.get() {
        SaveState::Local => Some("local"),
        SaveState::Failed(_) => Some("failed"),
        // While trying again it is not known yet.
        SaveState::Saving => None,
        SaveState::Saved(_) => Some("saved"),
    });
    // An effect, because speaking is not part of the view.
    Effect::new(move |last: Option<&'static str>| {
        let last = last.unwrap_or("saved");
        let now = trouble.get().unwrap_or(last);
        if now != last {
            announcer.announce(untrack(|| sentence.get()));
        }
        now
    });
    let can_retry =
        Memo::new(move |_| matches!(state.get(), SaveState::Failed(_) | SaveState::Local));
    view! {
        <p class="save-state" data-state=move || state.with(SaveState::word)>
            <span>{move || sentence.get()}</span>
            {move || can_retry.get().then(|| view! {
                <Button label=say(shell::retry_button) kind=ButtonKind::Link on_press=on_retry/>
            })}
        </p>
    }
}
