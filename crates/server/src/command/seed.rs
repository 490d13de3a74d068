//! `syncdesk seed`: a made-up person with many channels.

use std::path::Path;
use std::process::ExitCode;

use backend::ports::Clock as _;
use backend::store::{Batch, Store as _};
use mock::seeds;

use super::{Stop, print, runtime};
use crate::store::SqliteStore;
use crate::world::SystemClock;

/// Adds the person and ends with whom to sign in as.
pub(super) fn run(channels: u32, data: &Path) -> Result<ExitCode, Stop> {
    let now = SystemClock.now();
    let count = usize::try_from(channels).map_err(Stop::failed)?;
    let (person, changes) = seeds::many(count, now);
    runtime()?.block_on(async {
        let store = SqliteStore::open(data, now).await.map_err(Stop::failed)?;
        let batch = Batch {
            changes,
            ..Batch::default()
        };
        let done = store.commit(batch).await;
        store.close().await;
        done.map_err(|problem| Stop::failed(format!("nothing was added: {problem:?}")))
    })?;
    print(&format!(
        "{channels} made-up channels are in {}. Sign in as {person}\n",
        data.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}
