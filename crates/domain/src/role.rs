//! Who somebody is: to a channel, to an app, and in the house.

use serde::{Deserialize, Serialize};

/// A role on a channel, lowest first. `#4`, <https://kakaobusiness.gitbook.io/main/partner/smb/channel>.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChannelRole {
    /// Something below manager; the sources name no word for it.
    Below,
    /// Runs the channel day to day (매니저).
    Manager,
    /// Made the channel; alone may invite managers and edit the business information (마스터).
    Master,
}

/// A role on an app, lowest first. `#7`, `#8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AppRole {
    /// Something below editor; the sources name no word for its exact rights.
    Below,
    /// May link channels and apply for Kakao Sync (에디터).
    Editor,
    /// May do everything, alone may edit the business information (오너).
    Owner,
}

/// A role, whether on a channel or on an app, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Below manager or editor.
    Below,
    /// Manager of the channel, or editor of the app.
    Member,
    /// Master of the channel, or owner of the app.
    Head,
}

impl From<ChannelRole> for Standing {
    fn from(role: ChannelRole) -> Standing {
        match role {
            ChannelRole::Below => Standing::Below,
            ChannelRole::Manager => Standing::Member,
            ChannelRole::Master => Standing::Head,
        }
    }
}

impl From<AppRole> for Standing {
    fn from(role: AppRole) -> Standing {
        match role {
            AppRole::Below => Standing::Below,
            AppRole::Editor => Standing::Member,
            AppRole::Owner => Standing::Head,
        }
    }
}

impl From<Standing> for ChannelRole {
    fn from(standing: Standing) -> ChannelRole {
        match standing {
            Standing::Below => ChannelRole::Below,
            Standing::Member => ChannelRole::Manager,
            Standing::Head => ChannelRole::Master,
        }
    }
}

impl From<Standing> for AppRole {
    fn from(standing: Standing) -> AppRole {
        match standing {
            Standing::Below => AppRole::Below,
            Standing::Member => AppRole::Editor,
            Standing::Head => AppRole::Owner,
        }
    }
}

/// What somebody is in this installation, beside the roles on channels and apps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// Prepares applications.
    Applicant,
    /// Decides applications, item by item.
    Reviewer,
    /// Looks after the installation: who may come in, and what was done. No channel and no app is theirs by that.
    Operator,
}

/// A person who can sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct User {
    /// Identifier.
    pub id: crate::id::UserId,
    /// Name as others see it.
    pub name: String,
    /// The business or team they act for.
    pub organisation: String,
    /// Applicant, reviewer or operator.
    pub duty: Duty,
}

/// The role that is being asked for, and on what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum RoleWanted {
    /// Manager of a channel.
    ChannelManager {
        /// The channel.
        channel: crate::id::ChannelId,
    },
    /// Editor of an app.
    AppEditor {
        /// The app.
        app: crate::id::AppId,
    },
}

/// How a role request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoleRequestState {
    /// Waits for the master or owner.
    Open,
    /// The role was given.
    Granted,
    /// It was not.
    Declined,
}

/// "Please make me manager": asked here, granted or declined by the master or owner here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleRequest {
    /// Identifier.
    pub id: crate::id::RoleRequestId,
    /// Who asks.
    pub by: crate::id::UserId,
    /// For what.
    pub wanted: RoleWanted,
    /// Words to the one who decides, at most [`NOTE_CHARS_MAX`] characters.
    pub note: String,
    /// How it stands.
    pub state: RoleRequestState,
    /// When it was asked.
    pub asked_at: crate::time::Time,
    /// When it was decided.
    pub decided_at: Option<crate::time::Time>,
    /// Counts changes; starts at 1.
    pub version: u64,
}

impl RoleRequest {
    /// The request once it is answered.
    #[must_use]
    pub fn answered(mut self, state: RoleRequestState, at: crate::time::Time) -> RoleRequest {
        self.state = state;
        self.decided_at = Some(at);
        self.version += 1;
        self
    }
}

/// Longest note of a role request, in characters. Our judgement.
pub const NOTE_CHARS_MAX: usize = 300;
/// Most open requests of one person. Our judgement: more are no requests any more, and would hide those of others from whoever answers.
pub const REQUESTS_OPEN_MAX: usize = 100;
