//! The record in the database: one chain on every store, kept by triggers, and verified from outside while the server runs.

use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use backend::conformance;
use backend::store::{Batch, RecordAsk, Store};
use domain::record::{Difference, Entry, Origin, Outcome, UNREADABLE};
use domain::time::Time;
use server::store::{DatabaseUrl, FILE, PgStore, SqliteStore};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, PgConnection};

use crate::cluster::cluster;
use crate::now;
use crate::serve::{Running, syncdesk};

#[tokio::test]
async fn the_store_keeps_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let number = AtomicUsize::new(0);
    let make = || async {
        let n = number.fetch_add(1, Ordering::Relaxed);
        let folder = folder.path().join(n.to_string());
        let store = SqliteStore::open(&folder, now()).await.unwrap();
        Arc::new(store) as Arc<dyn Store>
    };
    conformance::recorded(make).await;
}

async fn postgres() -> (String, PgStore) {
    let name = cluster().create("").await;
    let address = cluster().address(&name);
    let url: DatabaseUrl = address.parse().unwrap();
    (address, PgStore::open(&url, now()).await.unwrap())
}

#[tokio::test]
async fn postgres_keeps_the_record() {
    conformance::recorded(|| async { Arc::new(postgres().await.1) as Arc<dyn Store> }).await;
}

#[tokio::test]
async fn postgres_itself_refuses_to_change_the_record() {
    let (address, store) = postgres().await;
    for n in 0..3 {
        store.commit(recorded(n)).await.unwrap();
    }
    let mut conn = PgConnection::connect(&address).await.unwrap();
    for statement in [
        "UPDATE record SET actor_name = 'x' WHERE seq = 2",
        "DELETE FROM record WHERE seq = 3",
        "TRUNCATE record CASCADE",
        "UPDATE record_about SET object = 'app:x'",
        "DELETE FROM record_about",
        "DELETE FROM record_head",
        "TRUNCATE record_head",
        "UPDATE record_head SET seq = 2",
        "INSERT INTO record SELECT * FROM record WHERE seq = 2 ON CONFLICT (seq) DO UPDATE SET actor_name = 'x'",
        "INSERT INTO record_about SELECT * FROM record_about ON CONFLICT (seq, place) DO UPDATE SET object = 'app:x'",
    ] {
        let refused = sqlx::query(statement).execute(&mut conn).await;
        let words = refused.unwrap_err().to_string();
        assert!(words.contains("never"), "{statement}: {words}");
    }
    let place = ["verify", "--database", &address];
    assert_eq!(audit_of(&place).0, Some(0));
    for statement in [
        "ALTER TABLE record DISABLE TRIGGER USER",
        "UPDATE record SET actor_name = 'x' WHERE seq = 2",
    ] {
        sqlx::query(statement).execute(&mut conn).await.unwrap();
    }
    let (code, said) = audit_of(&place);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("record 2 was changed"), "{said}");
}

/// A database with three entries in its record.
async fn with_record(folder: &Path) -> SqliteStore {
    let store = SqliteStore::open(folder, now()).await.unwrap();
    for n in 0..3 {
        store.commit(recorded(n)).await.unwrap();
    }
    store
}

fn recorded(n: i64) -> Batch {
    Batch {
        record: vec![Entry {
            at: Time::from_millis(now().millis() + n),
            actor: None,
            actor_name: "김하린".into(),
            origin: Origin::default(),
            request: format!("rq_{n}"),
            operation: "link_create".into(),
            about: vec!["app:app_1".parse().unwrap()],
            outcome: Outcome::Done,
            reason: String::new(),
            changes: vec![Difference {
                field: "f".into(),
                old: "a".into(),
                new: "b".into(),
            }],
        }],
        ..Batch::default()
    }
}

/// Somebody with the file in their hands and without a conscience.
async fn tampered(folder: &Path, statements: &[&'static str]) {
    let options = SqliteConnectOptions::new().filename(folder.join(FILE));
    let mut conn = options.connect().await.unwrap();
    for statement in statements {
        sqlx::query(*statement).execute(&mut conn).await.unwrap();
    }
    conn.close().await.unwrap();
}

const OPEN_IT: [&str; 6] = [
    "DROP TRIGGER record_is_kept",
    "DROP TRIGGER record_is_unchanged",
    "DROP TRIGGER record_about_is_kept",
    "DROP TRIGGER record_about_is_unchanged",
    "DROP TRIGGER record_head_is_kept",
    "DROP TRIGGER record_head_moves_on",
];

fn audit(arguments: &[&str], folder: &Path) -> (Option<i32>, String) {
    let mut all = arguments.to_vec();
    all.extend(["--data", folder.to_str().unwrap()]);
    audit_of(&all)
}

fn audit_of(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_syncdesk"))
        .arg("audit")
        .args(arguments)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let store = with_record(folder.path()).await;
    store.close().await;
    let options = SqliteConnectOptions::new().filename(folder.path().join(FILE));
    let mut conn = options.connect().await.unwrap();
    for statement in [
        "UPDATE record SET actor_name = 'x' WHERE seq = 2",
        "DELETE FROM record WHERE seq = 3",
        "UPDATE record_about SET object = 'app:x'",
        "DELETE FROM record_about",
        "DELETE FROM record_head",
        "UPDATE record_head SET seq = 2",
        "REPLACE INTO record_head VALUES (1, 2, 'x')",
        "REPLACE INTO record SELECT seq, at, actor, 'x', address, agent, request, operation, outcome, reason, changes, prev, hash FROM record",
        "REPLACE INTO record_about SELECT seq, place, 'app:x', at FROM record_about",
    ] {
        let refused = sqlx::query(statement).execute(&mut conn).await;
        let words = refused.unwrap_err().to_string();
        assert!(words.contains("never"), "{statement}: {words}");
    }
    conn.close().await.unwrap();
    assert_eq!(audit(&["verify"], folder.path()).0, Some(0));
}

#[tokio::test]
async fn what_was_done_to_the_file_is_found_and_named() {
    for (statement, words) in [
        (
            "UPDATE record SET actor_name = 'x' WHERE seq = 2",
            "record 2 was changed",
        ),
        (
            "UPDATE record SET at = at + 1 WHERE seq = 2",
            "record 2 was changed",
        ),
        (
            "UPDATE record SET changes = replace(changes, '\"b\"', ' \"b\"') WHERE seq = 2",
            "record 2 was changed",
        ),
        (
            "UPDATE record SET outcome = '?' WHERE seq = 2",
            "record 2 was changed",
        ),
        (
            "UPDATE record_about SET object = 'app:x' WHERE seq = 2",
            "record 2 was changed",
        ),
        (
            "UPDATE record_about SET at = 0 WHERE seq = 2",
            "record 2 was changed",
        ),
        (
            "DELETE FROM record_about WHERE seq = 2",
            "record 2 was changed",
        ),
        (
            "UPDATE record SET actor_name = CAST(x'ff' AS TEXT) WHERE seq = 2",
            "record 2 was changed",
        ),
        (
            "UPDATE record_about SET object = CAST(x'ff' AS TEXT) WHERE seq = 2",
            "record 2 was changed",
        ),
        (
            "INSERT INTO record SELECT -7, at, actor, actor_name, address, agent, request, operation, outcome, reason, changes, prev, hash
             FROM record WHERE seq = 1",
            "record 0 does not continue",
        ),
        ("DELETE FROM record WHERE seq = 2", "record 2 was removed"),
        ("DELETE FROM record WHERE seq = 3", "record 3 was there"),
        (
            "UPDATE record SET seq = CASE seq WHEN 2 THEN -3 WHEN 3 THEN -2 END WHERE seq > 1",
            "",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        with_record(folder.path()).await.close().await;
        tampered(folder.path(), &["PRAGMA foreign_keys = OFF"]).await;
        let mut statements = OPEN_IT.to_vec();
        statements.push("PRAGMA foreign_keys = OFF");
        statements.push("PRAGMA ignore_check_constraints = ON");
        statements.push(statement);
        if words.is_empty() {
            statements.push("UPDATE record SET seq = -seq WHERE seq < 0");
        }
        tampered(folder.path(), &statements).await;
        let (code, said) = audit(&["verify"], folder.path());
        assert_eq!(code, Some(1), "{statement}: {said}");
        let words = if words.is_empty() {
            "record 2 does not continue"
        } else {
            words
        };
        assert!(said.contains(words), "{statement}: {said}");
    }
}

#[tokio::test]
async fn an_entry_that_cannot_be_read_any_more_does_not_hide_the_others() {
    for statement in [
        "UPDATE record SET outcome = '?' WHERE seq = 2",
        "UPDATE record SET changes = 'x' WHERE seq = 2",
        "UPDATE record SET actor_name = CAST(x'ff' AS TEXT) WHERE seq = 2",
    ] {
        let folder = tempfile::tempdir().unwrap();
        with_record(folder.path()).await.close().await;
        let statements = [&OPEN_IT[..], &[statement]].concat();
        tampered(folder.path(), &statements).await;
        let store = SqliteStore::open(folder.path(), now()).await.unwrap();
        let ask = RecordAsk {
            rows: 9,
            ..RecordAsk::default()
        };
        let rows = store.records(&ask).await.unwrap().rows;
        let told: Vec<&str> = rows.iter().map(|one| &*one.entry.operation).collect();
        assert_eq!(told, ["link_create", UNREADABLE, "link_create"]);
        store.close().await;
    }
}

#[tokio::test]
async fn a_server_says_at_its_start_that_the_record_went_back() {
    let folder = tempfile::tempdir().unwrap();
    with_record(folder.path()).await.close().await;
    let started = || {
        let mut command = syncdesk(&["serve", "--demo", "--listen", "127.0.0.1:0"]);
        command.arg("--data").arg(folder.path());
        let mut server = Running::spawn(command.stderr(Stdio::piped()));
        let mut log = server.child.stderr.take().unwrap();
        assert_eq!(server.stop(), Some(0));
        let mut words = String::new();
        log.read_to_string(&mut words).unwrap();
        words
    };
    let words = started();
    assert!(words.contains("the end of the record"), "{words}");
    assert!(!words.contains("went back"), "{words}");
    let anchors = folder.path().join("record.anchors");
    let mut text = std::fs::read_to_string(&anchors).unwrap();
    let (hash, time) = ("a".repeat(64), "2026-11-23T15:00:00.000Z");
    text.extend(["999 ", &hash, " ", time, "\n"]);
    std::fs::write(&anchors, &text).unwrap();
    let words = started();
    assert!(words.contains("went back"), "{words}");
    assert_eq!(std::fs::read_to_string(&anchors).unwrap(), text);
}

/// Nothing has to be got around for these: rows may be added to the index of objects, else no record could be.
const ADDED: [&str; 4] = [
    "INSERT INTO record_about (seq, place, object, at) VALUES (2, 99, 'app:x', 0)",
    "INSERT INTO record_about (seq, place, object, at) VALUES (2, -1, 'app:x', 0)",
    "INSERT INTO record_about (seq, place, object, at) SELECT 2, 99, 'app:x', at FROM record WHERE seq = 2",
    "INSERT INTO record_about (seq, place, object, at) SELECT 2, 99, '?', at FROM record WHERE seq = 2",
];

#[tokio::test]
async fn an_object_that_was_added_to_a_record_is_found() {
    for statement in ADDED {
        let folder = tempfile::tempdir().unwrap();
        with_record(folder.path()).await.close().await;
        tampered(folder.path(), &[statement]).await;
        let (code, said) = audit(&["verify"], folder.path());
        assert_eq!(code, Some(1), "{statement}: {said}");
        assert!(said.contains("record 2 was changed"), "{statement}: {said}");
    }
}

#[tokio::test]
async fn an_object_that_was_added_to_a_record_is_found_on_postgres() {
    for statement in ADDED {
        let (address, store) = postgres().await;
        for n in 0..3 {
            store.commit(recorded(n)).await.unwrap();
        }
        store.close().await;
        let mut conn = PgConnection::connect(&address).await.unwrap();
        sqlx::query(statement).execute(&mut conn).await.unwrap();
        let (code, said) = audit_of(&["verify", "--database", &address]);
        assert_eq!(code, Some(1), "{statement}: {said}");
        assert!(said.contains("record 2 was changed"), "{statement}: {said}");
    }
}

#[tokio::test]
async fn an_anchor_after_one_that_was_cut_by_a_power_failure_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let store = with_record(folder.path()).await;
    let file = folder.path().join("elsewhere");
    let kept = file.to_str().unwrap();
    for torn in ["", "3", "3 ", "3 abc", "3 abc 2026-11"] {
        std::fs::write(&file, torn).unwrap();
        for _ in 0..2 {
            let (code, said) = audit(&["anchor", "--to", kept], folder.path());
            assert_eq!(code, Some(0), "{torn:?}: {said}");
        }
        let (code, said) = audit(&["verify", "--anchors", kept], folder.path());
        assert_eq!(code, Some(0), "{torn:?}: {said}");
        assert!(said.contains("2 anchors"), "{torn:?}: {said}");
    }
    store.close().await;
}

#[tokio::test]
async fn an_anchor_tells_of_an_end_that_was_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let store = with_record(folder.path()).await;
    let file = folder.path().join("elsewhere");
    let kept = file.to_str().unwrap();
    // The server has the file open meanwhile.
    let (code, said) = audit(&["anchor", "--to", kept], folder.path());
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("3 "), "{said}");
    let (code, said) = audit(&["verify", "--anchors", kept], folder.path());
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("3 entries, 1 anchors"), "{said}");
    store.close().await;
    let mut statements = OPEN_IT.to_vec();
    statements.extend([
        "DELETE FROM record_about WHERE seq = 3",
        "DELETE FROM record WHERE seq = 3",
        "UPDATE record_head SET seq = 2, hash = (SELECT hash FROM record WHERE seq = 2)",
    ]);
    tampered(folder.path(), &statements).await;
    let (code, said) = audit(&["verify"], folder.path());
    assert_eq!(code, Some(0), "without an anchor nobody knows: {said}");
    let (code, said) = audit(&["verify", "--anchors", kept], folder.path());
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("cut off: record 3"), "{said}");
}

#[test]
fn what_cannot_be_read_is_neither_whole_nor_broken() {
    let folder = tempfile::tempdir().unwrap();
    let (code, said) = audit(&["verify"], folder.path());
    assert_eq!(code, Some(2), "{said}");
    let anchors = folder.path().join("anchors");
    std::fs::write(&anchors, "nonsense\n").unwrap();
    let (code, said) = audit(
        &["verify", "--anchors", anchors.to_str().unwrap()],
        folder.path(),
    );
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("line 1"), "{said}");
}
