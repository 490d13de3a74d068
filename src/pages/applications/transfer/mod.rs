//! Applications as files: taking one out, and bringing one in.

mod import;
mod place;
mod read;

use contract::Failure;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::application;
use ui::{Button, Disclosure, Glyph};

use super::draft::use_draft;
use crate::api::use_api;
use crate::keep::keep_text;
use crate::lang::say;
use crate::parts::failure::FailureNote;

pub use import::{ImportBox, Proposal};

/// Export, and import where the form may be edited.
#[component]
pub fn Transfer() -> impl IntoView {
    let draft = use_draft();
    view! {
        <div class="group">
            <div class="row"><ExportButton/></div>
            <Show when=move || draft.editable.get()>
                <Disclosure summary=say(application::import_title)>
                    <ImportHere/>
                </Disclosure>
            </Show>
        </div>
    }
}

/// Downloads the application as a document: the same that `syncdesk check` reads.
#[component]
pub fn ExportButton() -> impl IntoView {
    let (draft, api) = (use_draft(), use_api());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let export = move |()| {
        let api = api.clone();
        busy.set(true);
        let id = draft.id();
        spawn_local(async move {
            draft.saved().await;
            let answer = api.note(api.client().application_export(&id).await);
            let _ = busy.try_set(false);
            let failed = match answer {
                Ok(document) => {
                    if let Ok(text) = serde_json::to_string_pretty(&document.body) {
                        // Without a way to download, the button does nothing; every browser that runs this has one.
                        let _ =
                            keep_text(&format!("syncdesk-{id}.json"), "application/json", &text);
                    }
                    None
                }
                Err(failure) => Some(failure),
            };
            let _ = failure.try_set(failed);
        });
    };
    view! {
        <Button label=say(application::export_button) icon=Glyph::Download busy on_press=export/>
        {move || failure.get().map(|failure| view! { <FailureNote failure reading=true/> })}
    }
}

/// Brings a file into this draft.
#[component]
fn ImportHere() -> impl IntoView {
    let draft = use_draft();
    let target = Signal::derive(move || {
        Some((
            draft.form.get(),
            draft.detail.with(|detail| detail.document.channels.clone()),
        ))
    });
    let done = RwSignal::new(None::<usize>);
    let on_apply = move |proposal: Proposal| {
        let (locked, known) = (
            untrack(|| draft.locked_items()),
            draft.detail.with_untracked(|detail| {
                detail
                    .files
                    .iter()
                    .map(|file| file.id.clone())
                    .collect::<Vec<_>>()
            }),
        );
        let count = proposal.count;
        draft.edit(|form| *form = proposal.into_form(form, &locked, &known));
        done.set(Some(count));
    };
    view! {
        <ImportBox target on_apply/>
        {move || done.get().map(|count| view! { <import::Done count/> })}
    }
}
