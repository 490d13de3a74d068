//! Query parameters. Unknown ones are refused, so that a misspelt filter is not silently ignored.

use domain::id::{AppId, ChannelId};
use serde::{Deserialize, Serialize};

/// Rows in a page.
pub const PAGE_ROWS: usize = 50;
/// Longest search text in characters.
pub const SEARCH_CHARS_MAX: usize = 60;

/// How a list of channels or apps is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ListQuery {
    /// Words to find: name, search ID, number or initial consonants (초성). At most 60 characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    /// Which group; both groups are lists of their own.
    pub group: Group,
    /// The order.
    pub sort: Sort,
    /// With which app the channels are to be linked: reasons and groups are then about that pair. Channels only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app: Option<AppId>,
    /// Only those linked to some app, or only those that are not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linked: Option<bool>,
    /// Which page: the `next` or `previous` of another one; the first without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// The two groups of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Those that can be used.
    #[default]
    Usable,
    /// The others.
    Other,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// By name, digits before Hangul before Latin.
    #[default]
    Name,
    /// By name, backwards.
    NameDesc,
    /// By role, the highest first, then by name.
    Role,
}

/// For which app the home page is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct HomeQuery {
    /// The app; without it the first usable one that is furthest along.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app: Option<AppId>,
}

/// Which links.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LinkQuery {
    /// Only those of this channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
}

/// Which channel is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LookupQuery {
    /// Its search ID, with or without `@`.
    pub search_id: String,
}

/// What an uploaded file is called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EvidenceQuery {
    /// Name on the applicant's machine, at most 120 characters; only shown, never used as a path.
    pub name: String,
}

/// Which part of the review queue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ReviewQuery {
    /// Waiting and opened ones, or decided ones.
    pub decided: bool,
    /// Which page: the `next` or `previous` of another one; the first without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}
