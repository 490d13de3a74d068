//! Forgets, once an hour, what is of no use any more: old answers, sessions and sign-ins that have ended. A server that runs for months
//! would keep them otherwise.

use std::sync::Arc;
use std::time::Duration;

use backend::ports::Clock;
use backend::store::{Batch, Change, Store};

/// How often. Each of several servers does it; what one has forgotten is nothing to another.
const EVERY: Duration = Duration::from_hours(1);

/// Sweeps as long as it runs. The first time is an hour after the start, when it was done already.
pub(super) async fn keep(store: Arc<dyn Store>, clock: Arc<dyn Clock>) {
    loop {
        tokio::time::sleep(EVERY).await;
        let batch = Batch {
            changes: vec![Change::Sweep(clock.now())],
            ..Batch::default()
        };
        if let Err(problem) = store.commit(batch).await {
            tracing::warn!(?problem, "old sessions and answers were not removed");
        }
    }
}
