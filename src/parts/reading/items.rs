//! The items asked for, one row each: whether the text names it, on which condition, and the words relied on.

use domain::form::{Overruled, PastedText};
use domain::item::{Condition, Item, Shown, Stage};
use domain::reading::{Found, ItemReading, Marked, Spot};
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, reading};
use ui::{TableFrame, Tag, TagTone};

use super::excerpt::{Excerpt, excerpt, shown};
use super::overrule::Overrule;
use super::{Change, Source};
use crate::lang::{say, tell, use_lang};

/// The most lines shown for one item.
const LINES_MAX: usize = 2;

/// What is shown of one item.
#[derive(Clone, PartialEq)]
struct Row {
    found: Found,
    lines: Vec<Excerpt>,
    own: Option<Overruled>,
}

/// The table. Rows stay in place while the text changes, so that an answer being given is not lost.
#[component]
pub(super) fn ItemTable(which: PastedText, source: Source) -> impl IntoView {
    let caption = say(if which == PastedText::SignupScreen {
        reading::screen_caption
    } else {
        reading::policy_caption
    });
    let columns: [fn(Lang) -> &'static str; 3] = [
        evidence::column_item,
        reading::column_named,
        reading::column_line,
    ];
    let lang = use_lang();
    let head = move || {
        let head = columns.map(|words| view! { <th scope="col">{words(lang.get())}</th> });
        head.into_iter().collect_view()
    };
    let asked = Memo::new(move |_| source.asked.get());
    let none = say(reading::nothing_asked);
    view! {
        <Show
            when=move || !asked.with(Vec::is_empty)
            fallback=move || view! { <p class="hint">{move || none.get()}</p> }
        >
            <TableFrame caption stack=true>
                <thead><tr>{head}</tr></thead>
                <tbody>
                    <For
                        each=move || asked.get()
                        key=|row| *row
                        children=move |(item, stage)| one(which, source, item, stage)
                    />
                </tbody>
            </TableFrame>
        </Show>
    }
    .into_any()
}

fn one(which: PastedText, source: Source, item: Item, stage: Stage) -> AnyView {
    let row = Memo::new(move |_| {
        let own = source.overruled.with(|all| {
            let here = |one: &&Overruled| one.text == which && one.item == item;
            all.iter().find(here).copied()
        });
        let read = source.with(which, |reading, text| {
            let reading = reading.item(item)?;
            Some((reading.found, lines(reading, text)))
        });
        let (found, lines) = read.flatten().unwrap_or((Found::Absent, Vec::new()));
        Row { found, lines, own }
    });
    let name = tell(move |lang| text::item(lang, item).to_owned());
    let wanted = tell(move |lang| reading::requested(lang, text::stage(lang, stage)));
    let own = Memo::new(move |_| row.with(|row| row.own));
    let verdict = tell(move |lang| {
        let (found, own) = row.with(|row| (row.found, row.own));
        own.map_or_else(|| named(lang, found), |own| as_person(lang, own))
            .to_owned()
    });
    let tone = Signal::derive(move || {
        let (found, own) = row.with(|row| (row.found, row.own));
        let good = match own {
            Some(own) => own.shown == Shown::WithCondition,
            None => matches!(found, Found::Named(Marked::Required | Marked::Optional)),
        };
        if good { TagTone::Done } else { TagTone::Action }
    });
    let aside = tell(move |lang| {
        let (found, own) = row.with(|row| (row.found, row.own));
        match (own, found) {
            (Some(_), _) => format!(
                "{} · {}",
                reading::by_person(lang),
                reading::read_as(lang, named(lang, found))
            ),
            (None, Found::OnlyElsewhere(purpose)) => {
                reading::elsewhere(lang, text::purpose(lang, purpose))
            }
            _ => String::new(),
        }
    });
    let lines = Memo::new(move |_| row.with(|row| row.lines.clone()));
    let no_line = say(reading::no_line);
    let quoted = move || {
        if lines.with(Vec::is_empty) {
            return view! { <span class="hint">{move || no_line.get()}</span> }.into_any();
        }
        lines.get().into_iter().map(shown).collect_view().into_any()
    };
    let [named_label, line_label] = [reading::column_named, reading::column_line].map(say);
    let open = RwSignal::new(false);
    let change = source.change.map(|change| {
        Callback::new(move |own: Option<Overruled>| {
            change.run(Change {
                text: which,
                item,
                own,
            });
        })
    });
    let (act, form) = match change {
        Some(change) => {
            let overrule = Overrule {
                which,
                item,
                open,
                own,
                change,
            };
            (Some(overrule.button()), Some(overrule.form()))
        }
        None => (None, None),
    };
    view! {
        <tr>
            <th scope="row">{move || name.get()}<span class="hint read-aside">{move || wanted.get()}</span></th>
            <td data-l=move || named_label.get()>
                <Tag tone label=verdict/>
                <span class="hint read-aside">{move || aside.get()}</span>
            </td>
            <td data-l=move || line_label.get()>{quoted}<div>{act}</div></td>
        </tr>
        {form}
    }
    .into_any()
}

/// The lines that carry the verdict: the first that says so, and the other where two contradict each other.
fn lines(reading: &ItemReading, text: &str) -> Vec<Excerpt> {
    let mut kept: Vec<&Spot> = Vec::new();
    for spot in &reading.spots {
        let counts = match reading.found {
            Found::Named(Marked::Conflicting) => {
                spot.marked != Marked::Unmarked && kept.iter().all(|one| one.marked != spot.marked)
            }
            Found::Named(marked) => kept.is_empty() && spot.marked == marked,
            Found::OnlyElsewhere(purpose) => kept.is_empty() && spot.purpose == purpose,
            Found::Absent => false,
        };
        if counts && kept.len() < LINES_MAX {
            kept.push(spot);
        }
    }
    if kept.is_empty() {
        kept.extend(reading.spots.first());
    }
    kept.into_iter()
        .map(|spot| excerpt(text, &spot.line, &spot.word))
        .collect()
}

/// What was read, in words.
fn named(lang: Lang, found: Found) -> &'static str {
    match found {
        Found::Named(Marked::Required) => reading::named_required(lang),
        Found::Named(Marked::Optional) => reading::named_optional(lang),
        Found::Named(Marked::Unmarked) => reading::named_unmarked(lang),
        Found::Named(Marked::Conflicting) => reading::named_conflicting(lang),
        Found::OnlyElsewhere(_) => reading::named_elsewhere(lang),
        Found::Absent => reading::named_not(lang),
    }
}

/// What a person reads, in the same words.
fn as_person(lang: Lang, own: Overruled) -> &'static str {
    match (own.shown, own.condition) {
        (Shown::Absent, _) => reading::named_not(lang),
        (_, Some(Condition::Required)) => reading::named_required(lang),
        (_, Some(Condition::Optional)) => reading::named_optional(lang),
        _ => reading::named_unmarked(lang),
    }
}
