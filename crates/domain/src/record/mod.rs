//! The record: who did or tried what, when, from where, and what changed. Each entry carries the fingerprint of the one before it.

mod command;
mod object;

use serde::{Deserialize, Serialize};

use crate::id::UserId;
use crate::role::{Duty, Standing};
use crate::time::Time;

pub use command::Command;
pub use object::{Object, ObjectKind};

/// Most characters of a value as it is recorded; of a longer one its beginning and its fingerprint.
pub const VALUE_CHARS_MAX: usize = 200;
/// Most differences in one entry; of more only how many there were and their fingerprint.
pub const CHANGES_MAX: usize = 100;
/// Most bytes of the differences of one entry, names and values together; of more the same. Our judgement: a form that is filled anew has
/// half as many, and nobody fills a disk with the record.
pub const CHANGES_BYTES_MAX: usize = 16 * 1024;
/// Most characters of what a program calls itself. Browsers that are built like another one name themselves last, after 110 or more.
pub const AGENT_CHARS_MAX: usize = 300;
/// The operation of an entry that cannot be read any more, because somebody changed it where it is kept.
pub const UNREADABLE: &str = "unreadable";
/// The fingerprint before the first entry.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What is recorded about one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// When.
    pub at: Time,
    /// Who; `None` for somebody who is not signed in and for commands on the machine itself.
    pub actor: Option<UserId>,
    /// Their name at that time.
    pub actor_name: String,
    /// From where.
    pub origin: Origin,
    /// The number of the request, as in the log.
    pub request: String,
    /// What: the name of the endpoint or command.
    pub operation: String,
    /// What it was about, what was named first in front.
    pub about: Vec<Object>,
    /// How it went.
    pub outcome: Outcome,
    /// The code of the refusal; empty where nothing was refused.
    pub reason: String,
    /// What is different since.
    pub changes: Vec<Difference>,
}

/// Where a request came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Origin {
    /// The network address; empty where there is none.
    pub address: String,
    /// What the program called itself, at most [`AGENT_CHARS_MAX`] characters.
    pub agent: String,
}

/// How an act went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It happened.
    Done,
    /// It was refused and changed nothing.
    Refused,
    /// Somebody was shown what others should know was looked at.
    Seen,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Outcome; 3] = [Outcome::Done, Outcome::Refused, Outcome::Seen];

    /// The word in addresses, files and databases.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Refused => "refused",
            Outcome::Seen => "seen",
        }
    }

    /// The outcome with that word.
    pub fn parse(word: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// One value that is different since. Long texts are shortened; secrets and the bytes of files are never here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// Which: a path like `form.service.url`.
    pub field: String,
    /// Before; empty for what was not there.
    pub old: String,
    /// Since; empty for what is gone.
    pub new: String,
}

/// Whether somebody sees everything that is recorded about something: operators, the master of the channel, the owner of the app. Of the
/// rest everybody sees what they did themselves. Our judgement.
pub fn sees_all(duty: Duty, standing: Option<Standing>) -> bool {
    duty == Duty::Operator || standing == Some(Standing::Head)
}

/// An entry in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its place: 1, 2, 3 and so on, without a gap.
    pub seq: u64,
    /// The entry.
    pub entry: Entry,
    /// The fingerprint of the record before; [`BEGINNING`] for the first.
    pub prev: String,
    /// Its own fingerprint: SHA-256 over [`canonical`], in hex.
    pub hash: String,
}

/// The last record, as far as it is needed to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its place; 0 before the first.
    pub seq: u64,
    /// Its fingerprint.
    pub hash: String,
}

impl Default for Head {
    fn default() -> Head {
        Head {
            seq: 0,
            hash: BEGINNING.to_owned(),
        }
    }
}

/// The bytes over which the fingerprint of a record is taken. Every value goes with its length and every list with its count, so that no two
/// different records have the same bytes. Never changed: old records are verified with it, too.
pub fn canonical(seq: u64, prev: &str, entry: &Entry) -> Vec<u8> {
    let mut bytes = Bytes(Vec::with_capacity(512));
    bytes.text("syncdesk.record/1");
    bytes.number(seq);
    bytes.text(prev);
    bytes.0.extend(entry.at.millis().to_be_bytes());
    bytes.count(usize::from(entry.actor.is_some()));
    bytes.text(entry.actor.as_ref().map_or("", UserId::as_str));
    for text in [
        &entry.actor_name,
        &entry.origin.address,
        &entry.origin.agent,
        &entry.request,
        &entry.operation,
    ] {
        bytes.text(text);
    }
    bytes.count(entry.about.len());
    for object in &entry.about {
        bytes.text(object.kind().word());
        bytes.text(object.id());
    }
    bytes.text(entry.outcome.word());
    bytes.text(&entry.reason);
    bytes.count(entry.changes.len());
    for Difference { field, old, new } in &entry.changes {
        bytes.text(field);
        bytes.text(old);
        bytes.text(new);
    }
    bytes.0
}

struct Bytes(Vec<u8>);

impl Bytes {
    fn number(&mut self, number: u64) {
        self.0.extend(number.to_be_bytes());
    }

    fn count(&mut self, count: usize) {
        self.number(u64::try_from(count).unwrap_or(u64::MAX));
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_of_an_entry_never_change() {
        let entry = Entry {
            at: Time::from_millis(1),
            actor: UserId::parse("u").ok(),
            actor_name: "가".into(),
            origin: Origin::default(),
            request: "rq".into(),
            operation: "op".into(),
            about: vec!["app:a".parse().unwrap()],
            outcome: Outcome::Done,
            reason: String::new(),
            changes: vec![Difference {
                field: "f".into(),
                old: String::new(),
                new: "n".into(),
            }],
        };
        let bytes = canonical(1, "p", &entry);
        let hex = bytes
            .iter()
            .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        assert_eq!(
            hex,
            concat!(
                "0000000000000011",
                "73796e636465736b2e7265636f72642f31",
                "0000000000000001",
                "0000000000000001",
                "70",
                "0000000000000001",
                "0000000000000001",
                "0000000000000001",
                "75",
                "0000000000000003",
                "eab080",
                "0000000000000000",
                "0000000000000000",
                "0000000000000002",
                "7271",
                "0000000000000002",
                "6f70",
                "0000000000000001",
                "0000000000000003",
                "617070",
                "0000000000000001",
                "61",
                "0000000000000004",
                "646f6e65",
                "0000000000000000",
                "0000000000000001",
                "0000000000000001",
                "66",
                "0000000000000000",
                "0000000000000001",
                "6e"
            )
        );
    }
}
