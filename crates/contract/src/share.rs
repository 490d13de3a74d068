//! Bodies of the links that show a consent screen.

use domain::application::Document;
use domain::id::{ShareId, ShareToken};
use domain::time::Time;
use serde::{Deserialize, Serialize};

/// For how long a link is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShareDraft {
    /// Days: 1, 7 or 30.
    pub days: u8,
}

/// A link that shows the consent screen, as those know it who may make some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Identifier.
    pub id: ShareId,
    /// Name of who made it.
    pub by: String,
    /// When it was made: it shows the screen as it was then.
    pub made_at: Time,
    /// When its days are over.
    pub expires_at: Time,
    /// When it was taken back.
    pub revoked_at: Option<Time>,
}

/// A new link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewShare {
    /// The link.
    pub share: Share,
    /// What stands in its address. Told once: the server does not keep it, so the answer to a repetition is without it.
    pub token: Option<ShareToken>,
}

/// The links of an application, newest first; at most 100, the oldest ended ones are forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shares {
    /// One row each.
    pub shares: Vec<Share>,
}

/// What a link shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SharedScreen {
    /// What the consent screen is made of, and nothing else of the application; channels have identifiers that say nothing.
    pub document: Document,
    /// When it was so.
    pub shared_at: Time,
    /// When the link ends.
    pub expires_at: Time,
}
