//! The baseline of submissions, as most servers do it: a pool with a connection for each caller, and one transaction on one of them for
//! each request. The statements are those that the store sends for a submission, and a commit is as durable.

use std::path::Path;
use std::time::Duration;

use backend::record::chained;
use backend::store::{Batch, Change, Outline};
use domain::record::Head;
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};

/// How long somebody waits for a connection, or for a lock.
const PATIENCE: Duration = Duration::from_mins(1);

/// The connections of one of the databases.
#[derive(Clone)]
pub enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Pool {
    /// To a file that has its tables; each commit is flushed to the disk as in the store.
    pub async fn of_sqlite(file: &Path, callers: u32) -> Pool {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(PATIENCE);
        let pool = SqlitePoolOptions::new()
            .max_connections(callers)
            .min_connections(callers)
            .connect_with(options);
        Pool::Sqlite(pool.await.unwrap())
    }

    /// To a database that has its tables.
    pub async fn of_postgres(address: &str, callers: u32) -> Pool {
        let pool = PgPoolOptions::new()
            .max_connections(callers)
            .min_connections(callers)
            .acquire_timeout(PATIENCE)
            .connect(address);
        Pool::Postgres(pool.await.unwrap())
    }

    /// A submission in a transaction of its own.
    pub async fn submit(&self, batch: &Batch) {
        match self {
            Pool::Sqlite(pool) => on_sqlite(pool, batch).await,
            Pool::Postgres(pool) => on_postgres(pool, batch).await,
        }
    }
}

// The statements are the same, but each database has types of its own for them.
macro_rules! submission {
    ($name:ident, $pool:ty, $begin:literal, $lock:literal) => {
        async fn $name(pool: &$pool, batch: &Batch) {
            let mut conn = pool.begin_with($begin).await.unwrap();
            let (user, key, answer) = batch.answer.as_ref().unwrap();
            sqlx::query("INSERT INTO answer (person_id, answer_key, request_hash, status, version, body, given_at) VALUES ($1, $2, $3, 200, 2, $4, $5)")
                .bind(user.as_str())
                .bind(key)
                .bind(&answer.request_hash)
                .bind(&answer.body)
                .bind(answer.at.millis())
                .execute(&mut *conn)
                .await
                .unwrap();
            for change in &batch.changes {
                let Change::PutApplication(one) = change else {
                    continue;
                };
                let read = concat!("SELECT version FROM application WHERE id = $1", $lock);
                let version: i64 = sqlx::query_scalar(read)
                    .bind(one.id.as_str())
                    .fetch_one(&mut *conn)
                    .await
                    .unwrap();
                assert_eq!(version, 1);
                sqlx::query("UPDATE application SET status = 'submitted', queue = 1, submitted_at = $2, changed_at = $2, version = 2, outline = $3, body = $4 WHERE id = $1")
                    .bind(one.id.as_str())
                    .bind(one.changed_at.millis())
                    .bind(serde_json::to_string(&Outline::from(&**one)).unwrap())
                    .bind(serde_json::to_string(one).unwrap())
                    .execute(&mut *conn)
                    .await
                    .unwrap();
            }
            let read = concat!("SELECT seq, hash FROM record_head", $lock);
            let (seq, hash): (i64, String) =
                sqlx::query_as(read).fetch_one(&mut *conn).await.unwrap();
            let seq = u64::try_from(seq).unwrap();
            let mut head = Head { seq, hash };
            for record in chained(&mut head, batch.record.clone()) {
                let (seq, entry) = (i64::try_from(record.seq).unwrap(), record.entry);
                sqlx::query("INSERT INTO record VALUES ($1, $2, $3, $4, '', '', $5, $6, 'done', '', $7, $8, $9)")
                    .bind(seq)
                    .bind(entry.at.millis())
                    .bind(user.as_str())
                    .bind(&entry.actor_name)
                    .bind(&entry.request)
                    .bind(&entry.operation)
                    .bind(serde_json::to_string(&entry.changes).unwrap())
                    .bind(&record.prev)
                    .bind(&record.hash)
                    .execute(&mut *conn)
                    .await
                    .unwrap();
                for (place, object) in (0_i64..).zip(&entry.about) {
                    sqlx::query("INSERT INTO record_about (seq, place, object, at) VALUES ($1, $2, $3, $4)")
                        .bind(seq)
                        .bind(place)
                        .bind(object.to_string())
                        .bind(entry.at.millis())
                        .execute(&mut *conn)
                        .await
                        .unwrap();
                }
            }
            sqlx::query("UPDATE record_head SET seq = $1, hash = $2")
                .bind(i64::try_from(head.seq).unwrap())
                .bind(&head.hash)
                .execute(&mut *conn)
                .await
                .unwrap();
            conn.commit().await.unwrap();
        }
    };
}

submission!(on_sqlite, SqlitePool, "BEGIN IMMEDIATE", "");
submission!(on_postgres, PgPool, "BEGIN", " FOR UPDATE");
