//! Every endpoint, asked by everybody: who gets what. An endpoint that is missing here fails the suite.

use std::future::Future;
use std::sync::Arc;

use contract::body::{
    DecisionDraft, LinkDraft, RepresentativeDraft, RoleDecision, ShareDraft, SignInBody,
};
use contract::endpoint::{ENDPOINTS, Facts, fill};
use contract::error::Kind;
use contract::transport::Request;
use contract::{ApiError, Method};
use domain::item::Item;
use domain::review::{ItemVerdict, Verdict};
use serde::Serialize;

use super::world::*;
use crate::in_process::{InProcess, Response};
use crate::store::Store;

/// Nobody, somebody with nonsense for a cookie, somebody whose session has ended; then people.
const CALLERS: [&str; 9] = [
    "nobody",
    "garbage",
    "owner-yesterday",
    "stranger",
    "other",
    "below",
    "member",
    "owner",
    "reviewer",
];

/// What an endpoint is asked, and what the nine callers get.
struct Row {
    name: &'static str,
    ids: &'static [&'static str],
    query: &'static str,
    body: Body,
    version: u64,
    expected: [u16; 9],
}

enum Body {
    None,
    Json(serde_json::Value),
    File,
}

const OPEN: [u16; 9] = [200; 9];
const ALL: [u16; 9] = [401, 401, 401, 200, 200, 200, 200, 200, 200];
const ANY_ROLE: [u16; 9] = [401, 401, 401, 404, 404, 200, 200, 200, 404];
const EDITORS: [u16; 9] = [401, 401, 401, 404, 404, 403, 200, 200, 404];
const OWNER: [u16; 9] = [401, 401, 401, 404, 404, 404, 404, 200, 404];
const REVIEWERS: [u16; 9] = [401, 401, 401, 403, 403, 403, 403, 403, 200];

/// Every endpoint × every caller; and for whoever may, every way to ask wrongly.
///
/// # Panics
/// When somebody gets what they should not, or does not get what they should.
pub async fn every_endpoint<F, R>(make: &F)
where
    F: Fn() -> R,
    R: Future<Output = Arc<dyn Store>>,
{
    let rows = table();
    for facts in ENDPOINTS {
        let found = rows.iter().filter(|row| row.name == facts.name).count();
        assert_eq!(found, 1, "{} stands in the table", facts.name);
    }
    assert_eq!(rows.len(), ENDPOINTS.len());
    let mut world = World::new(make().await).await;
    for facts in ENDPOINTS {
        let row = rows.iter().find(|row| row.name == facts.name).unwrap();
        for (caller, expected) in CALLERS.iter().zip(row.expected) {
            let reply = ask(&world, *facts, row, caller, |_| {}).await;
            let words = String::from_utf8_lossy(&reply.body).into_owned();
            assert_eq!(
                reply.status, expected,
                "{} as {caller}: {words}",
                facts.name
            );
            if facts.method != Method::Get && (200..300).contains(&expected) {
                world = World::new(make().await).await;
            }
        }
        asked_wrongly(&world, *facts, row).await;
        there_or_not(&world, *facts, row).await;
    }
}

/// Whoever may ask is told what is wrong with the asking.
async fn asked_wrongly(world: &World, facts: Facts, row: &Row) {
    let name = facts.name;
    let able = row
        .expected
        .iter()
        .rposition(|status| *status < 300)
        .unwrap();
    let caller = CALLERS[able];
    let status = async |change: &dyn Fn(&mut Request)| {
        ask(world, facts, row, caller, |request| change(request))
            .await
            .status
    };
    let unknown = status(&|request| {
        let separator = if request.path.contains('?') { '&' } else { '?' };
        request.path.push(separator);
        request.path.push_str("no-such-parameter=1");
    });
    assert_eq!(unknown.await, 400, "{name} with an unknown parameter");
    let garbage = status(&|request| request.body = b"{\"a\":".to_vec()).await;
    let expected = if matches!(row.body, Body::File) {
        422
    } else {
        400
    };
    assert_eq!(garbage, expected, "{name} with garbage for a body");
    let drop = |header: &'static str| {
        move |request: &mut Request| request.headers.retain(|(name, _)| *name != header)
    };
    let set = |header: &'static str, value: &'static str| {
        move |request: &mut Request| {
            request.headers.retain(|(name, _)| *name != header);
            request.headers.push((header, value.to_owned()));
        }
    };
    if facts.if_match {
        assert_eq!(
            status(&drop("if-match")).await,
            428,
            "{name} without a version"
        );
        assert_eq!(
            status(&set("if-match", "7")).await,
            400,
            "{name} with half a version"
        );
        assert_eq!(
            status(&set("if-match", "\"999\"")).await,
            412,
            "{name} with a stale version"
        );
    }
    if facts.idempotent {
        assert_eq!(
            status(&drop("idempotency-key")).await,
            400,
            "{name} without a key"
        );
    }
    if !matches!(row.body, Body::None) {
        assert_eq!(
            status(&set("content-type", "text/plain")).await,
            415,
            "{name} as plain text"
        );
    }
}

/// What is not yours and what is not there give the same answer, byte for byte.
async fn there_or_not(world: &World, facts: Facts, row: &Row) {
    // What is open to everybody is nobody's in particular: its own tests say what is there for whom.
    if row.ids.is_empty() || facts.open {
        return;
    }
    let real = ask(world, facts, row, "other", |_| {}).await;
    let fake: Vec<&str> = row.ids.iter().map(|_| "no_such_thing").collect();
    let path = fill(facts.path, &fake);
    let invented = ask(world, facts, row, "other", |request| {
        let query = request
            .path
            .split_once('?')
            .map(|(_, query)| format!("?{query}"));
        request.path = format!("{path}{}", query.unwrap_or_default());
    });
    let invented = invented.await;
    assert_eq!(real.status, invented.status, "{}", facts.name);
    assert_eq!(plain(&real), plain(&invented), "{}", facts.name);
    let names = |reply: &Response| {
        let mut names: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
        names.sort();
        names
    };
    assert_eq!(names(&real), names(&invented), "{}", facts.name);
    let error: ApiError = serde_json::from_slice(&real.body).unwrap();
    assert!(
        matches!(error.kind, Kind::NotFound | Kind::Forbidden { .. }),
        "{}",
        facts.name
    );
}

/// The body without the number of the request.
fn plain(reply: &Response) -> String {
    let id = reply.headers["x-request-id"].to_str().unwrap();
    String::from_utf8_lossy(&reply.body).replace(id, "")
}

async fn ask(
    world: &World,
    facts: Facts,
    row: &Row,
    caller: &str,
    change: impl FnOnce(&mut Request),
) -> Response {
    let (media, body) = match &row.body {
        Body::None => (None, Vec::new()),
        Body::Json(value) => (Some("application/json"), serde_json::to_vec(value).unwrap()),
        Body::File => (Some("application/pdf"), PDF.to_vec()),
    };
    let mut headers = Vec::new();
    if let Some(media) = media {
        headers.push(("content-type", media.to_owned()));
    }
    if facts.if_match {
        headers.push(("if-match", format!("\"{}\"", row.version)));
    }
    if facts.idempotent {
        headers.push(("idempotency-key", world.key()));
    }
    let mut request = Request {
        method: facts.method,
        path: format!("{}{}", fill(facts.path, row.ids), row.query),
        headers,
        body,
    };
    change(&mut request);
    door(world, caller).call(request).await.unwrap()
}

fn door(world: &World, caller: &str) -> InProcess {
    match caller {
        "nobody" => world.door(),
        "garbage" => world.door().with_token("%00; drop table=1"),
        person => world.door_of(person),
    }
}

fn table() -> Vec<Row> {
    let mut rows = reads();
    rows.extend(writes());
    rows
}

fn row(name: &'static str, ids: &'static [&'static str], expected: [u16; 9]) -> Row {
    Row {
        name,
        ids,
        query: "",
        body: Body::None,
        version: 0,
        expected,
    }
}

fn reads() -> Vec<Row> {
    let with = |row: Row, query| Row { query, ..row };
    vec![
        row("persona_list", &[], OPEN),
        row("me_get", &[], ALL),
        row("home_get", &[], ALL),
        row("channel_list", &[], ALL),
        row("channel_get", &["ch_a"], ANY_ROLE),
        with(row("channel_lookup", &[], ALL), "?search_id=cha"),
        row("app_list", &[], ALL),
        row("app_get", &["app_a"], ANY_ROLE),
        row("role_request_list", &[], ALL),
        row("link_list", &[], ALL),
        row("application_list", &[], ALL),
        row("application_get", &["ap_draft"], ANY_ROLE),
        row("application_export", &["ap_draft"], ANY_ROLE),
        row("evidence_get", &["ap_draft", "ev_1"], ANY_ROLE),
        row("share_list", &["ap_draft"], ANY_ROLE),
        row("share_open", &["see_1"], OPEN),
        row("review_list", &[], REVIEWERS),
        row("review_get", &["ap_sub"], REVIEWERS),
    ]
}

fn writes() -> Vec<Row> {
    let empty = |statuses: [u16; 9]| statuses.map(|s| if s == 200 { 204 } else { s });
    let at = |version, row: Row| Row { version, ..row };
    let json = |body: &dyn ErasedJson, row: Row| Row {
        body: Body::Json(body.value()),
        ..row
    };
    let approve = || ItemVerdict {
        verdict: Verdict::Approve,
        reason: None,
        words: String::new(),
    };
    let decision = DecisionDraft {
        verdicts: [(Item::Name, approve()), (Item::PhoneNumber, approve())].into(),
        words: String::new(),
    };
    let persona = SignInBody {
        persona: user_id("member"),
    };
    let links = LinkDraft {
        channels: vec![channel_id("ch_a2")],
        representative: None,
    };
    let shown = RepresentativeDraft {
        channel: channel_id("ch_a"),
    };
    let editor = serde_json::json!({ "wanted": { "kind": "app_editor", "app": "app_a" } });
    let app = serde_json::json!({ "app": "app_new" });
    let asks = [401, 401, 401, 422, 422, 200, 422, 422, 422];
    let file = row("evidence_create", &["ap_draft"], EDITORS);
    vec![
        json(&persona, row("sign_in", &[], OPEN)),
        row("sign_out", &[], empty(OPEN)),
        json(&editor, row("role_request_create", &[], asks)),
        json(
            &RoleDecision { grant: false },
            at(1, row("role_request_decide", &["rr_1"], OWNER)),
        ),
        json(&links, at(1, row("link_create", &["app_a"], EDITORS))),
        json(
            &shown,
            at(1, row("representative_set", &["app_a"], EDITORS)),
        ),
        at(1, row("link_delete", &["app_a", "ch_a"], EDITORS)),
        json(&app, row("application_create", &[], EDITORS)),
        json(
            &sound_form(),
            at(2, row("application_save", &["ap_draft"], EDITORS)),
        ),
        at(2, row("application_submit", &["ap_draft"], EDITORS)),
        at(3, row("application_withdraw", &["ap_sub"], EDITORS)),
        Row {
            body: Body::File,
            query: "?name=x.pdf",
            ..file
        },
        row("evidence_delete", &["ap_draft", "ev_1"], empty(EDITORS)),
        json(
            &ShareDraft { days: 7 },
            row("share_create", &["ap_draft"], EDITORS),
        ),
        row("share_revoke", &["ap_draft", "sh_1"], empty(EDITORS)),
        at(3, row("review_open", &["ap_sub"], REVIEWERS)),
        json(
            &decision,
            at(4, row("review_decide", &["ap_open"], REVIEWERS)),
        ),
    ]
}

/// Anything that can be a JSON body, so that one table can hold them all.
trait ErasedJson {
    fn value(&self) -> serde_json::Value;
}

impl<T: Serialize> ErasedJson for T {
    fn value(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap()
    }
}
