//! The store on PostgreSQL: any number of servers on one database, and nothing kept in any of them.

mod dialect;
mod left;
mod open;
mod url;
mod writes;

#[expect(
    clippy::duplicate_mod,
    reason = "the statements are written once and compiled over each database's dialect"
)]
#[path = "../sql/mod.rs"]
mod sql;

use std::sync::Arc;
use std::time::Duration;

use backend::store::{Batch, CommitError, Read};
use domain::id::EvidenceId;
use domain::record::{Entry, Head, Record};
use domain::time::Time;

use dialect::{Conn, Pool};
use left::Forgetting;
pub use open::OpenError;
pub(super) use open::{connect, probe};
use sql::fault::Fault;
use sql::{answers, record};
pub use url::{DatabaseUrl, SHAPE};

/// What each change of a large batch adds to [`Patience::sender`] and [`Patience::write`].
const PATIENCE_PER_CHANGE: Duration = Duration::from_millis(5);

/// Puts entries at the end of the record, in the transaction that was begun: for what has no store.
pub(crate) async fn append(conn: &mut Conn, entries: &[Entry]) -> Read<()> {
    Ok(record::append(conn, entries.to_vec()).await?)
}

/// How long is waited for a database that does not answer and does not hang up either, as one does behind a cable that was pulled.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// The sender of a batch waits for it at least so long. What was handed over is written even when nobody waits any more.
    pub sender: Duration,
    /// A batch that takes longer is given up, and its connection with it. More than the database allows any statement.
    pub write: Duration,
    /// Closing waits so long for what is still being written.
    pub close: Duration,
    /// Bytes of evidence wait so long for their record before they are forgotten. More than an upload may take.
    pub bytes: Duration,
}

impl Patience {
    /// That of a server.
    pub const USUAL: Patience = Patience {
        sender: Duration::from_secs(8),
        write: Duration::from_secs(15),
        close: Duration::from_secs(15),
        bytes: Duration::from_hours(1),
    };
}

/// The record of a database that may be in use: read without changing anything.
#[derive(Debug, Clone)]
pub struct PgRecord(Pool);

impl PgRecord {
    /// Opens a database for reading.
    pub async fn open(url: &DatabaseUrl) -> Result<PgRecord, OpenError> {
        open::look(url).await.map(PgRecord)
    }

    /// So many records after that place, oldest first.
    pub async fn after(&self, seq: u64, rows: usize) -> Read<Vec<Record>> {
        Ok(record::after(&self.0, seq, rows).await?)
    }

    /// The last record.
    pub async fn head(&self) -> Read<Head> {
        Ok(record::head(&self.0).await?)
    }
}

/// A store on a PostgreSQL database. Clones share its connections.
#[derive(Debug, Clone)]
pub struct PgStore {
    pool: Pool,
    patience: Patience,
    /// Lets go of the pool with the last clone.
    _forgetting: Option<Arc<Forgetting>>,
}

impl PgStore {
    /// Opens a database, and makes or extends its tables where that is due. Several servers may do so at the same time.
    pub async fn open(url: &DatabaseUrl, now: Time) -> Result<PgStore, OpenError> {
        PgStore::opened(url, now, open::START_WAIT, Patience::USUAL).await
    }

    /// The same, waiting at most so long for another one that makes or extends the tables; to the millisecond.
    pub async fn open_within(
        url: &DatabaseUrl,
        now: Time,
        wait: Duration,
    ) -> Result<PgStore, OpenError> {
        PgStore::opened(url, now, wait, Patience::USUAL).await
    }

    /// The same with another patience: for tests, which have none.
    pub async fn open_patiently(
        url: &DatabaseUrl,
        now: Time,
        patience: Patience,
    ) -> Result<PgStore, OpenError> {
        PgStore::opened(url, now, open::START_WAIT, patience).await
    }

    async fn opened(
        url: &DatabaseUrl,
        now: Time,
        wait: Duration,
        patience: Patience,
    ) -> Result<PgStore, OpenError> {
        let pool = open::open(url, now, wait).await?;
        let swept = async { answers::sweep(&mut *pool.acquire().await?, now).await };
        if let Err(fault) = swept.await {
            tracing::warn!(?fault, "old sessions and answers were not removed");
        }
        let forgetting = Forgetting::begin(pool.clone(), patience.bytes);
        Ok(PgStore {
            pool,
            patience,
            _forgetting: Some(Arc::new(forgetting)),
        })
    }

    /// Opens a database as it is, for reading.
    pub(super) async fn open_still(url: &DatabaseUrl) -> Result<PgStore, OpenError> {
        let pool = open::open_still(url).await?;
        Ok(PgStore {
            pool,
            patience: Patience::USUAL,
            _forgetting: None,
        })
    }

    /// Lets go of all connections, each when its work is done. What hangs is left to the database, which undoes it.
    pub async fn close(&self) {
        let closing = tokio::time::timeout(self.patience.close, self.pool.close());
        if closing.await.is_err() {
            tracing::warn!("the database does not answer; connections to it were left open");
        }
    }

    /// How many files of evidence are kept that nothing refers to.
    pub(super) async fn left(&self) -> Read<usize> {
        Ok(left::all(&self.pool).await.map_err(Fault::from)?.len())
    }

    fn reads(&self) -> &Pool {
        &self.pool
    }

    async fn bytes(&self, id: &EvidenceId) -> Result<Option<Vec<u8>>, Fault> {
        writes::bytes(&self.pool, id).await
    }

    async fn put_bytes(&self, id: &EvidenceId, bytes: Vec<u8>) -> Result<(), Fault> {
        writes::put_bytes(&self.pool, id, bytes).await
    }

    async fn draw(&self, counter: &str) -> Result<u64, Fault> {
        answers::next_number(&mut *self.pool.acquire().await?, counter).await
    }

    async fn write(&self, batch: Batch) -> Result<(), CommitError> {
        let unknown = |words: &str| CommitError::Unknown(words.to_owned());
        let changes = u32::try_from(batch.changes.len()).unwrap_or(u32::MAX);
        let more = PATIENCE_PER_CHANGE.saturating_mul(changes);
        let (sender, write) = (self.patience.sender + more, self.patience.write + more);
        let pool = self.pool.clone();
        let writing = tokio::spawn(async move { writes::commit(&pool, &batch, write).await });
        match tokio::time::timeout(sender, writing).await {
            Ok(Ok(done)) => done,
            Ok(Err(_)) => Err(unknown("the write ended early")),
            Err(_) => Err(unknown("the database took too long")),
        }
    }
}
