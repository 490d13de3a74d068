//! `cargo xtask soak`: the proofs of the tests again, for long. Figures go to `docs/measurements.md` with the machine.

use std::fs;
use std::time::Instant;

use crate::Done;
use crate::shell::Shell;
use crate::step::{Log, seconds};
use crate::table::table;

/// Where the figures are kept.
const REPORT: &str = "docs/measurements.md";
const HEAD: &str = "# Measurements

What the long proofs found, each part with the command that runs it again and the machine that it ran on. `cargo xtask test` runs the
same proofs briefly. A figure that must be 0 ends the command with an error when it is not.
";
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
    let machine = machine();
    let mut failed = Vec::new();
    for part in chosen {
        let log = Log::create(shell.root(), &format!("soak-{}", part.name))?;
        let begun = Instant::now();
        let result = prove(shell, &log, part);
        let took = seconds(begun.elapsed());
        let figures = figures(&log.text());
        print!("{}", table(&[part.name, ""], &figures));
        match result {
            Ok(()) => {
                println!("ok    {:<10} {took:>7}  {}", part.name, part.shows);
                write(shell, &section(part, &figures, &took, &machine))?;
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
        log.run(cargo)
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

/// The part as it stands in the report.
fn section(part: &Part, figures: &[Vec<String>], took: &str, machine: &str) -> String {
    let mut text = format!(
        "## {}\n\n{}. `cargo xtask soak {}`, {took}, on {machine}.\n\n| | |\n|---|---:|\n",
        part.name, part.shows, part.name
    );
    for row in figures {
        text.extend(["| ", &row.join(" | "), " |\n"]);
    }
    text
}

/// Puts a section into the report, in place of the one of the same name.
fn write(shell: &Shell, section: &str) -> Done {
    let path = shell.path(REPORT);
    let before = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, replaced(&before, section))
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()))
}

fn replaced(report: &str, section: &str) -> String {
    let title = |section: &str| section.lines().next().unwrap_or_default().to_owned();
    let place = |title: &str| {
        let name = title.trim_start_matches("## ");
        PARTS
            .iter()
            .position(|part| part.name == name)
            .unwrap_or(PARTS.len())
    };
    let before = report
        .split("\n## ")
        .skip(1)
        .map(|rest| format!("## {}\n", rest.trim_end()));
    let mut sections: Vec<String> = before.filter(|one| title(one) != title(section)).collect();
    sections.push(section.to_owned());
    sections.sort_by_key(|one| place(&title(one)));
    format!("{HEAD}\n{}", sections.join("\n"))
}

/// Cores, memory and kernel, as Linux says them.
fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let cpus = read("/proc/cpuinfo");
    let line = |text: &str, name: &str| {
        let found = text.lines().find(|line| line.starts_with(name));
        let value = found.and_then(|line| line.split_once(':'));
        value
            .map(|(_, value)| value.trim().to_owned())
            .unwrap_or_default()
    };
    let cores = cpus
        .lines()
        .filter(|line| line.starts_with("processor"))
        .count();
    let memory = line(&read("/proc/meminfo"), "MemTotal");
    let kibibytes: u64 = memory.trim_end_matches(" kB").parse().unwrap_or(0);
    format!(
        "{cores} cores ({}), {} GiB, Linux {}",
        line(&cpus, "model name"),
        kibibytes.div_ceil(1024 * 1024),
        read("/proc/sys/kernel/osrelease").trim()
    )
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
    fn a_section_takes_the_place_of_the_one_before_it() {
        let first = replaced("", "## race\n\nold\n");
        let both = replaced(&first, "## model\n\nother\n");
        let again = replaced(&both, "## race\n\nnew\n");
        assert!(again.starts_with(HEAD) && !again.contains("old"));
        let place = |text: &str| again.find(text).unwrap();
        assert!(place("## model") < place("## race") && place("other") < place("new"));
        assert_eq!(replaced(&again, "## race\n\nnew\n"), again);
    }

    #[test]
    fn an_unknown_part_is_refused_with_the_list() {
        let error = choose(&["rase".to_owned()]).map(|_| ()).unwrap_err();
        assert!(error.contains("model, race, kill"), "{error}");
        assert_eq!(choose(&[]).unwrap().len(), PARTS.len());
    }
}
