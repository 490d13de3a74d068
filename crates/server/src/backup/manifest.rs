//! What a backup says of itself.

use serde::{Deserialize, Serialize};

/// The version of the layout.
pub(super) const FORMAT: &str = "syncdesk.backup/1";
/// Its name in the folder.
pub(super) const MANIFEST: &str = "manifest.json";
/// The checksums, in the format of `sha256sum`.
pub(super) const SUMS: &str = "SHA256SUMS";

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) format: String,
    /// The version of the program that made it.
    pub(super) program: String,
    /// How many migrations its database had had.
    pub(super) schema: u32,
    /// When it was begun, as in RFC 3339.
    pub(super) at: String,
    /// The database it was made of; it may be restored into the other one.
    pub(super) from: String,
    /// The tables, each after those it refers to.
    pub(super) tables: Vec<TableInfo>,
    /// Evidence files that were recorded when it was begun and deleted before they were copied.
    pub(super) gone: Vec<String>,
    /// How many evidence files there are.
    pub(super) files: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableInfo {
    pub(super) name: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: u64,
}

impl TableInfo {
    /// Where the table lies.
    pub(super) fn path(&self) -> String {
        format!("tables/{}.jsonl", self.name)
    }
}
