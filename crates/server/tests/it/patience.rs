//! PostgreSQL and time: a host that vanishes without a word, bytes that wait for their record, answers that are old.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use backend::store::{Change, CommitError, Store as _};
use server::store::{DatabaseUrl, Patience, PgStore};
use sqlx::{Connection as _, Executor as _};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, UnixStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::cluster::{Cluster, cluster};
use crate::postgres::{connect, fresh, open, run, until_waiting};
use crate::{answered, app, batch, evidence, now, with_file};

/// Connections of one server.
const CONNECTIONS: i64 = 16;

/// A way to a database that can be cut without anybody hanging up, as when a cable is pulled. New connections get through.
struct Line {
    address: SocketAddr,
    /// How often it was cut: whatever was connected before then is stuck.
    cuts: watch::Sender<usize>,
}

impl Line {
    async fn to(cluster: &Cluster) -> Line {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (address, socket) = (listener.local_addr().unwrap(), cluster.socket());
        let (cuts, mut cut) = watch::channel(0);
        tokio::spawn(async move {
            loop {
                let (mut here, _) = listener.accept().await.unwrap();
                let mut there = UnixStream::connect(&socket).await.unwrap();
                let mut cut = {
                    cut.borrow_and_update();
                    cut.clone()
                };
                tokio::spawn(async move {
                    tokio::select! {
                        _ = copy_bidirectional(&mut here, &mut there) => {}
                        _ = cut.changed() => {
                            // Both ends are open, and nothing comes out of either.
                            std::future::pending::<()>().await;
                        }
                    }
                });
            }
        });
        Line { address, cuts }
    }

    fn cut(&self) {
        self.cuts.send_modify(|cuts| *cuts += 1);
    }
}

#[tokio::test]
async fn a_database_behind_a_line_that_is_cut_is_found_again_and_let_go_of() {
    const IMPATIENT: Patience = Patience {
        sender: Duration::from_millis(600),
        write: Duration::from_millis(600),
        close: Duration::from_millis(600),
        ..Patience::USUAL
    };
    let name = cluster().create("").await;
    let line = Line::to(cluster()).await;
    let url: DatabaseUrl = format!("postgres://syncdesk@{}/{name}", line.address)
        .parse()
        .unwrap();
    let store = PgStore::open_patiently(&url, now(), IMPATIENT)
        .await
        .unwrap();
    let put = |n: usize| batch(vec![Change::PutApp(app(n))]);
    store.commit(put(0)).await.unwrap();
    for last in [false, true] {
        let mut conn = connect(&name).await;
        let mut lock = conn.begin().await.unwrap();
        lock.execute("SELECT 1 FROM app FOR UPDATE").await.unwrap();
        let mut writing = JoinSet::new();
        for _ in 0..20 {
            let store = store.clone();
            writing.spawn(async move { store.commit(put(0)).await });
        }
        until_waiting(&name, CONNECTIONS).await;
        line.cut();
        if last {
            // It ends although nobody can say how the writes do.
            let begun = Instant::now();
            store.close().await;
            assert!(
                begun.elapsed() < Duration::from_secs(5),
                "{:?}",
                begun.elapsed()
            );
        }
        for outcome in writing.join_all().await {
            assert!(
                matches!(outcome, Err(CommitError::Unknown(_) | CommitError::Down(_))),
                "{outcome:?}"
            );
        }
        drop(lock);
        drop(conn);
        if !last {
            // All connections were stuck, and none of them is asked any more.
            store.commit(put(1)).await.unwrap();
            assert_eq!(store.app(&app(1).id).await.unwrap(), Some(app(1)));
        }
    }
}

#[tokio::test]
async fn bytes_that_nothing_refers_to_are_forgotten_after_a_while_and_others_are_not() {
    let name = cluster().create("").await;
    let patience = Patience {
        bytes: Duration::from_millis(20),
        ..Patience::USUAL
    };
    let url: DatabaseUrl = cluster().address(&name).parse().unwrap();
    let store = PgStore::open_patiently(&url, now(), patience)
        .await
        .unwrap();
    let (kept, left) = (evidence("ev_kept"), evidence("ev_left"));
    store.commit(batch(with_file(&kept))).await.unwrap();
    for file in [&kept, &left] {
        store.put_file_bytes(&file.id, vec![1, 2, 3]).await.unwrap();
    }
    while store.file_bytes(&left.id).await.unwrap().is_some() {}
    assert!(store.file_bytes(&kept.id).await.unwrap().is_some());
}

#[tokio::test]
async fn old_answers_go_however_many_there_are() {
    let (name, store) = fresh().await;
    let many = "INSERT INTO answer SELECT 'harin', 'old' || n, '', 200, 0, '', 0 FROM generate_series(1, 450) AS n";
    run(&name, many).await;
    let young = answered("young");
    store.commit(young.clone()).await.unwrap();
    store.close().await;
    open(&cluster().address(&name)).await;
    let mut conn = connect(&name).await;
    let left: Vec<String> = sqlx::query_scalar("SELECT answer_key FROM answer")
        .fetch_all(&mut conn)
        .await
        .unwrap();
    assert_eq!(left, ["young"]);
}
