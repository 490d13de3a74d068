//! What holds for every request, whatever its endpoint.

use std::sync::Arc;

use contract::body::{LinkDraft, SignInBody};
use contract::endpoint::{ApplicationCreate, Endpoint, LinkCreate, MeGet, SignIn, SignOut, fill};
use contract::transport::Request;
use contract::{ApiError, Client, Kind, Method};

use super::world::*;
use crate::in_process::{InProcess, Response};
use crate::store::Store;

async fn send(
    door: &InProcess,
    method: Method,
    path: &str,
    headers: &[(&'static str, &str)],
    body: &str,
) -> Response {
    let headers = headers
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()));
    let request = Request {
        method,
        path: path.to_owned(),
        headers: headers.collect(),
        body: body.as_bytes().to_vec(),
    };
    door.call(request).await.unwrap()
}

fn problem(response: &Response) -> ApiError {
    assert_eq!(response.headers["content-type"], "application/problem+json");
    assert_eq!(response.headers["cache-control"], "no-store");
    let error: ApiError = serde_json::from_slice(&response.body).unwrap();
    assert_eq!(response.headers["x-request-id"], error.request_id.as_str());
    assert_eq!(response.status, error.status);
    error
}

const JSON: (&str, &str) = ("content-type", "application/json");

pub(super) async fn what_cannot_be_read_is_refused_by_name(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let door = world.door_of("member");
    let key = ("idempotency-key", "a-good-key");
    let links = fill(LinkCreate::FACTS.path, &["app_new"]);
    let post = async |headers: &[(&'static str, &str)], body: &str| {
        problem(&send(&door, Method::Post, &links, headers, body).await).kind
    };
    let version = ("if-match", "\"1\"");
    let at = |place: &str| Kind::Malformed { at: place.into() };
    let good = r#"{"channels":["ch_a"]}"#;
    for (headers, body, expected) in [
        (vec![JSON, version], good, at("Idempotency-Key")),
        (
            vec![JSON, version, ("idempotency-key", "short")],
            good,
            at("Idempotency-Key"),
        ),
        (vec![JSON, key], good, Kind::VersionMissing),
        (vec![JSON, key, ("if-match", "*")], good, at("If-Match")),
        (vec![key, version], good, Kind::UnsupportedMedia),
        (
            vec![key, version, ("content-type", "text/plain")],
            good,
            Kind::UnsupportedMedia,
        ),
        (vec![JSON, key, version], "", at("")),
        (vec![JSON, key, version], "[", at("0")),
        (
            vec![JSON, key, version],
            r#"{"channels":["ch_a"],"extra":1}"#,
            at("extra"),
        ),
        (
            vec![JSON, key, version],
            r#"{"channels":["ch_a","../x"]}"#,
            at("channels.1"),
        ),
        (
            vec![JSON, key, version],
            r#"{"channels":"ch_a"}"#,
            at("channels"),
        ),
        (
            vec![JSON, key, version],
            r#"{"channels":["ch_a\u0000"]}"#,
            at(""),
        ),
    ] {
        assert_eq!(post(&headers, body).await, expected, "{headers:?} {body}");
    }
    let limit = 5 * 512 * 1024;
    let large = format!("{{\"channels\":[\"{}\"]}}", "x".repeat(limit));
    assert_eq!(
        post(&[JSON, key, version], &large).await,
        Kind::TooLarge { limit }
    );
    let get = async |path: &str| problem(&send(&door, Method::Get, path, &[], "").await);
    assert_eq!(
        get(&format!("{}?x=1", MeGet::FACTS.path)).await.kind,
        at("x")
    );
    assert_eq!(get("/api/v1/channels?q=%00").await.kind, at("q"));
    assert_eq!(get("/api/v1/apps/NOT%20AN%20ID").await.kind, Kind::NotFound);
    assert_eq!(get("/api/v1/apps/%FF").await.kind, Kind::NotFound);
    for unknown in [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/",
        "/api/v2/me",
        "/auth/x",
        "/api/v1/me/",
    ] {
        assert_eq!(get(unknown).await.kind, Kind::NotFound, "{unknown}");
    }
    let wrong = send(&door, Method::Delete, MeGet::FACTS.path, &[], "").await;
    assert_eq!(problem(&wrong).kind, Kind::MethodNotAllowed);
}

pub(super) async fn a_stranger_learns_nothing(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let nobody = world.door();
    for (method, path) in [
        (Method::Get, "/api/v1"),
        (Method::Get, "/api/v1/no-such-thing"),
        (Method::Delete, "/api/v1/me"),
        (Method::Get, "/api/v1/me?x=1"),
        (Method::Post, "/api/v1/applications"),
    ] {
        let reply = send(&nobody, method, path, &[], "garbage").await;
        assert_eq!(problem(&reply).kind, Kind::SignIn, "{path}");
    }
    // Of two things that the caller may not know of, the one that is there and the one that is not give the same answer.
    let other = world.door_of("other");
    let link = async |channel: &str| {
        let draft = LinkDraft {
            channels: vec![channel_id(channel)],
            representative: None,
        };
        let body = serde_json::to_string(&draft).unwrap();
        let headers = [
            JSON,
            ("if-match", "\"1\""),
            ("idempotency-key", "a-good-key"),
        ];
        let path = fill(LinkCreate::FACTS.path, &["app_other"]);
        let reply = send(&other, Method::Post, &path, &headers, &body).await;
        ApiError {
            request_id: String::new(),
            ..problem(&reply)
        }
    };
    assert_eq!(link("ch_a").await, link("ch_none").await);
    let start = async |app: &str| {
        let headers = [JSON, ("idempotency-key", "a-good-key")];
        let path = ApplicationCreate::FACTS.path;
        let body = format!("{{\"app\":\"{app}\"}}");
        let reply = send(&other, Method::Post, path, &headers, &body).await;
        problem(&reply).kind
    };
    assert_eq!(start("app_a").await, Kind::NotFound);
    assert_eq!(start("app_none").await, Kind::NotFound);
}

pub(super) async fn sessions_begin_and_end(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let door = world.door();
    let client = Client::new(Arc::new(door.clone()));
    let personas = client.persona_list().await.unwrap().body.personas;
    let names: Vec<&str> = personas.iter().map(|one| one.user.id.as_str()).collect();
    assert_eq!(names, PEOPLE, "in the order in which they are to be met");
    let member = personas
        .iter()
        .find(|one| one.user.id == user_id("member"))
        .unwrap();
    assert_eq!((member.channels, member.apps), (4, 4));
    assert_eq!(kind(client.me_get().await), Kind::SignIn);
    // Nobody, and somebody who was not made up to be chosen.
    world.write(super::entrance::operator()).await;
    for persona in ["nobody", "desk"].map(user_id) {
        let refused = client.sign_in(&SignInBody { persona }).await;
        assert!(matches!(kind(refused), Kind::Invalid { .. }));
    }
    let body = SignInBody {
        persona: user_id("member"),
    };
    let me = client.sign_in(&body).await.unwrap().body;
    assert!(me.demo);
    assert_eq!(client.me_get().await.unwrap().body, me);

    let json = serde_json::to_string(&body).unwrap();
    let path = SignIn::FACTS.path;
    let reply = send(
        &door,
        Method::Post,
        path,
        &[JSON, ("host", "desk.example")],
        &json,
    )
    .await;
    let cookie = reply.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.ends_with("; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure"),
        "{cookie}"
    );
    let token = cookie.split(['=', ';']).nth(1).unwrap();
    assert_eq!(token.len(), 64);
    assert_eq!(
        world.store.session(token).await.unwrap(),
        None,
        "only its hash is kept"
    );

    let site = [("sec-fetch-site", "cross-site")];
    let foreign = send(&door, Method::Post, SignOut::FACTS.path, &site, "").await;
    assert_eq!(
        problem(&foreign).kind,
        Kind::Forbidden {
            reasons: Vec::new()
        }
    );
    for method in ["GET", "HEAD"] {
        let before = world.store.chain_head().await.unwrap().seq;
        let request = Request {
            method: Method::Get,
            path: MeGet::FACTS.path.to_owned(),
            headers: vec![("sec-fetch-site", "cross-site".to_owned())],
            body: Vec::new(),
        };
        let read = door.call_as(method, request).await.unwrap();
        assert_eq!(read.status, 403, "nor does it read");
        let after = world.store.chain_head().await.unwrap().seq;
        assert_eq!(after, before + 1, "{method} is in the record");
    }
    client.sign_out().await.unwrap();
    assert_eq!(kind(client.me_get().await), Kind::SignIn);
    client.sign_out().await.unwrap();

    client.sign_in(&body).await.unwrap();
    world.clock.set(now().plus_days(1));
    assert_eq!(
        kind(client.me_get().await),
        Kind::SignIn,
        "after twelve hours it has ended"
    );
}
