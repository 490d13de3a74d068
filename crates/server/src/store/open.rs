//! Opening the database file, and saying in one sentence why it cannot be opened.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{ConnectOptions as _, Connection as _};

use super::dialect::{Conn, Pool};

/// Name of the database in the data folder.
pub const FILE: &str = "syncdesk.sqlite";

/// "Sdsk", so that a file of another program is told apart.
const APPLICATION_ID: i64 = 0x5364_736B;
/// Older ones can lose committed data when a checkpoint meets a write: <https://sqlite.org/wal.html>, "the WAL-reset bug".
const SQLITE_MIN: (u32, u32, u32) = (3, 51, 3);
/// In order, and never changed once released: the number of those applied is the file's `user_version`.
const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/sqlite/0001_first.sql"),
    include_str!("../../migrations/sqlite/0002_shares.sql"),
];
/// For a checkpoint that is in the way; writers never meet, for there is one.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Connections that read. More do not help: they share the processor.
const READERS: u32 = 8;
/// After so long without a free connection a read is refused instead of waiting on.
const READER_WAIT: Duration = Duration::from_secs(5);

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

/// What an open database consists of.
pub(super) struct Opened {
    pub(super) writer: Conn,
    pub(super) readers: Pool,
    pub(super) evidence: PathBuf,
    /// Held as long as the file is open; the system lets go of it when the process ends, however it ends.
    pub(super) lock: File,
}

/// Opens the database in a folder; makes both when they are not there.
pub(super) async fn open(folder: &Path) -> Result<Opened, OpenError> {
    let evidence = folder.join("evidence");
    fs::create_dir_all(&evidence)
        .map_err(|problem| OpenError::Folder(folder.to_owned(), problem))?;
    let file = folder.join(FILE);
    let lock = lock(folder, &file)?;
    let options = SqliteConnectOptions::new()
        .filename(&file)
        .busy_timeout(BUSY_TIMEOUT)
        .foreign_keys(true)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .disable_statement_logging();
    let said = |problem| said(&file, problem);
    let for_writing = options.clone().create_if_missing(true);
    let mut writer = Conn::connect_with(&for_writing).await.map_err(said)?;
    check_sqlite(&mut writer, &file).await?;
    prepare(&mut writer, &file).await?;
    let for_reading = options.read_only(true);
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(READER_WAIT)
        .connect_with(for_reading)
        .await
        .map_err(said)?;
    Ok(Opened {
        writer,
        readers,
        evidence,
        lock,
    })
}

/// Takes the lock file next to the database.
fn lock(folder: &Path, file: &Path) -> Result<File, OpenError> {
    let failed = |problem| OpenError::Folder(folder.to_owned(), problem);
    let lock = File::create(file.with_extension("sqlite.lock")).map_err(failed)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(OpenError::Locked(file.to_owned())),
        Err(TryLockError::Error(problem)) => Err(failed(problem)),
    }
}

async fn check_sqlite(conn: &mut Conn, file: &Path) -> Result<(), OpenError> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(conn)
        .await
        .map_err(|problem| said(file, problem))?;
    if is_safe(&version) {
        Ok(())
    } else {
        Err(OpenError::OldSqlite(version))
    }
}

fn is_safe(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let mut part = || parts.next().unwrap_or(0);
    (part(), part(), part()) >= SQLITE_MIN
}

/// Makes sure that the file is ours and of this version.
async fn prepare(conn: &mut Conn, file: &Path) -> Result<(), OpenError> {
    let said = |problem| said(file, problem);
    let read = "SELECT application_id, user_version, (SELECT COUNT(*) FROM sqlite_schema)
         FROM pragma_application_id, pragma_user_version";
    let (id, version, tables): (i64, i64, i64) = sqlx::query_as(read)
        .fetch_one(&mut *conn)
        .await
        .map_err(said)?;
    if id != APPLICATION_ID && (id, version, tables) != (0, 0, 0) {
        return Err(OpenError::Foreign(file.to_owned()));
    }
    let applied = usize::try_from(version).unwrap_or(usize::MAX);
    if applied > MIGRATIONS.len() {
        return Err(OpenError::Newer(file.to_owned()));
    }
    // Kept in the file, and only changed outside a transaction.
    set_up(conn).await.map_err(said)?;
    for (done, migration) in MIGRATIONS.iter().enumerate().skip(applied) {
        migrate(conn, migration, done + 1).await.map_err(said)?;
    }
    Ok(())
}

async fn set_up(conn: &mut Conn) -> Result<(), sqlx::Error> {
    for pragma in [
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA journal_size_limit = 67108864",
    ] {
        sqlx::query(pragma).execute(&mut *conn).await?;
    }
    Ok(())
}

/// A migration and its number, both or neither.
async fn migrate(conn: &mut Conn, sql: &'static str, number: usize) -> Result<(), sqlx::Error> {
    let mut transaction = conn.begin().await?;
    sqlx::raw_sql(sql).execute(&mut *transaction).await?;
    let mut stamp = super::dialect::Builder::new("PRAGMA application_id = ");
    stamp.push(APPLICATION_ID);
    stamp.build().execute(&mut *transaction).await?;
    let mut stamp = super::dialect::Builder::new("PRAGMA user_version = ");
    stamp.push(number);
    stamp.build().execute(&mut *transaction).await?;
    transaction.commit().await
}

/// Tells a broken file from other trouble.
fn said(file: &Path, problem: sqlx::Error) -> OpenError {
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
            OpenError::Folder(file.to_owned(), std::io::ErrorKind::IsADirectory.into())
        }
        _ => OpenError::Database(file.to_owned(), problem),
    }
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn a_version_that_can_lose_data_is_refused() {
        assert!(is_safe("3.51.3") && is_safe("3.52.0") && is_safe("4.0"));
        assert!(!is_safe("3.51.2") && !is_safe("3.9.9") && !is_safe("?"));
    }
}
