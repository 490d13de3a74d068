//! One file: what it is, which page it shows, that members' data are covered, and what a reviewer sees there.

use domain::application::Application;
use domain::evidence::{Evidence, EvidenceKind, EvidencePage, Media};
use domain::form::{Form, PURPOSE_CHARS_MAX};
use domain::id::EvidenceId;
use domain::subject::Field;
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, shell};
use ui::{Button, ButtonKind, Checkbox, Choice, SelectField, TextArea, use_announcer};

use super::said;
use crate::act::use_act;
use crate::lang::{say, tell, use_lang};
use crate::pages::applications::draft::{Draft, use_draft};
use crate::parts::evidence::{FileDownload, FilePicture};
use crate::parts::failure::FailureNote;
use crate::parts::findings::FindingNotes;

const KINDS: [EvidenceKind; 3] = [
    EvidenceKind::LiveCapture,
    EvidenceKind::DesignDraft,
    EvidenceKind::FlowPlan,
];
const PAGES: [EvidencePage; 4] = [
    EvidencePage::Signup,
    EvidencePage::PrivacyPolicy,
    EvidencePage::Verification,
    EvidencePage::ServiceFlow,
];

/// The card of a file.
#[component]
pub(super) fn OneFile(id: EvidenceId) -> impl IntoView {
    let (draft, field) = (use_draft(), Field::EvidenceFile(id.clone()));
    let known = draft
        .detail
        .with_untracked(|detail| detail.files.iter().find(|file| file.id == id).cloned());
    let name = read(draft, &id, |file| file.name.clone());
    let words = read(draft, &id, |file| file.description.clone());
    let content = known.map(|file| match file.media {
        Media::Pdf => view! { <FileDownload application=draft.id() file/> }.into_any(),
        media => {
            view! { <FilePicture application=draft.id() id=file.id media alt=words/> }.into_any()
        }
    });
    let masked = read(draft, &id, |file| file.masked);
    let mask = write(draft, &id, |file, ticked| file.masked = ticked);
    let describe = write(draft, &id, |file, words| file.description = words);
    let below = tell(move |lang| {
        shell::characters(
            lang,
            words.with(|words| words.chars().count()),
            PURPOSE_CHARS_MAX,
        )
    });
    view! {
        <li class="evidence" id=field.anchor() tabindex="-1">
            <strong>{move || name.get()}</strong>
            {content}
            <Pick
                label=evidence::file_kind
                all=&KINDS
                word=text::evidence_kind
                now=read(draft, &id, |file| file.kind)
                set=write(draft, &id, |file, kind| file.kind = kind)
            />
            <Pick
                label=evidence::file_page
                all=&PAGES
                word=text::evidence_page
                now=read(draft, &id, |file| file.page)
                set=write(draft, &id, |file, page| file.page = page)
            />
            <Checkbox label=say(evidence::file_masked) checked=masked on_change=mask/>
            <TextArea
                label=say(evidence::file_description)
                hint=said(evidence::file_description_hint)
                value=words
                on_input=describe
                below=Signal::derive(move || (!words.with(String::is_empty)).then(|| below.get()))
                rows=2
            />
            <FindingNotes findings=draft.notes_at(&field)/>
            <Show when=move || draft.editable.get()><Remove id=id.clone() name/></Show>
        </li>
    }
}

/// Takes the file out of the form. Its bytes go, too, unless a round that was submitted refers to them.
#[component]
fn Remove(id: EvidenceId, name: Memo<String>) -> impl IntoView {
    let (draft, act, announcer, lang) = (use_draft(), use_act(), use_announcer(), use_lang());
    let gone = move |id: &EvidenceId| {
        announcer.announce(evidence::file_removed(
            lang.get_untracked(),
            &name.get_untracked(),
        ));
        draft.edit(|form| form.evidence.retain(|file| file.id != *id));
    };
    let remove = Callback::new(move |()| {
        if draft
            .detail
            .with_untracked(|detail| is_submitted(&detail.application, &id))
        {
            return gone(&id);
        }
        let (application, file, own) = (draft.id(), id.clone(), id.clone());
        act.run(
            move |client, _| async move { client.evidence_delete(&application, &file).await },
            move |answer| {
                let not_there = answer.as_ref().err().and_then(contract::Failure::kind)
                    == Some(&contract::Kind::NotFound);
                if answer.is_ok() || not_there {
                    gone(&own);
                    draft
                        .detail
                        .update(|detail| detail.files.retain(|file| file.id != own));
                }
            },
        );
    });
    view! {
        <Button
            label=say(evidence::file_remove_button)
            hidden=Signal::derive(move || Some(name.get()))
            kind=ButtonKind::Link
            busy=act.busy
            on_press=remove
        />
        {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
    }
}

fn is_submitted(application: &Application, id: &EvidenceId) -> bool {
    application.rounds.iter().any(|round| {
        round
            .document
            .form
            .evidence
            .iter()
            .any(|file| file.id == *id)
    })
}

/// One of few, with "not chosen" as the first.
#[component]
fn Pick<T: Copy + PartialEq + Send + Sync + 'static>(
    label: fn(Lang) -> &'static str,
    all: &'static [T],
    word: fn(Lang, T) -> &'static str,
    now: Memo<Option<T>>,
    set: Callback<Option<T>>,
) -> impl IntoView {
    let lang = use_lang();
    let options = Signal::derive(move || {
        let lang = lang.get();
        let rest = all
            .iter()
            .enumerate()
            .map(|(n, one)| Choice::new(n.to_string(), word(lang, *one)));
        std::iter::once(Choice::new("", evidence::choose_one(lang)))
            .chain(rest)
            .collect()
    });
    let value = Signal::derive(move || {
        let now = now.get();
        all.iter()
            .position(|one| Some(*one) == now)
            .map(|n| n.to_string())
            .unwrap_or_default()
    });
    let on_change = move |picked: String| {
        set.run(
            picked
                .parse::<usize>()
                .ok()
                .and_then(|n| all.get(n))
                .copied(),
        );
    };
    view! { <SelectField label=say(label) options value on_change/> }
}

/// One answer about a file; followers hear of it only when it changes.
fn read<T>(draft: Draft, id: &EvidenceId, get: fn(&Evidence) -> T) -> Memo<T>
where
    T: Default + PartialEq + Send + Sync + 'static,
{
    let id = id.clone();
    draft.value(move |form: &Form| {
        form.evidence
            .iter()
            .find(|file| file.id == id)
            .map(get)
            .unwrap_or_default()
    })
}

/// Changes one answer about a file.
fn write<T: 'static>(draft: Draft, id: &EvidenceId, set: fn(&mut Evidence, T)) -> Callback<T> {
    let id = id.clone();
    Callback::new(move |value: T| {
        draft.edit(|form| {
            if let Some(file) = form.evidence.iter_mut().find(|file| file.id == id) {
                set(file, value);
            }
        });
    })
}
