//! The backend: one use case an endpoint, and a router over any [`store::Store`]. Runs on a server and inside the page.
//!
//! `http` reads requests and writes replies; the files named after resources decide; `store` keeps.

mod app;
mod application;
mod arrival;
mod ask;
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
pub mod cookie;
pub mod directory;
pub mod entrance;
mod evidence;
pub mod fault;
pub mod fixed;
mod heir;
mod history;
mod home;
mod http;
pub mod in_process;
pub mod invariants;
pub mod invitation;
mod link;
mod me;
mod member;
mod outline;
mod people;
mod permit;
pub mod ports;
pub mod record;
mod review;
mod role_request;
mod scene;
mod session;
mod share;
pub mod store;

use std::sync::Arc;

use domain::id::UserId;

pub use arrival::{Arrival, Turned, arrive};
pub use entrance::Doors;
pub use http::hash;
pub use http::{router, routes};
pub use session::known;

/// What every use case works with.
#[derive(Clone)]
pub struct Backend {
    /// Where everything is kept.
    pub store: Arc<dyn store::Store>,
    /// The time.
    pub clock: Arc<dyn ports::Clock>,
    /// What cannot be guessed.
    pub ids: Arc<dyn ports::Ids>,
    /// Makes files clean before they are kept.
    pub cleaner: Arc<dyn ports::Cleaner>,
    /// The demo identities that the sign-in offers, in this order; those that are not in the store are left out. With `None` the
    /// demo sign-in does not exist.
    pub demo: Option<Arc<[UserId]>>,
    /// The other ways in.
    pub doors: Arc<Doors>,
}
