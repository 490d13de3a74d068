//! Requests that pages of other sites make a browser send, at the real router: method by site by origin by media type.

use axum::body::Body;
use axum::http::header;
use server::http::Limits;

use super::house::{ask, cookie, request, router};

/// What a browser could say, and whether it comes from our own page.
const FROM: [(&str, &str, bool); 9] = [
    ("same-origin", "http://localhost:8400", true),
    ("", "http://localhost:8400", true),
    ("", "", true),
    ("cross-site", "https://evil.example", false),
    ("same-site", "http://localhost:9000", false),
    ("", "https://evil.example", false),
    ("", "http://localhost:9000", false),
    ("", "null", false),
    ("cross-site", "", false),
];
/// What a form or a script can send without being asked first, and what it cannot.
const MEDIA: [(&str, bool); 6] = [
    ("application/json", true),
    ("application/json; charset=utf-8", true),
    ("text/plain", false),
    ("application/x-www-form-urlencoded", false),
    ("multipart/form-data; boundary=x", false),
    ("", false),
];

#[tokio::test]
async fn nothing_is_changed_for_a_page_of_another_site_nor_by_a_form() {
    let router = router("127.0.0.1:8400", Limits::off());
    let cookie = cookie(&router, "harin").await;
    let mut passed = 0;
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        for (site, origin, ours) in FROM {
            for (media, json) in MEDIA {
                let mut builder = request(method, "/api/v1/role-requests")
                    .header(header::COOKIE, &cookie)
                    .header("idempotency-key", "key-00000001");
                for (name, value) in [
                    ("sec-fetch-site", site),
                    ("origin", origin),
                    ("content-type", media),
                ] {
                    if !value.is_empty() {
                        builder = builder.header(name, value);
                    }
                }
                let heard = ask(&router, builder.body(Body::from("{}")).unwrap()).await;
                let expected = match (ours, method, json) {
                    (false, ..) => 403,
                    (true, "POST", false) => 415,
                    // It got in as far as being read, and lacks everything.
                    (true, "POST", true) => 400,
                    _ => 405,
                };
                assert_eq!(
                    heard.status, expected,
                    "{method} {site:?} {origin:?} {media:?}"
                );
                passed += usize::from(heard.status == 400);
            }
        }
    }
    assert_eq!(passed, 6, "our own page is let in");
}

#[tokio::test]
async fn a_form_with_nothing_in_it_is_refused_where_no_body_is_taken() {
    let router = router("127.0.0.1:8400", Limits::off());
    let cookie = cookie(&router, "harin").await;
    let sign_out = async |media: &str| {
        let mut builder = request("POST", "/auth/sign-out").header(header::COOKIE, &cookie);
        if !media.is_empty() {
            builder = builder.header(header::CONTENT_TYPE, media);
        }
        ask(&router, builder.body(Body::empty()).unwrap())
            .await
            .status
    };
    for (media, is_json) in MEDIA {
        if !is_json && !media.is_empty() {
            assert_eq!(sign_out(media).await, 415, "{media}");
        }
    }
    assert_eq!(sign_out("").await, 204);
}

#[tokio::test]
async fn readings_of_the_api_by_other_sites_are_refused_and_links_to_pages_work() {
    let router = router("127.0.0.1:8400", Limits::off());
    let cookie = cookie(&router, "harin").await;
    for (path, site, status) in [
        ("/api/v1/me", "cross-site", 403),
        ("/api/v1/me", "same-site", 403),
        ("/api/v1/me", "same-origin", 200),
        ("/api/v1/me", "none", 200),
        ("/channels", "cross-site", 200),
        ("/auth/personas", "cross-site", 200),
    ] {
        let builder = request("GET", path)
            .header(header::COOKIE, &cookie)
            .header(header::ACCEPT, "text/html")
            .header("sec-fetch-site", site);
        let heard = ask(&router, builder.body(Body::empty()).unwrap()).await;
        assert_eq!(heard.status, status, "{path} {site}");
    }
}
