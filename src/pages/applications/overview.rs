//! The parts of an application as a task list, what came back, and what the app and its channels lack.

use domain::finding::Finding;
use domain::form::Form;
use domain::item::Item;
use domain::subject::{Part, Subject};
use leptos::prelude::*;
use text::screens::{application, status};
use ui::{LinkButton, Note, NoteTone, Panel, Tag, TagTone, ids};

use super::draft::{Draft, use_draft};
use super::plan::Plan;
use super::seen::CoverageSum;
use super::transfer::Transfer;
use crate::lang::{say, tell};
use crate::parts::findings::FindingList;
use crate::parts::status_tag::StatusTag;
use crate::parts::verdict::{Judged, VerdictList};
use crate::path;

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let draft = use_draft();
    let rows = Part::ALL
        .iter()
        .map(|part| view! { <Row part=*part/> })
        .collect_view();
    let standing = Memo::new(move |_| draft.status());
    let submitted = Memo::new(move |_| {
        draft
            .detail
            .with(|detail| !detail.application.rounds.is_empty())
    });
    view! {
        <div class="row">
            {move || view! { <StatusTag status=standing.get()/> }}
            <Show when=move || submitted.get()>
                <LinkButton label=say(application::to_status_button) href=path::application_status(&draft.id())/>
            </Show>
        </div>
        <Returned/>
        <Panel title=say(application::parts)>
            <p class="hint">{say(application::parts_hint)}</p>
            <ul class="task-list">{rows}</ul>
            <CoverageSum/>
            <p class="hint">{say(application::draft_note)}</p>
        </Panel>
        {move || facts(draft)}
        <Show when=move || draft.editable.get()><Plan/></Show>
        <Transfer/>
    }
}

/// How one part stands.
#[component]
fn Row(part: Part) -> impl IntoView {
    let draft = use_draft();
    let standing = Memo::new(move |_| standing(draft, part));
    let (tag_id, hint_id) = (ids::fresh("tag"), ids::fresh("hint"));
    let tone = Signal::derive(move || match standing.get() {
        Standing::Done => TagTone::Done,
        Standing::Todo => TagTone::Todo,
        Standing::Fix(_) => TagTone::Action,
    });
    let label = tell(move |lang| match standing.get() {
        Standing::Done => application::part_done(lang).to_owned(),
        Standing::Todo => application::part_todo(lang).to_owned(),
        Standing::Fix(count) => application::part_fix(lang, count),
    });
    let hint = tell(move |lang| part_hint(lang, part).to_owned());
    let name = tell(move |lang| text::part(lang, part).to_owned());
    view! {
        <li>
            <a href=path::application(&draft.id(), part) aria-describedby=format!("{tag_id} {hint_id}")>{move || name.get()}</a>
            <Tag tone label id=tag_id/>
            <span class="hint" id=hint_id>{move || hint.get()}</span>
        </li>
    }
}

fn part_hint(lang: text::Lang, part: Part) -> &'static str {
    match part {
        Part::Items => application::hint_items(lang),
        Part::Proof => application::hint_proof(lang),
        Part::Terms => application::hint_terms(lang),
        Part::Extra => application::hint_extra(lang),
        Part::Channel => application::hint_channel(lang),
        Part::Check => application::hint_check(lang),
    }
}

/// How far a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Done,
    Todo,
    Fix(usize),
}

fn standing(draft: Draft, part: Part) -> Standing {
    let closed = !draft.status().is_editable();
    match (part, draft.to_fix(part)) {
        _ if closed => Standing::Done,
        (Part::Check, _) => Standing::Todo,
        _ if draft.form.with(|form| is_untouched(form, part)) => Standing::Todo,
        (_, 0) => Standing::Done,
        (_, count) => Standing::Fix(count),
    }
}

/// Whether nothing was filled in there that could be right or wrong. Extra information and the channel may stay as they are.
fn is_untouched(form: &Form, part: Part) -> bool {
    let empty = Form::default();
    match part {
        Part::Items => form.used().next().is_none(),
        Part::Proof => {
            form.signup == empty.signup && form.service == empty.service && form.evidence.is_empty()
        }
        Part::Terms => form.terms.is_empty(),
        Part::Extra | Part::Channel | Part::Check => false,
    }
}

/// What a reviewer returned, with reason and words, and the way to each place.
#[component]
fn Returned() -> impl IntoView {
    let draft = use_draft();
    let items = Memo::new(move |_| {
        let judged = |(item, verdict): (Item, _)| Judged {
            item,
            stage: draft.form.with(|form| form.item(item).stage),
            verdict: Some(verdict),
        };
        draft
            .returned_items()
            .into_iter()
            .map(judged)
            .collect::<Vec<_>>()
    });
    let round_words = Memo::new(move |_| {
        draft.detail.with(|detail| {
            let decision = detail.application.rounds.last()?.decision.as_ref()?;
            Some(decision.words.clone()).filter(|words| !words.trim().is_empty())
        })
    });
    move || {
        let items = items.get();
        (!items.is_empty()).then(|| {
            let count = items.len();
            let title = tell(move |lang| application::returned(lang, count));
            view! {
                <Note tone=NoteTone::Warn title=Signal::derive(move || Some(title.get()))>
                    <p>{say(status::resubmit_hint)}</p>
                    {round_words.get().map(|words| view! { <p class="pre">{words}</p> })}
                    <VerdictList items fix=draft.editable.get().then(|| draft.id())/>
                </Note>
            }
        })
    }
}

/// What the app, its channels, or the application as a whole lack: not answers of the form, but in the way all the same.
fn facts(draft: Draft) -> Option<impl IntoView> {
    let found: Vec<Finding> = draft.findings.with(|all| {
        all.iter()
            .filter(|finding| finding.subject.field().is_none())
            .cloned()
            .collect()
    });
    let app = draft
        .detail
        .with_untracked(|detail| detail.application.app.clone());
    let link = Callback::new(move |finding: Finding| match finding.subject {
        Subject::App(_) => Some(path::app(&app)),
        Subject::Channel(id) => Some(path::channel(&id)),
        Subject::Channels => Some(path::links_of(&app)),
        Subject::Application | Subject::Form(_) => None,
    });
    (!found.is_empty()).then(|| {
        view! {
            <Panel title=say(application::facts_title)>
                <FindingList findings=found link/>
            </Panel>
        }
    })
}
