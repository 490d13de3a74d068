//! The last step: what is linked now, and what comes next. It can be opened again at any time.

use contract::Tagged;
use contract::body::AppDetail;
use domain::id::AppId;
use leptos::prelude::*;
use text::screens::{errors, home, links};
use ui::{ButtonKind, LinkButton, Note, NoteTone, Panel, SkeletonShape, Tag, TagTone};

use super::StepPage;
use super::place::Wizard;
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::parts::slots::Slots;
use crate::parts::start_application::StartApplication;
use crate::path::{self, LinkStep};

/// The step.
#[component]
pub fn DoneStep(wizard: Wizard) -> impl IntoView {
    let app = Memo::new(move |_| wizard.place.get().app);
    move || app.get().map(|app| view! { <OfApp wizard app/> })
}

/// The step for one app.
#[component]
fn OfApp(wizard: Wizard, app: AppId) -> impl IntoView {
    let api = use_api();
    let detail = Loaded::new(move || {
        let (client, app) = (api.client(), app.clone());
        async move { client.app_get(&app).await }
    });
    let chosen = Memo::new(move |_| wizard.place.get().channels);
    let linked = Memo::new(move |_| {
        let detail = detail.get()?.body;
        let is_linked = |id: &&domain::id::ChannelId| {
            detail
                .links
                .iter()
                .any(|linked| linked.link.channel == **id)
        };
        Some((
            chosen.with(|chosen| chosen.iter().filter(is_linked).count()),
            detail.row.app.name,
        ))
    });
    let title = tell(move |lang| match linked.get() {
        None => links::done_loading(lang).to_owned(),
        Some((0, _)) => links::done_none(lang).to_owned(),
        Some((count, app)) => links::done(lang, count, &app),
    });
    let left_out = Memo::new(move |_| {
        linked
            .get()
            .map_or(0, |(count, _)| chosen.with(Vec::len) - count)
    });
    let is_short = Memo::new(move |_| left_out.get() > 0);
    let left_words = tell(move |lang| links::done_missing(lang, left_out.get()));
    let to_check = Signal::derive(move || wizard.place.get().at(LinkStep::Check).href());
    view! {
        <StepPage wizard step=LinkStep::Done title>
            <Show when=move || is_short.get()>
                <Note tone=NoteTone::Warn>
                    <p>{move || left_words.get()}</p>
                    <LinkButton label=say(links::recheck_button) href=to_check/>
                </Note>
            </Show>
            {detail.view(SkeletonShape::Rows, |detail: Tagged<AppDetail>| view! { <Result detail=detail.body/> })}
        </StepPage>
    }
}

/// The links of the app, and the ways on.
#[component]
fn Result(detail: AppDetail) -> impl IntoView {
    let rows = detail
        .links
        .iter()
        .map(|linked| {
            let representative = linked.link.representative.then(|| {
                view! { <Tag tone=TagTone::Draft label=say(links::representative_now)/> }
            });
            view! {
                <li class="row">
                    <a class="act" href=path::channel(&linked.link.channel)>{linked.name.clone()}</a>
                    <span class="hint">{format!("@{}", linked.search_id)}</span>
                    {representative}
                </li>
            }
        })
        .collect_view();
    let app = detail.row.app.id.clone();
    let on = match &detail.row.application {
        Some(application) => {
            let href = path::application_overview(&application.id);
            view! { <LinkButton label=say(home::see_application) href kind=ButtonKind::Primary/> }
                .into_any()
        }
        None => view! { <StartApplication app=app.clone() kind=ButtonKind::Primary/> }.into_any(),
    };
    view! {
        <Panel title=say(links::done_list)>
            <p class="row"><Slots used=detail.links.len()/></p>
            <ul class="pick-list">{rows}</ul>
        </Panel>
        <Panel title=say(links::done_next)>
            <div class="row">
                {on}
                <LinkButton label=say(links::done_all_links) href=path::links()/>
                <LinkButton label=say(errors::home_button) href=path::home(Some(&app))/>
            </div>
        </Panel>
    }
}
