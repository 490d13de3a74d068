//! `cargo xtask tidy`: what neither the compiler nor clippy can see. Every message names the
//! place, what is wrong there, and the way out.

mod arrows;
mod colours;
mod documents;
mod lex;
mod outbound;
mod rooms;
mod sources;
mod threats;

use std::fmt;
use std::fs;
use std::path::Path;

use crate::Done;
use crate::fingerprint::files;
use lex::Line;

/// Prints everything that is untidy.
pub(crate) fn run(root: &Path) -> Done {
    let problems = problems(root)?;
    for problem in &problems {
        println!("{problem}");
    }
    if problems.is_empty() {
        println!("Tidy.");
        return Ok(());
    }
    Err(format!("{} untidy places.", problems.len()))
}

/// Everything that is untidy in the repository.
pub(crate) fn problems(root: &Path) -> Done<Vec<Problem>> {
    const RUST: &[&str] = &["src", "crates", "xtask", "tests", "examples", "build.rs"];
    const OTHERS: &[&str] = &[
        "style",
        "public",
        "index.html",
        "tools",
        "e2e",
        "Cargo.toml",
    ];
    let mut found = arrows::check(root)?;
    let rust = read(root, RUST, |end| end == "rs")?;
    for (name, text) in &rust {
        found.extend(check_source(&Source::new(name, text)));
    }
    for (name, text) in read(root, OTHERS, sources::is_written_by_hand)? {
        found.extend(sources::unfinished_text(&name, &text));
        found.extend(colours::check_text(&name, &text));
    }
    found.extend(documents::check(root)?);
    let journeys = read(root, &["e2e"], |end| end == "ts")?;
    found.extend(threats::check(root, &[rust, journeys].concat())?);
    Ok(found)
}

fn check_source(source: &Source) -> Vec<Problem> {
    let mut found = sources::check(source);
    found.extend(rooms::check(source));
    found.extend(outbound::check(source));
    found.extend(colours::check_source(source));
    found
}

/// One untidy place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    file: String,
    /// From 1; the first line when it concerns the whole file.
    line: usize,
    what: String,
    way_out: String,
}

impl Problem {
    fn new(file: &str, line: usize, what: impl Into<String>, way_out: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            what: what.into(),
            way_out: way_out.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}; {}",
            self.file, self.line, self.what, self.way_out
        )
    }
}

/// A Rust file, taken apart.
pub(crate) struct Source {
    /// From the root, with slashes.
    file: String,
    lines: Vec<Line>,
}

impl Source {
    fn new(file: &str, text: &str) -> Self {
        Self {
            file: file.to_owned(),
            lines: lex::lines(text),
        }
    }

    /// Whether the whole file serves tests only.
    fn is_test(&self) -> bool {
        const FOLDERS: &[&str] = &["tests", "benches", "examples", "conformance"];
        let mut parts = self.file.split('/');
        let name = parts.next_back().unwrap_or_default();
        matches!(name, "tests.rs" | "conformance.rs") || parts.any(|part| FOLDERS.contains(&part))
    }

    fn is_in(&self, folder: &str) -> bool {
        self.file
            .strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    }

    /// The lines of the product itself with their numbers: no tests.
    fn product(&self) -> impl Iterator<Item = (usize, &Line)> {
        let all = if self.is_test() {
            &[]
        } else {
            self.lines.as_slice()
        };
        all.iter()
            .enumerate()
            .filter(|(_, line)| !line.test)
            .map(|(at, line)| (at + 1, line))
    }

    fn problem(&self, line: usize, what: impl Into<String>, way_out: impl Into<String>) -> Problem {
        Problem::new(&self.file, line, what, way_out)
    }
}

/// Whether `word` stands in `text` as a whole word.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let after = rest.strip_prefix(word).unwrap_or_default();
        !before.ends_with(is_part) && !after.starts_with(is_part)
    })
}

/// Names and texts of the files at these places whose ending is wanted.
fn read(root: &Path, places: &[&str], wanted: fn(&str) -> bool) -> Done<Vec<(String, String)>> {
    let mut found = Vec::new();
    for place in places {
        for path in files(&root.join(place))? {
            let end = path
                .extension()
                .and_then(|end| end.to_str())
                .unwrap_or_default();
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
            let name = name.replace('\\', "/");
            if !wanted(end) || documents::MADE.iter().any(|made| name.starts_with(made)) {
                continue;
            }
            let text = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
            found.push((name, text));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let found: Vec<String> = problems(root)
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(found.is_empty(), "\n{}\n", found.join("\n"));
    }

    #[test]
    fn a_message_names_the_place_the_matter_and_the_way_out() {
        let problem = Problem::new("src/app.rs", 7, "a URL as text", "use src/path.rs");
        assert_eq!(
            problem.to_string(),
            "src/app.rs:7: a URL as text; use src/path.rs"
        );
    }

    #[test]
    fn a_word_is_found_only_whole() {
        assert!(has_word("use mock::seeds", "mock"));
        assert!(!has_word("hammock unmocked mock_up", "mock"));
    }

    #[test]
    fn lines_of_tests_are_not_the_product() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n";
        let numbers: Vec<usize> = Source::new("src/a.rs", text)
            .product()
            .map(|(n, _)| n)
            .collect();
        assert_eq!(numbers, [1, 6]);
        assert_eq!(
            Source::new("crates/x/tests/a.rs", text).product().count(),
            0
        );
    }
}
