//! Apps: the list, one of them with its links.

use contract::body::{AppDetail, AppRow, Group, LinkedChannel, Page};
use contract::endpoint::{AppGet, AppList};
use contract::query::PAGE_ROWS;
use domain::app::App;
use domain::channel::Channel;
use domain::eligibility::{self, AppTest};
use domain::finding::Finding;
use domain::id::{AppId, ChannelId};
use domain::link::Link;
use domain::policy::Operation;
use domain::role::{AppRole, ChannelRole, RoleWanted, User};

use crate::Backend;
use crate::application::application_rows;
use crate::channel::{check_search, list_name, requested};
use crate::fault::Fault;
use crate::http::{Call, Done, open_cursor, seal_cursor};
use crate::permit::permit_app;
use crate::store::{AppAsk, Outline};

/// How many apps of one person are looked at where a reply has no pages.
const APPS_MAX: usize = 1_000;

pub(crate) async fn app_list(call: Call<AppList>) -> Result<Done, Fault> {
    let (backend, query) = (&call.backend, &call.query);
    check_search(&query.q)?;
    for (name, given) in [
        ("app", query.app.is_some()),
        ("linked", query.linked.is_some()),
    ] {
        if given {
            return Err(Fault::malformed(name, "This filter is for channels only."));
        }
    }
    let list = list_name("apps", query);
    let ask = AppAsk {
        q: query.q.clone(),
        sort: query.sort,
        cursor: open_cursor(&list, query.cursor.as_deref())?,
        ..AppAsk::all(
            AppTest::any(),
            Some(query.group == Group::Usable),
            PAGE_ROWS,
        )
    };
    let page = backend.store.app_page(&call.caller.id, &ask).await?;
    let page = Page {
        rows: rows(backend, &call.caller, page.rows).await?,
        next: page.next.map(|place| seal_cursor(&list, &place)),
        previous: page.previous.map(|place| seal_cursor(&list, &place)),
        count: page.count,
    };
    call.reply(&page, 0)
}

pub(crate) async fn app_get(call: Call<AppGet>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let id = call.id(0)?;
    let (app, role) = visible_app(backend, &call.caller, Operation::AppGet, &id).await?;
    let links = backend
        .store
        .links_of_apps(std::slice::from_ref(&app.id))
        .await?;
    let version = app.version;
    let detail = app_detail(backend, &call.caller, app, role, links).await?;
    call.reply(&detail, version)
}

/// An app on which the caller has a role, one that is enough for the operation. One without any is not found, like one that is not
/// there.
pub(crate) async fn visible_app(
    backend: &Backend,
    caller: &User,
    operation: Operation,
    id: &AppId,
) -> Result<(App, AppRole), Fault> {
    // The version is read first: a role that is taken away between the two readings is not relied on.
    let app = backend.store.app(id).await?;
    let role = backend.store.app_role(&caller.id, id).await?;
    let (app, role) = app.zip(role).ok_or_else(Fault::not_found)?;
    permit_app(operation, caller, &app, role)?;
    Ok((app, role))
}

/// An app with its links as they are given: the use case that has just changed them need not read them again.
pub(crate) async fn app_detail(
    backend: &Backend,
    caller: &User,
    app: App,
    role: AppRole,
    mut links: Vec<Link>,
) -> Result<AppDetail, Fault> {
    links.sort_by_key(|link| (!link.representative, link.slot));
    let ids: Vec<ChannelId> = links.iter().map(|link| link.channel.clone()).collect();
    let channels = linked_channels(backend, &ids).await?;
    let mut linked = Vec::new();
    for link in &links {
        let Some(channel) = channels.iter().find(|channel| channel.id == link.channel) else {
            continue;
        };
        let drift = drift(backend, caller, &app, channel).await?;
        linked.push(LinkedChannel {
            link: link.clone(),
            name: channel.name.clone(),
            search_id: channel.search_id.clone(),
            drift,
        });
    }
    let own = std::slice::from_ref(&app.id);
    let gathered = Gathered {
        links,
        outlines: backend.store.outlines_of(own).await?,
    };
    let rows = rows_with(backend, caller, vec![(app, role)], gathered).await?;
    let row = rows
        .into_iter()
        .next()
        .ok_or_else(|| Fault::internal("an app gave no row"))?;
    Ok(AppDetail { row, links: linked })
}

/// Whether the numbers of a linked pair differ, as the caller sees it.
pub(crate) async fn drift(
    backend: &Backend,
    caller: &User,
    app: &App,
    channel: &Channel,
) -> Result<Option<Finding>, Fault> {
    if eligibility::drift(app, channel).is_none() {
        return Ok(None);
    }
    let role = backend.store.channel_role(&caller.id, &channel.id).await?;
    let role = role.unwrap_or(ChannelRole::Below);
    Ok(eligibility::drift_seen_by(app, channel, role))
}

/// The channels with those identifiers; no question to the store for none.
pub(crate) async fn linked_channels(
    backend: &Backend,
    ids: &[ChannelId],
) -> Result<Vec<Channel>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(backend.store.channels(ids).await?)
}

/// Apps of the caller, by name: those that can be used, the others, or both; at most [`APPS_MAX`].
pub(crate) async fn own_apps(
    backend: &Backend,
    caller: &User,
    usable: Option<bool>,
) -> Result<Vec<(App, AppRole)>, Fault> {
    let mut found = Vec::new();
    let mut ask = AppAsk::all(AppTest::any(), usable, 200);
    loop {
        let page = backend.store.app_page(&caller.id, &ask).await?;
        found.extend(page.rows);
        ask.cursor = page.next;
        if ask.cursor.is_none() || found.len() >= APPS_MAX {
            return Ok(found);
        }
    }
}

struct Gathered {
    links: Vec<Link>,
    outlines: Vec<Outline>,
}

/// Apps as rows.
pub(crate) async fn rows(
    backend: &Backend,
    caller: &User,
    apps: Vec<(App, AppRole)>,
) -> Result<Vec<AppRow>, Fault> {
    if apps.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<AppId> = apps.iter().map(|(app, _)| app.id.clone()).collect();
    let gathered = Gathered {
        links: backend.store.links_of_apps(&ids).await?,
        outlines: backend.store.outlines_of(&ids).await?,
    };
    rows_with(backend, caller, apps, gathered).await
}

async fn rows_with(
    backend: &Backend,
    caller: &User,
    apps: Vec<(App, AppRole)>,
    gathered: Gathered,
) -> Result<Vec<AppRow>, Fault> {
    let ids: Vec<AppId> = apps.iter().map(|(app, _)| app.id.clone()).collect();
    let owners = backend.store.owners(&ids).await?;
    let requested = requested(backend, caller).await?;
    let named: Vec<App> = apps.iter().map(|(app, _)| app.clone()).collect();
    let mut applications = application_rows(backend, &named, &gathered.outlines).await?;
    let rows = apps.into_iter().map(|(app, role)| {
        let wanted = RoleWanted::AppEditor {
            app: app.id.clone(),
        };
        let application = applications.iter().position(|row| row.app.id == app.id);
        AppRow {
            role,
            reasons: eligibility::app(&app, role),
            owner: owners
                .get(&app.id)
                .map(|user| user.name.clone())
                .unwrap_or_default(),
            links: gathered
                .links
                .iter()
                .filter(|link| link.app == app.id)
                .count(),
            application: application.map(|place| applications.swap_remove(place)),
            requested: requested.contains(&wanted),
            app,
        }
    });
    Ok(rows.collect())
}
