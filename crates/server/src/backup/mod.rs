//! Backups: everything that is kept, in a folder of plain files that either database can be filled from again.
//!
//! ```text
//! manifest.json        what it is, when it was made, the tables with their columns and rows
//! tables/NAME.jsonl    a table: one row a line, as a JSON array
//! evidence/xx/ev_…     the bytes of evidence files; their SHA-256 stand in the table `evidence`
//! SHA256SUMS           of all of these, for `sha256sum -c`
//! ```

mod catalog;
mod db;
mod dump;
mod files;
mod load;
mod manifest;
mod verify;

pub use db::note;
pub use dump::{Dumped, dump};
pub use load::load;
pub use verify::{Report, verify};

use std::fmt::Display;

/// What went wrong, in a sentence for people.
pub type Words = String;

/// Tables that are not in a backup. Whoever is signed in signs in again after a restore: a session that was ended since must not
/// come back. The number of migrations and the bytes of evidence are kept otherwise.
const LEFT_OUT: [&str; 4] = [
    "evidence_bytes",
    "session",
    "sign_in_attempt",
    "syncdesk_migration",
];

/// The table that says which evidence there is.
const EVIDENCE: &str = "evidence";

fn words(what: &str) -> impl Fn(&dyn Display) -> Words + '_ {
    move |problem| format!("{what}: {problem}.")
}
