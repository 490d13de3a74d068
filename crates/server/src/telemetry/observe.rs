//! The outermost middleware: every request is counted, and at its end there is a line in the log.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use backend::fault::Who;
use contract::endpoint::ENDPOINTS;

use super::metrics::{CONSOLE, HEALTH, Metrics, UNKNOWN};

/// Counts a request and writes its line. Files of the console and signs of life are no news: they have one at `debug`.
pub async fn observe(
    State(metrics): State<Arc<Metrics>>,
    request: Request,
    next: Next,
) -> Response {
    let operation = operation(&request);
    let mut running = Running::begin(metrics, operation);
    let response = next.run(request).await;
    let status = response.status().as_u16();
    running.status = Some(status);
    let id = response.headers().get("x-request-id");
    let id = id.and_then(|id| id.to_str().ok()).unwrap_or_default();
    let who = response.extensions().get::<Who>();
    let caller = who.map_or("", |who| who.0.as_str());
    let ms = u64::try_from(running.began.elapsed().as_millis()).unwrap_or(u64::MAX);
    if matches!(operation, CONSOLE | HEALTH) {
        tracing::debug!(operation, status, ms, "request");
    } else {
        tracing::info!(request = id, operation, status, ms, caller, "request");
    }
    response
}

/// What is asked for, by the route that fits; never a part of the address itself.
fn operation(request: &Request) -> &'static str {
    let path = request.extensions().get::<MatchedPath>();
    let path = path.map_or("", MatchedPath::as_str);
    // A reading without the body is answered by whatever answers the reading.
    let word = match request.method() {
        &Method::HEAD => "GET",
        method => method.as_str(),
    };
    let mut endpoints = ENDPOINTS.iter();
    match endpoints.find(|facts| facts.path == path && facts.method.word() == word) {
        Some(facts) => facts.name,
        None if matches!(path, "/healthz" | "/readyz") => HEALTH,
        None if path.is_empty() => CONSOLE,
        None => UNKNOWN,
    }
}

/// A request that is being answered. It is counted when it ends, however it ends: also when the client hangs up.
struct Running {
    metrics: Arc<Metrics>,
    operation: &'static str,
    began: Instant,
    status: Option<u16>,
}

impl Running {
    fn begin(metrics: Arc<Metrics>, operation: &'static str) -> Running {
        metrics.begin();
        let began = Instant::now();
        Running {
            metrics,
            operation,
            began,
            status: None,
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.metrics
            .end(self.operation, self.status, self.began.elapsed());
    }
}
