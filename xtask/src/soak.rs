//! `cargo xtask soak`: the proofs of the tests again, for long. Figures go to `docs/measurements.md` with the machine.

use std::time::Instant;

use crate::report::{self, Section};
use crate::shell::Shell;
use crate::step::{Log, seconds};
use crate::table::table;
use crate::test::some_passed;
use crate::{Done, setup};

/// What a line with a figure has in it.
const MARK: &str = "measured | ";

/// A proof that can be run for long.
struct Part {
    name: &'static str,
    shows: &'static str,
    /// Variables that ask for the long version.
    amounts: &'static [(&'static str, &'static str)],
    /// The test binary, and which of its tests.
    binary: &'static str,
    tests: &'static [&'static str],
}

const PARTS: &[Part] = &[
    Part {
        name: "model",
        shows: "random commands on the model and on the databases: the same answers",
        amounts: &[("SOAK_MODEL", "100000")],
        binary: "proof",
        tests: &["model::"],
    },
    Part {
        name: "race",
        shows: "many at the same time: limits hold, nothing happens twice, nothing is overwritten",
        amounts: &[("SOAK_RACE", "100000")],
        binary: "proof",
        tests: &["race::"],
    },
    Part {
        name: "kill",
        shows: "the server is killed in the middle of writes: nothing acknowledged is lost, nothing is half",
        amounts: &[("SOAK_KILLS", "100")],
        binary: "proof",
        tests: &["kill::"],
    },
    Part {
        name: "trouble",
        shows: "kills while tables are made, full disks, databases that go away, connections that break",
        amounts: &[("SOAK_UPGRADES", "50"), ("SOAK_CUTS", "2000")],
        binary: "proof",
        tests: &["upgrade::", "trouble::"],
    },
    Part {
        name: "matrix",
        shows: "every endpoint, every caller, their own, another's and no object: nobody gets what they should not",
        amounts: &[],
        binary: "it",
        tests: &["passes_the_conformance_suite"],
    },
    Part {
        name: "uploads",
        shows: "files made to do harm: none is kept as it came, none is served to be run",
        amounts: &[],
        binary: "hard",
        tests: &["hostile_corpus"],
    },
    Part {
        name: "siege",
        shows: "half a minute of slow, broken and greedy clients, signed in and not: nobody else waits longer",
        amounts: &[],
        binary: "hard",
        tests: &["a_siege_of_half_a_minute", "--ignored"],
    },
];

/// Runs the named parts, or all, and writes what they measured.
pub(crate) fn run(shell: &Shell, names: &[String]) -> Done {
    let chosen = choose(names)?;
    Log::create(shell.root(), "soak")?.watch(|log| setup::native(shell, log))?;
    let machine = report::machine();
    let mut failed = Vec::new();
    for part in chosen {
        let log = Log::create(shell.root(), &format!("soak-{}", part.name))?;
        let begun = Instant::now();
        let result = prove(shell, &log, part);
        let took = seconds(begun.elapsed());
        let figures = figures(&log.text());
        print!("{}", table(&[part.name, ""], &figures));
        match result.and_then(|()| section(part, figures, &took, &machine)) {
            Ok(section) => {
                println!("ok    {:<10} {took:>7}  {}", part.name, part.shows);
                report::write(shell, &section)?;
            }
            Err(message) => {
                println!(
                    "{}\nFAIL  {:<10} {took:>7}  {message}",
                    log.tail(80),
                    part.name
                );
                failed.push(part.name);
            }
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("failed: {}", failed.join(", ")))
    }
}

fn choose(names: &[String]) -> Done<Vec<&'static Part>> {
    let known = |name: &String| PARTS.iter().any(|part| part.name == *name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let known: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        return Err(format!(
            "There is no part `{unknown}`. There are: {}.",
            known.join(", ")
        ));
    }
    let wanted = |part: &&Part| names.is_empty() || names.iter().any(|name| name == part.name);
    Ok(PARTS.iter().filter(wanted).collect())
}

fn prove(shell: &Shell, log: &Log, part: &Part) -> Done {
    log.step(part.name, part.shows, "many minutes", || {
        let mut cargo = shell.builder("cargo");
        cargo.args([
            "test",
            "--profile",
            "soak",
            "--package",
            "server",
            "--test",
            part.binary,
            "--",
        ]);
        cargo.args(part.tests).arg("--nocapture");
        cargo.envs(part.amounts.iter().copied());
        log.run(cargo)?;
        some_passed(&log.text())
    })
}

/// What the tests said they measured, in their order.
fn figures(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().filter_map(|line| line.split_once(MARK));
    let figures = lines.filter_map(|(_, figure)| figure.split_once(" | "));
    figures
        .map(|(what, value)| vec![what.trim().to_owned(), value.trim().to_owned()])
        .collect()
}

/// The part as it stands in the report. A part without a figure has shown nothing.
fn section(part: &Part, figures: Vec<Vec<String>>, took: &str, machine: &str) -> Done<Section> {
    if figures.is_empty() {
        return Err("nothing was measured".to_owned());
    }
    Ok(Section {
        title: part.name.to_owned(),
        words: format!(
            "{}. `cargo xtask soak {}`, {took}, on {machine}.",
            part.shows, part.name
        ),
        head: vec!["", ""],
        rows: figures,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_among_other_words() {
        let text = "test a ... measured | kills | 3\nok\nmeasured | lost or half | 0\n";
        assert_eq!(figures(text), [["kills", "3"], ["lost or half", "0"]]);
    }

    #[test]
    fn a_part_without_a_figure_is_no_proof() {
        let rows = || vec![vec!["kills".to_owned(), "3".to_owned()]];
        let part = &PARTS[0];
        assert!(section(part, rows(), "1 s", "a machine").is_ok());
        assert!(section(part, Vec::new(), "1 s", "a machine").is_err());
    }

    #[test]
    fn an_unknown_part_is_refused_with_the_list() {
        let error = choose(&["rase".to_owned()]).map(|_| ()).unwrap_err();
        assert!(error.contains("model, race, kill"), "{error}");
        assert_eq!(choose(&[]).unwrap().len(), PARTS.len());
    }
}
