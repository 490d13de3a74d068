//! Bodies about who has a role on a channel or an app. Both kinds of roles have the same three steps, so they share these bodies.

use domain::id::UserId;
use domain::role::Standing;
use serde::{Deserialize, Serialize};

/// Somebody with a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Who.
    pub user: UserId,
    /// Name.
    pub name: String,
    /// The business or team they act for.
    pub organisation: String,
    /// The role.
    pub standing: Standing,
    /// Whether their account is closed: they can be removed, and are given no other role.
    pub closed: bool,
}

/// Everybody with a role, the highest first, then by name; at most 500. Its version is that of the channel or app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Members {
    /// One row each.
    pub members: Vec<Member>,
    /// The caller's own role.
    pub own: Standing,
}

/// A role for somebody, instead of the one they have or as their first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StandingDraft {
    /// The new role; the highest one is handed over instead.
    pub standing: Standing,
}

/// Who is to be master or owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HandOverDraft {
    /// Somebody who has a role already; for an operator, anybody else whose account is open.
    pub to: UserId,
}

/// What an operator has handed over of somebody whose account is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HandedOver {
    /// Channels that have another master now.
    pub channels: usize,
    /// Apps that have another owner now.
    pub apps: usize,
    /// Whether there is more: ask again, with a new key.
    pub more: bool,
}
