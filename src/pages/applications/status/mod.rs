//! Following a review: whose turn it is, the verdict on each item, what happened when, and what can be done now.

mod history;
mod news;
mod turn;
mod withdraw;

use contract::Tagged;
use contract::body::ApplicationDetail;
use domain::application::{Application, Status};
use domain::policy::{Operation, may};
use domain::role::AppRole;
use domain::subject::Part;
use leptos::prelude::*;
use text::screens::{share, shell, status};
use ui::{Button, ButtonKind, CopyButton, EmptyState, LinkButton, Panel, SkeletonShape};

use crate::api::use_api;
use crate::data::{Loaded, missing, use_application};
use crate::lang::{say, tell};
use crate::layout::{Crumb, Page};
use crate::parts::record_link::record_link;
use crate::parts::status_tag::StatusTag;
use crate::parts::timeline::Timeline;
use crate::parts::verdict::{Judged, VerdictList};
use crate::path;
use history::History;
use news::News;
use turn::Turn;
use withdraw::Withdraw;

/// Where an application stands.
#[component]
pub fn StatusPage() -> impl IntoView {
    let (api, application) = (use_api(), use_application());
    let loaded = Loaded::new(move || {
        let (client, id) = (api.client(), application.get());
        async move {
            match id {
                Some(id) => client.application_get(&id).await,
                None => Err(missing()),
            }
        }
    });
    let title = tell(move |lang| match loaded.get() {
        Some(answer) => status::title(lang, &answer.body.document.app.name),
        None => status::loading_title(lang).to_owned(),
    });
    let tag = move || {
        move || {
            loaded.get().map(|answer| {
                view! { <StatusTag status=answer.body.application.status/> }
            })
        }
    };
    let crumbs = vec![Crumb {
        href: path::applications(),
        label: say(shell::nav_applications),
    }];
    view! {
        <Page title crumbs actions=tag>
            {loaded.view(SkeletonShape::Cards, move |answer| view! { <Standing answer loaded/> })}
            <News loaded/>
        </Page>
    }
}

/// The whole of it, as far as it was submitted at all.
#[component]
fn Standing(answer: Tagged<ApplicationDetail>, loaded: Loaded<ApplicationDetail>) -> impl IntoView {
    let ApplicationDetail {
        application,
        role,
        owner,
        names,
        ..
    } = answer.body.clone();
    if application.rounds.is_empty() {
        let href = path::application_overview(&application.id);
        return view! {
            <EmptyState title=say(status::draft)>
                <LinkButton label=say(status::start_button) href=Signal::stored(href) kind=ButtonKind::Primary/>
            </EmptyState>
        }
        .into_any();
    }
    let may_edit = may(Operation::ApplicationSave, role);
    let fix = (may_edit && application.status.is_editable()).then(|| application.id.clone());
    let words = general_words(&application);
    let verdicts = judged(&application);
    let record = record_link((&application.id).into(), role);
    let (receipt, turn, history) = (
        application.receipt.clone(),
        application.clone(),
        application.clone(),
    );
    view! {
        <Receipt receipt/>
        <Turn application=turn/>
        {(!may_edit).then(|| read_only(role, owner))}
        <Ways answer loaded may_edit/>
        <Panel title=say(status::items_title)>
            {words.map(|words| {
                let label = say(status::general_words);
                view! { <p class="hint">{move || label.get()}</p><p class="pre">{words}</p> }
            })}
            <VerdictList items=verdicts fix/>
        </Panel>
        <Panel title=say(status::timeline)>
            <Timeline application names/>
            <p class="hint">{say(shell::seoul_time)}</p>
        </Panel>
        <History application=history/>
        {record}
    }
    .into_any()
}

#[component]
fn Receipt(receipt: Option<String>) -> impl IntoView {
    let label = say(status::receipt);
    receipt.map(|receipt| {
        view! {
            <p class="row">
                <span>{move || label.get()}{" "}<strong class="num">{receipt.clone()}</strong></span>
                <CopyButton
                    label=say(status::copy_receipt_button)
                    value=Signal::stored(receipt)
                    done=say(shell::copied)
                    failed=say(shell::not_copied)
                />
            </p>
        }
    })
}

/// What can be done now: at most one primary action.
#[component]
fn Ways(
    answer: Tagged<ApplicationDetail>,
    loaded: Loaded<ApplicationDetail>,
    may_edit: bool,
) -> impl IntoView {
    let application = &answer.body.application;
    let (id, now) = (application.id.clone(), application.status);
    let overview = path::application_overview(&id);
    let see = path::application(&id, Part::Check);
    let compare = (!application.rounds.is_empty()).then(|| path::compare(&id, None));
    let resubmit = may_edit && now.is_editable();
    let hint = matches!(now, Status::OnHold | Status::Rejected);
    view! {
        <div class="row no-print">
            {resubmit.then(|| view! {
                <LinkButton label=say(status::resubmit_button) href=Signal::stored(overview) kind=ButtonKind::Primary/>
            })}
            <LinkButton label=say(status::view_button) href=Signal::stored(see)/>
            {compare.map(|href| view! { <LinkButton label=say(share::compare_button) href=Signal::stored(href)/> })}
            <Button label=say(shell::print_button) on_press=print/>
            {(may_edit && now.is_under_review()).then(|| view! { <Withdraw application=id version=answer.version loaded/> })}
        </div>
        {(resubmit && hint).then(|| {
            let words = say(status::resubmit_hint);
            view! { <p class="hint">{move || words.get()}</p> }
        })}
    }
}

fn print(_: ()) {
    // Refused only inside a frame that forbids it.
    let _ = window().print();
}

fn read_only(role: AppRole, owner: String) -> impl IntoView {
    let words = tell(move |lang| status::read_only(lang, text::app_role(lang, role), &owner));
    view! { <p class="hint">{move || words.get()}</p> }
}

/// The words on the whole of the newest decision.
fn general_words(application: &Application) -> Option<String> {
    let decision = application
        .rounds
        .iter()
        .rev()
        .find_map(|round| round.decision.as_ref())?;
    Some(decision.words.clone()).filter(|words| !words.trim().is_empty())
}

/// Every item that was submitted, as it was asked for the last time, with the last verdict on it. While a round is under way its
/// items have none: what was said before is answered by it.
fn judged(application: &Application) -> Vec<Judged> {
    let Some(round) = application.rounds.last() else {
        return Vec::new();
    };
    let verdicts = application.verdicts();
    let open = application.status.is_under_review();
    round
        .document
        .form
        .used()
        .map(|(item, request)| Judged {
            item,
            stage: request.stage,
            verdict: verdicts
                .get(&item)
                .filter(|_| !(open && round.covers.contains(&item)))
                .cloned(),
        })
        .collect()
}
