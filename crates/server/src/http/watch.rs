//! What holds for every request but signs of life: it has an end in time, a place among a limited many, and a line in the log when it
//! fails.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use backend::fault::{Cause, UNKNOWN};
use contract::Kind;
use tokio::sync::Semaphore;

use super::nature::is_file;
use crate::telemetry::{REQUEST_ID, number};

/// Requests that are worked on at the same time. More would only wait for the same few connections to the database.
const AT_ONCE: usize = 512;
/// How long a request may take.
const TIME: Duration = Duration::from_secs(10);
/// How long one may take that brings a file.
const TIME_WITH_FILE: Duration = Duration::from_mins(1);

/// What the middleware keeps.
#[derive(Clone)]
pub(super) struct Watch {
    room: Arc<Semaphore>,
}

impl Watch {
    pub(super) fn new() -> Watch {
        let room = Arc::new(Semaphore::new(AT_ONCE));
        Watch { room }
    }
}

/// The middleware. The work goes on in a task of its own: it does not stop half-way when the client hangs up, and a panic in it is
/// an error like any other.
pub(super) async fn watch(State(watch): State<Watch>, request: Request, next: Next) -> Response {
    let id = number(request.headers()).to_owned();
    let what = route(&request);
    let Ok(place) = watch.room.try_acquire_owned() else {
        let (detail, cause) = (
            "Nothing was changed; try again.",
            "too many requests at once",
        );
        return failed(Kind::Unavailable, detail, cause, &id, &what);
    };
    let time = if is_file(&request) {
        TIME_WITH_FILE
    } else {
        TIME
    };
    let mut work = tokio::spawn(async move {
        let response = next.run(request).await;
        drop(place);
        response
    });
    match tokio::time::timeout(time, &mut work).await {
        Ok(Ok(response)) => {
            let cause = response.extensions().get::<Cause>();
            let cause = cause.map(|cause| cause.0.as_str());
            if response.status().is_server_error() {
                let cause = cause.unwrap_or("unknown");
                tracing::error!(request = %id, route = %what, cause, "failed");
            } else if let Some(cause) = cause {
                // A refusal stays one, even where it could not be recorded.
                tracing::error!(request = %id, route = %what, cause, "answered, and not all was done");
            }
            response
        }
        // What it said may be a person's; where it happened is in a line of its own.
        Ok(Err(_)) => failed(Kind::Internal, UNKNOWN, "it broke off", &id, &what),
        Err(_) => {
            // What was handed to the store is written though nobody waits for it any more.
            work.abort();
            failed(Kind::Unavailable, UNKNOWN, "it took too long", &id, &what)
        }
    }
}

/// What is asked for, as the log may have it: by the route that fits, never by the address as it came. What stands in a link to a
/// screen opens it, and what stands in others is a caller's to write.
fn route(request: &Request) -> String {
    let path = request.extensions().get::<MatchedPath>();
    path.map_or("the console", MatchedPath::as_str).to_owned()
}

/// A problem as any other endpoint gives it: `detail` says whether something was done; the cause is for the log only.
fn failed(kind: Kind, detail: &str, cause: &str, id: &str, what: &str) -> Response {
    tracing::error!(request = %id, route = %what, cause, "failed");
    let (status, _) = kind.status();
    let problem = kind.into_error(detail.to_owned(), id.to_owned());
    let mut response = Response::new(Body::from(serde_json::to_vec(&problem).unwrap_or_default()));
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telemetry::heard::Heard;

    use axum::Router;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;

    fn watched(watch: Watch) -> Router {
        async fn panics() -> &'static str {
            panic!("on purpose")
        }
        Router::new()
            .route("/panics", get(panics))
            .route("/api/v1/shares/{token}", get(panics))
            .route("/hangs", get(std::future::pending::<&'static str>))
            .fallback(panics)
            .layer(from_fn_with_state(watch, super::watch))
    }

    async fn problem(router: Router, path: &str) -> serde_json::Value {
        let request = Request::get(path).header(REQUEST_ID, "rq_1");
        let request = request.body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        let media = response.headers().get(header::CONTENT_TYPE).unwrap();
        assert_eq!(media, "application/problem+json");
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        serde_json::from_slice(&bytes).unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_link_to_a_screen_is_not_in_the_log() {
        let (log, _here) = Heard::here();
        let router = watched(Watch::new());
        for path in [
            "/api/v1/shares/see_planted",
            "/share/see_planted",
            "/planted%0A",
        ] {
            let problem = problem(router.clone(), path).await;
            assert!(problem["status"].as_u64().unwrap() >= 500, "{problem}");
        }
        let log = log.text();
        assert!(log.contains("route=/api/v1/shares/{token}"), "{log}");
        assert!(log.contains("route=the console"), "{log}");
        assert!(!log.contains("planted"), "{log}");
    }

    #[tokio::test]
    async fn a_refusal_that_was_not_recorded_is_in_the_log() {
        fn refused(because: Option<Cause>) -> Response {
            let mut fault = backend::fault::Fault::not_found();
            fault.cause = because;
            fault.into_response("rq_1")
        }
        let (log, _here) = Heard::here();
        let unrecorded = Cause("a refusal was not recorded: the disk is full".into());
        let router = Router::new()
            .route("/plain", get(async || refused(None)))
            .route("/unrecorded", get(async || refused(Some(unrecorded))))
            .layer(from_fn_with_state(Watch::new(), watch));
        for path in ["/plain", "/unrecorded"] {
            assert_eq!(problem(router.clone(), path).await["status"], 404);
        }
        let log = log.text();
        assert!(log.contains("route=/unrecorded"), "{log}");
        assert!(log.contains("the disk is full"), "{log}");
        assert!(!log.contains("/plain"), "{log}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_panic_a_hang_and_a_crowd_are_problems_with_a_number() {
        let watch = Watch::new();
        let table = [("/panics", 500), ("/hangs", 503)];
        for (path, status) in table {
            let problem = problem(watched(watch.clone()), path).await;
            assert_eq!(problem["status"], status, "{problem}");
            assert_eq!(problem["detail"], UNKNOWN, "it may have been done");
            assert_eq!(problem["request_id"], "rq_1");
            assert!(!problem.to_string().contains("on purpose"));
        }
        // The task that was ended gives its place back when it is next looked at.
        tokio::task::yield_now().await;
        assert_eq!(
            watch.room.available_permits(),
            AT_ONCE,
            "every place is free again"
        );
        let _all = watch.room.try_acquire_many(u32::try_from(AT_ONCE).unwrap());
        let crowded = problem(watched(watch.clone()), "/panics").await;
        assert_eq!(crowded["status"], 503);
        let detail = crowded["detail"].as_str().unwrap();
        assert!(detail.contains("Nothing was changed"), "{detail}");
    }
}
