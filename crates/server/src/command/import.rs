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

/// How often it is decided what the file changes, when somebody else changes the same meanwhile.
const ATTEMPTS: usize = 3;

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
    for _ in 0..ATTEMPTS {
        if let Some(plan) = attempt(store, directory, now).await? {
            return Ok(plan);
        }
    }
    Err(nothing("somebody changes the same all the time; try again"))
}

fn nothing(words: &str) -> Stop {
    Stop::failed(format!("nothing was brought in: {words}"))
}

/// What was brought in; nothing when somebody changed the same or brought it in meanwhile.
async fn attempt(
    store: &dyn Store,
    directory: &Directory,
    now: Time,
) -> Result<Option<Plan>, Stop> {
    let planned = plan(store, &RandomIds, directory).await;
    let plan = match planned.map_err(|Down(words)| nothing(&words))? {
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
        found.map_err(|Down(words)| nothing(&words))?;
        batch.changes.extend(changes.iter().cloned());
        batch.record.push(entry);
    }
    if plan.steps.is_empty() {
        return Ok(Some(plan));
    }
    match store.commit(batch).await {
        Ok(()) => Ok(Some(plan)),
        Err(CommitError::Stale | CommitError::Conflict) => Ok(None),
        Err(CommitError::Unknown(words)) => Err(Stop::failed(format!(
            "it is not known whether anything was brought in: {words}; try again, what is there already is found"
        ))),
        Err(CommitError::Down(words)) => Err(nothing(&words)),
        Err(problem @ CommitError::KeyTaken) => Err(nothing(&format!("{problem:?}"))),
    }
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use backend::conformance::Wrapped;
    use backend::store::Change;
    use domain::role::{Duty, User};
    use mock::Memory;

    use super::*;

    const LISTED: &str = r#"{ "apps": [{ "number": 4711, "name": "새봄", "company": "새봄", "kind": "basic", "owner": "us_1" }] }"#;

    fn listed() -> Directory {
        serde_json::from_str(LISTED).unwrap()
    }

    fn now() -> Time {
        Time::from_millis(0)
    }

    /// A store with the owner.
    fn store() -> Arc<dyn Store> {
        let owner = User {
            id: "us_1".parse().unwrap(),
            name: "문채움".into(),
            organisation: "새봄".into(),
            duty: Duty::Applicant,
        };
        Arc::new(Memory::seeded(vec![Change::PutUser(owner)], b"").unwrap())
    }

    #[tokio::test]
    async fn what_comes_in_twice_at_once_is_there_once() {
        let (store, first) = (store(), AtomicBool::new(true));
        let other = store.clone();
        let raced = Wrapped::interleaved(store.clone()).meanwhile(Box::new(move |_| {
            let (other, is_first) = (other.clone(), first.swap(false, Ordering::SeqCst));
            Box::pin(async move {
                if is_first {
                    let plan = bring_in(&*other, &listed(), now()).await.unwrap();
                    assert_eq!((plan.added, plan.same), (1, 0));
                }
            })
        }));
        let plan = bring_in(&raced, &listed(), now()).await.unwrap();
        assert_eq!((plan.added, plan.same), (0, 1));
        assert_eq!(store.apps_after(None, 10).await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn that_nothing_was_brought_in_is_said_only_where_that_is_known() {
        let store = store();
        let silent = Wrapped::silent(store.clone());
        let Stop(_, words) = bring_in(&silent, &listed(), now()).await.unwrap_err();
        assert!(
            words.contains("not known") && !words.contains("nothing"),
            "{words}"
        );
        let plan = bring_in(&*store, &listed(), now()).await.unwrap();
        assert_eq!((plan.added, plan.same), (0, 1));
    }
}
