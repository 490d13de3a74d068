//! What a store keeps about who comes in: accounts' identities, sessions, invitations, and sign-ins that are under way.

use std::fmt;

use contract::body::ProviderRow;
use domain::account::session_ends;
use domain::id::{InvitationId, SessionId, UserId};
use domain::role::Duty;
use domain::time::Time;

/// A session. The token itself is never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Identifier, by which its owner can end it; opens nothing.
    pub id: SessionId,
    /// SHA-256 of the token, in hex.
    pub token_hash: String,
    /// Who.
    pub user: UserId,
    /// When it began.
    pub made_at: Time,
    /// When something was last asked for in it, to the minute.
    pub seen_at: Time,
    /// When it ends, whatever happens.
    pub expires_at: Time,
    /// From which address it began; empty when that is not known.
    pub from: String,
    /// With which browser, in its own words, shortened.
    pub agent: String,
}

impl Session {
    /// Whether it has ended, by its days or because nothing was asked for in it.
    pub fn has_ended(&self, now: Time) -> bool {
        session_ends(self.seen_at, self.expires_at) <= now
    }
}

/// An account of a provider, and whose it is here. Issuer and subject together are never given twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The provider, as its tokens name it.
    pub issuer: String,
    /// The person, as the provider names them.
    pub subject: String,
    /// Who that is here.
    pub user: UserId,
    /// Since when.
    pub made_at: Time,
}

/// An invitation. The token itself is never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Identifier.
    pub id: InvitationId,
    /// SHA-256 of the token, in hex.
    pub token_hash: String,
    /// Name of the one who is invited; empty to take the provider's word for it.
    pub name: String,
    /// For whom they act; may be empty.
    pub organisation: String,
    /// What they will be.
    pub duty: Duty,
    /// Which operator invited; nobody when it was the command line.
    pub by: Option<UserId>,
    /// When.
    pub made_at: Time,
    /// When it is too late.
    pub expires_at: Time,
    /// When it was used.
    pub used_at: Option<Time>,
    /// Who used it.
    pub used_by: Option<UserId>,
    /// When it was taken back.
    pub revoked_at: Option<Time>,
}

impl Invitation {
    /// Whether it can still be used.
    pub fn is_open(&self, now: Time) -> bool {
        self.used_at.is_none() && self.revoked_at.is_none() && self.expires_at > now
    }
}

/// Somebody went to their provider and has to come back in the same browser. Good for one coming back.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInAttempt {
    /// SHA-256 of the token in the browser's cookie and of the state together, in hex: one browser can have several under way.
    pub cookie_hash: String,
    /// The provider's short name.
    pub provider: String,
    /// What the provider has to send back unchanged.
    pub state: String,
    /// What has to stand in the token.
    pub nonce: String,
    /// The secret half of the proof that whoever brings the code is who asked for it.
    pub verifier: String,
    /// Where to go afterwards; a path of this server.
    pub back: String,
    /// SHA-256 of the token of the invitation that is to be used, in hex.
    pub invitation: Option<String>,
    /// When it is too late.
    pub expires_at: Time,
}

/// Whoever has the secrets of one can finish it: they are not printed.
impl fmt::Debug for SignInAttempt {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        into.debug_struct("SignInAttempt")
            .field("provider", &self.provider)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// What is asked of the list of people, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountAsk {
    /// Words to find in name, organisation or identifier; empty for all.
    pub q: String,
    /// Which page: the `next` or `previous` of another one; the first without it.
    pub cursor: Option<String>,
    /// How many rows.
    pub rows: usize,
}

/// How one comes in here, as far as the backend has to know.
#[derive(Debug, Clone, Default)]
pub struct Doors {
    /// The providers, as the sign-in page shows them.
    pub providers: Vec<ProviderRow>,
    /// Whether browsers come over HTTPS, whatever a proxy makes of it.
    pub https: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secrets_of_a_sign_in_are_not_printed() {
        let attempt = SignInAttempt {
            cookie_hash: "planted".into(),
            provider: "work".into(),
            state: "planted".into(),
            nonce: "planted".into(),
            verifier: "planted".into(),
            back: "/planted".into(),
            invitation: Some("planted".into()),
            expires_at: Time::from_millis(0),
        };
        let printed = format!("{attempt:?}");
        assert!(
            printed.contains("work") && !printed.contains("planted"),
            "{printed}"
        );
    }
}
