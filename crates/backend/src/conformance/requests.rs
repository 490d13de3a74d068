//! Role requests, and what may be told of a channel.

use std::sync::Arc;

use contract::Kind;
use contract::body::{Lookup, LookupQuery, RoleDecision, RoleRequestDraft};
use contract::error::FieldFault;
use domain::application::WhyNot;
use domain::id::RoleRequestId;
use domain::role::{
    ChannelRole, NOTE_CHARS_MAX, REQUESTS_OPEN_MAX, RoleRequest, RoleRequestState, RoleWanted,
};

use super::world::*;
use crate::store::{Change, Store};

fn ask(channel: &str, note: &str) -> RoleRequestDraft {
    RoleRequestDraft {
        wanted: RoleWanted::ChannelManager {
            channel: channel_id(channel),
        },
        note: note.into(),
    }
}

pub(super) async fn a_role_is_asked_for_and_given(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (other, owner) = (world.client("other"), world.client("owner"));
    let asked = other
        .role_request_create(&ask("ch_a", " 부탁합니다 "), world.with_key())
        .await
        .unwrap();
    assert_eq!(asked.version, 1);
    assert_eq!(asked.body.decider, "", "a stranger is not told who that is");
    assert_eq!(asked.body.request.note, "부탁합니다");
    let problem = |result| match kind(result) {
        Kind::Invalid { fields } => fields[0].problem.clone(),
        other => panic!("{other:?}"),
    };
    let twice = other
        .role_request_create(&ask("ch_a", ""), world.with_key())
        .await;
    assert_eq!(problem(twice), FieldFault::Already);
    let has = owner
        .role_request_create(&ask("ch_a", ""), world.with_key())
        .await;
    assert_eq!(problem(has), FieldFault::Already);
    let none = other
        .role_request_create(&ask("ch_none", ""), world.with_key())
        .await;
    assert_eq!(problem(none), FieldFault::Unknown);
    let long = "가".repeat(NOTE_CHARS_MAX + 1);
    let long = other
        .role_request_create(&ask("ch_a2", &long), world.with_key())
        .await;
    assert_eq!(problem(long), FieldFault::TooLong(NOTE_CHARS_MAX));

    assert_eq!(owner.me_get().await.unwrap().body.requests_waiting, 2);
    let incoming = owner.role_request_list().await.unwrap().body.incoming;
    assert_eq!(incoming.len(), 2);
    assert!(incoming.iter().all(|row| row.visible));
    let outgoing = other.role_request_list().await.unwrap().body.outgoing;
    let visible: Vec<bool> = outgoing.iter().map(|row| row.visible).collect();
    assert_eq!(visible, [false], "there is no role yet to open it with");

    let (id, yes) = (asked.body.request.id, RoleDecision { grant: true });
    let member = world
        .client("member")
        .role_request_decide(&id, &yes, world.at(1))
        .await;
    assert_eq!(kind(member), Kind::NotFound, "a manager does not decide");
    let stale = owner.role_request_decide(&id, &yes, world.at(9)).await;
    assert_eq!(kind(stale), Kind::Stale { version: 1 });
    let granted = owner
        .role_request_decide(&id, &yes, world.at(1))
        .await
        .unwrap();
    assert_eq!(granted.version, 2);
    assert_eq!(granted.body.request.state, RoleRequestState::Granted);
    let role = other
        .channel_get(&channel_id("ch_a"))
        .await
        .unwrap()
        .body
        .row
        .role;
    assert_eq!(role, ChannelRole::Manager);
    let outgoing = other.role_request_list().await.unwrap().body.outgoing;
    assert!(outgoing[0].visible);
    let again = owner.role_request_decide(&id, &yes, world.at(2)).await;
    assert_eq!(
        kind(again),
        Kind::WrongState {
            why: WhyNot::AlreadyDecided
        }
    );
}

/// Answered ones may be as many as they like: an open one is shown and counted, cannot be made twice, and goes with its author.
pub(super) async fn open_requests_stay_in_sight_and_are_not_without_end(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (other, owner) = (world.client("other"), world.client("owner"));
    let (wanted, elsewhere) = (ask("ch_a", ""), ask("ch_a2", ""));
    let asked = other.role_request_create(&wanted, world.with_key());
    let asked = asked.await.unwrap().body.request;
    let waiting = owner.me_get().await.unwrap().body.requests_waiting;
    let later = |n: usize, state| {
        Change::PutRoleRequest(RoleRequest {
            id: RoleRequestId::parse(&format!("rr_later_{n}")).unwrap(),
            state,
            asked_at: now().plus_days(1),
            ..asked.clone()
        })
    };
    let declined = (0..210).map(|n| later(n, RoleRequestState::Declined));
    world.write(declined.collect()).await;
    assert_eq!(owner.me_get().await.unwrap().body.requests_waiting, waiting);
    let incoming = owner.role_request_list().await.unwrap().body.incoming;
    assert!(incoming.iter().any(|row| row.request.id == asked.id));
    let twice = other.role_request_create(&wanted, world.with_key());
    assert!(matches!(kind(twice.await), Kind::Invalid { .. }));
    let open = (1..REQUESTS_OPEN_MAX).map(|n| later(n, RoleRequestState::Open));
    world.write(open.collect()).await;
    let more = other.role_request_create(&elsewhere, world.with_key());
    let why = WhyNot::EnoughRequests;
    assert_eq!(kind(more.await), Kind::WrongState { why });
}

pub(super) async fn what_may_be_told_of_a_channel(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let look = async |who: &str, search_id: &str| {
        let query = LookupQuery {
            search_id: search_id.into(),
        };
        world.client(who).channel_lookup(&query).await.unwrap().body
    };
    assert_eq!(look("other", "@nothing").await, Lookup::Unknown);
    assert_eq!(look("other", "no such ID!").await, Lookup::Unknown);
    let told = Lookup::NoRole {
        channel: channel_id("ch_a"),
        name: "별하 커피".into(),
    };
    assert_eq!(look("other", " @cha ").await, told);
    let Lookup::InList { row } = look("below", "cha").await else {
        panic!("not in the list");
    };
    assert_eq!(row.channel.number.as_deref(), Some("999-01-•••••"));
    assert_eq!(row.master, "owner 님");
}
