//! The outermost middleware: every request has a number, is counted, and has a line in the log at its end.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use backend::fault::Who;
use backend::ports::Ids;
use contract::endpoint::ENDPOINTS;

use super::metrics::{CONSOLE, HEALTH, Metrics, SIGN_INS, UNKNOWN};

/// The header with the number of a request: set here, whatever the caller sent, and on every answer.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The number of a request that came through here.
pub(crate) fn number(headers: &HeaderMap) -> &str {
    let number = headers.get(REQUEST_ID);
    number.and_then(|id| id.to_str().ok()).unwrap_or_default()
}

/// What the middleware keeps.
#[derive(Clone)]
pub struct Observed {
    metrics: Arc<Metrics>,
    ids: Arc<dyn Ids>,
}

impl Observed {
    /// Counts there, and takes numbers from there.
    pub fn new(metrics: Arc<Metrics>, ids: Arc<dyn Ids>) -> Observed {
        Observed { metrics, ids }
    }
}

/// Numbers and counts a request and writes its line. Files of the console and signs of life are no news: they have one at `debug`.
pub async fn observe(
    State(observed): State<Observed>,
    mut request: Request,
    next: Next,
) -> Response {
    let mut running = Running::begin(observed.metrics, &request, observed.ids.id("rq"));
    let id = HeaderValue::from_str(&running.id).ok();
    if let Some(id) = &id {
        request.headers_mut().insert(REQUEST_ID, id.clone());
    }
    let mut response = next.run(request).await;
    if let Some(id) = id {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    running.status = Some(response.status().as_u16());
    let who = response.extensions().get::<Who>();
    running.caller = who.map_or_else(String::new, |who| who.0.to_string());
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
    if let Some(facts) = endpoints.find(|facts| facts.path == path && facts.method.word() == word) {
        return facts.name;
    }
    if let Some((_, name)) = SIGN_INS.iter().find(|(route, _)| *route == path) {
        return name;
    }
    match path {
        "/healthz" | "/readyz" => HEALTH,
        "" => CONSOLE,
        _ => UNKNOWN,
    }
}

/// A request that is being answered. It is counted and told of when it ends, however it ends: also when the client hangs up.
struct Running {
    metrics: Arc<Metrics>,
    operation: &'static str,
    began: Instant,
    id: String,
    /// None as long as there is no answer.
    status: Option<u16>,
    /// Whose session it was, where it was anybody's.
    caller: String,
}

impl Running {
    fn begin(metrics: Arc<Metrics>, request: &Request, id: String) -> Running {
        metrics.begin();
        Running {
            metrics,
            operation: operation(request),
            began: Instant::now(),
            id,
            status: None,
            caller: String::new(),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let took = self.began.elapsed();
        self.metrics.end(self.operation, self.status, took);
        let (operation, request, caller) = (self.operation, &*self.id, &*self.caller);
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        match (self.status, matches!(operation, CONSOLE | HEALTH)) {
            (Some(status), true) => tracing::debug!(request, operation, status, ms, "request"),
            (Some(status), false) => {
                tracing::info!(request, operation, status, ms, caller, "request");
            }
            (None, true) => tracing::debug!(request, operation, ms, "the client did not wait"),
            (None, false) => tracing::info!(request, operation, ms, "the client did not wait"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telemetry::heard::Heard;
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use backend::fixed::CountingIds;
    use futures_util::FutureExt as _;
    use tower::ServiceExt as _;

    #[test]
    fn whoever_hangs_up_is_counted_and_has_a_line_with_the_number() {
        let (log, _here) = Heard::here();
        let metrics = Arc::new(Metrics::default());
        let observed = Observed::new(Arc::clone(&metrics), Arc::new(CountingIds::default()));
        let router = Router::new()
            .route("/api/v1/me", get(std::future::pending::<&'static str>))
            .layer(from_fn_with_state(observed, observe));
        let request = Request::get("/api/v1/me").body(Body::empty()).unwrap();
        assert!(router.oneshot(request).now_or_never().is_none());
        let log = log.text();
        assert!(log.contains("the client did not wait"), "{log}");
        assert!(log.contains("request=\"rq_"), "{log}");
        assert!(log.contains("operation=\"me_get\""), "{log}");
        let told = metrics.render();
        let gone = "syncdesk_requests_total{operation=\"me_get\",status=\"gone\"} 1\n";
        assert!(told.contains(gone), "{told}");
    }
}
