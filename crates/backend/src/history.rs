//! The record, as people see it: operators all of it, masters and owners what is about theirs, everybody their own doings.

use std::collections::{BTreeMap, BTreeSet};

use contract::body::{EXPORT_ROWS_MAX, OPERATION_CHARS_MAX, RecordQuery, RecordRow, Records};
use contract::client::to_query;
use contract::endpoint::{Endpoint, RecordExport, RecordList};
use contract::query::PAGE_ROWS;
use domain::id::{AppId, ApplicationId, ChannelId, UserId};
use domain::record::{Object, ObjectKind, Record, sees_all};
use domain::role::{Duty, Standing, User};

use crate::Backend;
use crate::fault::Fault;
use crate::http::{Call, Done, open_cursor, seal_cursor};
use crate::store::RecordAsk;

pub(crate) async fn record_list(call: Call<RecordList>) -> Result<Done, Fault> {
    let records = read(&call, &call.query, PAGE_ROWS).await?;
    Ok(call.reply(&records, 0)?.of_own(records.own))
}

pub(crate) async fn record_export(call: Call<RecordExport>) -> Result<Done, Fault> {
    let records = read(&call, &call.query, EXPORT_ROWS_MAX).await?;
    call.reply(&records, 0)
}

async fn read<E: Endpoint>(
    call: &Call<E>,
    query: &RecordQuery,
    rows: usize,
) -> Result<Records, Fault> {
    let (backend, caller) = (&call.backend, &call.caller);
    let operation = query.operation.clone();
    if operation
        .as_ref()
        .is_some_and(|word| word.chars().count() > OPERATION_CHARS_MAX)
    {
        return Err(Fault::malformed("operation", "This is no operation."));
    }
    let standing = match &query.object {
        Some(object) => standing(backend, caller, object).await?,
        None => None,
    };
    let own = !sees_all(caller.duty, standing);
    let others = query
        .actor
        .as_ref()
        .is_some_and(|actor| *actor != caller.id);
    if own && others {
        return Err(Fault::forbidden(Vec::new()));
    }
    let list = format!(
        "records?{}",
        to_query(&RecordQuery {
            cursor: None,
            ..query.clone()
        })
    );
    let ask = RecordAsk {
        object: query.object.clone(),
        actor: if own {
            Some(caller.id.clone())
        } else {
            query.actor.clone()
        },
        operation,
        outcome: query.outcome,
        from: query.from,
        to: query.to,
        cursor: open_cursor(&list, query.cursor.as_deref())?,
        rows,
    };
    let page = backend.store.records(&ask).await?;
    Ok(Records {
        names: names(backend, caller, &page.rows).await?,
        own,
        rows: page.rows.into_iter().map(|one| row(caller, one)).collect(),
        next: page.next.map(|place| seal_cursor(&list, &place)),
        previous: page.previous.map(|place| seal_cursor(&list, &place)),
        count: page.count,
    })
}

/// How somebody stands to a channel or an app, or to the app that an application is for.
async fn standing(
    backend: &Backend,
    user: &User,
    object: &Object,
) -> Result<Option<Standing>, Fault> {
    let (store, id) = (&backend.store, object.id());
    let app = match object.kind() {
        ObjectKind::Channel => {
            let Ok(id) = ChannelId::parse(id) else {
                return Ok(None);
            };
            let role = store.channel_role(&user.id, &id).await?;
            return Ok(role.map(Standing::from));
        }
        ObjectKind::App => AppId::parse(id).ok(),
        ObjectKind::Application => match ApplicationId::parse(id) {
            Ok(id) => store.application(&id).await?.map(|one| one.app),
            Err(_) => None,
        },
        _ => None,
    };
    Ok(match app {
        Some(app) => store.app_role(&user.id, &app).await?.map(Standing::from),
        None => None,
    })
}

fn row(caller: &User, Record { seq, entry, .. }: Record) -> RecordRow {
    let own = entry.actor.as_ref() == Some(&caller.id);
    RecordRow {
        seq,
        at: entry.at,
        actor: entry.actor,
        actor_name: entry.actor_name,
        origin: (own || caller.duty == Duty::Operator).then_some(entry.origin),
        request: entry.request,
        operation: entry.operation,
        about: entry.about,
        outcome: entry.outcome,
        reason: entry.reason,
        changes: entry.changes,
    }
}

/// What channels, apps and people are called: a name is told only of what the caller has a role on, for an entry can also be about
/// what they tried to see and may not know of.
async fn names(
    backend: &Backend,
    caller: &User,
    records: &[Record],
) -> Result<BTreeMap<String, String>, Fault> {
    let store = &backend.store;
    let all = caller.duty == Duty::Operator;
    let about: BTreeSet<&Object> = records.iter().flat_map(|one| &one.entry.about).collect();
    let (mut channels, mut apps, mut people) = (Vec::new(), Vec::new(), Vec::new());
    for object in about {
        match object.kind() {
            ObjectKind::Channel => {
                if let Ok(id) = ChannelId::parse(object.id())
                    && (all || store.channel_role(&caller.id, &id).await?.is_some())
                {
                    channels.push(id);
                }
            }
            ObjectKind::App => {
                if let Ok(id) = AppId::parse(object.id())
                    && (all || store.app_role(&caller.id, &id).await?.is_some())
                {
                    apps.push(id);
                }
            }
            ObjectKind::Person if all || object.id() == caller.id.as_str() => {
                people.extend(UserId::parse(object.id()).ok());
            }
            _ => {}
        }
    }
    let mut names = BTreeMap::new();
    let mut add = |object: Object, name: String| names.insert(object.to_string(), name);
    if !channels.is_empty() {
        for channel in store.channels(&channels).await? {
            add(Object::from(&channel.id), channel.name);
        }
    }
    if !apps.is_empty() {
        for app in store.apps(&apps).await? {
            add(Object::from(&app.id), app.name);
        }
    }
    if !people.is_empty() {
        for user in store.users_by_id(&people).await? {
            add(Object::from(&user.id), user.name);
        }
    }
    Ok(names)
}
