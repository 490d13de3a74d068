//! The server as a library, for the binary and its tests: the store, the HTTP surface around the backend, the command line.

pub mod backup;
pub mod command;
pub mod config;
mod hex;
pub mod http;
pub mod oidc;
pub mod scrub;
pub mod store;
pub mod telemetry;
mod world;

pub use world::{RandomIds, SystemClock};
