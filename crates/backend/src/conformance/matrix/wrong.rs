//! Every way to ask wrongly: other methods, unknown parameters and fields, no version, no key, garbage.

use std::collections::BTreeMap;

use contract::Method;
use contract::endpoint::{API, Facts};
use contract::transport::Request;
use serde_json::Value;

use super::place::{CALLERS, Which};
use super::rows::{Body, Row, table};
use super::{Expected, Matrix, header_names, plain};

/// Whoever may ask is told what is wrong with the asking.
pub(super) async fn asked_wrongly(matrix: &mut Matrix, facts: Facts, row: &Row) {
    let name = facts.name;
    let who = able(matrix, facts, row).await;
    let unknown = matrix.ask(facts, row, Which::Own, who, |request| {
        let separator = if request.path.contains('?') { '&' } else { '?' };
        request.path.push(separator);
        request.path.push_str("no-such-parameter=1");
    });
    assert_eq!(
        unknown.await.status,
        400,
        "{name} with an unknown parameter"
    );
    let garbage = matrix.ask(facts, row, Which::Own, who, |request| {
        request.body = b"{\"a\":".to_vec();
    });
    let expected = if matches!(row.body, Body::File) {
        422
    } else {
        400
    };
    assert_eq!(
        garbage.await.status,
        expected,
        "{name} with garbage for a body"
    );
    for (needed, header, value, status) in [
        (facts.if_match, "if-match", None, 428),
        (facts.if_match, "if-match", Some("7"), 400),
        (facts.if_match, "if-match", Some("\"999\""), 412),
        (facts.idempotent, "idempotency-key", None, 400),
        (facts.idempotent, "idempotency-key", Some("short"), 400),
        (has_body(row), "content-type", Some("text/plain"), 415),
        (has_body(row), "content-type", None, 415),
    ] {
        if needed {
            let changed = matrix.ask(facts, row, Which::Own, who, |request| {
                request.headers.retain(|(name, _)| *name != header);
                let value = value.map(|value| (header, value.to_owned()));
                request.headers.extend(value);
            });
            assert_eq!(changed.await.status, status, "{name}: {header} {value:?}");
        }
    }
    unknown_fields(matrix, facts, row, who).await;
    other_spellings(matrix, facts, row, who).await;
}

/// Each identifier with one of its characters percent-encoded: nothing is found under a name that the record would not know.
async fn other_spellings(matrix: &mut Matrix, facts: Facts, row: &Row, who: &str) {
    for place in 0..row.own.len() {
        let mut ids = Which::Own.ids(row, who);
        let first = ids[place].remove(0);
        ids[place] = format!("%{:02x}{}", u32::from(first), ids[place]);
        let mut ids = ids.iter();
        let steps = facts.path.split('/').map(|step| match step {
            step if step.starts_with('{') => ids.next().unwrap(),
            step => step,
        });
        let path = steps.collect::<Vec<_>>().join("/");
        let reply = matrix.ask(facts, row, Which::Own, who, |request| {
            request.path = format!("{path}{}", row.query);
        });
        let reply = reply.await;
        assert_eq!(reply.status, 404, "{} {path}", facts.method.word());
        matrix.gone.insert((plain(&reply), header_names(&reply)));
    }
}

/// One more field in every object of the body, one at a time: each is refused.
async fn unknown_fields(matrix: &mut Matrix, facts: Facts, row: &Row, who: &str) {
    let Body::Json(body) = &row.body else {
        return;
    };
    let body = body(Which::Own);
    let mut places = Vec::new();
    objects(&body, String::new(), &mut places);
    assert!(!places.is_empty(), "{} takes an object", facts.name);
    for place in places {
        let mut changed = body.clone();
        let object = changed.pointer_mut(&place).and_then(Value::as_object_mut);
        object
            .unwrap()
            .insert("no_such_field".to_owned(), Value::from(1));
        let bytes = serde_json::to_vec(&changed).unwrap();
        let reply = matrix.ask(facts, row, Which::Own, who, |request| request.body = bytes);
        let reply = reply.await;
        let words = String::from_utf8_lossy(&reply.body);
        assert_eq!(reply.status, 400, "{} at {place:?}: {words}", facts.name);
        assert!(words.contains("no_such_field"), "{} {words}", facts.name);
    }
}

/// The place of every object in a value.
fn objects(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                objects(value, format!("{at}/{name}"), found);
            }
            found.push(at);
        }
        Value::Array(entries) => {
            for (place, value) in entries.iter().enumerate() {
                objects(value, format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

fn has_body(row: &Row) -> bool {
    !matches!(row.body, Body::None)
}

/// Somebody whom nothing else keeps from it.
async fn able(matrix: &Matrix, facts: Facts, row: &Row) -> &'static str {
    for who in CALLERS.into_iter().rev() {
        let expected = matrix.expected(facts, row, Which::Own, who).await;
        if matches!(expected, Expected::Exactly(status) if status == row.allowed) {
            return who;
        }
    }
    panic!("nobody may {}", facts.name);
}

/// Every path with every method that it does not have: 405 and which it has; without a session nothing is said of it.
pub(super) async fn other_methods(matrix: &mut Matrix) {
    let rows = table();
    let mut paths: BTreeMap<&str, Vec<Facts>> = BTreeMap::new();
    for facts in crate::http::routes() {
        paths.entry(facts.path).or_default().push(facts);
    }
    for (path, there) in paths {
        let first = there[0];
        let row = rows.iter().find(|row| row.name == first.name).unwrap();
        let mut has: Vec<&str> = there.iter().map(|facts| facts.method.word()).collect();
        if has.contains(&"GET") {
            has.push("HEAD");
        }
        has.sort_unstable();
        for method in [
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW",
        ] {
            if has.contains(&method) {
                continue;
            }
            for who in CALLERS {
                let bare = |request: &mut Request| request.headers.clear();
                let reply = matrix.ask_as(method, first, row, Which::Own, who, bare);
                let reply = reply.await;
                let known = !["nobody", "garbage", "owner-yesterday", "shut"].contains(&who);
                if path.starts_with(API) && !known {
                    assert_eq!(reply.status, 401, "{method} {path} as {who}");
                    continue;
                }
                assert_eq!(reply.status, 405, "{method} {path} as {who}");
                let mut allowed: Vec<&str> = reply.headers["allow"]
                    .to_str()
                    .unwrap()
                    .split(',')
                    .map(str::trim)
                    .collect();
                allowed.sort_unstable();
                assert_eq!(allowed, has, "{method} {path} as {who}");
            }
        }
        if first.method == Method::Get {
            head_is_get_without_a_body(matrix, first, row).await;
        }
    }
    nothing_there(matrix).await;
}

async fn head_is_get_without_a_body(matrix: &mut Matrix, facts: Facts, row: &Row) {
    for who in CALLERS {
        let get = matrix.ask(facts, row, Which::Own, who, |_| {}).await;
        let head = matrix.ask_as("HEAD", facts, row, Which::Own, who, |_| {});
        let head = head.await;
        assert_eq!(head.status, get.status, "HEAD {} as {who}", facts.path);
        assert_eq!(head.body, b"", "HEAD {} as {who}", facts.path);
    }
}

/// An address that does not exist says the same as an object that does not.
async fn nothing_there(matrix: &mut Matrix) {
    for path in ["/api", "/api/v1", "/api/v1/", "/api/v2/me", "/auth/none"] {
        matrix.asked += 1;
        let request = Request {
            method: Method::Get,
            path: path.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        };
        let reply = matrix.door("owner").call(request).await.unwrap();
        assert_eq!(reply.status, 404, "{path}");
        matrix.gone.insert((plain(&reply), header_names(&reply)));
    }
}
