//! The server is killed in the middle of its work, again and again, and started again over what is left. Clients keep books of what
//! was acknowledged to them; an independent comparison finds everything of it there, nothing twice and nothing half.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::home::{Home, Kind};
use crate::ledger::{CHANNELS, Desk, Ledger};
use crate::place::left;
use crate::support::Cluster;
use crate::town::{self, OWNER};
use crate::trouble::children;
use crate::wire::{Server, Wire};
use crate::{amount, measured, seed};

/// What was away is back; so long may it take until that is noticed.
const BACK: Duration = Duration::from_secs(20);
/// Kills in the short version, for each database.
const KILLS: usize = 3;
/// Clients at the same time.
const CLIENTS: usize = 5;
/// Acknowledgements after which it is killed, at most.
const LIFE: usize = 80;
/// The moment of a kill is up to so long after an acknowledgement; microseconds.
const LATE: usize = 4_000;

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_server_is_killed() {
    for kind in Kind::DURABLE {
        let home = home(*kind).await;
        let mut chance = Chance::new(seed());
        let mut server = Server::start(&home);
        let mut ledgers = begin(&server);
        let (kills, mut slowest) = (amount("KILLS", KILLS), Duration::ZERO);
        for _ in 0..kills {
            ledgers = live(&server.address.clone(), ledgers, &mut chance, || {
                server.kill();
            });
            let begun = Instant::now();
            server = Server::start(&home);
            slowest = slowest.max(begun.elapsed());
            compare(&server, &mut ledgers);
        }
        assert_eq!(server.stop(), Some(0));
        let acknowledged: usize = ledgers.iter().map(|ledger| ledger.acknowledged).sum();
        let wrong: Vec<String> = ledgers
            .into_iter()
            .flat_map(|ledger| ledger.wrong)
            .collect();
        let violations = left(&home, acknowledged).await;
        let name = kind.name();
        measured(&format!("kill -9 on {name}: kills"), kills);
        measured(
            &format!("kill -9 on {name}: acknowledged writes"),
            acknowledged,
        );
        measured(&format!("kill -9 on {name}: lost or half"), wrong.len());
        measured(
            &format!("kill -9 on {name}: slowest start, ms"),
            slowest.as_millis(),
        );
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
        measured(
            &format!("kill -9 on {name}: violations, the record's chain included"),
            violations.len(),
        );
        assert!(violations.is_empty(), "{name}: {violations:#?}");
        assert!(
            acknowledged > kills,
            "{name}: only {acknowledged} writes were acknowledged"
        );
    }
}

#[tokio::test]
async fn a_file_from_before_the_last_writes_is_found() {
    let home = home(Kind::Sqlite).await;
    let server = Server::start(&home);
    let ledgers = begin(&server);
    assert_eq!(server.stop(), Some(0));
    let old = tempfile::tempdir().unwrap();
    copy(home.path(), old.path());
    let server = Server::start(&home);
    let address = server.address.clone();
    let ledgers = live(&address, ledgers, &mut Chance::new(seed()), || {
        server.kill();
    });
    fs::remove_dir_all(home.path()).unwrap();
    copy(old.path(), home.path());
    let mut ledgers = ledgers;
    compare(&Server::start(&home), &mut ledgers);
    let wrong: Vec<String> = ledgers
        .into_iter()
        .flat_map(|ledger| ledger.wrong)
        .collect();
    for what in ["lost: a draft", "lost: links", "lost: an answer"] {
        assert!(
            wrong.iter().any(|one| one.starts_with(what)),
            "{what} is not found: {wrong:#?}"
        );
    }
}

/// The database itself crashes, or all of its processes but the first are killed: the server stays, and finds it again.
#[tokio::test]
async fn nothing_acknowledged_is_lost_when_postgresql_crashes() {
    let settings = ["fsync=on", "synchronous_commit=on"];
    let cluster: &'static Cluster = Box::leak(Box::new(Cluster::start(&settings)));
    let home = settle(Home::in_cluster(cluster).await).await;
    let mut chance = Chance::new(seed());
    let server = Server::start(&home);
    let mut ledgers = begin(&server);
    let crashes = amount("KILLS", KILLS);
    for n in 0..crashes {
        ledgers = live(&server.address, ledgers, &mut chance, || {
            if n % 2 == 0 {
                return cluster.crash();
            }
            for process in children(cluster) {
                // The others end by themselves when one was killed.
                let _ = Command::new("kill").args(["-KILL", &process]).output();
            }
        });
        if n % 2 == 0 {
            cluster.start_again();
        }
        until_back(&server);
        compare(&server, &mut ledgers);
    }
    assert_eq!(server.stop(), Some(0));
    let acknowledged: usize = ledgers.iter().map(|ledger| ledger.acknowledged).sum();
    let wrong: Vec<String> = ledgers.into_iter().flat_map(|one| one.wrong).collect();
    let violations = left(&home, acknowledged).await;
    measured("PostgreSQL crashed: crashes", crashes);
    measured("PostgreSQL crashed: acknowledged writes", acknowledged);
    measured("PostgreSQL crashed: lost or half", wrong.len());
    measured("PostgreSQL crashed: violations", violations.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(violations.is_empty(), "{violations:#?}");
    assert!(acknowledged > crashes, "only {acknowledged}");
}

/// Returns when somebody can sign in again.
fn until_back(server: &Server) {
    let begun = Instant::now();
    let is_in = || Wire::open(&server.address, OWNER).is_ok_and(|wire| wire.status == 200);
    while !is_in() {
        assert!(
            begun.elapsed() < BACK,
            "the database is back, and nobody gets in"
        );
    }
}

/// A town with a brand for each client.
async fn home(kind: Kind) -> Home {
    settle(Home::lasting(kind).await).await
}

async fn settle(home: Home) -> Home {
    let mut changes = town::people();
    for brand in 0..CLIENTS {
        changes.extend(town::brand(brand, CHANNELS, true));
    }
    home.prepare(changes).await;
    home
}

fn begin(server: &Server) -> Vec<Ledger> {
    let begin = |brand| {
        let mut desk = Desk::open(&server.address).unwrap();
        Ledger::begin(brand, seed(), &mut desk).unwrap()
    };
    (0..CLIENTS).map(begin).collect()
}

/// Everybody works until something is killed, a moment after some acknowledgement.
fn live(
    address: &str,
    ledgers: Vec<Ledger>,
    chance: &mut Chance,
    kill: impl FnOnce(),
) -> Vec<Ledger> {
    let (sender, acknowledged) = mpsc::channel();
    let killed = Arc::new(AtomicBool::new(false));
    let clients: Vec<_> = ledgers
        .into_iter()
        .map(|mut ledger| {
            let (sender, address, killed) = (sender.clone(), address.to_owned(), killed.clone());
            thread::spawn(move || {
                if let Ok(mut desk) = Desk::open(&address) {
                    ledger.work(&mut desk, &|| {
                        // Whoever counts has stopped counting when the kill is near.
                        let _ = sender.send(());
                        // A database that is back at once may have failed all others, and never this one.
                        !killed.load(Ordering::Relaxed)
                    });
                }
                ledger
            })
        })
        .collect();
    drop(sender);
    for _ in 0..CLIENTS + chance.below(LIFE) {
        acknowledged.recv().unwrap();
    }
    let late = u64::try_from(chance.below(LATE)).unwrap();
    let moment = Instant::now() + Duration::from_micros(late);
    while let Some(left) = moment.checked_duration_since(Instant::now()) {
        // What comes in meanwhile does not matter.
        let _ = acknowledged.recv_timeout(left);
    }
    kill();
    killed.store(true, Ordering::Relaxed);
    clients
        .into_iter()
        .map(|client| client.join().unwrap())
        .collect()
}

fn compare(server: &Server, ledgers: &mut [Ledger]) {
    for ledger in ledgers {
        let mut desk = Desk::open(&server.address).unwrap();
        ledger.compare(&mut desk).unwrap();
    }
}

/// A folder with everything in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}
