//! `syncdesk backup`, `restore` and `verify`.

use std::path::Path;
use std::process::ExitCode;

use backend::ports::Clock as _;

use super::place::Where;
use super::{FAILED, Stop, audit, print, runtime};
use crate::backup;
use crate::world::SystemClock;

/// Writes a backup.
pub(super) fn dump(place: &Where, to: &Path) -> Result<ExitCode, Stop> {
    let place = place.settings()?.place();
    let done = runtime()?.block_on(backup::dump(&place, to, SystemClock.now()));
    let done = done.map_err(Stop::failed)?;
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
    let report = runtime()?.block_on(backup::load(from, &place, SystemClock.now()));
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
