//! What a request is by its address and its body, whoever sends it.

use axum::body::HttpBody as _;
use axum::extract::Request;
use contract::endpoint::{ENDPOINTS, Endpoint as _, ROOTS, RecordExport};

/// Bodies longer than this are files.
const FILE_BYTES: u64 = 256 * 1024;

/// Whether it is an address that the router answers and not the console.
pub(super) fn is_ours(path: &str) -> bool {
    ROOTS.iter().any(|root| is_below(root, path))
}

/// Whether it is an address where nobody has to be signed in: below `/auth` and what opens a link to a screen. There tokens can be
/// guessed and providers be made to answer, and a session proves nothing, for nobody looks at it.
pub(super) fn is_open(path: &str) -> bool {
    is_below("/auth", path)
        || ENDPOINTS.iter().filter(|facts| facts.open).any(|facts| {
            let (before, _) = facts.path.split_once('{').unwrap_or((facts.path, ""));
            path.starts_with(before)
        })
}

/// Whether it is an address to which a provider sends people back: whom it knows and nobody invited is refused there, and that is recorded.
pub(super) fn is_return(path: &str) -> bool {
    is_below("/auth/oidc", path) && path.ends_with("/callback")
}

fn is_below(root: &str, path: &str) -> bool {
    let rest = path.strip_prefix(root);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether it brings a file, as far as can be told before the body is there: it says so by its length, or does not say how long it is.
/// Where nobody has to be signed in nothing longer than a few lines is taken, and the console takes nothing at all.
pub(super) fn is_file(request: &Request) -> bool {
    let path = request.uri().path();
    let most = request.body().size_hint().upper();
    is_ours(path) && !is_open(path) && most.is_none_or(|most| most > FILE_BYTES)
}

/// Whether it is the address of a file that is handed out, or of something as long as one.
pub(super) fn is_handed_out(path: &str) -> bool {
    is_ours(path) && path.contains("/evidence/") || path == RecordExport::FACTS.path
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, Bytes};
    use std::convert::Infallible;

    #[test]
    fn only_where_nobody_has_to_be_signed_in_a_session_proves_nothing() {
        for (path, open) in [
            ("/auth", true),
            ("/auth/oidc/work/start", true),
            ("/auth/none", true),
            ("/api/v1/shares/see_x", true),
            ("/api/v1/me", false),
            ("/api/v1/applications/ap_x/shares", false),
            ("/authority", false),
            ("/", false),
        ] {
            assert_eq!(is_open(path), open, "{path}");
        }
        assert!(is_handed_out("/api/v1/applications/ap_x/evidence/ev_x"));
        assert!(!is_handed_out("/api/v1/applications/ap_x/evidence"));
        assert!(is_handed_out("/api/v1/record-export"));
        assert!(is_ours("/api") && is_ours("/auth/x") && !is_ours("/apis") && !is_ours("/"));
    }

    #[test]
    fn a_body_that_does_not_say_how_long_it_is_counts_as_a_file() {
        let chunked = || {
            let chunks = futures_util::stream::iter([Ok::<_, Infallible>(Bytes::from("x"))]);
            Body::from_stream(chunks)
        };
        let of = |path: &str, body: Body| is_file(&Request::post(path).body(body).unwrap());
        let save = "/api/v1/applications/ap_x";
        assert!(of(save, chunked()));
        assert!(of(save, Body::from(vec![0; 256 * 1024 + 1])));
        assert!(!of(save, Body::from(vec![0; 256 * 1024])));
        assert!(!of(save, Body::empty()));
        assert!(!of("/auth/sign-in", chunked()));
        assert!(!of("/console.wasm", chunked()));
    }
}
