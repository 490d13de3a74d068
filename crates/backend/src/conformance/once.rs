//! Idempotency keys.

use std::sync::Arc;

use contract::Kind;
use contract::body::{ApplicationDraft, LinkDraft};
use contract::client::With;
use contract::endpoint::{Endpoint, Facts, LinkCreate, LinkDelete, fill};
use contract::transport::Request;
use domain::application::Status;
use domain::record::Outcome;
use futures_util::future::join;

use super::world::*;
use super::wrapped::Wrapped;
use crate::fault::UNKNOWN;
use crate::store::{Change, RecordAsk, Store};

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

/// A store that writes and does not say so: whoever sent a key is answered as if they had asked twice; whoever sent a version is told that
/// nobody knows, and finds out by sending it again.
pub(super) async fn what_nobody_knows_the_outcome_of_happens_once(store: Arc<dyn Store>) {
    let world = World::new(store.clone()).await;
    let unsure = World::over(Arc::new(Wrapped::silent(store)));
    let request = |facts: Facts, ids: &[&str], version: u64| Request {
        method: facts.method,
        path: fill(facts.path, ids),
        headers: vec![("if-match", format!("\"{version}\""))],
        body: Vec::new(),
    };
    let mut link = request(LinkCreate::FACTS, &["app_new"], 1);
    link.headers
        .push(("content-type", "application/json".to_owned()));
    link.headers
        .push(("idempotency-key", "not-known-key".to_owned()));
    link.body = serde_json::to_vec(&draft("ch_a")).unwrap();
    for world in [&unsure, &world] {
        let told = world.door_of("member").call(link.clone()).await.unwrap();
        assert_eq!(told.status, 200);
        assert!(
            told.headers.contains_key("idempotency-replayed"),
            "it was done"
        );
    }
    let unlink = request(LinkDelete::FACTS, &["app_new", "ch_a"], 2);
    // The store goes away in the same moment, and cannot be asked how it is now.
    let gone = World::over(Arc::new(Wrapped::vanishing(world.store.clone())));
    let told = gone.door_of("member").call(unlink.clone()).await.unwrap();
    let problem: serde_json::Value = serde_json::from_slice(&told.body).unwrap();
    assert_eq!((told.status, &problem["detail"]), (503, &UNKNOWN.into()));
    let again = world.door_of("member").call(unlink).await.unwrap();
    assert_eq!(again.status, 412, "it was done");
}

/// However often an application is started that is there already, with a new key each time: nothing is kept of it.
pub(super) async fn finding_what_is_there_leaves_nothing_behind(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let start = ApplicationDraft {
        app: app_id("app_a"),
    };
    let head = world.store.chain_head().await.unwrap();
    for n in 0..3 {
        let key = format!("key-of-one-more-{n}");
        let client = world.client("member");
        let found = client.application_create(&start, with(None, &key)).await;
        assert_eq!(
            found.unwrap().body.application.id,
            application_id("ap_draft")
        );
        let kept = world.store.answer(&user_id("member"), &key).await.unwrap();
        assert_eq!(kept, None);
    }
    assert_eq!(world.store.chain_head().await.unwrap(), head);
}

/// What shows a whole application is not kept for every repetition: it is read again, by whoever may read it.
pub(super) async fn what_shows_an_application_is_read_anew(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (member, reviewer) = (world.client("member"), world.client("reviewer"));
    let id = application_id("ap_draft");
    let submit = || member.application_submit(&id, with(Some(2), "key-of-submitting"));
    let (first, again) = (submit().await.unwrap(), submit().await.unwrap());
    assert!(!first.replayed && again.replayed);
    assert_eq!((&first.body, first.version), (&again.body, again.version));
    let open = || reviewer.review_open(&id, with(Some(3), "key-of-opening"));
    let (first, again) = (open().await.unwrap(), open().await.unwrap());
    assert!(!first.replayed && again.replayed);
    assert_eq!((first.body, first.version), (again.body, again.version));
    for (who, key) in [
        ("member", "key-of-submitting"),
        ("reviewer", "key-of-opening"),
    ] {
        let kept = world.store.answer(&user_id(who), key).await.unwrap();
        assert_eq!(kept.unwrap().body, b"", "{key}");
    }
    let last = async || {
        let ask = RecordAsk {
            rows: 1,
            ..RecordAsk::default()
        };
        let found = world.store.records(&ask).await.unwrap();
        let entry = &found.rows.first().unwrap().entry;
        (entry.operation.clone(), entry.outcome)
    };
    let seen = ("review_get".to_owned(), Outcome::Seen);
    assert_eq!(last().await, seen, "what it is now is seen once more");
    let now = submit().await.unwrap();
    assert_eq!(now.body.application.status, Status::InReview);
    assert_eq!((now.version, now.replayed), (4, true));
    let removed = Change::RemoveAppRole(user_id("member"), app_id("app_a"));
    world.write(vec![removed]).await;
    assert_eq!(kind(submit().await), Kind::NotFound);
    let refused = ("application_get".to_owned(), Outcome::Refused);
    assert_eq!(last().await, refused, "it was submitted, but not shown");
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
