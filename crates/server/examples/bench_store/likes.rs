//! The same searches by plain `LIKE`, as one would write them first: in the names, and in a column of the initial consonants of each name.

use std::path::Path;
use std::time::Instant;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection as _, Executor as _, PgConnection, SqliteConnection};

use crate::lists::{KINDS, words};
use crate::names::{Town, initials};
use crate::{seed, times};

/// How many words are looked for, after those that only warm up: `LIKE` takes its time.
const LIKES: usize = 60;
const WARM_UP: usize = 2;
/// Rows that are put in at a time.
const ROWS: usize = 10_000;

const TABLE: &str = "CREATE TEMPORARY TABLE initials (id TEXT, sort_key TEXT, letters TEXT)";
/// In the order of `KINDS`.
const LIKE: [&str; 2] = [
    "SELECT id FROM channel WHERE name LIKE '%' || $1 || '%' ORDER BY sort_key, id LIMIT 50",
    "SELECT id FROM initials WHERE letters LIKE '%' || $1 || '%' ORDER BY sort_key, id LIMIT 50",
];

/// Both searches on a closed SQLite file, against the medians of the store.
pub async fn on_sqlite(file: &Path, town: &Town, searched: [f64; 2]) {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    conn.execute(TABLE).await.unwrap();
    let all: Vec<[String; 3]> = rows(town).collect();
    for some in all.chunks(ROWS) {
        let insert =
            "INSERT INTO initials SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each($1)";
        let json = serde_json::to_string(some).unwrap();
        sqlx::query(insert)
            .bind(json)
            .execute(&mut conn)
            .await
            .unwrap();
    }
    let like = async |sql, word: String| {
        let found = sqlx::query(sql).bind(word).fetch_all(&mut conn).await;
        found.unwrap().len()
    };
    compare("sqlite", town, searched, like).await;
}

/// Both searches on PostgreSQL, against the medians of the store.
pub async fn on_postgres(address: &str, town: &Town, searched: [f64; 2]) {
    let mut conn = PgConnection::connect(address).await.unwrap();
    conn.execute(TABLE).await.unwrap();
    let all: Vec<[String; 3]> = rows(town).collect();
    let rows = all
        .chunks(ROWS)
        .map(|some| some.iter().map(|row| row.join("\t") + "\n").collect());
    seed::copy(&mut conn, "COPY initials FROM STDIN", rows).await;
    conn.execute("ANALYZE initials").await.unwrap();
    let like = async |sql, word: String| {
        let found = sqlx::query(sql).bind(word).fetch_all(&mut conn).await;
        found.unwrap().len()
    };
    compare("postgres", town, searched, like).await;
}

/// A row of the temporary table for each channel.
fn rows(town: &Town) -> impl Iterator<Item = [String; 3]> {
    town.channels
        .iter()
        .zip(&town.keys)
        .map(|(channel, key)| [channel.id.to_string(), key.clone(), initials(&channel.name)])
}

async fn compare(
    database: &str,
    town: &Town,
    searched: [f64; 2],
    mut like: impl AsyncFnMut(&'static str, String) -> usize,
) {
    for (kind, words) in words(town).into_iter().enumerate() {
        let mut taken = Vec::new();
        for word in words.into_iter().take(LIKES + WARM_UP) {
            let begun = Instant::now();
            let found = like(LIKE[kind], word).await;
            taken.push(times::since(begun));
            assert!(found <= 50);
        }
        let name = KINDS[kind];
        let taken = taken.split_off(WARM_UP);
        let median = times::report(&format!("{database}_like_{name}"), taken);
        let ratio = median / searched[kind];
        println!("{database}_like_to_search_{name} {ratio:.2} times");
    }
}
