//! Links between apps and channels. The limit of ten and the one representative are constraints of the schema.

use backend::store::CommitError;
use domain::id::{AppId, ChannelId};
use domain::link::Link;

use super::dialect::{Builder, Conn, Pool, Row, push_in};
use super::fault::Fault;
use super::row;

/// The links of those apps, by app and slot.
pub(super) async fn of_apps(pool: &Pool, apps: &[AppId]) -> Result<Vec<Link>, Fault> {
    let mut sql = Builder::new("SELECT * FROM link WHERE app_id");
    push_in(&mut sql, apps.iter().map(AppId::as_str));
    sql.push(" ORDER BY app_id, slot");
    let rows = sql.build().fetch_all(pool).await?;
    rows.iter().map(read).collect()
}

/// The links of those channels, by channel and time.
pub(super) async fn of_channels(pool: &Pool, channels: &[ChannelId]) -> Result<Vec<Link>, Fault> {
    let mut sql = Builder::new("SELECT * FROM link WHERE channel_id");
    push_in(&mut sql, channels.iter().map(ChannelId::as_str));
    sql.push(" ORDER BY channel_id, linked_at, app_id");
    let rows = sql.build().fetch_all(pool).await?;
    rows.iter().map(read).collect()
}

/// Adds a link, or changes the one between the same two in the same slot.
pub(super) async fn put(conn: &mut Conn, link: &Link) -> Result<(), Fault> {
    let done = sqlx::query(
        "INSERT INTO link (app_id, channel_id, slot, representative, linked_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (app_id, channel_id) DO UPDATE
             SET representative = excluded.representative, linked_at = excluded.linked_at
             WHERE link.slot = excluded.slot",
    )
    .bind(link.app.as_str())
    .bind(link.channel.as_str())
    .bind(i64::from(link.slot))
    .bind(i64::from(link.representative))
    .bind(link.linked_at.millis())
    .execute(conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Fault::Refused(CommitError::Conflict));
    }
    Ok(())
}

/// Unlinks.
pub(super) async fn delete(conn: &mut Conn, app: &AppId, channel: &ChannelId) -> Result<(), Fault> {
    sqlx::query("DELETE FROM link WHERE app_id = $1 AND channel_id = $2")
        .bind(app.as_str())
        .bind(channel.as_str())
        .execute(conn)
        .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Link, Fault> {
    Ok(Link {
        app: row::parsed(row, "app_id")?,
        channel: row::parsed(row, "channel_id")?,
        slot: row::count(row, "slot")?,
        representative: row::flag(row, "representative")?,
        linked_at: row::time(row, "linked_at")?,
    })
}
