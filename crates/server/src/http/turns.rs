//! Turns with files, which are held in memory while they come or go: so many for each session, for each address and in all. The others
//! wait, so that nobody's files keep those of others from coming, and a page that wants ten at once gets them one after the other.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::limits::Limits;

/// Turns at the same time in all.
pub(super) const AT_ONCE: usize = 32;
/// Whose turn it is.
pub(super) struct Turns {
    all: Arc<Semaphore>,
    sessions: Queues,
    addresses: Queues,
    wait: Duration,
}

/// A turn; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Turn(#[expect(dead_code, reason = "held")] Vec<OwnedSemaphorePermit>);

impl Turns {
    /// With as many for a session and an address as the limits say. Nobody waits longer than `wait` for a turn.
    pub(super) fn new(limits: &Limits, wait: Duration) -> Turns {
        Turns {
            all: Arc::new(Semaphore::new(AT_ONCE)),
            sessions: Queues::new(limits.session_files_at_once),
            addresses: Queues::new(limits.address_files_at_once),
            wait,
        }
    }

    /// Waits for a turn; none when it does not come in time. Whoever has as many as they may have waits among their own, and is in
    /// nobody else's way.
    pub(super) async fn turn(&self, session: Option<u64>, address: u64) -> Option<Turn> {
        let session = session.map(|session| self.sessions.of(session));
        let queues = [
            session,
            Some(self.addresses.of(address)),
            Some(Arc::clone(&self.all)),
        ];
        let turn = async {
            let mut places = Vec::new();
            for queue in queues.into_iter().flatten() {
                places.push(queue.acquire_owned().await.ok()?);
            }
            Some(Turn(places))
        };
        tokio::time::timeout(self.wait, turn).await.ok().flatten()
    }
}

/// A queue for each of them who is there just now.
struct Queues {
    each: usize,
    of: Mutex<HashMap<u64, Weak<Semaphore>>>,
}

impl Queues {
    fn new(each: u32) -> Queues {
        let each = usize::try_from(each).unwrap_or(usize::MAX);
        Queues {
            each: each.clamp(1, Semaphore::MAX_PERMITS),
            of: Mutex::default(),
        }
    }

    fn of(&self, who: u64) -> Arc<Semaphore> {
        let mut all = self.of.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(there) = all.get(&who).and_then(Weak::upgrade) {
            return there;
        }
        // Those that nobody is in are forgotten: there are never more than requests under way.
        all.retain(|_, queue| queue.strong_count() > 0);
        let new = Arc::new(Semaphore::new(self.each));
        all.insert(who, Arc::downgrade(&new));
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WAIT: Duration = Duration::from_secs(9);

    fn turns() -> Turns {
        let limits = Limits {
            session_files_at_once: 2,
            address_files_at_once: 3,
            ..Limits::default()
        };
        Turns::new(&limits, WAIT)
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_has_all_their_turns_waits_and_nobody_else_does() {
        let turns = turns();
        let mut held = vec![turns.turn(Some(1), 1).await.unwrap()];
        held.push(turns.turn(Some(1), 1).await.unwrap());
        let begun = tokio::time::Instant::now();
        let (third, other) = tokio::join!(turns.turn(Some(1), 1), turns.turn(Some(2), 1));
        assert!(third.is_none() && other.is_some());
        assert_eq!(begun.elapsed(), WAIT);
        // That was the third of the address, whoever else comes from there.
        assert!(turns.turn(None, 1).await.is_none());
        assert!(turns.turn(Some(1), 2).await.is_none());
        assert!(turns.turn(Some(3), 2).await.is_some());
        drop(held);
        assert!(turns.turn(Some(1), 1).await.is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn there_are_so_many_in_all_and_who_has_gone_leaves_no_trace() {
        let turns = turns();
        let mut held = Vec::new();
        for n in 0..AT_ONCE {
            let who = u64::try_from(n).unwrap();
            held.push(turns.turn(Some(who), who).await.unwrap());
        }
        assert!(turns.turn(Some(99), 99).await.is_none());
        drop(held);
        assert!(turns.turn(Some(99), 99).await.is_some());
        assert_eq!(turns.sessions.of.lock().unwrap().len(), 1);
    }
}
