//! Bodies of the record: who did or tried what.

use std::collections::BTreeMap;

use domain::id::UserId;
use domain::record::{Difference, Object, Origin, Outcome};
use domain::time::Time;
use serde::{Deserialize, Serialize};

/// Most rows of an export.
pub const EXPORT_ROWS_MAX: usize = 1_000;
/// Longest name of an operation.
pub const OPERATION_CHARS_MAX: usize = 40;

/// What of the record is asked for; all of it that the caller may see without any of these.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RecordQuery {
    /// Only about that, like `channel:ch_1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Object>,
    /// Only by them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<UserId>,
    /// Only that operation, by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// Only with that outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Not before that moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Time>,
    /// Before that moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Time>,
    /// Which page: the `next` or `previous` of another one; the first without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// One entry of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordRow {
    /// Its place in the chain.
    pub seq: u64,
    /// When.
    pub at: Time,
    /// Who; absent for somebody who was not signed in and for commands.
    pub actor: Option<UserId>,
    /// Their name at that time.
    pub actor_name: String,
    /// From where: to operators, and of one's own doings.
    pub origin: Option<Origin>,
    /// The number of the request, as in the log.
    pub request: String,
    /// What: the name of the endpoint or command.
    pub operation: String,
    /// What it was about.
    pub about: Vec<Object>,
    /// How it went.
    pub outcome: Outcome,
    /// The code of the refusal; empty where nothing was refused.
    pub reason: String,
    /// What is different since.
    pub changes: Vec<Difference>,
}

/// A part of the record, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// One row each; 50 of them, or [`EXPORT_ROWS_MAX`] of an export.
    pub rows: Vec<RecordRow>,
    /// What things are called now, by what stands in `about`, as far as the caller may know.
    pub names: BTreeMap<String, String>,
    /// Whether only the caller's own doings are here, because of the others they may not see.
    pub own: bool,
    /// Pass it as `cursor` to get the next page; absent on the last one.
    pub next: Option<String>,
    /// Pass it as `cursor` to get the page before; absent on the first one.
    pub previous: Option<String>,
    /// How many rows match in all; never more than [`crate::body::COUNT_MAX`], which then means "that many or more".
    pub count: usize,
}
