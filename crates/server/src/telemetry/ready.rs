//! Whether the server should be sent requests: it is not told to stop, and the store answers.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use backend::store::Store;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// So soon the store has to answer.
const TIME: Duration = Duration::from_secs(1);
/// For so long what was found counts for whoever asks next: nobody can keep the store busy by asking.
const FRESH: Duration = Duration::from_millis(250);

/// What readiness depends on. Clones share it.
#[derive(Clone)]
pub struct Readiness {
    store: Arc<dyn Store>,
    is_leaving: Arc<AtomicBool>,
    last: Arc<Last>,
}

impl Readiness {
    /// Ready as long as that store answers.
    pub fn of(store: Arc<dyn Store>) -> Readiness {
        Readiness {
            store,
            is_leaving: Arc::default(),
            last: Arc::default(),
        }
    }

    /// From now on it is not ready: the server was told to stop.
    pub fn leave(&self) {
        self.is_leaving.store(true, Ordering::Relaxed);
    }

    /// Asks the store for a session that cannot be: nothing is found, but it was looked for.
    async fn look(&self) -> Found {
        match tokio::time::timeout(TIME, self.store.session("")).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(_)) => Err("the store fails\n"),
            Err(_) => Err("the store does not answer\n"),
        }
    }
}

/// Why it is not ready, in a line.
type Found = Result<(), &'static str>;

/// What was found last. One at a time looks; the others wait for it.
#[derive(Default)]
struct Last(Mutex<Option<(Instant, Found)>>);

impl Last {
    async fn or(&self, look: impl Future<Output = Found>) -> Found {
        let mut last = self.0.lock().await;
        match *last {
            Some((at, found)) if at.elapsed() < FRESH => found,
            _ => {
                let found = look.await;
                *last = Some((Instant::now(), found));
                found
            }
        }
    }
}

/// `/readyz`: 200, or 503 with the reason in a word.
pub async fn ready(State(readiness): State<Readiness>) -> Response {
    if readiness.is_leaving.load(Ordering::Relaxed) {
        return not("leaving\n");
    }
    match readiness.last.or(readiness.look()).await {
        Ok(()) => "ready\n".into_response(),
        Err(why) => not(why),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn however_many_ask_the_store_is_asked_a_few_times_a_second() {
        let last = Last::default();
        let looks = std::cell::Cell::new(0);
        let look = async |found| {
            looks.set(looks.get() + 1);
            found
        };
        let crowd = (0..1_000).map(|_| last.or(look(Ok(()))));
        let said = futures_util::future::join_all(crowd).await;
        assert!(said.iter().all(Result::is_ok));
        assert_eq!(looks.get(), 1);
        tokio::time::advance(FRESH).await;
        assert_eq!(last.or(look(Err("gone"))).await, Err("gone"));
        assert_eq!(last.or(look(Ok(()))).await, Err("gone"), "a moment ago");
        assert_eq!(looks.get(), 2);
    }
}
