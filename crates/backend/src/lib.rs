//! The backend: one use case an endpoint, and a router over any [`store::Store`]. Runs on a server and inside the page.
//!
//! `http` reads requests and writes replies; the files named after resources decide; `store` keeps.

mod app;
mod application;
mod auth;
mod channel;
#[cfg(feature = "conformance")]
#[expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a suite of tests, called from other crates' tests"
)]
pub mod conformance;
mod evidence;
pub mod fault;
pub mod fixed;
mod home;
mod http;
pub mod in_process;
mod link;
mod me;
pub mod ports;
mod review;
mod role_request;
mod share;
pub mod store;

use std::sync::Arc;

use domain::id::UserId;

pub use http::router;

/// What every use case works with.
#[derive(Clone)]
pub struct Backend {
    /// Where everything is kept.
    pub store: Arc<dyn store::Store>,
    /// The time.
    pub clock: Arc<dyn ports::Clock>,
    /// What cannot be guessed.
    pub ids: Arc<dyn ports::Ids>,
    /// The demo identities that the sign-in offers, in this order; those that are not in the store are left out. With `None` the
    /// demo sign-in does not exist.
    pub demo: Option<Arc<[UserId]>>,
}
