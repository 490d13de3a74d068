//! The suite that every store has to pass, over SQLite.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use backend::conformance;
use backend::store::Store;
use server::store::SqliteStore;

use crate::now;

#[tokio::test]
async fn the_store_passes_the_conformance_suite() {
    let folder = tempfile::tempdir().unwrap();
    let number = AtomicUsize::new(0);
    let make = || async {
        let n = number.fetch_add(1, Ordering::Relaxed);
        let folder = folder.path().join(n.to_string());
        let store = SqliteStore::open(&folder, now()).await.unwrap();
        Arc::new(store) as Arc<dyn Store>
    };
    conformance::run("SQLite", make).await;
}
