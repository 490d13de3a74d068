//! How a request travels: over HTTP, or into the same router inside the page.

use std::future::Future;
use std::pin::Pin;

use crate::endpoint::Method;

/// The header that says for whom a call is made: the identifier of a person. A call for one in the session of another is refused.
pub const USER: &str = "syncdesk-user";

/// The header of a call that nobody has asked for by hand: it does not prolong the session.
pub const UNATTENDED: &str = "syncdesk-unattended";

/// A request, ready to travel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Method.
    pub method: Method,
    /// Path with query, beginning with `/`.
    pub path: String,
    /// Headers: lower-case name and value.
    pub headers: Vec<(&'static str, String)>,
    /// Body; empty for none.
    pub body: Vec<u8>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Status.
    pub status: u16,
    /// The version of what was read or changed, from the `ETag`.
    pub version: Option<u64>,
    /// Whether this answer was given before, from `Idempotency-Replayed`.
    pub replayed: bool,
    /// After how many seconds it is worth asking again, from `Retry-After`.
    pub retry_after_s: Option<u32>,
    /// Body.
    pub body: Vec<u8>,
}

/// The request did not arrive, or no answer came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreachable;

/// A future that stays on its thread: browsers have no other.
pub type Local<T> = Pin<Box<dyn Future<Output = T>>>;

/// Carries requests.
pub trait Transport: Send + Sync {
    /// Carries one request.
    fn send(&self, request: Request) -> Local<Result<Reply, Unreachable>>;
}
