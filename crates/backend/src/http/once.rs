//! `Idempotency-Key`: the same intention sent twice happens once, and gets the same answer twice.

use axum::http::HeaderMap;
use contract::error::Kind;
use domain::id::UserId;
use domain::time::Time;

use crate::Backend;
use crate::fault::Fault;
use crate::http::hash;
use crate::http::reply::Done;
use crate::store::{ANSWER_DAYS, Answer};

/// The key of a request, and what the request was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Once {
    pub(super) key: String,
    request_hash: String,
}

impl Once {
    /// Reads the key.
    pub(super) fn read(
        headers: &HeaderMap,
        method: &str,
        target: &str,
        body: &[u8],
    ) -> Result<Once, Fault> {
        let value = headers.get("idempotency-key");
        let key = value
            .and_then(|value| value.to_str().ok())
            .filter(|key| (8..=100).contains(&key.len()))
            .filter(|key| key.bytes().all(|byte| byte.is_ascii_graphic()));
        let key = key.ok_or_else(|| {
            Fault::malformed(
                "Idempotency-Key",
                "Send an Idempotency-Key of 8 to 100 visible ASCII characters, new for every intention.",
            )
        })?;
        Ok(Once {
            key: key.to_owned(),
            request_hash: hash(&[method.as_bytes(), target.as_bytes(), body]),
        })
    }

    /// The answer that this request got before, if it came before and that is not too long ago.
    pub(super) async fn replay(
        &self,
        backend: &Backend,
        caller: &UserId,
    ) -> Result<Option<Done>, Fault> {
        let oldest = backend.clock.now().plus_days(-ANSWER_DAYS);
        let answer = backend.store.answer(caller, &self.key).await?;
        let Some(answer) = answer.filter(|answer| answer.at >= oldest) else {
            return Ok(None);
        };
        if answer.request_hash != self.request_hash {
            return Err(Fault::new(Kind::KeyReused));
        }
        Ok(Some(Done {
            status: answer.status,
            version: answer.version,
            body: answer.body,
            replayed: true,
            ..Done::default()
        }))
    }

    /// The answer to keep.
    pub(super) fn answer(&self, done: &Done, at: Time) -> Answer {
        Answer {
            request_hash: self.request_hash.clone(),
            status: done.status,
            version: done.version,
            body: done.body.clone(),
            at,
        }
    }
}
