//! Paged lists of what somebody has a role on: by keyset, so that a page costs the same wherever it is. What is searched is read
//! along the shortest of the lists that have it: the person's own, or one of the index, which are in the same order.

use backend::store::Paged;
use contract::body::{COUNT_MAX, FOUND_MAX, Sort};
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
    /// The same along the index, which it calls `g`.
    const FOUND: &'static str;
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
/// How far the lists are counted to find the shortest: most are told apart by a little.
const COUNTED: [usize; 2] = [1_000, LONG];
/// When all are at least as long, it does not matter which one is followed: much is found soon.
const LONG: usize = 20_000;
/// Every rank there is, the highest first.
const RANKS: [i64; 3] = [0, 1, 2];

/// One page. A cursor that is none of ours gives an empty one.
pub(super) async fn page<L: List>(
    pool: &Pool,
    list: &L,
    wanted: &Wanted<'_>,
) -> Result<Paged<L::Item>, Fault> {
    let search = Search::new(pool, list, wanted).await?;
    if wanted.cursor.is_none() && !search.query.is_empty() {
        // The first rows are among those that are counted.
        let some = FOUND_MAX.max(wanted.rows + 1);
        let mut found = find(pool, list, &search, None, some).await?;
        let count = found.len().min(FOUND_MAX);
        found.truncate(wanted.rows + 1);
        return Ok(cursor::page(found, None, wanted.rows, count));
    }
    let count = count(pool, list, &search).await?;
    let from = match wanted.cursor.map(Cursor::decode) {
        None => None,
        Some(Some(cursor)) => Some(cursor),
        Some(None) => return Ok(cursor::page(Vec::new(), None, 0, count)),
    };
    let found = find(pool, list, &search, from.clone(), wanted.rows + 1).await?;
    Ok(cursor::page(found, from.as_ref(), wanted.rows, count))
}

/// What is looked for, in which order, and along which list.
struct Search {
    query: Query,
    /// Entries that every match has, without the one that is followed.
    grams: Vec<String>,
    /// The entry that is followed instead of the person's own list.
    along: Option<String>,
    sort: Sort,
}

impl Search {
    async fn new<L: List>(pool: &Pool, list: &L, wanted: &Wanted<'_>) -> Result<Search, Fault> {
        let mut grams = required_grams(wanted.q);
        let along = followed(pool, list, &grams).await?;
        let along = along.map(|gram| grams.remove(gram));
        Ok(Search {
            query: Query::new(wanted.q),
            grams,
            along,
            sort: wanted.sort,
        })
    }
}

/// The entry whose list is the shortest, unless the person's own list is.
async fn followed<L: List>(
    pool: &Pool,
    list: &L,
    grams: &[String],
) -> Result<Option<usize>, Fault> {
    if grams.is_empty() {
        return Ok(None);
    }
    for most in COUNTED {
        let mut sql = Builder::new("SELECT COUNT(*) FROM (");
        sql.push(L::ONES);
        sql.push_bind(list.person().to_owned());
        let own = counted(pool, sql, most).await?;
        if own == LONG && grams.len() == 1 {
            break;
        }
        let (mut least, mut shortest) = (own, None);
        for (place, gram) in grams.iter().enumerate() {
            let mut sql = Builder::new("SELECT COUNT(*) FROM (SELECT 1 FROM ");
            sql.push(L::GRAMS).push(" WHERE gram = ");
            sql.push_bind(gram.clone());
            let length = counted(pool, sql, least).await?;
            if length < least {
                (least, shortest) = (length, Some(place));
            }
        }
        if shortest.is_some() || own < most {
            return Ok(shortest);
        }
    }
    Ok(Some(0))
}

/// Ends a statement that counts, and asks it.
async fn counted(pool: &Pool, mut sql: Builder, most: usize) -> Result<usize, Fault> {
    sql.push(" LIMIT ");
    sql.push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    sql.push(") AS counted");
    let count: i64 = sql.build_query_scalar().fetch_one(pool).await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// How many rows match, up to [`COUNT_MAX`], or [`FOUND_MAX`] when words are looked for.
async fn count<L: List>(pool: &Pool, list: &L, search: &Search) -> Result<usize, Fault> {
    if !search.query.is_empty() {
        return Ok(find(pool, list, search, None, FOUND_MAX).await?.len());
    }
    let mut sql = Builder::new("SELECT COUNT(*) FROM (");
    sql.push(L::ONES);
    sql.push_bind(list.person().to_owned());
    list.restrict(&mut sql)?;
    counted(pool, sql, COUNT_MAX).await
}

/// Where to read on.
struct Place {
    /// Only what has this rank: along the index one rank comes after the other.
    rank: Option<i64>,
    /// The row to read on from.
    from: Option<Cursor>,
    /// Whether to read towards the beginning.
    back: bool,
}

/// The places to read from, one after the other.
fn places(search: &Search, from: Option<Cursor>) -> Vec<Place> {
    let back = from.as_ref().is_some_and(|from| from.back);
    let place = |rank, from| Place { rank, from, back };
    if search.along.is_none() || search.sort != Sort::Role {
        return vec![place(None, from)];
    }
    let mut ranks = RANKS.to_vec();
    if back {
        ranks.reverse();
    }
    let Some(from) = from else {
        return ranks
            .into_iter()
            .map(|rank| place(Some(rank), None))
            .collect();
    };
    let rest = ranks.into_iter().skip_while(|rank| *rank != from.number);
    let here = |rank| (rank == from.number).then(|| from.clone());
    rest.map(|rank| place(Some(rank), here(rank))).collect()
}

/// At most so many rows away from there, with their keys.
async fn find<L: List>(
    pool: &Pool,
    list: &L,
    search: &Search,
    from: Option<Cursor>,
    wanted: usize,
) -> Result<Vec<(L::Item, Cursor)>, Fault> {
    // What has the entries of the index nearly always fits.
    let is_sifted = search.along.is_some() || !search.grams.is_empty();
    let mut chunk = if search.query.is_empty() || is_sifted {
        wanted
    } else {
        CHUNK
    };
    let mut found = Vec::new();
    for mut place in places(search, from) {
        loop {
            let mut sql = statement(list, search, &place, chunk)?;
            let rows = sql.build().fetch_all(pool).await?;
            for row in &rows {
                let item = list.read(row)?;
                let key = key::<L>(row, place.back)?;
                place.from = Some(key.clone());
                if search.query.is_empty() || list.fits(&search.query, &item) {
                    found.push((item, key));
                }
                if found.len() == wanted {
                    return Ok(found);
                }
            }
            if rows.len() < chunk {
                break;
            }
            chunk = chunk.max(CHUNK);
        }
    }
    Ok(found)
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
    place: &Place,
    chunk: usize,
) -> Result<Builder, Fault> {
    let (select, at) = match search.along {
        Some(_) => (L::FOUND, "g"),
        None => (L::ROWS, "m"),
    };
    let mut sql = Builder::new(select);
    sql.push_bind(list.person().to_owned());
    list.restrict(&mut sql)?;
    if let Some(gram) = &search.along {
        sql.push(" AND g.gram = ").push_bind(gram.clone());
    }
    for gram in &search.grams {
        sql.push(format_args!(
            " AND EXISTS (SELECT 1 FROM {} o WHERE o.sort_key = {at}.sort_key AND o.{} = {at}.{} AND o.gram = ",
            L::GRAMS,
            L::ID,
            L::ID
        ));
        sql.push_bind(gram.clone());
        // The limit says nothing new, but keeps SQLite from walking this list instead of the one that is followed.
        sql.push(" LIMIT 1)");
    }
    if let Some(rank) = place.rank {
        sql.push(" AND m.rank = ").push_bind(rank);
    }
    let by_rank = search.sort == Sort::Role && place.rank.is_none();
    let down = (search.sort == Sort::NameDesc) != place.back;
    if let Some(from) = &place.from {
        let rank = if by_rank { "m.rank, " } else { "" };
        let beyond = if down { "<" } else { ">" };
        sql.push(format_args!(
            " AND ({rank}{at}.sort_key, {at}.{}) {beyond} (",
            L::ID
        ));
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
    sql.push(format_args!(
        "{at}.sort_key{way}, {at}.{}{way} LIMIT ",
        L::ID
    ));
    sql.push_bind(i64::try_from(chunk).unwrap_or(i64::MAX));
    Ok(sql)
}
