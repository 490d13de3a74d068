//! Role requests: those to answer, and one's own.

mod row;

use contract::body::{RoleRequestRow, RoleRequests};
use domain::role::RoleRequestState;
use leptos::prelude::*;
use text::screens::{requests, shell};
use ui::{EmptyState, Panel, SkeletonShape};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::layout::Page;
use row::{Incoming, Outgoing};

/// Both kinds of requests, newest first.
#[component]
pub fn RequestsPage() -> impl IntoView {
    let api = use_api();
    let all = Loaded::new(move || {
        let client = api.client();
        async move { client.role_request_list().await }
    });
    let on_reload = Callback::new(move |()| all.reload());
    view! {
        <Page title=say(requests::title)>
            <p class="lead">{say(requests::lead)}</p>
            <p class="hint">{say(shell::seoul_time)}</p>
            {all.view(SkeletonShape::Rows, move |all| body(all.body, on_reload))}
        </Page>
    }
}

fn body(all: RoleRequests, on_reload: Callback<()>) -> AnyView {
    let RoleRequests { incoming, outgoing } = all;
    if incoming.is_empty() && outgoing.is_empty() {
        let why = say(requests::none);
        return view! {
            <EmptyState title=say(requests::none_title) text=Signal::derive(move || Some(why.get()))/>
        }
        .into_any();
    }
    let is_open = |row: &RoleRequestRow| row.request.state == RoleRequestState::Open;
    let (waiting, decided): (Vec<_>, Vec<_>) = incoming.into_iter().partition(is_open);
    // Counts what still waits; each row takes itself off when it is answered, and stays where it is.
    let left = RwSignal::new(waiting.len());
    let (answered, mine) = (decided.len(), outgoing.len());
    let none_waiting = waiting.is_empty();
    let outgoing = outgoing
        .into_iter()
        .map(|row| view! { <Outgoing row/> })
        .collect_view();
    let waiting = waiting
        .into_iter()
        .map(|row| view! { <Incoming row left on_reload/> })
        .collect_view();
    view! {
        <Panel title=tell(move |lang| requests::incoming(lang, left.get()))>
            {none_waiting.then(|| view! { <p>{say(requests::incoming_none)}</p> })}
            {(!none_waiting).then(|| view! { <ul class="entry-list">{waiting}</ul> })}
        </Panel>
        <Panel title=tell(move |lang| requests::outgoing(lang, mine))>
            {(mine == 0).then(|| view! { <p>{say(requests::outgoing_none)}</p> })}
            {(mine > 0).then(|| view! { <ul class="entry-list">{outgoing}</ul> })}
        </Panel>
        {(answered > 0).then(|| view! {
            <Panel title=tell(move |lang| requests::decided(lang, answered))>
                <ul class="entry-list">
                    {decided.into_iter().map(|row| view! { <Incoming row left on_reload/> }).collect_view()}
                </ul>
            </Panel>
        })}
    }
    .into_any()
}
