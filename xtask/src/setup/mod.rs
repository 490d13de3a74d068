//! What has to be on the machine before anything can be built or tested. Each function looks
//! first, installs only what is missing, and where it may not install says in one line what to do.

mod browser;
mod cargo_tools;
mod database;
mod distribution;
mod node;

pub(crate) use browser::{chromedriver, chromium};
pub(crate) use cargo_tools::WASI;
pub(crate) use node::own_node_folders;

use crate::Done;
use crate::shell::Shell;
use crate::step::Log;
use cargo_tools::WASM;

/// What the distribution has to provide.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Node, which makes the console small and drives the browser.
    Node,
    /// PostgreSQL, which the tests start for themselves.
    Database,
    /// `kill` and `pgrep`, with which the tests end servers.
    Processes,
    /// Chromium, its driver, and a font that can draw Hangul.
    Browser,
}

/// Looks for everything at once, so that nobody learns of one package after the other, each after minutes of building. Where it may not
/// install what is missing, the error has all of it in one line.
pub(crate) fn packages(shell: &Shell, log: &Log, needs: &[Need]) -> Done {
    let mut missing = Vec::new();
    for need in [Need::Node, Need::Database, Need::Processes, Need::Browser] {
        if needs.contains(&need) {
            missing.extend(need.missing(shell));
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    distribution::install(shell, log, &missing, "building and testing need it")
}

impl Need {
    fn missing(self, shell: &Shell) -> Vec<&'static str> {
        match self {
            Need::Node => node::missing(shell).to_vec(),
            Need::Database => database::missing(shell).to_vec(),
            Need::Processes if is_there(shell, &["kill", "pgrep"]) => Vec::new(),
            Need::Processes => vec!["procps"],
            Need::Browser => browser::missing(shell),
        }
    }
}

fn is_there(shell: &Shell, programs: &[&str]) -> bool {
    let mut programs = programs.iter();
    programs.all(|program| shell.version(program).is_some())
}

/// For building the console: the wasm target, wasm-bindgen, trunk, and the node tools that make
/// its files small.
pub(crate) fn console(shell: &Shell, log: &Log) -> Done {
    // First, because it may have to be installed by hand: nobody should learn that after ten minutes.
    packages(shell, log, &[Need::Node])?;
    node::runtime(shell, log)?;
    cargo_tools::target(shell, log, WASM, "the console runs in the browser")?;
    cargo_tools::wasm_bindgen(shell, log)?;
    cargo_tools::trunk(shell, log)?;
    cargo_tools::wasm_split(shell, log)?;
    node::packages(
        shell,
        log,
        "tools",
        "wasm-opt and esbuild make the console small",
    )
}

/// For running a program of ours as wasm outside of a browser: the target, and Node.
pub(crate) fn wasi(shell: &Shell, log: &Log) -> Done {
    packages(shell, log, &[Need::Node])?;
    cargo_tools::target(shell, log, WASI, "the rules are timed as wasm")?;
    node::runtime(shell, log)
}

/// For `cargo fmt` and `cargo clippy`, on both targets.
pub(crate) fn lints(shell: &Shell, log: &Log) -> Done {
    cargo_tools::components(shell, log)?;
    cargo_tools::target(shell, log, WASM, "the console runs in the browser")
}

/// For looking at the licences and sources of packages.
pub(crate) fn supply(shell: &Shell, log: &Log) -> Done {
    cargo_tools::deny(shell, log)
}

/// For the tests that need no browser.
pub(crate) const NATIVE: &[Need] = &[Need::Node, Need::Database, Need::Processes];

/// For the tests that need no browser: a database server, and a provider of sign-in.
pub(crate) fn native(shell: &Shell, log: &Log) -> Done {
    packages(shell, log, NATIVE)?;
    node::runtime(shell, log)?;
    node::packages(
        shell,
        log,
        "crates/server/tests/oidc",
        "sign-in is tested at a real provider of OpenID Connect",
    )
}

/// For the component tests: a browser and what carries the tests into it.
pub(crate) fn components(shell: &Shell, log: &Log) -> Done {
    packages(shell, log, &[Need::Browser])?;
    cargo_tools::target(shell, log, WASM, "the console runs in the browser")?;
    cargo_tools::wasm_bindgen(shell, log)?;
    cargo_tools::wasm_pack(shell, log)?;
    browser::check()
}

/// For the journeys through the whole product: a browser and Playwright.
pub(crate) fn journeys(shell: &Shell, log: &Log) -> Done {
    packages(shell, log, &[Need::Node, Need::Browser])?;
    node::runtime(shell, log)?;
    browser::check()?;
    node::packages(
        shell,
        log,
        "e2e",
        "Playwright drives the browser, axe judges the screens",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_has_every_package_in_one_line() {
        let readme = include_str!("../../../README.md");
        let line = readme
            .lines()
            .find(|line| line.starts_with("apt-get install build-essential "))
            .unwrap();
        for package in [
            "nodejs",
            "npm",
            "postgresql",
            "procps",
            "chromium",
            "chromium-driver",
            "fonts-noto-cjk",
        ] {
            assert!(line.split(' ').any(|word| word == package), "{package}");
        }
    }

    #[test]
    fn a_program_that_is_not_there_is_missed_among_others_that_are() {
        let shell = Shell::new().unwrap();
        assert!(is_there(&shell, &["cargo"]));
        assert!(!is_there(&shell, &["cargo", "no-such-program-here"]));
    }
}
