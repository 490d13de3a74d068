//! What was read from pasted texts, with the words relied on. Whoever may change the application can put a reading right; a reviewer
//! sees the same lines, and what was put right.

mod excerpt;
mod footer;
mod items;
mod overrule;
mod rest;

use domain::form::{Overruled, PastedText, Texts};
use domain::item::{Item, Stage};
use domain::proof::Readings;
use domain::reading::{Reading, Unreadable};
use leptos::prelude::*;
use text::screens::reading;
use ui::{Note, NoteTone};

pub use footer::FooterReading;
use items::ItemTable;
use rest::Rest;

use crate::lang::{say, tell};

/// Where the texts and everything said about them come from.
#[derive(Clone, Copy)]
pub struct Source {
    /// The words as pasted.
    pub texts: Signal<Texts>,
    /// What they say.
    pub readings: Signal<Readings>,
    /// The items asked for, in order, with their conditions.
    pub asked: Signal<Vec<(Item, Stage)>>,
    /// Where a person reads them differently.
    pub overruled: Signal<Vec<Overruled>>,
    /// Puts a reading right, or takes that back; `None` where it can only be looked at.
    pub change: Option<Callback<Change>>,
}

/// A reading put right by a person, or left to the reader again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// In which text.
    pub text: PastedText,
    /// About which item.
    pub item: Item,
    /// How a person reads it; `None` takes that back.
    pub own: Option<Overruled>,
}

/// What can be shown of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Nothing,
    Unreadable(Unreadable),
    /// Read, but it names no item at all.
    Foreign,
    Read,
}

impl Source {
    /// Looks into the reading of a policy or a screen; tracked.
    fn with<T>(self, which: PastedText, look: impl FnOnce(&Reading, &str) -> T) -> Option<T> {
        self.readings.with(|readings| {
            let reading = read(readings, which)?.as_ref().ok()?;
            Some(self.texts.with(|texts| look(reading, texts.get(which))))
        })
    }

    fn state(self, which: PastedText) -> State {
        self.readings.with(|readings| match read(readings, which) {
            None => State::Nothing,
            Some(Err(why)) => State::Unreadable(*why),
            Some(Ok(reading)) if reading.names_nothing() => State::Foreign,
            Some(Ok(_)) => State::Read,
        })
    }
}

fn read(readings: &Readings, which: PastedText) -> Option<&Result<Reading, Unreadable>> {
    match which {
        PastedText::PrivacyPolicy => readings.policy.as_ref(),
        PastedText::SignupScreen => readings.screen.as_ref(),
        PastedText::Footer => None,
    }
}

/// What a privacy policy or a sign-up screen says: the items asked for first, then the rest.
#[component]
pub fn TextReading(
    /// Which of the two.
    which: PastedText,
    /// The texts.
    source: Source,
) -> impl IntoView {
    let state = Memo::new(move |_| source.state(which));
    (move || match state.get() {
        State::Nothing => ().into_any(),
        State::Unreadable(why) => view! { <NotRead why/> }.into_any(),
        State::Foreign => {
            let words = say(reading::nothing_named);
            view! {
                <Note tone=NoteTone::Warn><p>{move || words.get()}</p></Note>
                <ItemTable which source/>
            }
            .into_any()
        }
        State::Read => view! { <ItemTable which source/><Rest which source/> }.into_any(),
    })
    .into_any()
}

/// Why a text could not be read, and what helps.
#[component]
pub fn NotRead(
    /// The reason.
    why: Unreadable,
) -> impl IntoView {
    let words = tell(move |lang| text::unreadable(lang, why).to_owned());
    view! { <Note tone=NoteTone::Warn><p>{move || words.get()}</p></Note> }.into_any()
}
