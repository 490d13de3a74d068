//! No endpoint is forgotten: what creates or moves something takes a key, what edits something with a version takes the version.

use contract::Method;
use contract::endpoint::ENDPOINTS;

/// POSTs without an `Idempotency-Key`, and why a repetition of each is harmless.
const WITHOUT_KEY: &[(&str, &str)] = &[
    (
        "sign_in",
        "a repetition is another session; the one before ends with the cookie that came along",
    ),
    ("sign_out", "what has ended stays ended"),
    (
        "invitation_open",
        "nobody is signed in yet, whose key it could be; an invitation is used up once",
    ),
];

/// Edits without `If-Match`, and why nothing of anybody else's can be lost by each.
const WITHOUT_VERSION: &[(&str, &str)] = &[
    (
        "evidence_delete",
        "a file never changes; it is there or not",
    ),
    (
        "share_revoke",
        "a link never changes but for being taken back, which is for good",
    ),
    ("session_end", "a session that has ended stays ended"),
    ("session_end_others", "a session that has ended stays ended"),
    ("user_sign_out", "a session that has ended stays ended"),
    (
        "invitation_revoke",
        "an invitation is only ever used up or taken back, which is for good",
    ),
];

#[test]
fn every_post_that_creates_or_moves_takes_a_key() {
    for facts in ENDPOINTS
        .iter()
        .filter(|facts| facts.method == Method::Post)
    {
        let exempt = WITHOUT_KEY.iter().any(|(name, _)| *name == facts.name);
        assert!(
            facts.idempotent != exempt,
            "{} {} takes no Idempotency-Key, or stands here though it takes one",
            facts.name,
            facts.path
        );
    }
}

#[test]
fn every_edit_takes_the_version_of_what_it_edits() {
    let edits =
        |facts: &&contract::endpoint::Facts| matches!(facts.method, Method::Put | Method::Delete);
    for facts in ENDPOINTS.iter().filter(edits) {
        let exempt = WITHOUT_VERSION.iter().any(|(name, _)| *name == facts.name);
        assert!(
            facts.if_match != exempt,
            "{} {} takes no If-Match, or stands here though it takes one",
            facts.name,
            facts.path
        );
    }
}

#[test]
fn the_exceptions_are_endpoints_that_there_are() {
    for (name, why) in WITHOUT_KEY.iter().chain(WITHOUT_VERSION) {
        assert!(ENDPOINTS.iter().any(|facts| facts.name == *name), "{name}");
        assert!(!why.is_empty());
    }
}
