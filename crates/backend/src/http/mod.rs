//! HTTP: the router, the guard before it, and how requests are read and replies written. Nothing here decides.

mod act;
mod call;
mod cursor;
mod foreign;
mod guard;
mod limits;
mod once;
mod place;
mod read;
mod reply;
mod router;
mod twice;

pub(crate) use call::{ATTEMPTS, Call, OpenCall, Undone, ended};
pub(crate) use cursor::{open_cursor, seal_cursor};
pub use guard::hash;
pub(crate) use guard::is_for_another;
pub(crate) use limits::{excess, is_misleading, text_problem};
pub(crate) use reply::Done;
pub use router::{router, routes};
