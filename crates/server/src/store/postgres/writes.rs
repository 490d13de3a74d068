//! Writing: one transaction for each batch, and the bytes of evidence, which lie in the database as well.

use std::time::Duration;

use backend::store::{Batch, Change, CommitError};
use domain::id::EvidenceId;
use sqlx::{Connection as _, Row as _};
use tokio::time::timeout;

use super::dialect::{Conn, Pool, is_collision};
use super::sql::applications::Written;
use super::sql::fault::Fault;
use super::sql::{change, record};

/// How often a batch is tried that the database undoes because of others. Locks are taken in one order, so once is nearly always
/// enough.
const TRIES: usize = 8;

/// Applies a batch whole, durably, or not at all. Each try is given up after `patience`.
pub(super) async fn commit(
    pool: &Pool,
    batch: &Batch,
    patience: Duration,
) -> Result<(), CommitError> {
    for _ in 1..TRIES {
        match once(pool, batch, patience).await {
            Err(Fault::Database(error)) if is_collision(&error) => {
                tracing::debug!(%error, "a batch is tried again");
            }
            done => return said(done),
        }
    }
    said(once(pool, batch, patience).await)
}

fn said(done: Result<(), Fault>) -> Result<(), CommitError> {
    let done = done.map_err(CommitError::from);
    if let Err(error @ (CommitError::Down(_) | CommitError::Unknown(_))) = &done {
        tracing::error!(?error, "a transaction failed");
    }
    done
}

async fn once(pool: &Pool, batch: &Batch, patience: Duration) -> Result<(), Fault> {
    let mut conn = pool.acquire().await?;
    if let Ok(done) = timeout(patience, transaction(&mut conn, batch)).await {
        return done;
    }
    // Nobody knows what is on the way on this connection, or whether there still is a way: the pool makes another one.
    drop(conn.detach());
    Err(Fault::Unknown("the database took too long".to_owned()))
}

async fn transaction(conn: &mut Conn, batch: &Batch) -> Result<(), Fault> {
    let mut transaction = conn.begin().await?;
    let applied = apply(&mut transaction, batch).await;
    match applied {
        Ok(()) => match transaction.commit().await {
            Err(error) if !is_collision(&error) => Err(Fault::Unknown(error.to_string())),
            done => Ok(done?),
        },
        Err(fault) => {
            // A connection that is lost has undone everything by itself.
            let _ = transaction.rollback().await;
            Err(fault)
        }
    }
}

async fn apply(conn: &mut Conn, batch: &Batch) -> Result<(), Fault> {
    change::apply(conn, batch, &Written::of(batch)?).await?;
    record::append(conn, batch.record.clone()).await?;
    let forgotten = batch.changes.iter().filter_map(|change| match change {
        Change::DeleteFile(id) => Some(id.as_str()),
        _ => None,
    });
    for id in forgotten {
        sqlx::query("DELETE FROM evidence_bytes WHERE id = $1")
            .bind(id)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// The bytes of a file, if they are there.
pub(super) async fn bytes(pool: &Pool, id: &EvidenceId) -> Result<Option<Vec<u8>>, Fault> {
    let found = sqlx::query("SELECT body FROM evidence_bytes WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(pool)
        .await?;
    Ok(found.map(|row| row.try_get("body")).transpose()?)
}

/// Keeps bytes durably.
pub(super) async fn put_bytes(pool: &Pool, id: &EvidenceId, bytes: Vec<u8>) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO evidence_bytes (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
    )
    .bind(id.as_str())
    .bind(bytes)
    .execute(pool)
    .await?;
    Ok(())
}
