//! The one writer. Batches that arrive while it works share its next transaction: one flush to the disk for all of them.
//!
//! Each batch has a savepoint of its own, so one that is refused takes nothing of the others with it. What is recorded of all of them
//! is chained at the end. Nobody is answered before the transaction is durable, and a batch that was handed over is written even when
//! its sender has gone.

use std::fs::File;

use backend::store::{Batch, Change, CommitError};
use domain::id::EvidenceId;
use sqlx::Connection as _;
use tokio::sync::{mpsc, oneshot};

use super::dialect::{BEGIN, CHECKPOINT, Conn, Pool};
use super::sql::applications::Written;
use super::sql::fault::Fault;
use super::sql::{answers, change, record};
use crate::store::folder::Folder;

/// Most batches in one transaction.
pub(super) const GROUP: usize = 256;
/// Most batches that wait; more senders wait for room.
const QUEUE: usize = 1_024;

/// What was done since the savepoint stays, and the next batch has one of its own: in one go, for every way to the database costs as much
/// as a statement.
const KEPT: &str = "RELEASE SAVEPOINT batch; SAVEPOINT batch";

/// The way to the writer.
#[derive(Debug, Clone)]
pub(super) struct Writer(mpsc::Sender<Order>);

#[derive(Debug)]
enum Order {
    Write(Work, oneshot::Sender<Outcome>),
    Close(oneshot::Sender<()>),
}

#[derive(Debug)]
enum Work {
    Commit(Box<Batch>, Vec<Written>),
    NextNumber(String),
}

/// Closes the readers when it goes, also when the writer panics.
struct End(Pool);

impl Drop for End {
    fn drop(&mut self) {
        if std::thread::panicking() {
            tracing::error!(
                "the writer has failed; nothing can be written or read until the server is started again"
            );
        }
        // It is closed from now on; whoever waits for its last reads does so elsewhere.
        drop(self.0.close());
    }
}

/// The number that was drawn; 0 for a batch.
type Outcome = Result<u64, CommitError>;

impl Writer {
    /// Starts the writer on a connection of its own, with at most so many batches in one transaction. It keeps the lock as long as it
    /// works.
    /// When it ends, in whatever way, nothing is read through `readers` any more: a store that cannot write is not ready.
    pub(super) fn start(
        conn: Conn,
        lock: File,
        folder: Folder,
        most: usize,
        readers: Pool,
    ) -> Writer {
        let (sender, orders) = mpsc::channel(QUEUE);
        let end = End(readers);
        tokio::spawn(async move {
            run(conn, lock, folder, orders, most).await;
            drop(end);
        });
        Writer(sender)
    }

    /// Applies a batch whole, durably, or not at all.
    pub(super) async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        let written = Written::of(&batch)?;
        let work = Work::Commit(Box::new(batch), written);
        self.write(work).await.map(|_| ())
    }

    /// The next number of a counter.
    pub(super) async fn next_number(&self, counter: &str) -> Outcome {
        self.write(Work::NextNumber(counter.to_owned())).await
    }

    /// Writes what was handed over, empties the write-ahead log and closes the file. Later orders are refused.
    pub(super) async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.0.send(Order::Close(done)).await.is_ok() {
            // An error means that the writer has stopped already, which is what was asked for.
            closed.await.unwrap_or_default();
        }
    }

    async fn write(&self, work: Work) -> Outcome {
        let (answer, outcome) = oneshot::channel();
        let sent = self.0.send(Order::Write(work, answer)).await;
        sent.map_err(|_| CommitError::Down("the writer has stopped".to_owned()))?;
        outcome
            .await
            .map_err(|_| CommitError::Unknown("the writer stopped in the middle".to_owned()))?
    }
}

async fn run(
    mut conn: Conn,
    lock: File,
    folder: Folder,
    mut orders: mpsc::Receiver<Order>,
    most: usize,
) {
    let mut group = Vec::with_capacity(most);
    let mut closing = Vec::new();
    while orders.recv_many(&mut group, most).await > 0 {
        let mut works = Vec::new();
        for order in group.drain(..) {
            match order {
                Order::Write(work, answer) => works.push((work, answer)),
                Order::Close(done) => closing.push(done),
            }
        }
        write(&mut conn, &folder, works).await;
        if !closing.is_empty() {
            // What is in the queue is still written.
            orders.close();
        }
    }
    finish(conn).await;
    drop(lock);
    for done in closing {
        // Whoever asked may have stopped waiting.
        let _ = done.send(());
    }
}

/// Writes a group and answers everybody in it.
async fn write(conn: &mut Conn, folder: &Folder, works: Vec<(Work, oneshot::Sender<Outcome>)>) {
    if works.is_empty() {
        return;
    }
    let mut outcomes = Vec::with_capacity(works.len());
    if let Err(fault) = transaction(conn, &works, &mut outcomes).await {
        let error = CommitError::from(fault);
        tracing::error!(?error, batches = works.len(), "a transaction failed");
        // The connection may have left the transaction by itself; then there is nothing to roll back.
        let _ = sqlx::query("ROLLBACK").execute(&mut *conn).await;
        outcomes = vec![Err(error); works.len()];
    }
    for ((work, answer), outcome) in works.into_iter().zip(outcomes) {
        if outcome.is_ok() {
            for id in forgotten(&work) {
                folder.remove(id).await;
            }
        }
        // The sender may have gone; what was written stays written.
        let _ = answer.send(outcome);
    }
}

async fn transaction(
    conn: &mut Conn,
    works: &[(Work, oneshot::Sender<Outcome>)],
    outcomes: &mut Vec<Outcome>,
) -> Result<(), Fault> {
    sqlx::query(BEGIN).execute(&mut *conn).await?;
    sqlx::query("SAVEPOINT batch").execute(&mut *conn).await?;
    let mut recorded = Vec::new();
    for (work, _) in works {
        let outcome = one(conn, work).await;
        // Either way the next one begins at a savepoint; the last goes with the transaction.
        let then = match (&outcome, work) {
            (Ok(_), Work::Commit(batch, _)) => {
                recorded.extend(batch.record.iter().cloned());
                KEPT
            }
            (Ok(_), Work::NextNumber(_)) => KEPT,
            (Err(_), _) => "ROLLBACK TO SAVEPOINT batch",
        };
        sqlx::raw_sql(then).execute(&mut *conn).await?;
        outcomes.push(outcome.map_err(CommitError::from));
    }
    record::append(conn, recorded).await?;
    let committed = sqlx::query("COMMIT").execute(&mut *conn).await;
    // What failed on its way to the disk may be found there after a power cut.
    committed.map_err(|error| Fault::Unknown(error.to_string()))?;
    Ok(())
}

async fn one(conn: &mut Conn, work: &Work) -> Result<u64, Fault> {
    match work {
        Work::Commit(batch, written) => change::apply(conn, batch, written).await.map(|()| 0),
        Work::NextNumber(counter) => answers::next_number(conn, counter).await,
    }
}

fn forgotten(work: &Work) -> impl Iterator<Item = &EvidenceId> {
    let changes = match work {
        Work::Commit(batch, _) => batch.changes.as_slice(),
        Work::NextNumber(_) => &[],
    };
    changes.iter().filter_map(|change| match change {
        Change::DeleteFile(id) => Some(id),
        _ => None,
    })
}

async fn finish(mut conn: Conn) {
    let emptied = sqlx::query(CHECKPOINT).execute(&mut conn).await;
    let closed = conn.close().await;
    if let Some(problem) = emptied.err().or(closed.err()) {
        tracing::warn!(%problem, "the database was not closed cleanly; it will be repaired at the next start");
    }
}

#[cfg(test)]
mod tests {
    use backend::store::Store as _;
    use domain::time::Time;

    use super::super::SqliteStore;
    use super::End;

    #[tokio::test]
    async fn a_store_whose_writer_has_ended_answers_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let opened = SqliteStore::open(folder.path(), Time::from_millis(0)).await;
        let store = opened.unwrap();
        assert!(store.session("").await.is_ok());
        let end = End(store.reads().clone());
        let ended = tokio::spawn(async move {
            let _end = end;
            panic!("on purpose")
        });
        assert!(ended.await.unwrap_err().is_panic());
        store.ended().await;
        assert!(store.session("").await.is_err(), "so it is not ready");
    }
}
