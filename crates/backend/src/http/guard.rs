//! What every request passes first: it gets its number, its caller is looked up, strangers and foreign pages are turned away.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Response, header};
use axum::middleware::Next;
use contract::endpoint::{API, ENDPOINTS, Facts};
use contract::error::Kind;
use contract::transport::USER;
use domain::role::User;
use sha2::{Digest, Sha256};

use crate::Backend;
use crate::fault::{Fault, Who};
use crate::http::act::Act;
use crate::http::foreign::is_foreign;
use crate::http::read::media;
use crate::session::{identify, known};
use crate::store::Session;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The number under which the log has a request.
#[derive(Debug, Clone)]
pub(super) struct RequestId(pub(super) String);

/// Who asks, once known.
#[derive(Debug, Clone)]
pub(super) struct Caller(pub(super) User, pub(super) Session);

/// The middleware around all routes.
pub(super) async fn guard(
    State(backend): State<Backend>,
    mut request: Request,
    next: Next,
) -> Response<axum::body::Body> {
    let id = request_id(&backend, request.headers());
    request.extensions_mut().insert(RequestId(id.clone()));
    let admitted = admit(&backend, &mut request).await;
    let caller = request.extensions().get::<Caller>();
    let who = caller.map(|Caller(user, _)| Who(user.id.clone()));
    let mut response = match admitted {
        Ok(()) => next.run(request).await,
        Err(fault) => match attempted(&backend, &request) {
            Some(act) => act.refused(fault).await,
            None => fault.into_response(&id),
        },
    };
    if let Some(who) = who {
        response.extensions_mut().insert(who);
    }
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert(REQUEST_ID, id);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

/// What somebody attempted who is turned away here, if it was at an endpoint.
fn attempted(backend: &Backend, request: &Request) -> Option<Act> {
    let facts = endpoint(request.method(), request.uri().path())?;
    Some(Act::of(backend, *facts, request))
}

/// The number a proxy or the server gave the request, or a new one.
fn request_id(backend: &Backend, headers: &HeaderMap) -> String {
    let given = headers
        .get(REQUEST_ID)
        .and_then(|value| value.to_str().ok());
    let usable = given.filter(|id| {
        (8..=64).contains(&id.len())
            && id
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    });
    usable.map_or_else(|| backend.ids.id("rq"), str::to_owned)
}

async fn admit(backend: &Backend, request: &mut Request) -> Result<(), Fault> {
    let path = request.uri().path();
    let is_api = path
        .strip_prefix(API)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let https = backend.doors.https;
    let is_foreign = is_foreign(request.method(), request.headers(), is_api, https);
    if is_api && !is_open(request.method(), path) {
        // What another site's page does with somebody's cookie is no use of their session: else it would never end.
        let found = if is_foreign {
            known(backend, request.headers()).await?
        } else {
            identify(backend, request.headers()).await?
        };
        let (account, session) = found.ok_or_else(|| Fault::new(Kind::SignIn))?;
        let is_for_another = is_for_another(request.headers(), &account.user);
        // Also of whoever is turned away below it is known who they are.
        request
            .extensions_mut()
            .insert(Caller(account.user, session));
        if is_for_another {
            return Err(Fault::new(Kind::OtherUser));
        }
    }
    if is_foreign {
        return Err(Fault {
            detail: "The request comes from a page of another site.".into(),
            ..Fault::forbidden(Vec::new())
        });
    }
    if request.method() == Method::POST && is_form(&media(request.headers())) {
        return Err(Fault::new(Kind::UnsupportedMedia));
    }
    Ok(())
}

/// Whether the call is made for somebody else than who is signed in: a page that was opened by one person, in a browser where another has
/// signed in since. Programs need not say for whom they call.
pub(crate) fn is_for_another(headers: &HeaderMap, user: &User) -> bool {
    let mut named = headers.get_all(USER).iter();
    named.any(|name| name.as_bytes() != user.id.as_str().as_bytes())
}

/// Whether a form of any page can send that media type, also with nothing in it.
fn is_form(media: &str) -> bool {
    matches!(
        media,
        "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain"
    )
}

/// Whether that is an endpoint for everybody.
fn is_open(method: &Method, path: &str) -> bool {
    endpoint(method, path).is_some_and(|facts| facts.open)
}

/// The endpoint that answers: the one whose path fits, step by step.
fn endpoint(method: &Method, path: &str) -> Option<&'static Facts> {
    // A reading without the body is answered by whatever answers the reading.
    let word = match method.as_str() {
        "HEAD" => "GET",
        word => word,
    };
    ENDPOINTS
        .iter()
        .find(|facts| facts.method.word() == word && fits(facts.path, path))
}

fn fits(pattern: &str, path: &str) -> bool {
    let mut steps = path.split('/');
    let all = pattern.split('/').all(|wanted| {
        steps
            .next()
            .is_some_and(|step| step == wanted || (wanted.starts_with('{') && !step.is_empty()))
    });
    all && steps.next().is_none()
}

/// SHA-256 over parts, in hex. Every part goes with its length, so that none can pass for two.
pub fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    match parts {
        [only] => hasher.update(only),
        _ => {
            for part in parts {
                hasher.update(part.len().to_le_bytes().get(..4).unwrap_or_default());
                hasher.update(part);
            }
        }
    }
    hex(&hasher.finalize())
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|half| char::from_digit(half.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_so_is_open_below_the_api() {
        for (method, path, open) in [
            (Method::GET, "/api/v1/shares/x", true),
            (Method::HEAD, "/api/v1/shares/x", true),
            (Method::POST, "/api/v1/shares/x", false),
            (Method::GET, "/api/v1/shares/", false),
            (Method::GET, "/api/v1/shares/x/y", false),
            (Method::GET, "/api/v1/shares", false),
            (Method::GET, "/api/v1/applications/a/shares", false),
            (Method::GET, "/api/v1/me", false),
        ] {
            assert_eq!(is_open(&method, path), open, "{method} {path}");
        }
    }

    #[test]
    fn parts_are_not_confused() {
        assert_ne!(hash(&[b"ab", b"c"]), hash(&[b"a", b"bc"]));
        assert!(hash(&[b""]).starts_with("e3b0c442"));
    }
}
