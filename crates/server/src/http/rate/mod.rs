//! How often anybody may ask: per session and per address, each kind of request apart, in memory that does not grow.

#[cfg(test)]
mod tests;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use backend::Doors;
use backend::cookie::Cookie;
use backend::fault::{Noted, Who};
use backend::record::Address;
use contract::Kind;
use tokio::time::Instant;

use crate::http::bucket::{Allowance, Buckets};
use crate::http::client;
use crate::http::held::held;
use crate::http::limits::Limits;
use crate::http::nature;
use crate::http::turns::{Turn, Turns};

/// Sessions and addresses that are known at a time; each takes 64 bytes.
const SESSIONS: usize = 32_768;
const ADDRESSES: usize = 32_768;
/// How long a file waits for its turn: to come, when its body and the work on it still have their time within the request's own, and to go.
const WAIT_TO_COME: Duration = Duration::from_secs(20);
const WAIT_TO_GO: Duration = Duration::from_secs(8);
/// Seconds after which whoever did not get a turn may try again.
const AGAIN_S: u32 = 2;

/// What a request counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Read,
    Write,
    File,
    Attempt,
    /// With a cookie that could be a session's and was not seen yet.
    Unseen,
    /// Beside one of the others: what stays in the record although nothing changes.
    Entry,
}
const KINDS: usize = 6;

/// Which way a file goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Coming,
    Going,
}

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
    coming: Turns,
    going: Turns,
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
            coming: Turns::new(&limits, WAIT_TO_COME),
            going: Turns::new(&limits, WAIT_TO_GO),
        }))
    }

    /// Lets a request in, or says how many seconds to wait.
    fn admit(&self, request: &Request, from: Option<IpAddr>) -> Result<Place, u32> {
        let kept = &*self.0;
        let now = kept.now();
        let address = kept.addresses.name(from.map(client::network));
        let cookie = Cookie::Session.read(&kept.doors, request.headers());
        let session = cookie.map(|token| kept.sessions.name(token));
        let known = session.filter(|session| kept.sessions.knows(*session));
        let usual = usual(request);
        // Anybody can make up a cookie: it counts for nothing before the guard has found its session.
        let counted = if known.is_some() || !nature::is_ours(request.uri().path()) {
            usual
        } else if usual != Counted::Attempt && cookie.is_some_and(could_be_session) {
            Counted::Unseen
        } else {
            Counted::Attempt
        };
        if !kept.addresses.begin(address, kept.limits.address_at_once) {
            return Err(1);
        }
        let mut place = Place {
            rates: self.clone(),
            address,
            known: None,
            session,
            cookie: Cookie::Session.name(&kept.doors, request.headers()),
            usual,
            counted,
            file: way(request, usual),
            turn: None,
            noting: false,
        };
        if let Some(known) = known {
            if !kept.sessions.begin(known, kept.limits.session_at_once) {
                return Err(1);
            }
            place.known = Some(known);
        }
        let waits = |micros: u64| u32::try_from(micros.div_ceil(1_000_000)).unwrap_or(u32::MAX);
        let (of_session, of_address) = kept.allowances(counted);
        kept.addresses
            .take(address, counted as usize, of_address, now)
            .map_err(waits)?;
        if let (Some(session), Some(allowance)) = (known, of_session) {
            kept.sessions
                .take(session, counted as usize, allowance, now)
                .map_err(waits)?;
            place.noting = nature::is_ours(request.uri().path());
        }
        place.noting |= nature::is_return(request.uri().path());
        if place.noting {
            place.note(now).map_err(waits)?;
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
            Counted::Unseen => (None, limits.address_unseen),
            Counted::Entry => (Some(limits.session_entries), limits.address_entries),
        }
    }
}

/// A request's place among those under way.
struct Place {
    rates: Rates,
    address: u64,
    /// The session in which it is one of those under way.
    known: Option<u64>,
    /// That of the cookie, whether or not there is such a session.
    session: Option<u64>,
    /// The name that a session's cookie has here.
    cookie: &'static str,
    /// What the request counts as in a session, and what it was counted as.
    usual: Counted,
    counted: Counted,
    /// With a file that comes or goes, and its turn.
    file: Option<Way>,
    turn: Option<Turn>,
    /// Whether an entry in the record was counted beforehand: when it is known that there is one, it is there.
    noting: bool,
}

impl Place {
    /// Counts an entry in the record, or says how many microseconds to wait.
    fn note(&mut self, now: u64) -> Result<(), u64> {
        let kept = &*self.rates.0;
        let (kind, (of_session, of_address)) =
            (Counted::Entry as usize, kept.allowances(Counted::Entry));
        kept.addresses.take(self.address, kind, of_address, now)?;
        let session = self.known.zip(of_session);
        let taken = session.map_or(Ok(()), |(known, of)| {
            kept.sessions.take(known, kind, of, now)
        });
        if taken.is_err() {
            kept.addresses.give_back(self.address, kind, of_address);
        }
        taken
    }

    /// There was none.
    fn unnote(&self) {
        let kept = &*self.rates.0;
        let (kind, (of_session, of_address)) =
            (Counted::Entry as usize, kept.allowances(Counted::Entry));
        kept.addresses.give_back(self.address, kind, of_address);
        if let (Some(known), Some(of)) = (self.known, of_session) {
            kept.sessions.give_back(known, kind, of);
        }
    }

    /// Waits for the turn of a file that comes or goes; for anything else none is needed.
    ///
    /// # Errors
    /// The seconds to wait, when it did not come in time.
    async fn wait(&mut self) -> Result<(), u32> {
        let kept = &*self.rates.0;
        let turns = match self.file {
            Some(Way::Coming) => &kept.coming,
            Some(Way::Going) => &kept.going,
            None => return Ok(()),
        };
        let turn = turns.turn(self.session, self.address).await;
        self.turn = Some(turn.ok_or(AGAIN_S)?);
        Ok(())
    }

    /// Learns from the answer whether the cookie was that of a session, or begins one. Only those are remembered, so that made-up ones
    /// take nobody's place; the first request of one gives back what it was counted as.
    fn learn(&self, response: &Response) {
        let kept = &*self.rates.0;
        if self.noting && response.extensions().get::<Noted>().is_none() {
            self.unnote();
        }
        if let Some(token) = begun(response.headers(), self.cookie) {
            kept.sessions.remember(kept.sessions.name(token));
        }
        let Some(session) = self.session else {
            return;
        };
        let was_tried = matches!(self.counted, Counted::Attempt | Counted::Unseen);
        if response.extensions().get::<Who>().is_some() {
            if was_tried {
                let (_, tries) = kept.allowances(self.counted);
                kept.addresses
                    .give_back(self.address, self.counted as usize, tries);
                kept.sessions.remember(session);
                if let (Some(allowance), _) = kept.allowances(self.usual) {
                    let kind = self.usual as usize;
                    let _ = kept.sessions.take(session, kind, allowance, kept.now());
                }
            }
        } else if response.status() == StatusCode::UNAUTHORIZED && !was_tried {
            kept.sessions.forget(session);
            let (unseen, (_, tries)) = (Counted::Unseen, kept.allowances(Counted::Unseen));
            let now = kept.now();
            let _ = kept
                .addresses
                .take(self.address, unseen as usize, tries, now);
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.rates.0.addresses.end(self.address);
        if let Some(known) = self.known {
            self.rates.0.sessions.end(known);
        }
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
    let admitted = match rates.admit(&request, from) {
        Ok(mut place) => place.wait().await.map(|()| place),
        Err(wait_s) => Err(wait_s),
    };
    match admitted {
        Ok(place) => {
            let response = next.run(request).await;
            place.learn(&response);
            held(response, place)
        }
        Err(wait_s) => too_many(wait_s.max(1), request.headers()),
    }
}

/// Whether a cookie could be a session's, by its form: that of [`backend::ports::Ids::token`].
fn could_be_session(token: &str) -> bool {
    token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The token of the session that begins with an answer.
fn begun<'a>(headers: &'a HeaderMap, cookie: &str) -> Option<&'a str> {
    let set = headers.get_all(header::SET_COOKIE).iter();
    set.filter_map(|value| value.to_str().ok()?.split(';').next()?.split_once('='))
        .find_map(|(name, token)| (name == cookie && !token.is_empty()).then_some(token))
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

/// Which way a file goes with the request, as far as can be told before its body is there.
fn way(request: &Request, usual: Counted) -> Option<Way> {
    if usual == Counted::Read && nature::is_handed_out(request.uri().path()) {
        Some(Way::Going)
    } else if usual == Counted::File || nature::is_file(request) {
        Some(Way::Coming)
    } else {
        None
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
