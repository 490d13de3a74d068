//! Invitations: the only way to an account. Made by operators and on the command line, used by the next sign-in at a provider.

use axum::http::header;
use contract::body::{InvitationRow, Invitations, Invited, NewInvitation};
use contract::endpoint::{InvitationCreate, InvitationList, InvitationOpen, InvitationRevoke};
use contract::error::{FieldProblem, Kind};
use domain::account::{ATTEMPT_S, INVITATION_DAYS, INVITATIONS_MAX, NAME_CHARS_MAX};
use domain::application::WhyNot;
use domain::id::{InvitationId, UserId};
use domain::policy::Operation;
use domain::role::Duty;
use domain::share::End;
use domain::time::Time;

use crate::cookie::Cookie;
use crate::fault::Fault;
use crate::http::{Call, Done, OpenCall, Undone, hash, text_problem};
use crate::me::Names;
use crate::people::still_operator;
use crate::permit::permit;
use crate::ports::Ids;
use crate::store::{Batch, Change, Expect, Invitation};

/// A new invitation, and the token that stands in its address. The token is told once: only its hash is in the invitation.
pub fn invite(
    ids: &dyn Ids,
    now: Time,
    by: Option<UserId>,
    (name, organisation, duty): (&str, &str, Duty),
) -> Result<(Invitation, String), Fault> {
    let token = ids.token();
    let invitation = Invitation {
        id: InvitationId::parse(&ids.id("in")).map_err(Fault::internal)?,
        token_hash: hash(&[token.as_bytes()]),
        name: name.trim().to_owned(),
        organisation: organisation.trim().to_owned(),
        duty,
        by,
        made_at: now,
        expires_at: now.plus_days(INVITATION_DAYS),
        used_at: None,
        used_by: None,
        revoked_at: None,
    };
    Ok((invitation, token))
}

/// What is wrong with the texts of an invitation.
pub fn problems(name: &str, organisation: &str) -> Vec<FieldProblem> {
    [("name", name), ("organisation", organisation)]
        .into_iter()
        .filter_map(|(field, text)| text_problem(field, text, NAME_CHARS_MAX))
        .collect()
}

pub(crate) async fn invitation_create(call: Call<InvitationCreate>) -> Result<Done, Fault> {
    permit(Operation::InvitationCreate, &call.caller, None)?;
    let (backend, draft) = (&call.backend, &call.body);
    let problems = problems(&draft.name, &draft.organisation);
    if !problems.is_empty() {
        return Err(Fault::invalid(problems));
    }
    let now = backend.clock.now();
    let still_operator = still_operator(&call).await?;
    // Those that are open come first, so that none is overlooked.
    let there = backend.store.invitations().await?;
    if there.iter().filter(|one| one.is_open(now)).count() >= INVITATIONS_MAX {
        return Err(WhyNot::EnoughInvitations.into());
    }
    let by = Some(call.caller.id.clone());
    let wanted = (draft.name.as_str(), draft.organisation.as_str(), draft.duty);
    let (invitation, token) = invite(backend.ids.as_ref(), now, by, wanted)?;
    let reply = |token| NewInvitation {
        invitation: row(&invitation, call.caller.name.clone()),
        token,
    };
    let batch = Batch {
        expect: vec![still_operator],
        changes: vec![Change::PutInvitation(Box::new(invitation.clone()))],
        ..Batch::default()
    };
    call.commit_secret(batch, &reply(Some(token)), &reply(None))
        .await
        .map_err(Undone::or_stale)
}

pub(crate) async fn invitation_list(call: Call<InvitationList>) -> Result<Done, Fault> {
    permit(Operation::InvitationList, &call.caller, None)?;
    let backend = &call.backend;
    let mut found = backend.store.invitations().await?;
    found.sort_by(|a, b| (b.made_at, &b.id).cmp(&(a.made_at, &a.id)));
    let names = Names::of(backend, found.iter().filter_map(|one| one.by.as_ref())).await?;
    let name = |one: &Invitation| one.by.as_ref().map(|by| names.get(by)).unwrap_or_default();
    let invitations = found.iter().map(|one| row(one, name(one))).collect();
    call.reply(&Invitations { invitations }, 0)
}

pub(crate) async fn invitation_revoke(call: Call<InvitationRevoke>) -> Result<Done, Fault> {
    permit(Operation::InvitationRevoke, &call.caller, None)?;
    let backend = &call.backend;
    let id: InvitationId = call.id(0)?;
    let found = backend.store.invitation(&id).await?;
    let mut invitation = found.ok_or_else(Fault::not_found)?;
    let now = backend.clock.now();
    // What has ended stays as it ended.
    if !invitation.is_open(now) {
        return call.reply(&(), 0);
    }
    invitation.revoked_at = Some(now);
    let batch = Batch {
        expect: vec![Expect::OpenInvitation(id)],
        changes: vec![Change::PutInvitation(Box::new(invitation))],
        ..Batch::default()
    };
    call.commit(batch, &(), 0).await.map_err(Undone::or_stale)
}

pub(crate) async fn invitation_open(call: OpenCall<InvitationOpen>) -> Result<Done, Fault> {
    let (backend, token) = (&call.backend, &call.body.token);
    let found = backend
        .store
        .invitation_by_token(&hash(&[token.as_bytes()]))
        .await?;
    let invitation = found.ok_or_else(Fault::not_found)?;
    let now = backend.clock.now();
    if !invitation.is_open(now) {
        let gone = invitation.used_at.or(invitation.revoked_at);
        return Err(Fault::new(Kind::Ended {
            end: if gone.is_some() {
                End::Revoked
            } else {
                End::Expired
            },
            ended_at: gone.unwrap_or(invitation.expires_at),
        }));
    }
    let cookie = Cookie::Invitation.set(&backend.doors, &call.headers, token, ATTEMPT_S);
    let invited = Invited {
        name: invitation.name,
        organisation: invitation.organisation,
        duty: invitation.duty,
        expires_at: invitation.expires_at,
    };
    Ok(Done::json(&invited, 0)?.with(header::SET_COOKIE, &cookie))
}

fn row(one: &Invitation, by: String) -> InvitationRow {
    InvitationRow {
        id: one.id.clone(),
        name: one.name.clone(),
        organisation: one.organisation.clone(),
        duty: one.duty,
        by,
        made_at: one.made_at,
        expires_at: one.expires_at,
        used_at: one.used_at,
        revoked_at: one.revoked_at,
    }
}
