//! Backups: made while somebody writes, restored elsewhere and on the other database, and refused when anything about them is wrong.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use backend::record::Trace;
use domain::record::{Entry, Outcome};
use serde_json::Value;
use server::backup::{dump, load, verify};
use server::store::Place;
use sqlx::{Connection as _, Executor as _, PgConnection, SqliteConnection};
use tempfile::TempDir;

use crate::cluster::cluster;
use crate::now;
use crate::serve::{Running, refusal, syncdesk};

/// A demo in which something has happened, and a backup of it.
pub(crate) fn made() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let server = Running::start(&data);
    let cookie = server.sign_in("harin");
    let looked = server.send(
        &format!("GET /api/v1/channels HTTP/1.1\r\nCookie: {cookie}"),
        "",
    );
    assert!(looked.starts_with("HTTP/1.1 200"), "{looked}");
    assert_eq!(server.stop(), Some(0));
    let to = folder.path().join("backup");
    said(&["backup", "--data", path(&data), "--to", path(&to)]);
    (folder, to)
}

pub(crate) fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What a command says that goes well.
pub(crate) fn said(arguments: &[&str]) -> String {
    let output = syncdesk(arguments)
        .stdout(std::process::Stdio::piped())
        .output()
        .unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {words}");
    String::from_utf8(output.stdout).unwrap()
}

/// The entry of a restore.
fn restored() -> Entry {
    let trace = Trace {
        operation: "restore".into(),
        ..Trace::default()
    };
    trace.entry(None, now(), Outcome::Done)
}

/// The operations of the record, oldest first; the rest of the rows without its end.
type Parted = (Vec<Value>, BTreeMap<String, Vec<BTreeMap<String, Value>>>);

fn parted(backup: &Path) -> Parted {
    let mut rows = rows(backup);
    let record = rows.remove("record").unwrap().into_iter();
    rows.remove("record_head");
    let operations = record.map(|mut row| row.remove("operation").unwrap());
    (operations.collect(), rows)
}

type Damage<'a> = &'a dyn Fn(&Path);

/// The rows of all tables, whatever the database puts between values, each with the names of its columns, in the order of the key.
fn rows(backup: &Path) -> BTreeMap<String, Vec<BTreeMap<String, Value>>> {
    let manifest: Value =
        serde_json::from_slice(&fs::read(backup.join("manifest.json")).unwrap()).unwrap();
    let mut all = BTreeMap::new();
    for table in manifest["tables"].as_array().unwrap() {
        let name = table["name"].as_str().unwrap();
        let columns: Vec<String> = serde_json::from_value(table["columns"].clone()).unwrap();
        let lines = fs::read_to_string(backup.join(format!("tables/{name}.jsonl"))).unwrap();
        let rows = lines.lines().map(|line| {
            let values: Vec<Value> = serde_json::from_str(line).unwrap();
            assert_eq!(values.len(), columns.len());
            columns.iter().cloned().zip(values).collect()
        });
        all.insert(name.to_owned(), rows.collect());
    }
    all
}

#[test]
fn a_backup_of_a_busy_server_is_one_moment_and_restores_to_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let server = Running::start(&at("data"));
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for persona in ["harin", "harin"] {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    server.sign_in(persona);
                }
            });
        }
        for number in 0..5 {
            said(&[
                "backup",
                "--data",
                path(&at("data")),
                "--to",
                path(&at(&format!("backup{number}"))),
            ]);
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert_eq!(server.stop(), Some(0));
    let records = |number: usize| rows(&at(&format!("backup{number}")))["record"].len();
    assert!(records(4) > records(0), "it was busy: {}", records(4));
    for number in 0..5 {
        let (backup, restored) = (
            at(&format!("backup{number}")),
            at(&format!("restored{number}")),
        );
        let words = said(&[
            "restore",
            "--from",
            path(&backup),
            "--data",
            path(&restored),
        ]);
        assert!(words.contains("everything is as it should be"), "{words}");
        assert!(!restored.join("restoring").exists());
        let again = at(&format!("again{number}"));
        said(&["backup", "--data", path(&restored), "--to", path(&again)]);
        for table in fs::read_dir(backup.join("tables")).unwrap() {
            let name = table.unwrap().file_name();
            let read = |backup: &Path| fs::read(backup.join("tables").join(&name)).unwrap();
            match name.to_str().unwrap() {
                "record.jsonl" => assert!(read(&again).starts_with(&read(&backup))),
                "record_head.jsonl" => {}
                _ => assert!(read(&backup) == read(&again), "{}", name.display()),
            }
        }
        let told = &rows(&again)["record"][records(number)..];
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0]["operation"], "restore");
    }
    // Nobody is signed in any more, and everybody can sign in again.
    let server = Running::start(&at("restored4"));
    let cookie = server.sign_in("harin");
    let page = server.send(
        &format!("GET /api/v1/channels HTTP/1.1\r\nCookie: {cookie}"),
        "",
    );
    assert!(page.contains("\"count\":"), "{page}");
}

#[tokio::test]
async fn a_backup_goes_from_one_database_to_the_other_and_back() {
    let (folder, backup) = made();
    let name = cluster().create("").await;
    let address = cluster().address(&name);
    let postgres = Place::Postgres(address.parse().unwrap());
    let report = load(&backup, &postgres, restored()).await.unwrap();
    assert_eq!(report.problems, Vec::<String>::new());
    assert!(
        report.looked.files > 0 && report.looked.links > 0 && report.records > 0,
        "{report:?}"
    );
    let over = folder.path().join("over");
    let dumped = dump(&postgres, &over, now()).await.unwrap();
    assert!(dumped.rows > 100);
    let ((then, before), (mut since, after)) = (parted(&backup), parted(&over));
    assert_eq!(after, before);
    assert_eq!(since.pop().unwrap(), "restore", "its entry is the last one");
    assert_eq!(since, then);
    let home = Place::Folder(folder.path().join("home"));
    let back = load(&over, &home, restored()).await.unwrap();
    assert_eq!(back.records, report.records + 1);
    assert_eq!(back.looked, report.looked);
    assert_eq!(verify(&home, Vec::new()).await.unwrap(), back);
    let twice = load(&backup, &postgres, restored()).await.unwrap_err();
    assert!(twice.contains("there are data already"), "{twice}");
    let mut conn = PgConnection::connect(&address).await.unwrap();
    conn.execute("CREATE TABLE syncdesk_restoring ()")
        .await
        .unwrap();
    let broken_off = load(&backup, &postgres, restored()).await.unwrap_err();
    assert!(broken_off.contains("was broken off"), "{broken_off}");
    conn.execute("DROP TABLE syncdesk_restoring").await.unwrap();
    // One of an earlier version that is in use is not brought up to date for that.
    let sql = "DELETE FROM syncdesk_migration WHERE number = (SELECT MAX(number) FROM syncdesk_migration)";
    conn.execute(sql).await.unwrap();
    let older = applied(&mut conn).await;
    let twice = load(&backup, &postgres, restored()).await.unwrap_err();
    assert!(twice.contains("there are data already"), "{twice}");
    let words = refusal(&mut syncdesk(&["verify", "--database", &address]));
    assert!(words.contains("earlier version"), "{words}");
    assert_eq!(applied(&mut conn).await, older);
}

/// What a restore could not take back, although it names this program as the one that can.
#[tokio::test]
async fn tables_of_another_version_are_not_backed_up() {
    let (folder, _) = made();
    let data = folder.path().join("data");
    let file = format!("sqlite://{}", path(&data.join(server::store::FILE)));
    let mut conn = SqliteConnection::connect(&file).await.unwrap();
    conn.execute("PRAGMA user_version = 1").await.unwrap();
    conn.close().await.unwrap();
    let to = folder.path().join("older");
    let words = dump(&Place::Folder(data), &to, now()).await.unwrap_err();
    assert!(words.contains("the tables have version 1"), "{words}");
    assert!(!to.exists());
}

async fn applied(conn: &mut PgConnection) -> i64 {
    let read = "SELECT MAX(number) FROM syncdesk_migration";
    sqlx::query_scalar(read).fetch_one(conn).await.unwrap()
}

#[test]
fn the_record_says_that_a_backup_was_made_and_by_whom() {
    let (folder, _) = made();
    let (data, to) = (folder.path().join("data"), folder.path().join("next"));
    said(&["backup", "--data", path(&data), "--to", path(&to)]);
    let record = rows(&to).remove("record").unwrap();
    let last = record.last().unwrap();
    assert_eq!(last["operation"], "backup");
    let (agent, changes) = (last["agent"].to_string(), last["changes"].to_string());
    assert!(agent.contains("uid "), "{agent}");
    assert!(changes.contains("/backup"), "{changes}");
    let words = said(&["verify", "--data", path(&data)]);
    assert!(words.contains("everything is as it should be"), "{words}");
}

#[test]
fn nobody_else_may_look_into_a_backup_or_a_folder_of_data() {
    let (folder, backup) = made();
    let restored = folder.path().join("restored");
    said(&[
        "restore",
        "--from",
        path(&backup),
        "--data",
        path(&restored),
    ]);
    for folder in [&backup, &restored, &folder.path().join("data")] {
        let mode = fs::metadata(folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{}", folder.display());
    }
}

#[test]
fn a_backup_that_is_not_whole_is_refused_before_anything_is_written() {
    let (folder, backup) = made();
    let files = |below: &str| {
        let all = fs::read_dir(backup.join(below)).unwrap();
        let mut all: Vec<PathBuf> = all.map(|entry| entry.unwrap().path()).collect();
        all.sort();
        all
    };
    let picture = fs::read_dir(files("evidence").remove(0))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let table = backup.join("tables/application.jsonl");
    let flip = |file: &Path| {
        let mut bytes = fs::read(file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(file, bytes).unwrap();
    };
    let cut = |file: &Path| {
        let bytes = fs::read(file).unwrap();
        fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
    };
    let remove = |file: &Path| fs::remove_file(file).unwrap();
    let sums = backup.join("SHA256SUMS");
    let manifest = backup.join("manifest.json");
    let table_of_damage: [(&Path, Damage<'_>, &str); 10] = [
        (
            &table,
            &flip,
            "tables/application.jsonl is not as it was written",
        ),
        (
            &table,
            &cut,
            "tables/application.jsonl is not as it was written",
        ),
        (&table, &remove, "tables/application.jsonl"),
        (&picture, &flip, "is not as it was uploaded"),
        (&picture, &cut, "is not as it was uploaded"),
        (&picture, &remove, "is missing from the backup"),
        (&manifest, &flip, "manifest.json is not as it was written"),
        (&manifest, &cut, "manifest.json is not as it was written"),
        (&sums, &cut, "SHA256SUMS has no line for"),
        (&sums, &remove, "is no backup"),
    ];
    for (file, spoil, wanted) in table_of_damage {
        let whole = fs::read(file).unwrap();
        spoil(file);
        let target = folder.path().join("target");
        let words = refusal(
            syncdesk(&["restore", "--from", path(&backup), "--data", path(&target)])
                .arg("--config")
                .arg(empty(&folder)),
        );
        assert!(words.contains(wanted), "{}: {words}", file.display());
        assert!(!target.exists(), "nothing was written");
        fs::write(file, whole).unwrap();
    }
    let target = folder.path().join("target");
    said(&["restore", "--from", path(&backup), "--data", path(&target)]);
    let words = refusal(&mut syncdesk(&[
        "restore",
        "--from",
        path(&backup),
        "--data",
        path(&target),
    ]));
    assert!(words.contains("is not empty"), "{words}");
    let words = refusal(&mut syncdesk(&[
        "backup",
        "--data",
        path(&target),
        "--to",
        path(&backup),
    ]));
    assert!(words.contains("is there already"), "{words}");
    let words = refusal(&mut syncdesk(&[
        "backup",
        "--data",
        path(&folder.path().join("no")),
        "--to",
        path(&folder.path().join("x")),
    ]));
    assert!(words.contains("there is no database"), "{words}");
    assert!(!folder.path().join("x.partial").exists());
}

#[test]
fn a_backup_does_not_take_the_name_of_a_link_that_leads_nowhere() {
    let (folder, _) = made();
    let (data, nowhere) = (folder.path().join("data"), folder.path().join("link"));
    std::os::unix::fs::symlink(folder.path().join("nothing"), &nowhere).unwrap();
    let into = ["backup", "--data", path(&data), "--to", path(&nowhere)];
    let words = refusal(&mut syncdesk(&into));
    assert!(words.contains("is there already"), "{words}");
    assert!(!folder.path().join("link.partial").exists());
}

/// A configuration that says nothing.
fn empty(folder: &TempDir) -> PathBuf {
    let file = folder.path().join("empty.toml");
    fs::write(&file, "").unwrap();
    file
}
