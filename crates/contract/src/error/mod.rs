//! Errors on the wire: problem+json (RFC 9457) with a code that programs read and screens put into words.

use domain::application::{DecisionProblem, WhyNot};
use domain::evidence::FileProblem;
use domain::finding::Finding;
use domain::item::Item;
use domain::share::End;
use domain::time::Time;
use serde::{Deserialize, Serialize};

mod wire;

/// An error as it travels. `type`, `title`, `status` and `detail` are RFC 9457; the rest is ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ApiError {
    /// `/problems/<code>`.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// What kind of problem it is, in English, for developers.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what would help, in English, for developers.
    pub detail: String,
    /// Under which number the log has it.
    pub request_id: String,
    /// After how many seconds it is worth asking again. It travels as `Retry-After`, not in the body.
    #[serde(skip)]
    pub retry_after_s: Option<u32>,
    /// What a program needs to know.
    #[serde(flatten)]
    pub kind: Kind,
}

/// What went wrong, with what is needed to say so to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Kind {
    /// 400: not JSON, a wrong type, an unknown field, a missing header.
    Malformed {
        /// Where, as a path or a header's name; empty when it is the whole body.
        at: String,
    },
    /// 401: nobody is signed in, or the session has ended.
    SignIn,
    /// 401: somebody else is signed in than the one for whom the call was made (`Syncdesk-User`); nothing was done.
    OtherUser,
    /// 403: known, but not for this caller.
    Forbidden {
        /// Why, in the order of importance.
        reasons: Vec<Finding>,
    },
    /// 404: not there, or not for this caller to know.
    NotFound,
    /// 405: the address exists, but not with this method.
    MethodNotAllowed,
    /// 409: the state does not allow it.
    WrongState {
        /// Why.
        why: WhyNot,
    },
    /// 410: it was there for those who have its address, and is not any more.
    Ended {
        /// How it ended.
        end: End,
        /// When.
        ended_at: Time,
    },
    /// 412: somebody changed it meanwhile.
    Stale {
        /// The version it has now.
        version: u64,
    },
    /// 413: the body is too large.
    TooLarge {
        /// The most bytes that are taken.
        limit: usize,
    },
    /// 415: the body is of another media type.
    UnsupportedMedia,
    /// 422: single fields are not acceptable.
    Invalid {
        /// Which and why.
        fields: Vec<FieldProblem>,
    },
    /// 422: what was asked for breaks rules; one list as everywhere.
    Refused {
        /// The findings, most important first.
        findings: Vec<Finding>,
    },
    /// 422: the file was not taken.
    File {
        /// Why.
        problem: FileProblem,
    },
    /// 422: verdicts are missing or wrong.
    Decision {
        /// Which and why.
        problems: Vec<VerdictProblem>,
    },
    /// 422: the same `Idempotency-Key` came with another request.
    KeyReused,
    /// 428: the version is missing; send `If-Match`.
    VersionMissing,
    /// 429: too many requests.
    TooMany {
        /// Seconds to wait.
        wait_s: u32,
    },
    /// 500: our fault; `detail` says whether nothing was changed or that is not known.
    Internal,
    /// 503: the store does not answer; `detail` says whether nothing was changed or that is not known. Then it is repeated with the same key.
    Unavailable,
    /// A code that this version does not know.
    Unknown,
}

/// A field that is not acceptable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldProblem {
    /// The path of the field in the body.
    pub field: String,
    /// What is wrong with it.
    pub problem: FieldFault,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldFault {
    /// It has to be given.
    Missing,
    /// It is longer than this many characters.
    TooLong(usize),
    /// It has more entries than this.
    TooManyEntries(usize),
    /// It names something twice.
    Repeated,
    /// It names something that is not there, or not for this caller.
    Unknown,
    /// It already is so, or is already asked for.
    Already,
    /// It has a character that cannot be stored.
    BadCharacter,
}

/// A verdict that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerdictProblem {
    /// On which item.
    pub item: Item,
    /// What is wrong.
    pub problem: DecisionProblem,
}

impl Kind {
    /// The status and the title that belong to it.
    pub fn status(&self) -> (u16, &'static str) {
        match self {
            Kind::Malformed { .. } => (400, "The request could not be read"),
            Kind::SignIn => (401, "Sign in first"),
            Kind::OtherUser => (401, "Somebody else is signed in"),
            Kind::Forbidden { .. } => (403, "Not allowed"),
            Kind::NotFound => (404, "Not found"),
            Kind::MethodNotAllowed => (405, "Method not allowed"),
            Kind::WrongState { .. } => (409, "Not possible in this state"),
            Kind::Ended { .. } => (410, "No longer there"),
            Kind::Stale { .. } => (412, "Changed meanwhile"),
            Kind::TooLarge { .. } => (413, "Too large"),
            Kind::UnsupportedMedia => (415, "Unsupported media type"),
            Kind::Invalid { .. } => (422, "Fields are not acceptable"),
            Kind::Refused { .. } => (422, "Refused by the rules"),
            Kind::File { .. } => (422, "The file was not taken"),
            Kind::Decision { .. } => (422, "The decision is not complete"),
            Kind::KeyReused => (422, "Idempotency key used for another request"),
            Kind::VersionMissing => (428, "Version required"),
            Kind::TooMany { .. } => (429, "Too many requests"),
            Kind::Internal => (500, "Internal error"),
            Kind::Unavailable => (503, "Unavailable"),
            Kind::Unknown => (500, "Unknown problem"),
        }
    }

    /// The code on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Kind::Malformed { .. } => "malformed",
            Kind::SignIn => "sign_in",
            Kind::OtherUser => "other_user",
            Kind::Forbidden { .. } => "forbidden",
            Kind::NotFound => "not_found",
            Kind::MethodNotAllowed => "method_not_allowed",
            Kind::WrongState { .. } => "wrong_state",
            Kind::Ended { .. } => "ended",
            Kind::Stale { .. } => "stale",
            Kind::TooLarge { .. } => "too_large",
            Kind::UnsupportedMedia => "unsupported_media",
            Kind::Invalid { .. } => "invalid",
            Kind::Refused { .. } => "refused",
            Kind::File { .. } => "file",
            Kind::Decision { .. } => "decision",
            Kind::KeyReused => "key_reused",
            Kind::VersionMissing => "version_missing",
            Kind::TooMany { .. } => "too_many",
            Kind::Internal => "internal",
            Kind::Unavailable => "unavailable",
            Kind::Unknown => "unknown",
        }
    }

    /// The whole error.
    pub fn into_error(self, detail: String, request_id: String) -> ApiError {
        let (status, title) = self.status();
        ApiError {
            type_uri: format!("/problems/{}", self.code()),
            title: title.to_owned(),
            status,
            detail,
            request_id,
            retry_after_s: None,
            kind: self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_reads_back_and_an_unknown_code_is_no_accident() {
        let error = Kind::Stale { version: 7 }.into_error("x".into(), "r1".into());
        let json = serde_json::to_string(&error).unwrap();
        assert!(
            json.contains(r#""code":"stale""#) && json.contains(r#""version":7"#),
            "{json}"
        );
        assert_eq!(serde_json::from_str::<ApiError>(&json).unwrap(), error);
        let newer = json.replace("\"stale\"", "\"from_the_future\"");
        assert_eq!(
            serde_json::from_str::<ApiError>(&newer).unwrap().kind,
            Kind::Unknown
        );
    }
}
