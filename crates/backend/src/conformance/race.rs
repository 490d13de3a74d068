//! Forty at the same time: links to the same app, files for the same application, the same request for a role,
//! links to a screen. What only so many
//! times may happen happens so many times; and over a store that keeps no promise it does not, so each of these checks can fail.

use std::sync::Arc;

use contract::Kind;
use contract::body::{EvidenceQuery, LinkDraft, RoleRequestDraft, ShareDraft};
use contract::error::FieldFault;
use domain::application::WhyNot;
use domain::channel::ChannelState;
use domain::evidence::{FILES_MAX, FileProblem};
use domain::finding::Code;
use domain::id::RoleRequestId;
use domain::link::LINKS_MAX;
use domain::role::{REQUESTS_OPEN_MAX, RoleRequest, RoleRequestState, RoleWanted};
use domain::share::OPEN_MAX;
use futures_util::future::join_all;

use super::world::*;
use super::wrapped::Wrapped;
use crate::store::{Change, Store};

const RACERS: usize = 40;

/// Ten of forty links are made, each in its own slot, and one of them is the representative one; ten of forty files are taken; one
/// of forty requests is opened.
pub(super) async fn limits_hold_in_a_race(links: Arc<dyn Store>, others: Arc<dyn Store>) {
    let linked = link_race(Arc::new(Wrapped::interleaved(links))).await;
    assert_eq!(linked, LINKS_MAX, "links that were made in a race");
    let world = World::new(Arc::new(Wrapped::interleaved(others))).await;
    let files = file_race(&world).await;
    assert_eq!(files, FILES_MAX, "files that were taken in a race");
    let requests = request_race(&world).await;
    assert_eq!(requests, 1, "requests that were opened in a race");
    let open = open_requests_race(&world).await;
    assert_eq!(open, REQUESTS_OPEN_MAX, "requests open after a race");
    let shares = share_race(&world).await;
    assert_eq!(
        shares, OPEN_MAX,
        "links to a screen that were made in a race"
    );
}

/// The same races over stores that keep no promise are lost.
pub(super) async fn a_careless_store_is_caught(links: Arc<dyn Store>, others: Arc<dyn Store>) {
    let linked = link_race(Arc::new(Wrapped::careless(links))).await;
    let world = World::new(Arc::new(Wrapped::careless(others))).await;
    let files = file_race(&world).await;
    let requests = request_race(&world).await;
    let open = open_requests_race(&world).await;
    let shares = share_race(&world).await;
    assert!(
        linked > LINKS_MAX
            && files > FILES_MAX
            && requests > 1
            && open > REQUESTS_OPEN_MAX
            && shares > OPEN_MAX,
        "a race found no fault in a store that has one: {linked} links, {files} files, {requests} and {open} requests, {shares} shares"
    );
}

/// How many links the app has afterwards.
async fn link_race(store: Arc<dyn Store>) -> usize {
    let world = World::new(store).await;
    let names: Vec<String> = (0..RACERS).map(|n| format!("ch_r{n:02}")).collect();
    for name in &names {
        let channel = channel(name, name, ChannelState::Business, Some(OURS));
        world.write(vec![Change::PutChannel(channel)]).await;
        world.write(channel_roles(name).into()).await;
    }
    join_all(names.iter().map(|name| linker(&world, name))).await;
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
async fn linker(world: &World, channel: &str) {
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

/// How many files the application has afterwards. Whoever is refused is told why, at the first attempt.
async fn file_race(world: &World) -> usize {
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let name = EvidenceQuery {
        name: "x.pdf".into(),
    };
    let uploads =
        (0..RACERS).map(|_| client.evidence_create(&id, &name, PDF.to_vec(), world.with_key()));
    for result in join_all(uploads).await {
        if result.is_err() {
            let problem = FileProblem::TooMany;
            assert_eq!(kind(result), Kind::File { problem });
        }
    }
    world.store.files(&id).await.unwrap().len()
}

/// How many links show the screen of the application afterwards; there was one before.
async fn share_race(world: &World) -> usize {
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let draft = ShareDraft { days: 1 };
    let shares = (0..RACERS).map(|_| client.share_create(&id, &draft, world.with_key()));
    for result in join_all(shares).await {
        if result.is_err() {
            let why = WhyNot::EnoughShares;
            assert_eq!(kind(result), Kind::WrongState { why });
        }
    }
    world.store.shares(&id).await.unwrap().len()
}

/// How many open requests of the same person for the same role there are afterwards.
async fn request_race(world: &World) -> usize {
    let client = world.client("other");
    let draft = RoleRequestDraft {
        wanted: RoleWanted::ChannelManager {
            channel: channel_id("ch_a2"),
        },
        note: String::new(),
    };
    let requests = (0..RACERS).map(|_| client.role_request_create(&draft, world.with_key()));
    for result in join_all(requests).await {
        if result.is_err() {
            let Kind::Invalid { fields } = kind(result) else {
                panic!("not invalid");
            };
            assert_eq!(fields[0].problem, FieldFault::Already);
        }
    }
    let asked = world.store.role_requests_by(&user_id("other")).await;
    asked.unwrap().len()
}

/// How many open requests of the same person there are afterwards; before there was room for one.
async fn open_requests_race(world: &World) -> usize {
    let wanted = |name: &str| RoleWanted::ChannelManager {
        channel: channel_id(name),
    };
    let request = |n| RoleRequest {
        id: RoleRequestId::parse(&format!("rr_open_{n}")).unwrap(),
        by: user_id("below"),
        wanted: wanted("ch_a2"),
        note: String::new(),
        state: RoleRequestState::Open,
        asked_at: now(),
        decided_at: None,
        version: 1,
    };
    let open = (1..REQUESTS_OPEN_MAX).map(|n| Change::PutRoleRequest(request(n)));
    world.write(open.collect()).await;
    let names: Vec<String> = (0..RACERS).map(|n| format!("ch_q{n:02}")).collect();
    for name in &names {
        let channel = channel(name, name, ChannelState::Business, Some(OURS));
        world.write(vec![Change::PutChannel(channel)]).await;
    }
    let client = world.client("below");
    let drafts: Vec<RoleRequestDraft> = names
        .iter()
        .map(|name| RoleRequestDraft {
            wanted: wanted(name),
            note: String::new(),
        })
        .collect();
    let requests = drafts
        .iter()
        .map(|draft| client.role_request_create(draft, world.with_key()));
    for result in join_all(requests).await {
        if result.is_err() {
            let why = WhyNot::EnoughRequests;
            assert_eq!(kind(result), Kind::WrongState { why });
        }
    }
    let asked = world.store.role_requests_by(&user_id("below")).await;
    asked.unwrap().len()
}
