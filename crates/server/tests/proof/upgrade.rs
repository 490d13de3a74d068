//! A server that is killed while it makes or extends its tables: the next one finishes the work, and what comes out is the same as
//! without the kill.

use std::process::{Child, Command, Stdio};
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

/// People, channels and applications in the old tables.
const OLD: i64 = 50;
/// They themselves, and a session as there was none any more later. The first of them is one of the demo, or the demo would not start.
const ROWS: &str = "
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 50)
    INSERT INTO person (id, name, organisation, duty) SELECT CASE n WHEN 1 THEN 'harin' ELSE 'old' || n END, '옛사람 ' || n, '별하', 'applicant' FROM n;
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 50)
    INSERT INTO channel (id, name, sort_key, search_id, public_id, state, version)
        SELECT 'ch_old' || n, '옛가게 ' || n, '옛가게 ' || n, 'old' || n, '_old' || n, 'business', 1 FROM n;
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 50)
    INSERT INTO channel_role (person_id, channel_id, rank, sort_key, state)
        SELECT 'harin', 'ch_old' || n, 2, '옛가게 ' || n, 'business' FROM n;
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 50)
    INSERT INTO app (id, app_number, name, sort_key, company, category, icon, kind, blocked, kakao_login, business_review, version)
        SELECT 'app_old' || n, n, '옛앱 ' || n, '옛앱 ' || n, '별하', '', 0, 'basic', 0, 0, 'not_requested', 1 FROM n;
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 50)
    INSERT INTO application (id, app_id, status, queue, submitted_at, changed_at, version, body)
        SELECT 'ap_old' || n, 'app_old' || n, 'draft', 0, 0, 0, 1, '{\"id\":\"ap_old' || n || '\",\"app\":\"app_old' || n || '\",\"status\":\"draft\",\"form\":{},
            \"receipt\":null,\"rounds\":[],\"changed_by\":\"harin\",\"changed_at\":\"1970-01-01T00:00:00Z\",\"version\":1}' FROM n;
    INSERT INTO session (token_hash, person_id, expires_at) VALUES ('00', 'harin', 9000000000000);
";

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
            if n % 2 == 0 && *kind == Kind::Postgres {
                kill_inside(&home).await;
                assert_ne!(schema(&home).await, expected, "all of it was undone");
                unfinished += 1;
            }
            // From early to late, so that some are before the tables are there and some after.
            for part in [2 * n, 2 * n + 1] {
                begin_and_kill(&home, whole, (part, 2 * kills), &mut chance);
            }
            unfinished += usize::from(schema(&home).await != expected);
            assert_eq!(Server::start(&home).stop(), Some(0));
            assert_eq!(schema(&home).await, expected);
            if n % 2 == 0 {
                assert_eq!(carried(&home).await, [OLD; 3]);
            }
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

/// Starts a server and kills it at some moment of its start, in that part of so many.
fn begin_and_kill(
    home: &Home,
    whole: Duration,
    (part, parts): (usize, usize),
    chance: &mut Chance,
) {
    let mut child = spawn(home);
    let step = usize::try_from(whole.as_micros()).unwrap() / parts;
    let late = u64::try_from(part * step + chance.below(step.max(1))).unwrap();
    // Nobody sends anything; the wait is what is wanted.
    let (_sender, nothing) = mpsc::channel::<()>();
    let _ = nothing.recv_timeout(Duration::from_micros(late));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Kills a server in the middle of the fourth migration, where it waits for a table that somebody else holds.
async fn kill_inside(home: &Home) {
    let address = home.address().unwrap();
    let mut holder = PgConnection::connect(&address).await.unwrap();
    holder
        .execute("BEGIN; LOCK TABLE session IN ACCESS EXCLUSIVE MODE")
        .await
        .unwrap();
    let mut child = spawn(home);
    let waiting = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
         AND query LIKE '%DROP TABLE session%'";
    let mut looker = PgConnection::connect(&address).await.unwrap();
    while looker.fetch_one(waiting).await.unwrap().get::<i64, _>(0) == 0 {
        assert_eq!(child.try_wait().unwrap(), None, "it does not start");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    holder.execute("ROLLBACK").await.unwrap();
}

fn spawn(home: &Home) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_syncdesk"));
    command.args(["serve", "--demo", "--listen", "127.0.0.1:0"]);
    home.tell(&mut command);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Of the old rows: people whose account is open, channels that can be found by a part of their name, and applications that are whole
/// and stand in lists.
async fn carried(home: &Home) -> [i64; 3] {
    const READ: &str = "SELECT (SELECT COUNT(*) FROM person WHERE name LIKE '옛사람%' AND disabled_at IS NULL AND version = 1),
         (SELECT COUNT(DISTINCT channel_id) FROM channel_gram WHERE channel_id LIKE 'ch_old%'),
         (SELECT COUNT(*) FROM application WHERE outline LIKE '{\"id\":\"ap_old%' AND body LIKE '%\"version\":1}')";
    if let Some(address) = home.address() {
        let mut conn = PgConnection::connect(&address).await.unwrap();
        let row = conn.fetch_one(READ).await.unwrap();
        return [row.get(0), row.get(1), row.get(2)];
    }
    let row = sqlite(home).await.fetch_one(READ).await.unwrap();
    [row.get(0), row.get(1), row.get(2)]
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
        conn.execute(ROWS).await.unwrap();
        return;
    }
    let mut conn = sqlite(home).await;
    let id = expected
        .iter()
        .find_map(|line| line.strip_prefix("id "))
        .unwrap();
    conn.execute(FIRST[0]).await.unwrap();
    conn.execute(ROWS).await.unwrap();
    let stamp = format!("PRAGMA application_id = {id}; PRAGMA user_version = 1");
    conn.execute(sqlx::AssertSqlSafe(stamp)).await.unwrap();
    conn.close().await.unwrap();
}
