//! Files that cannot be opened: each says which one it is and what to do.

use std::fs;
use std::path::Path;

use backend::store::Store as _;
use server::store::{FILE, SqliteStore};

use crate::serve::syncdesk;
use crate::{fresh, now};

async fn refusal(folder: &Path) -> String {
    let outcome = SqliteStore::open(folder, now()).await;
    let sentence = outcome.map(|_| ()).unwrap_err().to_string();
    assert!(
        sentence.ends_with('.') && !sentence.contains('\n'),
        "{sentence}"
    );
    assert!(sentence.contains(folder.to_str().unwrap()), "{sentence}");
    sentence
}

#[tokio::test]
async fn a_file_that_is_no_database_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join(FILE),
        "not a database at all".repeat(100),
    )
    .unwrap();
    assert!(refusal(folder.path()).await.contains("backup"));
    let untouched = fs::read_to_string(folder.path().join(FILE)).unwrap();
    assert!(untouched.starts_with("not a database"));
}

#[tokio::test]
async fn a_database_that_was_cut_off_is_named() {
    let (folder, store) = fresh().await;
    store.close().await;
    drop(store);
    let file = folder.path().join(FILE);
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    assert!(refusal(folder.path()).await.contains("backup"));
}

#[tokio::test]
async fn a_database_of_another_program_or_a_later_version_is_left_alone() {
    for (offset, words) in [(68, "another program"), (60, "later version")] {
        let (folder, store) = fresh().await;
        store.close().await;
        drop(store);
        let file = folder.path().join(FILE);
        let mut bytes = fs::read(&file).unwrap();
        // The header keeps user_version at 60 and application_id at 68, big-endian.
        bytes[offset] = 0x7F;
        fs::write(&file, &bytes).unwrap();
        assert!(refusal(folder.path()).await.contains(words));
        assert_eq!(fs::read(&file).unwrap(), bytes);
    }
}

#[tokio::test]
async fn a_second_process_is_kept_out_and_let_in_when_the_first_has_gone() {
    let (folder, store) = fresh().await;
    assert!(refusal(folder.path()).await.contains("in use"));
    store.close().await;
    drop(store);
    let again = SqliteStore::open(folder.path(), now()).await.unwrap();
    assert!(again.users().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_folder_in_which_a_restore_was_broken_off_is_not_begun_anew() {
    let folder = tempfile::tempdir().unwrap();
    let place = ["--data", folder.path().to_str().unwrap()];
    fs::create_dir(folder.path().join("restoring")).unwrap();
    assert!(refusal(folder.path()).await.contains("broken off"));
    assert!(!folder.path().join("evidence").exists(), "nothing is made");
    let output = syncdesk(&["check-config"]).args(place).output().unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    assert!(words.contains("problem: a restore into"), "{words}");
    // Killed after the last step but one, it was restored.
    let whole = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(whole.path(), now()).await.unwrap();
    store.close().await;
    fs::copy(whole.path().join(FILE), folder.path().join(FILE)).unwrap();
    SqliteStore::open(folder.path(), now()).await.unwrap();
}

#[tokio::test]
async fn a_folder_is_made_and_a_file_in_its_place_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("a/b");
    SqliteStore::open(&deep, now()).await.unwrap();
    assert!(deep.join(FILE).is_file());
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(refusal(&file).await.contains("--data"));
    let taken = folder.path().join("taken");
    fs::create_dir_all(taken.join(FILE)).unwrap();
    assert!(refusal(&taken).await.contains("--data"));
}
