//! `check-config`, through the binary: what it says of a configuration, how it exits, and that it changes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use server::store::{FILE, PgStore};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use crate::cluster::cluster;
use crate::config::file;
use crate::now;
use crate::serve::syncdesk;

/// How `check-config` exits, and all that it says.
fn checked(text: &str, variables: &BTreeMap<&str, &str>) -> (Option<i32>, String) {
    let (folder, path) = file(text);
    let mut command = syncdesk(&["check-config", "--config"]);
    let output = command
        .arg(&path)
        .env("SYNCDESK_LISTEN", "127.0.0.1:0")
        .envs(variables)
        .current_dir(folder.path())
        .output()
        .unwrap();
    let out =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert!(!out.contains("hunter2"), "{out}");
    (output.status.code(), out)
}

/// The names in a folder, with the bytes of files.
fn held(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap();
    let entries = entries.map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.clone(), fs::read(&path).unwrap_or_default()))
        .collect()
}

#[test]
fn check_config_says_each_problem_in_a_sentence_and_no_secret() {
    let said = checked;
    let none = BTreeMap::new();
    let (code, words) = said("", &none);
    assert_eq!(code, Some(0), "{words}");
    assert!(
        words.contains("warning: nobody can sign in") && words.contains("The server can start"),
        "{words}"
    );
    let (code, words) = said("data = \"/proc/nowhere\"", &none);
    assert_eq!(code, Some(1), "{words}");
    assert!(
        words.contains("problem: nothing can be kept in /proc/nowhere"),
        "{words}"
    );
    let (code, words) = said(
        "",
        &[("SYNCDESK_DATABASE", "postgres://u:hunter2@127.0.0.1:1/x")].into(),
    );
    assert_eq!(code, Some(1), "{words}");
    assert!(words.contains("127.0.0.1:1/x cannot be reached"), "{words}");
    let (code, words) = said("", &[("SYNCDESK_LISTN", "x")].into());
    assert_eq!(code, Some(0), "{words}");
    assert!(
        words.contains("SYNCDESK_LISTN, which is no setting"),
        "{words}"
    );
    let (code, words) = said(
        "",
        &[("SYNCDESK_PROVIDER_WORK_CLIENT_SECRET", "hunter2")].into(),
    );
    assert_eq!(code, Some(0), "{words}");
    assert!(
        words.contains("warning: the environment has SYNCDESK_PROVIDER_WORK_CLIENT_SECRET, which no provider reads.")
            && words.contains("A secret is called SYNCDESK_PROVIDER_WORK_SECRET."),
        "{words}"
    );
    let (code, words) = said("nothing = 1", &none);
    assert_eq!(code, Some(2), "{words}");
}

#[test]
fn check_config_says_what_of_a_secret_it_cannot_see() {
    let provider = |file: &str| {
        format!(
            "[[providers]]\nname = \"work\"\nissuer = \"https://id.example\"\nclient_id = \"desk\"\nclient_secret_file = \"{file}\"\n"
        )
    };
    let handed = provider("/run/credentials/syncdesk.service/work");
    let (code, words) = checked(&handed, &BTreeMap::new());
    assert_eq!(code, Some(0), "{words}");
    assert!(
        words.contains("warning: provider \"work\"") && words.contains("only to the service"),
        "{words}"
    );
    for (text, folder) in [
        (provider("/no/such/file"), "/run/credentials/other.service"),
        (handed, "/run/credentials/syncdesk.service"),
    ] {
        let (code, words) = checked(&text, &[("CREDENTIALS_DIRECTORY", folder)].into());
        assert_eq!(code, Some(1), "{words}");
        assert!(
            words.contains("problem: provider \"work\"") && words.contains("cannot be read"),
            "{words}"
        );
    }
}

#[tokio::test]
async fn check_config_opens_the_database_and_changes_nothing() {
    for (offset, wanted) in [
        (None, ""),
        (Some(0), "not a whole SQLite database"),
        (Some(60), "later version"),
        (Some(68), "another program"),
    ] {
        let (folder, store) = crate::fresh().await;
        store.close().await;
        drop(store);
        let path = folder.path().join(FILE);
        let mut bytes = fs::read(&path).unwrap();
        if let Some(offset) = offset {
            bytes[offset] = 0x7F;
        }
        fs::write(&path, bytes).unwrap();
        let before = held(folder.path());
        let text = format!("data = {:?}", folder.path());
        let (code, words) = checked(&text, &BTreeMap::new());
        let fine = offset.is_none();
        assert_eq!(code, Some(i32::from(!fine)), "{words}");
        assert!(words.contains(wanted), "{words}");
        assert_eq!(words.contains("The server can start"), fine, "{words}");
        assert!(before == held(folder.path()));
    }
}

#[tokio::test]
async fn check_config_says_what_has_to_be_stopped_first() {
    let (folder, _store) = crate::fresh().await;
    let text = format!("data = {:?}", folder.path());
    let (code, words) = checked(&text, &BTreeMap::new());
    assert_eq!(code, Some(0), "{words}");
    assert!(
        words.contains("in use") && words.contains("could start only once"),
        "{words}"
    );
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (code, words) = checked("", &[("SYNCDESK_LISTEN", address.as_str())].into());
    assert_eq!(code, Some(0), "{words}");
    assert!(
        words.contains("could start only once") && !words.contains("can start"),
        "{words}"
    );
}

#[tokio::test]
async fn check_config_looks_at_what_a_start_needs_of_postgres() {
    let run = async |name: &str, sql: &str| {
        let address = cluster().address(name);
        let mut conn = PgConnection::connect(&address).await.unwrap();
        conn.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
    };
    let said = |address: &str| checked("", &[("SYNCDESK_DATABASE", address)].into());
    let latin = "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0";
    let latin = cluster().create(latin).await;
    let foreign = cluster().create("").await;
    run(&foreign, "CREATE TABLE accounts (id TEXT)").await;
    let newer = cluster().create("").await;
    let url = cluster().address(&newer).parse().unwrap();
    PgStore::open(&url, now()).await.unwrap().close().await;
    let (code, words) = said(&cluster().address(&newer));
    assert_eq!(code, Some(0), "{words}");
    run(&newer, "INSERT INTO syncdesk_migration VALUES (9999, 0)").await;
    let empty = cluster().create("").await;
    let sql = "CREATE ROLE looker LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC";
    run(&empty, sql).await;
    let looker = |address: String| address.replace("syncdesk@", "looker@");
    for (address, wanted) in [
        (cluster().address(&latin), "LATIN1"),
        (cluster().address(&foreign), "another program"),
        (cluster().address(&newer), "later version"),
        (looker(cluster().address(&empty)), "may not make tables"),
    ] {
        let (code, words) = said(&address);
        assert_eq!(code, Some(1), "{words}");
        assert!(words.contains(wanted), "{words}");
    }
    let (code, words) = said(&cluster().address(&empty));
    assert_eq!(code, Some(0), "{words}");
    // It made no tables: with one of another name it would be another program's.
    run(&empty, "CREATE TABLE accounts (id TEXT)").await;
    assert!(
        said(&cluster().address(&empty))
            .1
            .contains("another program")
    );
}
