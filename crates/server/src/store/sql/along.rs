//! What is searched is read along the shortest of the lists that have it: the person's own, or one of the index, which are in the same
//! order.

use super::dialect::{Builder, MERGES, Pool};
use super::fault::Fault;
use super::list::List;
use super::select::push_own;

/// How far the lists are counted to find the shortest: most are told apart by a little.
const COUNTED: [usize; 2] = [1_000, LONG];
/// When all are at least as long, it does not matter which one is followed: much is found soon.
const LONG: usize = 20_000;
/// How many entries of two lists are read side by side in the time in which one is looked up in the other.
const STEPS: usize = 3;
/// How many times shorter the person's own has to be to be read along, where lists of about the same length are joined whole.
const PROBES: usize = 4;

/// Which list is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Along {
    /// The person's own.
    Own,
    /// Of one of the entries, by its place among them.
    Gram(usize),
    /// The person's own and that of the only entry, side by side.
    Both,
}

/// The list to read along, of which everything that is found has to be; none when the person's own is empty.
pub(super) async fn shortest<L: List>(
    pool: &Pool,
    list: &L,
    grams: &[String],
    rank: Option<i64>,
) -> Result<Option<Along>, Fault> {
    if grams.is_empty() {
        return Ok(Some(Along::Own));
    }
    for most in COUNTED {
        let (mut least, mut along) = (most, None);
        for (place, gram) in grams.iter().enumerate() {
            let mut sql = Builder::new("SELECT COUNT(*) FROM (SELECT 1 FROM ");
            sql.push(L::GRAMS).push(" WHERE gram = ");
            sql.push_bind(gram.clone());
            let length = counted(pool, sql, least).await?;
            if length < least {
                (least, along) = (length, Some(Along::Gram(place)));
            }
        }
        // The person's own is counted no further than makes a difference. Two are read side by side from where it has two thirds of the
        // other one up to where it is so many steps as long; of what is longer still than it, enough is found soon.
        let (shorter, alike) = match along {
            Some(_) if grams.len() == 1 && MERGES => (least * 2 / STEPS, least * STEPS),
            Some(_) if grams.len() == 1 => (least / PROBES, least / PROBES),
            _ => (least, least),
        };
        let mut sql = Builder::new("SELECT COUNT(*) FROM (SELECT 1");
        push_own(list, rank, &mut sql);
        let own = counted(pool, sql, alike.clamp(1, LONG)).await?;
        if own == 0 {
            return Ok(None);
        }
        if own < shorter {
            return Ok(Some(Along::Own));
        }
        if own < alike.min(LONG) {
            return Ok(Some(Along::Both));
        }
        if along.is_some() {
            return Ok(along);
        }
    }
    Ok(Some(Along::Gram(0)))
}

/// Ends a statement that counts, and asks it.
pub(super) async fn counted(pool: &Pool, mut sql: Builder, most: usize) -> Result<usize, Fault> {
    sql.push(" LIMIT ");
    sql.push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    sql.push(") AS counted");
    let count: i64 = sql.build_query_scalar().fetch_one(pool).await?;
    Ok(usize::try_from(count).unwrap_or_default())
}
