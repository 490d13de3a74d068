//! Identifiers: opaque, made by the backend, never guessed or counted.

/// An identifier that was not one: empty, too long, or with a character outside `a-z 0-9 _ -`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MalformedId;

impl std::fmt::Display for MalformedId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "an identifier has 1 to 40 characters of a-z, 0-9, _ and -"
        )
    }
}

impl std::error::Error for MalformedId {}

/// Whether a text can be an identifier.
pub fn is_well_formed(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        pub struct $name(String);

        impl $name {
            /// Reads an identifier: 1 to 40 characters of `a-z`, `0-9`, `_` and `-`.
            pub fn parse(text: &str) -> Result<Self, MalformedId> {
                if is_well_formed(text) { Ok(Self(text.to_owned())) } else { Err(MalformedId) }
            }

            /// The identifier as it stands in URLs and JSON.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = MalformedId;
            fn from_str(text: &str) -> Result<Self, MalformedId> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = MalformedId;
            fn try_from(text: String) -> Result<Self, MalformedId> {
                if is_well_formed(&text) { Ok(Self(text)) } else { Err(MalformedId) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    )* };
}

ids! {
    /// Somebody who signs in.
    UserId,
    /// A KakaoTalk channel.
    ChannelId,
    /// An app of the developers' site.
    AppId,
    /// An application for Kakao Sync.
    ApplicationId,
    /// A file that proves something.
    EvidenceId,
    /// A request for a role on a channel or app.
    RoleRequestId,
    /// A link that shows a consent screen, as those know it who made it.
    ShareId,
    /// What stands in such a link: whoever holds it may look.
    ShareToken,
    /// A session, as its owner sees it in a list.
    SessionId,
    /// An invitation to come in.
    InvitationId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_short_and_plain() {
        assert!(ChannelId::parse("ch_7f3a").is_ok());
        for bad in ["", "A", "한글", "a b", "../etc", &"a".repeat(41)] {
            assert_eq!(ChannelId::parse(bad), Err(MalformedId), "{bad:?}");
        }
    }
}
