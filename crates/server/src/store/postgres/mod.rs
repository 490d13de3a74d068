//! The store on PostgreSQL: any number of servers on one database, and nothing kept in any of them.

mod dialect;
mod open;
mod url;
mod writes;

#[expect(
    clippy::duplicate_mod,
    reason = "the statements are written once and compiled over each database's dialect"
)]
#[path = "../sql/mod.rs"]
mod sql;

use std::time::Duration;

use backend::store::{Batch, CommitError, Read};
use domain::id::EvidenceId;
use domain::record::{Entry, Head, Record};
use domain::time::Time;

use dialect::{Conn, Pool};
pub use open::OpenError;
pub(super) use open::{connect, probe};
use sql::fault::Fault;
use sql::{answers, record};
pub use url::DatabaseUrl;

/// How long the sender of a batch waits for it at least. What was handed over is written even when nobody waits any more.
const PATIENCE: Duration = Duration::from_secs(8);
/// What each change of a large batch adds to that.
const PATIENCE_PER_CHANGE: Duration = Duration::from_millis(5);

/// Puts entries at the end of the record, in the transaction that was begun: for what has no store.
pub(crate) async fn append(conn: &mut Conn, entries: &[Entry]) -> Read<()> {
    Ok(record::append(conn, entries).await?)
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
}

impl PgStore {
    /// Opens a database, and makes or extends its tables where that is due. Several servers may do so at the same time.
    pub async fn open(url: &DatabaseUrl, now: Time) -> Result<PgStore, OpenError> {
        PgStore::open_within(url, now, open::START_WAIT).await
    }

    /// The same, waiting at most so long for another one that does it; to the millisecond.
    pub async fn open_within(
        url: &DatabaseUrl,
        now: Time,
        wait: Duration,
    ) -> Result<PgStore, OpenError> {
        let pool = open::open(url, now, wait).await?;
        let swept = async { answers::sweep(&mut *pool.acquire().await?, now).await };
        if let Err(fault) = swept.await {
            tracing::warn!(?fault, "old sessions and answers were not removed");
        }
        Ok(PgStore { pool })
    }

    /// Opens a database as it is, for reading.
    pub(super) async fn open_still(url: &DatabaseUrl) -> Result<PgStore, OpenError> {
        let pool = open::open_still(url).await?;
        Ok(PgStore { pool })
    }

    /// Lets go of all connections, each when its work is done.
    pub async fn close(&self) {
        self.pool.close().await;
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
        let down = |words: &str| CommitError::Down(words.to_owned());
        let changes = u32::try_from(batch.changes.len()).unwrap_or(u32::MAX);
        let patience = PATIENCE.saturating_add(PATIENCE_PER_CHANGE.saturating_mul(changes));
        let pool = self.pool.clone();
        let writing = tokio::spawn(async move { writes::commit(&pool, &batch).await });
        match tokio::time::timeout(patience, writing).await {
            Ok(Ok(done)) => done,
            Ok(Err(_)) => Err(down("the write ended early")),
            Err(_) => Err(down(
                "the database took too long; the write may still happen",
            )),
        }
    }
}
