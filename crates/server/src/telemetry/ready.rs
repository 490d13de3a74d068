//! Whether the server should be sent requests: it is not told to stop, and the store answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use backend::store::Store;

/// So soon the store has to answer.
const TIME: Duration = Duration::from_secs(1);

/// What readiness depends on. Clones share it.
#[derive(Clone)]
pub struct Readiness {
    store: Arc<dyn Store>,
    is_leaving: Arc<AtomicBool>,
}

impl Readiness {
    /// Ready as long as that store answers.
    pub fn of(store: Arc<dyn Store>) -> Readiness {
        let is_leaving = Arc::default();
        Readiness { store, is_leaving }
    }

    /// From now on it is not ready: the server was told to stop.
    pub fn leave(&self) {
        self.is_leaving.store(true, Ordering::Relaxed);
    }
}

/// `/readyz`: 200, or 503 with the reason in a word.
pub async fn ready(State(readiness): State<Readiness>) -> Response {
    if readiness.is_leaving.load(Ordering::Relaxed) {
        return not("leaving\n");
    }
    // A session that cannot be: nothing is found, but it was looked for.
    match tokio::time::timeout(TIME, readiness.store.session("")).await {
        Ok(Ok(_)) => "ready\n".into_response(),
        Ok(Err(_)) => not("the store fails\n"),
        Err(_) => not("the store does not answer\n"),
    }
}

fn not(why: &'static str) -> Response {
    (
        StatusCode::SERVICE_UNAVAILABLE,
        [(header::RETRY_AFTER, "2")],
        why,
    )
        .into_response()
}
