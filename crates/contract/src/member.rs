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

/// Another role for somebody who has one.
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
    /// Somebody who has a role already.
    pub to: UserId,
}
