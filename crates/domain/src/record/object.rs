//! What an entry is about.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::{MalformedId, is_well_formed};

/// What an entry can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObjectKind {
    /// A channel.
    Channel,
    /// An app.
    App,
    /// An application.
    Application,
    /// A request for a role.
    RoleRequest,
    /// A file.
    Evidence,
    /// A link to a screen.
    Share,
    /// Somebody.
    Person,
    /// A session, by an identifier that opens nothing.
    Session,
    /// An invitation.
    Invitation,
}

impl ObjectKind {
    /// All of them.
    pub const ALL: [ObjectKind; 9] = [
        ObjectKind::Channel,
        ObjectKind::App,
        ObjectKind::Application,
        ObjectKind::RoleRequest,
        ObjectKind::Evidence,
        ObjectKind::Share,
        ObjectKind::Person,
        ObjectKind::Session,
        ObjectKind::Invitation,
    ];

    /// The word in front of the identifier; also what stands for one in a path.
    pub fn word(self) -> &'static str {
        match self {
            ObjectKind::Channel => "channel",
            ObjectKind::App => "app",
            ObjectKind::Application => "application",
            ObjectKind::RoleRequest => "request",
            ObjectKind::Evidence => "evidence",
            ObjectKind::Share => "share",
            ObjectKind::Person => "user",
            ObjectKind::Session => "session",
            ObjectKind::Invitation => "invitation",
        }
    }

    /// The kind with that word.
    pub fn parse(word: &str) -> Option<ObjectKind> {
        ObjectKind::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Something an entry is about, written `channel:ch_1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Object {
    kind: ObjectKind,
    id: String,
}

impl Object {
    /// The object of that kind; `None` when the text cannot be an identifier.
    pub fn new(kind: ObjectKind, id: &str) -> Option<Object> {
        is_well_formed(id).then(|| Object {
            kind,
            id: id.to_owned(),
        })
    }

    /// What it is.
    pub fn kind(&self) -> ObjectKind {
        self.kind
    }

    /// Which.
    pub fn id(&self) -> &str {
        &self.id
    }
}

macro_rules! objects {
    ($($id:ident $kind:ident),* $(,)?) => { $(
        impl From<&crate::id::$id> for Object {
            fn from(id: &crate::id::$id) -> Object {
                Object { kind: ObjectKind::$kind, id: id.as_str().to_owned() }
            }
        }
    )* };
}

objects!(
    ChannelId Channel,
    AppId App,
    ApplicationId Application,
    RoleRequestId RoleRequest,
    EvidenceId Evidence,
    ShareId Share,
    UserId Person,
    SessionId Session,
    InvitationId Invitation,
);

impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), self.id)
    }
}

impl FromStr for Object {
    type Err = MalformedId;

    fn from_str(text: &str) -> Result<Object, MalformedId> {
        let (kind, id) = text.split_once(':').ok_or(MalformedId)?;
        let kind = ObjectKind::parse(kind).ok_or(MalformedId)?;
        Object::new(kind, id).ok_or(MalformedId)
    }
}

impl TryFrom<String> for Object {
    type Error = MalformedId;

    fn try_from(text: String) -> Result<Object, MalformedId> {
        text.parse()
    }
}

impl From<Object> for String {
    fn from(object: Object) -> String {
        object.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_a_kind_and_an_identifier() {
        for kind in ObjectKind::ALL {
            let object = Object::new(kind, "x_1").unwrap();
            assert_eq!(object.to_string().parse(), Ok(object));
        }
        for bad in [
            "",
            "ch_1",
            "channel:",
            "channel:A",
            "colour:x",
            "channel:a:b",
        ] {
            assert!(bad.parse::<Object>().is_err(), "{bad}");
        }
    }
}
