//! `syncdesk backup`, `restore` and `verify`.

use std::path::Path;
use std::process::ExitCode;

use backend::ports::Clock as _;
use backend::record::added;
use domain::record::{Command, Outcome};

use super::place::Where;
use super::trace::trace;
use super::{FAILED, Stop, audit, print, runtime};
use crate::backup;
use crate::world::SystemClock;

/// Writes a backup.
pub(super) fn dump(place: &Where, to: &Path) -> Result<ExitCode, Stop> {
    let place = place.settings()?.place();
    let now = SystemClock.now();
    let mut entry = trace(Command::Backup).entry(None, now, Outcome::Done);
    entry.changes = vec![added("to", &to.display().to_string())];
    let (done, noted) = runtime()?
        .block_on(async {
            let done = backup::dump(&place, to, now).await?;
            Ok((done, backup::note(&place, entry).await))
        })
        .map_err(|problem: String| Stop::failed(problem))?;
    // A copy of data that can only be read is a good one.
    if let Err(problem) = noted {
        eprintln!("syncdesk: the record of {place} does not say that a backup was made: {problem}");
    }
    print(&format!(
        "{} rows and {} evidence files of {place} are in {}.\n",
        done.rows,
        done.files,
        to.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Restores a backup and says what it looked at.
pub(super) fn load(from: &Path, place: &Where) -> Result<ExitCode, Stop> {
    let place = place.settings()?.place();
    let mut entry = trace(Command::Restore).entry(None, SystemClock.now(), Outcome::Done);
    entry.changes = vec![added("from", &from.display().to_string())];
    let report = runtime()?.block_on(backup::load(from, &place, entry));
    let report = report.map_err(Stop::failed)?;
    print(&format!(
        "{} was restored into {place}. {}",
        from.display(),
        report.text()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Looks through a place.
pub(super) fn verify(place: &Where) -> Result<ExitCode, Stop> {
    let place = place.settings()?.place();
    let anchors = audit::anchors(None, &place)?;
    let report = runtime()?.block_on(backup::verify(&place, anchors));
    let report = report.map_err(Stop::failed)?;
    print(&report.text())?;
    let is_sound = report.problems.is_empty();
    Ok(ExitCode::from(if is_sound { 0 } else { FAILED }))
}
