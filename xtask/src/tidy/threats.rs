//! `SECURITY.md` names a test for every threat. Tests are renamed; each that is named must still be there.

use std::fs;
use std::path::Path;

use super::Problem;
use crate::Done;

const DOCUMENT: &str = "SECURITY.md";
/// Below this heading stands the table: threat, control, test.
const HEADING: &str = "## Threats";

/// Looks up every test of the table among the sources, Rust and end-to-end.
pub(crate) fn check(root: &Path, sources: &[(String, String)]) -> Done<Vec<Problem>> {
    let path = root.join(DOCUMENT);
    let text = fs::read_to_string(&path).map_err(|error| format!("{DOCUMENT}: {error}"))?;
    let is_there = |test: &str| {
        // Journeys through the product are called by sentences.
        let named = if test.contains(' ') {
            vec![test.to_owned()]
        } else {
            vec![format!("fn {test}("), format!("fn {test}<")]
        };
        let mut texts = sources.iter().map(|(_, text)| text);
        texts.any(|text| named.iter().any(|named| text.contains(named)))
    };
    Ok(check_text(&text, is_there))
}

fn check_text(text: &str, is_there: impl Fn(&str) -> bool) -> Vec<Problem> {
    let lines = text.lines().enumerate();
    let table = lines.skip_while(|(_, line)| *line != HEADING);
    let rows: Vec<(usize, &str)> = table
        .filter(|(_, line)| line.starts_with('|'))
        .skip(2)
        .collect();
    let mut found = Vec::new();
    if rows.is_empty() {
        let way_out = "keep the table of threats, controls and tests";
        found.push(Problem::new(
            DOCUMENT,
            1,
            format!("there is no table below {HEADING}"),
            way_out,
        ));
    }
    for (at, row) in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let tests = cells.last().copied().unwrap_or_default();
        let mut named = tests.split('`').skip(1).step_by(2).peekable();
        if named.peek().is_none() && !tests.contains("by hand") {
            let way_out = "name one in backticks, or say `by hand` and how";
            found.push(Problem::new(
                DOCUMENT,
                at + 1,
                "a threat without a test",
                way_out,
            ));
        }
        for test in named.filter(|test| is_name(test) && !is_there(test)) {
            let what = format!("the test `{test}` does not exist");
            found.push(Problem::new(
                DOCUMENT,
                at + 1,
                what,
                "name the test as it is called now",
            ));
        }
    }
    found
}

/// Commands stand in backticks, too.
fn is_name(quoted: &str) -> bool {
    !quoted.starts_with("cargo ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(rows: &str) -> Vec<String> {
        let text = format!(
            "# Security\n\n## Threats\n\n| Threat | Control | Test |\n|---|---|---|\n{rows}"
        );
        let found = check_text(&text, |test| test == "it_holds");
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_test_that_is_gone_and_a_threat_without_one_are_found() {
        assert_eq!(messages("| a | b | `it_holds` |\n"), Vec::<String>::new());
        assert_eq!(
            messages("| a | b | `it_holds`, `cargo xtask soak` |\n"),
            Vec::<String>::new()
        );
        let gone = messages("| a | b | `it_held` |\n");
        assert!(
            gone[0].starts_with("SECURITY.md:7: the test `it_held` does not exist"),
            "{gone:?}"
        );
        assert_eq!(messages("| a | b | some test |\n").len(), 1);
        assert_eq!(messages("").len(), 1);
    }
}
