//! Which tables there are, with their columns, and in which order they can be filled: asked of the database, so that none is forgotten.

use std::collections::{BTreeMap, BTreeSet};

use super::db::{Db, Kind};
use super::{LEFT_OUT, Words};

/// A table as the database describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<(String, Kind)>,
    /// The columns of its primary key, in order.
    pub(super) key: Vec<String>,
}

const SQLITE_COLUMNS: &str = "SELECT json_array(m.name, c.name, lower(c.type), c.pk)
     FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid";
const SQLITE_REFERENCES: &str = "SELECT DISTINCT json_array(m.name, r.\"table\")
     FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS r WHERE m.type = 'table'";
const SQLITE_SCHEMA: &str = "SELECT CAST(user_version AS TEXT) FROM pragma_user_version";
const POSTGRES_COLUMNS: &str = "SELECT json_build_array(c.table_name, c.column_name, c.data_type, COALESCE(k.ordinal_position, 0))::text
     FROM information_schema.tables AS t
     JOIN information_schema.columns AS c USING (table_schema, table_name)
     LEFT JOIN information_schema.table_constraints AS p
         ON p.table_schema = t.table_schema AND p.table_name = t.table_name AND p.constraint_type = 'PRIMARY KEY'
     LEFT JOIN information_schema.key_column_usage AS k
         ON k.constraint_schema = p.constraint_schema AND k.constraint_name = p.constraint_name AND k.table_name = t.table_name
         AND k.column_name = c.column_name
     WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position";
const POSTGRES_REFERENCES: &str = "SELECT DISTINCT json_build_array(a.relname, b.relname)::text
     FROM pg_constraint AS r JOIN pg_class AS a ON a.oid = r.conrelid JOIN pg_class AS b ON b.oid = r.confrelid
     WHERE r.contype = 'f' AND a.relnamespace = current_schema()::regnamespace";
const POSTGRES_SCHEMA: &str = "SELECT COALESCE(MAX(number), 0)::text FROM syncdesk_migration";

/// How many migrations the database has had.
pub(super) async fn schema(db: &mut Db) -> Result<u32, Words> {
    let sql = match db {
        Db::Sqlite(_) => SQLITE_SCHEMA,
        Db::Postgres(_) => POSTGRES_SCHEMA,
    };
    let found = db.texts(sql).await?;
    let number = found.first().and_then(|number| number.parse().ok());
    number.ok_or_else(|| "the database does not say which version it is of.".to_owned())
}

/// The tables of a backup, those first that others refer to.
pub(super) async fn tables(db: &mut Db) -> Result<Vec<Table>, Words> {
    let (columns, references) = match db {
        Db::Sqlite(_) => (SQLITE_COLUMNS, SQLITE_REFERENCES),
        Db::Postgres(_) => (POSTGRES_COLUMNS, POSTGRES_REFERENCES),
    };
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    let mut keys: BTreeMap<String, BTreeMap<u32, String>> = BTreeMap::new();
    for row in db.texts(columns).await? {
        let (name, column, kind, key): (String, String, String, u32) = read(&row)?;
        if LEFT_OUT.contains(&name.as_str()) {
            continue;
        }
        if key > 0 {
            keys.entry(name.clone())
                .or_default()
                .insert(key, column.clone());
        }
        let kind = match kind.as_str() {
            "text" => Kind::Text,
            "integer" | "bigint" | "smallint" => Kind::Integer,
            "blob" | "bytea" => Kind::Bytes,
            other => {
                return Err(format!(
                    "the column {name}.{column} is of an unknown kind, {other}."
                ));
            }
        };
        let empty = Table {
            name: name.clone(),
            ..Table::default()
        };
        let table = tables.entry(name).or_insert(empty);
        table.columns.push((column, kind));
    }
    for (name, table) in &mut tables {
        let key = keys.remove(name).unwrap_or_default();
        table.key = key.into_values().collect();
    }
    let mut needs = Vec::new();
    for row in db.texts(references).await? {
        needs.push(read::<(String, String)>(&row)?);
    }
    Ok(in_order(tables, &needs))
}

/// Every table after those it refers to. A table that refers to itself is filled in the order of its key.
fn in_order(mut tables: BTreeMap<String, Table>, needs: &[(String, String)]) -> Vec<Table> {
    let mut ordered = Vec::with_capacity(tables.len());
    while !tables.is_empty() {
        let waits: BTreeSet<&String> = needs
            .iter()
            .filter(|(from, to)| from != to && tables.contains_key(to))
            .map(|(from, _)| from)
            .collect();
        let ready: Vec<String> = tables
            .keys()
            .filter(|name| !waits.contains(name))
            .cloned()
            .collect();
        // Two tables that refer to each other: the database says so when they are filled.
        let ready = if ready.is_empty() {
            tables.keys().cloned().collect()
        } else {
            ready
        };
        ordered.extend(ready.iter().filter_map(|name| tables.remove(name)));
    }
    ordered
}

fn read<T: serde::de::DeserializeOwned>(row: &str) -> Result<T, Words> {
    serde_json::from_str(row)
        .map_err(|problem| format!("the database describes itself oddly: {problem}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_after_those_they_refer_to() {
        let table = |name: &str| {
            (
                name.to_owned(),
                Table {
                    name: name.into(),
                    ..Table::default()
                },
            )
        };
        let tables = ["a", "b", "c", "d"].map(table).into();
        let needs = [("a", "c"), ("c", "d"), ("b", "b"), ("a", "session")];
        let needs = needs.map(|(from, to)| (from.to_owned(), to.to_owned()));
        let ordered: Vec<String> = in_order(tables, &needs)
            .into_iter()
            .map(|t| t.name)
            .collect();
        assert_eq!(ordered, ["b", "d", "c", "a"]);
    }
}
