//! Who comes in: sessions, accounts of providers, invitations, and sign-ins that are under way.

use backend::store::{Identity, Invitation, Session, SignInAttempt};
use domain::account::SEEN_S;
use domain::id::{InvitationId, UserId};
use domain::time::Time;
use sqlx::Row as _;

use super::dialect::{Conn, Pool, Row};
use super::fault::Fault;
use super::row;

/// A session by the hash of its token.
pub(super) async fn session(pool: &Pool, token_hash: &str) -> Result<Option<Session>, Fault> {
    let found = sqlx::query("SELECT * FROM session WHERE token_hash = $1")
        .bind(token_hash)
        .fetch_optional(pool)
        .await?;
    found.as_ref().map(read_session).transpose()
}

/// Somebody's sessions, the one used last first.
pub(super) async fn sessions_of(pool: &Pool, user: &UserId) -> Result<Vec<Session>, Fault> {
    let rows = sqlx::query(
        "SELECT * FROM session WHERE person_id = $1 ORDER BY seen_at DESC, id DESC LIMIT 100",
    )
    .bind(user.as_str())
    .fetch_all(pool)
    .await?;
    rows.iter().map(read_session).collect()
}

/// Inserts or replaces a session.
pub(super) async fn put_session(conn: &mut Conn, session: &Session) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO session (token_hash, id, person_id, made_at, seen_at, expires_at, from_address, agent)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (token_hash) DO UPDATE SET id = excluded.id, person_id = excluded.person_id, made_at = excluded.made_at,
             seen_at = excluded.seen_at, expires_at = excluded.expires_at, from_address = excluded.from_address,
             agent = excluded.agent",
    )
    .bind(&session.token_hash)
    .bind(session.id.as_str())
    .bind(session.user.as_str())
    .bind(session.made_at.millis())
    .bind(session.seen_at.millis())
    .bind(session.expires_at.millis())
    .bind(&session.from)
    .bind(&session.agent)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down when a session was last used, if it is still there and was not written down a moment ago, or later than that.
pub(super) async fn touch_session(
    conn: &mut Conn,
    token_hash: &str,
    at: Time,
) -> Result<(), Fault> {
    sqlx::query("UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at <= $3")
        .bind(token_hash)
        .bind(at.millis())
        .bind(at.millis() - SEEN_S * 1_000)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends a session.
pub(super) async fn delete_session(conn: &mut Conn, token_hash: &str) -> Result<(), Fault> {
    sqlx::query("DELETE FROM session WHERE token_hash = $1")
        .bind(token_hash)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends all sessions of somebody, but for one.
pub(super) async fn end_sessions(
    conn: &mut Conn,
    user: &UserId,
    but: Option<&str>,
) -> Result<(), Fault> {
    sqlx::query("DELETE FROM session WHERE person_id = $1 AND token_hash <> $2")
        .bind(user.as_str())
        .bind(but.unwrap_or_default())
        .execute(conn)
        .await?;
    Ok(())
}

/// Whose account of a provider that is.
pub(super) async fn identity(
    pool: &Pool,
    issuer: &str,
    subject: &str,
) -> Result<Option<Identity>, Fault> {
    let found = sqlx::query("SELECT * FROM identity WHERE issuer = $1 AND subject = $2")
        .bind(issuer)
        .bind(subject)
        .fetch_optional(pool)
        .await?;
    let read = |row: &Row| {
        Ok(Identity {
            issuer: row::text(row, "issuer")?,
            subject: row::text(row, "subject")?,
            user: row::parsed(row, "person_id")?,
            made_at: row::time(row, "made_at")?,
        })
    };
    found.as_ref().map(read).transpose()
}

/// Inserts an account of a provider; one that is there already is a conflict.
pub(super) async fn put_identity(conn: &mut Conn, identity: &Identity) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO identity (issuer, subject, person_id, made_at) VALUES ($1, $2, $3, $4)",
    )
    .bind(&identity.issuer)
    .bind(&identity.subject)
    .bind(identity.user.as_str())
    .bind(identity.made_at.millis())
    .execute(conn)
    .await?;
    Ok(())
}

/// Invitations, first those that were neither used nor taken back.
pub(super) async fn invitations(pool: &Pool) -> Result<Vec<Invitation>, Fault> {
    let rows = sqlx::query(
        "SELECT * FROM invitation
         ORDER BY CASE WHEN used_at IS NULL AND revoked_at IS NULL THEN 0 ELSE 1 END, made_at DESC, id DESC LIMIT 500",
    )
    .fetch_all(pool)
    .await?;
    rows.iter().map(read_invitation).collect()
}

/// One invitation.
pub(super) async fn invitation(
    pool: &Pool,
    id: &InvitationId,
) -> Result<Option<Invitation>, Fault> {
    let found = sqlx::query("SELECT * FROM invitation WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(pool)
        .await?;
    found.as_ref().map(read_invitation).transpose()
}

/// An invitation by the hash of its token.
pub(super) async fn invitation_by_token(
    pool: &Pool,
    token_hash: &str,
) -> Result<Option<Invitation>, Fault> {
    let found = sqlx::query("SELECT * FROM invitation WHERE token_hash = $1")
        .bind(token_hash)
        .fetch_optional(pool)
        .await?;
    found.as_ref().map(read_invitation).transpose()
}

/// Whether an invitation was neither used nor taken back.
pub(super) async fn is_open(conn: &mut Conn, id: &InvitationId) -> Result<bool, Fault> {
    let found: Option<i64> = sqlx::query_scalar(
        "SELECT made_at FROM invitation WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL",
    )
    .bind(id.as_str())
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

/// Inserts an invitation, or ends one that is there.
pub(super) async fn put_invitation(conn: &mut Conn, one: &Invitation) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO invitation (id, token_hash, name, organisation, duty, by_id, made_at, expires_at, used_at, used_by, revoked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO UPDATE SET used_at = excluded.used_at, used_by = excluded.used_by, revoked_at = excluded.revoked_at",
    )
    .bind(one.id.as_str())
    .bind(&one.token_hash)
    .bind(&one.name)
    .bind(&one.organisation)
    .bind(row::word_of(&one.duty)?)
    .bind(one.by.as_ref().map(UserId::as_str))
    .bind(one.made_at.millis())
    .bind(one.expires_at.millis())
    .bind(one.used_at.map(Time::millis))
    .bind(one.used_by.as_ref().map(UserId::as_str))
    .bind(one.revoked_at.map(Time::millis))
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes back what invitations of somebody's were neither used nor taken back.
pub(super) async fn revoke_invitations(
    conn: &mut Conn,
    by: &UserId,
    at: Time,
) -> Result<(), Fault> {
    sqlx::query("UPDATE invitation SET revoked_at = $2 WHERE by_id = $1 AND used_at IS NULL AND revoked_at IS NULL")
        .bind(by.as_str())
        .bind(at.millis())
        .execute(conn)
        .await?;
    Ok(())
}

/// A sign-in that is under way.
pub(super) async fn attempt(
    pool: &Pool,
    cookie_hash: &str,
) -> Result<Option<SignInAttempt>, Fault> {
    let found = sqlx::query("SELECT * FROM sign_in_attempt WHERE cookie_hash = $1")
        .bind(cookie_hash)
        .fetch_optional(pool)
        .await?;
    let read = |row: &Row| {
        Ok(SignInAttempt {
            cookie_hash: row::text(row, "cookie_hash")?,
            provider: row::text(row, "provider")?,
            state: row::text(row, "state")?,
            nonce: row::text(row, "nonce")?,
            verifier: row::text(row, "verifier")?,
            back: row::text(row, "back")?,
            invitation: row.try_get("invitation")?,
            expires_at: row::time(row, "expires_at")?,
        })
    };
    found.as_ref().map(read).transpose()
}

/// Whether a sign-in is under way.
pub(super) async fn is_attempt(conn: &mut Conn, cookie_hash: &str) -> Result<bool, Fault> {
    let found: Option<i64> =
        sqlx::query_scalar("SELECT expires_at FROM sign_in_attempt WHERE cookie_hash = $1")
            .bind(cookie_hash)
            .fetch_optional(conn)
            .await?;
    Ok(found.is_some())
}

/// Whether a session is still there.
pub(super) async fn is_session(conn: &mut Conn, token_hash: &str) -> Result<bool, Fault> {
    let found: Option<i64> =
        sqlx::query_scalar("SELECT expires_at FROM session WHERE token_hash = $1")
            .bind(token_hash)
            .fetch_optional(conn)
            .await?;
    Ok(found.is_some())
}

/// Inserts a sign-in that begins.
pub(super) async fn put_attempt(conn: &mut Conn, one: &SignInAttempt) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO sign_in_attempt (cookie_hash, provider, state, nonce, verifier, back, invitation, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&one.cookie_hash)
    .bind(&one.provider)
    .bind(&one.state)
    .bind(&one.nonce)
    .bind(&one.verifier)
    .bind(&one.back)
    .bind(&one.invitation)
    .bind(one.expires_at.millis())
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets a sign-in.
pub(super) async fn delete_attempt(conn: &mut Conn, cookie_hash: &str) -> Result<(), Fault> {
    sqlx::query("DELETE FROM sign_in_attempt WHERE cookie_hash = $1")
        .bind(cookie_hash)
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets the sign-ins that were too late before that moment.
pub(super) async fn forget_attempts(conn: &mut Conn, before: Time) -> Result<(), Fault> {
    sqlx::query("DELETE FROM sign_in_attempt WHERE expires_at < $1")
        .bind(before.millis())
        .execute(conn)
        .await?;
    Ok(())
}

fn read_session(found: &Row) -> Result<Session, Fault> {
    Ok(Session {
        id: row::parsed(found, "id")?,
        token_hash: row::text(found, "token_hash")?,
        user: row::parsed(found, "person_id")?,
        made_at: row::time(found, "made_at")?,
        seen_at: row::time(found, "seen_at")?,
        expires_at: row::time(found, "expires_at")?,
        from: row::text(found, "from_address")?,
        agent: row::text(found, "agent")?,
    })
}

fn read_invitation(found: &Row) -> Result<Invitation, Fault> {
    let time = |column| -> Result<Option<Time>, Fault> {
        Ok(found
            .try_get::<Option<i64>, _>(column)?
            .map(Time::from_millis))
    };
    let person = |column| -> Result<Option<UserId>, Fault> {
        let id = found.try_get::<Option<String>, _>(column)?;
        id.map(|_| row::parsed(found, column)).transpose()
    };
    Ok(Invitation {
        id: row::parsed(found, "id")?,
        token_hash: row::text(found, "token_hash")?,
        name: row::text(found, "name")?,
        organisation: row::text(found, "organisation")?,
        duty: row::word(found, "duty")?,
        by: person("by_id")?,
        made_at: row::time(found, "made_at")?,
        expires_at: row::time(found, "expires_at")?,
        used_at: time("used_at")?,
        used_by: person("used_by")?,
        revoked_at: time("revoked_at")?,
    })
}
