//! What a server meets in real life: a full disk, a database that is gone or held by somebody else, clients that hang up. Who asks
//! meanwhile is told to come again; nothing is half; and afterwards everything goes on without anybody doing anything.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use sqlx::{Connection as _, Executor as _, SqliteConnection};

use crate::chance::Chance;
use crate::home::{Home, Kind};
use crate::ledger::{CHANNELS, Desk, Ledger};
use crate::place::left;
use crate::support::Cluster;
use crate::wire::{Server, signal};
use crate::{amount, measured, seed, town};

/// Requests that are cut off in the short version, for each database.
const CUTS: usize = 60;
/// A full disk, or one who holds the lock, has to show within so many writes.
const WRITES: usize = 3_000;
/// What was away is back; so long may it take until that is noticed.
const BACK: Duration = Duration::from_secs(20);
/// So long may somebody wait to hear that the database is gone.
const SAID: Duration = Duration::from_secs(12);

async fn town(home: &Home) {
    let mut changes = town::people();
    changes.extend(town::brand(0, CHANNELS, true));
    home.prepare(changes).await;
}

/// A server over a town, with a client that has begun.
fn begin(home: &Home) -> (Server, Desk, Ledger) {
    begin_at(Server::start(home))
}

fn begin_at(server: Server) -> (Server, Desk, Ledger) {
    let mut desk = Desk::open(&server.address).unwrap();
    let ledger = Ledger::begin(0, seed(), &mut desk).unwrap();
    (server, desk, ledger)
}

/// Works until somebody is told to come again.
fn until_refused(ledger: &mut Ledger, desk: &mut Desk) {
    for _ in 0..WRITES {
        let (status, again) = ledger.once(desk).unwrap();
        if status == 503 {
            assert!(again.is_some(), "503 without Retry-After");
            return;
        }
    }
    panic!("everything went well, with no room and no lock");
}

/// Works until something goes well again.
fn until_done(ledger: &mut Ledger, desk: &mut Desk) {
    let begun = Instant::now();
    while begun.elapsed() < BACK {
        if ledger.once(desk).unwrap().0 < 300 {
            return;
        }
    }
    panic!("nothing goes well {BACK:?} after the trouble has ended");
}

async fn finish(home: &Home, server: Server, mut desk: Desk, mut ledger: Ledger) {
    ledger.compare(&mut desk).unwrap();
    assert!(ledger.wrong.is_empty(), "{:#?}", ledger.wrong);
    drop(desk);
    assert_eq!(server.stop(), Some(0));
    let violations = left(home, ledger.acknowledged).await;
    assert!(violations.is_empty(), "{violations:#?}");
}

/// A disk that can be filled: a small file system of its own where we may mount one, else a limit on the size of the server's files.
enum Disk<'a> {
    Mounted(&'a Path),
    Limited,
}

impl Disk<'_> {
    fn new(folder: &Path) -> Disk<'_> {
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", "size=12m", "tmpfs"])
            .arg(folder);
        match mount.output() {
            Ok(output) if output.status.success() => Disk::Mounted(folder),
            _ => Disk::Limited,
        }
    }

    fn start(&self, home: &Home) -> Server {
        match self {
            Disk::Mounted(_) => Server::start(home),
            // Without the limit's own signal, as with a full disk, the write fails and the process lives.
            Disk::Limited => {
                Server::start_in(home, &["sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\""])
            }
        }
    }

    fn fill(&self, server: &Server) {
        match self {
            Disk::Mounted(folder) => {
                let mut filler = fs::File::create(folder.join("filler")).unwrap();
                for size in [65_536, 1_024, 1] {
                    while filler.write_all(&vec![7; size]).is_ok() {}
                }
            }
            Disk::Limited => limit(server, "4096"),
        }
    }

    fn free(&self, server: &Server) {
        match self {
            Disk::Mounted(folder) => fs::remove_file(folder.join("filler")).unwrap(),
            Disk::Limited => limit(server, "unlimited"),
        }
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        if let Disk::Mounted(folder) = self {
            // Somebody may still look into it; then it goes when they have gone.
            let _ = Command::new("umount").arg("--lazy").arg(folder).status();
        }
    }
}

fn limit(server: &Server, size: &str) {
    let process = server.process().to_string();
    let done = Command::new("prlimit")
        .args(["--pid", &process, &format!("--fsize={size}:unlimited")])
        .status();
    assert!(done.unwrap().success());
}

/// Files that were not written whole.
fn halves(folder: &Path) -> usize {
    let names = fs::read_dir(folder).unwrap().flat_map(|folder| {
        let files = fs::read_dir(folder.unwrap().path()).unwrap();
        files.map(|file| file.unwrap().path())
    });
    names.filter(|path| path.extension().is_some()).count()
}

#[tokio::test]
async fn a_full_disk_is_said_nothing_is_half_and_room_is_enough_to_go_on() {
    let home = Home::lasting(Kind::Sqlite).await;
    let volume = Disk::new(home.path());
    town(&home).await;
    let (server, mut desk, mut ledger) = begin_at(volume.start(&home));
    for _ in 0..20 {
        ledger.once(&mut desk).unwrap();
    }
    for _ in 0..3 {
        volume.fill(&server);
        until_refused(&mut ledger, &mut desk);
        assert_eq!(halves(&home.path().join("evidence")), 0);
        volume.free(&server);
        ledger.compare(&mut desk).unwrap();
        until_done(&mut ledger, &mut desk);
    }
    finish(&home, server, desk, ledger).await;
}

#[tokio::test]
async fn a_file_that_another_program_writes_to_is_waited_for_and_then_refused() {
    let home = Home::lasting(Kind::Sqlite).await;
    town(&home).await;
    let (server, mut desk, mut ledger) = begin(&home);
    let address = format!("sqlite://{}/syncdesk.sqlite", home.path().display());
    let mut other = SqliteConnection::connect(&address).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let begun = Instant::now();
    until_refused(&mut ledger, &mut desk);
    assert!(
        begun.elapsed() < SAID,
        "it took {:?} to say so",
        begun.elapsed()
    );
    other.execute("ROLLBACK").await.unwrap();
    until_done(&mut ledger, &mut desk);
    finish(&home, server, desk, ledger).await;
}

#[tokio::test]
async fn a_database_that_is_gone_is_said_and_found_again_when_it_is_back() {
    let cluster: &'static Cluster = Box::leak(Box::new(Cluster::start(&["fsync=on"])));
    let home = Home::in_cluster(cluster).await;
    town(&home).await;
    let (server, mut desk, mut ledger) = begin(&home);
    let mut longest = Duration::ZERO;
    for frozen in [false, true, false] {
        until_done(&mut ledger, &mut desk);
        let processes = if frozen { freeze(cluster) } else { Vec::new() };
        if !frozen {
            cluster.crash();
        }
        for _ in 0..3 {
            let begun = Instant::now();
            until_refused(&mut ledger, &mut desk);
            longest = longest.max(begun.elapsed());
        }
        if frozen {
            for process in processes {
                signal("CONT", process);
            }
        } else {
            cluster.start_again();
        }
        until_done(&mut ledger, &mut desk);
    }
    measured(
        "PostgreSQL gone: longest wait for the refusal, ms",
        longest.as_millis(),
    );
    assert!(longest < SAID, "it took {longest:?} to say so");
    finish(&home, server, desk, ledger).await;
}

/// Every process of a cluster but the first.
pub(crate) fn children(cluster: &Cluster) -> Vec<String> {
    let first = cluster.process();
    let children = Command::new("pgrep").args(["-P", &first]).output().unwrap();
    let children = String::from_utf8(children.stdout).unwrap();
    children.lines().map(str::to_owned).collect()
}

/// Stops every process of a cluster where it stands, as a machine that hangs does.
fn freeze(cluster: &Cluster) -> Vec<String> {
    let mut all = vec![cluster.process()];
    all.extend(children(cluster));
    for process in &all {
        signal("STOP", process);
    }
    all
}

#[tokio::test]
async fn whoever_hangs_up_has_done_all_of_it_or_nothing() {
    for kind in Kind::DURABLE {
        let home = Home::new(*kind).await;
        town(&home).await;
        let (server, mut desk, mut ledger) = begin(&home);
        let mut chance = Chance::new(seed());
        let cuts = amount("CUTS", CUTS);
        for cut in 0..cuts {
            // Half of them hang up when they have said everything and wait for the answer.
            let part = if cut % 2 == 0 {
                1_000
            } else {
                chance.below(1_000)
            };
            ledger.hang_up(&mut desk, part).unwrap();
            // The same with the same key: the comparison sends it and looks whether it happened once.
            ledger.compare(&mut desk).unwrap();
            ledger.once(&mut desk).unwrap();
        }
        measured(&format!("connections cut on {}", kind.name()), cuts);
        finish(&home, server, desk, ledger).await;
        home.end().await;
    }
}
