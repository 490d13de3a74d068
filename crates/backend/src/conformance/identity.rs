//! For whom a call is made: a page that one person opened does nothing in the session of another, and what nobody asked for by hand is no
//! use of a session.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{self, HeaderMap};
use contract::body::{ApplicationDraft, Me};
use contract::endpoint::{
    ApplicationGet, ApplicationSave, Endpoint as _, Facts, MeGet, Method, fill,
};
use contract::transport::Request;
use contract::{Client, Kind};
use domain::account::{IDLE_S, SESSION_S};
use domain::role::Duty;
use tower::ServiceExt as _;

use super::entrance::{backend, comes, invited, later};
use super::world::*;
use crate::fixed::CountingIds;
use crate::router;
use crate::store::{Batch, Change, Store};

pub(super) async fn a_call_for_somebody_else_is_refused_and_leaves_no_trace(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let member = world.client("member");
    let draft = ApplicationDraft {
        app: app_id("app_new"),
    };
    let entries = async || world.store.records_after(0, 100).await.unwrap().len();
    let before = (member.application_list().await, entries().await);
    // The page is the owner's, the cookie is the member's by now.
    let page = world.client("member").speaking_for(Some(user_id("owner")));
    let started = page.application_create(&draft, world.with_key()).await;
    assert_eq!(kind(started), Kind::OtherUser);
    assert_eq!(kind(page.me_get().await), Kind::OtherUser);
    assert_eq!(kind(page.sign_out().await), Kind::OtherUser);
    assert_eq!((member.application_list().await, entries().await), before);
    // Whoever says their own name is heard, and whoever says none.
    let own = member.clone().speaking_for(Some(user_id("member")));
    assert_eq!(own.me_get().await, member.me_get().await);
    own.application_create(&draft, world.with_key())
        .await
        .unwrap();
    assert_ne!((member.application_list().await, entries().await), before);
    own.sign_out().await.unwrap();
    assert_eq!(kind(own.me_get().await), Kind::SignIn);
}

pub(super) async fn what_a_program_asks_by_itself_does_not_prolong_a_session(
    store: Arc<dyn Store>,
) {
    let world = World::new(store).await;
    let backend = backend(&world);
    let invitation = invited(&world, &CountingIds::default(), Duty::Applicant).await;
    let token = comes(&backend, "a", Some(&invitation), &HeaderMap::new())
        .await
        .unwrap();
    let person = Client::new(Arc::new(world.door().with_token(&token)));
    let program = person.clone().unattended();
    let left = |me: Me| i64::from(me.session_left_s);
    assert_eq!(left(person.me_get().await.unwrap().body), IDLE_S);
    world.clock.set(later(IDLE_S - 5));
    assert_eq!(left(program.me_get().await.unwrap().body), 5);
    assert_eq!(left(person.me_get().await.unwrap().body), IDLE_S);
    world.clock.set(later(2 * IDLE_S - 5));
    assert_eq!(kind(program.me_get().await), Kind::SignIn);
    let again = comes(&backend, "a", None, &HeaderMap::new()).await.unwrap();
    let person = Client::new(Arc::new(world.door().with_token(&again)));
    let begun = 2 * IDLE_S - 5;
    for hour in 1..SESSION_S / 3_600 {
        world.clock.set(later(begun + hour * 3_600));
        person.me_get().await.unwrap();
    }
    let me = person.me_get().await.unwrap().body;
    assert_eq!(left(me), 3_600, "its age ends it, however much it is used");
}

pub(super) async fn what_a_page_of_another_site_asks_does_not_prolong_a_session(
    store: Arc<dyn Store>,
) {
    let world = World::new(store).await;
    let invitation = invited(&world, &CountingIds::default(), Duty::Applicant).await;
    let token = comes(&backend(&world), "a", Some(&invitation), &HeaderMap::new())
        .await
        .unwrap();
    let browser = world.door().with_token(&token);
    world.clock.set(later(IDLE_S - 5));
    let request = Request {
        method: Method::Get,
        path: MeGet::FACTS.path.to_owned(),
        headers: vec![("sec-fetch-site", "cross-site".to_owned())],
        body: Vec::new(),
    };
    assert_eq!(browser.call(request).await.unwrap().status, 403);
    world.clock.set(later(IDLE_S + 1));
    let person = Client::new(Arc::new(browser));
    assert_eq!(kind(person.me_get().await), Kind::SignIn);
}

/// Headers come, the session ends, then the body comes: as a program does it that keeps a request open for the case that it is shut out.
pub(super) async fn what_comes_after_the_end_of_its_session_is_not_heard(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let router = router(backend(&world));
    let answered = async |facts: Facts, body: Vec<u8>, ends: bool| {
        let (store, member) = (world.store.clone(), user_id("member"));
        let body = async move {
            let end = Batch {
                changes: vec![Change::EndSessions(member, None)],
                ..Batch::default()
            };
            if ends {
                store.commit(end).await.unwrap();
            }
            Ok::<_, Infallible>(body)
        };
        let body = Body::from_stream(futures_util::stream::once(Box::pin(body)));
        let request = http::Request::builder()
            .method(facts.method.word())
            .uri(fill(facts.path, &["ap_draft"]))
            .header("cookie", "syncdesk_session=token-member")
            .header("content-type", "application/json")
            .header("if-match", "\"2\"");
        let request = request.body(body).unwrap();
        router.clone().oneshot(request).await.unwrap().status()
    };
    let form = serde_json::to_vec(&sound_form()).unwrap();
    assert_eq!(
        answered(ApplicationGet::FACTS, Vec::new(), false).await,
        200
    );
    assert_eq!(answered(ApplicationGet::FACTS, Vec::new(), true).await, 401);
    world
        .write(vec![session("member", now().plus_days(1))])
        .await;
    assert_eq!(
        answered(ApplicationSave::FACTS, form.clone(), true).await,
        401
    );
    let draft = world.store.application(&application_id("ap_draft")).await;
    assert_eq!(draft.unwrap().unwrap().version, 2);
    world
        .write(vec![session("member", now().plus_days(1))])
        .await;
    assert_eq!(answered(ApplicationSave::FACTS, form, false).await, 200);
}
