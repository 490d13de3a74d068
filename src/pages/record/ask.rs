//! What is asked of the record, as it stands in the address.

use contract::body::RecordQuery;
use domain::id::UserId;
use domain::record::Outcome;
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

/// The parts of the address. What cannot be meant is kept, so that it can be put right.
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
    #[must_use]
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

    /// As the backend is asked; nothing is asked when a part cannot be meant, for then more would be shown than was asked for. Days are
    /// those of a calendar in Seoul, the last one included.
    pub fn query(&self) -> Result<RecordQuery, Unclear> {
        let text = |name| Some(self.get(name).to_owned()).filter(|text| !text.is_empty());
        let query = RecordQuery {
            object: self.part("object", |text| text.parse().ok())?,
            actor: self.part("actor", |text| UserId::parse(text).ok())?,
            operation: text("operation"),
            outcome: self.part("outcome", Outcome::parse)?,
            from: self.part("from", morning)?,
            to: self
                .part("to", morning)?
                .map(|morning| morning.plus_days(1)),
            cursor: text("cursor"),
        };
        match (query.from, query.to) {
            (Some(from), Some(to)) if from >= to => Err(Unclear::Days),
            _ => Ok(query),
        }
    }

    /// One part, if it says something.
    fn part<T>(
        &self,
        name: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Unclear> {
        if !self.has(name) {
            return Ok(None);
        }
        let value = read(self.get(name));
        value.map(Some).ok_or(Unclear::Part(name))
    }
}

/// Why nothing can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// That part of the address cannot be read.
    Part(&'static str),
    /// The last day is before the first.
    Days,
}

/// Whether a text is a day, or nothing yet.
pub fn is_day(text: &str) -> bool {
    text.is_empty() || Date::parse(text).is_ok()
}

fn morning(day: &str) -> Option<Time> {
    Date::parse(day).ok()?;
    Time::parse_rfc3339(&format!("{day}T00:00:00+09:00")).ok()
}
