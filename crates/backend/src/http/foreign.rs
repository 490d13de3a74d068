//! Whether a request comes from a page of another site, which a browser would send with the caller's cookie.

use axum::http::{HeaderMap, Method, header};

/// What a browser says of the page that sends: `Sec-Fetch-Site`, and where that is missing, `Origin`. Programs send neither, and have no
/// cookie to steal the use of. Below the API readings of other sites are refused, too: no page but ours has business there.
pub(super) fn is_foreign(method: &Method, headers: &HeaderMap, is_api: bool, https: bool) -> bool {
    let is_safe = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
    if is_safe && !is_api {
        return false;
    }
    let mut sites = headers.get_all("sec-fetch-site").iter().peekable();
    if sites.peek().is_some() {
        // A page on another host of the same site is another's page.
        return sites.any(|site| site != "same-origin" && site != "none");
    }
    let mut origins = headers.get_all(header::ORIGIN).iter();
    origins.any(|origin| !is_ours(origin.as_bytes(), headers, https))
}

/// Whether an origin is the host that was asked for. A proxy has to pass `Host` on as it is.
fn is_ours(origin: &[u8], headers: &HeaderMap, https: bool) -> bool {
    let secure = origin.strip_prefix(b"https://");
    let plain = origin.strip_prefix(b"http://").filter(|_| !https);
    let host = headers.get(header::HOST);
    match (secure.or(plain), host) {
        (Some(origin), Some(host)) => origin.eq_ignore_ascii_case(host.as_bytes()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    const METHODS: [Method; 6] = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
    ];
    const SITES: [&str; 6] = ["", "same-origin", "none", "same-site", "cross-site", "x"];
    const ORIGINS: [(&str, bool); 9] = [
        ("", true),
        ("https://sync.example", true),
        ("HTTPS://SYNC.EXAMPLE", false),
        ("http://sync.example", false),
        ("https://sync.example.evil.example", false),
        ("https://evil.example", false),
        ("https://sub.sync.example", false),
        ("https://sync.example:8443", false),
        ("null", false),
    ];

    type Check = fn(&Method, &HeaderMap, bool, bool) -> bool;

    /// The cells of the table in which a check says something else than has to be said.
    fn wrong(check: Check) -> Vec<String> {
        let mut wrong = Vec::new();
        for method in METHODS {
            for site in SITES {
                for (origin, ours) in ORIGINS {
                    for is_api in [true, false] {
                        let pairs = [
                            ("host", "sync.example"),
                            ("sec-fetch-site", site),
                            ("origin", origin),
                        ];
                        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
                        let headers: HeaderMap = given
                            .map(|(name, value)| {
                                (
                                    HeaderName::from_static(name),
                                    HeaderValue::from_static(value),
                                )
                            })
                            .collect();
                        let reads = method == Method::GET || method == Method::HEAD;
                        let passes = match site {
                            _ if reads && !is_api => true,
                            "" => ours,
                            site => site == "same-origin" || site == "none",
                        };
                        if check(&method, &headers, is_api, true) == passes {
                            wrong.push(format!("{method} {site:?} {origin:?} {is_api}"));
                        }
                    }
                }
            }
        }
        wrong
    }

    #[test]
    fn pages_of_other_sites_are_told_by_site_and_by_origin() {
        assert_eq!(wrong(is_foreign), Vec::<String>::new());
    }

    #[test]
    fn the_table_finds_a_check_that_is_off_and_one_that_looks_at_half() {
        fn off(_: &Method, _: &HeaderMap, _: bool, _: bool) -> bool {
            false
        }
        fn without_origin(method: &Method, headers: &HeaderMap, is_api: bool, https: bool) -> bool {
            let mut headers = headers.clone();
            headers.remove(header::ORIGIN);
            is_foreign(method, &headers, is_api, https)
        }
        fn trusts_the_site(
            method: &Method,
            headers: &HeaderMap,
            is_api: bool,
            https: bool,
        ) -> bool {
            headers
                .get("sec-fetch-site")
                .is_none_or(|site| site != "same-site")
                && is_foreign(method, headers, is_api, https)
        }
        for twin in [off as Check, without_origin, trusts_the_site] {
            assert!(!wrong(twin).is_empty());
        }
    }

    #[test]
    fn without_https_an_origin_in_the_clear_is_ours_on_the_same_host_and_port() {
        for (origin, foreign) in [
            ("http://localhost:8400", false),
            ("https://localhost:8400", false),
            ("http://localhost:8401", true),
            ("http://127.0.0.1:8400", true),
        ] {
            let headers = HeaderMap::from_iter([
                (header::HOST, HeaderValue::from_static("localhost:8400")),
                (header::ORIGIN, HeaderValue::from_static(origin)),
            ]);
            assert_eq!(
                is_foreign(&Method::POST, &headers, true, false),
                foreign,
                "{origin}"
            );
        }
    }
}
