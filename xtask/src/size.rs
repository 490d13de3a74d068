//! How much the browser has to fetch, and the budget that keeps it small.

use std::fs;
use std::path::Path;

use crate::Done;
use crate::build;
use crate::fingerprint::files;
use crate::shell::Shell;
use crate::step::Log;
use crate::table::{grouped, table};

/// Budgets for what the release console needs to start: beginning and ending of the files' names, and their sum after Brotli; bytes.
const BUDGETS: &[(&str, &str, u64)] = &[
    ("console-", "wasm", 300_000),
    ("", "css", 12_000),
    ("", "js", 15_000),
];
/// Budget for each wasm file that is fetched later, when its first screen is opened; bytes after Brotli.
const LATER: u64 = 300_000;
/// A string that the backend inside the page carries, so that one can see whether it is there.
const MOCK: &[u8] = b"syncdesk-mock-backend";

/// `cargo xtask size`.
pub(crate) fn run(shell: &Shell) -> Done {
    Log::create(shell.root(), "size")?.watch(|log| build::console(shell, log))?;
    let found = measure(&shell.path(build::DIST))?;
    print!("{}", table(&HEAD, &rows(&found)));
    over_budget(&found)
}

/// Stage `size`: the budgets, and the mock exactly where it belongs.
pub(crate) fn check(shell: &Shell, log: &Log) -> Done {
    let found = measure(&shell.path(build::DIST))?;
    log.note(&table(&HEAD, &rows(&found)));
    over_budget(&found)?;
    for (folder, wanted) in [(build::DIST, false), (build::DEMO, true)] {
        if carries_mock(&shell.path(folder))? != wanted {
            let has = if wanted { "has no" } else { "has a" };
            return Err(format!("the wasm in {folder}/ {has} backend inside it"));
        }
    }
    Ok(())
}

/// Sizes of one file; bytes. None where the build made no compressed form.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sizes {
    name: String,
    raw: u64,
    gzip: Option<u64>,
    brotli: Option<u64>,
}

/// All files of a built console, without the compressed forms themselves.
pub(crate) fn measure(folder: &Path) -> Done<Vec<Sizes>> {
    let size = |path: &Path| fs::metadata(path).map(|data| data.len()).ok();
    let mut found = Vec::new();
    for path in files(folder)? {
        if ["br", "gz"]
            .iter()
            .any(|end| path.extension().is_some_and(|is| is == *end))
        {
            continue;
        }
        let beside = |end: &str| {
            let mut name = path.clone().into_os_string();
            name.push(end);
            size(Path::new(&name))
        };
        found.push(Sizes {
            name: path
                .strip_prefix(folder)
                .unwrap_or(&path)
                .to_string_lossy()
                .into_owned(),
            raw: size(&path).unwrap_or(0),
            gzip: beside(".gz"),
            brotli: beside(".br"),
        });
    }
    if found.is_empty() {
        return Err(format!(
            "{} is empty: run `cargo xtask build`",
            folder.display()
        ));
    }
    Ok(found)
}

pub(crate) const HEAD: [&str; 4] = ["bytes", "raw", "gzip", "Brotli"];

/// A row of the columns of `HEAD` for each file, with the sum for each budget below.
pub(crate) fn rows(found: &[Sizes]) -> Vec<Vec<String>> {
    let known = |size: Option<u64>| size.map_or_else(|| "–".to_owned(), grouped);
    let mut rows: Vec<Vec<String>> = found
        .iter()
        .map(|file| {
            vec![
                file.name.clone(),
                grouped(file.raw),
                known(file.gzip),
                known(file.brotli),
            ]
        })
        .collect();
    let mut total = |what: String, start: &str, end: &str| {
        let sum = |of: fn(&Sizes) -> u64| grouped(named(found, start, end).map(of).sum());
        rows.push(vec![
            what,
            sum(|file| file.raw),
            sum(|file| file.gzip.unwrap_or(file.raw)),
            sum(transferred),
        ]);
    };
    for (start, end, budget) in BUDGETS {
        let what = format!("to start: {start}*.{end} (budget {})", grouped(*budget));
        total(what, start, end);
    }
    total(
        "all .wasm, when every screen was opened".to_owned(),
        "",
        "wasm",
    );
    rows
}

fn over_budget(found: &[Sizes]) -> Done {
    for (start, end, budget) in BUDGETS {
        if let Some(bare) = named(found, "", end).find(|file| file.brotli.is_none()) {
            return Err(format!("{} was not compressed after the build", bare.name));
        }
        if named(found, start, end).next().is_none() {
            return Err(format!("the release console has no {start}*.{end} file"));
        }
        let sum: u64 = named(found, start, end).map(transferred).sum();
        if sum > *budget {
            return Err(format!(
                "{start}*.{end} weighs {} bytes after Brotli, the budget is {}",
                grouped(sum),
                grouped(*budget)
            ));
        }
    }
    match named(found, "", "wasm").find(|file| transferred(file) > LATER) {
        None => Ok(()),
        Some(file) => Err(format!(
            "{} weighs {} bytes after Brotli, the budget of one file is {}",
            file.name,
            grouped(transferred(file)),
            grouped(LATER)
        )),
    }
}

fn named<'a>(found: &'a [Sizes], start: &'a str, end: &'a str) -> impl Iterator<Item = &'a Sizes> {
    let is = move |file: &&Sizes| {
        file.name.starts_with(start)
            && Path::new(&file.name)
                .extension()
                .is_some_and(|has| has == end)
    };
    found.iter().filter(is)
}

fn transferred(file: &Sizes) -> u64 {
    file.brotli.unwrap_or(file.raw)
}

/// Whether any wasm file of a build carries the backend; the release console is in several.
fn carries_mock(folder: &Path) -> Done<bool> {
    let mut wasm = files(folder)?;
    wasm.retain(|path| path.extension().is_some_and(|end| end == "wasm"));
    if wasm.is_empty() {
        return Err(format!("{} holds no wasm", folder.display()));
    }
    for path in wasm {
        let bytes = fs::read(&path)
            .map_err(|error| format!("{}: cannot be read: {error}", path.display()))?;
        if bytes.windows(MOCK.len()).any(|part| part == MOCK) {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: Option<u64>) -> Sizes {
        Sizes {
            name: name.to_owned(),
            raw: 900_000,
            gzip: Some(400_000),
            brotli,
        }
    }

    fn console(wasm: u64) -> Vec<Sizes> {
        vec![
            file("console-1.wasm", Some(wasm)),
            file("app.css", Some(12_000)),
            file("a.js", Some(9_000)),
            file("b.js", Some(6_000)),
        ]
    }

    #[test]
    fn a_budget_may_be_reached_and_not_passed() {
        assert_eq!(over_budget(&console(300_000)), Ok(()));
        let error = over_budget(&console(300_001)).unwrap_err();
        assert_eq!(
            error,
            "console-*.wasm weighs 300 001 bytes after Brotli, the budget is 300 000"
        );
    }

    #[test]
    fn what_is_fetched_later_counts_file_by_file() {
        let mut found = console(300_000);
        found.push(file("chunk-1.wasm", Some(300_000)));
        assert_eq!(over_budget(&found), Ok(()));
        found.push(file("chunk-2.wasm", Some(300_001)));
        assert_eq!(
            over_budget(&found).unwrap_err(),
            "chunk-2.wasm weighs 300 001 bytes after Brotli, the budget of one file is 300 000"
        );
    }

    #[test]
    fn files_of_one_kind_are_added_up() {
        let mut found = console(1);
        found.push(file("c.js", Some(1)));
        assert!(over_budget(&found).unwrap_err().contains(".js"));
    }

    #[test]
    fn what_was_not_compressed_or_is_missing_fails() {
        let mut found = console(1);
        found.push(file("d.css", None));
        assert_eq!(
            over_budget(&found).unwrap_err(),
            "d.css was not compressed after the build"
        );
        assert!(over_budget(&[]).unwrap_err().contains("no console-*.wasm"));
    }

    #[test]
    fn the_table_shows_what_the_budget_is_held_against() {
        let text = table(&HEAD, &rows(&console(7)));
        let line = text
            .lines()
            .find(|line| line.starts_with("to start: console-"))
            .unwrap();
        let columns: Vec<&str> = line
            .split("  ")
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .collect();
        assert_eq!(
            columns,
            [
                "to start: console-*.wasm (budget 300 000)",
                "900 000",
                "400 000",
                "7"
            ]
        );
    }
}
