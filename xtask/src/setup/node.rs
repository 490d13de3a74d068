//! Node and the packages of `tools/` and `e2e/`.

use std::fs;

use crate::Done;
use crate::fingerprint::{Stamp, fingerprint};
use crate::shell::Shell;
use crate::step::Log;

/// Playwright's own demand.
const OLDEST: u32 = 20;
/// Installed by npm into `target/xtask/node` where the distribution's Node is older than that.
const OWN: &str = "22.23.3";

/// Where a Node of our own would be, inside the repository.
pub(crate) fn own_node_folders() -> [String; 2] {
    ["x64", "arm64"]
        .map(|machine| format!("target/xtask/node/node_modules/node-linux-{machine}/bin"))
}

/// The packages without which there is no Node at all.
pub(super) fn missing(shell: &Shell) -> &'static [&'static str] {
    if shell.version("node").is_some() && shell.version("npm").is_some() {
        &[]
    } else {
        &["nodejs", "npm"]
    }
}

/// Makes sure that Node, which is there, is new enough.
pub(super) fn runtime(shell: &Shell, log: &Log) -> Done {
    let found = shell.version("node").unwrap_or_default();
    if major(&found) >= Some(OLDEST) {
        return Ok(());
    }
    let too_old = format!("Node {found} is too old: install Node {OLDEST} or newer.");
    let machine = match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => "x64",
        ("linux", "aarch64") => "arm64",
        _ => return Err(too_old),
    };
    let package = format!("node-linux-{machine}@{OWN}");
    log.step(
        &package,
        &format!("the Node here is {found}"),
        "half a minute, once",
        || {
            let folder = shell.path("target/xtask/node");
            fs::create_dir_all(&folder)
                .map_err(|error| format!("{}: cannot be made: {error}", folder.display()))?;
            let mut npm = shell.command("npm");
            npm.args([
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
            ]);
            log.run({
                npm.arg(&folder).arg(&package);
                npm
            })
        },
    )
    .map_err(|error| format!("{too_old} ({error})"))
}

/// The packages of one folder, as its lock file names them.
pub(crate) fn packages(shell: &Shell, log: &Log, folder: &str, why: &str) -> Done {
    let lock = format!("{folder}/package-lock.json");
    if !shell.path(&lock).is_file() {
        return Err(format!("{lock} is missing: the clone is not complete."));
    }
    let current = fingerprint(shell.root(), &[&lock], &[])?;
    let stamp = Stamp::new(shell.path(&format!("{folder}/node_modules/.syncdesk-stamp")));
    if stamp.is(&current) {
        return Ok(());
    }
    log.step(
        &format!("npm packages of {folder}/"),
        why,
        "half a minute, once",
        || {
            let mut npm = shell.command("npm");
            npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
            npm.current_dir(shell.path(folder))
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            log.run(npm)
        },
    )?;
    stamp.keep(&current)
}

/// The 20 of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_node_says() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v18.20.4"), Some(18));
        assert_eq!(major("nonsense"), None);
        assert!(major("") < Some(OLDEST));
    }
}
