//! Slow and broken clients on real sockets, one kind at a time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use backend::fixed::AsTheyAre;
use server::http::{Limits, Wire};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::task::JoinSet;

use super::house::{cookie, draft, router_with, upload};
use super::pdfs;
use super::running::Running;

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
        ("no host", "GET / HTTP/1.1\r\n\r\n".to_owned(), "400"),
        ("two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n".to_owned(), "400"),
        ("a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n".to_owned(), "400"),
        ("an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n".to_owned(), "400"),
        ("a host with a name in it", "GET / HTTP/1.1\r\nHost: a@localhost\r\n\r\n".to_owned(), "400"),
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

/// The bad twin: without its limits the same crowd takes every place, and nobody else gets in.
#[tokio::test]
async fn without_limits_the_same_crowd_shuts_others_out() {
    let limits = Limits {
        connections: 100,
        ..Limits::off()
    };
    let server = Running::with(limits, Duration::from_mins(5)).await;
    let mut held = Vec::new();
    for _ in 0..100 {
        held.push(server.hostile().await);
    }
    let waited = tokio::time::timeout(Duration::from_millis(500), server.ordinary()).await;
    assert!(waited.is_err(), "somebody got in");
    drop(held);
    server.ordinary().await;
    server.stop().await;
}

/// Each file that is handed out is in memory until it was taken.
#[tokio::test]
async fn files_that_nobody_takes_are_few_and_others_get_theirs() {
    let limits = Limits::default();
    let router = router_with("127.0.0.1:8400", limits, Arc::new(AsTheyAre));
    let (greedy, other) = (
        cookie(&router, "harin").await,
        cookie(&router, "harin").await,
    );
    let draft = draft(&router, &other).await;
    let long = pdfs::pdf(&vec![b'\n'; 9 * 1024 * 1024]);
    let file = upload(&router, &other, &draft, &long).await;
    let server = Running::over(router, limits.wire(0)).await;
    let mut asking = JoinSet::new();
    for _ in 0..64 {
        let mut stream = server.hostile().await;
        let ask = format!("GET {file} HTTP/1.1\r\nHost: localhost\r\nCookie: {greedy}\r\n\r\n");
        stream.write_all(ask.as_bytes()).await.unwrap();
        asking.spawn(async move {
            let mut start = [0; 12];
            stream.read_exact(&mut start).await.unwrap();
            (start, stream)
        });
    }
    let mut held = Vec::new();
    while held.len() < 3 {
        let (start, stream) = asking.join_next().await.unwrap().unwrap();
        if &start == b"HTTP/1.1 200" {
            held.push(stream);
        }
    }
    let ask = format!("GET {file} HTTP/1.1\r\nCookie: {other}");
    let taken = server.ask(&ask, "").await;
    assert!(taken.starts_with("HTTP/1.1 200") && taken.len() > long.len());
    while let Some(refused) = asking.join_next().await {
        assert_eq!(&refused.unwrap().0, b"HTTP/1.1 429");
    }
    drop(held);
    let ask = format!("GET {file} HTTP/1.1\r\nCookie: {greedy}");
    assert!(server.ask(&ask, "").await.starts_with("HTTP/1.1 200"));
    server.stop().await;
}

#[tokio::test]
async fn connections_to_the_metrics_that_say_nothing_are_closed() {
    let page = server::telemetry::page(Arc::default());
    let wire = Wire {
        head_time: SHORT,
        ..Wire::small()
    };
    let server = Running::over(page, wire).await;
    let mut silent = Vec::new();
    for _ in 0..20 {
        silent.push(server.hostile().await);
    }
    let metrics = server.ask("GET /metrics HTTP/1.1", "").await;
    assert!(metrics.starts_with("HTTP/1.1 200"), "{metrics}");
    for mut stream in silent {
        let mut heard = Vec::new();
        // Closed or reset: either way it ends.
        let _ = stream.read_to_end(&mut heard).await;
        assert!(!heard.starts_with(b"HTTP/1.1 2"));
    }
    server.stop().await;
}
