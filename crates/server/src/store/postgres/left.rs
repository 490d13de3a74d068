//! Bytes of evidence that nothing refers to: those of an upload that was cut off before its record was written.

use std::time::Duration;

use tokio::task::AbortHandle;

use super::dialect::Pool;

/// A task that forgets such bytes. Ends when this is dropped.
#[derive(Debug)]
pub(super) struct Forgetting(AbortHandle);

impl Forgetting {
    /// Begins, with so long between one look and the next.
    pub(super) fn begin(pool: Pool, wait: Duration) -> Forgetting {
        Forgetting(tokio::spawn(forget(pool, wait)).abort_handle())
    }
}

impl Drop for Forgetting {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Forgets, again and again, what nothing referred to so long ago and nothing refers to now. Ends with the pool.
async fn forget(pool: Pool, wait: Duration) {
    let mut before = Vec::new();
    loop {
        match again(&pool, before).await {
            Ok(left) => before = left,
            Err(sqlx::Error::PoolClosed) => return,
            Err(error) => {
                tracing::warn!(%error, "files of evidence that nothing refers to were not removed");
                before = Vec::new();
            }
        }
        tokio::time::sleep(wait).await;
    }
}

/// Forgets what nothing refers to and was seen before; what nothing refers to then.
async fn again(pool: &Pool, before: Vec<String>) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query(
        "DELETE FROM evidence_bytes WHERE id = ANY($1) AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.id = evidence_bytes.id)",
    )
    .bind(before)
    .execute(pool)
    .await?;
    all(pool).await
}

/// The identifiers of all bytes that nothing refers to.
pub(super) async fn all(pool: &Pool) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT id FROM evidence_bytes WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.id = evidence_bytes.id)",
    )
    .fetch_all(pool)
    .await
}
