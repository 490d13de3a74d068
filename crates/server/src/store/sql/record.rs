//! The record: put at the end of its chain inside the transaction of what it tells of, and read in pages or from the beginning.

use backend::record::chained;
use backend::store::{Paged, RecordAsk};
use contract::body::COUNT_MAX;
use domain::record::{Difference, Entry, Head, Origin, Outcome, Record, UNREADABLE};
use domain::time::Time;
use sqlx::Row as _;

use super::cursor::{self, Cursor};
use super::dialect::{Builder, Conn, Pool, Row, push_in_numbers};
use super::fault::Fault;
use super::row;

/// Rows of one statement. With more there would be more statements of different lengths than a connection keeps prepared.
const ROWS: usize = 16;

/// Puts entries at the end of the chain. The end is taken for writing first, so that whoever comes at the same time waits for it.
pub(in super::super) async fn append(conn: &mut Conn, entries: Vec<Entry>) -> Result<(), Fault> {
    if entries.is_empty() {
        return Ok(());
    }
    let taken = sqlx::query("UPDATE record_head SET seq = seq WHERE one = 1 RETURNING seq, hash")
        .fetch_one(&mut *conn)
        .await?;
    let mut head = read_head(&taken)?;
    for records in chained(&mut head, entries).chunks(ROWS) {
        insert(conn, records).await?;
    }
    sqlx::query("UPDATE record_head SET seq = $1, hash = $2 WHERE one = 1")
        .bind(row::integer(head.seq)?)
        .bind(&head.hash)
        .execute(conn)
        .await?;
    Ok(())
}

async fn insert(conn: &mut Conn, records: &[Record]) -> Result<(), Fault> {
    let mut rows = Vec::new();
    let mut about = Vec::new();
    for record in records {
        let seq = row::integer(record.seq)?;
        let changes = serde_json::to_string(&record.entry.changes)
            .map_err(|problem| Fault::Other(format!("record {seq}: {problem}")))?;
        rows.push((seq, changes, record));
        let places = (0_i64..).zip(&record.entry.about);
        about.extend(places.map(|(place, object)| (seq, place, object, record.entry.at)));
    }
    let mut sql = Builder::new(
        "INSERT INTO record (seq, at, actor, actor_name, address, agent, request, operation, outcome, reason, changes, prev, hash) ",
    );
    sql.push_values(rows, |mut row, (seq, changes, record)| {
        let entry = record.entry.clone();
        row.push_bind(seq)
            .push_bind(entry.at.millis())
            .push_bind(entry.actor.map(|actor| actor.to_string()))
            .push_bind(entry.actor_name)
            .push_bind(entry.origin.address)
            .push_bind(entry.origin.agent)
            .push_bind(entry.request)
            .push_bind(entry.operation)
            .push_bind(entry.outcome.word())
            .push_bind(entry.reason)
            .push_bind(changes)
            .push_bind(record.prev.clone())
            .push_bind(record.hash.clone());
    });
    sql.build().execute(&mut *conn).await?;
    for about in about.chunks(ROWS) {
        let mut sql = Builder::new("INSERT INTO record_about (seq, place, object, at) ");
        sql.push_values(about, |mut row, (seq, place, object, at)| {
            row.push_bind(*seq)
                .push_bind(*place)
                .push_bind(object.to_string())
                .push_bind(at.millis());
        });
        sql.build().execute(&mut *conn).await?;
    }
    Ok(())
}

/// The end of the chain.
pub(in super::super) async fn head(pool: &Pool) -> Result<Head, Fault> {
    let found = sqlx::query("SELECT seq, hash FROM record_head WHERE one = 1")
        .fetch_one(pool)
        .await?;
    read_head(&found)
}

fn read_head(found: &Row) -> Result<Head, Fault> {
    Ok(Head {
        seq: row::count(found, "seq")?,
        hash: row::text(found, "hash")?,
    })
}

/// So many records after that place, oldest first; after 0 also those whose place no record can have, which somebody put there.
pub(in super::super) async fn after(
    pool: &Pool,
    seq: u64,
    rows: usize,
) -> Result<Vec<Record>, Fault> {
    let beyond = match seq {
        0 => i64::MIN,
        seq => row::integer(seq)?,
    };
    let found = sqlx::query("SELECT * FROM record WHERE seq > $1 ORDER BY seq LIMIT $2")
        .bind(beyond)
        .bind(i64::try_from(rows).unwrap_or(i64::MAX))
        .fetch_all(pool)
        .await?;
    let records = found.iter().map(read).collect::<Result<_, _>>()?;
    with_objects(pool, records).await
}

/// A page, newest first.
pub(super) async fn page(pool: &Pool, ask: &RecordAsk) -> Result<Paged<Record>, Fault> {
    let mut sql = Builder::new("SELECT COUNT(*) FROM (SELECT 1");
    restrict(&mut sql, ask);
    sql.push(" LIMIT ");
    sql.push_bind(i64::try_from(COUNT_MAX).unwrap_or(i64::MAX));
    sql.push(") AS counted");
    let count: i64 = sql.build_query_scalar().fetch_one(pool).await?;
    let count = usize::try_from(count).unwrap_or_default();
    let from = match ask.cursor.as_deref().map(Cursor::decode) {
        None => None,
        Some(Some(cursor)) => Some(cursor),
        Some(None) => return Ok(cursor::page(Vec::new(), None, 0, count)),
    };
    let back = from.as_ref().is_some_and(|from| from.back);
    let mut sql = Builder::new("SELECT r.*");
    restrict(&mut sql, ask);
    // What is asked for by its object is read from the index of objects, in its order.
    let by = if ask.object.is_some() { "a" } else { "r" };
    if let Some(from) = &from {
        let seq: i64 = from.id.parse().unwrap_or_default();
        let beyond = if back { ") > (" } else { ") < (" };
        sql.push(format_args!(" AND ({by}.at, {by}.seq{beyond}"));
        sql.push_bind(from.number).push(", ");
        sql.push_bind(seq).push(")");
    }
    let way = if back { "" } else { " DESC" };
    sql.push(format_args!(" ORDER BY {by}.at{way}, {by}.seq{way} LIMIT "));
    sql.push_bind(i64::try_from(ask.rows + 1).unwrap_or(i64::MAX));
    let found = sql.build().fetch_all(pool).await?;
    let records = found.iter().map(read).collect::<Result<_, _>>()?;
    let records = with_objects(pool, records).await?;
    let found = records.into_iter().map(|record| {
        let key = Cursor {
            back: false,
            number: record.entry.at.millis(),
            text: String::new(),
            id: record.seq.to_string(),
        };
        (record, key)
    });
    Ok(cursor::page(
        found.collect(),
        from.as_ref(),
        ask.rows,
        count,
    ))
}

/// ` FROM … WHERE …`, ready for more conditions.
fn restrict(sql: &mut Builder, ask: &RecordAsk) {
    if let Some(object) = &ask.object {
        sql.push(" FROM record_about a JOIN record r ON r.seq = a.seq WHERE a.object = ");
        sql.push_bind(object.to_string());
    } else {
        sql.push(" FROM record r WHERE 1 = 1");
    }
    if let Some(actor) = &ask.actor {
        sql.push(" AND r.actor = ");
        sql.push_bind(actor.as_str().to_owned());
    }
    if let Some(operation) = &ask.operation {
        sql.push(" AND r.operation = ");
        sql.push_bind(operation.clone());
    }
    if let Some(outcome) = ask.outcome {
        sql.push(" AND r.outcome = ");
        sql.push_bind(outcome.word());
    }
    let at = if ask.object.is_some() { "a.at" } else { "r.at" };
    if let Some(from) = ask.from {
        sql.push(format_args!(" AND {at} >= "));
        sql.push_bind(from.millis());
    }
    if let Some(to) = ask.to {
        sql.push(format_args!(" AND {at} < "));
        sql.push_bind(to.millis());
    }
}

/// Adds what records are about. A row of the index that contradicts its record cannot be one of what its fingerprint covers: somebody
/// put it there, and then the record has no fingerprint that fits.
async fn with_objects(pool: &Pool, mut records: Vec<Record>) -> Result<Vec<Record>, Fault> {
    let mut sql = Builder::new("SELECT seq, object, at FROM record_about WHERE seq");
    let seqs: Result<Vec<i64>, Fault> = records.iter().map(|one| row::integer(one.seq)).collect();
    push_in_numbers(&mut sql, seqs?);
    sql.push(" ORDER BY seq, place");
    let found = sql.build().fetch_all(pool).await?;
    let mut places: Vec<(u64, usize)> = records.iter().map(|one| one.seq).zip(0..).collect();
    places.sort_unstable();
    for row in &found {
        let (seq, at): (u64, Time) = (row::count(row, "seq")?, row::time(row, "at")?);
        let object = row::parsed(row, "object");
        let place = places.binary_search_by_key(&seq, |(seq, _)| *seq);
        let record = place
            .ok()
            .and_then(|place| records.get_mut(places.get(place)?.1));
        match (record, object) {
            (Some(record), Ok(object)) if record.entry.at == at => {
                record.entry.about.push(object);
            }
            (Some(record), _) => record.hash.clear(),
            (None, _) => {}
        }
    }
    Ok(records)
}

/// A record as it was written, or one that says that somebody changed it so that it cannot be read any more.
fn read(found: &Row) -> Result<Record, Fault> {
    match whole(found) {
        Err(Fault::Other(_) | Fault::Database(sqlx::Error::ColumnDecode { .. })) => {
            unreadable(found)
        }
        done => done,
    }
}

/// No fingerprint fits it. Its place is that of the row; one that no record can have is told as 0.
fn unreadable(found: &Row) -> Result<Record, Fault> {
    Ok(Record {
        seq: row::count(found, "seq").unwrap_or_default(),
        entry: Entry {
            at: row::time(found, "at")?,
            actor: None,
            actor_name: String::new(),
            origin: Origin::default(),
            request: String::new(),
            operation: UNREADABLE.to_owned(),
            about: Vec::new(),
            outcome: Outcome::Refused,
            reason: String::new(),
            changes: Vec::new(),
        },
        prev: row::text(found, "prev").unwrap_or_default(),
        hash: String::new(),
    })
}

fn whole(found: &Row) -> Result<Record, Fault> {
    let word = row::text(found, "outcome")?;
    let actor: Option<String> = found.try_get("actor")?;
    // What stands there is not for the log.
    let stored = |column: &str| Fault::Other(format!("stored record: {column} cannot be read"));
    let text = row::text(found, "changes")?;
    let changes: Vec<Difference> = serde_json::from_str(&text).map_err(|_| stored("changes"))?;
    if serde_json::to_string(&changes).is_ok_and(|again| again != text) {
        return Err(stored("changes"));
    }
    Ok(Record {
        seq: row::count(found, "seq")?,
        entry: Entry {
            at: row::time(found, "at")?,
            actor: actor
                .map(|actor| actor.parse().map_err(|_| stored("actor")))
                .transpose()?,
            actor_name: row::text(found, "actor_name")?,
            origin: Origin {
                address: row::text(found, "address")?,
                agent: row::text(found, "agent")?,
            },
            request: row::text(found, "request")?,
            operation: row::text(found, "operation")?,
            about: Vec::new(),
            outcome: Outcome::parse(&word).ok_or_else(|| stored("outcome"))?,
            reason: row::text(found, "reason")?,
            changes,
        },
        prev: row::text(found, "prev")?,
        hash: row::text(found, "hash")?,
    })
}
