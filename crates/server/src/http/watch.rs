//! What holds for every request: it has a number, an end in time, a place among a limited many, and a line in the log when it fails.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use backend::fault::Cause;
use backend::ports::Ids;
use contract::Kind;
use tokio::sync::Semaphore;

/// Requests that are worked on at the same time. More would only wait for the same few connections to the database.
const AT_ONCE: usize = 512;
/// How long a request may take.
const TIME: Duration = Duration::from_secs(10);
/// How long one may take that brings a file.
const TIME_WITH_FILE: Duration = Duration::from_mins(1);
/// Bodies longer than this are files.
const FILE_BYTES: u64 = 256 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What the middleware keeps.
#[derive(Clone)]
pub(super) struct Watch {
    ids: Arc<dyn Ids>,
    room: Arc<Semaphore>,
}

impl Watch {
    pub(super) fn new(ids: Arc<dyn Ids>) -> Watch {
        let room = Arc::new(Semaphore::new(AT_ONCE));
        Watch { ids, room }
    }
}

/// The middleware. The work goes on in a task of its own: it does not stop half-way when the client hangs up, and a panic in it is
/// an error like any other.
pub(super) async fn watch(
    State(watch): State<Watch>,
    mut request: Request,
    next: Next,
) -> Response {
    let id = watch.ids.id("rq");
    let what = format!("{} {}", request.method(), plain(request.uri().path()));
    if let Ok(id) = HeaderValue::from_str(&id) {
        request.headers_mut().insert(REQUEST_ID, id);
    }
    let Ok(place) = watch.room.try_acquire_owned() else {
        return failed(Kind::Unavailable, "too many requests at once", &id, &what);
    };
    let time = time_for(request.headers());
    let mut work = tokio::spawn(async move {
        let response = next.run(request).await;
        drop(place);
        response
    });
    match tokio::time::timeout(time, &mut work).await {
        Ok(Ok(response)) => {
            if response.status().is_server_error() {
                let cause = response.extensions().get::<Cause>();
                let cause = cause.map_or("unknown", |cause| &cause.0);
                tracing::error!(request = %id, cause, "{what}");
            }
            response
        }
        Ok(Err(panic)) => failed(Kind::Internal, &panic.to_string(), &id, &what),
        Err(_) => {
            work.abort();
            failed(Kind::Unavailable, "it took too long", &id, &what)
        }
    }
}

/// A path as the log may have it: what stands in a link to a screen opens it, so it is left out.
fn plain(path: &str) -> &str {
    for before in ["/shares/", "/share/"] {
        if let Some(at) = path.find(before) {
            return path.get(..at + before.len()).unwrap_or_default();
        }
    }
    path
}

fn time_for(headers: &HeaderMap) -> Duration {
    let length = headers.get(header::CONTENT_LENGTH);
    let bytes = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if bytes.is_some_and(|bytes| bytes > FILE_BYTES) {
        TIME_WITH_FILE
    } else {
        TIME
    }
}

/// A problem as any other endpoint gives it; the cause is for the log only.
fn failed(kind: Kind, cause: &str, id: &str, what: &str) -> Response {
    tracing::error!(request = %id, cause, "{what}");
    let (status, _) = kind.status();
    let detail = "Nothing is known to be wrong with the request. Try again in a moment.";
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
    use axum::Router;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;

    use crate::world::RandomIds;

    #[test]
    fn a_link_to_a_screen_is_not_in_the_log() {
        assert_eq!(plain("/api/v1/shares/see_x"), "/api/v1/shares/");
        assert_eq!(plain("/share/see_x"), "/share/");
        assert_eq!(plain("/api/v1/me"), "/api/v1/me");
    }

    fn watched(watch: Watch) -> Router {
        async fn panics() -> &'static str {
            panic!("on purpose")
        }
        Router::new()
            .route("/panics", get(panics))
            .route("/hangs", get(std::future::pending::<&'static str>))
            .layer(from_fn_with_state(watch, super::watch))
    }

    async fn problem(router: Router, path: &str) -> serde_json::Value {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        let media = response.headers().get(header::CONTENT_TYPE).unwrap();
        assert_eq!(media, "application/problem+json");
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        serde_json::from_slice(&bytes).unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_panic_a_hang_and_a_crowd_are_problems_with_a_number() {
        let watch = Watch::new(Arc::new(RandomIds));
        let table = [("/panics", 500), ("/hangs", 503)];
        for (path, status) in table {
            let problem = problem(watched(watch.clone()), path).await;
            assert_eq!(problem["status"], status, "{problem}");
            assert!(problem["request_id"].as_str().unwrap().starts_with("rq_"));
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
    }
}
