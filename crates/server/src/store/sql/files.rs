//! What is recorded about evidence files.

use std::collections::BTreeSet;

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
