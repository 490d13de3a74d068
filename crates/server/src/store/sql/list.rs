//! Paged lists of what somebody has a role on: by keyset, so that a page costs the same wherever it is.

use backend::store::Paged;
use contract::body::{COUNT_MAX, FOUND_MAX, Sort};
use domain::search::{Query, required_grams};

use super::cursor::{self, Cursor};
use super::dialect::{Builder, Pool, Row};
use super::fault::Fault;
use super::row;
use super::select::{Select, push_own};
use super::stretch::{Width, counted, stretch};

/// What a list is of. Its statements call the table of roles `m`.
pub(super) trait List: Sync {
    /// A row for the caller.
    type Item: Send;
    /// The table of the things themselves.
    const THINGS: &'static str;
    /// The table of the roles on them.
    const ROLES: &'static str;
    /// The index of the words by which they are found.
    const GRAMS: &'static str;
    /// Their identifier in both.
    const ID: &'static str;

    /// Who asks.
    fn person(&self) -> &str;
    /// The last rank that anything can have which meets the conditions.
    fn last_rank(&self) -> i64;
    /// Adds the conditions, each beginning with ` AND `. A rank is called [`super::dialect::RANK`] in them.
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
/// Every rank there is, the highest first.
const RANKS: [i64; 3] = [0, 1, 2];

/// One page. A cursor that is none of ours gives an empty one.
pub(super) async fn page<L: List>(
    pool: &Pool,
    list: &L,
    wanted: &Wanted<'_>,
) -> Result<Paged<L::Item>, Fault> {
    let search = Search::new(wanted);
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

/// What is looked for, and in which order.
pub(super) struct Search {
    pub(super) query: Query,
    /// Entries of the index that every match has.
    pub(super) grams: Vec<String>,
    pub(super) sort: Sort,
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

/// How many rows match, up to [`COUNT_MAX`], or [`FOUND_MAX`] when words are looked for.
async fn count<L: List>(pool: &Pool, list: &L, search: &Search) -> Result<usize, Fault> {
    if !search.query.is_empty() {
        return Ok(find(pool, list, search, None, FOUND_MAX).await?.len());
    }
    let mut sql = Builder::new("SELECT COUNT(*) FROM (SELECT 1");
    push_own(list, None, &mut sql);
    list.restrict(&mut sql)?;
    counted(pool, sql, COUNT_MAX).await
}

/// Where to read on.
pub(super) struct Place {
    /// Only what has this rank: in the order of roles one rank comes after the other.
    pub(super) rank: Option<i64>,
    pub(super) begin: Begin,
    /// Whether to read towards the beginning of the list.
    back: bool,
    /// Whether sort keys become smaller.
    pub(super) down: bool,
}

impl Place {
    /// What is read from there.
    fn select<'a, L>(&'a self, list: &'a L, search: &'a Search) -> Select<'a, L> {
        Select {
            list,
            search,
            place: self,
        }
    }
}

/// From where to read.
pub(super) enum Begin {
    /// From where the list begins, or ends.
    Edge,
    /// Beyond a row.
    Row(Cursor),
    /// Beyond all that have this sort key.
    Key(String),
}

/// The places to read from, one after the other.
fn places<L: List>(list: &L, search: &Search, from: Option<Cursor>) -> Vec<Place> {
    let back = from.as_ref().is_some_and(|from| from.back);
    let place = |rank, from: Option<Cursor>| Place {
        rank,
        begin: from.map_or(Begin::Edge, Begin::Row),
        back,
        down: (search.sort == Sort::NameDesc) != back,
    };
    if search.sort != Sort::Role {
        return vec![place(None, from)];
    }
    let mut ranks = RANKS.to_vec();
    ranks.retain(|rank| *rank <= list.last_rank());
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
    let mut are_sieved = !search.query.is_empty() && search.grams.is_empty();
    let mut found = Vec::new();
    for mut place in places(list, search, from) {
        let mut width = Width::FIRST;
        while let Some(stretch) = stretch(pool, &place.select(list, search), width).await? {
            loop {
                let missing = wanted - found.len();
                let chunk = if are_sieved { CHUNK } else { missing };
                let mut sql = place.select(list, search).rows(&stretch, chunk)?;
                let read = sql.build().fetch_all(pool).await?;
                for row in &read {
                    let item = list.read(row)?;
                    let key = key::<L>(row, place.back)?;
                    place.begin = Begin::Row(key.clone());
                    if search.query.is_empty() || list.fits(&search.query, &item) {
                        found.push((item, key));
                    }
                    if found.len() == wanted {
                        return Ok(found);
                    }
                }
                if read.len() < chunk {
                    break;
                }
                are_sieved = true;
            }
            let Some(end) = stretch.end else { break };
            place.begin = Begin::Key(end);
            width = width.longer();
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
