//! Somebody comes back from their provider: whose account that is, whether it is open, and whether they are invited.

use axum::http::HeaderMap;
use domain::account::{Account, NAME_CHARS_MAX, SignInProblem};
use domain::id::UserId;
use domain::record::{Object, Outcome};
use domain::role::User;

use crate::Backend;
use crate::fault::Fault;
use crate::http::is_misleading;
use crate::record::{Trace, added, differences};
use crate::session::begin;
use crate::store::{Batch, Change, CommitError, Expect, Identity, Invitation};

/// What a provider has proved about somebody, and what they bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival<'a> {
    /// The provider, as its tokens name it.
    pub issuer: &'a str,
    /// The person, as the provider names them.
    pub subject: &'a str,
    /// What the provider says that they are called; may be empty.
    pub name: &'a str,
    /// SHA-256 of the token of an invitation, in hex.
    pub invitation: Option<&'a str>,
}

/// Why somebody is not let in: what they are told, and what the log is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// What they are told.
    pub problem: SignInProblem,
    /// What the log is told.
    pub cause: String,
    /// Whether the record has an entry of it.
    pub noted: bool,
}

/// Several sign-ins of one person at the same moment: one of them is first, the others look again.
const TRIES: usize = 4;

/// Begins a session, after making the account of whoever is invited. Gives the cookie of the session.
pub async fn arrive(
    backend: &Backend,
    arrival: Arrival<'_>,
    headers: &HeaderMap,
    trace: &Trace,
) -> Result<String, Turned> {
    for _ in 0..TRIES {
        let (batch, cookie) = match decide(backend, arrival, headers, trace).await {
            Ok(decided) => decided,
            Err(turned) => {
                let noted = refused(backend, trace, arrival, turned.problem).await;
                return Err(Turned { noted, ..turned });
            }
        };
        match backend.store.commit(batch).await {
            Ok(()) => return Ok(cookie),
            Err(CommitError::Down(words) | CommitError::Unknown(words)) => return Err(down(words)),
            Err(CommitError::Stale | CommitError::Conflict | CommitError::KeyTaken) => {}
        }
    }
    Err(down("lost every race".to_owned()))
}

/// Records that somebody whom a provider knows was not let in: whose account it is, or else how the provider knows them. That nothing
/// can be written is no reason to let them. Whether it is recorded.
async fn refused(
    backend: &Backend,
    trace: &Trace,
    arrival: Arrival<'_>,
    problem: SignInProblem,
) -> bool {
    let (issuer, subject) = (arrival.issuer, arrival.subject);
    let mut entry = trace.entry(None, backend.clock.now(), Outcome::Refused);
    match backend.store.identity(issuer, subject).await {
        Ok(Some(identity)) => entry.about.push(Object::from(&identity.user)),
        _ => {
            entry.changes = vec![
                added("identity.issuer", issuer),
                added("identity.subject", subject),
            ];
        }
    }
    problem.word().clone_into(&mut entry.reason);
    let batch = Batch {
        record: vec![entry],
        ..Batch::default()
    };
    backend.store.commit(batch).await.is_ok()
}

async fn decide(
    backend: &Backend,
    arrival: Arrival<'_>,
    headers: &HeaderMap,
    trace: &Trace,
) -> Result<(Batch, String), Turned> {
    let (store, now) = (&backend.store, backend.clock.now());
    let identity = store
        .identity(arrival.issuer, arrival.subject)
        .await
        .map_err(|cause| down(cause.0))?;
    let invitation = match arrival.invitation {
        Some(hash) => store
            .invitation_by_token(hash)
            .await
            .map_err(|cause| down(cause.0))?
            .filter(|invitation| invitation.is_open(now)),
        None => None,
    };
    let known = match identity {
        Some(identity) => store
            .account(&identity.user)
            .await
            .map_err(|cause| down(cause.0))?,
        None => None,
    };
    let mut batch = Batch::default();
    let account = match (known, invitation) {
        // Whoever looks where an invitation leads that gives them nothing stays as they are.
        (Some(account), invitation)
            if invitation
                .as_ref()
                .is_none_or(|invitation| !account.takes(invitation.duty)) =>
        {
            if account.disabled_at.is_some() {
                return Err(turned(SignInProblem::Disabled));
            }
            account
        }
        (Some(account), Some(invitation)) => {
            let read = Expect::Account(account.user.id.clone(), account.version);
            let account = account
                .invited(invitation.duty, invitation.made_at)
                .map_err(turned)?;
            batch.expect.push(read);
            batch.changes.push(Change::PutAccount(account.clone()));
            let ended = Change::EndSessions(account.user.id.clone(), None);
            batch.changes.push(ended);
            used(&mut batch, invitation, &account, backend);
            account
        }
        (None, Some(invitation)) => {
            let account = newcomer(backend, arrival, &invitation)?;
            batch.changes.push(Change::PutAccount(account.clone()));
            batch.changes.push(Change::PutIdentity(Identity {
                issuer: arrival.issuer.to_owned(),
                subject: arrival.subject.to_owned(),
                user: account.user.id.clone(),
                made_at: now,
            }));
            used(&mut batch, invitation, &account, backend);
            account
        }
        (None, None) if arrival.invitation.is_some() => {
            return Err(turned(SignInProblem::InvitationEnded));
        }
        (_, None) => return Err(turned(SignInProblem::UnknownAccount)),
    };
    let session = begin(backend, headers, &trace.origin, &account).map_err(broken)?;
    // What is expected of an account that this very batch writes is expected as it was before.
    if batch.changes.is_empty() {
        batch.expect.extend(session.expect);
    }
    batch.changes.extend(session.changes);
    let mut entry = trace.entry(Some(&account.user), now, Outcome::Done);
    differences(&*backend.store, &mut entry, &batch.changes)
        .await
        .map_err(|cause| down(cause.0))?;
    batch.record.push(entry);
    Ok((batch, session.cookie))
}

/// The invitation is good for one.
fn used(batch: &mut Batch, mut invitation: Invitation, account: &Account, backend: &Backend) {
    batch
        .expect
        .push(Expect::OpenInvitation(invitation.id.clone()));
    invitation.used_at = Some(backend.clock.now());
    invitation.used_by = Some(account.user.id.clone());
    batch
        .changes
        .push(Change::PutInvitation(Box::new(invitation)));
}

fn newcomer(
    backend: &Backend,
    arrival: Arrival<'_>,
    invitation: &Invitation,
) -> Result<Account, Turned> {
    let plain = |name: &str| -> String {
        let plain = name.chars().filter(|c| !is_misleading(*c));
        plain.take(NAME_CHARS_MAX).collect()
    };
    let name = [&invitation.name, arrival.name, arrival.subject]
        .map(|name| plain(name.trim()))
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_default();
    let id = UserId::parse(&backend.ids.id("us")).map_err(Fault::internal);
    Ok(Account::new(User {
        id: id.map_err(broken)?,
        name,
        organisation: invitation.organisation.clone(),
        duty: invitation.duty,
    }))
}

fn turned(problem: SignInProblem) -> Turned {
    Turned {
        problem,
        cause: String::new(),
        noted: false,
    }
}

fn down(cause: String) -> Turned {
    Turned {
        problem: SignInProblem::Unavailable,
        cause,
        noted: false,
    }
}

fn broken(fault: Fault) -> Turned {
    down(fault.cause.map(|cause| cause.0).unwrap_or(fault.detail))
}
