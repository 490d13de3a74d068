//! What the server tells about itself: metrics, a line in the log for every request, and whether it is ready.
//!
//! None of it holds a name, an address, a body, a cookie or what stands in a path: only operations, numbers and identifiers.

#[cfg(test)]
pub(crate) mod heard;
mod log;
mod metrics;
mod observe;
mod ready;

pub use log::{start as start_log, tell_of_panics};
pub use metrics::Metrics;
pub use observe::{Observed, observe};
pub(crate) use observe::{REQUEST_ID, number};
pub use ready::{Readiness, ready};

use std::sync::Arc;

use axum::Router;
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::get;

use crate::http::lock_down;

/// What Prometheus asks for, on a listener of its own.
pub fn page(metrics: Arc<Metrics>) -> Router {
    let answer = move || {
        let metrics = Arc::clone(&metrics);
        async move {
            let kind = "text/plain; version=0.0.4; charset=utf-8";
            ([(axum::http::header::CONTENT_TYPE, kind)], metrics.render())
        }
    };
    let locked = async |mut response: Response| {
        lock_down(response.headers_mut());
        response
    };
    Router::new()
        .route("/metrics", get(answer))
        .layer(map_response(locked))
}
