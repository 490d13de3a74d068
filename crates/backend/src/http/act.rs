//! What somebody tries, for the record: the one place where refusals are written down, and what was shown that others should know of.

use axum::body::Body as Stream;
use axum::extract::Request;
use axum::http::Response;
use contract::endpoint::Facts;
use contract::error::Kind;
use domain::record::{Difference, Object, ObjectKind, Outcome};
use domain::role::User;
use serde_json::Value;

use crate::Backend;
use crate::fault::{Cause, Fault, Noted};
use crate::http::guard::{Caller, RequestId};
use crate::http::reply::Done;
use crate::record::{Trace, added};
use crate::store::{Batch, CommitError, Down};

/// Longest body that is searched for what it is about.
const BODY_BYTES_MAX: usize = 4_096;

/// Most parts of a query that are looked at; no endpoint takes as many.
const ASKED_MAX: usize = 10;

/// An attempt, before it is known how it goes.
pub(super) struct Act {
    backend: Backend,
    facts: Facts,
    caller: Option<User>,
    trace: Trace,
    query: String,
    body: Vec<u8>,
}

impl Act {
    /// The attempt that a request is.
    pub(super) fn of(backend: &Backend, facts: Facts, request: &Request) -> Act {
        let extensions = request.extensions();
        let id = extensions.get::<RequestId>().map(|id| id.0.clone());
        let trace = Trace::of(
            facts.name,
            id.unwrap_or_default(),
            request.headers(),
            extensions,
        );
        Act {
            backend: backend.clone(),
            facts,
            caller: extensions.get::<Caller>().map(|caller| caller.0.clone()),
            trace: trace.with_path(&facts, request.uri().path()),
            query: request.uri().query().unwrap_or_default().to_owned(),
            body: Vec::new(),
        }
    }

    /// What is known so far.
    pub(super) fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Nothing more is done than to read: what is shown or refused from here on is that.
    pub(super) fn reads(&mut self, facts: Facts) {
        facts.name.clone_into(&mut self.trace.operation);
        self.facts = facts;
    }

    /// Keeps the body, which may say what a refused attempt was about.
    pub(super) fn keep_body(&mut self, bytes: &[u8]) {
        if bytes.len() <= BODY_BYTES_MAX {
            self.body = bytes.to_vec();
        }
    }

    /// The answer, when it is recorded how it went, where that is not recorded with the changes themselves. What is to be seen only with
    /// a trace is not seen without one.
    pub(super) async fn settled(self, result: Result<Done, Fault>) -> Response<Stream> {
        let id = self.trace.request.clone();
        match result {
            Ok(done) if self.facts.personal && !done.own => {
                match self.write(Outcome::Seen, "").await {
                    Ok(()) => noted(done.into_response()),
                    Err(down) => Fault::from(down).into_response(&id),
                }
            }
            Ok(done) => done.into_response(),
            Err(fault) => self.refused(fault).await,
        }
    }

    /// The refusal, when it is recorded, where it is to be. It is the same if that does not work.
    pub(super) async fn refused(&self, mut fault: Fault) -> Response<Stream> {
        let id = &self.trace.request;
        let Some(code) = self.refusal(&fault.kind) else {
            return fault.into_response(id);
        };
        match self.write(Outcome::Refused, &code).await {
            Ok(()) => return noted(fault.into_response(id)),
            Err(Down(words)) if fault.cause.is_none() => {
                fault.cause = Some(Cause(format!("a refusal was not recorded: {words}")));
            }
            Err(_) => {}
        }
        fault.into_response(id)
    }

    /// The code under which a refusal is recorded. Of strangers none is: else anybody could fill the disk; and so could whoever is told
    /// to slow down. Failures of ours are in the log.
    fn refusal(&self, kind: &Kind) -> Option<String> {
        self.caller.as_ref()?;
        match kind {
            Kind::SignIn
            | Kind::OtherUser
            | Kind::TooMany { .. }
            | Kind::Internal
            | Kind::Unavailable
            | Kind::Unknown => None,
            kind => code(kind),
        }
    }

    async fn write(&self, outcome: Outcome, reason: &str) -> Result<(), Down> {
        let mut trace = self.trace.clone();
        let (about, asked) = asked(&self.query);
        let body = match outcome {
            Outcome::Refused => named(&self.body),
            _ => Vec::new(),
        };
        for object in about.into_iter().chain(body) {
            trace.add(object);
        }
        let now = self.backend.clock.now();
        let mut entry = trace.entry(self.caller.as_ref(), now, outcome);
        reason.clone_into(&mut entry.reason);
        if outcome == Outcome::Seen {
            entry.changes = asked;
        }
        let batch = Batch {
            record: vec![entry],
            ..Batch::default()
        };
        self.backend
            .store
            .commit(batch)
            .await
            .map_err(|error| match error {
                CommitError::Down(words) | CommitError::Unknown(words) => Down(words),
                other => Down(format!("{other:?}")),
            })
    }
}

/// An answer that says that the record has an entry for it.
fn noted(mut response: Response<Stream>) -> Response<Stream> {
    response.extensions_mut().insert(Noted);
    response
}

/// The code of an error, as it stands in its JSON.
fn code(kind: &Kind) -> Option<String> {
    let value = serde_json::to_value(kind).ok()?;
    Some(value.get("code")?.as_str()?.to_owned())
}

/// What a query says of whom or what was looked for: what it names, and the rest of it by its words. Which page it was says nothing.
fn asked(query: &str) -> (Vec<Option<Object>>, Vec<Difference>) {
    let (mut about, mut words) = (Vec::new(), Vec::new());
    for (name, value) in form_urlencoded::parse(query.as_bytes()).take(ASKED_MAX) {
        match name.as_ref() {
            "cursor" => {}
            "object" => about.push(value.parse().ok()),
            "actor" => about.push(Object::new(ObjectKind::Person, &value)),
            _ if value.is_empty() => {}
            name => words.push(added(&format!("query.{name}"), &value)),
        }
    }
    (about, words)
}

/// What a body names by the words that the contract has for it.
fn named(body: &[u8]) -> Vec<Option<Object>> {
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return Vec::new();
    };
    let kinds = [
        ("app", ObjectKind::App),
        ("channel", ObjectKind::Channel),
        ("channels", ObjectKind::Channel),
        ("user", ObjectKind::Person),
        ("persona", ObjectKind::Person),
    ];
    let mut found = Vec::new();
    for place in [Some(&value), value.get("wanted")].into_iter().flatten() {
        for (word, kind) in kinds {
            let ids = match place.get(word) {
                Some(Value::Array(ids)) => ids.as_slice(),
                Some(id) => std::slice::from_ref(id),
                None => &[],
            };
            let ids = ids.iter().take(10).filter_map(Value::as_str);
            found.extend(ids.map(|id| Object::new(kind, id)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_says_what_it_is_about() {
        let found = |body: &str| -> Vec<String> {
            let objects = named(body.as_bytes()).into_iter().flatten();
            objects.map(|object| object.to_string()).collect()
        };
        assert_eq!(
            found(r#"{"channels":["ch_1","ch_2","../x",7],"representative":null}"#),
            ["channel:ch_1", "channel:ch_2"]
        );
        assert_eq!(
            found(r#"{"wanted":{"kind":"app_editor","app":"app_1"}}"#),
            ["app:app_1"]
        );
        assert!(found("[1]").is_empty() && found("").is_empty());
    }

    #[test]
    fn a_query_says_who_and_what_was_looked_for_but_not_which_page() {
        let (about, words) = asked("object=app:app_1&actor=us_kim&q=%EA%B9%80&outcome=&cursor=x");
        let about: Vec<String> = about.iter().flatten().map(ToString::to_string).collect();
        assert_eq!(about, ["app:app_1", "user:us_kim"]);
        assert_eq!(words, [added("query.q", "김")]);
        assert_eq!(asked("object=nonsense&actor=../x").0, [None, None]);
    }

    #[test]
    fn a_refusal_has_the_code_of_its_answer() {
        assert_eq!(code(&Kind::NotFound).as_deref(), Some("not_found"));
        let stale = Kind::Stale { version: 3 };
        assert_eq!(code(&stale).as_deref(), Some("stale"));
    }
}
