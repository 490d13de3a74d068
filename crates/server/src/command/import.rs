//! `syncdesk import`: the channels and apps of a company, brought in from a file. So an installation comes to have something to do.

use std::path::Path;
use std::process::ExitCode;

use backend::directory::{Plan, plan};
use backend::ports::Clock as _;
use backend::record::differences;
use backend::store::{Batch, CommitError, Down, Store};
use domain::account::NAME_CHARS_MAX;
use domain::directory::{Directory, Fault, faults};
use domain::record::{Command, Outcome};
use domain::time::Time;

use super::place::Where;
use super::trace::trace;
use super::{Stop, input, print, runtime};
use crate::store;
use crate::world::{RandomIds, SystemClock};

/// Reads the file, and brings in what it lists.
pub(super) fn run(file: &Path, place: &Where) -> Result<ExitCode, Stop> {
    let directory: Directory = input::json(file).map_err(Stop::not_understood)?;
    refuse(&faults(&directory))?;
    let place = place.settings()?.place();
    let now = SystemClock.now();
    let plan = runtime()?.block_on(async {
        let opened = store::open(&place, now).await.map_err(Stop::failed)?;
        let done = bring_in(&*opened.store(), &directory, now).await;
        opened.close().await;
        done
    })?;
    print(&format!(
        "{} added, {} changed, {} as they were, in {place}\n",
        plan.added, plan.changed, plan.same
    ))?;
    Ok(ExitCode::SUCCESS)
}

async fn bring_in(store: &dyn Store, directory: &Directory, now: Time) -> Result<Plan, Stop> {
    let nothing = |words: String| Stop::failed(format!("nothing was brought in: {words}"));
    let planned = plan(store, &RandomIds, directory).await;
    let plan = match planned.map_err(|Down(words)| nothing(words))? {
        Ok(plan) => plan,
        Err(strangers) => return Err(refused(&strangers)),
    };
    let mut batch = Batch {
        expect: plan.expect.clone(),
        ..Batch::default()
    };
    for changes in &plan.steps {
        let mut entry = trace(Command::Import).entry(None, now, Outcome::Done);
        let found = differences(store, &mut entry, changes).await;
        found.map_err(|Down(words)| nothing(words))?;
        batch.changes.extend(changes.iter().cloned());
        batch.record.push(entry);
    }
    if plan.steps.is_empty() {
        return Ok(plan);
    }
    let done = store.commit(batch).await;
    done.map_err(|problem| match problem {
        CommitError::Stale => nothing("somebody changed the same meanwhile; try again".to_owned()),
        other => nothing(format!("{other:?}")),
    })?;
    Ok(plan)
}

fn refuse(faults: &[(String, Fault)]) -> Result<(), Stop> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(refused(faults))
}

/// Every fault on a line of its own.
fn refused(faults: &[(String, Fault)]) -> Stop {
    let lines = faults
        .iter()
        .map(|(place, fault)| format!("\n  {place}: {}", words(*fault)));
    Stop::not_understood(format!(
        "nothing was brought in; the file has {} to put right:{}",
        faults.len(),
        lines.collect::<String>()
    ))
}

fn words(fault: Fault) -> String {
    match fault {
        Fault::Text => {
            format!("1 to {NAME_CHARS_MAX} characters on one line")
        }
        Fault::SearchId => "1 to 15 characters of Hangul syllables, a-z and 0-9".to_owned(),
        Fault::PublicId => "what stands after pf.kakao.com/, beginning with _".to_owned(),
        Fault::Number => "the app ID of the developers' site, a whole number".to_owned(),
        Fault::Twice => "another entry has it, too".to_owned(),
        Fault::Head => "has the master or owner among them; they are that already".to_owned(),
        Fault::Person => {
            "nobody with an open account has this identifier; everybody sees theirs under Settings"
                .to_owned()
        }
    }
}
