//! What stands around the tasks: what is under way, why nothing can be used yet, and what comes after the tasks.

use contract::body::{ApplicationRow, Home, InvitationRow};
use domain::application::Status;
use domain::finding::Finding;
use domain::subject::Subject;
use leptos::prelude::*;
use text::screens::home;
use ui::{ButtonKind, EmptyState, LinkButton, Note, Panel};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::parts::reasons::ReasonList;
use crate::parts::remedy::{RemedyLink, Target};
use crate::parts::status_tag::StatusTag;
use crate::parts::when::{When, now};
use crate::path::{self, LinkStep};
use crate::session::use_session;

/// The way to the reviewer's work.
#[component]
pub fn Reviewing() -> impl IntoView {
    view! {
        <div class="row">
            <LinkButton label=say(home::reviewer_button) href=path::reviews() kind=ButtonKind::Primary/>
        </div>
    }
}

/// The way to the operator's work, and how many invitations are open.
#[component]
pub fn Operating() -> impl IntoView {
    let api = use_api();
    let invitations = Loaded::new(move || {
        let client = api.client();
        async move { client.invitation_list().await }
    });
    let open = tell(move |lang| {
        let Some(answer) = invitations.get() else {
            return String::new();
        };
        let all = answer.body.invitations.iter();
        let is_open = |one: &&InvitationRow| {
            one.used_at.is_none() && one.revoked_at.is_none() && one.expires_at > now()
        };
        home::invitations_open(lang, all.filter(is_open).count())
    });
    view! {
        <Panel title=say(home::operator_lead)>
            <p>{move || open.get()}</p>
            <div class="row">
                <LinkButton label=say(home::people_button) href=path::people() kind=ButtonKind::Primary/>
                <LinkButton label=say(home::record_button) href=path::record(&[])/>
            </div>
        </Panel>
    }
}

/// Somebody waits for an answer.
#[component]
pub fn WaitingRequests() -> impl IntoView {
    let session = use_session();
    let count = Memo::new(move |_| session.me().map_or(0, |me| me.requests_waiting));
    let any = Memo::new(move |_| count.get() > 0);
    let words = tell(move |lang| home::requests_waiting(lang, count.get()));
    view! {
        <Show when=move || any.get()>
            <Note>
                <p>{move || words.get()}</p>
                <a class={"act"} href=path::requests()>{say(home::see_requests)}</a>
            </Note>
        </Show>
    }
}

/// For somebody without a role on anything.
#[component]
pub fn Nothing() -> impl IntoView {
    let words = tell(|lang| format!("{} {}", home::why_channel(lang), home::nothing(lang)));
    view! {
        <EmptyState title=say(home::nothing_title) text=Signal::derive(move || Some(words.get()))>
            <LinkButton label=say(home::see_channels) href=path::channels()/>
            <LinkButton label=say(home::see_apps) href=path::apps()/>
            <LinkButton
                label=say(home::no_channel_button)
                href=path::topic(path::Topic::ChannelConversion)
            />
        </EmptyState>
    }
}

/// Why no app, or no channel, can be used: the reasons of the nearest one.
#[component]
pub fn Why(data: Home) -> impl IntoView {
    let remedy = data.reasons.first().cloned().map(remedy);
    view! {
        <Panel title=say(home::reasons_title)>
            <p class={"hint"}>{say(home::nearest)}</p>
            <ReasonList reasons=data.reasons/>
            <div class="row">{remedy}</div>
        </Panel>
    }
}

/// The one action; where the reason does not say which app it is about, the list of apps.
fn remedy(finding: Finding) -> AnyView {
    match finding.subject.clone() {
        Subject::Channel(channel) => {
            let target = Target::Channel { channel, app: None };
            view! { <RemedyLink finding target name=""/> }.into_any()
        }
        _ => view! { <LinkButton label=say(home::see_apps) href=path::apps()/> }.into_any(),
    }
}

/// The application of the app, if there is one.
#[component]
pub fn UnderWay(application: Option<ApplicationRow>) -> impl IntoView {
    let body = match application {
        None => view! { <p>{say(home::under_way_none)}</p> }.into_any(),
        Some(row) => view! { <Application row/> }.into_any(),
    };
    view! { <Panel title=say(home::under_way)>{body}</Panel> }
}

#[component]
fn Application(row: ApplicationRow) -> impl IntoView {
    let ApplicationRow {
        id,
        app,
        status,
        receipt,
        items,
        changed_at,
        changed_by,
        ..
    } = row;
    let name = tell(move |lang| home::under_way_app(lang, &app.name));
    let receipt = receipt.map(|number| {
        let words = tell(move |lang| home::receipt(lang, &number));
        view! { <span class="num">{move || words.get()}</span> }
    });
    let items = tell(move |lang| home::items(lang, items));
    let changed = tell(move |lang| home::changed(lang, &changed_by));
    let (label, href) = match status {
        Status::Draft | Status::Withdrawn => {
            (say(home::see_application), path::application_overview(&id))
        }
        _ => (say(home::see_status), path::application_status(&id)),
    };
    view! {
        <div class="row">
            <strong>{move || name.get()}</strong>
            <StatusTag status/>
            {receipt}
        </div>
        <p class="hint">
            {move || items.get()}{" · "}{move || changed.get()}{" · "}<When at=changed_at/>
        </p>
        <div class="row"><LinkButton label href/></div>
    }
}

/// What can be done when everything is done.
#[component]
pub fn NextThings(data: Home) -> impl IntoView {
    let app = data.app.as_ref().map(|app| &app.id);
    let more = path::link_new(
        if app.is_some() {
            LinkStep::Channels
        } else {
            LinkStep::App
        },
        app,
        &[],
        None,
    );
    let application = data.application.as_ref().map(|row| {
        view! {
            <LinkButton label=say(home::next_items) href=path::application_overview(&row.id)/>
            <LinkButton label=say(home::next_preview) href=path::preview(&row.id)/>
        }
    });
    view! {
        <Panel title=say(home::next_title)>
            <div class="row">
                <LinkButton label=say(home::next_channels) href=more/>
                {application}
            </div>
        </Panel>
    }
}
