//! The files: taking them in, those on their way, those that are there, and which items each shows.

use domain::evidence::FILES_MAX;
use domain::subject::Field;
use leptos::prelude::*;
use text::screens::{evidence, shell};
use ui::{Button, ButtonKind, FileDrop, Note, NoteTone};

use super::file::OneFile;
use super::matrix::Matrix;
use super::upload::{Upload, UploadStage, Uploads, use_uploads};
use crate::lang::{say, tell};
use crate::pages::applications::draft::use_draft;
use crate::parts::failure::FailureNote;
use crate::parts::findings::FindingNotes;

/// The part with the files.
#[component]
pub(super) fn Files() -> impl IntoView {
    let (draft, uploads, field) = (use_draft(), use_uploads(), Field::Evidence);
    let ids = draft.value(|form| {
        form.evidence
            .iter()
            .map(|file| file.id.clone())
            .collect::<Vec<_>>()
    });
    let count = tell(move |lang| evidence::files_count(lang, ids.with(Vec::len), FILES_MAX));
    let (mask, empty) = (say(evidence::files_mask), say(evidence::files_empty));
    let hint = {
        let (kinds, drop) = (say(evidence::files_hint), say(evidence::drop_here));
        Signal::derive(move || Some(format!("{} {}.", kinds.get(), drop.get())))
    };
    view! {
        <div class="group" id=field.anchor() tabindex="-1">
            <Note tone=NoteTone::Warn><p>{move || mask.get()}</p></Note>
            <p>{move || count.get()}</p>
            <Show when=move || draft.editable.get()>
                <FileDrop
                    label=say(evidence::choose_button)
                    hint
                    on_files=move |files| uploads.take(files)
                    accept="image/png,image/jpeg,application/pdf,.png,.jpg,.jpeg,.pdf"
                    multiple=true
                />
            </Show>
            <UploadList uploads/>
            <FindingNotes findings=draft.notes_at(&field)/>
            <Show when=move || !ids.with(Vec::is_empty) fallback=move || view! { <p class="hint">{move || empty.get()}</p> }>
                <ul class="evidence-list">
                    <For each=move || ids.get() key=Clone::clone children=|id| view! { <OneFile id/> }/>
                </ul>
            </Show>
            <Matrix/>
        </div>
    }
}

/// The files on their way, and those that were not taken, each with its reason.
#[component]
fn UploadList(uploads: Uploads) -> impl IntoView {
    view! {
        <Show when=move || uploads.list.with(|list| !list.is_empty())>
            <ul class="group" role="list">
                {move || uploads.list.get().into_iter().map(|upload| view! { <OneUpload upload uploads/> }).collect_view()}
            </ul>
        </Show>
    }
}

#[component]
fn OneUpload(upload: Upload, uploads: Uploads) -> impl IntoView {
    let Upload { key, name, stage } = upload;
    let busy_words = {
        let name = name.clone();
        tell(move |lang| evidence::uploading(lang, &name))
    };
    let failed_words = {
        let name = name.clone();
        tell(move |lang| evidence::not_uploaded(lang, &name))
    };
    let hidden = Signal::stored(Some(name));
    let dismiss = {
        let key = key.clone();
        move |()| uploads.dismiss(&key)
    };
    let content = match stage {
        UploadStage::Busy => view! { <p aria-busy="true" role="status">{move || busy_words.get()}</p> }.into_any(),
        UploadStage::NotTaken(problem) => {
            let why = tell(move |lang| text::file_problem(lang, problem).to_owned());
            view! {
                <Note tone=NoteTone::Danger live=true title=Signal::derive(move || Some(failed_words.get()))>
                    <p>{move || why.get()}</p>
                    <Button label=say(shell::close_button) hidden kind=ButtonKind::Link on_press=dismiss/>
                </Note>
            }
            .into_any()
        }
        UploadStage::Failed(failure) => view! {
            <p>{move || failed_words.get()}</p>
            <FailureNote failure/>
            <div class="row">
                <Button label=say(shell::retry_button) hidden on_press=move |()| uploads.again(&key)/>
                <Button label=say(shell::close_button) hidden kind=ButtonKind::Link on_press=dismiss/>
            </div>
        }
        .into_any(),
    };
    view! { <li>{content}</li> }
}
