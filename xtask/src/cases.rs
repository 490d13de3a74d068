//! `cargo xtask cases`: what the check says about the real cases under `cases/`, as a table.

use std::process::ExitCode;

use crate::Done;
use crate::shell::Shell;

/// Prints the table; fails when a bar is missed. Words behind it are names of cases whose findings are printed, too.
pub(crate) fn run(shell: &Shell, names: &[String]) -> Done<ExitCode> {
    let mut cargo = shell.builder("cargo");
    cargo
        .args([
            "run",
            "--quiet",
            "--package",
            "domain",
            "--example",
            "cases",
            "--",
        ])
        .args(names);
    let status = cargo
        .status()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
