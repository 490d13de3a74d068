//! Idempotency keys.

use std::sync::Arc;

use contract::Kind;
use contract::body::{ApplicationDraft, LinkDraft};
use contract::client::With;
use futures_util::future::join;

use super::world::*;
use super::wrapped::Wrapped;
use crate::store::Store;

fn with(version: Option<u64>, key: &str) -> With {
    With {
        version,
        key: Some(key.into()),
    }
}

fn draft(channel: &str) -> LinkDraft {
    LinkDraft {
        channels: vec![channel_id(channel)],
        representative: None,
    }
}

pub(super) async fn a_repetition_happens_once(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, app) = (world.client("member"), app_id("app_new"));
    let first = client
        .link_create(&app, &draft("ch_a"), with(Some(1), "the-same-key"))
        .await
        .unwrap();
    let second = client
        .link_create(&app, &draft("ch_a"), with(Some(1), "the-same-key"))
        .await
        .unwrap();
    assert!(!first.replayed && second.replayed);
    assert_eq!((first.body, first.version), (second.body, second.version));
    let other = client
        .link_create(&app, &draft("ch_a2"), with(Some(2), "the-same-key"))
        .await;
    assert_eq!(kind(other), Kind::KeyReused);
    let elsewhere = ApplicationDraft { app: app.clone() };
    let elsewhere = client
        .application_create(&elsewhere, with(None, "the-same-key"))
        .await;
    assert_eq!(kind(elsewhere), Kind::KeyReused);
    let owner = world.client("owner");
    let own = owner
        .link_create(&app, &draft("ch_a2"), with(Some(2), "the-same-key"))
        .await
        .unwrap();
    assert!(!own.replayed, "a key is one person's own");
    let failed = client
        .link_create(&app, &draft("ch_plain"), with(Some(3), "key-of-a-refusal"))
        .await;
    assert!(matches!(kind(failed), Kind::Refused { .. }));
    let better = client
        .link_create(&app, &draft("ch_plain"), with(Some(2), "key-of-a-refusal"))
        .await;
    assert_eq!(
        kind(better),
        Kind::Stale { version: 3 },
        "a refusal is not kept"
    );
}

pub(super) async fn two_at_the_same_time_happen_once(store: Arc<dyn Store>) {
    let world = World::new(Arc::new(Wrapped::interleaved(store))).await;
    let (client, app) = (world.client("member"), app_id("app_new"));
    let (draft, start) = (draft("ch_a"), ApplicationDraft { app: app.clone() });
    let link = || client.link_create(&app, &draft, with(Some(1), "double-click"));
    let (a, b) = join(link(), link()).await;
    let (a, b) = (a.unwrap(), b.unwrap());
    assert!(a.replayed != b.replayed, "one of them did it");
    assert_eq!(a.body, b.body);
    let create = |key| client.application_create(&start, with(None, key));
    let (a, b) = join(create("first-tab-key"), create("other-tab-key")).await;
    assert_eq!(
        a.unwrap().body.application.id,
        b.unwrap().body.application.id
    );
}

/// After seven days nobody tries any more: a key that comes then is a new intention.
pub(super) async fn an_answer_is_given_again_for_seven_days(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let stay = session("member", now().plus_days(30));
    world.write(vec![stay]).await;
    let (client, app) = (world.client("member"), app_id("app_new"));
    let link = async || {
        let with = with(Some(1), "the-same-key");
        client.link_create(&app, &draft("ch_a"), with).await
    };
    assert!(!link().await.unwrap().replayed);
    world.clock.set(now().plus_days(7));
    assert!(link().await.unwrap().replayed);
    world.clock.set(now().plus_days(8));
    assert_eq!(kind(link().await), Kind::Stale { version: 2 });
    let again = client
        .link_delete(&app, &channel_id("ch_a"), world.at(2))
        .await;
    assert_eq!(again.unwrap().version, 3);
    let with = with(Some(3), "the-same-key");
    let anew = client.link_create(&app, &draft("ch_a"), with).await;
    assert!(!anew.unwrap().replayed, "the old answer gives way");
}
