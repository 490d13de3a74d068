//! Chromium, its driver, and a font that can draw Hangul.

use std::path::{Path, PathBuf};

use super::distribution;
use crate::Done;
use crate::shell::Shell;

const FONT: &str = "fonts-noto-cjk";

/// The browser of the tests: `$CHROMIUM`, or where Debian puts it.
pub(crate) fn chromium() -> PathBuf {
    std::env::var_os("CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from)
}

/// What steers it: `$CHROMEDRIVER`, or where Debian puts it.
pub(crate) fn chromedriver() -> PathBuf {
    std::env::var_os("CHROMEDRIVER").map_or_else(|| "/usr/bin/chromedriver".into(), PathBuf::from)
}

/// Which of the three packages are missing. Without the font the pictures show boxes, but nothing fails: it is asked for only where it can
/// be installed.
pub(super) fn missing(shell: &Shell) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if !chromium().is_file() {
        missing.push("chromium");
    }
    if !chromedriver().is_file() {
        missing.push("chromium-driver");
    }
    if distribution::can_install(shell) && !distribution::has(shell, FONT) {
        missing.push(FONT);
    }
    missing
}

/// Refuses where one of the programs is not after all.
pub(super) fn check() -> Done {
    for (path, variable) in [(chromium(), "CHROMIUM"), (chromedriver(), "CHROMEDRIVER")] {
        present(&path, variable)?;
    }
    Ok(())
}

fn present(path: &Path, variable: &str) -> Done {
    if path.is_file() {
        return Ok(());
    }
    Err(format!(
        "{} is not there: set {variable} to where it is.",
        path.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_browser_is_named_with_the_way_out() {
        let error = present(Path::new("/nowhere/chromium"), "CHROMIUM").unwrap_err();
        assert_eq!(
            error,
            "/nowhere/chromium is not there: set CHROMIUM to where it is."
        );
    }
}
