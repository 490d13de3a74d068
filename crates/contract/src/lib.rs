//! The HTTP contract: every endpoint with its bodies and errors, and a typed client. Shared by the router and by whoever calls it.

pub mod body;
pub mod client;
pub mod endpoint;
pub mod error;
pub mod failure;
pub mod member;
#[cfg(feature = "schema")]
pub mod openapi;
pub mod people;
pub mod query;
pub mod record;
pub mod share;
pub mod transport;

pub use client::{Client, Tagged};
pub use endpoint::{ENDPOINTS, Endpoint, Facts, Method};
pub use error::{ApiError, FieldProblem, Kind};
pub use failure::Failure;
pub use transport::{Reply, Request, Transport};
