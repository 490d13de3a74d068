//! HTTP: the router, the guard before it, and how requests are read and replies written. Nothing here decides.

mod call;
mod cursor;
mod guard;
mod limits;
mod once;
mod place;
mod read;
mod reply;
mod router;

pub(crate) use call::{Call, OpenCall, Undone};
pub(crate) use cursor::{open_cursor, seal_cursor};
pub(crate) use guard::{SESSION_COOKIE, cookie, hash};
pub(crate) use limits::{excess, text_problem};
pub(crate) use reply::Done;
pub use router::router;
