//! Channels: the list, one of them, and what may be told about one that is not in the list.

use std::collections::{BTreeMap, BTreeSet};

use contract::body::{
    AppChoice, ChannelDetail, ChannelRow, Group, LinkedTo, Lookup, Page, SEARCH_CHARS_MAX,
    channel_facts,
};
use contract::client::to_query;
use contract::endpoint::{ChannelGet, ChannelList, ChannelLookup};
use contract::error::FieldFault;
use contract::query::{ListQuery, PAGE_ROWS};
use domain::app::App;
use domain::channel::{Channel, is_search_id};
use domain::eligibility::{self, ChannelTest};
use domain::id::{AppId, ChannelId};
use domain::link::Link;
use domain::policy::Operation;
use domain::role::{ChannelRole, RoleRequestState, RoleWanted, User};

use crate::Backend;
use crate::app::visible_app;
use crate::fault::Fault;
use crate::http::{Call, Done, open_cursor, seal_cursor, text_problem};
use crate::permit::permit_channel;
use crate::store::ChannelAsk;

pub(crate) async fn channel_list(call: Call<ChannelList>) -> Result<Done, Fault> {
    let (backend, query) = (&call.backend, &call.query);
    check_search(&query.q)?;
    let pair = match &query.app {
        Some(id) => Some(chosen(backend, &call.caller, id).await?),
        None => None,
    };
    let test = pair.as_ref().map_or_else(ChannelTest::any, |(app, links)| {
        ChannelTest::for_app(app, links.len())
    });
    let list = list_name("channels", query);
    let ask = ChannelAsk {
        q: query.q.clone(),
        linked: query.linked,
        sort: query.sort,
        cursor: open_cursor(&list, query.cursor.as_deref())?,
        ..ChannelAsk::all(test, query.group == Group::Usable, PAGE_ROWS)
    };
    let page = backend.store.channel_page(&call.caller.id, &ask).await?;
    let page = Page {
        rows: rows(backend, &call.caller, page.rows, pair.as_ref()).await?,
        next: page.next.map(|place| seal_cursor(&list, &place)),
        previous: page.previous.map(|place| seal_cursor(&list, &place)),
        count: page.count,
    };
    call.reply(&page, 0)
}

pub(crate) async fn channel_get(call: Call<ChannelGet>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let (caller, id) = (&call.caller, call.id(0)?);
    let (channel, role) = visible_channel(backend, caller, Operation::ChannelGet, &id).await?;
    let roles = [(channel.id.clone(), role)].into();
    let linked = visible_links(backend, &call.caller, &roles).await?;
    let links = linked.into_iter().map(|(link, app)| LinkedTo {
        app: choice(&app),
        drift: eligibility::drift_seen_by(&app, &channel, role),
        link,
    });
    let links = links.collect();
    let version = channel.version;
    let row = one_row(backend, &call.caller, channel, role).await?;
    call.reply(&ChannelDetail { row, links }, version)
}

pub(crate) async fn channel_lookup(call: Call<ChannelLookup>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let search_id = call
        .query
        .search_id
        .trim()
        .trim_start_matches('@')
        .to_lowercase();
    let found = if is_search_id(&search_id) {
        backend.store.channel_by_search_id(&search_id).await?
    } else {
        None
    };
    let Some(channel) = found else {
        return call.reply(&Lookup::Unknown, 0);
    };
    let role = backend
        .store
        .channel_role(&call.caller.id, &channel.id)
        .await?;
    let answer = match role {
        None => Lookup::NoRole {
            channel: channel.id,
            name: channel.name,
        },
        Some(role) => Lookup::InList {
            row: Box::new(one_row(backend, &call.caller, channel, role).await?),
        },
    };
    call.reply(&answer, 0)
}

/// A channel on which the caller has a role, one that is enough for the operation. One without any is not found, like one that is
/// not there.
pub(crate) async fn visible_channel(
    backend: &Backend,
    caller: &User,
    operation: Operation,
    id: &ChannelId,
) -> Result<(Channel, ChannelRole), Fault> {
    // The version is read first: a role that is taken away between the two readings is not relied on.
    let channel = backend.store.channel(id).await?;
    let role = backend.store.channel_role(&caller.id, id).await?;
    let (channel, role) = channel.zip(role).ok_or_else(Fault::not_found)?;
    permit_channel(operation, caller, &channel, role)?;
    Ok((channel, role))
}

/// A search text that is not longer than it may be.
pub(crate) fn check_search(q: &str) -> Result<(), Fault> {
    match text_problem("q", q, SEARCH_CHARS_MAX) {
        Some(problem) => Err(Fault::invalid(vec![problem])),
        None => Ok(()),
    }
}

/// A list with its filters: what a cursor belongs to.
pub(crate) fn list_name(list: &str, query: &ListQuery) -> String {
    let filters = ListQuery {
        cursor: None,
        ..query.clone()
    };
    format!("{list}?{}", to_query(&filters))
}

/// An app as something to choose.
pub(crate) fn choice(app: &App) -> AppChoice {
    AppChoice {
        id: app.id.clone(),
        name: app.name.clone(),
    }
}

/// Channels as rows; with a chosen app the reasons are about the pair.
pub(crate) async fn rows(
    backend: &Backend,
    caller: &User,
    channels: Vec<(Channel, ChannelRole)>,
    pair: Option<&(App, Vec<Link>)>,
) -> Result<Vec<ChannelRow>, Fault> {
    if channels.is_empty() {
        return Ok(Vec::new());
    }
    let roles: BTreeMap<ChannelId, ChannelRole> = channels
        .iter()
        .map(|(channel, role)| (channel.id.clone(), *role))
        .collect();
    let ids: Vec<ChannelId> = roles.keys().cloned().collect();
    let masters = backend.store.masters(&ids).await?;
    let links = visible_links(backend, caller, &roles).await?;
    let requested = requested(backend, caller).await?;
    let rows = channels.into_iter().map(|(channel, role)| {
        let own = links.iter().filter(|(link, _)| link.channel == channel.id);
        let linked_to = own.map(|(_, app)| choice(app)).collect();
        let reasons = match pair {
            Some((app, of_app)) => {
                let linked = of_app.iter().any(|link| link.channel == channel.id);
                eligibility::pair(app, &channel, role, linked, of_app.len())
            }
            None => eligibility::channel(&channel, role),
        };
        let wanted = RoleWanted::ChannelManager {
            channel: channel.id.clone(),
        };
        ChannelRow {
            role,
            reasons,
            master: masters
                .get(&channel.id)
                .map(|user| user.name.clone())
                .unwrap_or_default(),
            linked_to,
            requested: requested.contains(&wanted),
            channel: channel_facts(&channel, role),
        }
    });
    Ok(rows.collect())
}

async fn one_row(
    backend: &Backend,
    caller: &User,
    channel: Channel,
    role: ChannelRole,
) -> Result<ChannelRow, Fault> {
    let rows = rows(backend, caller, vec![(channel, role)], None).await?;
    rows.into_iter()
        .next()
        .ok_or_else(|| Fault::internal("a channel gave no row"))
}

/// The links of those channels with their apps. Whoever is below manager sees only apps on which they have a role.
async fn visible_links(
    backend: &Backend,
    caller: &User,
    roles: &BTreeMap<ChannelId, ChannelRole>,
) -> Result<Vec<(Link, App)>, Fault> {
    let ids: Vec<ChannelId> = roles.keys().cloned().collect();
    let links = backend.store.links_of_channels(&ids).await?;
    let ids: BTreeSet<AppId> = links.iter().map(|link| link.app.clone()).collect();
    let apps = if ids.is_empty() {
        Vec::new()
    } else {
        backend.store.apps(&Vec::from_iter(ids)).await?
    };
    let apps: BTreeMap<AppId, App> = apps.into_iter().map(|app| (app.id.clone(), app)).collect();
    let mut visible = Vec::new();
    for link in links {
        let is_manager = roles
            .get(&link.channel)
            .is_some_and(|role| *role >= ChannelRole::Manager);
        if !is_manager
            && backend
                .store
                .app_role(&caller.id, &link.app)
                .await?
                .is_none()
        {
            continue;
        }
        if let Some(app) = apps.get(&link.app) {
            visible.push((link, app.clone()));
        }
    }
    Ok(visible)
}

/// What the caller has asked for and is still waiting for.
pub(crate) async fn requested(backend: &Backend, caller: &User) -> Result<Vec<RoleWanted>, Fault> {
    let requests = backend.store.role_requests_by(&caller.id).await?;
    let open = requests
        .into_iter()
        .filter(|r| r.state == RoleRequestState::Open);
    Ok(open.map(|r| r.wanted).collect())
}

/// The app that channels are to be linked with, and its links.
async fn chosen(backend: &Backend, caller: &User, id: &AppId) -> Result<(App, Vec<Link>), Fault> {
    let found = visible_app(backend, caller, Operation::AppGet, id).await;
    let (app, _) = found.map_err(|fault| match fault.kind {
        contract::Kind::NotFound => Fault::field("app", FieldFault::Unknown),
        _ => fault,
    })?;
    let links = backend
        .store
        .links_of_apps(std::slice::from_ref(id))
        .await?;
    Ok((app, links))
}
