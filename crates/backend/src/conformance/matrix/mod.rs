//! Every endpoint × every kind of caller × their own, somebody else's and no object: the table of who may do what is the oracle.
//!
//! The list of endpoints comes from the router. One that has no line in `rows` fails the suite.

mod alike;
mod place;
mod rows;
mod writes;
mod wrong;

use std::collections::BTreeSet;
use std::future::Future;
use std::sync::Arc;

use contract::Method;
use contract::endpoint::{ENDPOINTS, Facts, fill};
use contract::transport::Request;
use domain::policy::{Answer, Caller, Operation, answer};

use self::place::{CALLERS, Object, Which, caller, furnish};
use self::rows::{Body, Row, table};
use super::record;
use super::world::*;
use crate::http::hash;
use crate::in_process::{InProcess, Response};
use crate::store::Store;

/// Asks everything of everybody, and for whoever may, every way to ask wrongly.
///
/// # Panics
/// When somebody gets what they should not, or does not get what they should.
pub async fn every_endpoint<F, R>(store: &str, make: &F)
where
    F: Fn() -> R,
    R: Future<Output = Arc<dyn Store>>,
{
    let mut mounted = crate::http::routes();
    let rows = table();
    for facts in &mounted {
        let found = rows.iter().filter(|row| row.name == facts.name).count();
        assert_eq!(found, 1, "{} stands in the rows of the matrix", facts.name);
    }
    assert_eq!(rows.len(), mounted.len());
    let mut listed = ENDPOINTS.to_vec();
    mounted.sort_by_key(|facts| facts.name);
    listed.sort_by_key(|facts| facts.name);
    assert_eq!(mounted, listed, "the router mounts what the contract lists");
    record::every_reading_is_judged(&mounted);

    let mut matrix = Matrix {
        world: furnish(make().await).await,
        oracle: answer,
        asked: 0,
        gone: BTreeSet::new(),
    };
    for facts in mounted {
        let row = rows.iter().find(|row| row.name == facts.name).unwrap();
        for which in Which::of(row) {
            for who in CALLERS {
                let asked = matrix.one(facts, row, which, who).await;
                assert_eq!(asked.wrong, None);
                if asked.changed {
                    matrix.world = furnish(make().await).await;
                }
            }
        }
        wrong::asked_wrongly(&mut matrix, facts, row).await;
        alike::however_wrongly_it_is_asked(&mut matrix, facts, row).await;
    }
    alike::in_queries_and_bodies(&mut matrix).await;
    wrong::other_methods(&mut matrix).await;
    assert_eq!(
        matrix.gone.len(),
        1,
        "what is not yours and what is not there give the same answer: {:#?}",
        matrix.gone
    );
    // Each hole has ended this before. `cargo xtask soak` finds lines like these.
    println!("measured | matrix on {store}: requests | {}", matrix.asked);
    println!("measured | matrix on {store}: endpoints | {}", rows.len());
    println!("measured | matrix on {store}: callers | {}", CALLERS.len());
    println!("measured | matrix on {store}: holes | 0");
}

/// An oracle that is wrong about one kind of caller is caught at every endpoint: so is an endpoint that is wrong about one.
///
/// # Panics
/// When it is not.
pub async fn a_wrong_table_is_caught<F, R>(make: &F)
where
    F: Fn() -> R,
    R: Future<Output = Arc<dyn Store>>,
{
    let rows = table();
    for facts in crate::http::routes() {
        let mut matrix = Matrix {
            world: furnish(make().await).await,
            oracle: |operation, caller| match answer(operation, caller) {
                Answer::Allow => Answer::Hide,
                _ => Answer::Allow,
            },
            asked: 0,
            gone: BTreeSet::new(),
        };
        let row = rows.iter().find(|row| row.name == facts.name).unwrap();
        let asked = matrix.one(facts, row, Which::Own, "below").await;
        assert!(asked.wrong.is_some(), "{} goes by no table", facts.name);
    }
}

/// What came of asking.
struct Asked {
    /// Whether something was changed.
    changed: bool,
    /// What came instead of what should have.
    wrong: Option<String>,
}

struct Matrix {
    world: World,
    /// What is right.
    oracle: fn(Operation, Option<Caller>) -> Answer,
    /// How many requests were sent.
    asked: usize,
    /// Every answer that said "not found": its body and the names of its headers.
    gone: BTreeSet<(String, Vec<String>)>,
}

impl Matrix {
    /// One caller, one endpoint, one object.
    async fn one(&mut self, facts: Facts, row: &Row, which: Which, who: &str) -> Asked {
        // Some give up by asking what entitles them to ask.
        let expected = self.expected(facts, row, which, who).await;
        let reply = self.ask(facts, row, which, who, |_| {}).await;
        let is_right = match expected {
            Expected::Exactly(status) => reply.status == status,
            Expected::Admitted => !matches!(reply.status, 401 | 403 | 404 | 500..),
        };
        if reply.status == 404 {
            self.gone.insert((plain(&reply), header_names(&reply)));
        }
        let words = String::from_utf8_lossy(&reply.body);
        let (name, status) = (facts.name, reply.status);
        Asked {
            changed: facts.method != Method::Get && (200..300).contains(&status),
            wrong: (!is_right).then(|| {
                format!("{name} {which:?} as {who}: {status} and not {expected:?}: {words}")
            }),
        }
    }

    async fn expected(&self, facts: Facts, row: &Row, which: Which, who: &str) -> Expected {
        let caller = caller(&self.world, row.object, which, who).await;
        let allowed = match (self.oracle)(facts.operation, caller) {
            Answer::SignIn => return Expected::Exactly(401),
            Answer::Refuse => return Expected::Exactly(403),
            Answer::Hide => return Expected::Exactly(404),
            Answer::Allow => row.but.iter().find(|(name, _)| *name == who),
        };
        match which {
            Which::Own => Expected::Exactly(allowed.map_or(row.allowed, |(_, status)| *status)),
            Which::Other if row.object == Object::Private => Expected::Exactly(404),
            Which::Other if allowed.is_some_and(|(_, status)| *status == 404) => {
                Expected::Exactly(404)
            }
            Which::Other => Expected::Admitted,
            Which::Mixed => Expected::Exactly(row.mixed),
            Which::Missing => Expected::Exactly(404),
        }
    }

    async fn ask(
        &mut self,
        facts: Facts,
        row: &Row,
        which: Which,
        who: &str,
        change: impl FnOnce(&mut Request),
    ) -> Response {
        self.ask_as(facts.method.word(), facts, row, which, who, change)
            .await
    }

    async fn ask_as(
        &mut self,
        method: &str,
        facts: Facts,
        row: &Row,
        which: Which,
        who: &str,
        change: impl FnOnce(&mut Request),
    ) -> Response {
        self.asked += 1;
        let mut headers = Vec::new();
        let body = match &row.body {
            Body::None => Vec::new(),
            Body::Json(body) => {
                headers.push(("content-type", "application/json".to_owned()));
                serde_json::to_vec(&body(which)).unwrap()
            }
            Body::File => {
                headers.push(("content-type", "application/pdf".to_owned()));
                PDF.to_vec()
            }
        };
        if facts.if_match {
            headers.push(("if-match", format!("\"{}\"", row.version)));
        }
        if facts.idempotent {
            headers.push(("idempotency-key", self.world.key()));
        }
        let ids = which.ids(row, who);
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let mut request = Request {
            method: facts.method,
            path: format!("{}{}", fill(facts.path, &ids), row.query),
            headers,
            body,
        };
        change(&mut request);
        let before = self.world.store.chain_head().await.unwrap().seq;
        let signed_in = self.is_signed_in(who).await;
        let reply = self.door(who).call_as(method, request).await.unwrap();
        if method == facts.method.word() {
            let after = self.world.store.chain_head().await.unwrap().seq;
            record::one_entry_for(facts, signed_in, &reply, after - before);
        }
        reply
    }

    async fn is_signed_in(&self, who: &str) -> bool {
        let store = &self.world.store;
        let token = hash(&[format!("token-{who}").as_bytes()]);
        let session = store.session(&token).await.unwrap();
        let Some(session) = session.filter(|session| !session.has_ended(now())) else {
            return false;
        };
        let account = store.account(&session.user).await.unwrap();
        account.is_some_and(|account| account.disabled_at.is_none())
    }

    fn door(&self, who: &str) -> InProcess {
        match who {
            "nobody" => self.world.door(),
            "garbage" => self.world.door().with_token("%00; drop table=1"),
            person => self.world.door_of(person),
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Expected {
    /// That status.
    Exactly(u16),
    /// Whatever the state of things says to somebody who may.
    Admitted,
}

/// The body without the number of the request.
fn plain(reply: &Response) -> String {
    let id = reply.headers["x-request-id"].to_str().unwrap();
    String::from_utf8_lossy(&reply.body).replace(id, "")
}

fn header_names(reply: &Response) -> Vec<String> {
    let mut names: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
    names.sort();
    names
}
