//! Documents name files; files move. Every path in backticks must still be there.

use std::fs;
use std::path::Path;

use super::Problem;
use crate::Done;
use crate::fingerprint::files;

/// Where a path of the repository starts.
const PLACES: &[&str] = &[
    "src", "crates", "xtask", "tests", "e2e", "tools", "docs", "style", "public", "examples",
    "cases", ".github", ".ci", ".cargo",
];
/// What is made when something runs, and not in a clone.
pub(crate) const MADE: &[&str] = &[
    "e2e/results",
    "e2e/shots",
    "e2e/node_modules",
    "tools/node_modules",
];

pub(crate) fn check(root: &Path) -> Done<Vec<Problem>> {
    let mut documents = files(&root.join("docs"))?;
    let entries = fs::read_dir(root).map_err(|error| format!("{}: {error}", root.display()))?;
    documents.extend(entries.flatten().map(|entry| entry.path()));
    documents.retain(|path| path.extension().is_some_and(|end| end == "md"));
    documents.sort();
    let mut found = Vec::new();
    for path in documents {
        let name = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
        found.extend(check_text(&name, &text, |named| {
            root.join(named).exists() || path.with_file_name(named).exists()
        }));
    }
    Ok(found)
}

fn check_text(file: &str, text: &str, exists: impl Fn(&str) -> bool) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        // Between the first and the second backtick, between the third and the fourth, …
        for quoted in line.split('`').skip(1).step_by(2) {
            if let Some(path) = path_in(quoted)
                && !exists(path)
            {
                let what = format!("`{path}` does not exist");
                found.push(Problem::new(
                    file,
                    at + 1,
                    what,
                    "name the file as it is called now",
                ));
            }
        }
    }
    found
}

/// The path that is quoted, when it is one of the repository.
fn path_in(quoted: &str) -> Option<&str> {
    let path = quoted.split(':').next()?.trim_end_matches('/');
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    if !path.chars().all(plain) || MADE.iter().any(|made| path.starts_with(made)) {
        return None;
    }
    let (place, inside) = path.split_once('/').unwrap_or((path, ""));
    if inside.is_empty() {
        let is_document = path.strip_suffix(".md").is_some_and(|name| {
            name.chars()
                .all(|letter| letter.is_ascii_uppercase() || letter == '_')
        });
        let is_manifest = matches!(
            path,
            "Cargo.toml" | "Trunk.toml" | "clippy.toml" | "index.html"
        );
        return (is_document || is_manifest).then_some(path);
    }
    PLACES.contains(&place).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        let exists = |path: &str| path == "src/app.rs" || path == "crates/ui";
        check_text("README.md", text, exists)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_path_that_is_gone_is_named_with_its_line() {
        let text = "See `src/app.rs`, `crates/ui/`.\nSee `src/gone.rs:12` and `GONE.md`.\n";
        assert_eq!(
            messages(text),
            [
                "README.md:2: `src/gone.rs` does not exist; name the file as it is called now",
                "README.md:2: `GONE.md` does not exist; name the file as it is called now",
            ]
        );
    }

    #[test]
    fn what_is_no_path_of_the_repository_is_left_alone() {
        let text = "`cargo xtask run` `src/pages/<screen>/` `crates/*` `application/json` `dist/` \
            `e2e/shots/a.png` `application.json` `GET /api/v1`\n```\n`src/gone.rs`\n```\n";
        assert_eq!(messages(text), Vec::<String>::new());
    }
}
