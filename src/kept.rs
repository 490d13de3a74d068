//! What this browser keeps of what somebody wrote, until the backend has it. Everything stands under the name of whoever wrote it: nobody
//! finds another's words, and signing out takes one's own away.

use domain::id::UserId;

use crate::storage;

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The form of an application.
    Draft,
    /// A decision that is being written.
    Review,
    /// The key of a submission whose answer has not arrived. No words.
    Submission,
}

impl Kept {
    fn word(self) -> &'static str {
        match self {
            Kept::Draft => "draft",
            Kept::Review => "review",
            Kept::Submission => "submit",
        }
    }

    /// Under which name the storage has it; `rest` tells it from others of its kind.
    pub fn name(self, by: &UserId, rest: &str) -> String {
        // No identifier has a full stop.
        format!("kept.{by}.{}.{rest}", self.word())
    }

    /// The names of all of that kind whose rest begins so.
    pub fn names(self, by: &UserId, start: &str) -> Vec<String> {
        storage::names(&self.name(by, start))
    }
}

/// The names of all words of theirs, in the order of their kinds.
pub fn words_of(by: &UserId) -> Vec<String> {
    [Kept::Draft, Kept::Review]
        .iter()
        .flat_map(|kind| kind.names(by, ""))
        .collect()
}

/// Forgets everything of theirs.
pub fn forget(by: &UserId) {
    for name in storage::names(&format!("kept.{by}.")) {
        storage::remove(&name);
    }
}
