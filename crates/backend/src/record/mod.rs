//! The record: how entries come about, how they are chained, and how the chain is verified. `domain::record` says what an entry is.

mod chain;
mod differences;
#[cfg(test)]
mod tampering;
mod values;
mod verify;

use axum::http::{Extensions, HeaderMap, header};
use contract::endpoint::Facts;
use domain::id::UserId;
use domain::record::{AGENT_CHARS_MAX, Entry, Object, ObjectKind, Origin, Outcome};
use domain::role::User;
use domain::time::Time;

pub use chain::{chained, fingerprint};
pub use differences::differences;
pub use values::added;
pub use verify::{Broken, Flaw, Verifier, verify};

/// Most objects that an attempt is about, by the words of whoever makes it. Linking ten channels names eleven.
const ABOUT_MAX: usize = 20;

/// The network address that a request came from, as an extension of the request. Whoever serves says it; without it none is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(pub String);

/// What is asked of the record, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordAsk {
    /// Only about that.
    pub object: Option<Object>,
    /// Only by them.
    pub actor: Option<UserId>,
    /// Only that operation.
    pub operation: Option<String>,
    /// Only with that outcome.
    pub outcome: Option<Outcome>,
    /// Not before that moment.
    pub from: Option<Time>,
    /// Before that moment.
    pub to: Option<Time>,
    /// Which page.
    pub cursor: Option<String>,
    /// How many rows.
    pub rows: usize,
}

/// What is known about an act before it is known how it goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    /// From where.
    pub origin: Origin,
    /// The number of the request.
    pub request: String,
    /// The name of the endpoint or command.
    pub operation: String,
    /// What it is about, as far as the request says.
    pub about: Vec<Object>,
}

impl Trace {
    /// The trace of a request that does that.
    pub fn of(
        operation: &str,
        request: String,
        headers: &HeaderMap,
        extensions: &Extensions,
    ) -> Trace {
        let agent = headers
            .get(header::USER_AGENT)
            .map(|value| String::from_utf8_lossy(value.as_bytes()));
        let agent = agent.unwrap_or_default();
        Trace {
            origin: Origin {
                address: extensions
                    .get::<Address>()
                    .map(|address| address.0.clone())
                    .unwrap_or_default(),
                agent: agent
                    .chars()
                    .filter(|c| !c.is_control())
                    .take(AGENT_CHARS_MAX)
                    .collect(),
            },
            request,
            operation: operation.to_owned(),
            about: Vec::new(),
        }
    }

    /// The same about what the path names. What stands in a link to a screen opens it, so that is left out.
    #[must_use]
    pub(crate) fn with_path(mut self, facts: &Facts, path: &str) -> Trace {
        for (wanted, step) in facts.path.split('/').zip(path.split('/')) {
            let name = wanted.strip_prefix('{').and_then(|w| w.strip_suffix('}'));
            let object = name
                .map(|name| if name == "person" { "user" } else { name })
                .and_then(ObjectKind::parse)
                .and_then(|kind| Object::new(kind, step));
            self.add(object);
        }
        // The innermost is what it is about; what holds it comes after.
        self.about.reverse();
        self
    }

    /// Adds an object that is not there yet; at most [`ABOUT_MAX`].
    pub fn add(&mut self, object: Option<Object>) {
        if self.about.len() < ABOUT_MAX {
            add(&mut self.about, object);
        }
    }

    /// The entry for how it went.
    pub fn entry(&self, actor: Option<&User>, at: Time, outcome: Outcome) -> Entry {
        Entry {
            at,
            actor: actor.map(|user| user.id.clone()),
            actor_name: actor.map(|user| user.name.clone()).unwrap_or_default(),
            origin: self.origin.clone(),
            request: self.request.clone(),
            operation: self.operation.clone(),
            about: self.about.clone(),
            outcome,
            reason: String::new(),
            changes: Vec::new(),
        }
    }
}

fn add(about: &mut Vec<Object>, object: Option<Object>) {
    if let Some(object) = object
        && !about.contains(&object)
    {
        about.push(object);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use contract::endpoint::{Endpoint as _, EvidenceGet, LinkDelete, ShareOpen};

    fn about(facts: &Facts, path: &str) -> Vec<String> {
        let trace = Trace::default().with_path(facts, path);
        trace.about.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_path_says_what_it_is_about_but_never_a_token() {
        assert_eq!(
            about(&LinkDelete::FACTS, "/api/v1/apps/app_a/links/ch_a"),
            ["channel:ch_a", "app:app_a"]
        );
        assert_eq!(
            about(
                &EvidenceGet::FACTS,
                "/api/v1/applications/%2e/evidence/ev_1"
            ),
            ["evidence:ev_1"]
        );
        assert!(about(&ShareOpen::FACTS, "/api/v1/shares/see_secret").is_empty());
    }

    #[test]
    fn an_attempt_is_about_twenty_things_at_most() {
        let mut trace = Trace::default();
        for n in 0..100 {
            trace.add(Object::new(ObjectKind::Channel, &format!("ch_{n}")));
        }
        assert_eq!(trace.about.len(), ABOUT_MAX);
        assert_eq!(trace.about[0].id(), "ch_0");
    }

    #[test]
    fn what_a_program_calls_itself_is_short_and_in_one_line() {
        let long = format!("a\u{9}{}", "b".repeat(500));
        let headers =
            HeaderMap::from_iter([(header::USER_AGENT, HeaderValue::from_str(&long).unwrap())]);
        let mut extensions = Extensions::new();
        extensions.insert(Address("192.0.2.7".into()));
        let trace = Trace::of("me_get", "rq_1".into(), &headers, &extensions);
        assert_eq!(trace.origin.agent.chars().count(), AGENT_CHARS_MAX);
        assert!(trace.origin.agent.starts_with("abb"));
        assert_eq!(trace.origin.address, "192.0.2.7");
    }
}
