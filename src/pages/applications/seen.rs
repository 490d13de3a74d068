//! How a page shows an item, and by what that is known, in words; and which items are proven where.

use domain::id::ApplicationId;
use domain::item::Shown;
use domain::proof::{By, Row, Seen, coverage, is_proven};
use domain::subject::{Field, ItemField};
use leptos::prelude::*;
use text::Lang;
use text::screens::questions;
use ui::{Panel, TableFrame, Tag, TagTone};

use super::draft::use_draft;
use crate::lang::{say, tell, use_lang};
use crate::path;

/// How a page shows an item, and by what that is known.
pub fn seen_words(lang: Lang, seen: Seen) -> String {
    format!(
        "{} ({})",
        how_words(lang, Some(seen)),
        by_words(lang, seen.by)
    )
}

fn how_words(lang: Lang, seen: Option<Seen>) -> &'static str {
    match seen.map(|seen| seen.shown) {
        None => questions::seen_unknown(lang),
        Some(Shown::WithCondition) => questions::seen_with(lang),
        Some(Shown::WithoutCondition) => questions::seen_without(lang),
        Some(Shown::Absent) => questions::seen_absent(lang),
    }
}

fn by_words(lang: Lang, by: By) -> &'static str {
    match by {
        By::Overruled => questions::by_overruled(lang),
        By::Text => questions::by_text(lang),
        By::Mark => questions::by_mark(lang),
        By::File => questions::by_file(lang),
        By::Answer => questions::by_answer(lang),
        By::Screen => questions::by_screen(lang),
    }
}

/// How many of the items under review are proven in both places: "8 of 9".
#[component]
pub fn CoverageSum() -> impl IntoView {
    let rows = rows();
    let counts = Memo::new(move |_| {
        rows.with(|rows| {
            let proven = rows.iter().filter(|row| row.is_proven()).count();
            (proven, rows.len())
        })
    });
    let sum = tell(move |lang| {
        let (proven, all) = counts.get();
        questions::coverage_sum(lang, proven, all)
    });
    view! { <Show when=move || { counts.get().1 > 0 }><p>{move || sum.get()}</p></Show> }.into_any()
}

/// Every item under review against the two places where a reviewer looks for it. What is missing leads to the place where it is put right.
#[component]
pub fn Coverage() -> impl IntoView {
    let (rows, lang, id) = (rows(), use_lang(), use_draft().id());
    let table = move || {
        let (rows, lang) = (rows.get(), lang.get());
        let lines = rows.iter().map(|row| line(lang, &id, *row)).collect_view();
        view! {
            <TableFrame caption=tell(places) hide_caption=true stack=true>
                <thead><tr>
                    <th scope="col">{text::screens::evidence::column_item(lang)}</th>
                    <th scope="col">{questions::column_screen(lang)}</th>
                    <th scope="col">{questions::column_policy(lang)}</th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </TableFrame>
        }
        .into_any()
    };
    let table = StoredValue::new(table);
    view! {
        <Show when=move || !rows.with(Vec::is_empty)>
            <Panel title=say(questions::coverage_title)>
                <CoverageSum/>
                {move || table.with_value(|table| table())}
            </Panel>
        </Show>
    }
    .into_any()
}

fn rows() -> Memo<Vec<Row>> {
    let draft = use_draft();
    Memo::new(move |_| {
        draft.document.with(|document| {
            draft
                .readings
                .with(|readings| coverage(document, readings).rows)
        })
    })
}

/// The two places, for those who do not see the columns; the heading around it has another name.
fn places(lang: Lang) -> String {
    text::join(
        lang,
        &[
            questions::column_screen(lang),
            questions::column_policy(lang),
        ],
    )
}

fn line(lang: Lang, id: &ApplicationId, row: Row) -> AnyView {
    let cells = [
        (
            ItemField::OnSignupScreen,
            questions::column_screen(lang),
            row.screen,
        ),
        (
            ItemField::InPrivacyPolicy,
            questions::column_policy(lang),
            row.policy,
        ),
    ];
    let cells = cells.map(|(of, column, seen)| {
        let tone = match seen {
            _ if is_proven(seen) => TagTone::Done,
            None => TagTone::Todo,
            Some(_) => TagTone::Action,
        };
        let tag = view! { <Tag tone label=how_words(lang, seen)/> };
        let tag = if is_proven(seen) {
            tag.into_any()
        } else {
            let href = path::application_field(id, &Field::Item(row.item, of));
            view! { <a class="act" href=href>{tag}</a> }.into_any()
        };
        let by = seen.map(|seen| view! { <p class="hint">{by_words(lang, seen.by)}</p> });
        view! { <td data-l=column>{tag}{by}</td> }
    });
    view! { <tr><th scope="row">{text::item(lang, row.item)}</th>{cells.into_iter().collect_view()}</tr> }
        .into_any()
}
