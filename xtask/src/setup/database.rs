//! PostgreSQL, which the tests start for themselves.

use std::path::Path;

use crate::shell::Shell;

/// Where Debian puts the programs, version by version; elsewhere they are on the path.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The package without which no server can be started. None is left running: what the distribution starts by itself is not touched either.
pub(super) fn missing(shell: &Shell) -> &'static [&'static str] {
    if is_in(Path::new(DEBIAN)) || shell.version("initdb").is_some() {
        &[]
    } else {
        &["postgresql"]
    }
}

fn is_in(folder: &Path) -> bool {
    let versions = std::fs::read_dir(folder).into_iter().flatten().flatten();
    versions
        .into_iter()
        .any(|version| version.path().join("bin/initdb").is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_the_programs_has_no_server() {
        assert!(!is_in(Path::new("/nowhere")));
        let folder = std::env::temp_dir();
        assert!(!is_in(&folder));
    }
}
