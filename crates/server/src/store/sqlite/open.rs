//! Opening the database file.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{ConnectOptions as _, Connection as _};

use super::dialect::{Conn, Pool};
use super::refused::{OpenError, said};
use super::sql::migrated;
use crate::store::RESTORING;

/// Name of the database in the data folder.
pub const FILE: &str = "syncdesk.sqlite";

/// "Sdsk", so that a file of another program is told apart.
const APPLICATION_ID: i64 = 0x5364_736B;
/// Older ones can lose committed data when a checkpoint meets a write: <https://sqlite.org/wal.html>, "the WAL-reset bug".
pub(super) const SQLITE_MIN: (u32, u32, u32) = (3, 51, 3);
/// In order, and never changed once released: the number of those applied is the file's `user_version`.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/sqlite/0001_first.sql"),
    include_str!("../../../migrations/sqlite/0002_shares.sql"),
    include_str!("../../../migrations/sqlite/0003_record.sql"),
    include_str!("../../../migrations/sqlite/0004_sign_in.sql"),
    include_str!("../../../migrations/sqlite/0005_search.sql"),
    include_str!("../../../migrations/sqlite/0006_record_kept.sql"),
    include_str!("../../../migrations/sqlite/0007_lists.sql"),
    include_str!("../../../migrations/sqlite/0008_search.sql"),
    include_str!("../../../migrations/sqlite/0009_search.sql"),
];
/// How many migrations this version knows; there are as many for the other database.
pub(crate) const SCHEMA: usize = MIGRATIONS.len();
/// `PRAGMA synchronous = FULL` as it reads back.
const FULL: i64 = 2;
/// For a checkpoint that is in the way; writers never meet, for there is one.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Connections that read. More do not help: they share the processor.
const READERS: u32 = 8;
/// After so long without a free connection a read is refused instead of waiting on.
const READER_WAIT: Duration = Duration::from_secs(5);

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
    restored(folder)?;
    let evidence = folder.join(crate::store::EVIDENCE);
    // It holds what is said about people.
    let mut made = fs::DirBuilder::new();
    made.recursive(true).mode(0o700);
    made.create(&evidence)
        .map_err(|problem| OpenError::Folder(folder.to_owned(), problem))?;
    let file = folder.join(FILE);
    let lock = lock(folder, &file)?;
    let options = options(&file);
    let said = |problem| said(&file, problem);
    let for_writing = options.clone().create_if_missing(true);
    let mut writer = Conn::connect_with(&for_writing).await.map_err(said)?;
    check_sqlite(&mut writer, &file).await?;
    prepare(&mut writer, &file).await?;
    let readers = readers(options.read_only(true)).await.map_err(said)?;
    Ok(Opened {
        writer,
        readers,
        evidence,
        lock,
    })
}

/// Refuses a folder in which the database is still to come: whoever began with an empty one would take it for the data.
fn restored(folder: &Path) -> Result<(), OpenError> {
    if folder.join(RESTORING).exists() && !folder.join(FILE).exists() {
        return Err(OpenError::Restoring(folder.to_owned()));
    }
    Ok(())
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(BUSY_TIMEOUT)
        .foreign_keys(true)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .disable_statement_logging()
}

async fn readers(options: SqliteConnectOptions) -> Result<Pool, sqlx::Error> {
    let pool = SqlitePoolOptions::new().max_connections(READERS);
    let pool = pool.acquire_timeout(READER_WAIT);
    pool.connect_with(options).await
}

/// Looks whether a start could open what is in a folder, and gives the number of migrations it has had. Makes and changes nothing.
pub(in crate::store) async fn probe(folder: &Path) -> Result<usize, OpenError> {
    restored(folder)?;
    let file = folder.join(FILE);
    let failed = |problem| OpenError::Folder(file.clone(), problem);
    match File::open(lock_file(&file)) {
        Ok(lock) => drop(hold(lock, folder, &file)?),
        // Nobody has it open.
        Err(problem) if problem.kind() == ErrorKind::NotFound => {}
        Err(problem) => return Err(failed(problem)),
    }
    // Before SQLite has it: closing the file again would let go of SQLite's own locks.
    match OpenOptions::new().write(true).open(&file) {
        Ok(_) => {}
        Err(problem) if problem.kind() == ErrorKind::NotFound => return Ok(0),
        Err(problem) => return Err(failed(problem)),
    }
    let said = |problem| said(&file, problem);
    let mut conn = Conn::connect_with(&still(&file)).await.map_err(said)?;
    check_sqlite(&mut conn, &file).await?;
    let applied = examine(&mut conn, &file).await?;
    conn.close().await.map_err(said)?;
    Ok(applied)
}

/// Opens the database in a folder as it is: makes nothing but the lock, brings nothing up to date, refuses to write.
pub(super) async fn open_still(folder: &Path) -> Result<Opened, OpenError> {
    let file = folder.join(FILE);
    if !file.is_file() {
        return Err(OpenError::Missing(file));
    }
    let lock = lock(folder, &file)?;
    let options = still(&file);
    let said = |problem| said(&file, problem);
    let mut writer = Conn::connect_with(&options).await.map_err(said)?;
    check_sqlite(&mut writer, &file).await?;
    if examine(&mut writer, &file).await? < SCHEMA {
        return Err(OpenError::Older(file));
    }
    Ok(Opened {
        writer,
        readers: readers(options).await.map_err(said)?,
        evidence: folder.join(crate::store::EVIDENCE),
        lock,
    })
}

/// For reading a file that nobody else has open, without leaving anything beside it.
fn still(file: &Path) -> SqliteConnectOptions {
    options(file).read_only(true).immutable(is_still(file))
}

/// Whether everything is in the file itself: nothing waits in the write-ahead log.
pub(crate) fn is_still(file: &Path) -> bool {
    fs::metadata(file.with_extension("sqlite-wal")).is_ok_and(|log| log.len() == 0)
        || !file.with_extension("sqlite-wal").exists()
}

/// Opens the database in a folder only to read it, also while a server has it open.
pub(super) async fn look(folder: &Path) -> Result<Pool, OpenError> {
    let file = folder.join(FILE);
    let options = SqliteConnectOptions::new()
        .filename(&file)
        .busy_timeout(BUSY_TIMEOUT)
        .read_only(true)
        .pragma("trusted_schema", "OFF")
        .disable_statement_logging();
    SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options)
        .await
        .map_err(|problem| said(&file, problem))
}

/// Takes the lock file next to the database.
fn lock(folder: &Path, file: &Path) -> Result<File, OpenError> {
    let lock = File::create(lock_file(file));
    let lock = lock.map_err(|problem| OpenError::Folder(folder.to_owned(), problem))?;
    hold(lock, folder, file)
}

fn lock_file(file: &Path) -> PathBuf {
    file.with_extension("sqlite.lock")
}

fn hold(lock: File, folder: &Path, file: &Path) -> Result<File, OpenError> {
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(OpenError::Locked(file.to_owned())),
        Err(TryLockError::Error(problem)) => Err(OpenError::Folder(folder.to_owned(), problem)),
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
    let applied = examine(conn, file).await?;
    let said = |problem| said(file, problem);
    // Kept in the file, and only changed outside a transaction.
    set_up(conn).await.map_err(said)?;
    for (done, migration) in MIGRATIONS.iter().enumerate().skip(applied) {
        migrate(conn, migration, done + 1).await.map_err(said)?;
    }
    Ok(())
}

/// How many migrations a file has had that is ours and not of a later version.
async fn examine(conn: &mut Conn, file: &Path) -> Result<usize, OpenError> {
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
    Ok(applied)
}

async fn set_up(conn: &mut Conn) -> Result<(), sqlx::Error> {
    for pragma in [
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA journal_size_limit = 67108864",
    ] {
        sqlx::query(pragma).execute(&mut *conn).await?;
    }
    durable(conn).await
}

/// Refuses to work where SQLite did not take what it was told: then an acknowledged commit could be lost in a power cut.
async fn durable(conn: &mut Conn) -> Result<(), sqlx::Error> {
    let read = "SELECT journal_mode, synchronous FROM pragma_journal_mode, pragma_synchronous";
    let (journal, synchronous): (String, i64) = sqlx::query_as(read).fetch_one(conn).await?;
    if (journal.as_str(), synchronous) == ("wal", FULL) {
        return Ok(());
    }
    Err(sqlx::Error::Configuration(
        format!("it keeps journal_mode {journal} and synchronous {synchronous}, and commits would not be durable").into(),
    ))
}

/// A migration and its number, both or neither.
async fn migrate(conn: &mut Conn, sql: &'static str, number: usize) -> Result<(), sqlx::Error> {
    let mut transaction = conn.begin().await?;
    sqlx::raw_sql(sql).execute(&mut *transaction).await?;
    migrated::finish(&mut transaction, number).await?;
    let mut stamp = super::dialect::Builder::new("PRAGMA application_id = ");
    stamp.push(APPLICATION_ID);
    stamp.build().execute(&mut *transaction).await?;
    let mut stamp = super::dialect::Builder::new("PRAGMA user_version = ");
    stamp.push(number);
    stamp.build().execute(&mut *transaction).await?;
    transaction.commit().await
}

#[cfg(test)]
mod tests {
    use sqlx::{Connection as _, Executor as _};

    use super::{Conn, durable, is_safe, set_up};

    #[test]
    fn a_version_that_can_lose_data_is_refused() {
        assert!(is_safe("3.51.3") && is_safe("3.52.0") && is_safe("4.0"));
        assert!(!is_safe("3.51.2") && !is_safe("3.9.9") && !is_safe("?"));
    }

    /// With this option all connections share one cache, which throws away what was just read as soon as several of them have read.
    #[tokio::test]
    async fn every_connection_has_a_cache_of_its_own() {
        let mut conn = Conn::connect("sqlite::memory:").await.unwrap();
        let asked = sqlx::query_scalar("PRAGMA compile_options");
        let options: Vec<String> = asked.fetch_all(&mut conn).await.unwrap();
        assert!(options.iter().any(|option| option == "THREADSAFE=1"));
        let shared = |option: &String| option == "ENABLE_MEMORY_MANAGEMENT";
        assert!(
            !options.iter().any(shared),
            "LIBSQLITE3_FLAGS in .cargo/config.toml was not taken"
        );
    }

    #[tokio::test]
    async fn commits_are_durable_or_nothing_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite://{}/x.sqlite?mode=rwc", folder.path().display());
        let mut conn = Conn::connect(&address).await.unwrap();
        set_up(&mut conn).await.unwrap();
        for careless in [
            "PRAGMA synchronous = NORMAL",
            "PRAGMA journal_mode = DELETE",
        ] {
            set_up(&mut conn).await.unwrap();
            conn.execute(careless).await.unwrap();
            assert!(durable(&mut conn).await.is_err(), "{careless}");
        }
        // What has no file has no log.
        let mut memory = Conn::connect("sqlite::memory:").await.unwrap();
        assert!(set_up(&mut memory).await.is_err());
    }
}
