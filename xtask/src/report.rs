//! `docs/measurements.md`: sections that the long proofs and the measurements write, each with its command and the machine.

use std::fs;

use crate::Done;
use crate::shell::Shell;
use crate::table::table;

/// Where the figures are kept.
const REPORT: &str = "docs/measurements.md";
const HEAD: &str = "# Measurements

What `cargo xtask soak` and `cargo xtask bench` found. Each section has the command that writes it anew and the machine that it ran on. Soak
runs the proofs of `cargo xtask test` for long; a part is written only when everything in it held. Bench says what things cost, and holds the
figures that matter against bars; when one is missed it says so here, and the command ends with an error. Between machines only ratios may be
compared.
";

/// What one measurement says: a title that no other section has, a sentence or two, and a table.
pub(crate) struct Section {
    pub(crate) title: String,
    /// What was done, by which command and where.
    pub(crate) words: String,
    pub(crate) head: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Section {
    /// For a terminal.
    pub(crate) fn plain(&self) -> String {
        format!("\n{}\n{}", self.title, table(&self.head, &self.rows))
    }

    fn markdown(&self) -> String {
        let line = |cells: &[String]| {
            let cell = |cell: &String| {
                if cell.is_empty() {
                    " |".to_owned()
                } else {
                    format!(" {cell} |")
                }
            };
            format!("|{}\n", cells.iter().map(cell).collect::<String>())
        };
        let head: Vec<String> = self.head.iter().map(ToString::to_string).collect();
        let figures = "---:|".repeat(head.len().saturating_sub(1));
        let rows: String = self.rows.iter().map(|row| line(row)).collect();
        format!(
            "## {}\n\n{}\n\n{}|---|{figures}\n{rows}",
            self.title,
            self.words,
            line(&head)
        )
    }
}

/// Puts a section into the report: in place of the one of the same title, else at the end.
pub(crate) fn write(shell: &Shell, section: &Section) -> Done {
    let path = shell.path(REPORT);
    let before = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, replaced(&before, &section.markdown()))
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()))
}

fn replaced(report: &str, section: &str) -> String {
    let title = |section: &str| section.lines().next().unwrap_or_default().to_owned();
    let before = report.split("\n## ").skip(1);
    let mut sections: Vec<String> = before
        .map(|rest| format!("## {}\n", rest.trim_end()))
        .collect();
    match sections.iter_mut().find(|one| title(one) == title(section)) {
        Some(one) => section.clone_into(one),
        None => sections.push(section.to_owned()),
    }
    format!("{HEAD}\n{}", sections.join("\n"))
}

/// Cores, memory and kernel, as Linux says them.
pub(crate) fn machine() -> String {
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

    fn section(title: &str, value: &str) -> String {
        let section = Section {
            title: title.to_owned(),
            words: "Done so.".to_owned(),
            head: vec!["", "value"],
            rows: vec![vec!["figure".to_owned(), value.to_owned()]],
        };
        section.markdown()
    }

    #[test]
    fn a_section_is_a_title_a_sentence_and_a_table() {
        assert_eq!(
            section("race", "7"),
            "## race\n\nDone so.\n\n| | value |\n|---|---:|\n| figure | 7 |\n"
        );
    }

    #[test]
    fn a_section_takes_the_place_of_the_one_before_it() {
        let first = replaced("", &section("race", "111"));
        let both = replaced(&first, &section("bench bars", "other"));
        let again = replaced(&both, &section("race", "222"));
        assert!(again.starts_with(HEAD) && !again.contains("111"));
        let place = |text: &str| again.find(text).unwrap();
        assert!(place("222") < place("## bench bars") && place("## bench bars") < place("other"));
        assert_eq!(replaced(&again, &section("race", "222")), again);
    }
}
