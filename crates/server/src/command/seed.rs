//! `syncdesk seed`: a made-up person with many channels.

use std::process::ExitCode;

use backend::ports::Clock as _;
use backend::record::added;
use backend::store::Batch;
use domain::record::{Command, Object, Outcome};
use mock::seeds;

use super::place::Where;
use super::trace::trace;
use super::{Stop, print, runtime};
use crate::store;
use crate::world::SystemClock;

/// Adds the person and ends with whom to sign in as.
pub(super) fn run(channels: u32, place: &Where) -> Result<ExitCode, Stop> {
    let place = place.settings()?.place();
    let now = SystemClock.now();
    let count = usize::try_from(channels).map_err(Stop::failed)?;
    let (person, changes) = seeds::many(count, now);
    let mut trace = trace(Command::Seed);
    trace.add(Some(Object::from(&person)));
    let mut entry = trace.entry(None, now, Outcome::Done);
    // What is made up is told by its number; nobody looks for one value of it.
    entry.changes.push(added("channels", &channels.to_string()));
    runtime()?.block_on(async {
        let opened = store::open(&place, now).await.map_err(Stop::failed)?;
        let batch = Batch {
            changes,
            record: vec![entry],
            ..Batch::default()
        };
        let done = opened.store().commit(batch).await;
        opened.close().await;
        done.map_err(|problem| Stop::failed(format!("nothing was added: {problem:?}")))
    })?;
    print(&format!(
        "{channels} made-up channels are in {place}. Sign in as {person}\n"
    ))?;
    Ok(ExitCode::SUCCESS)
}
