//! Opening the database, and saying in one sentence why it cannot be opened.

use std::time::Duration;

use domain::time::Time;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _};

use super::dialect::{Conn, Pool};
use super::sql::migrated;
use super::url::DatabaseUrl;
use crate::store::MARK;

/// In order, and never changed once released: how many were applied stands in the table `syncdesk_migration`.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/postgres/0001_first.sql"),
    include_str!("../../../migrations/postgres/0002_shares.sql"),
    include_str!("../../../migrations/postgres/0003_record.sql"),
    include_str!("../../../migrations/postgres/0004_sign_in.sql"),
    include_str!("../../../migrations/postgres/0005_search.sql"),
    include_str!("../../../migrations/postgres/0006_record_kept.sql"),
    include_str!("../../../migrations/postgres/0007_lists.sql"),
    include_str!("../../../migrations/postgres/0008_search.sql"),
    include_str!("../../../migrations/postgres/0009_search.sql"),
];
/// The oldest that its makers looked after when this was written: 13, as the server counts.
const SERVER_MIN: i64 = 130_000;
/// "Sdsk": servers that start at the same time extend the tables one after the other.
const MIGRATION_LOCK: i64 = 0x5364_736B;
/// Connections of one server. Several servers share the hundred that a database gives by default.
const CONNECTIONS: u32 = 16;
/// Connections of whoever only reads: one thing is looked at after the other.
const READERS: u32 = 2;
/// After so long without a free connection, or without a database, a request is refused instead of waiting on.
const CONNECTION_WAIT: Duration = Duration::from_secs(2);
/// How long a start waits for another server that extends the tables. What it does itself may take as long as it takes.
pub(super) const START_WAIT: Duration = Duration::from_mins(2);
/// A connection that was idle for so long is asked whether it is still there.
const IDLE: Duration = Duration::from_secs(1);
/// So soon it has to answer that. Several that do not are found out while a request waits for one that does.
const PING: Duration = Duration::from_millis(500);
/// So soon it has to answer when it is given back, and nobody waits: one that is only slow today is kept.
const PING_BACK: Duration = CONNECTION_WAIT;
/// What the database itself ends: statements, waiting for locks, and transactions in which nothing happens.
const LIMITS: [(&str, &str); 3] = [
    ("statement_timeout", "10s"),
    ("lock_timeout", "5s"),
    ("idle_in_transaction_session_timeout", "20s"),
];

/// Why the database cannot be opened. Each says what to do, in a sentence, and none has a password in it.
#[derive(Debug)]
pub enum OpenError {
    /// Nobody answers there.
    Unreachable(DatabaseUrl, String),
    /// The user may not come in.
    Refused(DatabaseUrl, String),
    /// There is no database of that name.
    Missing(DatabaseUrl),
    /// The user may not make tables.
    Forbidden(DatabaseUrl),
    /// It can only be read: a standby.
    ReadOnly(DatabaseUrl),
    /// It keeps text in another encoding than UTF-8.
    Encoding(DatabaseUrl, String),
    /// A server that is too old.
    OldServer(DatabaseUrl, String),
    /// Tables of another program.
    Foreign(DatabaseUrl),
    /// Written by a later version.
    Newer(DatabaseUrl),
    /// Written by an earlier version, and not to be brought up to date now.
    Older(DatabaseUrl),
    /// Without tables, and they are not to be made now.
    Empty(DatabaseUrl),
    /// A restore into it was broken off.
    Restoring(DatabaseUrl),
    /// Something else that the database says.
    Database(DatabaseUrl, sqlx::Error),
}

impl std::error::Error for OpenError {}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OpenError::Unreachable(url, problem) => write!(
                f,
                "the database {url} cannot be reached: {problem}. Check that PostgreSQL is running there and that the address is right."
            ),
            OpenError::Refused(url, problem) => write!(
                f,
                "the database {url} does not let this user in: {problem}. Check the user, the password, and the server's pg_hba.conf."
            ),
            OpenError::Missing(url) => write!(
                f,
                "there is no database {url}. Make an empty one with createdb, or name another with --database."
            ),
            OpenError::Forbidden(url) => write!(
                f,
                "this user may not make tables in {url}. Let the user own the database."
            ),
            OpenError::ReadOnly(url) => write!(
                f,
                "{url} is a standby that can only be read. Name the primary with --database."
            ),
            OpenError::Encoding(url, encoding) => write!(
                f,
                "{url} keeps text as {encoding}. Make one with createdb --encoding=UTF8 --template=template0."
            ),
            OpenError::OldServer(url, version) => write!(
                f,
                "{url} is PostgreSQL {version}, and Syncdesk needs {} or later. Upgrade the database server.",
                SERVER_MIN / 10_000
            ),
            OpenError::Foreign(url) => write!(
                f,
                "{url} has tables of another program. Name an empty database with --database."
            ),
            OpenError::Newer(url) => write!(
                f,
                "{url} was written by a later version of Syncdesk. Install that version, or name another database with --database."
            ),
            OpenError::Older(url) => write!(
                f,
                "{url} was written by an earlier version of Syncdesk. Use that version, or let the server bring it up to date at its next start."
            ),
            OpenError::Empty(url) => write!(
                f,
                "{url} has no tables yet. Name the server's database with --database."
            ),
            OpenError::Restoring(url) => write!(
                f,
                "a restore into {url} is under way, was broken off, or found that its data are not sound. If none is under way, restore into an empty database, made with dropdb and createdb."
            ),
            OpenError::Database(url, problem) => write!(
                f,
                "the database {url} cannot be opened: {problem}. Check the database server and its log."
            ),
        }
    }
}

/// Opens a database; makes and extends its tables where that is due, and waits so long for others that do it.
pub(super) async fn open(url: &DatabaseUrl, now: Time, wait: Duration) -> Result<Pool, OpenError> {
    let options = options(url);
    let wait = wait.as_millis().to_string();
    let mut conn = options
        .clone()
        .options([("statement_timeout", "0"), ("lock_timeout", &wait)])
        .connect()
        .await
        .map_err(|problem| said(url, problem))?;
    let durable = prepare(&mut conn, url, now).await?;
    // It has done its work; a connection that is lost now harms nobody.
    let _ = conn.close().await;
    let mut options = options.options(LIMITS);
    if !durable {
        // The last word on whether an answer may be lost is ours.
        options = options.options([("synchronous_commit", "on")]);
    }
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(CONNECTION_WAIT)
        .test_before_acquire(false)
        .before_acquire(|conn, meta| {
            Box::pin(async move { Ok(meta.idle_for <= IDLE || answers(conn, PING).await) })
        })
        // A server that went away without a word would otherwise keep its connections from everybody.
        .after_release(|conn, _| Box::pin(async move { Ok(answers(conn, PING_BACK).await) }))
        .connect_with(options)
        .await
        .map_err(|problem| said(url, problem))
}

/// Whether there is still a database at the other end.
async fn answers(conn: &mut Conn, within: Duration) -> bool {
    matches!(tokio::time::timeout(within, conn.ping()).await, Ok(Ok(())))
}

/// A connection of its own, without the limits in time that requests have.
pub(in crate::store) async fn connect(url: &DatabaseUrl) -> Result<Conn, OpenError> {
    let options = options(url).options([("statement_timeout", "0"), ("lock_timeout", "0")]);
    options
        .connect()
        .await
        .map_err(|problem| said(url, problem))
}

/// Looks whether a start could open a database, and gives the number of migrations it has had; 0 where nothing is yet. Changes nothing.
pub(in crate::store) async fn probe(url: &DatabaseUrl) -> Result<usize, OpenError> {
    let said = |problem| said(url, problem);
    let mut conn = connect(url).await?;
    examine(&mut conn, url).await?;
    restored(&mut conn, url).await?;
    let applied = known(&mut conn).await.map_err(said)?.applied(url)?;
    let read = "SELECT COALESCE(has_schema_privilege(current_schema(), 'CREATE'), false)";
    let asked = sqlx::query_scalar(read).fetch_one(&mut conn);
    let may_create: bool = asked.await.map_err(said)?;
    // What was asked is answered; a connection that is lost now harms nobody.
    let _ = conn.close().await;
    if applied < MIGRATIONS.len() && !may_create {
        return Err(OpenError::Forbidden(url.clone()));
    }
    Ok(applied)
}

/// Opens a database as it is: makes nothing, brings nothing up to date, refuses to write.
pub(super) async fn open_still(url: &DatabaseUrl) -> Result<Pool, OpenError> {
    let said = |problem| said(url, problem);
    let pool = look(url).await?;
    let mut conn = pool.acquire().await.map_err(said)?;
    examine(&mut conn, url).await?;
    match known(&mut conn).await.map_err(said)?.applied(url)? {
        0 => Err(OpenError::Empty(url.clone())),
        applied if applied < MIGRATIONS.len() => Err(OpenError::Older(url.clone())),
        _ => {
            drop(conn);
            Ok(pool)
        }
    }
}

/// Opens a database only to read it.
pub(super) async fn look(url: &DatabaseUrl) -> Result<Pool, OpenError> {
    let options = options(url).options([("default_transaction_read_only", "on")]);
    PgPoolOptions::new()
        .max_connections(READERS)
        .connect_with(options)
        .await
        .map_err(|problem| said(url, problem))
}

/// Whatever the server or the user is set up with, locks first and reads in a new statement are what batches rely on.
fn options(url: &DatabaseUrl) -> PgConnectOptions {
    url.options()
        .application_name("syncdesk")
        .options([("default_transaction_isolation", "read committed")])
        .disable_statement_logging()
}

/// Looks whether the database is one of ours, and brings it up to date: wholly or not at all. Says whether commits are durable as the
/// server is set up.
async fn prepare(conn: &mut Conn, url: &DatabaseUrl, now: Time) -> Result<bool, OpenError> {
    let said = |problem| said(url, problem);
    let durable = examine(conn, url).await?;
    restored(conn, url).await?;
    let mut transaction = conn.begin().await.map_err(said)?;
    sqlx::query("SELECT pg_advisory_xact_lock($1)")
        .bind(MIGRATION_LOCK)
        .execute(&mut *transaction)
        .await
        .map_err(said)?;
    let known = known(&mut transaction).await.map_err(said)?;
    let applied = known.applied(url)?;
    for (done, migration) in MIGRATIONS.iter().enumerate().skip(applied) {
        migrate(&mut transaction, migration, done + 1, now)
            .await
            .map_err(said)?;
    }
    transaction.commit().await.map_err(said)?;
    Ok(durable)
}

/// Refuses a database that was not restored to the end.
async fn restored(conn: &mut Conn, url: &DatabaseUrl) -> Result<(), OpenError> {
    let asked = sqlx::query_scalar("SELECT to_regclass($1) IS NOT NULL");
    match asked.bind(MARK).fetch_one(conn).await {
        Ok(true) => Err(OpenError::Restoring(url.clone())),
        Ok(false) => Ok(()),
        Err(problem) => Err(said(url, problem)),
    }
}

/// Looks whether the server can be used. Says whether commits are durable as it is set up.
async fn examine(conn: &mut Conn, url: &DatabaseUrl) -> Result<bool, OpenError> {
    let said = |problem| said(url, problem);
    let read =
        "SELECT current_setting('server_version_num')::bigint, current_setting('server_version'),
         current_setting('server_encoding'), pg_is_in_recovery(),
         current_setting('synchronous_commit') <> 'off', current_setting('fsync', true) = 'off'";
    let (number, version, encoding, standby, durable, careless): (
        i64,
        String,
        String,
        bool,
        bool,
        Option<bool>,
    ) = sqlx::query_as(read)
        .fetch_one(&mut *conn)
        .await
        .map_err(said)?;
    if number < SERVER_MIN {
        return Err(OpenError::OldServer(url.clone(), version));
    }
    if encoding != "UTF8" {
        return Err(OpenError::Encoding(url.clone(), encoding));
    }
    if standby {
        return Err(OpenError::ReadOnly(url.clone()));
    }
    if careless == Some(true) {
        tracing::warn!(
            "the database server runs with fsync = off: a power cut can lose what was confirmed"
        );
    }
    Ok(durable)
}

/// What is in the database.
enum Known {
    /// So many migrations.
    Applied(usize),
    /// Nothing at all.
    Empty,
    /// Tables, and none of them ours.
    Foreign,
}

impl Known {
    /// How many migrations it has had, if it is ours and not of a later version.
    fn applied(self, url: &DatabaseUrl) -> Result<usize, OpenError> {
        match self {
            Known::Applied(number) if number > MIGRATIONS.len() => {
                Err(OpenError::Newer(url.clone()))
            }
            Known::Applied(number) => Ok(number),
            Known::Empty => Ok(0),
            Known::Foreign => Err(OpenError::Foreign(url.clone())),
        }
    }
}

async fn known(conn: &mut Conn) -> Result<Known, sqlx::Error> {
    let read = "SELECT COUNT(*), COUNT(*) FILTER (WHERE table_name = 'syncdesk_migration')
         FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";
    let (tables, ours): (i64, i64) = sqlx::query_as(read).fetch_one(&mut *conn).await?;
    if ours == 0 {
        return Ok(if tables == 0 {
            Known::Empty
        } else {
            Known::Foreign
        });
    }
    let last: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM syncdesk_migration")
        .fetch_one(conn)
        .await?;
    Ok(Known::Applied(usize::try_from(last).unwrap_or(usize::MAX)))
}

async fn migrate(
    conn: &mut Conn,
    sql: &'static str,
    number: usize,
    now: Time,
) -> Result<(), sqlx::Error> {
    if number == 1 {
        let table = "CREATE TABLE syncdesk_migration (number BIGINT PRIMARY KEY NOT NULL, applied_at BIGINT NOT NULL)";
        sqlx::query(table).execute(&mut *conn).await?;
    }
    sqlx::raw_sql(sql).execute(&mut *conn).await?;
    migrated::finish(conn, number).await?;
    sqlx::query("INSERT INTO syncdesk_migration (number, applied_at) VALUES ($1, $2)")
        .bind(i64::try_from(number).unwrap_or(i64::MAX))
        .bind(now.millis())
        .execute(conn)
        .await?;
    Ok(())
}

/// Tells apart what an operator can do something about.
fn said(url: &DatabaseUrl, problem: sqlx::Error) -> OpenError {
    let url = url.clone();
    match &problem {
        sqlx::Error::Io(error) => return OpenError::Unreachable(url, error.to_string()),
        sqlx::Error::Tls(error) => return OpenError::Unreachable(url, error.to_string()),
        sqlx::Error::PoolTimedOut => {
            return OpenError::Unreachable(url, "it gives no connection".to_owned());
        }
        _ => {}
    }
    let Some(error) = problem.as_database_error() else {
        return OpenError::Database(url, problem);
    };
    let code = error.code().unwrap_or_default();
    match code.as_ref() {
        "28000" | "28P01" => OpenError::Refused(url, error.message().to_owned()),
        "3D000" => OpenError::Missing(url),
        "42501" => OpenError::Forbidden(url),
        "25006" => OpenError::ReadOnly(url),
        // Only a start waits for locks here; requests have a pool.
        "55P03" => OpenError::Unreachable(url, "somebody else changes its tables".to_owned()),
        "53300" | "57P01" | "57P02" | "57P03" => {
            OpenError::Unreachable(url, error.message().to_owned())
        }
        _ => OpenError::Database(url, problem),
    }
}
