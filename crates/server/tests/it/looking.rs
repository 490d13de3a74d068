//! Looking through a place: `verify` changes nothing and finds what is not as it should be.

use std::fs;
use std::path::PathBuf;

use server::store::FILE;
use sqlx::{Connection as _, PgConnection};

use crate::backup::{made, path, said};
use crate::cluster::cluster;
use crate::serve::{refusal, syncdesk};

#[tokio::test]
async fn looking_through_a_place_neither_makes_nor_changes_it() {
    let (folder, _) = made();
    let typo = folder.path().join("typo");
    let words = refusal(&mut syncdesk(&["verify", "--data", path(&typo)]));
    assert!(words.contains("there is no database"), "{words}");
    assert!(!typo.exists());

    let data = folder.path().join("data");
    let listed = || {
        let entries = fs::read_dir(&data).unwrap();
        let mut names: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        names.sort();
        (names, fs::read(data.join(FILE)).unwrap())
    };
    let before = listed();
    said(&["verify", "--data", path(&data)]);
    assert!(before == listed());
    let mut bytes = before.1;
    // The header keeps the number of migrations at 60, big-endian.
    bytes[63] -= 1;
    fs::write(data.join(FILE), bytes).unwrap();
    let before = listed();
    let words = refusal(&mut syncdesk(&["verify", "--data", path(&data)]));
    assert!(words.contains("earlier version"), "{words}");
    assert!(before == listed());

    let name = cluster().create("").await;
    let address = cluster().address(&name);
    let words = refusal(&mut syncdesk(&["verify", "--database", &address]));
    assert!(words.contains("has no tables yet"), "{words}");
    let mut conn = PgConnection::connect(&address).await.unwrap();
    let read = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'";
    let tables: i64 = sqlx::query_scalar(read).fetch_one(&mut conn).await.unwrap();
    assert_eq!(tables, 0);
}

#[test]
fn the_anchors_beside_the_data_are_read() {
    let (folder, _) = made();
    let data = folder.path().join("data");
    let mut anchors = fs::read_to_string(data.join("record.anchors")).unwrap();
    let (hash, time) = ("a".repeat(64), "2026-11-23T15:00:00.000Z");
    anchors.extend(["99999 ", &hash, " ", time, "\n"]);
    fs::write(data.join("record.anchors"), anchors).unwrap();
    let output = syncdesk(&["verify", "--data", path(&data)])
        .output()
        .unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(words.contains("the end was cut off"), "{words}");
}

#[test]
fn a_place_that_was_tampered_with_is_found_out() {
    let (folder, backup) = made();
    let target = folder.path().join("target");
    said(&["restore", "--from", path(&backup), "--data", path(&target)]);
    let words = said(&["verify", "--data", path(&target)]);
    assert!(words.contains("everything is as it should be"), "{words}");
    let below = fs::read_dir(target.join("evidence"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let file = fs::read_dir(below.path()).unwrap().next().unwrap().unwrap();
    fs::write(file.path(), "another picture").unwrap();
    let output = syncdesk(&["verify", "--data", path(&target)])
        .output()
        .unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(
        words.contains("FileChanged") && words.contains("1 problems"),
        "{words}"
    );
    let words = refusal(&mut syncdesk(&[
        "backup",
        "--data",
        path(&target),
        "--to",
        path(&folder.path().join("b")),
    ]));
    assert!(words.contains("is not as it was uploaded"), "{words}");
}
