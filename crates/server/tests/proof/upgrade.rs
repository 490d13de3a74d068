//! A server that is killed while it makes or extends its tables: the next one finishes the work, and what comes out is the same as
//! without the kill.

use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use sqlx::{Connection as _, Executor as _, PgConnection, Row as _, SqliteConnection};

use crate::chance::Chance;
use crate::home::{Home, Kind};
use crate::wire::Server;
use crate::{amount, measured, seed, town};

/// Starts that are killed in the short version, for each database.
const KILLS: usize = 6;
/// The oldest schema that there was, for each database.
const FIRST: [&str; 2] = [
    include_str!("../../migrations/sqlite/0001_first.sql"),
    include_str!("../../migrations/postgres/0001_first.sql"),
];

#[tokio::test]
async fn tables_that_were_made_half_way_are_finished_by_the_next_start() {
    for kind in Kind::DURABLE {
        let model = Home::lasting(*kind).await;
        let begun = Instant::now();
        assert_eq!(Server::start(&model).stop(), Some(0));
        let whole = begun.elapsed();
        let expected = schema(&model).await;
        assert!(expected.len() > 50, "{expected:?}");
        let mut chance = Chance::new(seed());
        let (kills, mut unfinished) = (amount("UPGRADES", KILLS), 0);
        for n in 0..kills {
            let home = Home::lasting(*kind).await;
            if n % 2 == 0 {
                make_old(&home, &expected).await;
            }
            for _ in 0..2 {
                begin_and_kill(&home, whole, &mut chance);
            }
            unfinished += usize::from(schema(&home).await != expected);
            assert_eq!(Server::start(&home).stop(), Some(0));
            assert_eq!(schema(&home).await, expected);
            home.prepare(town::people()).await;
            home.end().await;
        }
        let name = kind.name();
        measured(&format!("starts killed on {name}"), kills * 2);
        measured(
            &format!("starts killed on {name} before the tables were there"),
            unfinished,
        );
        model.end().await;
    }
}

/// Starts a server and kills it at some moment of its start.
fn begin_and_kill(home: &Home, whole: Duration, chance: &mut Chance) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_syncdesk"));
    command.args(["serve", "--demo", "--listen", "127.0.0.1:0"]);
    home.tell(&mut command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let late = usize::try_from(whole.as_micros()).unwrap().max(1);
    let late = u64::try_from(chance.below(late)).unwrap();
    // Nobody sends anything; the wait is what is wanted.
    let (_sender, nothing) = mpsc::channel::<()>();
    let _ = nothing.recv_timeout(Duration::from_micros(late));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Tables, columns and indexes, by name.
async fn schema(home: &Home) -> Vec<String> {
    const TABLES: &str = "SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns
         WHERE table_schema = current_schema() UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()";
    let mut all: Vec<String> = if let Some(address) = home.address() {
        let mut conn = PgConnection::connect(&address).await.unwrap();
        let rows = conn.fetch_all(TABLES).await.unwrap();
        rows.iter().map(|row| row.get(0)).collect()
    } else {
        let mut conn = sqlite(home).await;
        let read = "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_schema
             UNION ALL SELECT 'version ' || user_version FROM pragma_user_version
             UNION ALL SELECT 'id ' || application_id FROM pragma_application_id";
        let rows = conn.fetch_all(read).await.unwrap();
        rows.iter()
            .flat_map(|row| {
                row.get::<String, _>(0)
                    .lines()
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    all.sort();
    all
}

async fn sqlite(home: &Home) -> SqliteConnection {
    let address = format!(
        "sqlite://{}/syncdesk.sqlite?mode=rwc",
        home.path().display()
    );
    SqliteConnection::connect(&address).await.unwrap()
}

/// What the first version would have left behind.
async fn make_old(home: &Home, expected: &[String]) {
    if let Some(address) = home.address() {
        let mut conn = PgConnection::connect(&address).await.unwrap();
        let table = "CREATE TABLE syncdesk_migration (number BIGINT PRIMARY KEY NOT NULL, applied_at BIGINT NOT NULL)";
        conn.execute(table).await.unwrap();
        conn.execute(FIRST[1]).await.unwrap();
        conn.execute("INSERT INTO syncdesk_migration VALUES (1, 0)")
            .await
            .unwrap();
        return;
    }
    let mut conn = sqlite(home).await;
    let id = expected
        .iter()
        .find_map(|line| line.strip_prefix("id "))
        .unwrap();
    conn.execute(FIRST[0]).await.unwrap();
    let stamp = format!("PRAGMA application_id = {id}; PRAGMA user_version = 1");
    conn.execute(sqlx::AssertSqlSafe(stamp)).await.unwrap();
    conn.close().await.unwrap();
}
