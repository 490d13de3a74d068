//! The whole HTTP surface: the backend's endpoints, the console's files, a sign of life, and what holds for every request.

mod bucket;
mod client;
mod console;
mod headers;
mod held;
mod host;
mod hurry;
mod limits;
mod listen;
mod nature;
mod patient;
mod rate;
mod turns;
mod watch;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use backend::Backend;

use crate::oidc::Gate;
use crate::telemetry::{Metrics, Observed, Readiness, observe, ready};

pub use bucket::Allowance;
pub use console::Console;
pub use headers::CONTENT_SECURITY_POLICY;
pub(crate) use headers::lock_down;
pub use limits::Limits;
pub use listen::{Wire, serve};

/// What the surface has to know beside the backend.
#[derive(Clone)]
pub struct Front {
    /// Where it listens.
    pub address: SocketAddr,
    /// How browsers reach it, where that is configured: then it answers under no other name.
    pub public_url: Option<String>,
    /// Whether browsers come by TLS, which a proxy in front ends.
    pub is_https: bool,
    /// Whether it should be sent requests.
    pub readiness: Readiness,
    /// Where requests are counted.
    pub metrics: Arc<Metrics>,
    /// How often anybody may ask.
    pub limits: Limits,
    /// Proxies of ours that every request passes.
    pub proxies: usize,
    /// The way in by providers.
    pub gate: Option<Gate>,
}

/// Everything that is answered there.
pub fn app(backend: Backend, console: Console, front: Front) -> Router {
    let ids = Arc::clone(&backend.ids);
    let rates = rate::Rates::new(front.limits, front.proxies, Arc::clone(&backend.doors));
    let surface = headers::Surface {
        names: host::Names::new(front.public_url.as_deref(), front.address.ip()),
        is_loopback: front.address.ip().is_loopback(),
        is_https: front.is_https,
        is_demo: backend.demo.is_some(),
    };
    let console = Arc::new(console);
    let files = move |request: Request| {
        let console = Arc::clone(&console);
        async move { console.answer(request.method(), request.uri().path(), request.headers()) }
    };
    let gate = front.gate.map(Gate::router).unwrap_or_default();
    backend::router(backend)
        .merge(gate)
        .fallback(files)
        .layer(from_fn(hurry::hurry))
        .layer(from_fn_with_state(rates, rate::limit))
        .layer(from_fn_with_state(watch::Watch::new(), watch::watch))
        // A layer is around what stands before it: signs of life are answered however many ask for other things.
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready).with_state(front.readiness))
        .layer(from_fn_with_state(surface, headers::protect))
        .layer(from_fn_with_state(
            Observed::new(front.metrics, ids),
            observe,
        ))
}
