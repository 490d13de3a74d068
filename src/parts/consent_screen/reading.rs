//! What is on the screen, as a list in reading order, and which values belong to it. Print shows this beside the drawing or in its place.

use domain::consent_screen::{Ask, Outcome};
use domain::item::Item;
use leptos::prelude::*;
use text::screens::preview;
use text::{Lang, consent};

use super::Trial;
use crate::lang::{say, use_lang};

/// Part of a line's words.
#[derive(Clone)]
pub(super) enum Piece {
    /// What users would read.
    Words(String),
    /// What users would read, in Korean although the screen is in another language.
    Korean(String),
    /// What is missing, said by us.
    Gap(&'static str),
}

impl Piece {
    pub(super) fn view(self) -> AnyView {
        match self {
            Piece::Words(words) => view! { <span>{words}</span> }.into_any(),
            Piece::Korean(words) => view! { <span lang="ko">{words}</span> }.into_any(),
            Piece::Gap(words) => view! { {" "}<span class="consent-gap">{words}</span> }.into_any(),
        }
    }
}

/// What a line asks, with its gaps named.
pub(super) fn ask(lang: Lang, ask: &Ask) -> Vec<Piece> {
    match ask {
        Ask::Term {
            title_ko, title_en, ..
        } => match (lang, title_ko, title_en) {
            (Lang::Ko, Some(title), _) | (Lang::En, _, Some(title)) => {
                vec![Piece::Words(title.clone())]
            }
            (Lang::En, Some(title), None) => vec![
                Piece::Korean(title.clone()),
                Piece::Gap(preview::no_english(lang)),
            ],
            (Lang::Ko | Lang::En, None, _) => vec![Piece::Gap(preview::no_title(lang))],
        },
        Ask::Item { item, collects } => {
            let mut pieces = vec![Piece::Words(text::item(lang, *item).to_owned())];
            if *collects {
                pieces.push(Piece::Words(format!(" ({})", preview::collects(lang))));
            }
            pieces
        }
        Ask::Channel { name: Some(name) } => vec![Piece::Words(preview::add_channel(lang, name))],
        Ask::Channel { name: None } => vec![Piece::Gap(preview::no_channel_name(lang))],
    }
}

/// The words without their marking.
pub(super) fn plain(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Words(words) | Piece::Korean(words) => words.as_str(),
            Piece::Gap(words) => words,
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The list, and the values that have to be given or stay empty.
#[component]
pub(super) fn Reading(trial: Trial, lang: Signal<Lang>) -> impl IntoView {
    let (heading, console) = (say(preview::reading_order), use_lang());
    let list = move || {
        let words = trial.with_screen(|screen| consent::reading(lang.get(), screen))?;
        let lines = words.into_iter().map(|words| view! { <li>{words}</li> });
        Some(view! {
            <h3>{move || heading.get()}</h3>
            <ol lang=lang.get().tag()>{lines.collect_view()}</ol>
        })
    };
    view! {
        <div class="reading-order">
            {list}
            {move || trial.outcome.with(|outcome| values(console.get(), outcome))}
        </div>
    }
    .into_any()
}

/// What has to be filled in, and what comes back empty in spite of the consent.
fn values(lang: Lang, outcome: &Outcome) -> AnyView {
    let said = |items: &[Item], say: fn(Lang, &str) -> String| {
        (!items.is_empty()).then(|| {
            let words = say(lang, &consent::items(lang, items));
            view! { <p>{words}</p> }
        })
    };
    let fills = said(&outcome.fills, consent::fills);
    let empty = said(&outcome.stays_empty, consent::stays_empty);
    view! { {fills}{empty} }.into_any()
}
