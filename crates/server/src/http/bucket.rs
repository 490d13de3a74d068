//! Allowances that fill again: a table of fixed size that knows who has asked how often lately.

use std::hash::{BuildHasher as _, Hash, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How often something may be done: so many at once after a pause, and so many a second in the long run. With 0 a second there is no
/// limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowance {
    /// In the long run.
    pub per_second: u32,
    /// After a pause.
    pub at_once: u32,
}

impl Allowance {
    /// The two figures.
    pub const fn new(per_second: u32, at_once: u32) -> Allowance {
        Allowance {
            per_second,
            at_once,
        }
    }

    /// How long one of them takes to come back, in microseconds.
    fn every(self) -> u64 {
        1_000_000 / u64::from(self.per_second.max(1))
    }
}

/// Entries that share one lock, and among which room is made.
const WAYS: usize = 8;

/// Who has asked how often. A newcomer for whom there is no room takes the place of whoever has used the least, so that many newcomers
/// cannot make the table forget somebody who asks too much.
pub(super) struct Buckets<const KINDS: usize> {
    sets: Box<[Mutex<[Entry<KINDS>; WAYS]>]>,
    seed: RandomState,
}

#[derive(Debug, Clone, Copy)]
struct Entry<const KINDS: usize> {
    who: u64,
    /// When everything that was used will have come back, for each kind; microseconds since the start.
    full_at: [u64; KINDS],
    /// Requests that are under way.
    busy: u32,
}

impl<const KINDS: usize> Entry<KINDS> {
    const EMPTY: Entry<KINDS> = Entry {
        who: 0,
        full_at: [0; KINDS],
        busy: 0,
    };

    fn used_until(&self) -> u64 {
        self.full_at.into_iter().max().unwrap_or_default()
    }
}

impl<const KINDS: usize> Buckets<KINDS> {
    /// A table with room for about that many.
    pub(super) fn new(room: usize) -> Self {
        let sets = room.div_ceil(WAYS).max(1);
        Buckets {
            sets: (0..sets)
                .map(|_| Mutex::new([Entry::EMPTY; WAYS]))
                .collect(),
            seed: RandomState::new(),
        }
    }

    /// The name under which somebody is in the table. Nobody outside can choose two that are the same.
    pub(super) fn name(&self, who: impl Hash) -> u64 {
        self.seed.hash_one(who)
    }

    /// Uses one of an allowance, or says how many microseconds to wait for it. `now` is in microseconds since the start.
    pub(super) fn take(&self, who: u64, kind: usize, of: Allowance, now: u64) -> Result<(), u64> {
        if of.per_second == 0 {
            return Ok(());
        }
        let mut set = self.set(who);
        let entry = found(&mut set, who);
        let Some(full_at) = entry.full_at.get_mut(kind) else {
            return Ok(());
        };
        let next = (*full_at).max(now) + of.every();
        let latest = now + of.every() * u64::from(of.at_once.max(1));
        if next > latest {
            return Err(next - latest);
        }
        *full_at = next;
        Ok(())
    }

    /// Gives one of an allowance back.
    pub(super) fn give_back(&self, who: u64, kind: usize, of: Allowance) {
        if let Some(entry) = self.set(who).iter_mut().find(|entry| entry.who == who)
            && let Some(full_at) = entry.full_at.get_mut(kind)
        {
            *full_at = full_at.saturating_sub(of.every());
        }
    }

    /// Whether that one is in the table.
    pub(super) fn knows(&self, who: u64) -> bool {
        self.set(who).iter().any(|entry| entry.who == who)
    }

    /// Puts that one into the table, where it is not there yet.
    pub(super) fn remember(&self, who: u64) {
        found(&mut self.set(who), who);
    }

    /// Takes that one out of the table.
    pub(super) fn forget(&self, who: u64) {
        if let Some(entry) = self.set(who).iter_mut().find(|entry| entry.who == who) {
            *entry = Entry::EMPTY;
        }
    }

    /// Counts a request that begins, unless `most` are under way already.
    pub(super) fn begin(&self, who: u64, most: u32) -> bool {
        let mut set = self.set(who);
        let entry = found(&mut set, who);
        let fits = entry.busy < most;
        entry.busy += u32::from(fits);
        fits
    }

    /// Counts one that has ended. One whose entry made room meanwhile is not counted any more.
    pub(super) fn end(&self, who: u64) {
        if let Some(entry) = self.set(who).iter_mut().find(|entry| entry.who == who) {
            entry.busy = entry.busy.saturating_sub(1);
        }
    }

    fn set(&self, who: u64) -> MutexGuard<'_, [Entry<KINDS>; WAYS]> {
        let at = usize::try_from(who % u64::try_from(self.sets.len()).unwrap_or(1));
        // There is at least one set, and the remainder is below their number.
        #[expect(clippy::indexing_slicing, reason = "a remainder of the length")]
        let set = &self.sets[at.unwrap_or_default()];
        set.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The entry of that one; if there is none, that of whoever is least missed, cleared.
fn found<const KINDS: usize>(set: &mut [Entry<KINDS>; WAYS], who: u64) -> &mut Entry<KINDS> {
    let known = set.iter().position(|entry| entry.who == who);
    let least = || {
        let all = set.iter().enumerate();
        all.min_by_key(|(_, entry)| (entry.busy > 0, entry.used_until()))
            .map(|(at, _)| at)
    };
    let at = known.or_else(least).unwrap_or_default();
    #[expect(clippy::indexing_slicing, reason = "the position was just found in it")]
    let entry = &mut set[at];
    if known.is_none() {
        *entry = Entry {
            who,
            ..Entry::EMPTY
        };
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: u64 = 1_000_000;
    const TEN: Allowance = Allowance::new(10, 30);

    /// How many of a thousand tries are let through.
    fn through(buckets: &Buckets<2>, who: u64, now: u64) -> usize {
        (0..1000)
            .filter(|_| buckets.take(who, 0, TEN, now).is_ok())
            .count()
    }

    #[test]
    fn an_allowance_is_used_up_and_comes_back() {
        let buckets = Buckets::new(64);
        assert_eq!(through(&buckets, 1, 0), 30);
        assert_eq!(buckets.take(1, 0, TEN, 0), Err(SECOND / 10));
        assert_eq!(through(&buckets, 1, SECOND), 10);
        assert_eq!(
            through(&buckets, 1, 60 * SECOND),
            30,
            "never more than at once"
        );
        assert!(
            buckets.take(1, 1, TEN, 0).is_ok(),
            "another kind is another"
        );
        assert!(buckets.take(2, 0, TEN, 0).is_ok(), "so is another one");
        let none = Allowance::new(0, 0);
        assert!((0..100).all(|_| buckets.take(1, 0, none, 0).is_ok()));
    }

    #[test]
    fn what_is_given_back_can_be_used_again_and_who_is_forgotten_is_new() {
        let buckets = Buckets::new(64);
        assert!(!buckets.knows(1));
        assert_eq!(through(&buckets, 1, 0), 30);
        buckets.give_back(1, 0, TEN);
        buckets.give_back(2, 0, TEN);
        assert_eq!(through(&buckets, 1, 0), 1);
        assert!(buckets.knows(1) && !buckets.knows(2));
        buckets.forget(1);
        assert!(!buckets.knows(1));
        buckets.remember(1);
        assert!(buckets.knows(1));
        assert_eq!(through(&buckets, 1, 0), 30);
    }

    #[test]
    fn a_million_newcomers_need_no_more_room_and_hide_nobody_who_asks_too_much() {
        let buckets = Buckets::<2>::new(1024);
        let flood = buckets.name("203.0.113.7");
        assert_eq!(through(&buckets, flood, 0), 30);
        for newcomer in 0..1_000_000_u64 {
            let who = buckets.name(newcomer);
            assert!(buckets.take(who, 0, TEN, 0).is_ok());
        }
        assert_eq!(buckets.sets.len() * WAYS, 1024);
        assert_eq!(through(&buckets, flood, 0), 0, "it is still known");
    }

    #[test]
    fn requests_under_way_are_counted_and_keep_their_entry() {
        let buckets = Buckets::<2>::new(8);
        assert!(buckets.begin(1, 2) && buckets.begin(1, 2) && !buckets.begin(1, 2));
        for newcomer in 10..1000 {
            let _ = buckets.take(newcomer, 0, TEN, 0);
        }
        assert!(!buckets.begin(1, 2));
        buckets.end(1);
        assert!(buckets.begin(1, 2));
    }
}
