//! Why a database file is not opened, in one sentence that says what to do.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::open::SQLITE_MIN;

/// Why the data cannot be opened. Each says what to do, in a sentence.
#[derive(Debug)]
pub enum OpenError {
    /// The folder is not there and cannot be made, or is no folder, or nothing can be written in it.
    Folder(PathBuf, std::io::Error),
    /// Another process has it open.
    Locked(PathBuf),
    /// Not a database, or a broken one.
    Broken(PathBuf, String),
    /// A database of another program.
    Foreign(PathBuf),
    /// Written by a later version.
    Newer(PathBuf),
    /// Written by an earlier version, and not to be brought up to date now.
    Older(PathBuf),
    /// Not there, and not to be made now.
    Missing(PathBuf),
    /// A restore into the folder was broken off.
    Restoring(PathBuf),
    /// This SQLite can lose data.
    OldSqlite(String),
    /// Something else that the database says.
    Database(PathBuf, sqlx::Error),
}

impl std::error::Error for OpenError {}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OpenError::Folder(path, problem) => write!(
                f,
                "nothing can be kept in {}: {problem}. Name a folder that this user may write to with --data DIR.",
                path.display()
            ),
            OpenError::Locked(path) => write!(
                f,
                "{} is in use by another Syncdesk process. Stop that one first, or name another folder with --data DIR.",
                path.display()
            ),
            OpenError::Broken(path, problem) => write!(
                f,
                "{} is not a whole SQLite database ({problem}). Put a backup in its place, or move the file away to begin anew.",
                path.display()
            ),
            OpenError::Foreign(path) => write!(
                f,
                "{} is a database of another program. Name another folder with --data DIR.",
                path.display()
            ),
            OpenError::Newer(path) => write!(
                f,
                "{} was written by a later version of Syncdesk. Install that version, or name another folder with --data DIR.",
                path.display()
            ),
            OpenError::Older(path) => write!(
                f,
                "{} was written by an earlier version of Syncdesk. Use that version, or let the server bring it up to date at its next start.",
                path.display()
            ),
            OpenError::Missing(path) => write!(
                f,
                "there is no database {}. Name the server's folder with --data DIR.",
                path.display()
            ),
            OpenError::Restoring(folder) => write!(
                f,
                "a restore into {} is under way or was broken off. If none is, remove the folder and restore again, or name another one with --data DIR.",
                folder.display()
            ),
            OpenError::OldSqlite(version) => write!(
                f,
                "this program was built with SQLite {version}, which can lose data; it needs {}.{}.{} or later. Build it with the bundled one.",
                SQLITE_MIN.0, SQLITE_MIN.1, SQLITE_MIN.2
            ),
            OpenError::Database(path, problem) => write!(
                f,
                "{} cannot be opened: {problem}. Check the file and the disk, or name another folder with --data DIR.",
                path.display()
            ),
        }
    }
}

/// Tells a broken file from other trouble.
pub(super) fn said(file: &Path, problem: sqlx::Error) -> OpenError {
    const CORRUPT: u32 = 11;
    const NOT_A_DATABASE: u32 = 26;
    const CANNOT_OPEN: u32 = 14;
    let code = problem
        .as_database_error()
        .and_then(|error| error.code()?.parse::<u32>().ok())
        .map(|code| code & 0xFF);
    match code {
        Some(CORRUPT | NOT_A_DATABASE) => {
            let words = problem
                .as_database_error()
                .map_or_else(String::new, |error| error.message().to_owned());
            OpenError::Broken(file.to_owned(), words)
        }
        Some(CANNOT_OPEN) if file.is_dir() => {
            OpenError::Folder(file.to_owned(), ErrorKind::IsADirectory.into())
        }
        _ => OpenError::Database(file.to_owned(), problem),
    }
}
