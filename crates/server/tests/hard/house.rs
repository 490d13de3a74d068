//! The whole server over the demo data in memory, called as a function.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use backend::fixed::{CountingIds, FixedClock};
use backend::ports::Cleaner;
use backend::store::{Batch, Change, Store};
use backend::{Backend, Doors};
use domain::time::Time;
use http_body_util::BodyExt as _;
use mock::{Memory, seeds};
use server::http::{Console, Front, Limits, app};
use server::scrub::Scrub;
use server::telemetry::{Metrics, Readiness};
use tower::ServiceExt as _;

/// A reply, read to its end.
pub struct Heard {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Heard {
    pub fn header(&self, name: &str) -> String {
        let all = self.headers.get_all(name).iter();
        let all: Vec<_> = all.map(|value| value.to_str().unwrap()).collect();
        all.join(" | ")
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&self.body)))
    }
}

/// The server as `serve --demo` builds it, listening there, with those limits.
pub fn router(address: &str, limits: Limits) -> Router {
    router_with(address, limits, Arc::new(Scrub::new()))
}

/// The same with another one to make files clean.
pub fn router_with(address: &str, limits: Limits, cleaner: Arc<dyn Cleaner>) -> Router {
    let store = Memory::seeded(seeds::demo(now()), seeds::PICTURE).unwrap();
    router_over(Arc::new(store), address, limits, cleaner)
}

/// The present of the demo data.
pub fn now() -> Time {
    "2026-11-23T06:00:00Z".parse().unwrap()
}

/// Writes the demo data into another store.
pub async fn plant(store: &dyn Store) {
    let changes = seeds::demo(now());
    for change in &changes {
        if let Change::PutFile(file) = change {
            let bytes = seeds::PICTURE.to_vec();
            store.put_file_bytes(&file.id, bytes).await.unwrap();
        }
    }
    let batch = Batch {
        record: seeds::record(&changes),
        changes,
        ..Batch::default()
    };
    store.commit(batch).await.unwrap();
}

/// The same over any store that has the demo data.
pub fn router_over(
    store: Arc<dyn Store>,
    address: &str,
    limits: Limits,
    cleaner: Arc<dyn Cleaner>,
) -> Router {
    let backend = Backend {
        store: Arc::clone(&store),
        clock: Arc::new(FixedClock::new(now())),
        ids: Arc::new(CountingIds::default()),
        cleaner,
        demo: Some(seeds::identities()),
        doors: Arc::new(Doors::default()),
    };
    let front = Front {
        gate: None,
        address: address.parse().unwrap(),
        public_url: None,
        is_https: false,
        readiness: Readiness::of(store),
        metrics: Arc::new(Metrics::default()),
        limits,
        proxies: 0,
    };
    app(
        backend,
        Console::of([("index.html".into(), "<html>".into())]),
        front,
    )
}

pub async fn ask(router: &Router, request: Request) -> Heard {
    let (parts, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    Heard {
        status: parts.status.as_u16(),
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes().into(),
    }
}

/// A request of our own page.
pub fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "localhost:8400")
}

/// The cookie of a persona.
pub async fn cookie(router: &Router, persona: &str) -> String {
    let body = format!("{{\"persona\":\"{persona}\"}}");
    let request = request("POST", "/auth/sign-in").header(header::CONTENT_TYPE, "application/json");
    let heard = ask(router, request.body(Body::from(body)).unwrap()).await;
    assert_eq!(
        heard.status,
        200,
        "{}",
        String::from_utf8_lossy(&heard.body)
    );
    heard
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned()
}

/// The path of an application that persona may edit.
pub async fn draft(router: &Router, cookie: &str) -> String {
    let get = request("GET", "/api/v1/applications").header(header::COOKIE, cookie);
    let list = ask(router, get.body(Body::empty()).unwrap()).await.json();
    let rows = list["rows"].as_array().unwrap_or_else(|| panic!("{list}"));
    let row = rows.iter().find(|row| row["status"] == "draft");
    let row = row.unwrap_or_else(|| panic!("{list}"));
    format!("/api/v1/applications/{}", row["id"].as_str().unwrap())
}

/// Puts a PDF to a draft; the path under which it is handed out.
pub async fn upload(router: &Router, cookie: &str, draft: &str, pdf: &[u8]) -> String {
    let put = request("POST", &format!("{draft}/evidence?name=x.pdf"))
        .header(header::COOKIE, cookie)
        .header("idempotency-key", "key-of-a-file")
        .header(header::CONTENT_TYPE, "application/pdf");
    let put = ask(router, put.body(Body::from(pdf.to_vec())).unwrap())
        .await
        .json();
    let id = put["id"].as_str().unwrap_or_else(|| panic!("{put}"));
    format!("{draft}/evidence/{id}")
}
