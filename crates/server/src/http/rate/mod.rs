//! How often anybody may ask: per session and per address, each kind of request apart, in memory that does not grow.

#[cfg(test)]
mod tests;

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use backend::Doors;
use backend::cookie::Cookie;
use backend::fault::Who;
use backend::record::Address;
use contract::Kind;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use crate::http::bucket::{Allowance, Buckets};
use crate::http::client;
use crate::http::limits::Limits;
use crate::http::nature;

/// Sessions and addresses that are known at a time; each takes 48 bytes.
const SESSIONS: usize = 32_768;
const ADDRESSES: usize = 32_768;
/// Bodies of files that are taken in at the same time: they are held in memory.
const FILES_AT_ONCE: usize = 32;

/// What a request counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Read,
    Write,
    File,
    Attempt,
}
const KINDS: usize = 4;

/// What the middleware keeps.
#[derive(Clone)]
pub(super) struct Rates(Arc<Kept>);

struct Kept {
    limits: Limits,
    proxies: usize,
    doors: Arc<Doors>,
    begun: Instant,
    sessions: Buckets<KINDS>,
    addresses: Buckets<KINDS>,
    files: Arc<Semaphore>,
}

impl Rates {
    /// With `proxies` of ours in front.
    pub(super) fn new(limits: Limits, proxies: usize, doors: Arc<Doors>) -> Rates {
        Rates(Arc::new(Kept {
            limits,
            proxies,
            doors,
            begun: Instant::now(),
            sessions: Buckets::new(SESSIONS),
            addresses: Buckets::new(ADDRESSES),
            files: Arc::new(Semaphore::new(FILES_AT_ONCE)),
        }))
    }

    /// Lets a request in, or says how many seconds to wait.
    fn admit(&self, request: &Request, from: Option<IpAddr>) -> Result<Place, u32> {
        let kept = &*self.0;
        let now = kept.now();
        let address = kept.addresses.name(from.map(client::network));
        let session = Cookie::Session
            .read(&kept.doors, request.headers())
            .map(|token| kept.sessions.name(token));
        let known = session.filter(|session| kept.sessions.knows(*session));
        let usual = usual(request);
        // Anybody can make up a cookie: it counts for nothing before the guard has found its session.
        let counted = if known.is_none() && nature::is_ours(request.uri().path()) {
            Counted::Attempt
        } else {
            usual
        };
        if !kept.addresses.begin(address, kept.limits.address_at_once) {
            return Err(1);
        }
        let mut place = Place {
            rates: self.clone(),
            address,
            session,
            usual,
            counted,
            file: None,
        };
        let waits = |micros: u64| u32::try_from(micros.div_ceil(1_000_000)).unwrap_or(u32::MAX);
        let (of_session, of_address) = kept.allowances(counted);
        kept.addresses
            .take(address, counted as usize, of_address, now)
            .map_err(waits)?;
        if let (Some(session), Some(allowance)) = (known, of_session) {
            kept.sessions
                .take(session, counted as usize, allowance, now)
                .map_err(waits)?;
        }
        if nature::is_file(request) {
            let room = Arc::clone(&kept.files).try_acquire_owned();
            place.file = Some(room.map_err(|_| 2_u32)?);
        }
        Ok(place)
    }
}

impl Kept {
    /// Microseconds since the start.
    fn now(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// Those of a session and of an address.
    fn allowances(&self, counted: Counted) -> (Option<Allowance>, Allowance) {
        let limits = &self.limits;
        match counted {
            Counted::Read => (Some(limits.session_reads), limits.address_reads),
            Counted::Write => (Some(limits.session_writes), limits.address_writes),
            Counted::File => (Some(limits.session_files), limits.address_files),
            Counted::Attempt => (None, limits.address_attempts),
        }
    }
}

/// A request's place among those under way.
struct Place {
    rates: Rates,
    address: u64,
    /// That of the cookie, whether or not there is such a session.
    session: Option<u64>,
    /// What the request counts as in a session, and what it was counted as.
    usual: Counted,
    counted: Counted,
    /// Held until the request has ended.
    file: Option<OwnedSemaphorePermit>,
}

impl Place {
    /// Learns from the answer whether the cookie was that of a session. Only those are remembered, so that made-up ones take nobody's
    /// place; the first request of one gives its attempt back.
    fn learn(&self, response: &Response) {
        let Some(session) = self.session else {
            return;
        };
        let kept = &*self.rates.0;
        let (attempt, attempts) = (Counted::Attempt as usize, kept.limits.address_attempts);
        let was_tried = self.counted == Counted::Attempt;
        if response.extensions().get::<Who>().is_some() {
            if was_tried {
                kept.addresses.give_back(self.address, attempt, attempts);
                kept.sessions.remember(session);
                if let (Some(allowance), _) = kept.allowances(self.usual) {
                    let kind = self.usual as usize;
                    let _ = kept.sessions.take(session, kind, allowance, kept.now());
                }
            }
        } else if response.status() == StatusCode::UNAUTHORIZED && !was_tried {
            kept.sessions.forget(session);
            let now = kept.now();
            let _ = kept.addresses.take(self.address, attempt, attempts, now);
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.rates.0.addresses.end(self.address);
    }
}

/// The middleware. It also notes, for the record and the log, from where the request came.
pub(super) async fn limit(
    State(rates): State<Rates>,
    mut request: Request,
    next: Next,
) -> Response {
    let from = client::address(request.headers(), request.extensions(), rates.0.proxies);
    if let Some(from) = from {
        request.extensions_mut().insert(Address(from.to_string()));
    }
    if !rates.0.limits.on {
        return next.run(request).await;
    }
    match rates.admit(&request, from) {
        Ok(place) => {
            let response = next.run(request).await;
            place.learn(&response);
            response
        }
        Err(wait_s) => too_many(wait_s.max(1), request.headers()),
    }
}

/// What a request counts as in a session.
fn usual(request: &Request) -> Counted {
    let path = request.uri().path();
    let is_read = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if nature::is_open(path) {
        Counted::Attempt
    } else if is_read {
        Counted::Read
    } else if nature::is_file(request) || path.ends_with("/evidence") {
        Counted::File
    } else {
        Counted::Write
    }
}

fn too_many(wait_s: u32, headers: &HeaderMap) -> Response {
    let id = headers.get("x-request-id").and_then(|id| id.to_str().ok());
    let kind = Kind::TooMany { wait_s };
    let detail = format!("Too many requests; wait {wait_s} seconds.");
    let problem = kind.into_error(detail, id.unwrap_or_default().to_owned());
    let mut response = Response::new(Body::from(serde_json::to_vec(&problem).unwrap_or_default()));
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    let into = response.headers_mut();
    into.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    into.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    into.insert(header::RETRY_AFTER, HeaderValue::from(wait_s));
    if let Some(id) = headers.get("x-request-id") {
        into.insert("x-request-id", id.clone());
    }
    response
}
