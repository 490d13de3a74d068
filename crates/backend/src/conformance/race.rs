//! Forty people link forty channels to the same app at the same time. Ten may stay.

use std::sync::Arc;

use contract::Kind;
use contract::body::LinkDraft;
use domain::channel::ChannelState;
use domain::finding::Code;
use domain::link::LINKS_MAX;
use futures_util::future::join_all;

use super::world::*;
use super::wrapped::Wrapped;
use crate::store::{Change, Store};

const RACERS: usize = 40;

/// Ten of forty links are made, each in its own slot, and one of them is the representative one.
///
/// # Panics
/// When it is not so.
pub async fn the_limit_of_ten_holds_in_a_race(store: Arc<dyn Store>) {
    let linked = race(Arc::new(Wrapped::interleaved(store))).await;
    assert_eq!(linked, LINKS_MAX, "links that were made in a race");
}

/// The same race over a store that keeps no promise is lost: so the check above can fail.
///
/// # Panics
/// When the careless store passes.
pub async fn a_careless_store_is_caught(store: Arc<dyn Store>) {
    let linked = race(Arc::new(Wrapped::careless(store))).await;
    assert!(
        linked > LINKS_MAX,
        "the race found no fault in a store that has one"
    );
}

/// How many links the app has afterwards.
async fn race(store: Arc<dyn Store>) -> usize {
    let world = World::new(store).await;
    let names: Vec<String> = (0..RACERS).map(|n| format!("ch_r{n:02}")).collect();
    for name in &names {
        let channel = channel(name, name, ChannelState::Business, Some(OURS));
        world.write(vec![Change::PutChannel(channel)]).await;
        world.write(channel_roles(name).into()).await;
    }
    join_all(names.iter().map(|name| racer(&world, name))).await;
    let links = world
        .store
        .links_of_apps(&[app_id("app_new")])
        .await
        .unwrap();
    let mut slots: Vec<u8> = links.iter().map(|link| link.slot).collect();
    slots.sort_unstable();
    slots.dedup();
    if links.len() <= LINKS_MAX {
        assert_eq!(slots.len(), links.len(), "every link has its own slot");
        assert_eq!(links.iter().filter(|link| link.representative).count(), 1);
    }
    links.len()
}

/// Tries again as long as somebody else was faster.
async fn racer(world: &World, channel: &str) {
    let (client, app) = (world.client("member"), app_id("app_new"));
    let draft = LinkDraft {
        channels: vec![channel_id(channel)],
        representative: None,
    };
    for _ in 0..=RACERS {
        let version = client.app_get(&app).await.unwrap().version;
        let result = client.link_create(&app, &draft, world.at(version)).await;
        if result.is_ok() {
            return;
        }
        match kind(result) {
            Kind::Stale { .. } => {}
            Kind::Refused { findings } => {
                assert!(findings.iter().all(|finding| finding.code == Code::AppFull));
                return;
            }
            other => panic!("{other:?}"),
        }
    }
    panic!("somebody else was always faster");
}
