//! Bodies about who comes in: ways to sign in, sessions, people, invitations.

use domain::id::{InvitationId, SessionId, UserId};
use domain::role::Duty;
use domain::time::Time;
use serde::{Deserialize, Serialize};

macro_rules! bodies {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type),* }
    )* };
}

bodies! {
    /// The ways to sign in.
    Providers {
        /// One row each; none where only the demo's identities can be chosen, or nothing was set up.
        providers: Vec<ProviderRow>,
    }
    /// A provider at which one can sign in.
    ProviderRow {
        /// Its name, as people know it.
        title: String,
        /// The address that begins; to be opened as a page. `?back=` says where to go afterwards.
        start: String,
    }
    /// The caller's sessions, the one used last first.
    Sessions {
        /// One row each.
        sessions: Vec<SessionRow>,
    }
    /// A session.
    SessionRow {
        /// Identifier.
        id: SessionId,
        /// Whether it is the one that asks.
        current: bool,
        /// When it began.
        made_at: Time,
        /// When something was last asked for in it, to the minute.
        seen_at: Time,
        /// When it ends if nothing more is asked for in it.
        ends_at: Time,
        /// From which address it began; empty when that is not known.
        from: String,
        /// With which browser, in its own words.
        agent: String,
    }
    /// A person, as an operator sees them.
    PersonRow {
        /// Identifier.
        id: UserId,
        /// Name.
        name: String,
        /// For whom they act.
        organisation: String,
        /// What they are in this installation.
        duty: Duty,
        /// Since when they cannot sign in.
        disabled_at: Option<Time>,
        /// The version to send back with a change.
        version: u64,
    }
    /// What an operator changes about somebody. All their sessions end with it.
    PersonDraft {
        /// What they are from now on.
        duty: Duty,
        /// Whether their account is closed.
        disabled: bool,
    }
    /// Who is invited.
    InvitationDraft {
        /// Their name; empty to take what the provider says.
        name: String,
        /// For whom they act; may be empty.
        organisation: String,
        /// What they will be.
        duty: Duty,
    }
    /// An invitation.
    InvitationRow {
        /// Identifier.
        id: InvitationId,
        /// Name of the one who is invited; may be empty.
        name: String,
        /// For whom they act; may be empty.
        organisation: String,
        /// What they will be.
        duty: Duty,
        /// Name of the operator who invited; empty when it was the command line.
        by: String,
        /// When.
        made_at: Time,
        /// When it is too late.
        expires_at: Time,
        /// When it was used.
        used_at: Option<Time>,
        /// When it was taken back.
        revoked_at: Option<Time>,
    }
    /// A new invitation.
    NewInvitation {
        /// The invitation.
        invitation: InvitationRow,
        /// What stands in its address. Told once: the server does not keep it, so the answer to a repetition is without it.
        token: Option<String>,
    }
    /// Invitations, newest first; at most 500.
    Invitations {
        /// One row each.
        invitations: Vec<InvitationRow>,
    }
    /// An invitation that somebody holds.
    InvitationToken {
        /// What stands in its address.
        token: String,
    }
    /// What the one who is invited is told. The next sign-in of this browser uses the invitation.
    Invited {
        /// Their name, if one was given.
        name: String,
        /// For whom they act; may be empty.
        organisation: String,
        /// What they will be.
        duty: Duty,
        /// When it is too late.
        expires_at: Time,
    }
}

/// Which people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct PeopleQuery {
    /// Words to find in name, organisation or identifier. At most 60 characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    /// Which page: the `next` or `previous` of another one; the first without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}
