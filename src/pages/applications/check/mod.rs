//! The part "Check": every answer once more, what a reviewer would say, and the request for a review.

mod intention;
mod submit;

use domain::finding::{Finding, Weight};
use domain::subject::{Part, Subject};
use leptos::prelude::*;
use text::screens::application;
use ui::{Note, NoteTone, Panel};

use super::draft::{Draft, use_draft};
use super::part_nav::PartNav;
use super::summary::PartSummary;
use super::transfer::ExportButton;
use crate::lang::{say, tell};
use crate::parts::findings::FindingList;
use crate::path;
use submit::Submit;

/// The page.
#[component]
pub fn CheckPart() -> impl IntoView {
    let parts = Part::ALL
        .iter()
        .copied()
        .filter(|part| *part != Part::Check);
    let summaries = parts
        .map(|part| view! { <PartSummary part change=true/> })
        .collect_view();
    view! {
        {summaries}
        <Findings/>
        <Submit/>
        <div class="row"><ExportButton/></div>
        <PartNav part=Part::Check/>
    }
}

/// What the check says, part by part.
#[component]
fn Findings() -> impl IntoView {
    let draft = use_draft();
    // The declaration has its own place, right below.
    let found = Memo::new(move |_| {
        draft.findings.with(|all| {
            let elsewhere = |finding: &&Finding| {
                finding.subject.field() != Some(&domain::subject::Field::Declared)
            };
            all.iter().filter(elsewhere).cloned().collect::<Vec<_>>()
        })
    });
    let counted = tell(move |lang| {
        found.with(|found| {
            let count = |weight| {
                found
                    .iter()
                    .filter(|finding| finding.weight == weight)
                    .count()
            };
            [
                (
                    count(Weight::Blocks),
                    application::findings_block as fn(_, _) -> _,
                ),
                (count(Weight::Warns), application::findings_warn),
                (count(Weight::Notes), application::findings_note),
            ]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, words)| words(lang, count))
            .collect::<Vec<String>>()
            .join(" · ")
        })
    });
    let nothing_blocks = Memo::new(move |_| found.with(|found| !domain::finding::blocks(found)));
    view! {
        <Panel title=say(application::findings_title)>
            <Show when=move || nothing_blocks.get()>
                <Note tone=NoteTone::Ok><p>{say(application::findings_none)}</p></Note>
            </Show>
            <p>{move || counted.get()}</p>
            {move || view! { <FindingList findings=found.get() link=link(draft)/> }}
        </Panel>
    }
}

/// Where a finding is put right.
pub fn link(draft: Draft) -> Callback<Finding, Option<String>> {
    let (id, app) = (
        draft.id(),
        draft
            .detail
            .with_untracked(|detail| detail.application.app.clone()),
    );
    Callback::new(move |finding: Finding| match finding.subject {
        Subject::Form(field) => Some(path::application_field(&id, &field)),
        Subject::App(_) => Some(path::app(&app)),
        Subject::Channel(channel) => Some(path::channel(&channel)),
        Subject::Channels => Some(path::links_of(&app)),
        Subject::Application => None,
    })
}
