//! What browsers are told with every response, and which hosts are answered at all.

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// No inline script or style, no foreign origin, and no text that becomes markup.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// On every response that does not say otherwise itself.
const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    // A link to a screen that lies about somewhere is not to be found by searching.
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];
const HSTS: &str = "max-age=31536000; includeSubDomains";

/// Where the server listens, as far as it matters here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surface {
    pub(super) is_loopback: bool,
    pub(super) is_demo: bool,
    pub(super) is_https: bool,
}

/// The middleware around everything.
pub(super) async fn protect(
    State(surface): State<Surface>,
    request: Request,
    next: Next,
) -> Response {
    let is_misled = !names_this_machine(&request) || came_by_a_proxy(request.headers());
    let mut response = if surface.is_demo && surface.is_loopback && is_misled {
        (
            StatusCode::MISDIRECTED_REQUEST,
            "The demo answers only as localhost, 127.0.0.1 and [::1], and not behind a proxy.\n",
        )
            .into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    lock_down(headers);
    if surface.is_https || !surface.is_loopback {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(HSTS),
        );
    }
    response
}

/// Tells a browser what it is told with every response.
pub(crate) fn lock_down(headers: &mut HeaderMap) {
    for (name, value) in HEADERS {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
}

/// Whether the `Host` is this machine. A page of another site can point its own name here; then the host is that name.
fn names_this_machine(request: &Request) -> bool {
    let host = request.headers().get(header::HOST);
    host.and_then(|host| host.to_str().ok()?.parse::<Authority>().ok())
        .is_some_and(|host| matches!(host.host(), "localhost" | "127.0.0.1" | "[::1]"))
}

/// Whether something on this machine passed it on, perhaps for somebody elsewhere: then the demo would be open to everybody.
fn came_by_a_proxy(headers: &HeaderMap) -> bool {
    headers.keys().any(|name| {
        let name = name.as_str();
        name.starts_with("x-forwarded-") || matches!(name, "forwarded" | "via" | "x-real-ip")
    })
}
