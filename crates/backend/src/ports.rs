//! What the use cases need of the world besides a store: the time and randomness.

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
