//! One channel: its state, its business information, its links, and what stands in the way.

use contract::body::{ChannelDetail, ChannelRow, LinkedTo};
use domain::id::ChannelId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use text::screens::{channels, errors, shell};
use ui::{Button, ButtonKind, CopyButton, LinkButton, Note, NoteTone, Panel, SkeletonShape};

use super::facts::{asset, number, state_tag};
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::layout::{Crumb, Page};
use crate::parts::link_facts::LinkFacts;
use crate::parts::members::{MembersPanel, Place};
use crate::parts::not_found::NotFound;
use crate::parts::reasons::{ReasonList, remedy_for, why_not};
use crate::parts::record_link::record_link;
use crate::path::{self, LinkStep};

/// The page of the channel in the address.
#[component]
pub fn ChannelPage() -> impl IntoView {
    let params = use_params_map();
    let id =
        Memo::new(move |_| ChannelId::parse(&params.with(|params| params.get("channel"))?).ok());
    move || match id.get() {
        Some(id) => view! { <OneChannel id/> }.into_any(),
        None => view! { <Page title=say(errors::not_found_title)><NotFound/></Page> }.into_any(),
    }
}

#[component]
fn OneChannel(id: ChannelId) -> impl IntoView {
    let (api, shown) = (use_api(), StoredValue::new(id.clone()));
    let channel = Loaded::new(move || {
        let (client, id) = (api.client(), id.clone());
        async move { client.channel_get(&id).await }
    });
    let title = tell(move |lang| {
        channel.get().map_or_else(
            || channels::name(lang).to_owned(),
            |detail| detail.body.row.channel.name,
        )
    });
    let there = Memo::new(move |_| channel.get().is_some());
    let crumbs = vec![Crumb {
        href: path::channels(),
        label: say(channels::name),
    }];
    let link = move || {
        channel.get().map(|detail| {
            let row = detail.body.row;
            let (label, kind) = (say(channels::link_button), ButtonKind::Primary);
            if let Some(blocked) = why_not(&row.reasons) {
                return view! { <Button label kind blocked/> }.into_any();
            }
            let href = path::link_new(LinkStep::App, None, &[row.channel.id], None);
            view! { <LinkButton label href kind/> }.into_any()
        })
    };
    view! {
        <Page title crumbs actions=move || link>
            {channel.view(SkeletonShape::Cards, |detail| body(detail.body))}
            <Show when=move || there.get()>
                <MembersPanel place=Place::Channel(shown.get_value()) on_change=Callback::new(move |()| channel.reload())/>
            </Show>
        </Page>
    }
}

fn body(detail: ChannelDetail) -> impl IntoView {
    let ChannelDetail { row, links } = detail;
    let asset = asset(&row);
    let reasons = row.reasons.clone();
    let record = record_link((&row.channel.id).into(), row.role);
    view! {
        {if reasons.is_empty() {
            view! { <Note tone=NoteTone::Ok><p>{say(channels::usable_now)}</p></Note> }.into_any()
        } else {
            view! {
                <Panel title=say(channels::reasons_title)>
                    <ReasonList reasons action=remedy_for(asset)/>
                </Panel>
            }
            .into_any()
        }}
        <div class="columns">
            <Panel title=say(channels::column_channel)>{facts(row)}</Panel>
            <Panel title=say(channels::column_linked)>{linked(links)}</Panel>
        </div>
        {record}
    }
}

fn facts(row: ChannelRow) -> impl IntoView {
    let channel = row.channel;
    let role = row.role;
    let shown = number(&channel);
    let optional = [
        (
            channels::trade_name as fn(text::Lang) -> &'static str,
            channel.trade_name,
        ),
        (channels::representative, channel.representative),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some(view! { <dt>{say(label)}</dt><dd>{value?}</dd> }))
    .collect_view();
    view! {
        <dl class="facts">
            <dt>{say(channels::state)}</dt>
            <dd>{state_tag(channel.state)}</dd>
            <dt>{say(channels::search_id)}</dt>
            <dd>{format!("@{}", channel.search_id)}</dd>
            <dt>{say(channels::profile_id)}</dt>
            <dd><code>{channel.public_id}</code></dd>
            <dt>{say(channels::column_number)}</dt>
            <dd>{shown}{channel.number.map(copy)}</dd>
            {optional}
            <dt>{say(channels::master)}</dt>
            <dd>{row.master}</dd>
            <dt>{say(channels::column_role)}</dt>
            <dd>{tell(move |lang| text::channel_role(lang, role).to_owned())}</dd>
        </dl>
    }
}

/// Copies the number; one that is shown only in part cannot be copied, and it is said who sees it whole.
fn copy(number: String) -> AnyView {
    if number.contains('•') {
        return view! { <p class="hint">{say(channels::number_hidden)}</p> }.into_any();
    }
    let what = say(channels::column_number);
    view! {
        " "
        <CopyButton
            label=say(shell::copy_button)
            hidden=Signal::derive(move || Some(what.get()))
            value=number
            done=say(shell::copied)
            failed=say(shell::not_copied)
        />
    }
    .into_any()
}

fn linked(links: Vec<LinkedTo>) -> AnyView {
    if links.is_empty() {
        return view! { <p>{say(channels::not_linked)}</p> }.into_any();
    }
    let rows = links
        .into_iter()
        .map(|LinkedTo { app, link, drift }| {
            view! {
                <li>
                    <a class="act" href=path::app(&app.id)><span>{app.name}</span></a>
                    <LinkFacts link drift/>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="entry-list">{rows}</ul> }.into_any()
}
