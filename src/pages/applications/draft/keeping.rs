//! What this browser keeps of a draft that the store does not have yet.
//!
//! Each opening of the form has a place of its own, so that two tabs never overwrite each other's. What was left behind is taken up at
//! the next opening by the same person.

use domain::draft::Kept;
use domain::id::{ApplicationId, UserId};
use domain::time::Time;
use serde::{Deserialize, Serialize};

use crate::kept::Kept as Words;
use crate::{random, storage};

/// What is not marked as left may still be typed at in another tab; after this long it no longer is.
const LEFT_AFTER_MILLIS: i64 = 3_000;

/// A place in the browser's storage, under the author's name: `<application>.<random>`.
#[derive(Debug, Clone)]
pub struct Place {
    application: ApplicationId,
    by: UserId,
    name: String,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    by: UserId,
    at: Time,
    left: bool,
    kept: Kept,
}

/// What an earlier opening left behind.
pub struct Left {
    name: String,
    text: String,
    /// What it kept.
    pub kept: Kept,
}

impl Place {
    /// A new place for that application and that person.
    pub fn new(application: ApplicationId, by: UserId) -> Place {
        let name = Words::Draft.name(&by, &format!("{application}.{}", random::hex(4)));
        Place {
            application,
            by,
            name,
        }
    }

    /// Of which application.
    pub fn application(&self) -> &ApplicationId {
        &self.application
    }

    /// Who types here.
    pub fn by(&self) -> &UserId {
        &self.by
    }

    /// Keeps it, or forgets what was kept when there is nothing to keep. Says whether it could.
    pub fn keep(&self, kept: Option<Kept>, left: bool) -> bool {
        let Some(kept) = kept else {
            storage::remove(&self.name);
            return true;
        };
        let entry = Entry {
            by: self.by.clone(),
            at: now(),
            left,
            kept,
        };
        serde_json::to_string(&entry).is_ok_and(|text| storage::set(&self.name, &text))
    }

    /// What is kept here now.
    pub fn read(&self) -> Option<Kept> {
        read(&self.name).map(|(_, entry)| entry.kept)
    }

    /// What earlier openings by the same person left behind. Anything unreadable is from another version and stays where it is.
    pub fn left_behind(&self) -> Vec<Left> {
        let names = Words::Draft.names(&self.by, &format!("{}.", self.application));
        names
            .into_iter()
            .filter(|name| *name != self.name)
            .filter_map(|name| {
                let (text, entry) = read(&name)?;
                let old = now().millis() - entry.at.millis() > LEFT_AFTER_MILLIS;
                (entry.by == self.by && (entry.left || old)).then_some(Left {
                    name,
                    text,
                    kept: entry.kept,
                })
            })
            .collect()
    }
}

impl Left {
    /// Forgets it, unless somebody went on typing there meanwhile.
    pub fn forget(&self) {
        if storage::get(&self.name).as_deref() == Some(&self.text) {
            storage::remove(&self.name);
        }
    }
}

fn read(name: &str) -> Option<(String, Entry)> {
    let text = storage::get(name)?;
    let entry = serde_json::from_slice(text.as_bytes()).ok()?;
    Some((text, entry))
}

/// The moment, by this machine's clock.
pub fn now() -> Time {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit for 285,000 years"
    )]
    Time::from_millis(js_sys::Date::now() as i64)
}
