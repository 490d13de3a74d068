//! The index for Hangul search: which entries of `domain::search::grams` belong to which row, in the order of the names.

use std::collections::BTreeSet;

use super::dialect::{Builder, Conn, push_from_values, push_in};
use super::fault::Fault;

/// A table of grams, by its statements.
pub(super) struct Table {
    insert: &'static str,
    delete: &'static str,
}

/// Of channels.
pub(super) const CHANNELS: Table = Table {
    insert: "INSERT INTO channel_gram (channel_id, sort_key, gram) SELECT ",
    delete: "DELETE FROM channel_gram WHERE channel_id = ",
};
/// Of apps.
pub(super) const APPS: Table = Table {
    insert: "INSERT INTO app_gram (app_id, sort_key, gram) SELECT ",
    delete: "DELETE FROM app_gram WHERE app_id = ",
};

/// What the index has of one row.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// By what the row is sorted.
    pub(super) key: String,
    /// By what it is found.
    pub(super) grams: BTreeSet<String>,
}

/// Takes away the entries that a row no longer has, adds those that are new.
pub(super) async fn update(
    conn: &mut Conn,
    table: &Table,
    id: &str,
    mut old: Entries,
    mut new: Entries,
) -> Result<(), Fault> {
    if old.key == new.key {
        let both: BTreeSet<String> = old.grams.intersection(&new.grams).cloned().collect();
        old.grams.retain(|gram| !both.contains(gram));
        new.grams.retain(|gram| !both.contains(gram));
    }
    if !old.grams.is_empty() {
        let mut sql = Builder::new(table.delete);
        sql.push_bind(id.to_owned()).push(" AND sort_key = ");
        sql.push_bind(old.key).push(" AND gram");
        push_in(&mut sql, old.grams.iter().map(String::as_str));
        sql.build().execute(&mut *conn).await?;
    }
    if !new.grams.is_empty() {
        let mut sql = Builder::new(table.insert);
        sql.push_bind(id.to_owned()).push(", ");
        sql.push_bind(new.key).push(", value");
        push_from_values(&mut sql, new.grams.iter().map(String::as_str));
        sql.build().execute(conn).await?;
    }
    Ok(())
}

/// How many rows are read at once to make the whole index anew.
pub(super) const ROWS_AT_ONCE: i64 = 500;
