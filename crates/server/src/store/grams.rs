//! The index for Hangul search: which entries of `domain::search::grams` belong to which row.

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
    insert: "INSERT INTO channel_gram (channel_id, gram) SELECT ",
    delete: "DELETE FROM channel_gram WHERE channel_id = ",
};
/// Of apps.
pub(super) const APPS: Table = Table {
    insert: "INSERT INTO app_gram (app_id, gram) SELECT ",
    delete: "DELETE FROM app_gram WHERE app_id = ",
};

/// Takes away the entries that a row no longer has, adds those that are new.
pub(super) async fn update(
    conn: &mut Conn,
    table: &Table,
    id: &str,
    old: &BTreeSet<String>,
    new: &BTreeSet<String>,
) -> Result<(), Fault> {
    let gone: Vec<&str> = old.difference(new).map(String::as_str).collect();
    if !gone.is_empty() {
        let mut sql = Builder::new(table.delete);
        sql.push_bind(id.to_owned());
        sql.push(" AND gram");
        push_in(&mut sql, gone);
        sql.build().execute(&mut *conn).await?;
    }
    let added: Vec<&str> = new.difference(old).map(String::as_str).collect();
    if !added.is_empty() {
        let mut sql = Builder::new(table.insert);
        sql.push_bind(id.to_owned());
        sql.push(", value");
        push_from_values(&mut sql, added);
        sql.build().execute(conn).await?;
    }
    Ok(())
}
