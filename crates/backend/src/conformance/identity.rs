//! For whom a call is made: a page that one person opened does nothing in the session of another, and what nobody asked for by hand is no
//! use of a session.

use std::sync::Arc;

use axum::http::HeaderMap;
use contract::body::{ApplicationDraft, Me};
use contract::{Client, Kind};
use domain::account::{IDLE_S, SESSION_S};
use domain::role::Duty;

use super::entrance::{backend, comes, invited, later};
use super::world::*;
use crate::fixed::CountingIds;
use crate::store::Store;

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
