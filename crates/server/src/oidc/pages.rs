//! What both addresses of a sign-in are made of: reading what browsers send there, and the pages on which they end.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use contract::endpoint::encode;
use domain::account::SignInProblem;
use openidconnect::url::{Url, form_urlencoded};

/// Whether a page of another site leads here, or one of ours under another name. Only our own page begins a sign-in: another one could
/// have taken along an invitation for somebody who never saw it. And under another name the cookie would not come back.
pub(super) fn is_from_elsewhere(headers: &HeaderMap, here: &Url) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let site = header("sec-fetch-site").unwrap_or("none");
    let page = header("referer").and_then(|page| Url::parse(page).ok());
    !matches!(site, "same-origin" | "none")
        || page.is_some_and(|page| page.origin() != here.origin())
}

/// The sign-in page under the name by which this server is reached, where one chooses oneself.
pub(super) fn anew_page(here: &Url, back: &str) -> String {
    let here = here.origin().ascii_serialization();
    format!("{here}/login?back={}", encode(back))
}

/// A redirect with its cookies, which nothing on the way may keep.
pub(super) fn with_cookies(mut response: Response, cookies: &[String]) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for cookie in cookies {
        if let Ok(cookie) = HeaderValue::from_str(cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// What a provider says of why it signs nobody in, as the log may have it: its code, and the words for whoever looks after it, if it
/// sends any. It comes by way of the browser.
pub(super) fn refusal(error: &str, description: Option<&str>) -> String {
    let plain = |text: &str, most| -> String {
        let kept = text.chars().filter(|c| c.is_ascii_graphic() || *c == ' ');
        kept.take(most).collect()
    };
    let mut said = plain(error, 60);
    if let Some(description) = description {
        said.push_str(": ");
        said.push_str(&plain(description, 200));
    }
    said
}

/// The number of a request.
pub(super) fn number(headers: &HeaderMap) -> &str {
    let number = headers.get("x-request-id");
    number.and_then(|id| id.to_str().ok()).unwrap_or_default()
}

/// The query; of a name that is there twice neither counts.
pub(super) fn pairs(query: Option<&str>) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
        found
            .entry(name.into_owned())
            .and_modify(|value| *value = None)
            .or_insert_with(|| Some(value.into_owned()));
    }
    let whole = found.into_iter();
    whole
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

/// The sign-in page, which says what went wrong and goes on to where one wanted to be.
pub(super) fn sign_in_page(problem: SignInProblem, back: &str) -> String {
    format!("/login?error={}&back={}", problem.word(), encode(back))
}

pub(super) fn see_other(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_of_this_server_under_its_own_name_begins_anything() {
        let here = Url::parse("http://127.0.0.1:8400").unwrap();
        for (site, page, is_elsewhere) in [
            ("same-origin", "http://127.0.0.1:8400/apps?q=a", false),
            ("same-origin", "", false),
            ("none", "", false),
            ("", "", false),
            ("", "http://127.0.0.1:8400/login", false),
            ("same-origin", "http://localhost:8400/login", true),
            ("", "http://127.0.0.1:9000/", true),
            ("", "https://evil.example/", true),
            ("cross-site", "", true),
            ("same-site", "", true),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in [("sec-fetch-site", site), ("referer", page)] {
                if !value.is_empty() {
                    headers.insert(name, HeaderValue::from_static(value));
                }
            }
            let found = is_from_elsewhere(&headers, &here);
            assert_eq!(found, is_elsewhere, "{site:?} {page:?}");
        }
        assert_eq!(
            anew_page(&here, "/apps?q=a"),
            "http://127.0.0.1:8400/login?back=%2Fapps%3Fq%3Da"
        );
    }

    #[test]
    fn a_refusal_is_one_short_line_in_the_log() {
        assert_eq!(refusal("access_denied", None), "access_denied");
        let words = "AADSTS50105: not \u{1b}[31massigned\r\nto a röle";
        assert_eq!(
            refusal("access_denied", Some(words)),
            "access_denied: AADSTS50105: not [31massignedto a rle"
        );
        let long = refusal(&"e".repeat(99), Some(&"d".repeat(999)));
        assert_eq!(long.len(), 60 + 2 + 200);
    }

    #[test]
    fn what_is_there_twice_does_not_count() {
        let found = pairs(Some("state=a&code=%20b&state=c"));
        assert_eq!(found.get("state"), None);
        assert_eq!(found.get("code").map(String::as_str), Some(" b"));
        assert!(pairs(None).is_empty());
    }
}
