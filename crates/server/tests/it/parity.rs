//! The tables of both databases, read back from their catalogs: what one promises the other promises, too.

use std::collections::{BTreeMap, BTreeSet};

use server::store::{FILE, PgStore};
use sqlx::{Connection as _, PgConnection, Row as _, SqliteConnection};

use crate::cluster::cluster;
use crate::{fresh, now};

/// Tables that only one database needs: where it keeps bytes, and which migrations it has seen.
const OWN: [&str; 2] = ["evidence_bytes", "syncdesk_migration"];

/// What a database says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
struct Schema {
    /// By table and column: type, whether it may be empty, place in the primary key (0 for none).
    columns: BTreeMap<(String, String), (String, bool, i64)>,
    /// Table, columns, whether they are unique, whether only some rows count.
    indexes: BTreeSet<(String, Vec<String>, bool, bool)>,
    /// Table, column, and the table and column that it refers to.
    references: BTreeSet<[String; 4]>,
    /// By table, how many conditions there are.
    checks: BTreeMap<String, usize>,
}

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    let (folder, store) = fresh().await;
    store.close().await;
    let file = folder.path().join(FILE);
    let mut conn = SqliteConnection::connect(file.to_str().unwrap())
        .await
        .unwrap();
    let sqlite = of_sqlite(&mut conn).await;

    let name = cluster().create("").await;
    let address = cluster().address(&name);
    PgStore::open(&address.parse().unwrap(), now())
        .await
        .unwrap();
    let mut conn = PgConnection::connect(&address).await.unwrap();
    let postgres = of_postgres(&mut conn).await;

    assert!(sqlite.columns.len() > 60 && sqlite.checks.len() > 5);
    assert_eq!(sqlite.columns, postgres.columns);
    assert_eq!(sqlite.indexes, postgres.indexes);
    assert_eq!(sqlite.references, postgres.references);
    assert_eq!(sqlite.checks, postgres.checks);
}

#[tokio::test]
async fn text_is_compared_by_its_bytes_in_every_column() {
    let name = cluster().create("").await;
    let address = cluster().address(&name);
    PgStore::open(&address.parse().unwrap(), now())
        .await
        .unwrap();
    let mut conn = PgConnection::connect(&address).await.unwrap();
    let read = "SELECT table_name || '.' || column_name FROM information_schema.columns
         WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'";
    let others: Vec<String> = sqlx::query_scalar(read).fetch_all(&mut conn).await.unwrap();
    assert_eq!(others, Vec::<String>::new());
}

async fn of_sqlite(conn: &mut SqliteConnection) -> Schema {
    let mut schema = Schema::default();
    let tables =
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    for table in sqlx::query(tables).fetch_all(&mut *conn).await.unwrap() {
        let (table, sql): (String, String) = (table.get(0), table.get(1));
        let checks = sql.matches("CHECK (").count();
        if checks > 0 {
            schema.checks.insert(table.clone(), checks);
        }
        let columns = "SELECT name, type, \"notnull\", pk FROM pragma_table_info($1)";
        for row in all(conn, columns, &table).await {
            let kind = match row.get::<String, _>(1).as_str() {
                "TEXT" => "text",
                "INTEGER" => "bigint",
                "BLOB" => "bytea",
                other => panic!("{table} has a column of type {other}"),
            };
            let said = (kind.to_owned(), row.get::<i64, _>(2) == 0, row.get(3));
            schema.columns.insert((table.clone(), row.get(0)), said);
        }
        let indexes = "SELECT name, \"unique\", partial FROM pragma_index_list($1)";
        for row in all(conn, indexes, &table).await {
            let columns = "SELECT name FROM pragma_index_info($1) ORDER BY seqno";
            let columns = all(conn, columns, &row.get::<String, _>(0)).await;
            let columns = columns.iter().map(|column| column.get(0)).collect();
            let (unique, partial): (i64, i64) = (row.get(1), row.get(2));
            let said = (table.clone(), columns, unique == 1, partial == 1);
            schema.indexes.insert(said);
        }
        let references = "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list($1)";
        for row in all(conn, references, &table).await {
            let said = [table.clone(), row.get(0), row.get(1), row.get(2)];
            schema.references.insert(said);
        }
    }
    // A key that is one number needs no index of its own here.
    for ((table, column), (kind, _, place)) in &schema.columns {
        let alone = schema.columns.range((table.clone(), String::new())..);
        let alone = alone
            .take_while(|((other, _), _)| other == table)
            .all(|((_, other), said)| other == column || said.2 == 0);
        if *place == 1 && kind == "bigint" && alone {
            let said = (table.clone(), vec![column.clone()], true, false);
            schema.indexes.insert(said);
        }
    }
    schema
}

async fn all(
    conn: &mut SqliteConnection,
    sql: &'static str,
    of: &str,
) -> Vec<sqlx::sqlite::SqliteRow> {
    sqlx::query(sql).bind(of).fetch_all(conn).await.unwrap()
}

async fn of_postgres(conn: &mut PgConnection) -> Schema {
    let mut schema = Schema::default();
    let columns = "SELECT c.table_name::text, c.column_name::text, c.data_type::text, c.is_nullable = 'YES',
             COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)::bigint
         FROM information_schema.columns c
         JOIN pg_class r ON r.relname = c.table_name AND r.relkind = 'r' AND r.relnamespace = 'public'::regnamespace
         JOIN pg_attribute a ON a.attrelid = r.oid AND a.attname = c.column_name
         LEFT JOIN pg_index i ON i.indrelid = r.oid AND i.indisprimary
         WHERE c.table_schema = 'public'";
    for row in sqlx::query(columns).fetch_all(&mut *conn).await.unwrap() {
        let said = (row.get(2), row.get(3), row.get(4));
        schema.columns.insert((row.get(0), row.get(1)), said);
    }
    let indexes = "SELECT r.relname::text, i.indisunique, i.indpred IS NOT NULL,
             ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(n, place)
                   JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = k.n ORDER BY k.place)
         FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid WHERE r.relnamespace = 'public'::regnamespace";
    for row in sqlx::query(indexes).fetch_all(&mut *conn).await.unwrap() {
        let said = (row.get(0), row.get(3), row.get(1), row.get(2));
        schema.indexes.insert(said);
    }
    let references = "SELECT c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text, b.attname::text
         FROM pg_constraint c
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1] WHERE c.contype = 'f'";
    for row in sqlx::query(references).fetch_all(&mut *conn).await.unwrap() {
        let said = [row.get(0), row.get(1), row.get(2), row.get(3)];
        schema.references.insert(said);
    }
    let checks = "SELECT conrelid::regclass::text, COUNT(*) FROM pg_constraint
         WHERE contype = 'c' AND connamespace = 'public'::regnamespace GROUP BY 1";
    for row in sqlx::query(checks).fetch_all(conn).await.unwrap() {
        let count: i64 = row.get(1);
        schema
            .checks
            .insert(row.get(0), usize::try_from(count).unwrap());
    }
    let shared = |table: &String| !OWN.contains(&table.as_str());
    schema.columns.retain(|(table, _), _| shared(table));
    schema.indexes.retain(|(table, ..)| shared(table));
    schema.checks.retain(|table, _| shared(table));
    schema
}
