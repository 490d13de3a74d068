//! Role requests.

use domain::id::{RoleRequestId, UserId};
use domain::role::{RoleRequest, RoleRequestState, RoleWanted};
use domain::time::Time;
use sqlx::Row as _;

use super::dialect::{Conn, Pool, Row};
use super::fault::Fault;
use super::row;

/// One request.
pub(super) async fn one(pool: &Pool, id: &RoleRequestId) -> Result<Option<RoleRequest>, Fault> {
    let found = sqlx::query("SELECT * FROM role_request WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(pool)
        .await?;
    found.as_ref().map(read).transpose()
}

/// The first 200 that somebody made: the open ones, then the newest.
pub(super) async fn by(pool: &Pool, user: &UserId) -> Result<Vec<RoleRequest>, Fault> {
    let rows = sqlx::query(
        "SELECT * FROM role_request WHERE by_id = $1
         ORDER BY CASE WHEN state = $2 THEN 0 ELSE 1 END, asked_at DESC, id DESC LIMIT 200",
    )
    .bind(user.as_str())
    .bind(row::word_of(&RoleRequestState::Open)?)
    .fetch_all(pool)
    .await?;
    rows.iter().map(read).collect()
}

/// The first 200 that somebody decides: the open ones, then the newest.
pub(super) async fn waiting_for(pool: &Pool, user: &UserId) -> Result<Vec<RoleRequest>, Fault> {
    let rows = sqlx::query(
        "SELECT r.* FROM role_request r
         WHERE EXISTS (SELECT 1 FROM channel_role c
                       WHERE c.channel_id = r.channel_id AND c.person_id = $1 AND c.rank = 0)
            OR EXISTS (SELECT 1 FROM app_role a
                       WHERE a.app_id = r.app_id AND a.person_id = $1 AND a.rank = 0)
         ORDER BY CASE WHEN r.state = $2 THEN 0 ELSE 1 END, r.asked_at DESC, r.id DESC LIMIT 200",
    )
    .bind(user.as_str())
    .bind(row::word_of(&RoleRequestState::Open)?)
    .fetch_all(pool)
    .await?;
    rows.iter().map(read).collect()
}

/// Whether somebody has an open request for that role.
pub(super) async fn is_open(
    conn: &mut Conn,
    by: &UserId,
    wanted: &RoleWanted,
) -> Result<bool, Fault> {
    let (channel, app) = target(wanted);
    let found = sqlx::query(
        "SELECT 1 FROM role_request WHERE by_id = $1 AND (channel_id = $2 OR app_id = $3) AND state = $4 LIMIT 1",
    )
    .bind(by.as_str())
    .bind(channel)
    .bind(app)
    .bind(row::word_of(&RoleRequestState::Open)?)
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

/// How many open requests somebody has, counted up to `most`.
pub(super) async fn open(conn: &mut Conn, by: &UserId, most: usize) -> Result<usize, Fault> {
    let found = sqlx::query("SELECT 1 FROM role_request WHERE by_id = $1 AND state = $2 LIMIT $3")
        .bind(by.as_str())
        .bind(row::word_of(&RoleRequestState::Open)?)
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(conn)
        .await?;
    Ok(found.len())
}

/// The channel or the app that a role is on.
fn target(wanted: &RoleWanted) -> (Option<&str>, Option<&str>) {
    match wanted {
        RoleWanted::ChannelManager { channel } => (Some(channel.as_str()), None),
        RoleWanted::AppEditor { app } => (None, Some(app.as_str())),
    }
}

/// Inserts or replaces a request.
pub(super) async fn put(conn: &mut Conn, request: &RoleRequest) -> Result<(), Fault> {
    let (channel, app) = target(&request.wanted);
    sqlx::query(
        "INSERT INTO role_request (id, by_id, channel_id, app_id, note, state, asked_at, decided_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (id) DO UPDATE SET note = excluded.note, state = excluded.state,
             decided_at = excluded.decided_at, version = excluded.version",
    )
    .bind(request.id.as_str())
    .bind(request.by.as_str())
    .bind(channel)
    .bind(app)
    .bind(&request.note)
    .bind(row::word_of(&request.state)?)
    .bind(request.asked_at.millis())
    .bind(request.decided_at.map(Time::millis))
    .bind(row::integer(request.version)?)
    .execute(conn)
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<RoleRequest, Fault> {
    let wanted = if row.try_get::<Option<String>, _>("channel_id")?.is_some() {
        RoleWanted::ChannelManager {
            channel: row::parsed(row, "channel_id")?,
        }
    } else {
        RoleWanted::AppEditor {
            app: row::parsed(row, "app_id")?,
        }
    };
    Ok(RoleRequest {
        id: row::parsed(row, "id")?,
        by: row::parsed(row, "by_id")?,
        wanted,
        note: row::text(row, "note")?,
        state: row::word(row, "state")?,
        asked_at: row::time(row, "asked_at")?,
        decided_at: row
            .try_get::<Option<i64>, _>("decided_at")?
            .map(Time::from_millis),
        version: row::count(row, "version")?,
    })
}
