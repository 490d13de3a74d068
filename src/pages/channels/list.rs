//! The list of channels.

use contract::body::{Group, ListQuery};
use leptos::prelude::*;
use text::screens::channels;
use ui::{ButtonKind, EmptyState, LinkButton};

use super::lookup::Lookup;
use super::table::table;
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::say;
use crate::layout::Page;
use crate::parts::listing::{Filters, Groups, Words, use_listing};
use crate::path::{self, LinkStep, Topic};

static WORDS: Words = Words {
    name: channels::name,
    title: (channels::title, channels::title_many),
    search: channels::search,
    state_usable: channels::state_usable,
    state_linked: channels::state_linked,
    captions: [
        (channels::usable, channels::usable_many),
        (channels::unusable, channels::unusable_many),
    ],
    none: [channels::usable_none, channels::unusable_none],
    pages: [channels::usable_pages, channels::unusable_pages],
};

/// Every channel of the viewer, in two groups.
#[component]
pub fn ChannelsPage() -> impl IntoView {
    let api = use_api();
    let list = use_listing(path::channels());
    let fetch = move |query: Memo<ListQuery>| {
        let api = api.clone();
        Loaded::new(move || {
            let (client, query) = (api.client(), query.get());
            async move { client.channel_list(&query).await }
        })
    };
    let groups = Groups {
        list,
        words: &WORDS,
        usable: fetch(list.query(Group::Usable)),
        other: fetch(list.query(Group::Other)),
    };
    groups.announce();
    let link = move || {
        let href = path::link_new(LinkStep::App, None, &[], None);
        view! { <LinkButton label=say(channels::link_button) href kind=ButtonKind::Primary/> }
    };
    view! {
        <Page title=groups.title() actions=link>
            <Filters list words=&WORDS/>
            {groups.view(table, ViewFn::from(|| view! { <NoChannel/> }))}
            <Lookup/>
        </Page>
    }
}

/// There never was a channel: why one is needed, and how to get one.
#[component]
fn NoChannel() -> impl IntoView {
    let why = say(channels::empty_why);
    view! {
        <EmptyState title=say(channels::empty_title) text=Signal::derive(move || Some(why.get()))>
            <p>{say(channels::empty)}</p>
            <LinkButton label=say(text::screens::help::channel_title) href=path::topic(Topic::ChannelConversion)/>
        </EmptyState>
    }
}
