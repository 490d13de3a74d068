//! The one error of the use cases, and its one translation to problem+json.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use contract::error::{FieldFault, FieldProblem, Kind};
use domain::application::WhyNot;
use domain::finding::Finding;

use crate::store::{CommitError, Down};

/// Why a request got no answer of the usual kind. [`Cause`] never leaves the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What the caller is told.
    pub kind: Kind,
    /// The same in English, for developers.
    pub detail: String,
    /// What the log is told.
    pub cause: Option<Cause>,
}

/// The true cause of a failure, for the log only. Travels beside the reply, as an extension of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause(pub String);

/// Who asked, for the log only: an identifier, never a name. Travels beside the reply, as an extension of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who(pub domain::id::UserId);

/// That the request left an entry in the record without changing anything: it was refused, or shown what others should know of. Travels
/// beside the reply, for whoever counts how often that may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted;

/// Seconds after which whoever was told that the store does not answer may try again.
const AGAIN_S: u32 = 2;

/// What is said where nobody can say whether something was done. The code is that of a store that does not answer, for what to do is
/// the same: ask again. A request with a key is then done once, whatever became of the first; one with a version is told that it is
/// stale when the first was done.
pub const UNKNOWN: &str = "It is not known whether it was done. Send the same request again, with the same Idempotency-Key or \
     If-Match: it will not be done twice.";

impl Fault {
    /// A fault with the usual words.
    pub fn new(kind: Kind) -> Fault {
        let detail = usual(&kind).to_owned();
        Fault {
            kind,
            detail,
            cause: None,
        }
    }

    /// Not there, or not for this caller to know: always the same words.
    pub fn not_found() -> Fault {
        Fault::new(Kind::NotFound)
    }

    /// Known, but not for this caller.
    pub fn forbidden(reasons: Vec<Finding>) -> Fault {
        Fault::new(Kind::Forbidden { reasons })
    }

    /// The rules refuse it. The findings are put into the order of importance.
    pub fn refused(mut findings: Vec<Finding>) -> Fault {
        domain::finding::sort(&mut findings);
        Fault::new(Kind::Refused { findings })
    }

    /// The request could not be read, there.
    pub fn malformed(at: impl Into<String>, detail: impl Into<String>) -> Fault {
        Fault {
            kind: Kind::Malformed { at: at.into() },
            detail: detail.into(),
            cause: None,
        }
    }

    /// Fields that are not acceptable.
    pub fn invalid(fields: Vec<FieldProblem>) -> Fault {
        Fault::new(Kind::Invalid { fields })
    }

    /// One field that is not acceptable.
    pub fn field(field: impl Into<String>, problem: FieldFault) -> Fault {
        Fault::invalid(vec![FieldProblem {
            field: field.into(),
            problem,
        }])
    }

    /// Somebody changed it meanwhile.
    pub fn stale(version: u64) -> Fault {
        Fault::new(Kind::Stale { version })
    }

    /// Our fault.
    pub fn internal(cause: impl ToString) -> Fault {
        Fault {
            cause: Some(Cause(cause.to_string())),
            ..Fault::new(Kind::Internal)
        }
    }

    /// The store did not say what became of a write.
    pub(crate) fn unknown(cause: String) -> Fault {
        Fault {
            kind: Kind::Unavailable,
            detail: UNKNOWN.to_owned(),
            cause: Some(Cause(cause)),
        }
    }

    /// The same where something was done before: whoever asks again is not told that nothing was changed.
    #[must_use]
    pub(crate) fn of_what_was_done(self) -> Fault {
        match self.kind {
            Kind::Unavailable => {
                Fault::unknown(self.cause.map(|cause| cause.0).unwrap_or_default())
            }
            _ => self,
        }
    }

    /// As problem+json.
    pub fn into_response(self, request_id: &str) -> Response<Body> {
        let again = match self.kind {
            Kind::TooMany { wait_s } => Some(wait_s),
            Kind::Unavailable => Some(AGAIN_S),
            _ => None,
        };
        let error = self.kind.into_error(self.detail, request_id.to_owned());
        let body = serde_json::to_vec(&error).unwrap_or_default();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() =
            StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = again {
            let seconds = HeaderValue::from(seconds);
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        if let Some(cause) = self.cause {
            response.extensions_mut().insert(cause);
        }
        response
    }
}

impl From<WhyNot> for Fault {
    fn from(why: WhyNot) -> Fault {
        Fault::new(Kind::WrongState { why })
    }
}

impl From<Down> for Fault {
    fn from(down: Down) -> Fault {
        Fault {
            cause: Some(Cause(down.0)),
            ..Fault::new(Kind::Unavailable)
        }
    }
}

impl From<CommitError> for Fault {
    /// For use cases with no better answer to a lost race than to be asked again.
    fn from(error: CommitError) -> Fault {
        match error {
            CommitError::Down(words) => Down(words).into(),
            CommitError::Unknown(words) => Fault::unknown(words),
            CommitError::Stale | CommitError::Conflict | CommitError::KeyTaken => {
                Down(format!("lost a race: {error:?}")).into()
            }
        }
    }
}

fn usual(kind: &Kind) -> &'static str {
    match kind {
        Kind::Malformed { .. } => "The request could not be read.",
        Kind::SignIn => "Nobody is signed in, or the session has ended. Sign in and try again.",
        Kind::OtherUser => {
            "Somebody else is signed in than the one whom Syncdesk-User names. Nothing was done."
        }
        Kind::Forbidden { .. } => "The caller may see this, but not do it; `reasons` says why.",
        Kind::NotFound => "There is nothing here, or nothing that this caller may know of.",
        Kind::MethodNotAllowed => "The address exists, but not with this method.",
        Kind::WrongState { .. } => "The present state does not allow it; `why` says why.",
        Kind::Ended { .. } => "It is no longer there; `end` says how it ended, `ended_at` when.",
        Kind::Stale { .. } => {
            "It was changed meanwhile. Read it again and send the `version` given here."
        }
        Kind::TooLarge { .. } => "The body is larger than `limit` bytes.",
        Kind::UnsupportedMedia => "The body is of a media type that is not taken here.",
        Kind::Invalid { .. } => "`fields` says which fields are not acceptable, and why.",
        Kind::Refused { .. } => "The rules refuse it; `findings` says why.",
        Kind::File { .. } => "The file was not taken; `problem` says why.",
        Kind::Decision { .. } => "The decision is not complete; `problems` says where.",
        Kind::KeyReused => {
            "This Idempotency-Key came with another request before. Take a new key for every intention."
        }
        Kind::VersionMissing => "Send the version you know as If-Match, in double quotes.",
        Kind::TooMany { .. } => "Too many requests; wait `wait_s` seconds.",
        Kind::Internal => "The server failed.",
        Kind::Unavailable => "The store does not answer. Nothing was changed; try again.",
        Kind::Unknown => "Something went wrong.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_of_a_failure_stays_in_the_house() {
        let response = Fault::from(Down("secret path /var/lib".into())).into_response("rq_1");
        assert_eq!(response.status(), 503);
        let again = &response.headers()[header::RETRY_AFTER];
        assert_eq!(again, "2", "whoever is told so may try again");
        assert_eq!(
            response.extensions().get::<Cause>().unwrap().0,
            "secret path /var/lib"
        );
        let body = format!("{:?}", response.into_body());
        assert!(!body.contains("secret"));
    }

    #[test]
    fn that_nothing_was_changed_is_said_only_where_that_is_known() {
        let down = Fault::from(CommitError::Down("no connection".into()));
        let unknown = Fault::from(CommitError::Unknown("cut off in COMMIT".into()));
        assert!(down.detail.contains("Nothing was changed"));
        assert!(!unknown.detail.contains("Nothing"), "{}", unknown.detail);
        assert!(unknown.detail.contains("Send the same request again"));
        assert_eq!(
            (unknown.kind, down.kind),
            (Kind::Unavailable, Kind::Unavailable)
        );
    }
}
