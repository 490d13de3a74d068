//! Applying a batch inside the writer's transaction: the key, what must still be so, then the changes. What is recorded of it comes
//! after that, from whoever has the transaction.

use std::slice::Iter;

use backend::store::{Batch, Change, CommitError, Expect};

use super::applications::Written;
use super::dialect::Conn;
use super::fault::Fault;
use super::{
    answers, applications, apps, channels, entrance, files, hold, links, people, requests, shares,
};

/// Applies a batch, whose applications are written down already, without what is recorded of it. After a fault the caller has to undo what was done so far.
pub(in super::super) async fn apply(
    conn: &mut Conn,
    batch: &Batch,
    written: &[Written],
) -> Result<(), Fault> {
    if let Some((user, key, answer)) = &batch.answer {
        answers::put(conn, user, key, answer).await?;
    }
    hold::rows(conn, batch).await?;
    for expect in &batch.expect {
        if !holds(conn, expect).await? {
            return Err(Fault::Refused(CommitError::Stale));
        }
    }
    // "At most one representative" is checked after every statement: the one that steps down goes first.
    let (last, first): (Vec<&Change>, Vec<&Change>) = batch
        .changes
        .iter()
        .partition(|change| matches!(change, Change::PutLink(link) if link.representative));
    let mut written = written.iter();
    for change in first.into_iter().chain(last) {
        make(conn, change, &mut written).await?;
    }
    Ok(())
}

async fn holds(conn: &mut Conn, expect: &Expect) -> Result<bool, Fault> {
    let (sql, id, version) = match expect {
        Expect::Channel(id, version) => (
            "SELECT version FROM channel WHERE id = $1",
            id.as_str(),
            Some(*version),
        ),
        Expect::App(id, version) => (
            "SELECT version FROM app WHERE id = $1",
            id.as_str(),
            Some(*version),
        ),
        Expect::Application(id, version) => (
            "SELECT version FROM application WHERE id = $1",
            id.as_str(),
            Some(*version),
        ),
        Expect::RoleRequest(id, version) => (
            "SELECT version FROM role_request WHERE id = $1",
            id.as_str(),
            Some(*version),
        ),
        Expect::Account(id, version) => (
            "SELECT version FROM person WHERE id = $1",
            id.as_str(),
            Some(*version),
        ),
        Expect::NoApplication(app) => (
            "SELECT version FROM application WHERE app_id = $1",
            app.as_str(),
            None,
        ),
        Expect::NoOpenRequest(by, wanted) => {
            return Ok(!requests::is_open(conn, by, wanted).await?);
        }
        Expect::FewerOpenRequests(by, most) => {
            return Ok(requests::open(conn, by, *most).await? < *most);
        }
        Expect::OpenInvitation(id) => {
            return entrance::is_open(conn, id).await;
        }
        Expect::SignInAttempt(hash) => {
            return entrance::is_attempt(conn, hash).await;
        }
        Expect::Session(hash) => {
            return entrance::is_session(conn, hash).await;
        }
        Expect::Files(application, files) => {
            return Ok(files::ids(conn, application).await? == *files);
        }
        Expect::Shares(application, shares) => {
            return Ok(shares::ids(conn, application).await? == *shares);
        }
        Expect::OpenShare(id) => {
            return shares::is_open(conn, id).await;
        }
    };
    let found: Option<i64> = sqlx::query_scalar(sql)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    Ok(found.and_then(|found| u64::try_from(found).ok()) == version)
}

async fn make(
    conn: &mut Conn,
    change: &Change,
    written: &mut Iter<'_, Written>,
) -> Result<(), Fault> {
    match change {
        Change::PutUser(user) => people::put(conn, user).await,
        Change::PutAccount(account) => people::put_account(conn, account).await,
        Change::PutIdentity(identity) => entrance::put_identity(conn, identity).await,
        Change::PutSession(session) => entrance::put_session(conn, session).await,
        Change::TouchSession(token_hash, at) => {
            entrance::touch_session(conn, token_hash, *at).await
        }
        Change::DeleteSession(token_hash) => entrance::delete_session(conn, token_hash).await,
        Change::EndSessions(user, but) => entrance::end_sessions(conn, user, but.as_deref()).await,
        Change::PutInvitation(invitation) => entrance::put_invitation(conn, invitation).await,
        Change::RevokeInvitations(by, at) => entrance::revoke_invitations(conn, by, *at).await,
        Change::PutSignInAttempt(attempt) => entrance::put_attempt(conn, attempt).await,
        Change::DeleteSignInAttempt(hash) => entrance::delete_attempt(conn, hash).await,
        Change::ForgetSignInAttempts(before) => entrance::forget_attempts(conn, *before).await,
        Change::Sweep(now) => answers::sweep(conn, *now).await,
        Change::PutChannel(channel) => channels::put(conn, channel).await,
        Change::PutApp(app) => apps::put(conn, app).await,
        Change::SetChannelRole(user, channel, role) => {
            channels::set_role(conn, user, channel, *role).await
        }
        Change::SetAppRole(user, app, role) => apps::set_role(conn, user, app, *role).await,
        Change::RemoveChannelRole(user, channel) => {
            channels::remove_role(conn, user, channel).await
        }
        Change::RemoveAppRole(user, app) => apps::remove_role(conn, user, app).await,
        Change::PutLink(link) => links::put(conn, link).await,
        Change::DeleteLink(app, channel) => links::delete(conn, app, channel).await,
        Change::PutApplication(application) => {
            let written = written.next();
            let written = written.ok_or_else(|| Fault::Other("not written down".to_owned()))?;
            applications::put(conn, application, written).await
        }
        Change::PutRoleRequest(request) => requests::put(conn, request).await,
        Change::PutFile(file) => files::put(conn, file).await,
        Change::DeleteFile(id) => files::delete(conn, id).await,
        Change::PutShare(share) => shares::put(conn, share).await,
        Change::DeleteShare(id) => shares::delete(conn, id).await,
    }
}
