//! Signs of life and numbers of requests: there for everybody, however many ask for other things.

use std::convert::Infallible;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header;
use server::http::{Allowance, Limits};
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use crate::house::{Heard, ask, request, router};

/// As many as are worked on at the same time.
const AT_ONCE: usize = 512;

async fn get(router: &Router, path: &str) -> Heard {
    ask(router, request("GET", path).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_server_that_is_full_is_alive_and_ready() {
    let router = router("127.0.0.1:8400", Limits::off());
    let mut waiting = JoinSet::new();
    for _ in 0..=AT_ONCE {
        let never = futures_util::stream::pending::<Result<Bytes, Infallible>>();
        let request = request("POST", "/auth/sign-in")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from_stream(never));
        waiting.spawn(router.clone().oneshot(request.unwrap()));
    }
    let refused = waiting.join_next().await.unwrap().unwrap().unwrap();
    assert_eq!(refused.status(), 503, "no place is left");
    for path in ["/healthz", "/readyz"] {
        assert_eq!(get(&router, path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn nobody_asks_too_often_whether_it_is_alive() {
    let limits = Limits {
        address_reads: Allowance::new(1, 1),
        ..Limits::default()
    };
    let router = router("127.0.0.1:8400", limits);
    for path in ["/healthz", "/readyz"] {
        for _ in 0..10 {
            assert_eq!(get(&router, path).await.status, 200, "{path}");
        }
    }
    // Others are counted.
    let mut asked = 0;
    while get(&router, "/").await.status != 429 {
        asked += 1;
        assert!(asked < 100);
    }
}

#[tokio::test]
async fn every_answer_has_a_number_of_the_servers_own() {
    let router = router("127.0.0.1:8400", Limits::default());
    let mut seen = Vec::new();
    for (host, path, status) in [
        ("localhost", "/", 200),
        ("localhost", "/none.js", 404),
        ("localhost", "/healthz", 200),
        ("localhost", "/readyz", 200),
        ("localhost", "/auth/personas", 200),
        ("localhost", "/api/v1/me", 401),
        ("attacker.example", "/", 421),
    ] {
        let request = axum::extract::Request::get(path)
            .header(header::HOST, host)
            .header("x-request-id", "rq_sent-by-a-caller");
        let heard = ask(&router, request.body(Body::empty()).unwrap()).await;
        assert_eq!(heard.status, status, "{path}");
        let number = heard.header("x-request-id");
        assert!(number.starts_with("rq_"), "{path}: {number}");
        seen.push(number);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 7, "{seen:?}");
}
