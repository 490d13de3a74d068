//! What differs between databases. Everything else is written in the SQL that SQLite and PostgreSQL share.

use sqlx::error::{DatabaseError, ErrorKind};

/// The store.
pub(super) type Whole = super::PgStore;
/// The database.
pub(super) type Db = sqlx::Postgres;
/// Several connections.
pub(super) type Pool = sqlx::PgPool;
/// One connection.
pub(super) type Conn = sqlx::PgConnection;
/// A row of a result.
pub(super) type Row = sqlx::postgres::PgRow;
/// A statement that is put together from constant text and bound values.
pub(super) type Builder = sqlx::QueryBuilder<Db>;

/// ` IN (…)` over any number of values, with the same text for any number, so that the statement is prepared once.
pub(super) fn push_in<'a>(sql: &mut Builder, values: impl IntoIterator<Item = &'a str>) {
    sql.push(" = ANY(");
    sql.push_bind(list(values));
    sql.push(")");
}

/// The same over numbers.
pub(super) fn push_in_numbers(sql: &mut Builder, numbers: Vec<i64>) {
    sql.push(" = ANY(");
    sql.push_bind(numbers);
    sql.push(")");
}

/// ` FROM …` a table of one column, `value`.
pub(super) fn push_from_values<'a>(sql: &mut Builder, values: impl IntoIterator<Item = &'a str>) {
    sql.push(" FROM unnest(");
    sql.push_bind(list(values));
    sql.push(") AS list(value)");
}

fn list<'a>(values: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    values.into_iter().map(str::to_owned).collect()
}

/// What a statement ends with so that nobody else changes the rows that it found until the transaction is over. Stronger than
/// `FOR NO KEY UPDATE`: a new row that refers to one of them has to wait, too.
pub(super) const LOCK: Option<&str> = Some(" FOR UPDATE");

/// A rank in a condition for whose sake no index is to be chosen. Statistics see to that here.
pub(super) const RANK: &str = "m.rank";

/// Whether lists in the same order are read side by side only by `INTERSECT`. Here the planner reads them so wherever it can.
pub(super) const MERGES: bool = false;

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

/// Whether the database undid a transaction only because of others that ran at the same time.
pub(super) fn is_collision(error: &sqlx::Error) -> bool {
    const SERIALIZATION_FAILURE: &str = "40001";
    const DEADLOCK: &str = "40P01";
    let code = error.as_database_error().and_then(DatabaseError::code);
    code.is_some_and(|code| code == SERIALIZATION_FAILURE || code == DEADLOCK)
}
