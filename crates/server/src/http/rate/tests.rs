//! Who is counted as what, who waits, and who does not.

use super::*;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::middleware::from_fn_with_state;
use domain::id::UserId;
use tower::ServiceExt as _;

fn few() -> Limits {
    Limits {
        session_reads: Allowance::new(1, 5),
        session_writes: Allowance::new(1, 2),
        session_entries: Allowance::new(1, 2),
        address_reads: Allowance::new(1, 8),
        address_attempts: Allowance::new(1, 3),
        address_unseen: Allowance::new(1, 3),
        ..Limits::default()
    }
}

/// The token of that session: as long as one is.
fn token(session: &str) -> String {
    format!("{session:0>64}")
}

/// Knows the sessions `a`, `b` and `c`, as the guard does. Whoever signs in gets `c`.
fn app(rates: Rates) -> Router {
    let answer = |request: Request| async move {
        let cookie = request.headers().get(header::COOKIE);
        let cookie = cookie.and_then(|cookie| cookie.to_str().ok());
        let session = cookie.and_then(|cookie| cookie.strip_prefix("syncdesk_session="));
        let mut response = Response::new(Body::empty());
        if nature::is_return(request.uri().path()) && request.uri().query().is_none() {
            response.extensions_mut().insert(Noted);
            return response;
        }
        if nature::is_open(request.uri().path()) || request.uri().path() == "/" {
            if request.uri().path() == "/auth/sign-in" {
                let set = format!("syncdesk_session={}; Path=/", token("c"));
                let set = HeaderValue::from_str(&set).unwrap();
                response.headers_mut().insert(header::SET_COOKIE, set);
            }
            return response;
        }
        match session.map(|session| session.trim_start_matches('0')) {
            Some("a" | "b" | "c") => {
                let who = Who(UserId::parse("somebody").unwrap());
                response.extensions_mut().insert(who);
                match request.uri().path() {
                    REFUSED => drop(response.extensions_mut().insert(Noted)),
                    OF_ANOTHER => *response.status_mut() = StatusCode::UNAUTHORIZED,
                    _ => {}
                }
            }
            _ => *response.status_mut() = StatusCode::UNAUTHORIZED,
        }
        response
    };
    let rates = from_fn_with_state(rates, limit);
    Router::new().fallback(answer).layer(rates)
}

fn rates(limits: Limits) -> Rates {
    Rates::new(limits, 0, Arc::default())
}

async fn ask(app: &Router, method: &str, path: &str, session: &str, from: &str) -> Response {
    let mut request = Request::builder().method(method).uri(path);
    if !session.is_empty() {
        let session = token(session);
        request = request.header(header::COOKIE, format!("syncdesk_session={session}"));
    }
    let mut request = request.body(Body::empty()).unwrap();
    let peer = SocketAddr::new(from.parse().unwrap(), 1);
    request.extensions_mut().insert(ConnectInfo(peer));
    app.clone().oneshot(request).await.unwrap()
}

/// How many of twenty are let through.
async fn through(app: &Router, method: &str, path: &str, session: &str, from: &str) -> usize {
    let mut through = 0;
    for _ in 0..20 {
        let response = ask(app, method, path, session, from).await;
        through += usize::from(response.status() != 429);
    }
    through
}

const LIST: &str = "/api/v1/channels";
/// What is asked for there is refused, and that is recorded.
const REFUSED: &str = "/api/v1/channels/none";
/// What is asked for there is asked for somebody else than who is signed in.
const OF_ANOTHER: &str = "/api/v1/channels/other";

#[tokio::test(start_paused = true)]
async fn each_kind_of_request_has_an_allowance_of_its_own() {
    let app = app(rates(few()));
    assert_eq!(through(&app, "GET", LIST, "a", "10.0.0.1").await, 5);
    assert_eq!(through(&app, "POST", LIST, "a", "10.0.0.1").await, 2);
    assert_eq!(
        through(&app, "POST", "/auth/sign-in", "", "10.0.0.1").await,
        3
    );
    assert_eq!(through(&app, "GET", LIST, "b", "10.0.0.2").await, 5);
}

#[tokio::test(start_paused = true)]
async fn nobody_fills_the_record_with_what_they_are_refused() {
    let app = app(rates(few()));
    // The first one only shows that there is such a session.
    assert_eq!(through(&app, "GET", REFUSED, "a", "10.0.0.1").await, 3);
    assert_eq!(ask(&app, "GET", LIST, "a", "10.0.0.1").await.status(), 429);
    tokio::time::advance(Duration::from_secs(2)).await;
    // What is not recorded gives back what it used.
    assert_eq!(through(&app, "GET", LIST, "b", "10.0.0.2").await, 5);
    assert_eq!(ask(&app, "GET", LIST, "a", "10.0.0.1").await.status(), 200);
}

#[tokio::test(start_paused = true)]
async fn nobody_whom_a_provider_sends_back_fills_the_record_either() {
    let app = app(rates(Limits {
        address_attempts: Allowance::new(1, 20),
        address_entries: Allowance::new(1, 2),
        ..few()
    }));
    let back = "/auth/oidc/work/callback";
    let in_again = format!("{back}?code=x");
    assert_eq!(through(&app, "GET", back, "", "10.0.0.1").await, 2);
    // Whoever is let in leaves no refusal, and gives back what that would have used.
    assert_eq!(through(&app, "GET", &in_again, "", "10.0.0.2").await, 20);
}

#[tokio::test(start_paused = true)]
async fn nobody_has_everything_back_by_asking_for_somebody_else() {
    let app = app(rates(few()));
    assert_eq!(through(&app, "GET", LIST, "a", "10.0.0.1").await, 5);
    assert_eq!(through(&app, "POST", LIST, "a", "10.0.0.1").await, 2);
    tokio::time::advance(Duration::from_secs(1)).await;
    let other = ask(&app, "GET", OF_ANOTHER, "a", "10.0.0.1").await;
    assert_eq!(other.status(), 401);
    assert_eq!(through(&app, "POST", LIST, "a", "10.0.0.1").await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_made_up_cookie_counts_as_none_and_takes_nobodys_place() {
    let rates = rates(few());
    let app = app(rates.clone());
    for (n, path) in [
        LIST,
        "/auth/oidc/work/start",
        "/auth/invitation",
        "/api/v1/shares/see_x",
        "/api/none",
    ]
    .into_iter()
    .enumerate()
    {
        let from = format!("10.0.1.{n}");
        assert_eq!(through(&app, "GET", path, "bad", &from).await, 3, "{path}");
        // Nor does it help that every request has another one.
        let (mut changing, from) = (0, format!("10.0.2.{n}"));
        for n in 0..20 {
            let response = ask(&app, "GET", path, &format!("e{n}"), &from).await;
            changing += usize::from(response.status() != 429);
            let session = rates.0.sessions.name(token(&format!("e{n}")).as_str());
            assert!(!rates.0.sessions.knows(session));
        }
        assert_eq!(changing, 3, "{path}");
    }
    assert_eq!(through(&app, "GET", "/", "bad", "10.0.3.1").await, 8);
    let bad = rates.0.sessions.name(token("bad").as_str());
    assert!(!rates.0.sessions.knows(bad));
    // With a session it is the same where nobody looks at it.
    assert_eq!(through(&app, "GET", LIST, "a", "10.0.3.2").await, 5);
    let share = "/api/v1/shares/see_x";
    assert_eq!(through(&app, "GET", share, "a", "10.0.3.2").await, 3);
}

#[tokio::test(start_paused = true)]
async fn a_session_does_not_wait_for_the_attempts_of_its_address() {
    let rates = rates(few());
    let app = app(rates.clone());
    // Everybody of an office come back after a pause: each is looked up once, and none is in the way of the next.
    for session in ["a", "b", "c", "a", "b", "c"] {
        let response = ask(&app, "GET", LIST, session, "10.0.0.1").await;
        assert_eq!(response.status(), 200, "{session}");
    }
    assert_eq!(through(&app, "GET", LIST, "", "10.0.0.1").await, 3);
    let response = ask(&app, "GET", LIST, "b", "10.0.0.1").await;
    assert_eq!(response.status(), 200);
}

#[tokio::test(start_paused = true)]
async fn a_session_that_was_not_seen_yet_does_not_wait_for_them_either() {
    let app = app(rates(few()));
    assert_eq!(through(&app, "GET", LIST, "", "10.0.0.1").await, 3);
    for session in ["a", "b", "a", "b"] {
        let response = ask(&app, "GET", LIST, session, "10.0.0.1").await;
        assert_eq!(response.status(), 200, "{session}");
    }
    // Nor does one that has just begun, however many cookies are made up.
    let signed_in = ask(&app, "POST", "/auth/sign-in", "", "10.0.0.2").await;
    assert_eq!(signed_in.status(), 200);
    assert_eq!(through(&app, "GET", LIST, "bad", "10.0.0.2").await, 3);
    let response = ask(&app, "GET", LIST, "c", "10.0.0.2").await;
    assert_eq!(response.status(), 200);
    let short = async |cookie: &str| {
        let request = Request::get(LIST).header(header::COOKIE, cookie);
        let mut request = request.body(Body::empty()).unwrap();
        let peer = SocketAddr::new("10.0.0.1".parse().unwrap(), 1);
        request.extensions_mut().insert(ConnectInfo(peer));
        app.clone().oneshot(request).await.unwrap().status()
    };
    assert_eq!(short("syncdesk_session=short").await, 429);
}

#[tokio::test(start_paused = true)]
async fn a_session_that_has_ended_is_a_made_up_cookie() {
    let rates = rates(few());
    let app = app(rates.clone());
    let dead = rates.0.sessions.name(token("dead").as_str());
    rates.0.sessions.remember(dead);
    assert_eq!(through(&app, "GET", LIST, "dead", "10.0.0.1").await, 3);
}

#[tokio::test(start_paused = true)]
async fn a_flood_from_one_address_does_not_touch_another_and_ends() {
    let app = app(rates(few()));
    assert_eq!(through(&app, "GET", "/", "", "10.0.0.1").await, 8);
    let refused = ask(&app, "GET", "/", "", "10.0.0.1").await;
    assert_eq!(refused.status(), 429);
    assert_eq!(refused.headers()[header::RETRY_AFTER], "1");
    assert_eq!(
        refused.headers()[header::CONTENT_TYPE],
        "application/problem+json"
    );
    assert_eq!(ask(&app, "GET", "/", "", "10.0.0.2").await.status(), 200);
    tokio::time::advance(Duration::from_secs(2)).await;
    assert_eq!(through(&app, "GET", "/", "", "10.0.0.1").await, 2);
}

#[tokio::test(start_paused = true)]
async fn without_limits_everything_passes() {
    let app = app(rates(Limits { on: false, ..few() }));
    assert_eq!(through(&app, "GET", LIST, "a", "10.0.0.1").await, 20);
}

#[tokio::test]
async fn one_session_has_only_so_many_requests_under_way() {
    let rates = rates(Limits {
        session_at_once: 2,
        session_entries: Limits::default().session_entries,
        ..few()
    });
    let request = |session: &str| {
        rates
            .0
            .sessions
            .remember(rates.0.sessions.name(token(session).as_str()));
        let cookie = format!("syncdesk_session={}", token(session));
        let request = Request::get(LIST).header(header::COOKIE, cookie);
        request.body(Body::empty()).unwrap()
    };
    let from = Some("10.0.0.1".parse().unwrap());
    let first = rates.admit(&request("a"), from).ok().unwrap();
    let _second = rates.admit(&request("a"), from).ok().unwrap();
    assert!(rates.admit(&request("a"), from).is_err());
    assert!(rates.admit(&request("b"), from).is_ok());
    drop(first);
    assert!(rates.admit(&request("a"), from).is_ok());
}

#[tokio::test]
async fn one_address_has_only_so_many_requests_under_way() {
    let rates = rates(Limits {
        address_at_once: 2,
        ..few()
    });
    let from = |text: &str| Some(text.parse().unwrap());
    let request = || Request::new(Body::empty());
    let first = rates.admit(&request(), from("10.0.0.1")).ok().unwrap();
    let _second = rates.admit(&request(), from("10.0.0.1")).ok().unwrap();
    assert!(rates.admit(&request(), from("10.0.0.1")).is_err());
    assert!(rates.admit(&request(), from("10.0.0.2")).is_ok());
    drop(first);
    assert!(rates.admit(&request(), from("10.0.0.1")).is_ok());
}

/// A router whose uploads never end, and whose files are long.
fn slow(rates: Rates) -> Router {
    let answer = |request: Request| async move {
        if *request.method() == Method::POST {
            std::future::pending::<()>().await;
        }
        Response::new(Body::from(vec![7; 1000]))
    };
    let rates = from_fn_with_state(rates, limit);
    Router::new().fallback(answer).layer(rates)
}

#[tokio::test(start_paused = true)]
async fn uploads_of_one_session_do_not_keep_those_of_another_from_coming() {
    let rates = rates(Limits::default());
    let (slow, quick) = (slow(rates.clone()), app(rates));
    let path = "/api/v1/applications/x/evidence";
    let mut unfinished = tokio::task::JoinSet::new();
    for _ in 0..32 {
        let slow = slow.clone();
        unfinished.spawn(async move { ask(&slow, "POST", path, "a", "10.0.0.1").await.status() });
    }
    tokio::task::yield_now().await;
    let begun = Instant::now();
    let response = ask(&quick, "POST", path, "b", "10.0.0.1").await;
    assert_eq!(
        (response.status().as_u16(), begun.elapsed()),
        (200, Duration::ZERO)
    );
    let refused = ask(&quick, "POST", path, "a", "10.0.0.1").await;
    assert_eq!(refused.status(), 429);
    assert_eq!(begun.elapsed(), WAIT_TO_COME);
    let mut waited = 0;
    while waited < 29 {
        assert_eq!(unfinished.join_next().await.unwrap().unwrap(), 429);
        waited += 1;
    }
    assert!(unfinished.try_join_next().is_none(), "three are under way");
    unfinished.shutdown().await;
    let response = ask(&quick, "POST", path, "a", "10.0.0.1").await;
    assert_eq!(response.status(), 200);
}

#[tokio::test(start_paused = true)]
async fn a_file_has_its_turn_until_the_last_of_it_was_taken() {
    let slow = slow(rates(Limits::default()));
    let path = "/api/v1/applications/x/evidence/y";
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(ask(&slow, "GET", path, "a", "10.0.0.1").await);
    }
    let refused = ask(&slow, "GET", path, "a", "10.0.0.1").await;
    assert_eq!(refused.status(), 429);
    assert_eq!(ask(&slow, "GET", path, "b", "10.0.0.1").await.status(), 200);
    held.pop();
    assert_eq!(ask(&slow, "GET", path, "a", "10.0.0.1").await.status(), 200);
}
