//! The third step: everything is looked at once more, said what will happen, and linked: all or nothing.

use contract::Tagged;
use contract::body::AppDetail;
use domain::finding::Finding;
use domain::id::{AppId, ChannelId};
use domain::subject::Subject;
use leptos::prelude::*;
use text::screens::{links, shell};
use ui::{
    Button, ButtonKind, Choice, LinkButton, MaybeText, Note, NoteTone, RadioGroup, SkeletonShape,
    SummaryList, SummaryRow, ime,
};
use web_sys::KeyboardEvent;

use super::StepPage;
use super::desk::{Desk, Outcome};
use super::place::{Place, Wizard};
use super::stand::CandidateRow;
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::reasons::ReasonList;
use crate::parts::slots::Slots;
use crate::path::LinkStep;

/// The step.
#[component]
pub fn CheckStep(wizard: Wizard) -> impl IntoView {
    // Another choice asks anew; another representative asks nothing.
    let chosen = Memo::new(move |_| {
        wizard
            .place
            .with(|place| (place.app.clone(), place.channels.clone()))
    });
    view! {
        <StepPage wizard step=LinkStep::Check title=say(links::review_title)>
            {move || {
                let (app, channels) = chosen.get();
                app.map(|app| view! { <Check wizard app channels/> })
            }}
        </StepPage>
    }
}

/// The check of one choice.
#[component]
fn Check(wizard: Wizard, app: AppId, channels: Vec<ChannelId>) -> impl IntoView {
    let lang = use_lang();
    let desk = Desk::new(wizard, app, channels);
    let all_linked = Memo::new(move |_| desk.all_linked());
    let blocked = Signal::derive(move || desk.blocked(lang.get()));
    let link = Callback::new(move |()| {
        if untrack(|| blocked.get().is_none() && !desk.busy.get() && !desk.all_linked()) {
            desk.link();
        }
    });
    let keys = move |ev: KeyboardEvent| {
        if ime::is_submit_chord(&ev) {
            link.run(());
        }
    };
    view! {
        <div class="group" on:keydown=keys>
            {desk.app.view(SkeletonShape::Lines, move |app: Tagged<AppDetail>| view! { <Summary desk app=app.body/> })}
            <Show when=move || all_linked.get() fallback=move || view! { <Act desk blocked link/> }>
                <Note tone=NoteTone::Ok live=true><p>{say(links::all_linked)}</p></Note>
                <div class="row">
                    <LinkButton
                        label=say(links::to_done_button)
                        kind=ButtonKind::Primary
                        href=Signal::derive(move || wizard.place.get().at(LinkStep::Done).href())
                    />
                </div>
            </Show>
        </div>
    }
}

/// What was chosen, with the ways to change it.
#[component]
fn Summary(desk: Desk, app: AppDetail) -> impl IntoView {
    let wizard = desk.wizard;
    let to = move |step| Signal::derive(move || Some(wizard.place.get().at(step).href()));
    let number = app
        .row
        .app
        .business
        .as_ref()
        .map(|business| business.number.to_string());
    let (used, reasons) = (app.links.len(), app.row.reasons.clone());
    let now = app
        .links
        .iter()
        .find(|linked| linked.link.representative)
        .map(|linked| linked.name.clone());
    let rows = desk
        .candidates
        .get_value()
        .into_iter()
        .map(|candidate| view! { <CandidateRow candidate wizard/> })
        .collect_view();
    let chosen = Signal::derive(move || desk.ready().len());
    let change = say(shell::change_button);
    view! {
        <SummaryList>
            <SummaryRow term=say(links::review_app) change=to(LinkStep::App) change_label=change>
                <strong>{app.row.app.name.clone()}</strong>{" "}<span class="num">{number}</span>
                <p class="row"><Slots used chosen/></p>
                {(!reasons.is_empty()).then(|| view! { <ReasonList reasons/> })}
            </SummaryRow>
            <SummaryRow term=say(links::review_channels) change=to(LinkStep::Channels) change_label=change>
                <ul class="pick-list">{rows}</ul>
            </SummaryRow>
            {now.map(|name| view! { <SummaryRow term=say(links::representative)>{name}</SummaryRow> })}
        </SummaryList>
    }
}

/// The representative channel, what will happen, and the button.
#[component]
fn Act(desk: Desk, blocked: MaybeText, link: Callback<()>) -> impl IntoView {
    let lang = use_lang();
    let ready = Memo::new(move |_| desk.ready());
    let asks = Memo::new(move |_| {
        desk.app.get().is_some() && desk.linked() == 0 && ready.with(|ready| ready.len() > 1)
    });
    let options = Signal::derive(move || {
        ready
            .get()
            .into_iter()
            .map(|(id, name)| Choice::new(id.as_str(), name))
            .collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        desk.representative()
            .map(|id| id.to_string())
            .unwrap_or_default()
    });
    let on_change = move |id: String| {
        let representative = ChannelId::parse(&id).ok();
        desk.wizard.choose(Place {
            representative,
            ..desk.wizard.here()
        });
    };
    let hint = say(links::representative_hint);
    let label = tell(move |lang| links::link_count_button(lang, ready.with(Vec::len)));
    let refresh = Memo::new(move |_| desk.wants_another_look());
    let working = Signal::derive(move || Some(links::linking(lang.get()).to_owned()));
    view! {
        <Show when=move || asks.get()>
            <RadioGroup
                legend=say(links::choose_representative)
                hint=Signal::derive(move || Some(hint.get()))
                options value on_change
            />
        </Show>
        <Note><p>{say(links::what_happens)}</p><p>{say(links::all_or_nothing)}</p></Note>
        {move || desk.outcome.get().map(outcome)}
        <div class="row">
            <LinkButton
                label=say(shell::back_button)
                href=Signal::derive(move || desk.wizard.place.get().at(LinkStep::Channels).href())
            />
            <Button label kind=ButtonKind::Primary busy=desk.busy busy_label=working blocked on_press=link/>
            <Show when=move || refresh.get()>
                <Button label=say(links::recheck_button) on_press=move |()| desk.reload()/>
            </Show>
        </div>
    }
}

/// What came of the last attempt, in place.
fn outcome(outcome: Outcome) -> AnyView {
    match outcome {
        Outcome::Changed => {
            view! { <Note tone=NoteTone::Warn live=true><p>{say(links::changed_meanwhile)}</p></Note> }.into_any()
        }
        Outcome::Refused(findings) => {
            let rest: Vec<Finding> = findings
                .into_iter()
                .filter(|finding| !matches!(finding.subject, Subject::Channel(_)))
                .collect();
            let rest = (!rest.is_empty()).then(|| view! { <ReasonList reasons=rest/> });
            view! { <Note tone=NoteTone::Danger live=true><p>{say(links::none_linked)}</p>{rest}</Note> }.into_any()
        }
        Outcome::Failed(failure) => view! { <FailureNote failure/> }.into_any(),
    }
}
