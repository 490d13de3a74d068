//! The server as a library, for the binary and its tests: the store, the HTTP surface around the backend, the command line.

pub mod command;
mod hex;
pub mod http;
pub mod store;
mod world;

pub use world::{RandomIds, SystemClock};
