//! The store on a SQLite file: many readers, one writer, and a folder for evidence.

mod dialect;
mod open;
mod refused;
mod writer;

#[path = "../sql/mod.rs"]
mod sql;

use std::path::{Path, PathBuf};

use backend::store::{Batch, CommitError, Read};
use domain::id::EvidenceId;
use domain::record::{Entry, Head, Record};
use domain::time::Time;

use super::folder::Folder;
use dialect::{Conn, Pool};
pub use open::FILE;
pub(super) use open::probe;
pub(crate) use open::{SCHEMA, is_still};
pub use refused::OpenError;
use sql::fault::Fault;
use sql::{answers, record};
use writer::Writer;

/// Puts entries at the end of the record, in the transaction that was begun: for what has no store.
pub(crate) async fn append(conn: &mut Conn, entries: &[Entry]) -> Read<()> {
    Ok(record::append(conn, entries.to_vec()).await?)
}

/// A store on a SQLite file. Clones share it.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    readers: Pool,
    writer: Writer,
    evidence: Folder,
}

/// The record of a database that may be in use: read without its lock, and without changing anything.
#[derive(Debug, Clone)]
pub struct SqliteRecord(Pool);

impl SqliteRecord {
    /// Opens the database in a folder for reading.
    pub async fn open(folder: &Path) -> Result<SqliteRecord, OpenError> {
        open::look(folder).await.map(SqliteRecord)
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

impl SqliteStore {
    /// Opens the database in a folder and makes both when they are not there. Nobody else can open it meanwhile.
    pub async fn open(folder: &Path, now: Time) -> Result<SqliteStore, OpenError> {
        SqliteStore::open_in_groups(folder, now, writer::GROUP).await
    }

    /// The same, with at most so many batches in one transaction: to measure what it is worth that they share one. At least 1.
    pub async fn open_in_groups(
        folder: &Path,
        now: Time,
        most: usize,
    ) -> Result<SqliteStore, OpenError> {
        let mut opened = open::open(folder).await?;
        let evidence = Folder(opened.evidence);
        if let Err(fault) = answers::sweep(&mut opened.writer, now).await {
            tracing::warn!(?fault, "old sessions and answers were not removed");
        }
        if let Err(fault) = forget(&opened.readers, &evidence).await {
            tracing::warn!(
                ?fault,
                "files of evidence that nothing refers to were not removed"
            );
        }
        Ok(SqliteStore {
            writer: Writer::start(
                opened.writer,
                opened.lock,
                evidence.clone(),
                most.max(1),
                opened.readers.clone(),
            ),
            readers: opened.readers,
            evidence,
        })
    }

    /// Opens the database in a folder as it is, for reading. Nobody else can open it meanwhile.
    pub(super) async fn open_still(folder: &Path) -> Result<SqliteStore, OpenError> {
        let opened = open::open_still(folder).await?;
        let evidence = Folder(opened.evidence);
        Ok(SqliteStore {
            writer: Writer::start(
                opened.writer,
                opened.lock,
                evidence.clone(),
                1,
                opened.readers.clone(),
            ),
            readers: opened.readers,
            evidence,
        })
    }

    /// Ends all reads, writes what was handed over, and leaves one clean file behind.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Returns when the writer has ended.
    pub(super) async fn ended(&self) {
        self.readers.close_event().await;
    }

    /// How many files of evidence are kept that nothing refers to.
    pub(super) async fn left(&self) -> Read<usize> {
        Ok(left(&self.readers, &self.evidence).await?.len())
    }

    /// Several connections that only read.
    fn reads(&self) -> &Pool {
        &self.readers
    }

    async fn bytes(&self, id: &EvidenceId) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.evidence.get(id).await?)
    }

    async fn put_bytes(&self, id: &EvidenceId, bytes: Vec<u8>) -> Result<(), Fault> {
        Ok(self.evidence.put(id, bytes).await?)
    }

    async fn draw(&self, counter: &str) -> Result<u64, Fault> {
        self.writer
            .next_number(counter)
            .await
            .map_err(Fault::Refused)
    }

    async fn write(&self, batch: Batch) -> Result<(), CommitError> {
        self.writer.commit(batch).await
    }
}

/// Forgets bytes whose upload was cut off before its record was written, and those of a file whose record alone was deleted. Nobody else has
/// the database open, so no upload is under way. Beside a database in which nobody lives yet they may be those of one that was moved away.
async fn forget(readers: &Pool, evidence: &Folder) -> Result<(), Fault> {
    let lived_in: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM person)")
        .fetch_one(readers)
        .await?;
    if !lived_in {
        return Ok(());
    }
    for path in left(readers, evidence).await? {
        let removed = std::fs::remove_file(&path);
        removed.map_err(|problem| Fault::Other(format!("{}: {problem}", path.display())))?;
        tracing::info!(path = %path.display(), "removed: nothing refers to it");
    }
    Ok(())
}

async fn left(readers: &Pool, evidence: &Folder) -> Result<Vec<PathBuf>, Fault> {
    let kept: Vec<String> = sqlx::query_scalar("SELECT id FROM evidence")
        .fetch_all(readers)
        .await?;
    let left = evidence.left(&kept.into_iter().collect());
    left.map_err(|problem| Fault::Other(format!("the folder of evidence: {problem}")))
}
