//! The whole HTTP surface: the backend's endpoints, the console's files, a sign of life, and what holds for every request.

mod console;
mod headers;
mod watch;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use backend::Backend;

pub use console::Console;
pub use headers::CONTENT_SECURITY_POLICY;

/// Everything that is answered on that address.
pub fn app(backend: Backend, console: Console, address: SocketAddr) -> Router {
    let ids = Arc::clone(&backend.ids);
    let surface = headers::Surface {
        is_loopback: address.ip().is_loopback(),
        is_demo: backend.demo.is_some(),
    };
    let console = Arc::new(console);
    let files = move |request: Request| {
        let console = Arc::clone(&console);
        async move { console.answer(request.method(), request.uri().path(), request.headers()) }
    };
    backend::router(backend)
        .route("/healthz", get(|| async { "ok" }))
        .fallback(files)
        .layer(from_fn_with_state(watch::Watch::new(ids), watch::watch))
        .layer(from_fn_with_state(surface, headers::protect))
}
