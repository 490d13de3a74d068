//! Paged lists of what somebody has a role on: by keyset, so that a page costs the same wherever it is.

use backend::store::Paged;
use contract::body::{COUNT_MAX, Sort};
use domain::search::{Query, required_grams};

use super::cursor::{self, Cursor};
use super::dialect::{Builder, Pool, Row};
use super::fault::Fault;
use super::row;

/// What a list is of. Its statements call the table of roles `m`.
pub(super) trait List: Sync {
    /// A row for the caller.
    type Item: Send;
    /// Selects whole rows; ends with `WHERE m.person_id = `.
    const ROWS: &'static str;
    /// Selects 1 from roles alone; ends the same way.
    const ONES: &'static str;
    /// The identifier among the columns of the roles.
    const ID: &'static str;
    /// The table of grams, which has the same identifier.
    const GRAMS: &'static str;

    /// Who asks.
    fn person(&self) -> &str;
    /// Adds the conditions, each beginning with ` AND `.
    fn restrict(&self, sql: &mut Builder) -> Result<(), Fault>;
    /// Reads a row.
    fn read(&self, row: &Row) -> Result<Self::Item, Fault>;
    /// Whether the words that are looked for are in a row.
    fn fits(&self, query: &Query, item: &Self::Item) -> bool;
}

/// Which page of a list.
pub(super) struct Wanted<'a> {
    /// Words to find.
    pub(super) q: &'a str,
    /// The order.
    pub(super) sort: Sort,
    /// Which page.
    pub(super) cursor: Option<&'a str>,
    /// How many rows.
    pub(super) rows: usize,
}

/// Rows that are read at once when each still has to be compared with what is looked for.
const CHUNK: usize = 200;

/// One page. A cursor that is none of ours gives an empty one.
pub(super) async fn page<L: List>(
    pool: &Pool,
    list: &L,
    wanted: &Wanted<'_>,
) -> Result<Paged<L::Item>, Fault> {
    let search = Search::new(wanted);
    let count = count(pool, list, &search).await?;
    let from = match wanted.cursor.map(Cursor::decode) {
        None => None,
        Some(Some(cursor)) => Some(cursor),
        Some(None) => return Ok(cursor::page(Vec::new(), None, 0, count)),
    };
    let found = find(pool, list, &search, from.clone(), wanted.rows + 1).await?;
    Ok(cursor::page(found, from.as_ref(), wanted.rows, count))
}

/// What is looked for and in which order.
struct Search {
    query: Query,
    grams: Vec<String>,
    sort: Sort,
}

impl Search {
    fn new(wanted: &Wanted<'_>) -> Search {
        Search {
            query: Query::new(wanted.q),
            grams: required_grams(wanted.q),
            sort: wanted.sort,
        }
    }
}

/// How many rows match, up to [`COUNT_MAX`].
async fn count<L: List>(pool: &Pool, list: &L, search: &Search) -> Result<usize, Fault> {
    if !search.query.is_empty() {
        return Ok(find(pool, list, search, None, COUNT_MAX).await?.len());
    }
    let mut sql = Builder::new("SELECT COUNT(*) FROM (");
    sql.push(L::ONES);
    sql.push_bind(list.person().to_owned());
    list.restrict(&mut sql)?;
    sql.push(" LIMIT ");
    sql.push_bind(i64::try_from(COUNT_MAX).unwrap_or(i64::MAX));
    sql.push(") AS counted");
    let count: i64 = sql.build_query_scalar().fetch_one(pool).await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// At most so many rows away from there, with their keys.
async fn find<L: List>(
    pool: &Pool,
    list: &L,
    search: &Search,
    mut from: Option<Cursor>,
    wanted: usize,
) -> Result<Vec<(L::Item, Cursor)>, Fault> {
    let back = from.as_ref().is_some_and(|from| from.back);
    let chunk = if search.query.is_empty() {
        wanted
    } else {
        CHUNK
    };
    let mut found = Vec::new();
    loop {
        let mut sql = statement(list, search, from.as_ref(), chunk)?;
        let rows = sql.build().fetch_all(pool).await?;
        for row in &rows {
            let item = list.read(row)?;
            let key = key::<L>(row, back)?;
            from = Some(key.clone());
            if search.query.is_empty() || list.fits(&search.query, &item) {
                found.push((item, key));
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

fn key<L: List>(row: &Row, back: bool) -> Result<Cursor, Fault> {
    Ok(Cursor {
        back,
        number: row::number(row, "rank")?,
        text: row::text(row, "sort_key")?,
        id: row::text(row, "id")?,
    })
}

fn statement<L: List>(
    list: &L,
    search: &Search,
    from: Option<&Cursor>,
    chunk: usize,
) -> Result<Builder, Fault> {
    let mut sql = Builder::new(L::ROWS);
    sql.push_bind(list.person().to_owned());
    list.restrict(&mut sql)?;
    for gram in &search.grams {
        sql.push(format_args!(
            " AND EXISTS (SELECT 1 FROM {} g WHERE g.{} = m.{} AND g.gram = ",
            L::GRAMS,
            L::ID,
            L::ID
        ));
        sql.push_bind(gram.clone());
        sql.push(")");
    }
    let by_rank = search.sort == Sort::Role;
    let down = (search.sort == Sort::NameDesc) != from.is_some_and(|from| from.back);
    if let Some(from) = from {
        sql.push(if by_rank {
            " AND (m.rank, m.sort_key, m."
        } else {
            " AND (m.sort_key, m."
        });
        sql.push(L::ID).push(if down { ") < (" } else { ") > (" });
        if by_rank {
            sql.push_bind(from.number).push(", ");
        }
        sql.push_bind(from.text.clone()).push(", ");
        sql.push_bind(from.id.clone()).push(")");
    }
    let way = if down { " DESC" } else { "" };
    sql.push(" ORDER BY ");
    if by_rank {
        sql.push(format_args!("m.rank{way}, "));
    }
    sql.push(format_args!("m.sort_key{way}, m.{}{way} LIMIT ", L::ID));
    sql.push_bind(i64::try_from(chunk).unwrap_or(i64::MAX));
    Ok(sql)
}
