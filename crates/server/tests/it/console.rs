//! The console's files: right types, smallest form, caching by name, one page for every screen.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use http_body_util::BodyExt as _;
use server::http::Console;

const WASM: &str = "console-1f9a0b2c3d4e5f60_bg.wasm";

fn console() -> Console {
    Console::of(
        [
            ("index.html", "<html>"),
            ("index.html.br", "br of index"),
            (WASM, "wasm"),
            ("console-1f9a0b2c3d4e5f60_bg.wasm.br", "br of wasm"),
            ("console-1f9a0b2c3d4e5f60_bg.wasm.gz", "gz of wasm"),
            ("favicon.svg", "<svg>"),
        ]
        .map(|(name, words)| (name.to_owned(), Bytes::from_static(words.as_bytes()))),
    )
}

fn get(path: &str, headers: &[(HeaderName, &str)]) -> Response {
    let headers: HeaderMap = headers
        .iter()
        .map(|(name, value)| (name.clone(), HeaderValue::from_str(value).unwrap()))
        .collect();
    console().answer(&Method::GET, path, &headers)
}

fn value(response: &Response, name: &HeaderName) -> String {
    let value = response.headers().get(name);
    value.map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
}

async fn words(response: Response) -> String {
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn a_file_comes_in_the_smallest_form_that_the_client_takes() {
    for (accepted, encoding, body) in [
        ("gzip, deflate, br, zstd", "br", "br of wasm"),
        ("gzip", "gzip", "gz of wasm"),
        ("br;q=0, gzip;q=0.5", "gzip", "gz of wasm"),
        ("identity", "", "wasm"),
    ] {
        let response = get(&format!("/{WASM}"), &[(header::ACCEPT_ENCODING, accepted)]);
        assert_eq!(value(&response, &header::CONTENT_TYPE), "application/wasm");
        assert_eq!(
            value(&response, &header::CONTENT_ENCODING),
            encoding,
            "{accepted}"
        );
        assert_eq!(value(&response, &header::VARY), "accept-encoding");
        assert!(value(&response, &header::CACHE_CONTROL).contains("immutable"));
        assert_eq!(words(response).await, body);
    }
    let icon = get("/favicon.svg", &[(header::ACCEPT_ENCODING, "br")]);
    assert_eq!(value(&icon, &header::CONTENT_TYPE), "image/svg+xml");
    assert_eq!(value(&icon, &header::CACHE_CONTROL), "no-cache");
}

#[tokio::test]
async fn every_screen_is_the_same_page_and_a_missing_file_is_missing() {
    let html = [(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")];
    for path in ["/", "/index.html", "/channels", "/applications/ap_1/items"] {
        let response = get(path, &html);
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(value(&response, &header::CACHE_CONTROL), "no-cache");
        assert_eq!(
            value(&response, &header::CONTENT_TYPE),
            "text/html; charset=utf-8"
        );
        assert_eq!(words(response).await, "<html>");
    }
    for path in [
        "/console-0000.js",
        "/channels/old.css",
        "/../Cargo.toml",
        "/index.html.br",
    ] {
        assert_eq!(get(path, &html).status(), StatusCode::NOT_FOUND, "{path}");
    }
    let program = [(header::ACCEPT, "application/json")];
    assert_eq!(get("/channels", &program).status(), StatusCode::NOT_FOUND);
    let posted = console().answer(&Method::POST, "/", &HeaderMap::new());
    assert_eq!(posted.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let first = get("/favicon.svg", &[]);
    let etag = value(&first, &header::ETAG);
    let again = get("/favicon.svg", &[(header::IF_NONE_MATCH, &etag)]);
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    let other = get("/", &[(header::IF_NONE_MATCH, &etag)]);
    assert_eq!(other.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_binary_without_a_console_says_how_to_build_one() {
    let response = Console::of([]).answer(&Method::GET, "/", &HeaderMap::new());
    assert!(words(response).await.contains("cargo xtask build"));
}
