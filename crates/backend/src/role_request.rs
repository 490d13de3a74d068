//! Role requests: asked here, granted or declined by the master or owner here. `#4`, `#8`.

use contract::body::{RoleRequestRow, RoleRequests};
use contract::endpoint::{RoleRequestCreate, RoleRequestDecide, RoleRequestList};
use contract::error::{FieldFault, Kind};
use domain::application::WhyNot;
use domain::id::RoleRequestId;
use domain::policy::Operation;
use domain::role::{
    AppRole, ChannelRole, NOTE_CHARS_MAX, REQUESTS_OPEN_MAX, RoleRequest, RoleRequestState,
    RoleWanted, Standing, User,
};

use crate::Backend;
use crate::app::visible_app;
use crate::channel::requested;
use crate::fault::Fault;
use crate::http::{ATTEMPTS, Call, Done, Undone, ended, text_problem};
use crate::member::{next_app, next_channel};
use crate::permit::permit;
use crate::store::{Batch, Change, Expect};

pub(crate) async fn role_request_list(call: Call<RoleRequestList>) -> Result<Done, Fault> {
    let (backend, caller) = (&call.backend, &call.caller);
    let incoming = backend.store.role_requests_for(&caller.id).await?;
    let outgoing = backend.store.role_requests_by(&caller.id).await?;
    let requests = RoleRequests {
        incoming: rows(backend, caller, incoming).await?,
        outgoing: rows(backend, caller, outgoing).await?,
    };
    let own = requests.incoming.is_empty();
    Ok(call.reply(&requests, 0)?.of_own(own))
}

pub(crate) async fn role_request_create(call: Call<RoleRequestCreate>) -> Result<Done, Fault> {
    // Whoever loses the race finds what was faster: the same request, or another role.
    for _ in 0..ATTEMPTS {
        if let Some(end) = ended(create(&call).await) {
            return end;
        }
    }
    Err(Fault::internal(
        "a role request could be neither made nor refused",
    ))
}

async fn create(call: &Call<RoleRequestCreate>) -> Result<Done, Undone> {
    let (backend, draft) = (&call.backend, &call.body);
    if let Some(problem) = text_problem("note", &draft.note, NOTE_CHARS_MAX) {
        return Err(Fault::invalid(vec![problem]).into());
    }
    let (has_it, unchanged) = has_role(backend, &call.caller, &draft.wanted).await?;
    let requested = requested(backend, &call.caller).await?;
    if has_it || requested.contains(&draft.wanted) {
        return Err(Fault::field("wanted", FieldFault::Already).into());
    }
    if requested.len() >= REQUESTS_OPEN_MAX {
        return Err(Fault::from(WhyNot::EnoughRequests).into());
    }
    let id = RoleRequestId::parse(&backend.ids.id("rr")).map_err(Fault::internal)?;
    let request = RoleRequest {
        id,
        by: call.caller.id.clone(),
        wanted: draft.wanted.clone(),
        note: draft.note.trim().to_owned(),
        state: RoleRequestState::Open,
        asked_at: backend.clock.now(),
        decided_at: None,
        version: 1,
    };
    let reply = row(backend, &call.caller, call.caller.clone(), request.clone()).await?;
    let batch = Batch {
        expect: vec![
            // Whoever is removed in this moment is not left with a request that somebody grants by mistake.
            unchanged,
            Expect::NoOpenRequest(request.by.clone(), request.wanted.clone()),
            Expect::FewerOpenRequests(request.by.clone(), REQUESTS_OPEN_MAX),
        ],
        changes: vec![Change::PutRoleRequest(request)],
        ..Batch::default()
    };
    call.commit(batch, &reply, 1).await
}

pub(crate) async fn role_request_decide(call: Call<RoleRequestDecide>) -> Result<Done, Fault> {
    // Whoever is overtaken by another change of the roles looks again at what there is to give.
    for _ in 0..ATTEMPTS {
        if let Some(end) = ended(decide(&call).await) {
            return end;
        }
    }
    let now = call.backend.store.role_request(&call.id(0)?).await?;
    Err(Fault::stale(now.map_or(call.version, |now| now.version)))
}

async fn decide(call: &Call<RoleRequestDecide>) -> Result<Done, Undone> {
    let (backend, id) = (&call.backend, call.id::<RoleRequestId>(0)?);
    let request = backend.store.role_request(&id).await.map_err(Fault::from)?;
    let request = request.ok_or_else(Fault::not_found)?;
    // Before the role of whoever decides: one that changes after it was read changes the version that the batch expects.
    let answer = answer(backend, &request, call.body.grant).await;
    let standing = standing(backend, &call.caller, &request.wanted).await?;
    permit(Operation::RoleRequestDecide, &call.caller, standing)?;
    if request.version != call.version {
        return Err(Fault::stale(request.version).into());
    }
    if request.state != RoleRequestState::Open {
        return Err(Fault::from(WhyNot::AlreadyDecided).into());
    }
    let mut batch = answer?;
    batch.expect.push(Expect::RoleRequest(id, request.version));
    let state = if call.body.grant {
        RoleRequestState::Granted
    } else {
        RoleRequestState::Declined
    };
    let request = request.answered(state, backend.clock.now());
    batch.changes.push(Change::PutRoleRequest(request.clone()));
    let version = request.version;
    let by = backend.store.user(&request.by).await.map_err(Fault::from)?;
    let by = by.ok_or_else(Fault::not_found)?;
    let reply = row(backend, &call.caller, by, request).await?;
    call.commit(batch, &reply, version).await
}

/// Whether somebody has the role already, and what that relies on. What they may not know of is unknown: any channel that exists may be
/// asked for, since the lookup tells of it; an app only by those who have some role on it.
async fn has_role(
    backend: &Backend,
    user: &User,
    wanted: &RoleWanted,
) -> Result<(bool, Expect), Fault> {
    let unknown = |field: &str| Fault::field(field, FieldFault::Unknown);
    match wanted {
        RoleWanted::ChannelManager { channel } => {
            let there = backend.store.channel(channel).await?;
            let there = there.ok_or_else(|| unknown("wanted.channel"))?;
            let role = backend.store.channel_role(&user.id, channel).await?;
            let unchanged = Expect::Channel(there.id, there.version);
            Ok((role >= Some(ChannelRole::Manager), unchanged))
        }
        RoleWanted::AppEditor { app } => {
            match visible_app(backend, user, Operation::AppGet, app).await {
                Ok((there, role)) => {
                    let unchanged = Expect::App(there.id, there.version);
                    Ok((role >= AppRole::Editor, unchanged))
                }
                Err(fault) if fault.kind == Kind::NotFound => Err(unknown("wanted.app")),
                Err(fault) => Err(fault),
            }
        }
    }
}

/// How somebody stands to what a role is asked for on.
async fn standing(
    backend: &Backend,
    user: &User,
    wanted: &RoleWanted,
) -> Result<Option<Standing>, Fault> {
    let store = &backend.store;
    Ok(match wanted {
        RoleWanted::ChannelManager { channel } => {
            let role = store.channel_role(&user.id, channel).await?;
            role.map(Into::into)
        }
        RoleWanted::AppEditor { app } => store.app_role(&user.id, app).await?.map(Into::into),
    })
}

/// What an answer relies on, and the role that is given; none for somebody who got it, or a higher one, in another way meanwhile. It
/// counts as a change of the channel or app: somebody to whom all is being handed over at this moment is not made less by it. Whose
/// account is closed gets none.
async fn answer(backend: &Backend, request: &RoleRequest, grant: bool) -> Result<Batch, Fault> {
    let (store, by) = (&backend.store, &request.by);
    let mut batch = Batch::default();
    if grant {
        let account = store.account(by).await?.ok_or_else(Fault::not_found)?;
        if account.disabled_at.is_some() {
            return Err(WhyNot::AccountClosed.into());
        }
        let open = Expect::Account(by.clone(), account.version);
        batch.expect.push(open);
    }
    match &request.wanted {
        RoleWanted::ChannelManager { channel } => {
            let there = store.channel(channel).await?;
            let there = there.ok_or_else(Fault::not_found)?;
            let (role, id) = (store.channel_role(by, channel).await?, channel.clone());
            let unchanged = Expect::Channel(id.clone(), there.version);
            batch.expect.push(unchanged);
            if grant && role < Some(ChannelRole::Manager) {
                let role = Change::SetChannelRole(by.clone(), id, ChannelRole::Manager);
                batch.changes = vec![Change::PutChannel(next_channel(&there)), role];
            }
        }
        RoleWanted::AppEditor { app } => {
            let there = store.app(app).await?.ok_or_else(Fault::not_found)?;
            let (role, id) = (store.app_role(by, app).await?, app.clone());
            batch.expect.push(Expect::App(id.clone(), there.version));
            if grant && role < Some(AppRole::Editor) {
                let role = Change::SetAppRole(by.clone(), id, AppRole::Editor);
                batch.changes = vec![Change::PutApp(next_app(&there)), role];
            }
        }
    }
    Ok(batch)
}

async fn rows(
    backend: &Backend,
    viewer: &User,
    requests: Vec<RoleRequest>,
) -> Result<Vec<RoleRequestRow>, Fault> {
    if requests.is_empty() {
        return Ok(Vec::new());
    }
    let askers: Vec<_> = requests.iter().map(|request| request.by.clone()).collect();
    let users = backend.store.users_by_id(&askers).await?;
    let mut rows = Vec::new();
    for request in requests {
        let by = users.iter().find(|user| user.id == request.by);
        if let Some(by) = by {
            rows.push(row(backend, viewer, by.clone(), request).await?);
        }
    }
    Ok(rows)
}

/// A request with the names that the viewer may know. Without a role there they are told who decides of nothing, and of a channel the
/// name that the lookup tells everybody: else a request would show what a removed role does not.
async fn row(
    backend: &Backend,
    viewer: &User,
    by: User,
    request: RoleRequest,
) -> Result<RoleRequestRow, Fault> {
    let store = &backend.store;
    let visible = standing(backend, viewer, &request.wanted).await?.is_some();
    let (target, decider) = match &request.wanted {
        RoleWanted::ChannelManager { channel } => {
            let target = store.channel(channel).await?.map(|channel| channel.name);
            let masters = store.masters(std::slice::from_ref(channel)).await?;
            (target, masters.into_values().next().filter(|_| visible))
        }
        RoleWanted::AppEditor { app } if visible => (
            store.app(app).await?.map(|app| app.name),
            store.owners(std::slice::from_ref(app)).await?.remove(app),
        ),
        RoleWanted::AppEditor { .. } => (None, None),
    };
    Ok(RoleRequestRow {
        request,
        by,
        target: target.unwrap_or_default(),
        decider: decider.map(|user| user.name).unwrap_or_default(),
        visible,
    })
}
