//! The list of apps.

use contract::body::{Group, ListQuery};
use leptos::prelude::*;
use text::screens::apps;
use ui::{ButtonKind, EmptyState, LinkButton, Note};

use super::table::table;
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::say;
use crate::layout::Page;
use crate::parts::listing::{Filters, Groups, Words, use_listing};
use crate::path::{self, LinkStep, Topic};

static WORDS: Words = Words {
    name: apps::name,
    title: (apps::title, apps::title_many),
    search: apps::search,
    state_usable: apps::state_usable,
    state_linked: apps::state_linked,
    captions: [
        (apps::usable, apps::usable_many),
        (apps::unusable, apps::unusable_many),
    ],
    none: [apps::usable_none, apps::unusable_none],
    pages: [apps::usable_pages, apps::unusable_pages],
};

/// Every app of the viewer, in two groups.
#[component]
pub fn AppsPage() -> impl IntoView {
    let api = use_api();
    let list = use_listing(path::apps());
    let fetch = move |query: Memo<ListQuery>| {
        let api = api.clone();
        Loaded::new(move || {
            let (client, query) = (api.client(), query.get());
            async move { client.app_list(&query).await }
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
        view! { <LinkButton label=say(apps::link_button) href kind=ButtonKind::Primary/> }
    };
    view! {
        <Page title=groups.title() actions=link>
            <Note><p>{say(apps::keep)}</p></Note>
            <Filters list words=&WORDS/>
            {groups.view(table, ViewFn::from(|| view! { <NoApp/> }))}
        </Page>
    }
}

/// There never was an app: why one is needed, and how to get one.
#[component]
fn NoApp() -> impl IntoView {
    let why = say(apps::empty_why);
    view! {
        <EmptyState title=say(apps::empty_title) text=Signal::derive(move || Some(why.get()))>
            <p>{say(apps::empty)}</p>
            <LinkButton label=say(text::screens::help::app_title) href=path::topic(Topic::AppConversion)/>
        </EmptyState>
    }
}
