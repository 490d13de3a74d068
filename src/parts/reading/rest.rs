//! What a text says beyond the items asked for: what else it collects, samples that nobody replaced, parts that are not there.

use domain::form::PastedText;
use domain::item::Item;
use domain::reading::{PlaceholderKind, Section};
use leptos::prelude::*;
use text::Lang;
use text::screens::reading;

use super::Source;
use super::excerpt::{Excerpt, excerpt, plain, shown};
use crate::lang::{say, use_lang};

#[derive(Clone, Default, PartialEq)]
struct More {
    collected: Vec<(Option<Item>, Excerpt)>,
    placeholders: Vec<(PlaceholderKind, String)>,
    missing: Vec<Section>,
}

/// The three lists; each only where there is something in it.
#[component]
pub(super) fn Rest(which: PastedText, source: Source) -> impl IntoView {
    let lang = use_lang();
    let more = Memo::new(move |_| more(which, source));
    let collected = move || {
        let rows = more.with(|more| more.collected.clone());
        let rows = rows.into_iter().map(|(item, line)| {
            let name = item.map(|item| format!("{}: ", text::item(lang.get(), item)));
            view! { {name}{shown(line)} }.into_any()
        });
        list(reading::more_title, rows.collect())
    };
    let placeholders = move || {
        let rows = more.with(|more| more.placeholders.clone());
        let rows = rows.into_iter().map(|(kind, words)| {
            let kind = text::placeholder(lang.get(), kind);
            view! { {kind}{": "}<mark>{words}</mark> }.into_any()
        });
        list(reading::placeholders_title, rows.collect())
    };
    let missing = move || {
        let rows = more.with(|more| more.missing.clone());
        let rows = rows
            .into_iter()
            .map(|section| text::section(lang.get(), section).into_any());
        list(reading::missing_title, rows.collect())
    };
    view! { {collected}{placeholders}{missing} }.into_any()
}

fn more(which: PastedText, source: Source) -> More {
    let asked = source.asked.get();
    let more = source.with(which, |reading, text| {
        let items = reading
            .collected()
            .filter(|one| asked.iter().all(|(item, _)| *item != one.item))
            .filter_map(|one| Some((Some(one.item), one.spots.first()?)));
        let others = reading.others.iter().map(|spot| (None, spot));
        let mut placeholders: Vec<(PlaceholderKind, String)> = Vec::new();
        for one in &reading.placeholders {
            let words = plain(text.get(one.at.clone()).unwrap_or_default());
            if placeholders.iter().all(|(_, known)| *known != words) {
                placeholders.push((one.kind, words));
            }
        }
        More {
            collected: items
                .chain(others)
                .map(|(item, spot)| (item, excerpt(text, &spot.line, &spot.word)))
                .collect(),
            placeholders,
            // Who hands nothing on need not speak of it.
            missing: reading
                .missing
                .iter()
                .copied()
                .filter(|one| !matches!(one, Section::ThirdParty | Section::Outsourcing))
                .collect(),
        }
    });
    more.unwrap_or_default()
}

fn list(title: fn(Lang) -> &'static str, rows: Vec<AnyView>) -> Option<AnyView> {
    let title = say(title);
    (!rows.is_empty()).then(|| {
        let rows = rows
            .into_iter()
            .map(|row| view! { <li>{row}</li> })
            .collect_view();
        view! {
            <div class="read-more">
                <p class="strong">{move || title.get()}</p>
                <ul>{rows}</ul>
            </div>
        }
        .into_any()
    })
}
