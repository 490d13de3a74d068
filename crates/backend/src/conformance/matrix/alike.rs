//! What a stranger is told of somebody else's and of what is not there: the same, to the byte, however it is asked.

use contract::Method;
use contract::endpoint::Facts;
use contract::transport::Request;

use super::place::{Object, Which};
use super::rows::Row;
use super::{Matrix, header_names, plain};

/// A way to spoil a request.
type Spoil = fn(&mut Request);

/// With a wrong body, version or key, too: what is wrong with the asking says nothing of what was asked for.
pub(super) async fn however_wrongly_it_is_asked(matrix: &mut Matrix, facts: Facts, row: &Row) {
    if row.own.is_empty() || matches!(row.object, Object::None | Object::Private) {
        return;
    }
    let ways: [Spoil; 7] = [
        |_| {},
        |request| request.body = b"{\"a\":".to_vec(),
        |request| request.body = b"{}".to_vec(),
        |request| request.path.push_str("?no-such-parameter=1"),
        |request| request.headers.retain(|(name, _)| *name != "if-match"),
        |request| {
            for (name, value) in &mut request.headers {
                if *name == "if-match" {
                    "\"999\"".clone_into(value);
                }
            }
        },
        |request| {
            request
                .headers
                .retain(|(name, _)| *name != "idempotency-key");
        },
    ];
    for (way, spoil) in ways.into_iter().enumerate() {
        let mut told = Vec::new();
        for which in [Which::Other, Which::Missing] {
            let reply = matrix.ask(facts, row, which, "stranger", spoil).await;
            told.push((reply.status, plain(&reply), header_names(&reply)));
        }
        assert_eq!(told[0], told[1], "{} in way {way}", facts.name);
    }
}

/// Where an identifier does not stand in the path.
pub(super) async fn in_queries_and_bodies(matrix: &mut Matrix) {
    for (path, own, other) in [
        ("/api/v1/home?app=", "app_a", "app_other"),
        ("/api/v1/channels?app=", "app_a", "app_other"),
        ("/api/v1/links?channel=", "ch_a", "ch_other"),
        ("/api/v1/applications", "app_a", "app_other"),
        ("/api/v1/role-requests", "app_a", "app_other"),
    ] {
        let mut told = Vec::new();
        for id in [other, "no_such_thing", own] {
            let key = matrix.world.key();
            let json = match path {
                "/api/v1/applications" => serde_json::json!({ "app": id }),
                "/api/v1/role-requests" => {
                    serde_json::json!({ "wanted": { "kind": "app_editor", "app": id } })
                }
                _ => serde_json::Value::Null,
            };
            let request = if json.is_null() {
                Request {
                    method: Method::Get,
                    path: format!("{path}{id}"),
                    headers: Vec::new(),
                    body: Vec::new(),
                }
            } else {
                Request {
                    method: Method::Post,
                    path: path.to_owned(),
                    headers: vec![
                        ("content-type", "application/json".to_owned()),
                        ("idempotency-key", key),
                    ],
                    body: serde_json::to_vec(&json).unwrap(),
                }
            };
            matrix.asked += 1;
            let reply = matrix.door("stranger").call(request).await.unwrap();
            told.push((reply.status, plain(&reply), header_names(&reply)));
        }
        assert_eq!(told[0], told[1], "{path} of another");
        assert_eq!(told[0], told[2], "{path} of ours");
    }
}
