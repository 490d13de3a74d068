//! `cargo xtask test`: everything that has to hold, stage after stage, the cheap ones first.

mod e2e;
mod stages;

use std::process::ExitCode;
use std::time::Instant;

use crate::Done;
use crate::setup::{self, Need};
use crate::shell::Shell;
use crate::step::{Log, seconds};

pub(crate) use e2e::pictures;
use stages::STAGES;
pub(crate) use stages::some_passed;

/// How much of a failed stage's log is shown; lines.
const TAIL: usize = 80;

/// One part of the proof, which can be run alone.
pub(crate) struct Stage {
    name: &'static str,
    /// What it shows, in a few words.
    shows: &'static str,
    /// What it needs from the distribution, looked for before the first stage begins.
    needs: &'static [Need],
    /// The stages without which this one cannot succeed.
    after: &'static [&'static str],
    run: fn(&Shell, &Log) -> Done,
}

/// Runs the named stages, or all. The last line is `N passed, N failed`.
pub(crate) fn run(shell: &Shell, names: &[String]) -> Done<ExitCode> {
    let chosen = choose(names)?;
    let needs: Vec<Need> = chosen
        .iter()
        .flat_map(|stage| stage.needs)
        .copied()
        .collect();
    Log::create(shell.root(), "test")?.watch(|log| setup::packages(shell, log, &needs))?;
    let begun = Instant::now();
    let mut failed: Vec<(&Stage, String)> = Vec::new();
    for stage in &chosen {
        let lacking = stage
            .after
            .iter()
            .find(|name| failed.iter().any(|(bad, _)| bad.name == **name));
        let begun = Instant::now();
        let result = match lacking {
            Some(name) => Err(format!("not run, because `{name}` failed")),
            None => prove(shell, stage),
        };
        let took = seconds(begun.elapsed());
        match result {
            Ok(()) => println!("ok    {:<10} {took:>7}  {}", stage.name, stage.shows),
            Err(message) => {
                println!("FAIL  {:<10} {took:>7}  {message}", stage.name);
                failed.push((stage, message));
            }
        }
    }
    println!("\n{} stages in {}", chosen.len(), seconds(begun.elapsed()));
    for (stage, message) in &failed {
        println!(
            "{}: {message}\n  alone: cargo xtask test {}",
            stage.name, stage.name
        );
    }
    println!("{}", closing_line(chosen.len(), failed.len()));
    Ok(if failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Runs one stage; shows the end of its log when it fails.
fn prove(shell: &Shell, stage: &Stage) -> Done {
    let log = Log::create(shell.root(), stage.name)?;
    let result = (stage.run)(shell, &log);
    if let Err(message) = &result {
        log.note(message);
        println!("{}", log.tail(TAIL));
    }
    result
}

/// The stages of these names, in the order in which they are run; all for no names.
fn choose(names: &[String]) -> Done<Vec<&'static Stage>> {
    if let Some(unknown) = names
        .iter()
        .find(|name| STAGES.iter().all(|stage| stage.name != **name))
    {
        let known: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        return Err(format!(
            "There is no stage `{unknown}`. There are: {}.",
            known.join(", ")
        ));
    }
    let wanted = |stage: &&Stage| names.is_empty() || names.iter().any(|name| name == stage.name);
    Ok(STAGES.iter().filter(wanted).collect())
}

fn closing_line(all: usize, failed: usize) -> String {
    format!("{} passed, {failed} failed", all - failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_run_in_their_order_and_an_unknown_one_is_refused_with_the_list() {
        let chosen = choose(&["native".to_owned(), "fmt".to_owned()]).unwrap();
        assert_eq!(
            chosen.iter().map(|stage| stage.name).collect::<Vec<_>>(),
            ["fmt", "native"]
        );
        assert_eq!(choose(&[]).unwrap().len(), STAGES.len());
        let error = choose(&["nativ".to_owned()]).map(|_| ()).unwrap_err();
        assert!(
            error.starts_with("There is no stage `nativ`. There are: fmt, tidy,"),
            "{error}"
        );
    }

    #[test]
    fn a_stage_comes_after_those_that_it_needs() {
        for (at, stage) in STAGES.iter().enumerate() {
            for needed in stage.after {
                assert!(
                    STAGES[..at].iter().any(|earlier| earlier.name == *needed),
                    "{needed}"
                );
            }
        }
    }

    #[test]
    fn the_closing_line_counts_stages() {
        assert_eq!(closing_line(9, 0), "9 passed, 0 failed");
        assert_eq!(closing_line(9, 2), "7 passed, 2 failed");
    }
}
