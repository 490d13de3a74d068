//! People and their accounts.

use backend::store::{AccountAsk, Paged};
use contract::body::COUNT_MAX;
use domain::account::Account;
use domain::id::UserId;
use domain::role::User;
use domain::search::Query;
use domain::time::Time;
use sqlx::Row as _;

use super::cursor::{self, Cursor};
use super::dialect::{Builder, Conn, Pool, Row, push_in};
use super::fault::Fault;
use super::row;

/// The users with those identifiers, in that order.
pub(super) async fn by_id(pool: &Pool, ids: &[UserId]) -> Result<Vec<User>, Fault> {
    let mut sql = Builder::new("SELECT * FROM person WHERE id");
    push_in(&mut sql, ids.iter().map(UserId::as_str));
    let rows = sql.build().fetch_all(pool).await?;
    let found: Result<Vec<User>, Fault> = rows.iter().map(read).collect();
    Ok(row::in_order(ids, found?, |user| &user.id))
}

/// The first hundred users, by name.
pub(super) async fn all(pool: &Pool) -> Result<Vec<User>, Fault> {
    let rows = sqlx::query("SELECT * FROM person ORDER BY name, id LIMIT 100")
        .fetch_all(pool)
        .await?;
    rows.iter().map(read).collect()
}

/// Somebody with their account.
pub(super) async fn account(pool: &Pool, id: &UserId) -> Result<Option<Account>, Fault> {
    let found = sqlx::query("SELECT * FROM person WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(pool)
        .await?;
    found.as_ref().map(read_account).transpose()
}

/// Rows that are read at once when each still has to be compared with what is looked for.
const CHUNK: usize = 200;

/// A page of all accounts, by name. A cursor that is none of ours gives an empty page.
pub(super) async fn page(pool: &Pool, ask: &AccountAsk) -> Result<Paged<Account>, Fault> {
    let query = Query::new(&ask.q);
    let count = count(pool, &query).await?;
    let from = match ask.cursor.as_deref().map(Cursor::decode) {
        None => None,
        Some(Some(cursor)) => Some(cursor),
        Some(None) => return Ok(cursor::page(Vec::new(), None, 0, count)),
    };
    let found = find(pool, &query, from.clone(), ask.rows + 1).await?;
    Ok(cursor::page(found, from.as_ref(), ask.rows, count))
}

/// How many accounts match, up to [`COUNT_MAX`].
async fn count(pool: &Pool, query: &Query) -> Result<usize, Fault> {
    if !query.is_empty() {
        return Ok(find(pool, query, None, COUNT_MAX).await?.len());
    }
    let count: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM (SELECT 1 FROM person LIMIT $1) AS counted")
            .bind(i64::try_from(COUNT_MAX).unwrap_or(i64::MAX))
            .fetch_one(pool)
            .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// At most so many accounts away from there, with their keys.
async fn find(
    pool: &Pool,
    query: &Query,
    mut from: Option<Cursor>,
    wanted: usize,
) -> Result<Vec<(Account, Cursor)>, Fault> {
    let back = from.as_ref().is_some_and(|from| from.back);
    let chunk = if query.is_empty() { wanted } else { CHUNK };
    let mut found = Vec::new();
    loop {
        let mut sql = Builder::new("SELECT * FROM person");
        if let Some(from) = &from {
            sql.push(" WHERE (name, id)");
            sql.push(if back { " < (" } else { " > (" });
            sql.push_bind(from.text.clone()).push(", ");
            sql.push_bind(from.id.clone()).push(")");
        }
        let way = if back { " DESC" } else { "" };
        sql.push(format_args!(" ORDER BY name{way}, id{way} LIMIT "));
        sql.push_bind(i64::try_from(chunk).unwrap_or(i64::MAX));
        let rows = sql.build().fetch_all(pool).await?;
        for row in &rows {
            let account = read_account(row)?;
            let key = Cursor {
                back,
                number: 0,
                text: account.user.name.clone(),
                id: account.user.id.to_string(),
            };
            from = Some(key.clone());
            if query.is_empty() || account.searched().iter().any(|text| query.matches(text)) {
                found.push((account, key));
            }
            if found.len() == wanted {
                return Ok(found);
            }
        }
        if rows.len() < chunk {
            return Ok(found);
        }
    }
}

/// Inserts or replaces a user.
pub(super) async fn put(conn: &mut Conn, user: &User) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO person (id, name, organisation, duty) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, organisation = excluded.organisation, duty = excluded.duty",
    )
    .bind(user.id.as_str())
    .bind(&user.name)
    .bind(&user.organisation)
    .bind(row::word_of(&user.duty)?)
    .execute(conn)
    .await?;
    Ok(())
}

/// Inserts or replaces a user with their account.
pub(super) async fn put_account(conn: &mut Conn, account: &Account) -> Result<(), Fault> {
    put(&mut *conn, &account.user).await?;
    sqlx::query("UPDATE person SET disabled_at = $2, version = $3 WHERE id = $1")
        .bind(account.user.id.as_str())
        .bind(account.disabled_at.map(Time::millis))
        .bind(row::integer(account.version)?)
        .execute(conn)
        .await?;
    Ok(())
}

/// Reads a user with their account.
pub(super) fn read_account(row: &Row) -> Result<Account, Fault> {
    Ok(Account {
        user: read(row)?,
        disabled_at: row
            .try_get::<Option<i64>, _>("disabled_at")?
            .map(Time::from_millis),
        version: row::count(row, "version")?,
    })
}

/// Reads a user.
pub(super) fn read(row: &Row) -> Result<User, Fault> {
    Ok(User {
        id: row::parsed(row, "id")?,
        name: row::text(row, "name")?,
        organisation: row::text(row, "organisation")?,
        duty: row::word(row, "duty")?,
    })
}
