//! Reading an error: every field that some code has, all optional. A flattened enum would do the same with a copy of every type
//! it holds, which is a tenth of what the browser has to fetch.

use domain::application::WhyNot;
use domain::evidence::FileProblem;
use domain::finding::Finding;
use domain::share::End;
use domain::time::Time;
use serde::{Deserialize, Deserializer};

use super::{ApiError, FieldProblem, Kind, VerdictProblem};

/// An error as it comes.
#[derive(Deserialize)]
struct Received {
    #[serde(rename = "type")]
    type_uri: String,
    title: String,
    status: u16,
    detail: String,
    request_id: String,
    code: String,
    at: Option<String>,
    reasons: Option<Vec<Finding>>,
    why: Option<WhyNot>,
    end: Option<End>,
    ended_at: Option<Time>,
    version: Option<u64>,
    limit: Option<usize>,
    fields: Option<Vec<FieldProblem>>,
    findings: Option<Vec<Finding>>,
    problem: Option<FileProblem>,
    problems: Option<Vec<VerdictProblem>>,
    wait_s: Option<u32>,
}

impl<'de> Deserialize<'de> for ApiError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Received::deserialize(deserializer).map(ApiError::from)
    }
}

impl From<Received> for ApiError {
    fn from(received: Received) -> Self {
        let (type_uri, title, detail) = (
            received.type_uri.clone(),
            received.title.clone(),
            received.detail.clone(),
        );
        let (status, request_id) = (received.status, received.request_id.clone());
        let kind = received.kind().unwrap_or(Kind::Unknown);
        ApiError {
            type_uri,
            title,
            status,
            detail,
            request_id,
            retry_after_s: None,
            kind,
        }
    }
}

impl Received {
    /// What the code says, with its fields; nothing when one of them is missing or the code is from a later version.
    fn kind(self) -> Option<Kind> {
        Some(match self.code.as_str() {
            "malformed" => Kind::Malformed { at: self.at? },
            "sign_in" => Kind::SignIn,
            "other_user" => Kind::OtherUser,
            "forbidden" => Kind::Forbidden {
                reasons: self.reasons?,
            },
            "not_found" => Kind::NotFound,
            "method_not_allowed" => Kind::MethodNotAllowed,
            "wrong_state" => Kind::WrongState { why: self.why? },
            "ended" => Kind::Ended {
                end: self.end?,
                ended_at: self.ended_at?,
            },
            "stale" => Kind::Stale {
                version: self.version?,
            },
            "too_large" => Kind::TooLarge { limit: self.limit? },
            "unsupported_media" => Kind::UnsupportedMedia,
            "invalid" => Kind::Invalid {
                fields: self.fields?,
            },
            "refused" => Kind::Refused {
                findings: self.findings?,
            },
            "file" => Kind::File {
                problem: self.problem?,
            },
            "decision" => Kind::Decision {
                problems: self.problems?,
            },
            "key_reused" => Kind::KeyReused,
            "version_missing" => Kind::VersionMissing,
            "too_many" => Kind::TooMany {
                wait_s: self.wait_s?,
            },
            "internal" => Kind::Internal,
            "unavailable" => Kind::Unavailable,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_back() {
        let kinds = [
            Kind::Malformed { at: "x".into() },
            Kind::SignIn,
            Kind::OtherUser,
            Kind::Forbidden {
                reasons: Vec::new(),
            },
            Kind::NotFound,
            Kind::MethodNotAllowed,
            Kind::WrongState {
                why: WhyNot::UnderReview,
            },
            Kind::Ended {
                end: End::Revoked,
                ended_at: Time::from_millis(7),
            },
            Kind::Stale { version: 3 },
            Kind::TooLarge { limit: 9 },
            Kind::UnsupportedMedia,
            Kind::Invalid { fields: Vec::new() },
            Kind::Refused {
                findings: Vec::new(),
            },
            Kind::File {
                problem: FileProblem::Empty,
            },
            Kind::Decision {
                problems: Vec::new(),
            },
            Kind::KeyReused,
            Kind::VersionMissing,
            Kind::TooMany { wait_s: 2 },
            Kind::Internal,
            Kind::Unavailable,
        ];
        for kind in kinds {
            let error = kind.into_error("detail".into(), "r1".into());
            let json = serde_json::to_vec(&error).unwrap();
            assert_eq!(serde_json::from_slice::<ApiError>(&json).unwrap(), error);
        }
    }
}
