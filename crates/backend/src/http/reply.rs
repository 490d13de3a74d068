//! Writing replies.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Response, StatusCode, header};
use serde::Serialize;

use crate::fault::Fault;

/// A reply, ready to be sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Done {
    /// Status.
    pub(super) status: u16,
    /// The version for the `ETag`; 0 for none.
    pub(super) version: u64,
    /// Body; empty for none.
    pub(super) body: Vec<u8>,
    /// Whether it was given before.
    pub(crate) replayed: bool,
    /// Whether nothing of it is anybody's but the caller's: then even a reading that can show others leaves no entry.
    pub(super) own: bool,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
}

impl Done {
    /// A reply as JSON; version 0 for what has none. Nothing at all is 204.
    pub(crate) fn json(reply: &impl Serialize, version: u64) -> Result<Done, Fault> {
        let body = serde_json::to_vec(reply).map_err(Fault::internal)?;
        let is_nothing = body == b"null";
        Ok(Done {
            status: if is_nothing { 204 } else { 200 },
            version,
            body: if is_nothing { Vec::new() } else { body },
            ..Done::default()
        })
    }

    /// Raw bytes, of the media type that a header says.
    pub(crate) fn bytes(body: Vec<u8>) -> Done {
        Done {
            status: 200,
            body,
            ..Done::default()
        }
    }

    /// The same reply, known to show nothing of others if `own` says so.
    #[must_use]
    pub(crate) fn of_own(self, own: bool) -> Done {
        Done { own, ..self }
    }

    /// The same reply with another header. A value that cannot be one is left out.
    #[must_use]
    pub(crate) fn with(mut self, name: HeaderName, value: &str) -> Done {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }

    pub(super) fn into_response(self) -> Response<Body> {
        let is_json = !self.body.is_empty();
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or_default();
        let headers = response.headers_mut();
        if is_json {
            let json = HeaderValue::from_static("application/json");
            headers.insert(header::CONTENT_TYPE, json);
        }
        if self.version > 0
            && let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", self.version))
        {
            headers.insert(header::ETAG, tag);
        }
        if self.replayed {
            let name = HeaderName::from_static("idempotency-replayed");
            headers.insert(name, HeaderValue::from_static("true"));
        }
        for (name, value) in self.headers {
            headers.insert(name, value);
        }
        response
    }
}
