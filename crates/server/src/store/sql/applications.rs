//! Applications and the review queue. The document is kept as JSON; beside it stands what is searched and sorted by, and what lists show.

use backend::store::{Batch, Change, Outline, Paged};
use contract::body::COUNT_MAX;
use domain::application::Application;
use domain::id::{AppId, ApplicationId};
use serde::Serialize;

use super::cursor::{self, Cursor};
use super::dialect::{Builder, Conn, Pool, Row, push_in};
use super::fault::Fault;
use super::row;

/// One application.
pub(super) async fn one(pool: &Pool, id: &ApplicationId) -> Result<Option<Application>, Fault> {
    let found = sqlx::query("SELECT body FROM application WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(pool)
        .await?;
    found.as_ref().map(read).transpose()
}

/// The applications of those apps, by identifier.
pub(super) async fn of_apps(pool: &Pool, apps: &[AppId]) -> Result<Vec<Application>, Fault> {
    let mut sql = Builder::new("SELECT body FROM application WHERE app_id");
    push_in(&mut sql, apps.iter().map(AppId::as_str));
    sql.push(" ORDER BY id");
    let rows = sql.build().fetch_all(pool).await?;
    rows.iter().map(read).collect()
}

/// What lists show of the applications of those apps, by identifier.
pub(super) async fn outlines(pool: &Pool, apps: &[AppId]) -> Result<Vec<Outline>, Fault> {
    let mut sql = Builder::new("SELECT outline FROM application WHERE app_id");
    push_in(&mut sql, apps.iter().map(AppId::as_str));
    sql.push(" ORDER BY id");
    let rows = sql.build().fetch_all(pool).await?;
    rows.iter().map(outline).collect()
}

/// A page of the review queue: under review, oldest submission first; or the others, newest change first.
/// A cursor that is none of ours gives an empty page.
pub(super) async fn queue(
    pool: &Pool,
    decided: bool,
    cursor: Option<&str>,
    wanted: usize,
) -> Result<Paged<Outline>, Fault> {
    let queue = if decided { DECIDED } else { WAITING };
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM (SELECT 1 FROM application WHERE queue = $1 LIMIT $2) AS counted",
    )
    .bind(queue)
    .bind(i64::try_from(COUNT_MAX).unwrap_or(i64::MAX))
    .fetch_one(pool)
    .await?;
    let count = usize::try_from(count).unwrap_or_default();
    let from = match cursor.map(Cursor::decode) {
        None => None,
        Some(Some(cursor)) => Some(cursor),
        Some(None) => return Ok(cursor::page(Vec::new(), None, 0, count)),
    };
    let back = from.as_ref().is_some_and(|from| from.back);
    let down = decided != back;
    let time = if decided {
        "changed_at"
    } else {
        "submitted_at"
    };
    let mut sql = Builder::new("SELECT id, outline, ");
    sql.push(time)
        .push(" AS at FROM application WHERE queue = ");
    sql.push_bind(queue);
    if let Some(from) = &from {
        let beyond = if down { ") < (" } else { ") > (" };
        sql.push(" AND (").push(time).push(", id").push(beyond);
        sql.push_bind(from.number).push(", ");
        sql.push_bind(from.id.clone()).push(")");
    }
    let way = if down { " DESC" } else { "" };
    sql.push(format_args!(" ORDER BY {time}{way}, id{way} LIMIT "));
    sql.push_bind(i64::try_from(wanted + 1).unwrap_or(i64::MAX));
    let rows = sql.build().fetch_all(pool).await?;
    let rows = rows.iter().map(|row| Ok((outline(row)?, key(row)?)));
    let found = rows.collect::<Result<Vec<_>, Fault>>()?;
    Ok(cursor::page(found, from.as_ref(), wanted, count))
}

const NEVER_SUBMITTED: i64 = 0;
const WAITING: i64 = 1;
const DECIDED: i64 = 2;

fn key(row: &Row) -> Result<Cursor, Fault> {
    Ok(Cursor {
        back: false,
        number: row::number(row, "at")?,
        text: String::new(),
        id: row::text(row, "id")?,
    })
}

/// An application as it is kept.
#[derive(Debug)]
pub(in super::super) struct Written {
    outline: String,
    body: String,
}

impl Written {
    /// Those of a batch, in its order: written before its turn comes, for then others wait.
    pub(in super::super) fn of(batch: &Batch) -> Result<Vec<Written>, Fault> {
        let applications = batch.changes.iter().filter_map(|change| match change {
            Change::PutApplication(application) => Some(&**application),
            _ => None,
        });
        applications
            .map(|one| {
                Ok(Written {
                    outline: written(one, &Outline::from(one))?,
                    body: written(one, one)?,
                })
            })
            .collect()
    }
}

/// Inserts or replaces an application.
pub(super) async fn put(
    conn: &mut Conn,
    application: &Application,
    written: &Written,
) -> Result<(), Fault> {
    let (queue, submitted_at) = match application.rounds.last() {
        None => (NEVER_SUBMITTED, application.changed_at),
        Some(round) if application.status.is_under_review() => (WAITING, round.submitted_at),
        Some(round) => (DECIDED, round.submitted_at),
    };
    sqlx::query(
        "INSERT INTO application (id, app_id, status, queue, submitted_at, changed_at, version, outline, body)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (id) DO UPDATE SET app_id = excluded.app_id, status = excluded.status, queue = excluded.queue,
             submitted_at = excluded.submitted_at, changed_at = excluded.changed_at,
             version = excluded.version, outline = excluded.outline, body = excluded.body",
    )
    .bind(application.id.as_str())
    .bind(application.app.as_str())
    .bind(row::word_of(&application.status)?)
    .bind(queue)
    .bind(submitted_at.millis())
    .bind(application.changed_at.millis())
    .bind(row::integer(application.version)?)
    .bind(&written.outline)
    .bind(&written.body)
    .execute(conn)
    .await?;
    Ok(())
}

/// Applications that are read at once to write down what lists show of them: each may be large.
const AT_ONCE: i64 = 20;

/// Writes what lists show beside every application, which has nothing there yet.
pub(super) async fn outline_all(conn: &mut Conn) -> Result<(), Fault> {
    let mut after = String::new();
    loop {
        let rows =
            sqlx::query("SELECT id, body FROM application WHERE id > $1 ORDER BY id LIMIT $2")
                .bind(&after)
                .bind(AT_ONCE)
                .fetch_all(&mut *conn)
                .await?;
        for found in &rows {
            let application = read(found)?;
            sqlx::query("UPDATE application SET outline = $2 WHERE id = $1")
                .bind(application.id.as_str())
                .bind(written(&application, &Outline::from(&application))?)
                .execute(&mut *conn)
                .await?;
        }
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = row::text(last, "id")?;
    }
}

/// As it is kept, of that application.
fn written(application: &Application, what: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(what)
        .map_err(|problem| Fault::Other(format!("application {}: {problem}", application.id)))
}

fn read(row: &Row) -> Result<Application, Fault> {
    row::json(row, "body")
}

fn outline(row: &Row) -> Result<Outline, Fault> {
    row::json(row, "outline")
}
