//! Links that show a consent screen. What they show is kept as JSON, as it was when they were made.

use std::collections::BTreeSet;

use backend::store::ShareRecord;
use domain::id::{ApplicationId, ShareId};
use domain::time::Time;
use sqlx::Row as _;

use super::dialect::{Conn, Pool, Row};
use super::fault::Fault;
use super::row;

/// The links of an application, newest first.
pub(super) async fn of(
    pool: &Pool,
    application: &ApplicationId,
) -> Result<Vec<ShareRecord>, Fault> {
    let rows =
        sqlx::query("SELECT * FROM share WHERE application_id = $1 ORDER BY made_at DESC, id DESC")
            .bind(application.as_str())
            .fetch_all(pool)
            .await?;
    rows.iter().map(read).collect()
}

/// A link by the hash of its token.
pub(super) async fn by_token(pool: &Pool, token_hash: &str) -> Result<Option<ShareRecord>, Fault> {
    let found = sqlx::query("SELECT * FROM share WHERE token_hash = $1")
        .bind(token_hash)
        .fetch_optional(pool)
        .await?;
    found.as_ref().map(read).transpose()
}

/// Which links of an application are remembered.
pub(super) async fn ids(
    conn: &mut Conn,
    application: &ApplicationId,
) -> Result<BTreeSet<ShareId>, Fault> {
    let rows = sqlx::query("SELECT id FROM share WHERE application_id = $1")
        .bind(application.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| row::parsed(row, "id")).collect()
}

/// Whether a link is remembered and was not taken back.
pub(super) async fn is_open(conn: &mut Conn, id: &ShareId) -> Result<bool, Fault> {
    let found = sqlx::query("SELECT 1 FROM share WHERE id = $1 AND revoked_at IS NULL")
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    Ok(found.is_some())
}

/// Inserts a link, or ends one that is there.
pub(super) async fn put(conn: &mut Conn, share: &ShareRecord) -> Result<(), Fault> {
    let body = serde_json::to_string(&share.document)
        .map_err(|problem| Fault::Other(format!("share {}: {problem}", share.id)))?;
    sqlx::query(
        "INSERT INTO share (id, application_id, token_hash, person_id, made_at, expires_at, revoked_at, body)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET revoked_at = excluded.revoked_at",
    )
    .bind(share.id.as_str())
    .bind(share.application.as_str())
    .bind(&share.token_hash)
    .bind(share.by.as_str())
    .bind(share.made_at.millis())
    .bind(share.expires_at.millis())
    .bind(share.revoked_at.map(Time::millis))
    .bind(body)
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets a link.
pub(super) async fn delete(conn: &mut Conn, id: &ShareId) -> Result<(), Fault> {
    sqlx::query("DELETE FROM share WHERE id = $1")
        .bind(id.as_str())
        .execute(conn)
        .await?;
    Ok(())
}

fn read(row: &Row) -> Result<ShareRecord, Fault> {
    Ok(ShareRecord {
        id: row::parsed(row, "id")?,
        application: row::parsed(row, "application_id")?,
        token_hash: row::text(row, "token_hash")?,
        by: row::parsed(row, "person_id")?,
        made_at: row::time(row, "made_at")?,
        expires_at: row::time(row, "expires_at")?,
        revoked_at: row
            .try_get::<Option<i64>, _>("revoked_at")?
            .map(Time::from_millis),
        document: row::json(row, "body")?,
    })
}
