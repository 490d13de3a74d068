//! Putting a whole town into a database quickly: what the store would write, in large statements and in the order of the indexes.

use std::fmt::Write as _;
use std::path::Path;

use backend::store::{Batch, Change, Store};
use domain::channel::Channel;
use domain::id::UserId;
use domain::role::{Duty, User};
use domain::time::Time;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{Connection as _, Executor as _, PgConnection};

use crate::names::Town;

/// Whoever has all channels, and whoever has the first ten thousand.
pub const PEOPLE: [&str; 2] = ["much", "some"];
/// How many channels the second one has.
pub const SOME: usize = 10_000;
/// Rows of one statement.
const ROWS: usize = 10_000;

/// The two people.
pub async fn people(store: &dyn Store, _now: Time) {
    let user = |id: &&str| {
        Change::PutUser(User {
            id: UserId::parse(id).unwrap(),
            name: (*id).to_owned(),
            organisation: String::new(),
            duty: Duty::Applicant,
        })
    };
    let changes = PEOPLE.iter().map(user).collect();
    let batch = Batch {
        changes,
        ..Batch::default()
    };
    store.commit(batch).await.unwrap();
}

/// The columns of a channel, after its identifier and name.
fn columns(town: &Town, at: usize) -> [String; 10] {
    let Channel {
        id,
        name,
        search_id,
        public_id,
        state,
        business,
        ..
    } = &town.channels[at];
    let business = business.as_ref().unwrap();
    let state = serde_json::to_value(state).unwrap();
    [
        id.to_string(),
        name.clone(),
        town.keys[at].clone(),
        search_id.clone(),
        public_id.clone(),
        state.as_str().unwrap().to_owned(),
        business.number.to_string(),
        business.trade_name.clone(),
        business.representative.clone(),
        "1".to_owned(),
    ]
}

const CHANNELS: &str = "INSERT INTO channel (id, name, sort_key, search_id, public_id, state, number, trade_name, representative, version)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, 1
    FROM json_each($1)";
const ROLES: &str =
    "INSERT INTO channel_role (person_id, channel_id, rank, sort_key, state, number)
    SELECT $2, value ->> 0, 1, value ->> 2, value ->> 5, value ->> 6 FROM json_each($1)";
const PLACES: &str = "INSERT INTO temp.place (place, sort_key, id) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each($1)";
const GRAMS: &str = "INSERT INTO channel_gram (gram, sort_key, channel_id)
    SELECT $2, p.sort_key, p.id FROM json_each($1) j JOIN temp.place p ON p.place = j.value";

/// Into a closed SQLite file.
pub async fn sqlite(file: &Path, town: &Town) {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(false)
        .pragma("synchronous", "OFF")
        .pragma("temp_store", "MEMORY")
        .pragma("cache_size", "-500000");
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    let table = "CREATE TABLE temp.place (place INTEGER PRIMARY KEY, sort_key TEXT, id TEXT)";
    conn.execute(table).await.unwrap();
    let all: Vec<usize> = (0..town.channels.len()).collect();
    for some in all.chunks(ROWS) {
        let rows: Vec<[String; 10]> = some.iter().map(|at| columns(town, *at)).collect();
        let json = serde_json::to_string(&rows).unwrap();
        fill(&mut conn, CHANNELS, &json, None).await;
        for person in PEOPLE.iter().take(if some[0] < SOME { 2 } else { 1 }) {
            fill(&mut conn, ROLES, &json, Some(person)).await;
        }
    }
    for (first, some) in (0..).step_by(ROWS).zip(town.order.chunks(ROWS)) {
        let row = |(place, at): (usize, &usize)| {
            serde_json::json!([
                first + place,
                town.keys[*at],
                town.channels[*at].id.as_str()
            ])
        };
        let rows: Vec<serde_json::Value> = some.iter().enumerate().map(row).collect();
        let json = serde_json::to_string(&rows).unwrap();
        fill(&mut conn, PLACES, &json, None).await;
    }
    conn.execute("BEGIN").await.unwrap();
    for (gram, places) in town.lists() {
        for some in places.chunks(ROWS) {
            let json = serde_json::to_string(some).unwrap();
            fill(&mut conn, GRAMS, &json, Some(gram)).await;
        }
    }
    conn.execute("COMMIT").await.unwrap();
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        .await
        .unwrap();
    conn.close().await.unwrap();
}

async fn fill(conn: &mut SqliteConnection, sql: &'static str, json: &str, word: Option<&str>) {
    sqlx::query(sql)
        .bind(json)
        .bind(word)
        .execute(conn)
        .await
        .unwrap();
}

/// Into a PostgreSQL database that has its tables.
pub async fn postgres(address: &str, town: &Town) {
    let mut conn = PgConnection::connect(address).await.unwrap();
    let all: Vec<usize> = (0..town.channels.len()).collect();
    let channels = "COPY channel (id, name, sort_key, search_id, public_id, state, number, trade_name, representative, version)
        FROM STDIN";
    let rows = all.chunks(ROWS).map(|some| {
        let row = |at: &usize| columns(town, *at).join("\t") + "\n";
        some.iter().map(row).collect::<String>()
    });
    copy(&mut conn, channels, rows).await;
    let roles =
        "COPY channel_role (person_id, channel_id, rank, sort_key, state, number) FROM STDIN";
    for (person, count) in PEOPLE.iter().zip([all.len(), SOME]) {
        let rows = all[..count.min(all.len())].chunks(ROWS).map(|some| {
            let mut text = String::new();
            for at in some {
                let [id, _, key, _, _, state, number, ..] = columns(town, *at);
                writeln!(text, "{person}\t{id}\t1\t{key}\t{state}\t{number}").unwrap();
            }
            text
        });
        copy(&mut conn, roles, rows).await;
    }
    let grams = "COPY channel_gram (gram, sort_key, channel_id) FROM STDIN";
    let rows = town.lists().map(|(gram, places)| {
        let mut text = String::new();
        for place in places {
            let at = town.order[place];
            let (key, id) = (&town.keys[at], town.channels[at].id.as_str());
            writeln!(text, "{gram}\t{key}\t{id}").unwrap();
        }
        text
    });
    copy(&mut conn, grams, rows).await;
    // What its own housekeeping does some minutes later.
    conn.execute("VACUUM (ANALYZE)").await.unwrap();
    conn.execute("CHECKPOINT").await.unwrap();
    conn.close().await.unwrap();
}

/// Puts lines of columns into a table.
pub async fn copy(conn: &mut PgConnection, sql: &str, rows: impl Iterator<Item = String>) {
    let mut copy = conn.copy_in_raw(sql).await.unwrap();
    for text in rows {
        copy.send(text.into_bytes()).await.unwrap();
    }
    copy.finish().await.unwrap();
}
