//! What rustup and `cargo install` provide.

use std::fs;

use crate::Done;
use crate::shell::Shell;
use crate::step::Log;

/// The target of the console.
pub(super) const WASM: &str = "wasm32-unknown-unknown";
/// The target of wasm that runs outside of a browser.
pub(crate) const WASI: &str = "wasm32-wasip1";
const TRUNK: &str = "0.21.14";
const WASM_PACK: &str = "0.15.1";
const WASM_SPLIT: &str = "0.2.4";
const DENY: &str = "0.20.2";

/// The standard library for a target.
pub(crate) fn target(shell: &Shell, log: &Log, target: &str, why: &str) -> Done {
    let mut rustc = shell.command("rustc");
    rustc.args(["--print", "target-libdir", "--target", target]);
    let folder = rustc
        .output()
        .map_err(|error| format!("`rustc` cannot be started: {error}"))?;
    let folder = String::from_utf8_lossy(&folder.stdout).trim().to_owned();
    if !folder.is_empty() && std::path::Path::new(&folder).is_dir() {
        return Ok(());
    }
    if shell.version("rustup").is_none() {
        return Err(format!(
            "The Rust target {target} is missing: install it, or use rustup."
        ));
    }
    log.step(target, why, "half a minute, once", || {
        let mut rustup = shell.command("rustup");
        rustup.args(["target", "add", target]);
        log.run(rustup)
    })
}

/// rustfmt and clippy; a minimal rustup profile comes without them.
pub(crate) fn components(shell: &Shell, log: &Log) -> Done {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if shell.version(program).is_some() {
            continue;
        }
        if shell.version("rustup").is_none() {
            return Err(format!(
                "`{program}` is missing: install it, or use rustup."
            ));
        }
        log.step(
            component,
            "checks the sources",
            "half a minute, once",
            || {
                let mut rustup = shell.command("rustup");
                rustup.args(["component", "add", component]);
                log.run(rustup)
            },
        )?;
    }
    Ok(())
}

/// The program must be of the very version of the library that the console is linked with.
pub(crate) fn wasm_bindgen(shell: &Shell, log: &Log) -> Done {
    let path = shell.path("Cargo.lock");
    let lock = fs::read_to_string(&path)
        .map_err(|error| format!("{}: cannot be read: {error}", path.display()))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or("Cargo.lock names no wasm-bindgen: run `cargo generate-lockfile`.")?;
    Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version,
        // Its own lock file names a version of webpki-roots that cannot be had.
        locked: false,
        features: &[],
        why: "links the console with JavaScript",
        takes: "about 3 min, once",
    }
    .install(shell, log)
}

pub(crate) fn trunk(shell: &Shell, log: &Log) -> Done {
    Tool {
        program: "trunk",
        package: "trunk",
        version: TRUNK,
        locked: true,
        features: &[],
        why: "builds the console",
        takes: "6 to 9 min, once",
    }
    .install(shell, log)
}

/// What takes the release console apart into the file that starts and those that are fetched later.
pub(crate) fn wasm_split(shell: &Shell, log: &Log) -> Done {
    Tool {
        program: "wasm-split-cli",
        package: "wasm_split_cli_support",
        version: WASM_SPLIT,
        locked: true,
        features: &["--features", "build-binary"],
        why: "takes the release console apart",
        takes: "about 1 min, once",
    }
    .install(shell, log)
}

pub(crate) fn wasm_pack(shell: &Shell, log: &Log) -> Done {
    Tool {
        program: "wasm-pack",
        package: "wasm-pack",
        version: WASM_PACK,
        locked: true,
        features: &[],
        why: "runs the component tests in the browser",
        takes: "about 3 min, once",
    }
    .install(shell, log)
}

/// What looks at the licences and sources of packages.
pub(crate) fn deny(shell: &Shell, log: &Log) -> Done {
    Tool {
        program: "cargo-deny",
        package: "cargo-deny",
        version: DENY,
        locked: true,
        features: &[],
        why: "checks licences and sources of packages",
        takes: "3 to 4 min, once",
    }
    .install(shell, log)
}

struct Tool<'a> {
    program: &'a str,
    package: &'a str,
    version: &'a str,
    locked: bool,
    features: &'a [&'a str],
    why: &'a str,
    takes: &'a str,
}

impl Tool<'_> {
    fn install(&self, shell: &Shell, log: &Log) -> Done {
        if self.is_there(shell) {
            return Ok(());
        }
        let what = format!("{} {}", self.package, self.version);
        log.step(&what, self.why, self.takes, || {
            let mut cargo = shell.command("cargo");
            cargo.args(["install", self.package, "--version", self.version]);
            cargo.args(self.features);
            if self.locked {
                cargo.arg("--locked");
            }
            // Speed of the tool is not worth minutes of optimising it.
            cargo
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
            log.run(cargo)
        })
    }

    /// A program that does not say its version is looked up in cargo's own list.
    fn is_there(&self, shell: &Shell) -> bool {
        if let Some(line) = shell.version(self.program) {
            return says(&line, self.version);
        }
        let mut cargo = shell.command("cargo");
        cargo.args(["install", "--list"]);
        let listed = cargo.output().map(|output| output.stdout);
        let wanted = format!("{} v{}:", self.package, self.version);
        String::from_utf8_lossy(&listed.unwrap_or_default())
            .lines()
            .any(|line| line == wanted)
    }
}

fn says(line: &str, version: &str) -> bool {
    line.split_whitespace().any(|word| word == version)
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";

    #[test]
    fn the_version_is_that_of_the_package_and_not_of_its_neighbour() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
    }

    #[test]
    fn a_version_must_match_whole() {
        assert!(says("wasm-bindgen 0.2.130", "0.2.130"));
        assert!(!says("wasm-bindgen 0.2.130", "0.2.13"));
    }
}
