//! What is asked of the record, as it stands in the address.

use contract::body::RecordQuery;
use domain::id::UserId;
use domain::record::{Object, Outcome};
use domain::time::{Date, Time};
use leptos_router::params::ParamsMap;

use crate::path;

/// The names of the parts of the address, in their order.
const NAMES: [&str; 7] = [
    "object",
    "actor",
    "operation",
    "outcome",
    "from",
    "to",
    "cursor",
];

/// The parts of the address: what cannot be meant is kept, so that it can be put right, and not asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask([String; 7]);

impl Ask {
    /// Reads the address.
    pub fn read(query: &ParamsMap) -> Ask {
        Ask(NAMES.map(|name| query.get(name).unwrap_or_default()))
    }

    /// What one part says; empty for nothing.
    pub fn get(&self, name: &str) -> &str {
        let place = NAMES.iter().position(|one| *one == name);
        place
            .and_then(|place| self.0.get(place))
            .map_or("", String::as_str)
    }

    /// Whether a part says something.
    pub fn has(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// The same with another value; whatever is changed, one begins at the first page.
    pub fn with(&self, name: &str, value: &str) -> Ask {
        let mut other = self.clone();
        for (one, slot) in NAMES.iter().zip(&mut other.0) {
            if *one == name {
                value.clone_into(slot);
            } else if *one == "cursor" {
                slot.clear();
            }
        }
        other
    }

    /// The address.
    pub fn address(&self) -> String {
        let mut pairs = Vec::new();
        for (name, value) in NAMES.iter().zip(&self.0) {
            pairs.push((*name, value.as_str()));
        }
        path::record(&pairs)
    }

    /// Whether anything is left out by it.
    pub fn is_filtered(&self) -> bool {
        self.with("cursor", "") != Ask::default()
    }

    /// The one thing whose history it is.
    pub fn object(&self) -> Option<Object> {
        self.get("object").parse().ok()
    }

    /// The one person whose doings they are.
    pub fn actor(&self) -> Option<UserId> {
        UserId::parse(self.get("actor")).ok()
    }

    /// As the backend is asked. Days are those of a calendar in Seoul, the last one included.
    pub fn query(&self) -> RecordQuery {
        let text = |name| Some(self.get(name).to_owned()).filter(|text| !text.is_empty());
        RecordQuery {
            object: self.object(),
            actor: self.actor(),
            operation: text("operation"),
            outcome: Outcome::parse(self.get("outcome")),
            from: morning(self.get("from")),
            to: morning(self.get("to")).map(|morning| morning.plus_days(1)),
            cursor: text("cursor"),
        }
    }
}

/// Whether a text is a day, or nothing yet.
pub fn is_day(text: &str) -> bool {
    text.is_empty() || Date::parse(text).is_ok()
}

fn morning(day: &str) -> Option<Time> {
    Date::parse(day).ok()?;
    Time::parse_rfc3339(&format!("{day}T00:00:00+09:00")).ok()
}
