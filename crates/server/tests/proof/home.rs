//! Where the data of a proof are kept: in memory, in a folder, in a database of a PostgreSQL that belongs to these tests.

use std::path::Path;
use std::process::Command;
use std::sync::{Arc, OnceLock};

use backend::store::Store;
use mock::Memory;
use server::store::{FILE, PgStore, SqliteStore};
use sqlx::{Connection as _, Executor as _, PgConnection, SqliteConnection};
use tempfile::TempDir;

use crate::place::now;
use crate::support::{self, Cluster};

/// Which store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Memory,
    Sqlite,
    Postgres,
}

impl Kind {
    /// Those that keep things.
    pub(crate) const DURABLE: &[Kind] = &[Kind::Sqlite, Kind::Postgres];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Memory => "memory",
            Kind::Sqlite => "SQLite",
            Kind::Postgres => "PostgreSQL",
        }
    }
}

/// A store that can be closed and opened again, by this process or by a server.
pub(crate) struct Home {
    pub(crate) kind: Kind,
    pub(crate) folder: TempDir,
    /// The PostgreSQL and the name of the database in it.
    database: Option<(&'static Cluster, String)>,
}

/// A PostgreSQL that keeps what it acknowledged, as one that is installed does.
pub(crate) fn lasting() -> &'static Cluster {
    static LASTING: OnceLock<Cluster> = OnceLock::new();
    LASTING.get_or_init(|| Cluster::start(&["fsync=on", "synchronous_commit=on"]))
}

impl Home {
    /// For stores that nobody kills.
    pub(crate) async fn new(kind: Kind) -> Home {
        Home::on(kind, support::cluster).await
    }

    /// For servers that are killed: nothing that was acknowledged may be lost.
    pub(crate) async fn lasting(kind: Kind) -> Home {
        Home::on(kind, lasting).await
    }

    /// In a PostgreSQL that a test may stop.
    pub(crate) async fn in_cluster(cluster: &'static Cluster) -> Home {
        Home {
            kind: Kind::Postgres,
            folder: tempfile::tempdir().unwrap(),
            database: Some((cluster, cluster.create("").await)),
        }
    }

    async fn on(kind: Kind, cluster: fn() -> &'static Cluster) -> Home {
        let database = if kind == Kind::Postgres {
            Some((cluster(), cluster().create("").await))
        } else {
            None
        };
        Home {
            kind,
            folder: tempfile::tempdir().unwrap(),
            database,
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The address of the database, where there is one.
    pub(crate) fn address(&self) -> Option<String> {
        let (cluster, name) = self.database.as_ref()?;
        Some(cluster.address(name))
    }

    pub(crate) async fn open(&self) -> Arc<dyn Store> {
        match (self.kind, self.address()) {
            (Kind::Memory, _) => Arc::new(Memory::default()),
            (_, Some(address)) => {
                let url = address.parse().unwrap();
                Arc::new(PgStore::open(&url, now()).await.unwrap())
            }
            _ => Arc::new(SqliteStore::open(self.path(), now()).await.unwrap()),
        }
    }

    /// Opens it, writes, and closes it.
    pub(crate) async fn prepare(&self, changes: Vec<backend::store::Change>) {
        let batch = backend::store::Batch {
            changes,
            ..backend::store::Batch::default()
        };
        if let Some(address) = self.address() {
            let store = PgStore::open(&address.parse().unwrap(), now())
                .await
                .unwrap();
            store.commit(batch).await.unwrap();
            store.close().await;
        } else {
            let store = SqliteStore::open(self.path(), now()).await.unwrap();
            store.commit(batch).await.unwrap();
            store.close().await;
        }
    }

    /// Does something to the database that no server would do.
    pub(crate) async fn execute(&self, sql: &'static str) {
        if let Some(address) = self.address() {
            let mut conn = PgConnection::connect(&address).await.unwrap();
            conn.execute(sql).await.unwrap();
        } else {
            let address = format!("sqlite://{}/{FILE}", self.path().display());
            let mut conn = SqliteConnection::connect(&address).await.unwrap();
            conn.execute(sql).await.unwrap();
        }
    }

    /// What a server is told, to find it.
    pub(crate) fn tell(&self, command: &mut Command) {
        command.arg("--data").arg(self.path());
        if let Some(address) = self.address() {
            command.args(["--database", &address]);
        }
    }

    /// Removes a database that would lie about; folders go by themselves.
    pub(crate) async fn end(self) {
        let Some((cluster, name)) = self.database else {
            return;
        };
        let mut conn = PgConnection::connect(&cluster.address("postgres"))
            .await
            .unwrap();
        let sql = format!("DROP DATABASE {name} WITH (FORCE)");
        conn.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
        conn.close().await.unwrap();
    }
}
