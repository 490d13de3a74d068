//! The stores on SQL databases: the statements are written once, in `sql`, and compiled over the `dialect` of each.

mod folder;
mod postgres;
mod sqlite;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use backend::store::{Read, Store};
use domain::id::EvidenceId;
use domain::record::{Head, Record};
use domain::time::Time;

pub(crate) use postgres::append as append_to_postgres;
pub use postgres::{
    DatabaseUrl, OpenError as PostgresError, Patience, PgRecord, PgStore, SHAPE as DATABASE_SHAPE,
};
pub use sqlite::{FILE, OpenError as SqliteError, SqliteRecord, SqliteStore};
pub(crate) use sqlite::{SCHEMA, append as append_to_sqlite, is_still};

/// The folder of evidence beside a SQLite database.
const EVIDENCE: &str = "evidence";

/// The folder, in the one where a SQLite database belongs, in which it is restored before it is moved there.
pub(crate) const RESTORING: &str = "restoring";
/// The table that a PostgreSQL database has while it is being restored.
pub(crate) const MARK: &str = "syncdesk_restoring";

/// Where the data are.
#[derive(Debug, Clone)]
pub enum Place {
    /// A SQLite file and evidence in a folder, for one server.
    Folder(PathBuf),
    /// A PostgreSQL database, for any number of servers.
    Postgres(DatabaseUrl),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Folder(folder) => folder.display().fmt(f),
            Place::Postgres(url) => url.fmt(f),
        }
    }
}

/// An open store.
#[derive(Debug, Clone)]
pub enum Opened {
    /// On a SQLite file.
    Sqlite(SqliteStore),
    /// On a PostgreSQL database.
    Postgres(PgStore),
}

/// Opens the data of a place, and makes what is not there yet.
pub async fn open(place: &Place, now: Time) -> Result<Opened, OpenError> {
    match place {
        Place::Folder(folder) => match SqliteStore::open(folder, now).await {
            Ok(store) => Ok(Opened::Sqlite(store)),
            Err(error) => Err(OpenError::Sqlite(error)),
        },
        Place::Postgres(url) => match PgStore::open(url, now).await {
            Ok(store) => Ok(Opened::Postgres(store)),
            Err(error) => Err(OpenError::Postgres(error)),
        },
    }
}

/// Looks whether the data of a place could be opened, and how many migrations they have had; 0 where nothing is yet. Changes nothing.
pub(crate) async fn probe(place: &Place) -> Result<usize, OpenError> {
    match place {
        Place::Folder(folder) => sqlite::probe(folder).await.map_err(OpenError::Sqlite),
        Place::Postgres(url) => postgres::probe(url).await.map_err(OpenError::Postgres),
    }
}

/// Opens the data of a place as they are, to look through them: makes nothing, brings nothing up to date, refuses to write.
pub(crate) async fn open_still(place: &Place) -> Result<Opened, OpenError> {
    match place {
        Place::Folder(folder) => match SqliteStore::open_still(folder).await {
            Ok(store) => Ok(Opened::Sqlite(store)),
            Err(error) => Err(OpenError::Sqlite(error)),
        },
        Place::Postgres(url) => match PgStore::open_still(url).await {
            Ok(store) => Ok(Opened::Postgres(store)),
            Err(error) => Err(OpenError::Postgres(error)),
        },
    }
}

/// The record of a place, to be read only; whoever works there is not disturbed.
pub async fn look(place: &Place) -> Result<Chain, OpenError> {
    match place {
        Place::Folder(folder) => match SqliteRecord::open(folder).await {
            Ok(record) => Ok(Chain::Sqlite(record)),
            Err(error) => Err(OpenError::Sqlite(error)),
        },
        Place::Postgres(url) => match PgRecord::open(url).await {
            Ok(record) => Ok(Chain::Postgres(record)),
            Err(error) => Err(OpenError::Postgres(error)),
        },
    }
}

/// A record that is only read.
#[derive(Debug, Clone)]
pub enum Chain {
    /// In a SQLite file.
    Sqlite(SqliteRecord),
    /// In a PostgreSQL database.
    Postgres(PgRecord),
}

impl Chain {
    /// So many records after that place, oldest first.
    pub async fn after(&self, seq: u64, rows: usize) -> Read<Vec<Record>> {
        match self {
            Chain::Sqlite(record) => record.after(seq, rows).await,
            Chain::Postgres(record) => record.after(seq, rows).await,
        }
    }

    /// The last record.
    pub async fn head(&self) -> Read<Head> {
        match self {
            Chain::Sqlite(record) => record.head().await,
            Chain::Postgres(record) => record.head().await,
        }
    }
}

/// A connection of its own, for looking and for backups. Changes nothing by itself.
pub(crate) async fn connect(url: &DatabaseUrl) -> Result<sqlx::PgConnection, OpenError> {
    postgres::connect(url).await.map_err(OpenError::Postgres)
}

/// Where the bytes of an evidence file lie beside a SQLite database.
pub(crate) fn evidence_file(data: &Path, id: &EvidenceId) -> PathBuf {
    folder::Folder(data.join(EVIDENCE)).path(id)
}

impl Opened {
    /// What the backend works with.
    pub fn store(&self) -> Arc<dyn Store> {
        match self {
            Opened::Sqlite(store) => Arc::new(store.clone()),
            Opened::Postgres(store) => Arc::new(store.clone()),
        }
    }

    /// Returns when nothing can be written any more and that will not change by itself; most likely never.
    pub(crate) async fn ended(&self) {
        match self {
            Opened::Sqlite(store) => store.ended().await,
            Opened::Postgres(_) => std::future::pending().await,
        }
    }

    /// How many files of evidence are kept that nothing refers to. Of uploads that are under way some may be among them.
    pub(crate) async fn left(&self) -> Read<usize> {
        Ok(match self {
            Opened::Sqlite(store) => store.left().await?,
            Opened::Postgres(store) => store.left().await?,
        })
    }

    /// Finishes what was handed over and lets go of the data.
    pub async fn close(&self) {
        match self {
            Opened::Sqlite(store) => store.close().await,
            Opened::Postgres(store) => store.close().await,
        }
    }
}

/// Why the data cannot be opened: a sentence that says what to do.
#[derive(Debug)]
pub enum OpenError {
    /// Of a SQLite file.
    Sqlite(SqliteError),
    /// Of a PostgreSQL database.
    Postgres(PostgresError),
}

impl OpenError {
    /// Whether another process has what is wanted, and will let go of it when it ends.
    pub(crate) fn is_taken(&self) -> bool {
        matches!(self, OpenError::Sqlite(SqliteError::Locked(_)))
    }
}

impl std::error::Error for OpenError {}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Sqlite(error) => error.fmt(f),
            OpenError::Postgres(error) => error.fmt(f),
        }
    }
}
