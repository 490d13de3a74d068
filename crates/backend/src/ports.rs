//! What the use cases need of the world besides a store: the time, randomness, and files made clean.

use async_trait::async_trait;
use domain::evidence::{FileProblem, Media};
use domain::time::Time;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Time;
}

/// Makes what cannot be guessed.
pub trait Ids: Send + Sync {
    /// A new identifier: the prefix, `_`, and 26 characters of `a-z2-7` (128 bits and more).
    fn id(&self, prefix: &str) -> String;
    /// A session token: 256 bits as 64 hex digits.
    fn token(&self) -> String;
}

/// Makes a file anew before it is kept, so that nothing comes in but what can be seen on it.
#[async_trait]
pub trait Cleaner: Send + Sync {
    /// What a file is, as [`domain::evidence::inspect`] says, and the bytes to keep of it.
    async fn clean(&self, bytes: Vec<u8>) -> Result<(Media, Vec<u8>), NotCleaned>;
}

/// Why a file could not be made clean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCleaned {
    /// Because of the file.
    File(FileProblem),
    /// Because there is no room for the work just now.
    Busy,
}
