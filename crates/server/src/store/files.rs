//! Evidence files: what is recorded about them, and their bytes, which lie in a folder beside the database.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use backend::store::FileRecord;
use domain::id::{ApplicationId, EvidenceId};

use super::dialect::{Conn, Pool, Row};
use super::fault::Fault;
use super::row;

/// The files of an application, oldest first.
pub(super) async fn of(pool: &Pool, application: &ApplicationId) -> Result<Vec<FileRecord>, Fault> {
    let rows =
        sqlx::query("SELECT * FROM evidence WHERE application_id = $1 ORDER BY uploaded_at, id")
            .bind(application.as_str())
            .fetch_all(pool)
            .await?;
    rows.iter().map(read).collect()
}

/// Which files an application has.
pub(super) async fn ids(
    conn: &mut Conn,
    application: &ApplicationId,
) -> Result<BTreeSet<EvidenceId>, Fault> {
    let rows = sqlx::query("SELECT id FROM evidence WHERE application_id = $1")
        .bind(application.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| row::parsed(row, "id")).collect()
}

/// Inserts or replaces what is recorded about a file.
pub(super) async fn put(conn: &mut Conn, file: &FileRecord) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO evidence (id, application_id, name, media, bytes, sha256, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET application_id = excluded.application_id, name = excluded.name, media = excluded.media,
             bytes = excluded.bytes, sha256 = excluded.sha256, uploaded_at = excluded.uploaded_at",
    )
    .bind(file.id.as_str())
    .bind(file.application.as_str())
    .bind(&file.name)
    .bind(row::word_of(&file.media)?)
    .bind(row::integer(file.bytes)?)
    .bind(&file.sha256)
    .bind(file.uploaded_at.millis())
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets a file.
pub(super) async fn delete(conn: &mut Conn, id: &EvidenceId) -> Result<(), Fault> {
    sqlx::query("DELETE FROM evidence WHERE id = $1")
        .bind(id.as_str())
        .execute(conn)
        .await?;
    Ok(())
}

fn read(row: &Row) -> Result<FileRecord, Fault> {
    Ok(FileRecord {
        id: row::parsed(row, "id")?,
        application: row::parsed(row, "application_id")?,
        name: row::text(row, "name")?,
        media: row::word(row, "media")?,
        bytes: row::count(row, "bytes")?,
        sha256: row::text(row, "sha256")?,
        uploaded_at: row::time(row, "uploaded_at")?,
    })
}

/// The folder of the bytes. Names are identifiers, never what an applicant typed.
#[derive(Debug, Clone)]
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    /// The bytes of a file, if they are there.
    pub(super) async fn get(&self, id: &EvidenceId) -> Result<Option<Vec<u8>>, Fault> {
        match tokio::fs::read(self.path(id)).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(problem) if problem.kind() == ErrorKind::NotFound => Ok(None),
            Err(problem) => Err(Fault::Other(format!("evidence {id}: {problem}"))),
        }
    }

    /// Keeps bytes durably. Runs to its end even when nobody waits for it any more.
    pub(super) async fn put(&self, id: &EvidenceId, bytes: Vec<u8>) -> Result<(), Fault> {
        let path = self.path(id);
        tokio::task::spawn_blocking(move || write(&path, &bytes))
            .await
            .map_err(std::io::Error::other)
            .flatten()
            .map_err(|problem| Fault::Other(format!("evidence {id}: {problem}")))
    }

    /// Removes bytes that nothing refers to any more; bytes that stay behind do no harm.
    pub(super) async fn remove(&self, id: &EvidenceId) {
        if let Err(problem) = tokio::fs::remove_file(self.path(id)).await
            && problem.kind() != ErrorKind::NotFound
        {
            tracing::warn!(%id, %problem, "evidence could not be removed");
        }
    }

    /// Spread over folders by the end of the identifier: its beginning is the same for all.
    fn path(&self, id: &EvidenceId) -> PathBuf {
        let name = id.as_str();
        let start = name.len().saturating_sub(2);
        self.0.join(name.get(start..).unwrap_or(name)).join(name)
    }
}

/// Writes beside the place, makes it durable, then moves it there: a file is whole or absent, even after a power cut.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().ok_or(ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let new = path.with_extension("new");
    let mut file = File::create(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    File::open(folder)?.sync_all()?;
    folder
        .parent()
        .map_or(Ok(()), |above| File::open(above)?.sync_all())
}
