//! The intention to submit: its key lives in this browser until an answer has arrived, so that a lost answer never submits twice.

use domain::id::{ApplicationId, UserId};

use crate::api::fresh_key;
use crate::kept::Kept;
use crate::storage;

fn name(by: &UserId, id: &ApplicationId) -> String {
    Kept::Submission.name(by, id.as_str())
}

/// The key for submitting that version: the one from before when its answer got lost, otherwise a new one.
pub fn key(by: &UserId, id: &ApplicationId, version: u64) -> String {
    let before = storage::get(&name(by, id));
    let same = before
        .as_deref()
        .and_then(|text| text.split_once(' '))
        .filter(|(of, _)| of.parse() == Ok(version));
    if let Some((_, key)) = same {
        return key.to_owned();
    }
    let key = fresh_key();
    // Where storage is forbidden the key lives as long as the page.
    storage::set(&name(by, id), &format!("{version} {key}"));
    key
}

/// An answer has arrived.
pub fn forget(by: &UserId, id: &ApplicationId) {
    storage::remove(&name(by, id));
}
