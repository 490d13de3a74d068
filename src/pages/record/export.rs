//! The record as a file for spreadsheets.

use contract::Failure;
use contract::body::{RecordQuery, Records};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Lang;
use text::screens::record;
use ui::{Button, ButtonKind, Glyph, Note, NoteTone};

use super::table::{named, who};
use crate::api::use_api;
use crate::keep::keep_text;
use crate::lang::{say, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::when::now;

/// Downloads what the filters leave, in the language of the screen: as many entries as one file takes, and then, if there are older ones,
/// those in further files.
#[component]
pub fn Export(query: RecordQuery) -> impl IntoView {
    let (api, lang) = (use_api(), use_lang());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    // How many files were made, and where the next one begins.
    let (parts, next) = (RwSignal::new(0_u32), RwSignal::new(None::<String>));
    let export = Callback::new(move |from: Option<String>| {
        let (api, lang) = (api.clone(), lang.get_untracked());
        let part = match from {
            Some(_) => parts.get_untracked() + 1,
            None => 1,
        };
        let query = RecordQuery {
            cursor: from,
            ..query.clone()
        };
        busy.set(true);
        spawn_local(async move {
            let answer = api.note(api.client().record_export(&query).await);
            let _ = busy.try_set(false);
            let failed = match answer {
                Ok(records) => {
                    let day = now().date_in_seoul();
                    let name = format!("{}_{day}_{part}.csv", record::file_name(lang));
                    // Without a way to download, the button does nothing; every browser that runs this has one.
                    let _ = keep_text(&name, "text/csv;charset=utf-8", &file(lang, &records.body));
                    let _ = parts.try_set(part);
                    let _ = next.try_set(records.body.next);
                    None
                }
                Err(failure) => Some(failure),
            };
            let _ = failure.try_set(failed);
        });
    });
    let more = move || {
        let cursor = next.get()?;
        Some(view! {
            <Note tone=NoteTone::Warn live=true>
                <p>{say(record::export_more)}</p>
                <div class="row">
                    <Button
                        label=say(record::export_next_button)
                        kind=ButtonKind::Plain
                        busy
                        busy_label=say(record::exporting)
                        on_press=move |()| export.run(Some(cursor.clone()))
                    />
                </div>
            </Note>
        })
    };
    view! {
        <div class="group">
            <div class="row">
                <Button
                    label=say(record::export_button)
                    icon=Glyph::Download
                    busy
                    busy_label=say(record::exporting)
                    on_press=move |()| export.run(None)
                />
            </div>
            <p class="hint">{say(record::export_note)}</p>
            {more}
            {move || failure.get().map(|failure| view! { <FailureNote failure reading=true/> })}
        </div>
    }
}

const COLUMNS: [fn(Lang) -> &'static str; 14] = [
    record::column_seq,
    record::column_at_utc,
    record::column_actor,
    record::column_operation,
    record::column_about,
    record::column_outcome,
    record::column_reason,
    record::column_field,
    record::before,
    record::after,
    record::column_origin,
    record::column_agent,
    record::column_request,
    record::column_operation,
];

/// One line for each value that changed, and one for an entry without any.
fn file(lang: Lang, records: &Records) -> String {
    let mut lines: Vec<Vec<String>> = vec![
        COLUMNS
            .iter()
            .map(|sentence| sentence(lang).to_owned())
            .collect(),
    ];
    for row in &records.rows {
        let about: Vec<String> = row
            .about
            .iter()
            .map(|object| {
                let kind = text::object_kind(lang, object.kind());
                format!("{kind} {}", named(&records.names, object))
            })
            .collect();
        let origin = row.origin.clone().unwrap_or_default();
        let reason = if row.reason.is_empty() {
            String::new()
        } else {
            text::refusal(lang, &row.reason)
        };
        let changes = row
            .changes
            .iter()
            .map(|one| [&one.field, &one.old, &one.new]);
        let mut changes: Vec<[String; 3]> =
            changes.map(|values| values.map(Clone::clone)).collect();
        if changes.is_empty() {
            changes.push(Default::default());
        }
        for [field, old, new] in changes {
            lines.push(vec![
                row.seq.to_string(),
                row.at.to_rfc3339(),
                who(lang, row),
                text::operation_named(lang, &row.operation),
                about.join(", "),
                text::outcome(lang, row.outcome).to_owned(),
                reason.clone(),
                field,
                old,
                new,
                origin.address.clone(),
                origin.agent.clone(),
                row.request.clone(),
                row.operation.clone(),
            ]);
        }
    }
    text::csv(lines.iter().map(|line| line.iter().map(String::as_str)))
}
