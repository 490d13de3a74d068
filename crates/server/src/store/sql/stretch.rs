//! What is searched is in several lists that are in the same order: the person's own and one for each entry of the index. They are read
//! a stretch at a time, along the one that has least in it: a name that is found is in the others as well.

use std::cmp::Ordering;

use super::dialect::{Builder, MERGES, Pool};
use super::fault::Fault;
use super::list::List;
use super::row;
use super::select::Select;

/// How many entries of each list are looked at to see which one reaches farthest with them. Lists lie thick in one place and thin in
/// another, so it is looked at anew for each stretch; but by a database that joins by itself only once, and so no farther than has to be.
const STRETCH: usize = if MERGES { 2_000 } else { 1_000 };
/// How many times longer each stretch is than the one before: where little is found, looking around has to cost little.
const LONGER: usize = 4;
/// A list of which no more is left is read along without looking at the others.
const LITTLE: usize = 100;
/// How many entries of two lists are read side by side in the time in which one is looked up in the other.
const STEPS: usize = 5;

/// Which list is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Along {
    /// The person's own.
    Own,
    /// Of one of the entries, by its place among them.
    Gram(usize),
    /// The person's own and those of the entries, side by side.
    Both,
}

impl Along {
    /// What the followed list is called in statements.
    pub(super) fn name(self) -> &'static str {
        match self {
            Along::Gram(_) => "g",
            Along::Own | Along::Both => "m",
        }
    }
}

/// Part of the lists.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) along: Along,
    /// The sort key that it goes to, and with which it ends; to the end of the lists without one.
    pub(super) end: Option<String>,
}

/// How long a stretch is, in entries of the list that it is read along.
#[derive(Debug, Clone, Copy)]
pub(super) struct Width(usize);

impl Width {
    pub(super) const FIRST: Width = Width(STRETCH);

    pub(super) fn longer(self) -> Width {
        Width(self.0.saturating_mul(LONGER))
    }
}

/// What lies ahead in one list.
struct Ahead {
    along: Along,
    /// How many entries were looked at.
    count: usize,
    /// The sort key of the last of them; none when nothing comes after it.
    end: Option<String>,
}

/// The stretch that begins at the place of the selection; none when there is nothing more to be found.
pub(super) async fn stretch<L: List>(
    pool: &Pool,
    select: &Select<'_, L>,
    Width(mut width): Width,
) -> Result<Option<Stretch>, Fault> {
    let to_the_end = |along| Some(Stretch { along, end: None });
    let grams = (0..select.search.grams.len()).map(Along::Gram);
    if grams.len() == 0 {
        return Ok(to_the_end(Along::Own));
    }
    // What is left after a first look is best left to a database that knows how to join.
    if !MERGES && width > STRETCH {
        return Ok(to_the_end(Along::Both));
    }
    let mut lists = Vec::new();
    for along in [Along::Own].into_iter().chain(grams) {
        let ahead = look(pool, select, along, width).await?;
        if ahead.count == 0 {
            return Ok(None);
        }
        if ahead.count <= LITTLE {
            return Ok(to_the_end(along));
        }
        if ahead.end.is_none() {
            // Longer lists are told apart by so much.
            width = width.min(ahead.count * STEPS);
        }
        lists.push(ahead);
    }
    lists.sort_by(|a, b| farther(a, b, select.place.down));
    let [thin, thick, others @ ..] = lists.as_slice() else {
        return Ok(None);
    };
    let are_side_by_side =
        others.is_empty() && beside(pool, select, thin, thick).await? * STEPS >= thick.count;
    let along = if are_side_by_side {
        Along::Both
    } else {
        thin.along
    };
    let end = thin.end.clone();
    Ok(Some(Stretch { along, end }))
}

/// The list that reaches farther comes first; of two that end, the one that has less.
fn farther(a: &Ahead, b: &Ahead, down: bool) -> Ordering {
    match (&a.end, &b.end) {
        (None, None) => a.count.cmp(&b.count),
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(a), Some(b)) if down => a.cmp(b),
        (Some(a), Some(b)) => b.cmp(a),
    }
}

/// Looks at so many entries of a list.
async fn look<L: List>(
    pool: &Pool,
    select: &Select<'_, L>,
    along: Along,
    width: usize,
) -> Result<Ahead, Fault> {
    let mut sql = Builder::new("");
    select.push_list(along, &mut sql);
    select.push_order(["1", "2"], &mut sql);
    sql.push(" LIMIT 1 OFFSET ");
    sql.push_bind(i64::try_from(width).unwrap_or(i64::MAX).saturating_sub(1));
    let last = sql.build().fetch_optional(pool).await?;
    let end = last.map(|row| row::text(&row, "sort_key")).transpose()?;
    let count = if end.is_some() {
        width
    } else {
        let mut sql = Builder::new("SELECT COUNT(*) AS count");
        select.push_rest(along, &mut sql);
        row::count(&sql.build().fetch_one(pool).await?, "count")?
    };
    Ok(Ahead { along, count, end })
}

/// How many entries of the thin list there are as far as the thick one was looked at, or enough of them.
async fn beside<L: List>(
    pool: &Pool,
    select: &Select<'_, L>,
    thin: &Ahead,
    thick: &Ahead,
) -> Result<usize, Fault> {
    let Some(end) = &thick.end else {
        return Ok(thin.count);
    };
    let mut sql = Builder::new("SELECT COUNT(*) FROM (");
    select.push_list(thin.along, &mut sql);
    select.push_until(thin.along, end, &mut sql);
    counted(pool, sql, thick.count.div_ceil(STEPS)).await
}

/// Ends a statement that counts, and asks it.
pub(super) async fn counted(pool: &Pool, mut sql: Builder, most: usize) -> Result<usize, Fault> {
    sql.push(" LIMIT ");
    sql.push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    sql.push(") AS counted");
    let count: i64 = sql.build_query_scalar().fetch_one(pool).await?;
    Ok(usize::try_from(count).unwrap_or_default())
}
