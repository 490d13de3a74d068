//! What goes wrong inside the store, and what becomes of it outside.

use backend::store::{CommitError, Down};

use super::dialect::is_constraint;

/// Why a statement or a change did not work.
#[derive(Debug)]
pub(in super::super) enum Fault {
    /// The batch is refused for a reason that its sender understands.
    Refused(CommitError),
    /// The database said so.
    Database(sqlx::Error),
    /// A stored value or a file is not what it should be.
    Other(String),
    /// What was to be made durable may be so, or may not.
    Unknown(String),
}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        Fault::Database(error)
    }
}

impl From<Down> for Fault {
    fn from(Down(words): Down) -> Self {
        Fault::Other(words)
    }
}

impl From<Fault> for Down {
    fn from(fault: Fault) -> Self {
        Down(match fault {
            Fault::Refused(error) => format!("{error:?}"),
            Fault::Database(error) => error.to_string(),
            Fault::Other(words) | Fault::Unknown(words) => words,
        })
    }
}

impl From<Fault> for CommitError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Refused(error) => error,
            Fault::Database(error) if is_constraint(&error) => CommitError::Conflict,
            Fault::Unknown(words) => CommitError::Unknown(words),
            fault => CommitError::Down(Down::from(fault).0),
        }
    }
}
