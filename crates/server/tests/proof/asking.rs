//! Requests by the names of their endpoints, and what came back.

use backend::in_process::InProcess;
use contract::endpoint::{ENDPOINTS, Facts, fill};
use contract::transport::Request;
use serde_json::Value;

/// What is asked, before it is written as a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ask {
    pub(crate) name: &'static str,
    pub(crate) ids: Vec<String>,
    /// With its question mark.
    pub(crate) query: String,
    pub(crate) body: Vec<u8>,
    pub(crate) version: Option<u64>,
    pub(crate) key: Option<String>,
}

/// What came back, as far as two stores have to agree on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heard {
    pub(crate) status: u16,
    pub(crate) version: Option<u64>,
    pub(crate) replayed: bool,
    pub(crate) body: Vec<u8>,
}

impl Ask {
    pub(crate) fn new(name: &'static str, ids: &[&str]) -> Ask {
        Ask {
            name,
            ids: ids.iter().map(|id| (*id).to_owned()).collect(),
            ..Ask::default()
        }
    }

    pub(crate) fn body(mut self, body: &impl serde::Serialize) -> Ask {
        self.body = serde_json::to_vec(body).unwrap();
        self
    }

    pub(crate) fn version(mut self, version: u64) -> Ask {
        self.version = Some(version);
        self
    }

    pub(crate) fn key(mut self, key: impl Into<String>) -> Ask {
        self.key = Some(key.into());
        self
    }

    /// An upload of that file.
    pub(crate) fn file(application: &str, bytes: Vec<u8>) -> Ask {
        Ask {
            query: "?name=x.pdf".into(),
            body: bytes,
            ..Ask::new("evidence_create", &[application])
        }
    }

    pub(crate) fn facts(&self) -> Facts {
        let found = ENDPOINTS.iter().find(|facts| facts.name == self.name);
        *found.unwrap_or_else(|| panic!("there is no endpoint {}", self.name))
    }

    pub(crate) fn request(&self) -> Request {
        let facts = self.facts();
        let ids: Vec<&str> = self.ids.iter().map(String::as_str).collect();
        let mut headers = vec![("x-request-id", "rq_of-a-proof".to_owned())];
        if !self.body.is_empty() {
            let is_file = self.body.starts_with(b"%PDF");
            let media = if is_file {
                "application/pdf"
            } else {
                "application/json"
            };
            headers.push(("content-type", media.to_owned()));
        }
        if let Some(version) = self.version {
            headers.push(("if-match", format!("\"{version}\"")));
        }
        if let Some(key) = &self.key {
            headers.push(("idempotency-key", key.clone()));
        }
        Request {
            method: facts.method,
            path: format!("{}{}", fill(facts.path, &ids), self.query),
            headers,
            body: self.body.clone(),
        }
    }

    /// Asks a router in this process.
    pub(crate) async fn of(&self, door: &InProcess) -> Heard {
        let response = door.call(self.request()).await.unwrap();
        let text = |name: &str| {
            response
                .headers
                .get(name)
                .map(|value| value.to_str().unwrap())
        };
        Heard {
            status: response.status,
            version: text("etag").map(|tag| tag.trim_matches('"').parse().unwrap()),
            replayed: text("idempotency-replayed").is_some(),
            body: response.body,
        }
    }
}

impl Heard {
    pub(crate) fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    pub(crate) fn words(&self) -> String {
        format!("{} {}", self.status, String::from_utf8_lossy(&self.body))
    }
}
