//! Sessions: how they begin, the list of one's own, and how they end.

use axum::http::HeaderMap;
use contract::body::{SessionRow, Sessions};
use contract::endpoint::{SessionEnd, SessionEndOthers, SessionList};
use contract::transport::UNATTENDED;
use domain::account::{Account, SEEN_S, SESSION_S, session_ends};
use domain::id::SessionId;
use domain::record::Origin;
use domain::time::Time;

use crate::Backend;
use crate::cookie::Cookie;
use crate::fault::Fault;
use crate::http::{Call, Done, Undone, hash};
use crate::store::{Batch, Change, Expect, Session};

/// A session that begins when its batch is written.
pub(crate) struct Beginning {
    pub(crate) expect: Vec<Expect>,
    pub(crate) changes: Vec<Change>,
    pub(crate) cookie: String,
    pub(crate) session: Session,
}

/// A new session. It begins only while the account is as it was read: whoever is shut out in the same moment stays out.
pub(crate) fn begin(
    backend: &Backend,
    headers: &HeaderMap,
    origin: &Origin,
    account: &Account,
) -> Result<Beginning, Fault> {
    let (now, token) = (backend.clock.now(), backend.ids.token());
    let session = Session {
        id: SessionId::parse(&backend.ids.id("se")).map_err(Fault::internal)?,
        token_hash: hash(&[token.as_bytes()]),
        user: account.user.id.clone(),
        made_at: now,
        seen_at: now,
        expires_at: Time::from_millis(now.millis() + SESSION_S * 1_000),
        from: origin.address.clone(),
        agent: origin.agent.clone(),
    };
    // Whoever signs in again ends what they had: a token that lay around before is worth nothing afterwards.
    let mut changes: Vec<Change> = ended(backend, headers).into_iter().collect();
    changes.push(Change::PutSession(session.clone()));
    Ok(Beginning {
        expect: vec![Expect::Account(account.user.id.clone(), account.version)],
        changes,
        cookie: Cookie::Session.set(&backend.doors, headers, &token, SESSION_S),
        session,
    })
}

/// The end of the session that came along.
fn ended(backend: &Backend, headers: &HeaderMap) -> Option<Change> {
    let token = Cookie::Session.read(&backend.doors, headers)?;
    Some(Change::DeleteSession(hash(&[token.as_bytes()])))
}

/// The account and the session that the cookie names, if neither has ended.
pub async fn known(
    backend: &Backend,
    headers: &HeaderMap,
) -> Result<Option<(Account, Session)>, Fault> {
    let Some(token) = Cookie::Session.read(&backend.doors, headers) else {
        return Ok(None);
    };
    let (store, now) = (&backend.store, backend.clock.now());
    let session = store.session(&hash(&[token.as_bytes()])).await?;
    let Some(session) = session.filter(|session| !session.has_ended(now)) else {
        return Ok(None);
    };
    let account = store.account(&session.user).await?;
    let account = account.filter(|account| account.disabled_at.is_none());
    Ok(account.map(|account| (account, session)))
}

/// The same, and writes down that the session is used. What a program asks by itself is no use of it.
pub(crate) async fn identify(
    backend: &Backend,
    headers: &HeaderMap,
) -> Result<Option<(Account, Session)>, Fault> {
    let Some((account, mut session)) = known(backend, headers).await? else {
        return Ok(None);
    };
    let (store, now) = (&backend.store, backend.clock.now());
    let attended = !headers.contains_key(UNATTENDED);
    if attended && now.millis() - session.seen_at.millis() >= SEEN_S * 1_000 {
        let changes = vec![Change::TouchSession(session.token_hash.clone(), now)];
        let batch = Batch {
            changes,
            ..Batch::default()
        };
        // Where nothing can be written one can still read; the session then ends as if it had not been used.
        if store.commit(batch).await.is_ok() {
            session.seen_at = now;
        }
    }
    Ok(Some((account, session)))
}

pub(crate) async fn session_list(call: Call<SessionList>) -> Result<Done, Fault> {
    let (backend, now) = (&call.backend, call.backend.clock.now());
    let sessions = backend.store.sessions_of(&call.caller.id).await?;
    let open = sessions.into_iter().filter(|one| !one.has_ended(now));
    let sessions = open.map(|one| row(one, &call.session)).collect();
    call.reply(&Sessions { sessions }, 0)
}

pub(crate) async fn session_end(call: Call<SessionEnd>) -> Result<Done, Fault> {
    let id: SessionId = call.id(0)?;
    let backend = &call.backend;
    let sessions = backend.store.sessions_of(&call.caller.id).await?;
    let found = sessions.into_iter().find(|one| one.id == id);
    let found = found.ok_or_else(Fault::not_found)?;
    write(&call, vec![Change::DeleteSession(found.token_hash)]).await
}

pub(crate) async fn session_end_others(call: Call<SessionEndOthers>) -> Result<Done, Fault> {
    let but = Some(call.session.token_hash.clone());
    write(
        &call,
        vec![Change::EndSessions(call.caller.id.clone(), but)],
    )
    .await
}

async fn write<E>(call: &Call<E>, changes: Vec<Change>) -> Result<Done, Fault>
where
    E: contract::Endpoint<Reply = ()>,
{
    let batch = Batch {
        changes,
        ..Batch::default()
    };
    call.commit(batch, &(), 0).await.map_err(Undone::or_stale)
}

fn row(one: Session, current: &Session) -> SessionRow {
    SessionRow {
        current: one.id == current.id,
        made_at: one.made_at,
        seen_at: one.seen_at,
        ends_at: session_ends(one.seen_at, one.expires_at),
        id: one.id,
        from: one.from,
        agent: one.agent,
    }
}
