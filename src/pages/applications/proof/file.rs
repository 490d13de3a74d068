//! One file: what it is, which page it shows, that members' data are covered, and what a reviewer sees there.

use contract::body::EvidenceFile;
use domain::application::Application;
use domain::evidence::{Evidence, EvidenceKind, EvidencePage, Media};
use domain::form::{Form, PURPOSE_CHARS_MAX};
use domain::id::EvidenceId;
use domain::item::Item;
use domain::subject::Field;
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, questions, shell};
use ui::{Button, ButtonKind, Checkbox, Choice, SelectField, TextArea, use_announcer};

use super::said;
use crate::act::use_act;
use crate::lang::{say, tell, use_lang};
use crate::pages::applications::draft::{Draft, use_draft};
use crate::pages::applications::fields::NotKnown;
use crate::parts::evidence::{FileDownload, FilePicture};
use crate::parts::failure::FailureNote;
use crate::parts::findings::FindingNotes;
use crate::parts::marks::MarkEditor;

const KINDS: [EvidenceKind; 3] = [
    EvidenceKind::LiveCapture,
    EvidenceKind::DesignDraft,
    EvidenceKind::FlowPlan,
];
const PAGES: [EvidencePage; 5] = [
    EvidencePage::Signup,
    EvidencePage::PrivacyPolicy,
    EvidencePage::Verification,
    EvidencePage::ServiceFlow,
    EvidencePage::Licence,
];
const LIVE: [bool; 2] = [true, false];

/// The card of a file.
#[component]
pub(super) fn OneFile(id: EvidenceId) -> impl IntoView {
    let (draft, field) = (use_draft(), Field::EvidenceFile(id.clone()));
    let known = draft
        .detail
        .with_untracked(|detail| detail.files.iter().find(|file| file.id == id).cloned());
    let name = read(draft, &id, |file| file.name.clone());
    let words = read(draft, &id, |file| file.description.clone());
    let content = known.map(|file| content(draft, file, words));
    // A draft or a plan is no running service, whichever it is.
    let live = read(draft, &id, |file| {
        !matches!(
            file.kind,
            Some(EvidenceKind::DesignDraft | EvidenceKind::FlowPlan)
        )
    });
    let production = read(draft, &id, |file| place(&LIVE, file.production));
    let set_production = write(draft, &id, |file, n| file.production = at(&LIVE, n));
    let masked = read(draft, &id, |file| file.masked);
    let mask = write(draft, &id, |file, ticked| file.masked = ticked);
    let describe = write(draft, &id, |file, words| file.description = words);
    let hidden = Signal::derive(move || name.get());
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
                words=|lang| KINDS.map(|one| text::evidence_kind(lang, one)).to_vec()
                now=read(draft, &id, |file| place(&KINDS, file.kind))
                set=write(draft, &id, |file, n| file.kind = at(&KINDS, n))
            />
            <Pick
                label=evidence::file_page
                words=|lang| PAGES.map(|one| text::evidence_page(lang, one)).to_vec()
                now=read(draft, &id, |file| place(&PAGES, file.page))
                set=write(draft, &id, |file, n| file.page = at(&PAGES, n))
            />
            <Show when=move || live.get()>
                <Pick
                    label=questions::file_production
                    words=|lang| vec![shell::yes(lang), shell::no(lang)]
                    now=production
                    set=set_production
                />
            </Show>
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
            <NotKnown field=field.clone() label=hidden/>
            <Show when=move || draft.editable.get()><Remove id=id.clone() name/></Show>
        </li>
    }
}

/// The file with the places marked on it: over a picture, or by page and words.
fn content(draft: Draft, file: EvidenceFile, words: Memo<String>) -> AnyView {
    let (id, name) = (file.id.clone(), file.name.clone());
    let marks = read(draft, &id, |file| file.marks.clone());
    let change = write(draft, &id, |file, marks| file.marks = marks);
    let items = draft.value(|form| {
        let used: Vec<Item> = form.used().map(|(item, _)| item).collect();
        if used.is_empty() {
            Item::ALL.to_vec()
        } else {
            used
        }
    });
    let application = draft.id();
    let (download, picture) = match file.media {
        Media::Pdf => (Some(view! { <FileDownload application file/> }), None),
        media => {
            let picture = view! { <FilePicture application id=file.id media alt=words/> };
            (None, Some(picture.into_any()))
        }
    };
    view! {
        {download}
        <MarkEditor marks=marks.into() change items=items.into() name=Signal::stored(name) picture/>
    }
    .into_any()
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
fn Pick(
    label: fn(Lang) -> &'static str,
    words: fn(Lang) -> Vec<&'static str>,
    now: Memo<Option<usize>>,
    set: Callback<Option<usize>>,
) -> impl IntoView {
    let lang = use_lang();
    let options = Signal::derive(move || {
        let lang = lang.get();
        let rest = words(lang).into_iter().enumerate();
        let rest = rest.map(|(n, word)| Choice::new(n.to_string(), word));
        std::iter::once(Choice::new("", evidence::choose_one(lang)))
            .chain(rest)
            .collect::<Vec<_>>()
    });
    let value = Signal::derive(move || now.get().map(|n| n.to_string()).unwrap_or_default());
    let on_change = move |picked: String| set.run(picked.parse().ok());
    view! { <SelectField label=say(label) options value on_change/> }
}

/// The place of an answer among all.
fn place<T: PartialEq>(all: &[T], now: Option<T>) -> Option<usize> {
    all.iter().position(|one| Some(one) == now.as_ref())
}

/// The answer in that place.
fn at<T: Copy>(all: &[T], n: Option<usize>) -> Option<T> {
    all.get(n?).copied()
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
