//! Packages of the distribution, where we may install them: as root on Debian and its kin.

use crate::Done;
use crate::shell::Shell;
use crate::step::Log;

/// Whether `apt-get install` would be allowed here.
pub(crate) fn can_install(shell: &Shell) -> bool {
    let root = shell.command("id").arg("-u").output();
    root.is_ok_and(|id| id.stdout.trim_ascii() == b"0") && shell.version("apt-get").is_some()
}

/// Whether the distribution says that a package is there. Without dpkg nobody can say.
pub(crate) fn has(shell: &Shell, package: &str) -> bool {
    let mut query = shell.command("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    query
        .output()
        .is_ok_and(|answer| answer.stdout == b"installed")
}

/// Installs packages, or says in one line what to install.
pub(crate) fn install(shell: &Shell, log: &Log, packages: &[&str], why: &str) -> Done {
    let names = packages.join(" ");
    if !can_install(shell) {
        return Err(format!(
            "Missing: {names} ({why}). Install it and run this again (on Debian, as root: \
             apt-get install {names})."
        ));
    }
    log.step(&names, why, "about a minute, once", || {
        let mut update = shell.command("apt-get");
        update.arg("update");
        log.run(update)?;
        let mut install = shell.command("apt-get");
        install
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages);
        install.env("DEBIAN_FRONTEND", "noninteractive");
        log.run(install)
    })
}
