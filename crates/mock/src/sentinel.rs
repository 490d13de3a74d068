//! Failures that a visitor of the demo can see: a search for `fail-500` fails with 500, and so on. There is nothing of this in the backend.

use contract::Kind;
use contract::transport::{Reply, Request};

/// What happens instead of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Play {
    /// The server answers with a failure.
    Answer(Reply),
    /// The session has ended, until somebody signs in again.
    SignedOut,
    /// No answer arrives: offline.
    Offline,
    /// No answer arrives, and no word of it either: the slowest of servers.
    Never,
}

/// The failure that the words of a search ask for.
pub(crate) fn asked_for(request: &Request) -> Option<Play> {
    let (_, query) = request.path.split_once('?')?;
    let is_asked = |word| query.contains(word);
    Some(match () {
        () if is_asked("fail-500") => Play::Answer(problem(Kind::Internal)),
        () if is_asked("fail-503") => Play::Answer(problem(Kind::Unavailable)),
        () if is_asked("fail-429") => Play::Answer(problem(Kind::TooMany { wait_s: 30 })),
        () if is_asked("fail-401") => Play::SignedOut,
        () if is_asked("fail-offline") => Play::Offline,
        () if is_asked("fail-slow") => Play::Never,
        () => return None,
    })
}

/// An answer that is one of the failures.
pub(crate) fn problem(kind: Kind) -> Reply {
    let detail = "Asked for by hand, in the demo.".to_owned();
    let error = kind.into_error(detail, "rq_demo".to_owned());
    Reply {
        status: error.status,
        version: None,
        replayed: false,
        retry_after_s: None,
        body: serde_json::to_vec(&error).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Method;

    #[test]
    fn only_the_words_of_a_query_make_it_fail() {
        let asked = |path: &str| {
            asked_for(&Request {
                method: Method::Get,
                path: path.to_owned(),
                headers: Vec::new(),
                body: Vec::new(),
            })
        };
        assert_eq!(
            asked("/api/v1/channels?q=fail-offline"),
            Some(Play::Offline)
        );
        assert!(
            matches!(asked("/api/v1/apps?q=fail-500"), Some(Play::Answer(reply)) if reply.status == 500)
        );
        assert_eq!(asked("/api/v1/channels/fail-500"), None);
    }
}
