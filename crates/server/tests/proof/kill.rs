//! The server is killed in the middle of its work, again and again, and started again over what is left. Clients keep books of what
//! was acknowledged to them; an independent comparison finds everything of it there, nothing twice and nothing half.

use std::fs;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::home::{Home, Kind};
use crate::ledger::{CHANNELS, Desk, Ledger};
use crate::place::left;
use crate::wire::Server;
use crate::{amount, measured, seed, town};

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
            ledgers = live(server, ledgers, &mut chance);
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
    let ledgers = live(Server::start(&home), ledgers, &mut Chance::new(seed()));
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

/// A town with a brand for each client.
async fn home(kind: Kind) -> Home {
    let home = Home::lasting(kind).await;
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

/// Everybody works until the server is killed, a moment after some acknowledgement.
fn live(server: Server, ledgers: Vec<Ledger>, chance: &mut Chance) -> Vec<Ledger> {
    let (sender, acknowledged) = mpsc::channel();
    let clients: Vec<_> = ledgers
        .into_iter()
        .map(|mut ledger| {
            let (sender, address) = (sender.clone(), server.address.clone());
            thread::spawn(move || {
                if let Ok(mut desk) = Desk::open(&address) {
                    // Whoever counts has stopped counting when the kill is near.
                    ledger.work(&mut desk, &|| {
                        let _ = sender.send(());
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
    server.kill();
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
