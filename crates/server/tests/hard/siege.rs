//! A crowd of slow and broken clients, signed in and not, at a server on SQLite, and what that does to somebody else's work.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use backend::fixed::AsTheyAre;
use backend::store::Store;
use server::http::Limits;
use server::store::{Place, open};
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use tokio::task::JoinSet;

use super::house::{cookie, draft, now, plant, router_over, upload};
use super::pdfs;
use super::running::{HOSTILE, Running, connect};

/// How often somebody does their work. It is well within what one session may ask.
const WORK: Duration = Duration::from_millis(120);
/// How often a slow client says something more.
const CRUMB: Duration = Duration::from_millis(200);

/// A server on SQLite, with somebody at work there, and with what the crowd knows of it.
struct Town {
    server: Running,
    /// The session and the draft of whoever works.
    session: String,
    draft: String,
    crowd: Arc<Crowd>,
    _folder: TempDir,
}

/// What those know who do harm: they are signed in too, and have a long file.
struct Crowd {
    address: SocketAddr,
    session: String,
    draft: String,
    file: String,
    keys: AtomicU64,
}

impl Town {
    async fn new(around: impl FnOnce(Router) -> Router) -> Town {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        let store: Arc<dyn Store> = open(&place, now()).await.unwrap().store();
        plant(&*store).await;
        let limits = Limits::default();
        // What making files anew costs is not looked at here.
        let router = router_over(store, "127.0.0.1:8400", limits, Arc::new(AsTheyAre));
        let (session, theirs) = (
            cookie(&router, "harin").await,
            cookie(&router, "harin").await,
        );
        let draft = draft(&router, &session).await;
        let long = pdfs::pdf(&vec![b'\n'; 9 * 1024 * 1024]);
        let file = upload(&router, &theirs, &draft, &long).await;
        let server = Running::over(around(router), limits.wire(0)).await;
        let crowd = Crowd {
            address: server.address,
            session: theirs,
            draft: draft.clone(),
            file,
            keys: AtomicU64::new(0),
        };
        Town {
            server,
            session,
            draft,
            crowd: Arc::new(crowd),
            _folder: folder,
        }
    }

    /// Reads an application and saves it as it is; how long either took.
    async fn work(&self) -> [Duration; 2] {
        let (session, draft) = (&self.session, &self.draft);
        let begun = Instant::now();
        let head = format!("GET {draft} HTTP/1.1\r\nCookie: {session}");
        let read = self.server.ask(&head, "").await;
        let reading = begun.elapsed();
        assert!(read.starts_with("HTTP/1.1 200"), "{read}");
        let (head, body) = read.split_once("\r\n\r\n").unwrap();
        let version = head
            .lines()
            .find_map(|line| line.strip_prefix("etag: "))
            .unwrap();
        let detail: serde_json::Value = serde_json::from_str(body).unwrap();
        let form = detail["application"]["form"].to_string();
        let begun = Instant::now();
        let head = format!(
            "PUT {draft}/form HTTP/1.1\r\nCookie: {session}\r\nIf-Match: {version}\r\nContent-Type: application/json"
        );
        let saved = self.server.ask(&head, &form).await;
        assert!(saved.starts_with("HTTP/1.1 200"), "{saved}");
        [reading, begun.elapsed()]
    }
}

/// One client that does harm by taking its time; it ends when the connection does.
async fn crawl(crowd: Arc<Crowd>, kind: u64) {
    let Ok(mut stream) = connect(crowd.address, HOSTILE).await else {
        return;
    };
    let (session, draft, file) = (&crowd.session, &crowd.draft, &crowd.file);
    let key = crowd.keys.fetch_add(1, Ordering::Relaxed);
    let (start, crumb): (String, &[u8]) = match kind % 7 {
        0 => ("GET / HTTP/1.1\r\nHost: localhost\r\n".into(), b"a: b\r\n"),
        1 => ("POST /auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{".into(), b"x"),
        2 => ("POST /auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n".into(), b"1\r\nx\r\n"),
        3 => ("\x16\x03\x01garbage".into(), b"x"),
        4 => ("GET /auth/personas HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(2), b"x"),
        // Files that never come whole, and files that nobody takes.
        5 => (format!("POST {draft}/evidence?name=x.pdf HTTP/1.1\r\nHost: localhost\r\nCookie: {session}\r\nIdempotency-Key: key-slow-{key:08}\r\nContent-Type: application/pdf\r\nContent-Length: 5000000\r\n\r\n%PDF-"), b"x"),
        _ => (format!("GET {file} HTTP/1.1\r\nHost: localhost\r\nCookie: {session}\r\n\r\n"), b"x"),
    };
    if stream.write_all(start.as_bytes()).await.is_err() {
        return;
    }
    let mut tick = tokio::time::interval(CRUMB);
    loop {
        tick.tick().await;
        if stream.write_all(crumb).await.is_err() {
            return;
        }
    }
}

/// How long work took, all of it in order.
#[derive(Default)]
struct Took(Vec<Duration>);

impl Took {
    /// The time that so many of a thousand stay below.
    fn of_1000(&self, of: usize) -> Duration {
        self.0[(self.0.len() * of / 1000).min(self.0.len() - 1)]
    }

    fn sorted(mut self) -> Took {
        self.0.sort();
        self
    }

    fn figures(&self) -> String {
        let [median, p99, max] = [500, 990, 1000].map(|of| self.of_1000(of));
        format!("{median:.1?}, {p99:.1?}, {max:.1?}")
    }
}

/// So many who do harm all the time, for so long, at one of two servers; how long the same work took at the calm one and at that one.
async fn under_siege(time: Duration, crowd: usize, here: Town) -> [(Took, Took); 2] {
    let calm = Town::new(|router| router).await;
    let mut crawling = JoinSet::new();
    let (mut next, mut at_rest, mut besieged) =
        (0, [const { Vec::new() }; 2], [const { Vec::new() }; 2]);
    let begun = Instant::now();
    let mut tick = tokio::time::interval(WORK);
    while begun.elapsed() < time {
        while crawling.try_join_next().is_some() {}
        while crawling.len() < crowd {
            crawling.spawn(crawl(Arc::clone(&here.crowd), next));
            next += 1;
        }
        tick.tick().await;
        for (town, took) in [(&calm, &mut at_rest), (&here, &mut besieged)] {
            for (one, all) in town.work().await.into_iter().zip(took) {
                all.push(one);
            }
        }
    }
    crawling.shutdown().await;
    println!(
        "measured | slow, broken and greedy clients in {time:?} | {next}\nmeasured | readings and changes of others meanwhile, none failed | {}",
        2 * besieged[0].len()
    );
    let [[calm_reads, calm_writes], [reads, writes]] =
        [at_rest, besieged].map(|both| both.map(|all| Took(all).sorted()));
    calm.server.stop().await;
    here.server.stop().await;
    [(calm_reads, reads), (calm_writes, writes)]
}

/// Whether the slowest of a hundred are about as fast as without the crowd. There is room for a machine that is busy with this very
/// crowd: harm would be a wait for one of them, of seconds.
fn is_unharmed(both: &[(Took, Took); 2]) -> bool {
    let harmless = ["reading", "change"].iter().zip(both).map(|(what, (calm, besieged))| {
        println!(
            "measured | {what}: median, 99 of 100 and slowest at a calm server | {}\nmeasured | {what}: the same at the besieged one | {}",
            calm.figures(),
            besieged.figures()
        );
        besieged.of_1000(990) < calm.of_1000(990) * 3 + Duration::from_millis(500)
    });
    // Both are looked at, and printed.
    harmless.filter(|is_harmless| !is_harmless).count() == 0
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_and_broken_clients_do_not_slow_others() {
    let town = Town::new(|router| router).await;
    assert!(is_unharmed(
        &under_siege(Duration::from_secs(3), 150, town).await
    ));
}

/// The bad twin: a server where one request of twenty waits is found, though the median is as it was.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_where_few_wait_is_found() {
    static ASKED: AtomicU64 = AtomicU64::new(0);
    async fn now_and_then(request: Request, next: Next) -> axum::response::Response {
        if ASKED.fetch_add(1, Ordering::Relaxed) % 20 == 19 {
            tokio::time::sleep(Duration::from_secs(4)).await;
        }
        next.run(request).await
    }
    let town = Town::new(|router| router.layer(from_fn(now_and_then))).await;
    let both = under_siege(Duration::from_secs(3), 5, town).await;
    assert!(!is_unharmed(&both));
}

/// The long version: `cargo test -p server --test hard -- --ignored siege --nocapture`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute; the soak runs it"]
async fn a_siege_of_half_a_minute_does_not_slow_others() {
    let town = Town::new(|router| router).await;
    assert!(is_unharmed(
        &under_siege(Duration::from_secs(30), 150, town).await
    ));
}
