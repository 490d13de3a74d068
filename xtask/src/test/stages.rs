//! The list of stages and what each of them runs.

use super::{Stage, e2e};
use crate::setup::Need;
use crate::shell::Shell;
use crate::step::Log;
use crate::{Done, build, setup, size, tidy};

/// In the order in which they run: what fails quickly comes first.
pub(crate) const STAGES: &[Stage] = &[
    Stage {
        name: "fmt",
        shows: "sources are formatted",
        needs: &[],
        after: &[],
        run: fmt,
    },
    Stage {
        name: "tidy",
        shows: "rooms, arrows, sizes, words in place",
        needs: &[],
        after: &[],
        run: tidy,
    },
    Stage {
        name: "supply",
        shows: "licences and sources of all packages",
        needs: &[],
        after: &[],
        run: supply,
    },
    Stage {
        name: "clippy",
        shows: "no lint, native and wasm",
        needs: &[],
        after: &[],
        run: clippy,
    },
    Stage {
        name: "native",
        shows: "rules, sentences, contract, all three stores, every refusal, command line",
        needs: setup::NATIVE,
        after: &[],
        run: native,
    },
    Stage {
        name: "component",
        shows: "components and forms in a browser",
        needs: &[Need::Browser],
        after: &[],
        run: component,
    },
    Stage {
        name: "build",
        shows: "release console and server",
        needs: &[Need::Node],
        after: &[],
        run: product,
    },
    Stage {
        name: "demo",
        shows: "static files with the backend inside",
        needs: &[Need::Node],
        after: &[],
        run: build::demo,
    },
    Stage {
        name: "size",
        shows: "budgets; no mock in the release",
        needs: &[Need::Node],
        after: &["build", "demo"],
        run: sizes,
    },
    Stage {
        name: "e2e",
        shows: "journeys and axe on the demo and the real server",
        needs: &[Need::Node, Need::Browser],
        after: &["build", "demo"],
        run: e2e::run,
    },
];

/// The crates that run without a browser.
const NATIVE: &[&str] = &[
    "domain", "text", "contract", "backend", "mock", "server", "xtask",
];

fn fmt(shell: &Shell, log: &Log) -> Done {
    setup::lints(shell, log)?;
    let mut cargo = shell.builder("cargo");
    cargo.args(["fmt", "--all", "--check", "--", "--color", "never"]);
    log.run(cargo)
}

fn tidy(shell: &Shell, log: &Log) -> Done {
    let problems = tidy::problems(shell.root())?;
    for problem in &problems {
        log.note(&problem.to_string());
    }
    match problems.len() {
        0 => Ok(()),
        count => Err(format!("{count} untidy places")),
    }
}

/// `deny.toml` says what is allowed.
fn supply(shell: &Shell, log: &Log) -> Done {
    setup::supply(shell, log)?;
    let mut cargo = shell.builder("cargo");
    cargo.args(["deny", "--locked", "--all-features", "check"]);
    cargo.args(["bans", "licenses", "sources"]);
    log.run(cargo)
}

fn clippy(shell: &Shell, log: &Log) -> Done {
    const STRICT: [&str; 3] = ["--", "-D", "warnings"];
    const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
    setup::lints(shell, log)?;
    let lint = |words: &[&str]| {
        let mut cargo = shell.builder("cargo");
        cargo.arg("clippy").args(words).args(STRICT);
        log.run(cargo)
    };
    lint(
        &[
            packages(NATIVE).as_slice(),
            &["--all-targets", "--features", "contract/schema"],
        ]
        .concat(),
    )?;
    let console = ["--package", "syncdesk-console"];
    lint(
        &[
            &WASM,
            console.as_slice(),
            &["--package", "ui", "--all-targets"],
        ]
        .concat(),
    )?;
    // As it is released: without the backend inside, in parts.
    let released = ["--no-default-features", "--features", "split"];
    lint(&[&WASM, console.as_slice(), &released].concat())
}

fn native(shell: &Shell, log: &Log) -> Done {
    setup::native(shell, log)?;
    let mut cargo = shell.builder("cargo");
    cargo.arg("test").args(packages(NATIVE));
    // The API document is compared with the code.
    cargo.args(["--features", "contract/schema"]);
    log.run(cargo)?;
    some_passed(&log.text())
}

fn component(shell: &Shell, log: &Log) -> Done {
    setup::components(shell, log)?;
    let mut wasm_pack = shell.builder("wasm-pack");
    wasm_pack.args([
        "test",
        "--headless",
        "--chrome",
        "--mode",
        "no-install",
        "--chromedriver",
    ]);
    wasm_pack.arg(setup::chromedriver());
    // The default of twenty seconds is short for a machine that does other things as well.
    wasm_pack.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    log.run(wasm_pack)?;
    some_passed(&log.text())
}

/// A test run that found no test has shown nothing.
pub(crate) fn some_passed(output: &str) -> Done {
    let ran = |line: &str| line.starts_with("test result: ok.") && !line.contains(" 0 passed");
    if output.lines().any(ran) {
        Ok(())
    } else {
        Err("there was no test to run".to_owned())
    }
}

fn product(shell: &Shell, log: &Log) -> Done {
    build::console(shell, log)?;
    build::server(shell, log)
}

fn sizes(shell: &Shell, log: &Log) -> Done {
    build::console(shell, log)?;
    build::demo(shell, log)?;
    size::check(shell, log)
}

fn packages<'a>(names: &[&'a str]) -> Vec<&'a str> {
    names.iter().flat_map(|name| ["--package", name]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_without_tests_is_no_proof() {
        let line = |count: u32| format!("test result: ok. {count} passed; 0 failed; 0 ignored");
        assert_eq!(some_passed(&format!("{}\n{}", line(0), line(10))), Ok(()));
        assert!(some_passed(&line(0)).is_err());
        assert!(some_passed("").is_err());
    }

    #[test]
    fn each_package_is_named_to_cargo() {
        assert_eq!(packages(&["a", "b"]), ["--package", "a", "--package", "b"]);
    }
}
