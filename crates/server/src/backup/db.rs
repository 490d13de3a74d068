//! One connection to either database, speaking JSON: the databases read and write the rows, so that nothing here knows their types.

use std::path::Path;

use backend::store::Down;
use domain::record::Entry;
use futures_util::TryStreamExt as _;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, PgConnection, SqliteConnection};

use super::Words;
use crate::store::{self, FILE, MARK, Place};

/// A connection of its own, which needs no lock: it also works while a server runs.
#[derive(Debug)]
pub(super) enum Db {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Reading, also while a server runs.
    Read,
    /// Reading while nobody else may have it open, and without leaving anything beside it.
    Still,
    /// Writing.
    Write,
}

/// The bytes that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Bytes,
}

macro_rules! with {
    ($db:expr, $conn:ident => $body:expr) => {
        match $db {
            Db::Sqlite($conn) => $body,
            Db::Postgres($conn) => $body,
        }
    };
}

impl Db {
    /// Connects for reading, and sees one moment from now on.
    pub(super) async fn snapshot(place: &Place) -> Result<Db, Words> {
        let mut db = Db::connect(place, Access::Read).await?;
        db.run(match &db {
            Db::Sqlite(_) => "BEGIN",
            Db::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
        })
        .await?;
        Ok(db)
    }

    /// Connects for reading or for writing.
    pub(super) async fn connect(place: &Place, access: Access) -> Result<Db, Words> {
        match place {
            Place::Folder(folder) => sqlite(folder, access).await.map(Db::Sqlite),
            Place::Postgres(url) => {
                let conn = store::connect(url).await;
                conn.map(Db::Postgres)
                    .map_err(|problem| problem.to_string())
            }
        }
    }

    pub(super) fn name(&self) -> &'static str {
        match self {
            Db::Sqlite(_) => "sqlite",
            Db::Postgres(_) => "postgres",
        }
    }

    /// Runs a statement.
    pub(super) async fn run(&mut self, sql: &str) -> Result<(), Words> {
        let sql = AssertSqlSafe(sql.to_owned());
        let done = with!(self, conn => sqlx::query(sql).execute(conn).await.map(drop));
        done.map_err(|problem| said(&problem))
    }

    /// Runs a statement with one text for `$1`.
    pub(super) async fn give(&mut self, sql: &str, text: &str) -> Result<(), Words> {
        let sql = AssertSqlSafe(sql.to_owned());
        let done = with!(self, conn => sqlx::query(sql).bind(text).execute(conn).await.map(drop));
        done.map_err(|problem| said(&problem))
    }

    /// Puts an entry at the end of the record, in the transaction that was begun.
    pub(super) async fn append(&mut self, entry: Entry) -> Result<(), Words> {
        let entries = [entry];
        let done = match self {
            Db::Sqlite(conn) => store::append_to_sqlite(conn, &entries).await,
            Db::Postgres(conn) => store::append_to_postgres(conn, &entries).await,
        };
        done.map_err(|Down(problem)| format!("the record cannot be written: {problem}."))
    }

    /// Marks a database that is being filled, so that no server starts on it, or takes the mark away. What is made in a folder needs
    /// none: it lies in one of its own until it is whole.
    pub(super) async fn mark(&mut self, filling: bool) -> Result<(), Words> {
        match (&self, filling) {
            (Db::Sqlite(_), _) => Ok(()),
            (Db::Postgres(_), true) => self.run(&format!("CREATE TABLE {MARK} ()")).await,
            (Db::Postgres(_), false) => self.run(&format!("DROP TABLE {MARK}")).await,
        }
    }

    /// Every row of a statement that gives one text each, one after the other.
    pub(super) async fn each(
        &mut self,
        sql: &str,
        mut take: impl FnMut(&str) -> Result<(), Words>,
    ) -> Result<(), Words> {
        let sql = AssertSqlSafe(sql.to_owned());
        with!(self, conn => {
            let mut rows = sqlx::query_scalar::<_, String>(sql).fetch(conn);
            while let Some(row) = rows.try_next().await.map_err(|problem| said(&problem))? {
                take(&row)?;
            }
        });
        Ok(())
    }

    /// All rows of a statement that gives one text each, for few of them.
    pub(super) async fn texts(&mut self, sql: &str) -> Result<Vec<String>, Words> {
        let mut all = Vec::new();
        self.each(sql, |text| {
            all.push(text.to_owned());
            Ok(())
        })
        .await?;
        Ok(all)
    }

    /// Ends the connection; what was not committed is undone.
    pub(super) async fn close(self) -> Result<(), Words> {
        let closed = with!(self, conn => conn.close().await);
        closed.map_err(|problem| said(&problem))
    }

    /// Columns as one JSON array, as an expression.
    pub(super) fn array(&self, columns: &[(String, Kind)]) -> String {
        let columns = columns.iter().map(|(name, kind)| match (kind, self) {
            (Kind::Bytes, Db::Sqlite(_)) => {
                format!("CASE WHEN \"{name}\" IS NULL THEN NULL ELSE lower(hex(\"{name}\")) END")
            }
            (Kind::Bytes, Db::Postgres(_)) => format!("encode(\"{name}\", 'hex')"),
            _ => format!("\"{name}\""),
        });
        let columns: Vec<String> = columns.collect();
        match self {
            Db::Sqlite(_) => format!("json_array({})", columns.join(", ")),
            Db::Postgres(_) => format!("json_build_array({})::text", columns.join(", ")),
        }
    }

    /// `SELECT` those places of each array in an array of arrays, which is `$1`.
    pub(super) fn unpack(&self, places: &[(usize, Kind)]) -> String {
        let places = places.iter().map(|(at, kind)| match (self, kind) {
            (Db::Sqlite(_), Kind::Bytes) => format!("unhex(json_extract(value, '$[{at}]'))"),
            (Db::Sqlite(_), _) => format!("json_extract(value, '$[{at}]')"),
            (Db::Postgres(_), Kind::Bytes) => format!("decode(value ->> {at}, 'hex')"),
            (Db::Postgres(_), Kind::Integer) => format!("(value ->> {at})::bigint"),
            (Db::Postgres(_), Kind::Text) => format!("value ->> {at}"),
        });
        let places: Vec<String> = places.collect();
        let from = match self {
            Db::Sqlite(_) => "json_each($1)",
            Db::Postgres(_) => "json_array_elements($1::text::json)",
        };
        format!("SELECT {} FROM {from} WHERE true", places.join(", "))
    }
}

/// Puts an entry of its own at the end of the record of a place, also while a server runs there.
pub async fn note(place: &Place, entry: Entry) -> Result<(), Words> {
    let mut db = Db::connect(place, Access::Write).await?;
    db.run("BEGIN").await?;
    db.append(entry).await?;
    db.run("COMMIT").await?;
    db.close().await
}

async fn sqlite(folder: &Path, access: Access) -> Result<SqliteConnection, Words> {
    let file = folder.join(FILE);
    if !file.is_file() {
        return Err(format!(
            "there is no database {}. Name the server's folder with --data DIR.",
            file.display()
        ));
    }
    let options = SqliteConnectOptions::new()
        .filename(&file)
        .read_only(access != Access::Write)
        .immutable(access == Access::Still && store::is_still(&file))
        .busy_timeout(std::time::Duration::from_secs(10))
        .foreign_keys(true)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .disable_statement_logging();
    let conn = options.connect().await;
    conn.map_err(|problem| format!("{} cannot be opened: {problem}.", file.display()))
}

fn said(problem: &sqlx::Error) -> Words {
    format!("the database says: {problem}.")
}
