//! Starting other programs: always from the root of the repository, always with the same environment.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Done;

/// Where the repository is, and how its programs are started.
pub(crate) struct Shell {
    root: PathBuf,
}

impl Shell {
    /// Finds the root: beside the folder that cargo names, or upwards from the current one.
    pub(crate) fn new() -> Done<Self> {
        let start = env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .or_else(|| env::current_dir().ok())
            .ok_or("The current folder cannot be read: change into the repository.")?;
        let root = start
            .ancestors()
            .find(|folder| folder.join("xtask").is_dir() && folder.join("Cargo.toml").is_file())
            .ok_or("This is not the repository: run `cargo xtask` inside it.")?;
        Ok(Self {
            root: root.to_path_buf(),
        })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the repository.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// A program, not yet started: no input, our tools first on PATH.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .stdin(Stdio::null())
            .env("PATH", self.search_path());
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(is_withheld) {
                command.env_remove(name);
            }
        }
        command
    }

    /// Cargo (or trunk, which starts it) building the product: always into `target/`, where
    /// the documents say that the binary is.
    pub(crate) fn builder(&self, program: &str) -> Command {
        let mut command = self.command(program);
        command.env("CARGO_TARGET_DIR", self.path("target"));
        command
    }

    /// The first line that a program answers to `--version`; none when it is not there.
    pub(crate) fn version(&self, program: &str) -> Option<String> {
        let output = self.command(program).arg("--version").output().ok()?;
        if !output.status.success() {
            return None;
        }
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .next()
            .map(str::to_owned)
    }

    fn search_path(&self) -> OsString {
        let cargo_home = env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
        let mut folders = vec![self.path("tools/node_modules/.bin")];
        folders.extend(
            crate::setup::own_node_folders()
                .iter()
                .map(|inside| self.path(inside)),
        );
        folders.extend(cargo_home.map(|home| home.join("bin")));
        let inherited = env::var_os("PATH").unwrap_or_default();
        folders.extend(env::split_paths(&inherited));
        // Joining fails only when a folder's name holds the separator; then PATH stays as it was.
        env::join_paths(folders).unwrap_or(inherited)
    }
}

/// What `cargo run` or a developer's shell has set for itself and a build must not see: it would
/// replace the flags of `.cargo/config.toml`, move the artefacts, or rebuild everything.
fn is_withheld(name: &str) -> bool {
    const EXACT: &[&str] = &[
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_BUILD_RUSTFLAGS",
        "CARGO_BUILD_TARGET",
        "CARGO_BUILD_TARGET_DIR",
        "CARGO_TARGET_DIR",
        "CARGO_CRATE_NAME",
        "CARGO_PRIMARY_PACKAGE",
        "OUT_DIR",
        // trunk 0.21 takes it for a yes/no flag and refuses the customary `1`.
        "NO_COLOR",
        "SYNCDESK_BACKEND",
    ];
    const STARTS: &[&str] = &["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];
    EXACT.contains(&name) || STARTS.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_that_would_rebuild_everything_are_withheld() {
        assert!(is_withheld("RUSTFLAGS"));
        assert!(is_withheld("CARGO_PKG_VERSION"));
        assert!(!is_withheld("CARGO_HOME"));
        assert!(!is_withheld("PATH"));
    }

    #[test]
    fn the_root_is_found_from_a_package_inside_it() {
        let shell = Shell::new().unwrap();
        assert!(shell.path("xtask/Cargo.toml").is_file());
    }
}
