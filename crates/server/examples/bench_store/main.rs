//! What the stores cost: durable submissions as the server writes them and with a commit for each request, pages of a short and of a very long list, and searching
//! among a million names, with and without the index. Prints lines of `name value unit`; `cargo xtask bench` reads them. With a number after it,
//! the town has so many channels; with 0 there are only submissions.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement ends where it cannot go on"
)]

mod likes;
mod lists;
mod names;
#[path = "../../tests/support/postgres.rs"]
#[expect(dead_code, reason = "the tests need more of it")]
mod postgres;
mod seed;
mod submissions;
mod times;
mod usual;

use std::io::Write as _;
use std::sync::Arc;

use backend::ports::Clock as _;
use backend::store::Store;
use domain::time::Time;
use server::SystemClock;
use server::store::{PgStore, SqliteStore};
use tempfile::TempDir;

use names::Town;
use postgres::Cluster;
use submissions::{CALLERS, Ways};
use usual::Pool;

/// How many channels somebody has, without another number on the command line.
const CHANNELS: u32 = 1_000_000;
/// A database server as one would set it up for so many rows; what it confirms is on the disk.
const SETTINGS: [&str; 3] = ["shared_buffers=1GB", "max_wal_size=8GB", "fsync=on"];

#[tokio::main]
async fn main() {
    let asked = std::env::args().nth(1).and_then(|word| word.parse().ok());
    let now = SystemClock.now();
    flushes();
    submissions_on_sqlite(now).await;
    let cluster = Cluster::start(&SETTINGS);
    submissions_on_postgres(&cluster, now).await;
    let channels = asked.unwrap_or(CHANNELS);
    if channels == 0 {
        return;
    }
    let town = Town::new(channels);
    lists_on_sqlite(&town, now).await;
    lists_on_postgres(&cluster, &town, now).await;
}

/// A folder that goes when it is dropped.
fn folder() -> TempDir {
    tempfile::Builder::new().prefix("bench-").tempdir().unwrap()
}

/// What it costs to have four kilobytes on the disk for sure, where the databases of this measurement lie.
fn flushes() {
    let folder = folder();
    let mut file = std::fs::File::create(folder.path().join("file")).unwrap();
    let mut flush = || {
        file.write_all(&[7; 4096]).unwrap();
        file.sync_data().unwrap();
    };
    (0..20).for_each(|_| flush());
    let times = (0..300).map(|_| times::one(&mut flush)).collect();
    times::report("fdatasync_of_4_KiB", times);
}

async fn submissions_on_sqlite(now: Time) {
    let (shared, alone, usual) = (folder(), folder(), folder());
    let grouped = SqliteStore::open(shared.path(), now).await.unwrap();
    let single = SqliteStore::open_in_groups(alone.path(), now, 1).await;
    let (single, tables) = (
        single.unwrap(),
        SqliteStore::open(usual.path(), now).await.unwrap(),
    );
    let file = usual.path().join(server::store::FILE);
    let ways = Ways {
        store: Arc::new(grouped.clone()),
        single: Some(Arc::new(single.clone())),
        tables: Arc::new(tables),
        pool: Pool::of_sqlite(&file, CALLERS.into()).await,
    };
    submissions::compare("sqlite", ways, now).await;
    grouped.close().await;
    single.close().await;
}

async fn submissions_on_postgres(cluster: &Cluster, now: Time) {
    let store = PgStore::open(&cluster.database().await, now).await.unwrap();
    let name = cluster.create("").await;
    let address = cluster.address(&name);
    let tables = PgStore::open(&address.parse().unwrap(), now).await.unwrap();
    let ways = Ways {
        store: Arc::new(store.clone()),
        single: None,
        tables: Arc::new(tables.clone()),
        pool: Pool::of_postgres(&address, CALLERS.into()).await,
    };
    submissions::compare("postgres", ways, now).await;
    store.close().await;
    tables.close().await;
}

async fn lists_on_sqlite(town: &Town, now: Time) {
    let folder = folder();
    let store = SqliteStore::open(folder.path(), now).await.unwrap();
    seed::people(&store, now).await;
    store.close().await;
    let file = folder.path().join(server::store::FILE);
    seed::sqlite(&file, town).await;
    let store = SqliteStore::open(folder.path(), now).await.unwrap();
    let kept: Arc<dyn Store> = Arc::new(store.clone());
    let searched = lists::measure("sqlite", &*kept, town).await;
    store.close().await;
    likes::on_sqlite(&file, town, searched).await;
}

async fn lists_on_postgres(cluster: &Cluster, town: &Town, now: Time) {
    let address = cluster.address(&cluster.create("").await);
    let store = PgStore::open(&address.parse().unwrap(), now).await.unwrap();
    seed::people(&store, now).await;
    seed::postgres(&address, town).await;
    let kept: Arc<dyn Store> = Arc::new(store.clone());
    let searched = lists::measure("postgres", &*kept, town).await;
    store.close().await;
    likes::on_postgres(&address, town, searched).await;
}
