//! People and their sessions.

use backend::store::Session;
use domain::id::UserId;
use domain::role::User;

use super::dialect::{Builder, Conn, Pool, Row, push_in};
use super::fault::Fault;
use super::row;

/// The users with those identifiers, in that order.
pub(super) async fn by_id(pool: &Pool, ids: &[UserId]) -> Result<Vec<User>, Fault> {
    let mut sql = Builder::new("SELECT * FROM person WHERE id");
    push_in(&mut sql, ids.iter().map(UserId::as_str));
    let rows = sql.build().fetch_all(pool).await?;
    let found: Result<Vec<User>, Fault> = rows.iter().map(read).collect();
    Ok(row::in_order(ids, found?, |user| &user.id))
}

/// The first hundred users, by name.
pub(super) async fn all(pool: &Pool) -> Result<Vec<User>, Fault> {
    let rows = sqlx::query("SELECT * FROM person ORDER BY name, id LIMIT 100")
        .fetch_all(pool)
        .await?;
    rows.iter().map(read).collect()
}

/// A session by the hash of its token.
pub(super) async fn session(pool: &Pool, token_hash: &str) -> Result<Option<Session>, Fault> {
    let found = sqlx::query("SELECT * FROM session WHERE token_hash = $1")
        .bind(token_hash)
        .fetch_optional(pool)
        .await?;
    let read = |found: &Row| {
        Ok(Session {
            token_hash: row::text(found, "token_hash")?,
            user: row::parsed(found, "person_id")?,
            expires_at: row::time(found, "expires_at")?,
        })
    };
    found.as_ref().map(read).transpose()
}

/// Inserts or replaces a user.
pub(super) async fn put(conn: &mut Conn, user: &User) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO person (id, name, organisation, duty) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, organisation = excluded.organisation, duty = excluded.duty",
    )
    .bind(user.id.as_str())
    .bind(&user.name)
    .bind(&user.organisation)
    .bind(row::word_of(&user.duty)?)
    .execute(conn)
    .await?;
    Ok(())
}

/// Inserts or replaces a session.
pub(super) async fn put_session(conn: &mut Conn, session: &Session) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO session (token_hash, person_id, expires_at) VALUES ($1, $2, $3)
         ON CONFLICT (token_hash) DO UPDATE SET person_id = excluded.person_id, expires_at = excluded.expires_at",
    )
    .bind(&session.token_hash)
    .bind(session.user.as_str())
    .bind(session.expires_at.millis())
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

/// Reads a user.
pub(super) fn read(row: &Row) -> Result<User, Fault> {
    Ok(User {
        id: row::parsed(row, "id")?,
        name: row::text(row, "name")?,
        organisation: row::text(row, "organisation")?,
        duty: row::word(row, "duty")?,
    })
}
