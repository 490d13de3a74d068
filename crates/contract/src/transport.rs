//! How a request travels: over HTTP, or into the same router inside the page.

use std::future::Future;
use std::pin::Pin;

use crate::endpoint::Method;

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
