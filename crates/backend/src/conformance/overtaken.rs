//! Roles that change while something is decided on them: between the deciding and the writing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use contract::Kind;
use contract::body::{HandOverDraft, LinkDraft, RoleDecision, RoleRequestDraft};
use contract::endpoint::{
    AppMemberRemove, ChannelHandOver, ChannelMemberRemove, Endpoint, Facts, fill,
};
use contract::transport::Request;
use domain::role::{ChannelRole, RoleWanted};
use serde::Serialize;

use super::world::*;
use super::wrapped::Wrapped;
use crate::in_process::InProcess;
use crate::store::{Change, Store};

fn heir(who: &str) -> HandOverDraft {
    HandOverDraft { to: user_id(who) }
}

/// What was decided on roles that have changed before it is written is decided anew. Over stores that do not look whether what a batch
/// relies on is still so, each of these ends wrong.
pub(super) async fn roles_that_change_in_between_count(stores: [Arc<dyn Store>; 4]) {
    let sound = Outcomes::of(&stores, false).await;
    assert_eq!(sound, Outcomes::SOUND);
}

/// The same over stores that do not look.
pub(super) async fn a_store_that_does_not_look_is_caught(stores: [Arc<dyn Store>; 4]) {
    let careless = Outcomes::of(&stores, true).await;
    assert_eq!(
        careless,
        Outcomes {
            heads_after_two: 2,
            heads_after_grant: 0,
            linked_channel: true,
            linked_app: true,
        }
    );
}

#[derive(Debug, PartialEq, Eq)]
struct Outcomes {
    /// Masters after two hand-overs at once.
    heads_after_two: usize,
    /// Masters after a role was granted to somebody who was being made master.
    heads_after_grant: usize,
    /// Whether somebody linked a channel after they were removed from it.
    linked_channel: bool,
    /// Whether somebody linked to an app after they were removed from it.
    linked_app: bool,
}

impl Outcomes {
    const SOUND: Outcomes = Outcomes {
        heads_after_two: 1,
        heads_after_grant: 1,
        linked_channel: false,
        linked_app: false,
    };

    async fn of(stores: &[Arc<dyn Store>; 4], careless: bool) -> Outcomes {
        let [two, grant, channel, app] = stores;
        Outcomes {
            heads_after_two: heads_after_two(two, careless).await,
            heads_after_grant: heads_after_grant(grant, careless).await,
            linked_channel: linked(channel, careless, ChannelMemberRemove::FACTS, "ch_a").await,
            linked_app: linked(app, careless, AppMemberRemove::FACTS, "app_new").await,
        }
    }
}

/// The store, in front of which that request of the owner's is answered just before the first batch that `is_it` is written.
async fn overtaken(
    store: &Arc<dyn Store>,
    careless: bool,
    is_it: fn(&Change) -> bool,
    request: (Facts, &[&str], &[u8]),
) -> World {
    let world = World::new(store.clone()).await;
    behind(&world, careless, is_it, ("owner", 1), request)
}

/// The store of a world, in front of which that request of somebody's, at that version, is answered just before the first batch that
/// `is_it` is written.
pub(super) fn behind(
    world: &World,
    careless: bool,
    is_it: fn(&Change) -> bool,
    (who, version): (&str, u64),
    (facts, ids, body): (Facts, &[&str], &[u8]),
) -> World {
    let (store, door): (_, InProcess) = (world.store.clone(), world.door_of(who));
    let mut headers = vec![
        ("content-type", "application/json".to_owned()),
        ("if-match", format!("\"{version}\"")),
        ("idempotency-key", "key-in-between".to_owned()),
    ];
    if body.is_empty() {
        headers.remove(0);
    }
    let request = Request {
        method: facts.method,
        path: fill(facts.path, ids),
        headers,
        body: body.to_vec(),
    };
    let done = Arc::new(AtomicBool::new(false));
    let wrapped = if careless {
        Wrapped::twisted(store, |batch| batch.expect.clear())
    } else {
        Wrapped::interleaved(store)
    };
    let wrapped = wrapped.meanwhile(Box::new(move |batch| {
        let due = batch.changes.iter().any(is_it) && !done.swap(true, Ordering::SeqCst);
        let (door, request) = (door.clone(), request.clone());
        Box::pin(async move {
            if due {
                let reply = door.call(request).await.unwrap();
                assert_eq!(reply.status, 200, "what is in between is done");
            }
        })
    }));
    World::over(Arc::new(wrapped))
}

pub(super) fn json(body: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(body).unwrap()
}

async fn masters(store: &Arc<dyn Store>) -> usize {
    let members = store.channel_members(&channel_id("ch_a")).await.unwrap();
    let masters = members
        .iter()
        .filter(|(_, role)| *role == ChannelRole::Master);
    masters.count()
}

/// The owner hands over to one, and in between to another.
async fn heads_after_two(store: &Arc<dyn Store>, careless: bool) -> usize {
    let is_it = |change: &Change| matches!(change, Change::SetChannelRole(..));
    let other = (
        ChannelHandOver::FACTS,
        &["ch_a"][..],
        &json(&heir("below"))[..],
    );
    let world = overtaken(store, careless, is_it, other).await;
    let client = world.client("owner");
    let result = client
        .channel_hand_over(&channel_id("ch_a"), &heir("member"), world.at(1))
        .await;
    if !careless {
        assert_eq!(kind(result), Kind::Stale { version: 2 });
    }
    masters(store).await
}

/// The owner makes somebody manager who asked for it, and in between hands all over to them.
async fn heads_after_grant(store: &Arc<dyn Store>, careless: bool) -> usize {
    let is_it = |change: &Change| matches!(change, Change::SetChannelRole(..));
    let other = (
        ChannelHandOver::FACTS,
        &["ch_a"][..],
        &json(&heir("below"))[..],
    );
    let world = overtaken(store, careless, is_it, other).await;
    let wanted = RoleRequestDraft {
        wanted: RoleWanted::ChannelManager {
            channel: channel_id("ch_a"),
        },
        note: String::new(),
    };
    let client = world.client("below");
    let asked = client.role_request_create(&wanted, world.with_key()).await;
    let id = asked.unwrap().body.request.id;
    let decided = world
        .client("owner")
        .role_request_decide(&id, &RoleDecision { grant: true }, world.at(1))
        .await;
    if !careless {
        // They are no longer the one who decides.
        assert_eq!(kind(decided), Kind::NotFound);
    }
    masters(store).await
}

/// Somebody links `ch_a` to `app_new`, and in between loses their role on one of the two.
async fn linked(store: &Arc<dyn Store>, careless: bool, facts: Facts, place: &str) -> bool {
    let is_it = |change: &Change| matches!(change, Change::PutLink(_));
    let other = (facts, &[place, "member"][..], &[][..]);
    let world = overtaken(store, careless, is_it, other).await;
    let draft = LinkDraft {
        channels: vec![channel_id("ch_a")],
        representative: None,
    };
    let app = app_id("app_new");
    let result = world
        .client("member")
        .link_create(&app, &draft, world.at(1))
        .await;
    let links = store.links_of_apps(&[app]).await.unwrap();
    assert_eq!(
        links.is_empty(),
        result.is_err(),
        "what is refused is not done"
    );
    !links.is_empty()
}
