//! Channels and apps that a file lists.

use std::sync::Arc;

use domain::directory::{Directory, Fault};
use domain::role::{AppRole, ChannelRole};

use super::world::*;
use crate::directory::{Plan, plan};
use crate::fixed::CountingIds;
use crate::http::hash;
use crate::store::{Batch, CommitError, Store};

const LISTED: &str = r#"{
    "channels": [{ "search_id": "새봄서점", "public_id": "_xsaebom", "name": "새봄 서점", "state": "plain", "master": "owner", "managers": ["member"] }],
    "apps": [{ "number": 4711, "name": "새봄", "company": "새봄", "kind": "basic", "owner": "owner" }]
}"#;

/// The number of an app: another one for each, beginning with 900001.
pub(super) fn number(id: &str) -> u64 {
    let digits = &hash(&[id.as_bytes()])[..8];
    9_000_010_000_000_000 + u64::from_str_radix(digits, 16).unwrap()
}

fn batch(plan: &Plan) -> Batch {
    Batch {
        expect: plan.expect.clone(),
        changes: plan.steps.concat(),
        ..Batch::default()
    }
}

pub(super) async fn what_a_file_lists_is_brought_in_once(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let bring_in = async |text: &str| {
        let directory: Directory = serde_json::from_str(text).unwrap();
        let ids = CountingIds::default();
        let plan = plan(&*world.store, &ids, &directory).await.unwrap()?;
        let done = world.store.commit(batch(&plan)).await;
        Ok::<_, Vec<(String, Fault)>>((plan.added, plan.changed, plan.same, done))
    };
    assert_eq!(bring_in(LISTED).await, Ok((2, 0, 0, Ok(()))));
    assert_eq!(bring_in(LISTED).await, Ok((0, 0, 2, Ok(()))));
    let there = world.store.channel_by_search_id("새봄서점").await;
    let channel = there.unwrap().unwrap();
    let role = async |who| {
        let role = world.store.channel_role(&user_id(who), &channel.id).await;
        role.unwrap()
    };
    assert_eq!(role("owner").await, Some(ChannelRole::Master));
    assert_eq!(role("member").await, Some(ChannelRole::Manager));

    // Facts follow the file; people are managed where the channel is.
    let moved = LISTED
        .replace("\"plain\"", "\"business\"")
        .replace("\"managers\": [\"member\"]", "\"managers\": []");
    assert_eq!(bring_in(&moved).await, Ok((0, 1, 1, Ok(()))));
    assert_eq!(role("member").await, Some(ChannelRole::Manager));
    let apps = world.store.apps_after(None, 100).await.unwrap();
    let app = apps.iter().find(|app| app.number == 4711).unwrap();
    let owner = world.store.app_role(&user_id("owner"), &app.id).await;
    assert_eq!(owner.unwrap(), Some(AppRole::Owner));

    let strange = LISTED.replace("\"member\"", "\"nobody\"");
    let refused = vec![("channels[0].managers".to_owned(), Fault::Person)];
    assert_eq!(bring_in(&strange).await, Err(refused));
}

pub(super) async fn a_listed_channel_that_changed_meanwhile_is_not_overwritten(
    store: Arc<dyn Store>,
) {
    let world = World::new(store).await;
    let read = |text: &str| serde_json::from_str::<Directory>(text).unwrap();
    let commit = async |directory: &Directory| {
        let plan = plan(&*world.store, &CountingIds::default(), directory).await;
        plan.unwrap().unwrap()
    };
    let first = commit(&read(LISTED)).await;
    world.store.commit(batch(&first)).await.unwrap();
    let one = commit(&read(&LISTED.replace("새봄 서점", "새봄 책방"))).await;
    let other = commit(&read(&LISTED.replace("새봄 서점", "새봄"))).await;
    world.store.commit(batch(&one)).await.unwrap();
    let late = world.store.commit(batch(&other)).await;
    assert_eq!(late, Err(CommitError::Stale));
}

/// Of two who bring in the same app at once one does, also where the file says nothing of channels; the other finds it there afterwards.
pub(super) async fn a_listed_app_that_came_meanwhile_is_not_there_twice(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let mut listed: Directory = serde_json::from_str(LISTED).unwrap();
    listed.channels.clear();
    let ids = CountingIds::default();
    let decide = async || plan(&*world.store, &ids, &listed).await.unwrap().unwrap();
    let (one, other) = (decide().await, decide().await);
    world.store.commit(batch(&one)).await.unwrap();
    let late = world.store.commit(batch(&other)).await;
    assert_eq!(late, Err(CommitError::Conflict));
    let anew = decide().await;
    assert_eq!((anew.added, anew.changed, anew.same), (0, 0, 1));
}
