//! Which two versions are compared.

use leptos::prelude::*;
use text::Lang;
use text::screens::share;
use ui::{Choice, SelectField};

use crate::lang::{say, use_lang};

/// A version of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// As it is now.
    Draft,
    /// As it was submitted in that round, counted from 1.
    Round(usize),
}

impl Side {
    /// The version with that word in the address.
    pub(super) fn parse(word: &str) -> Option<Side> {
        match word {
            "draft" => Some(Side::Draft),
            number => number.parse().ok().map(Side::Round),
        }
    }

    /// The word in the address.
    pub(super) fn word(self) -> String {
        match self {
            Side::Draft => "draft".to_owned(),
            Side::Round(number) => number.to_string(),
        }
    }

    /// What people call it.
    pub(super) fn title(self, lang: Lang) -> String {
        match self {
            Side::Draft => share::compare_draft(lang).to_owned(),
            Side::Round(number) => share::compare_round(lang, number),
        }
    }
}

/// The two choices.
#[component]
pub(super) fn Sides(
    sides: Memo<(Side, Side)>,
    /// How many rounds there were.
    rounds: usize,
    go: Callback<(Side, Side)>,
) -> impl IntoView {
    let lang = use_lang();
    let options = Signal::derive(move || {
        (1..=rounds)
            .map(Side::Round)
            .chain([Side::Draft])
            .map(|side| Choice::new(side.word(), side.title(lang.get())))
            .collect::<Vec<_>>()
    });
    let before = Signal::derive(move || sides.get().0.word());
    let after = Signal::derive(move || sides.get().1.word());
    let on_before = Callback::new(move |word: String| {
        if let Some(side) = Side::parse(&word) {
            go.run((side, sides.get_untracked().1));
        }
    });
    let on_after = Callback::new(move |word: String| {
        if let Some(side) = Side::parse(&word) {
            go.run((sides.get_untracked().0, side));
        }
    });
    view! {
        <div class={"row no-print"}>
            <SelectField label=say(share::compare_before) options value=before on_change=on_before/>
            <SelectField label=say(share::compare_after) options value=after on_change=on_after/>
        </div>
    }
    .into_any()
}
