//! Time that stands, identifiers that count, and files left as they are: for tests, pictures and the page.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use async_trait::async_trait;
use domain::evidence::{Media, inspect};
use domain::time::Time;

use crate::ports::{Cleaner, Clock, Ids, NotCleaned};

/// A clock that only moves when it is told to.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock that shows that moment.
    pub fn new(now: Time) -> FixedClock {
        FixedClock(AtomicI64::new(now.millis()))
    }

    /// Sets it to another moment.
    pub fn set(&self, now: Time) {
        self.0.store(now.millis(), Ordering::Relaxed);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Time {
        Time::from_millis(self.0.load(Ordering::Relaxed))
    }
}

/// Identifiers that count from 1. Anybody can guess them: never for real people.
#[derive(Debug, Default)]
pub struct CountingIds(AtomicU64);

impl CountingIds {
    fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }
}

impl Ids for CountingIds {
    fn id(&self, prefix: &str) -> String {
        format!("{prefix}_{:026}", self.next())
    }

    fn token(&self) -> String {
        format!("{:064x}", self.next())
    }
}

/// Keeps files as they are. For the page, where whoever looks at a file has brought it; a server makes them anew.
#[derive(Debug, Clone, Copy)]
pub struct AsTheyAre;

#[async_trait]
impl Cleaner for AsTheyAre {
    async fn clean(&self, bytes: Vec<u8>) -> Result<(Media, Vec<u8>), NotCleaned> {
        let media = inspect(&bytes).map_err(NotCleaned::File)?;
        Ok((media, bytes))
    }
}
