//! The rows of the list of channels.

use contract::body::{AppChoice, ChannelRow, Group};
use leptos::prelude::*;
use text::Lang;
use text::screens::channels;

use super::facts::{asset, number, state_tag};
use crate::lang::{say, tell};
use crate::parts::listing::Listing;
use crate::parts::marked::Marked;
use crate::parts::reasons::{ReasonList, RemedyAction};
use crate::path;

type Sentence = fn(Lang) -> &'static str;

/// Head and body of the table of one group.
pub(super) fn table(group: Group, rows: Vec<ChannelRow>, list: Listing) -> AnyView {
    let columns: [Sentence; 4] = match group {
        Group::Usable => [
            channels::column_channel,
            channels::column_number,
            channels::column_role,
            channels::column_linked,
        ],
        Group::Other => [
            channels::column_channel,
            channels::column_role,
            channels::column_reason,
            channels::column_action,
        ],
    };
    let heads = columns
        .map(|column| view! { <th scope="col">{say(column)}</th> })
        .collect_view();
    let words = list.words();
    let rows = rows
        .into_iter()
        .map(|row| match group {
            Group::Usable => usable(row, words).into_any(),
            Group::Other => other(row, words).into_any(),
        })
        .collect_view();
    view! {
        <thead><tr>{heads}</tr></thead>
        <tbody>{rows}</tbody>
    }
    .into_any()
}

fn usable(row: ChannelRow, words: Signal<String>) -> impl IntoView {
    let number = number(&row.channel);
    view! {
        <tr>
            {name(&row, words)}
            <td data-l=say(channels::column_number)>{number}</td>
            {role(&row)}
            <td data-l=say(channels::column_linked)>{linked(row.linked_to)}</td>
        </tr>
    }
}

fn other(row: ChannelRow, words: Signal<String>) -> impl IntoView {
    let first = row.reasons.first().cloned();
    let asset = asset(&row);
    let master = row.master.clone();
    view! {
        <tr>
            {name(&row, words)}
            {role(&row)}
            <td data-l=say(channels::column_reason)>
                <ReasonList reasons=row.reasons/>
            </td>
            <td data-l=say(channels::column_action)>
                {first.map(|finding| view! { <RemedyAction finding asset/> })}
                <p class="hint">{say(channels::master)}" "{master}</p>
            </td>
        </tr>
    }
}

/// The first cell: name and search ID, leading to the page of the channel.
fn name(row: &ChannelRow, words: Signal<String>) -> impl IntoView {
    let channel = &row.channel;
    let state = channel.state;
    let search_id = format!("@{}", channel.search_id);
    view! {
        <th scope="row" data-l=say(channels::column_channel)>
            <a class="act" href=path::channel(&channel.id)><span><Marked text=channel.name.clone() words/></span></a>
            <p class="hint"><Marked text=search_id words/></p>
            {(state != domain::channel::ChannelState::Business).then(|| state_tag(state))}
        </th>
    }
}

fn role(row: &ChannelRow) -> impl IntoView {
    let role = row.role;
    view! {
        <td data-l=say(channels::column_role)>{tell(move |lang| text::channel_role(lang, role).to_owned())}</td>
    }
}

/// The apps a channel is linked to.
fn linked(apps: Vec<AppChoice>) -> AnyView {
    if apps.is_empty() {
        return view! { <span class="hint">{say(channels::not_linked)}</span> }.into_any();
    }
    let links = apps
        .into_iter()
        .map(|app| view! { <li><a class="act" href=path::app(&app.id)><span>{app.name}</span></a></li> })
        .collect_view();
    view! { <ul role="list">{links}</ul> }.into_any()
}
