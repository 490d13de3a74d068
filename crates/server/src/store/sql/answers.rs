//! Answers kept for repetitions, and counters.

use backend::store::{ANSWER_DAYS, Answer, CommitError};
use domain::id::UserId;
use domain::time::Time;

use super::dialect::{Conn, Pool};
use super::fault::Fault;
use super::row;

/// Answers that are forgotten by one statement.
const SLICE: u32 = 100;

/// The answer that was given to that key before.
pub(super) async fn one(pool: &Pool, user: &UserId, key: &str) -> Result<Option<Answer>, Fault> {
    let found = sqlx::query("SELECT * FROM answer WHERE person_id = $1 AND answer_key = $2")
        .bind(user.as_str())
        .bind(key)
        .fetch_optional(pool)
        .await?;
    let Some(found) = found else { return Ok(None) };
    Ok(Some(Answer {
        request_hash: row::text(&found, "request_hash")?,
        status: row::count(&found, "status")?,
        version: row::count(&found, "version")?,
        body: sqlx::Row::try_get(&found, "body")?,
        at: row::time(&found, "given_at")?,
    }))
}

/// Keeps an answer; refuses when the key has one that is not too old to be given again.
pub(super) async fn put(
    conn: &mut Conn,
    user: &UserId,
    key: &str,
    answer: &Answer,
) -> Result<(), Fault> {
    let done = sqlx::query(
        "INSERT INTO answer (person_id, answer_key, request_hash, status, version, body, given_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (person_id, answer_key) DO UPDATE SET request_hash = excluded.request_hash, status = excluded.status,
             version = excluded.version, body = excluded.body, given_at = excluded.given_at WHERE answer.given_at < $8",
    )
    .bind(user.as_str())
    .bind(key)
    .bind(&answer.request_hash)
    .bind(i64::from(answer.status))
    .bind(row::integer(answer.version)?)
    .bind(&answer.body)
    .bind(answer.at.millis())
    .bind(answer.at.plus_days(-ANSWER_DAYS).millis())
    .execute(conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Fault::Refused(CommitError::KeyTaken));
    }
    Ok(())
}

/// The next number of a counter; the first is 1.
pub(in super::super) async fn next_number(conn: &mut Conn, counter: &str) -> Result<u64, Fault> {
    let last: i64 = sqlx::query_scalar(
        "INSERT INTO counter (name, last) VALUES ($1, 1)
         ON CONFLICT (name) DO UPDATE SET last = counter.last + 1 RETURNING last",
    )
    .bind(counter)
    .fetch_one(conn)
    .await?;
    u64::try_from(last).map_err(|_| Fault::Other(format!("counter {counter} is {last}")))
}

/// Forgets old answers and sessions that have ended. Answers go a few at a time: there may be many, each as large as an application, and no
/// statement may take so long that the database ends it, or that nobody else can write.
pub(in super::super) async fn sweep(conn: &mut Conn, now: Time) -> Result<(), Fault> {
    let mut slice = SLICE;
    while slice == SLICE {
        let done = sqlx::query(
            "DELETE FROM answer WHERE (person_id, answer_key) IN
                 (SELECT person_id, answer_key FROM answer WHERE given_at < $1 ORDER BY given_at LIMIT $2)",
        )
        .bind(now.plus_days(-ANSWER_DAYS).millis())
        .bind(i64::from(SLICE))
        .execute(&mut *conn)
        .await?;
        slice = u32::try_from(done.rows_affected()).unwrap_or(u32::MAX);
    }
    sqlx::query("DELETE FROM session WHERE expires_at < $1")
        .bind(now.millis())
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM sign_in_attempt WHERE expires_at < $1")
        .bind(now.millis())
        .execute(conn)
        .await?;
    Ok(())
}
