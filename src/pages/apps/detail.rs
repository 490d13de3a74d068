//! One app: how users will see it, its business information, its channels, its application, and what stands in the way.

use contract::body::{AppDetail, AppRow, LinkedChannel};
use domain::id::AppId;
use domain::link::LINKS_MAX;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use text::screens::{apps, channels, errors};
use ui::{Button, ButtonKind, LinkButton, Note, NoteTone, Panel, SkeletonShape};

use super::facts::{asset, icon, links, number, sync};
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::layout::{Crumb, Page};
use crate::parts::link_facts::LinkFacts;
use crate::parts::members::{MembersPanel, Place};
use crate::parts::not_found::NotFound;
use crate::parts::reasons::{ReasonList, no_room, remedy_for};
use crate::parts::record_link::record_link;
use crate::parts::start_application::StartApplication;
use crate::path::{self, LinkStep};

/// The page of the app in the address.
#[component]
pub fn AppPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| AppId::parse(&params.with(|params| params.get("app"))?).ok());
    move || match id.get() {
        Some(id) => view! { <OneApp id/> }.into_any(),
        None => view! { <Page title=say(errors::not_found_title)><NotFound/></Page> }.into_any(),
    }
}

#[component]
fn OneApp(id: AppId) -> impl IntoView {
    let (api, shown) = (use_api(), StoredValue::new(id.clone()));
    let app = Loaded::new(move || {
        let (client, id) = (api.client(), id.clone());
        async move { client.app_get(&id).await }
    });
    let title = tell(move |lang| {
        app.get().map_or_else(
            || apps::name(lang).to_owned(),
            |detail| detail.body.row.app.name,
        )
    });
    let there = Memo::new(move |_| app.get().is_some());
    let crumbs = vec![Crumb {
        href: path::apps(),
        label: say(apps::name),
    }];
    let link = move || {
        app.get().map(|detail| {
            let row = detail.body.row;
            let (label, kind) = (say(apps::link_button), ButtonKind::Primary);
            if let Some(blocked) = no_room(&row) {
                return view! { <Button label kind blocked/> }.into_any();
            }
            let href = path::link_new(LinkStep::Channels, Some(&row.app.id), &[], None);
            view! { <LinkButton label href kind/> }.into_any()
        })
    };
    view! {
        <Page title crumbs actions=move || link>
            {app.view(SkeletonShape::Cards, |detail| body(detail.body))}
            <Show when=move || there.get()>
                <MembersPanel place=Place::App(shown.get_value()) on_change=Callback::new(move |()| app.reload())/>
            </Show>
        </Page>
    }
}

fn body(detail: AppDetail) -> impl IntoView {
    let AppDetail { row, links } = detail;
    let asset = asset(&row);
    let reasons = row.reasons.clone();
    let (screen, sync, business) = (as_users_see(&row), application(&row), business(&row));
    let linked = channels_of(&row, links);
    let record = record_link((&row.app.id).into(), row.role);
    view! {
        {if reasons.is_empty() {
            view! { <Note tone=NoteTone::Ok><p>{say(apps::usable_now)}</p></Note> }.into_any()
        } else {
            view! {
                <Panel title=say(apps::reasons_title)>
                    <ReasonList reasons action=remedy_for(asset)/>
                </Panel>
            }
            .into_any()
        }}
        <div class="columns">
            <Panel title=say(apps::as_users_see)>{screen}</Panel>
            <Panel title=say(apps::application_title)>{sync}</Panel>
            <Panel title=say(apps::channels_title)>{linked}</Panel>
            <Panel title=say(apps::business)>{business}</Panel>
        </div>
        {record}
    }
}

fn as_users_see(row: &AppRow) -> impl IntoView + use<> {
    let app = &row.app;
    let company = if app.company.is_empty() {
        view! { <p class="hint">{say(apps::company_none)}</p> }.into_any()
    } else {
        view! { <p>{app.company.clone()}</p> }.into_any()
    };
    view! {
        <div class="row">
            {icon(app)}
            <div>
                <strong>{app.name.clone()}</strong>
                {company}
            </div>
        </div>
        {(!app.icon).then(|| view! { <p>{say(apps::icon_no)}</p> })}
        <p class="hint">{say(apps::as_users_hint)}</p>
    }
}

fn application(row: &AppRow) -> impl IntoView + use<> {
    let can_start = row.reasons.is_empty();
    let app = row.app.id.clone();
    let way_on = match &row.application {
        Some(application) => {
            let (open, status) = (
                path::application_overview(&application.id),
                path::application_status(&application.id),
            );
            view! {
                {application.receipt.clone().map(|receipt| view! { <p class="num">{receipt}</p> })}
                <div class="row">
                    <LinkButton label=say(apps::application_open_button) href=open/>
                    <LinkButton label=say(apps::application_status_button) href=status/>
                </div>
            }
            .into_any()
        }
        None => view! {
            <p>{say(apps::application_none)}</p>
            {can_start.then(|| view! { <StartApplication app/> })}
        }
        .into_any(),
    };
    view! {
        {row.application.is_some().then(|| sync(row.application.as_ref()))}
        {way_on}
    }
}

fn channels_of(row: &AppRow, rows: Vec<LinkedChannel>) -> impl IntoView + use<> {
    let count = row.links;
    let left = tell(move |lang| apps::slots_left(lang, LINKS_MAX.saturating_sub(count)));
    let rows = rows.into_iter().map(channel).collect_view();
    let none = row.links == 0;
    let href = path::links_of(&row.app.id);
    view! {
        <p><span class="num">{links(count)}</span>" "{left}</p>
        {none.then(|| view! { <p>{say(apps::channels_none)}</p> })}
        {(!none).then(|| view! {
            <ul class="entry-list">{rows}</ul>
            <p class="hint">{say(apps::channels_hint)}</p>
            <div class="row"><LinkButton label=say(apps::manage_links_button) href/></div>
        })}
    }
}

fn channel(linked: LinkedChannel) -> impl IntoView {
    let LinkedChannel {
        link,
        name,
        search_id,
        drift,
    } = linked;
    view! {
        <li>
            <div class="row">
                <a class="act" href=path::channel(&link.channel)><span>{name}</span></a>
                <span class="hint">{format!("@{search_id}")}</span>
            </div>
            <LinkFacts link drift/>
        </li>
    }
}

fn business(row: &AppRow) -> impl IntoView + use<> {
    let app = &row.app;
    let (kind, review, role) = (app.kind, app.business_review, row.role);
    let more = app.business.clone().map(|business| {
        view! {
            <dt>{say(channels::trade_name)}</dt>
            <dd>{business.trade_name}</dd>
            <dt>{say(channels::representative)}</dt>
            <dd>{business.representative}</dd>
        }
    });
    let login: fn(text::Lang) -> &'static str = if app.kakao_login {
        apps::kakao_login
    } else {
        apps::kakao_login_no
    };
    view! {
        <dl class="facts">
            <dt>{say(apps::app_id)}</dt>
            <dd><code>{app.number.to_string()}</code></dd>
            <dt>{say(apps::kind)}</dt>
            <dd>{tell(move |lang| text::app_kind(lang, kind).to_owned())}</dd>
            <dt>{say(apps::column_number)}</dt>
            <dd>{number(app)}</dd>
            {more}
            <dt>{say(apps::business_review)}</dt>
            <dd>{tell(move |lang| text::business_review(lang, review).to_owned())}</dd>
            <dt>{say(apps::category)}</dt>
            <dd>{app.category.clone()}</dd>
            <dt>{say(apps::owner)}</dt>
            <dd>{row.owner.clone()}</dd>
            <dt>{say(apps::column_role)}</dt>
            <dd>{tell(move |lang| text::app_role(lang, role).to_owned())}</dd>
        </dl>
        <p>{say(login)}</p>
        {(!app.kakao_login).then(|| view! { <p class="hint">{say(apps::keep)}</p> })}
    }
}
