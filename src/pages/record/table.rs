//! The entries, newest first.

use contract::body::{COUNT_MAX, RecordRow, Records};
use domain::record::{Command, Difference, Object, Outcome, UNREADABLE};
use leptos::prelude::*;
use text::Lang;
use text::screens::record;
use ui::{Disclosure, TableFrame, Tag, TagTone};

use super::ask::Ask;
use crate::lang::{say, tell};
use crate::parts::when::When;

const COLUMNS: [fn(Lang) -> &'static str; 6] = [
    record::column_at,
    record::column_actor,
    record::column_operation,
    record::column_about,
    record::column_outcome,
    record::column_changes,
];

/// What something is called; its identifier where that is not known.
pub fn named(names: &std::collections::BTreeMap<String, String>, object: &Object) -> String {
    names
        .get(&object.to_string())
        .cloned()
        .unwrap_or_else(|| object.id().to_owned())
}

/// The entries of a page.
#[component]
pub fn Table(records: Records, ask: Ask) -> impl IntoView {
    let count = records.count;
    let caption = tell(move |lang| {
        if count >= COUNT_MAX {
            record::caption_many(lang).to_owned()
        } else {
            record::caption(lang, count)
        }
    });
    let head = COLUMNS.map(|sentence| {
        let words = say(sentence);
        view! { <th scope="col">{move || words.get()}</th> }
    });
    let names = records.names;
    let rows = records
        .rows
        .into_iter()
        .map(|row| {
            let about = row
                .about
                .iter()
                .map(|object| (object.clone(), named(&names, object)))
                .collect();
            entry(row, about, &ask)
        })
        .collect_view();
    view! {
        <TableFrame caption stack=true>
            <thead><tr>{head.into_iter().collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
}

fn entry(row: RecordRow, about: Vec<(Object, String)>, ask: &Ask) -> AnyView {
    let [at, actor, operation, things, outcome, changes] = COLUMNS.map(say);
    let name = row.operation.clone();
    let what = tell(move |lang| text::operation_named(lang, &name));
    let (tone, went) = (tone(row.outcome), row.outcome);
    let label = tell(move |lang| text::outcome(lang, went).to_owned());
    let reason = (!row.reason.is_empty()).then(|| {
        let code = row.reason.clone();
        let words = tell(move |lang| text::refusal(lang, &code));
        view! { <p class="hint">{move || words.get()}</p> }
    });
    let about = about
        .into_iter()
        .map(|(object, name)| {
            let href = ask.with("object", &object.to_string()).address();
            let kind = tell(move |lang| text::object_kind(lang, object.kind()).to_owned());
            view! { <li>{move || kind.get()}{" "}<a href=href>{name}</a></li> }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row" class="nowrap" data-l=move || at.get()><When at=row.at/></th>
            <td data-l=move || actor.get()>{actor_of(&row, ask)}</td>
            <td data-l=move || operation.get()>{move || what.get()}</td>
            <td data-l=move || things.get()><ul class="plain">{about}</ul></td>
            <td data-l=move || outcome.get()><Tag tone=Signal::stored(tone) label/>{reason}</td>
            <td data-l=move || changes.get()>{details(row.outcome, row.changes)}</td>
        </tr>
    }
    .into_any()
}

fn tone(outcome: Outcome) -> TagTone {
    match outcome {
        Outcome::Done => TagTone::Done,
        Outcome::Refused => TagTone::Reject,
        Outcome::Seen => TagTone::Review,
    }
}

/// Who it was, in words.
pub fn who(lang: Lang, row: &RecordRow) -> String {
    if row.actor.is_some() {
        return row.actor_name.clone();
    }
    let words = match Command::parse(&row.operation) {
        Some(_) => record::by_command(lang),
        None if row.operation == UNREADABLE => "",
        None => record::nobody(lang),
    };
    words.to_owned()
}

/// Who it was, with the way to everything they did; and from where, for whom that is.
fn actor_of(row: &RecordRow, ask: &Ask) -> impl IntoView + use<> {
    let person = if let Some(actor) = &row.actor {
        let href = ask.with("actor", actor.as_str()).address();
        view! { <a href=href>{row.actor_name.clone()}</a> }.into_any()
    } else {
        let row = row.clone();
        let words = tell(move |lang| who(lang, &row));
        view! { <span>{move || words.get()}</span> }.into_any()
    };
    // A command comes from no address; there stands who gave it on which machine.
    let is_command = Command::parse(&row.operation).is_some();
    let from = row.origin.clone().map(|origin| {
        if is_command {
            origin.agent
        } else {
            origin.address
        }
    });
    let from = from.filter(|from| !from.is_empty());
    view! {
        {person}
        {from.map(|from| view! { <p class="hint num">{from}</p> })}
    }
}

/// What is different since, or what somebody looked for; folded away, for there can be a hundred.
fn details(outcome: Outcome, changes: Vec<Difference>) -> AnyView {
    if changes.is_empty() {
        return view! { <span class="hint">{say(record::no_changes)}</span> }.into_any();
    }
    let (count, is_seen) = (changes.len(), outcome == Outcome::Seen);
    let summary = tell(move |lang| {
        if is_seen {
            record::asked(lang, count)
        } else {
            record::changes(lang, count)
        }
    });
    let rows = changes
        .into_iter()
        .map(|Difference { field, old, new }| {
            let (before, after) = (say(record::before), say(record::after));
            let new = if is_seen {
                view! { <p>{new}</p> }.into_any()
            } else {
                (!new.is_empty())
                    .then(|| view! { <p>{move || after.get()}{": "}<ins>{new}</ins></p> })
                    .into_any()
            };
            view! {
                <dt><code>{field}</code></dt>
                <dd>
                    {(!old.is_empty()).then(|| view! { <p>{move || before.get()}{": "}<del>{old}</del></p> })}
                    {new}
                </dd>
            }
        })
        .collect_view();
    view! { <Disclosure summary><dl>{rows}</dl></Disclosure> }.into_any()
}
