//! Slow and broken clients on real sockets. They come from 127.0.0.2; everybody else, from 127.0.0.1, must not notice.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use server::http::{Limits, Wire, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};

use super::house::router;

struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<()>,
}

impl Running {
    /// The server on a free port; headers and answers have that long.
    async fn start(time: Duration) -> Running {
        Running::with(Limits::default(), time).await
    }

    async fn with(limits: Limits, time: Duration) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let wire = Wire {
            head_time: time,
            answer_time: time,
            ..limits.wire(0)
        };
        let (stop, stopped) = oneshot::channel::<()>();
        let told = async { stopped.await.unwrap_or_default() };
        let serving = tokio::spawn(serve(
            listener,
            router("127.0.0.1:8400", limits),
            wire,
            told,
        ));
        Running {
            address,
            stop: Some(stop),
            serving,
        }
    }

    async fn connect_from(&self, from: Ipv4Addr) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((from, 0).into()).unwrap();
        socket.connect(self.address).await.unwrap()
    }

    async fn hostile(&self) -> TcpStream {
        self.connect_from(Ipv4Addr::new(127, 0, 0, 2)).await
    }

    /// Everything that comes back for these bytes, until the server closes.
    async fn say(&self, bytes: &[u8]) -> String {
        let mut stream = self.hostile().await;
        // It may close in the middle of what is said; what it answered is what counts.
        let _ = stream.write_all(bytes).await;
        let mut heard = Vec::new();
        let _ = stream.read_to_end(&mut heard).await;
        String::from_utf8_lossy(&heard).into_owned()
    }

    /// How long an ordinary request takes.
    async fn ordinary(&self) -> Duration {
        let begun = Instant::now();
        let mut stream = self.connect_from(Ipv4Addr::LOCALHOST).await;
        let ask = b"GET /auth/personas HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        stream.write_all(ask).await.unwrap();
        let mut heard = String::new();
        stream.read_to_string(&mut heard).await.unwrap();
        assert!(heard.starts_with("HTTP/1.1 200"), "{heard}");
        begun.elapsed()
    }

    async fn stop(mut self) {
        drop(self.stop.take());
        self.serving.await.unwrap();
    }
}

const SHORT: Duration = Duration::from_millis(400);

#[tokio::test]
async fn broken_requests_are_refused_and_the_connection_ends() {
    let server = Running::start(SHORT).await;
    let long = |n: usize| "x".repeat(n);
    let many = "h: x\r\n".repeat(200);
    for (what, request, wanted) in [
        ("nonsense", "\x16\x03\x01\x02\0\x01\0\x01\u{fc}\x03\x03\r\n\r\n".to_owned(), "400"),
        ("another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(), "400"),
        ("a space in the path", "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n".to_owned(), "400"),
        ("a line end in a name", "GET / HTTP/1.1\r\nHost: localhost\r\nA\rB: x\r\n\r\n".to_owned(), "400"),
        ("no colon", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n".to_owned(), "400"),
        ("a space before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n".to_owned(), "400"),
        ("a folded line", "GET / HTTP/1.1\r\nHost: localhost\r\nA: b\r\n c\r\n\r\n".to_owned(), "400"),
        ("a zero byte", "GET / HTTP/1.1\r\nHost: localhost\r\nA: \0\r\n\r\n".to_owned(), "400"),
        ("many headers", format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n"), "431"),
        ("a long header", format!("GET / HTTP/1.1\r\nHost: localhost\r\nA: {}\r\n\r\n", long(300_000)), "431"),
        ("a long path", format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", long(300_000)), "414"),
        ("two lengths", "POST /auth/sign-out HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd".to_owned(), "400"),
        ("a length that is none", "POST /auth/sign-out HTTP/1.1\r\nHost: localhost\r\nContent-Length: +3\r\n\r\nabc".to_owned(), "400"),
        ("a coding that is none", "POST /auth/sign-out HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n".to_owned(), "400"),
    ] {
        let heard = server.say(request.as_bytes()).await;
        let codes = if wanted == "400" { vec!["400", ""] } else { vec![wanted, "431", "400"] };
        let code = heard.split(' ').nth(1).unwrap_or_default();
        assert!(codes.contains(&code), "{what}: {heard}");
        assert!(!heard.contains("HTTP/1.1 2"), "{what}: {heard}");
        // Those of the parser are bare: nothing in them is for a browser to show.
        if !code.is_empty() {
            assert!(heard.ends_with("\r\n\r\n"), "{what}: {heard}");
            let bare = ["content-length: 0", "connection: close", "date: "];
            let mut headers = heard.trim_end().lines().skip(1);
            assert!(headers.all(|line| bare.iter().any(|one| line.starts_with(one))), "{what}: {heard}");
        }
    }
    let mut bytes =
        b"GET /\xFF\xFE HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".to_vec();
    let heard = server.say(&bytes).await;
    assert!(!heard.starts_with("HTTP/1.1 200"), "{heard}");
    bytes.extend_from_slice(b"\r\n");
    server.ordinary().await;
    server.stop().await;
}

/// A request hidden in another's body, as one server sees it and another in front of it does not.
#[tokio::test]
async fn no_request_is_smuggled_in_the_body_of_another() {
    let server = Running::start(SHORT).await;
    let hidden = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (what, framing) in [
        (
            "length and coding",
            format!(
                "Content-Length: {}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}",
                5 + hidden.len()
            ),
        ),
        (
            "coding and length",
            format!(
                "Transfer-Encoding: chunked\r\nContent-Length: {}\r\n\r\n0\r\n\r\n{hidden}",
                5 + hidden.len()
            ),
        ),
        (
            "coding twice",
            format!(
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n{hidden}"
            ),
        ),
        (
            "two lengths",
            format!(
                "Content-Length: 0\r\nContent-Length: {}\r\n\r\n{hidden}",
                hidden.len()
            ),
        ),
        (
            "a bare line feed in a chunk",
            format!("Transfer-Encoding: chunked\r\n\r\n0\n\n{hidden}"),
        ),
        (
            "a chunk's size that overflows",
            format!("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{hidden}"),
        ),
    ] {
        let heard = server
            .say(format!("POST /auth/sign-out HTTP/1.1\r\nHost: localhost\r\n{framing}").as_bytes())
            .await;
        assert!(
            !heard.contains("\r\n\r\nok"),
            "{what} was answered:\n{heard}"
        );
    }
    // The control: two requests in a row that are no trick are both answered.
    let both = format!("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n{hidden}");
    assert_eq!(
        server
            .say(both.as_bytes())
            .await
            .matches("\r\n\r\nok")
            .count(),
        2
    );
    server.stop().await;
}

#[tokio::test]
async fn headers_that_never_end_and_connections_that_say_nothing_are_closed() {
    let server = Running::start(SHORT).await;
    let begun = Instant::now();
    for start in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\nA: "] {
        let heard = server.say(start.as_bytes()).await;
        assert!(!heard.contains("200 OK"), "{heard}");
    }
    assert!(begun.elapsed() >= SHORT, "it did wait");
    // Half a connection: the question is asked, and then nothing more is said.
    let mut half = server.hostile().await;
    half.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .await
        .unwrap();
    half.shutdown().await.unwrap();
    let mut heard = String::new();
    half.read_to_string(&mut heard).await.unwrap();
    assert!(heard.is_empty() || heard.ends_with("ok"), "{heard}");
    server.stop().await;
}

#[tokio::test]
async fn one_address_cannot_take_all_connections() {
    let server = Running::start(Duration::from_secs(30)).await;
    let most = Limits::default().address_connections;
    let mut held = Vec::new();
    for _ in 0..most {
        held.push(server.hostile().await);
    }
    let mut more = server.hostile().await;
    let mut nothing = Vec::new();
    // Closed or reset: either way nothing is said on it.
    let _ = more.read_to_end(&mut nothing).await;
    assert!(nothing.is_empty());
    server.ordinary().await;
    drop(held);
    server.stop().await;
}

/// One kind of client that does harm by taking its time; it ends when the connection does.
async fn crawl(server: SocketAddr, kind: usize) {
    let socket = TcpSocket::new_v4().unwrap();
    socket
        .bind((Ipv4Addr::new(127, 0, 0, 2), 0).into())
        .unwrap();
    let Ok(mut stream) = socket.connect(server).await else {
        return;
    };
    let start: &[u8] = match kind % 5 {
        0 => b"GET / HTTP/1.1\r\nHost: localhost\r\n",
        1 => b"POST /auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
        2 => b"POST /auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        3 => b"\x16\x03\x01garbage",
        _ => b"GET /auth/personas HTTP/1.1\r\nHost: localhost\r\n\r\nGET /auth/personas HTTP/1.1\r\nHost: localhost\r\n\r\n",
    };
    let crumb: &[u8] = match kind % 5 {
        0 => b"a: b\r\n",
        2 => b"1\r\nx\r\n",
        _ => b"x",
    };
    if stream.write_all(start).await.is_err() {
        return;
    }
    let mut tick = tokio::time::interval(Duration::from_millis(200));
    loop {
        tick.tick().await;
        if stream.write_all(crumb).await.is_err() {
            return;
        }
    }
}

/// So many slow and broken clients all the time, for so long; how long ordinary requests took meanwhile at the median: at a server that
/// nobody besieges, and at the besieged one.
async fn under_siege(time: Duration, crowd: usize) -> (Duration, Duration) {
    let (calm, server) = (Running::start(SIEGE).await, Running::start(SIEGE).await);
    let mut crawling = JoinSet::new();
    let (mut next, mut elsewhere, mut here) = (0, Vec::new(), Vec::new());
    let begun = Instant::now();
    // Ordinary requests come well within what one address may ask.
    let mut tick = tokio::time::interval(Duration::from_millis(120));
    while begun.elapsed() < time {
        while crawling.try_join_next().is_some() {}
        while crawling.len() < crowd {
            crawling.spawn(crawl(server.address, next));
            next += 1;
        }
        tick.tick().await;
        elsewhere.push(calm.ordinary().await);
        here.push(server.ordinary().await);
    }
    crawling.shutdown().await;
    let asked = here.len();
    calm.stop().await;
    server.stop().await;
    println!(
        "measured | slow and broken clients in {time:?} | {next}\nmeasured | ordinary requests meanwhile, none failed | {asked}"
    );
    let median = |mut all: Vec<Duration>| {
        all.sort();
        all[all.len() / 2]
    };
    (median(elsewhere), median(here))
}

/// How long headers and answers may take during a siege.
const SIEGE: Duration = Duration::from_secs(2);

fn is_unharmed((elsewhere, here): (Duration, Duration)) {
    println!(
        "measured | median at a calm server and at the besieged one | {elsewhere:?}, {here:?}"
    );
    // Room for a busy machine: what would be harm is a wait for one of the slow, of seconds.
    assert!(
        here < elsewhere * 10 + Duration::from_millis(200),
        "{elsewhere:?} {here:?}"
    );
}

/// The bad twin: without its limits the same crowd takes every place, and nobody else gets in.
#[tokio::test]
async fn without_limits_the_same_crowd_shuts_others_out() {
    let limits = Limits {
        connections: 100,
        ..Limits::off()
    };
    let server = Running::with(limits, Duration::from_mins(5)).await;
    let mut crawling = JoinSet::new();
    let mut held = Vec::new();
    for kind in 0..100 {
        held.push(server.hostile().await);
        crawling.spawn(crawl(server.address, kind * 5));
    }
    let waited = tokio::time::timeout(Duration::from_millis(500), server.ordinary()).await;
    assert!(waited.is_err(), "somebody got in");
    drop(held);
    crawling.shutdown().await;
    server.ordinary().await;
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_and_broken_clients_do_not_slow_others() {
    is_unharmed(under_siege(Duration::from_secs(2), 150).await);
}

/// The long version: `cargo test -p server --test hard -- --ignored siege --nocapture`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute; the soak runs it"]
async fn a_siege_of_half_a_minute_does_not_slow_others() {
    is_unharmed(under_siege(Duration::from_secs(30), 150).await);
}
