//! What every kind of response tells the browser, in one table.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::body::Body;
use axum::http::header;
use server::http::{Allowance, CONTENT_SECURITY_POLICY, Limits};

use super::house::{Heard, ask, cookie, draft, request, router};
use super::pngs;

const SHOWN: [&str; 12] = [
    "content-type",
    "cache-control",
    "content-disposition",
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "x-robots-tag",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "strict-transport-security",
    "access-control-allow-origin",
];

/// The headers of a response, one a line; the console's policy by its name.
fn shown(what: &str, heard: &Heard) -> String {
    let mut out = format!("{what}: {}\n", heard.status);
    for name in SHOWN {
        let value = heard.header(name);
        if !value.is_empty() {
            let value = value.replace(CONTENT_SECURITY_POLICY, "(the console's)");
            writeln!(out, "  {name}: {value}").unwrap();
        }
    }
    out
}

const COMMON: &str = "  x-content-type-options: nosniff
  referrer-policy: same-origin
  x-robots-tag: noindex, nofollow
  permissions-policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  cross-origin-opener-policy: same-origin
  cross-origin-resource-policy: same-origin
";

fn expected(status: u16, media: &str, cache: &str, more: &str) -> String {
    let mut out = format!("{status}\n");
    for (name, value) in [("content-type", media), ("cache-control", cache)] {
        if !value.is_empty() {
            writeln!(out, "  {name}: {value}").unwrap();
        }
    }
    let policy = "  content-security-policy: (the console's)\n";
    let more = if more.is_empty() { policy } else { more };
    out + more + COMMON
}

type Row<'a> = (&'static str, &'a str, bool, String);

/// Every kind of response: method, path, whether somebody is signed in, and all that is said.
fn table(file: &str) -> [Row<'_>; 16] {
    let (json, problem) = ("application/json", "application/problem+json");
    let (html, text) = ("text/html; charset=utf-8", "text/plain; charset=utf-8");
    let sandboxed = "  content-disposition: attachment; filename=\"a.png\"; filename*=UTF-8''a.png\n  content-security-policy: sandbox; default-src 'none'\n";
    let api = |status, media| expected(status, media, "no-store", "");
    let page = || expected(200, html, "no-cache", "");
    let other = |status| expected(status, text, "", "");
    [
        ("GET", "/api/v1/me", true, api(200, json)),
        ("HEAD", "/api/v1/me", true, api(200, json)),
        ("GET", "/api/v1/me", false, api(401, problem)),
        ("GET", "/api/v1/none", true, api(404, problem)),
        ("GET", "/api/none", false, api(404, problem)),
        ("PUT", "/api/v1/me", true, api(405, problem)),
        ("TRACE", "/api/v1/me", true, api(405, problem)),
        ("POST", "/api/v1/role-requests", true, api(400, problem)),
        ("GET", "/auth/personas", false, api(200, json)),
        (
            "GET",
            file,
            true,
            expected(200, "image/png", "no-store", sandboxed),
        ),
        ("GET", "/", false, page()),
        ("GET", "/channels", false, page()),
        ("GET", "/none.js", false, other(404)),
        ("POST", "/channels", false, other(405)),
        ("OPTIONS", "/", false, other(405)),
        ("GET", "/healthz", false, other(200)),
    ]
}

#[tokio::test]
async fn every_kind_of_response_is_locked_down() {
    let router = router("127.0.0.1:8400", Limits::off());
    let cookie = cookie(&router, "harin").await;
    let draft = draft(&router, &cookie).await;
    let put = request("POST", &format!("{draft}/evidence?name=a.png"))
        .header(header::COOKIE, &cookie)
        .header("idempotency-key", "key-00000001")
        .header(header::CONTENT_TYPE, "image/png");
    let put = put.body(Body::from(pngs::png(&[], &[], &[]))).unwrap();
    let put = ask(&router, put).await.json();
    let file = format!("{draft}/evidence/{}", put["id"].as_str().unwrap());
    for (method, path, signed_in, wanted) in table(&file) {
        let mut builder = request(method, path).header(header::ACCEPT, "text/html");
        if signed_in {
            builder = builder.header(header::COOKIE, &cookie);
        }
        let heard = ask(&router, builder.body(Body::empty()).unwrap()).await;
        let what = format!("{method} {path}");
        assert_eq!(shown(&what, &heard), format!("{what}: {wanted}"));
    }
    let mut foreign = request("GET", "/").body(Body::empty()).unwrap();
    let host = "evil.example".parse().unwrap();
    foreign.headers_mut().insert(header::HOST, host);
    let heard = ask(&router, foreign).await;
    let wanted = expected(421, "text/plain; charset=utf-8", "", "");
    assert_eq!(
        shown("foreign name", &heard),
        format!("foreign name: {wanted}")
    );
}

#[tokio::test]
async fn the_page_of_the_metrics_is_locked_down_too() {
    let page = server::telemetry::page(Arc::default());
    for (path, status, media) in [
        ("/metrics", 200, "text/plain; version=0.0.4; charset=utf-8"),
        ("/none", 404, ""),
    ] {
        let heard = ask(&page, request("GET", path).body(Body::empty()).unwrap()).await;
        let wanted = expected(status, media, "", "");
        assert_eq!(shown(path, &heard), format!("{path}: {wanted}"));
    }
}

#[tokio::test]
async fn who_asks_too_often_gets_a_problem_that_is_locked_down_too() {
    let limits = Limits {
        address_attempts: Allowance::new(1, 2),
        ..Limits::default()
    };
    let router = router("127.0.0.1:8400", limits);
    let mut last = None;
    for _ in 0..3 {
        let get = request("GET", "/auth/personas")
            .body(Body::empty())
            .unwrap();
        last = Some(ask(&router, get).await);
    }
    let last = last.unwrap();
    let wanted = expected(429, "application/problem+json", "no-store", "");
    assert_eq!(shown("flood", &last), format!("flood: {wanted}"));
    assert_eq!(last.header("retry-after"), "1");
    assert_eq!(last.json()["request_id"], last.header("x-request-id"));
}

#[tokio::test]
async fn away_from_this_machine_browsers_are_told_to_come_by_tls_only() {
    let router = router("192.0.2.1:443", Limits::off());
    let heard = ask(
        &router,
        request("GET", "/healthz").body(Body::empty()).unwrap(),
    )
    .await;
    assert_eq!(
        heard.header("strict-transport-security"),
        "max-age=31536000; includeSubDomains"
    );
}
