//! What differs between databases. Everything else is written in the SQL that SQLite and PostgreSQL share.

use sqlx::error::ErrorKind;

/// The store.
pub(super) type Whole = super::SqliteStore;
/// The database.
pub(super) type Db = sqlx::Sqlite;
/// Several connections that only read.
pub(super) type Pool = sqlx::SqlitePool;
/// One connection.
pub(super) type Conn = sqlx::SqliteConnection;
/// A row of a result.
pub(super) type Row = sqlx::sqlite::SqliteRow;
/// A statement that is put together from constant text and bound values.
pub(super) type Builder = sqlx::QueryBuilder<Db>;

/// Takes the write lock at once: a transaction that reads first and locks later is refused when somebody wrote in between.
pub(super) const BEGIN: &str = "BEGIN IMMEDIATE";
/// Moves everything from the write-ahead log into the database file.
pub(super) const CHECKPOINT: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// ` IN (…)` over any number of values, with the same text for any number, so that the statement is prepared once.
pub(super) fn push_in<'a>(sql: &mut Builder, values: impl IntoIterator<Item = &'a str>) {
    sql.push(" IN (SELECT value");
    push_from_values(sql, values);
    sql.push(")");
}

/// The same over numbers.
pub(super) fn push_in_numbers(sql: &mut Builder, numbers: Vec<i64>) {
    sql.push(" IN (SELECT value FROM json_each(");
    sql.push_bind(serde_json::Value::from(numbers).to_string());
    sql.push("))");
}

/// ` FROM …` a table of one column, `value`.
pub(super) fn push_from_values<'a>(sql: &mut Builder, values: impl IntoIterator<Item = &'a str>) {
    let list: serde_json::Value = values.into_iter().collect();
    sql.push(" FROM json_each(");
    sql.push_bind(list.to_string());
    sql.push(")");
}

/// What a statement ends with so that nobody else changes the rows that it found. The one writer needs none of it.
pub(super) const LOCK: Option<&str> = None;

/// A rank in a condition for whose sake no index is to be chosen: those that are in the order of a list serve it better.
pub(super) const RANK: &str = "+m.rank";

/// Whether lists in the same order are read side by side only by `INTERSECT`: a join looks each entry of one up in the other.
pub(super) const MERGES: bool = true;

/// Whether a constraint of the schema refused a change.
pub(super) fn is_constraint(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| {
        matches!(
            error.kind(),
            ErrorKind::UniqueViolation
                | ErrorKind::ForeignKeyViolation
                | ErrorKind::CheckViolation
                | ErrorKind::NotNullViolation
        )
    })
}
