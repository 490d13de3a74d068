//! Has anything changed since it was built? Answered by content, so that a fresh clone, a
//! switched branch or a touched file gives the right answer.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use crate::Done;

/// Folders that are made, never written by hand.
const MADE: &[&str] = &["node_modules", "target"];

/// One number for the names and contents of all the files under `inputs` and for `salt`.
/// What does not exist counts as empty.
pub(crate) fn fingerprint(root: &Path, inputs: &[&str], salt: &[&str]) -> Done<String> {
    let mut hasher = DefaultHasher::new();
    for word in salt {
        hasher.write(word.as_bytes());
        hasher.write_u8(0);
    }
    for input in inputs {
        for path in files(&root.join(input))? {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
            let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
            hasher.write(name.as_bytes());
            hasher.write_u8(0);
            hasher.write_usize(bytes.len());
            hasher.write(&bytes);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// All files at or under a path in the order of their names, without what is made and hidden.
pub(crate) fn files(path: &Path) -> Done<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries = fs::read_dir(path)
        .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        .map_err(|error| unreadable(path, &error))?
        .into_iter()
        .map(|entry| entry.path())
        .collect::<Vec<_>>();
    entries.sort();
    let mut found = Vec::new();
    for entry in entries {
        let name = entry
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.starts_with('.') || (entry.is_dir() && MADE.contains(&name.as_str())) {
            continue;
        }
        found.extend(files(&entry)?);
    }
    Ok(found)
}

/// A file that remembers the fingerprint under which something was made.
pub(crate) struct Stamp {
    path: PathBuf,
}

impl Stamp {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path }
    }

    pub(crate) fn is(&self, fingerprint: &str) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|kept| kept == fingerprint)
    }

    /// Before the work: what is half made must not pass for made.
    pub(crate) fn forget(&self) {
        let _ = fs::remove_file(&self.path);
    }

    pub(crate) fn keep(&self, fingerprint: &str) -> Done {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&self.path, fingerprint))
            .map_err(|error| format!("{}: cannot be written: {error}", self.path.display()))
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("{}: cannot be read: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("xtask-print-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("src/node_modules")).unwrap();
        fs::write(path.join("src/a.rs"), "one").unwrap();
        path
    }

    #[test]
    fn the_same_content_has_the_same_fingerprint_and_another_content_another() {
        let root = folder("content");
        let first = fingerprint(&root, &["src", "absent"], &[]).unwrap();
        fs::write(root.join("src/a.rs"), "one").unwrap();
        assert_eq!(fingerprint(&root, &["src", "absent"], &[]).unwrap(), first);
        fs::write(root.join("src/a.rs"), "two").unwrap();
        assert_ne!(fingerprint(&root, &["src", "absent"], &[]).unwrap(), first);
    }

    #[test]
    fn a_renamed_file_and_another_option_change_it_and_made_folders_do_not() {
        let root = folder("names");
        let first = fingerprint(&root, &["src"], &["x"]).unwrap();
        assert_ne!(fingerprint(&root, &["src"], &["y"]).unwrap(), first);
        fs::write(root.join("src/node_modules/made.js"), "").unwrap();
        assert_eq!(fingerprint(&root, &["src"], &["x"]).unwrap(), first);
        fs::rename(root.join("src/a.rs"), root.join("src/b.rs")).unwrap();
        assert_ne!(fingerprint(&root, &["src"], &["x"]).unwrap(), first);
    }

    #[test]
    fn a_stamp_holds_until_it_is_forgotten() {
        let stamp = Stamp::new(folder("stamp").join("deep/stamp"));
        assert!(!stamp.is("7"));
        stamp.keep("7").unwrap();
        assert!(stamp.is("7"));
        assert!(!stamp.is("8"));
        stamp.forget();
        assert!(!stamp.is("7"));
    }
}
