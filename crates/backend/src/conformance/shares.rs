//! Links that show a consent screen: what they show, to whom, and until when.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use contract::body::ShareDraft;
use contract::client::{Tagged, With};
use contract::endpoint::{Endpoint, ShareOpen, fill};
use contract::error::FieldFault;
use contract::transport::Request;
use contract::{ApiError, Client, Failure, Kind};
use domain::application::{AppFacts, ChannelFacts, Document, Format, WhyNot};
use domain::channel::ChannelState;
use domain::consent_screen::of;
use domain::id::{ShareId, ShareToken};
use domain::record::{Outcome, Record};
use domain::share::{End, KEPT_MAX, OPEN_MAX};
use domain::time::Time;

use super::world::*;
use super::wrapped::Wrapped;
use crate::http::hash;
use crate::in_process::Response;
use crate::store::{Batch, Change, ShareRecord, Store};

/// A link to the screen of `ap_draft`, open for a week.
pub(super) fn share(id: &str, token: &str) -> ShareRecord {
    ShareRecord {
        id: ShareId::parse(id).unwrap(),
        application: application_id("ap_draft"),
        token_hash: hash(&[token.as_bytes()]),
        by: user_id("member"),
        made_at: now(),
        expires_at: now().plus_days(7),
        revoked_at: None,
        document: domain::share::shown(&document("app_a")),
    }
}

/// What the check reads of a sound application.
pub(super) fn document(app_name: &str) -> Document {
    Document {
        format: Format::V1,
        goal: domain::application::Goal::Sync,
        app: AppFacts::from(&app(app_name, "별하 주문", OURS)),
        channels: vec![ChannelFacts::of(
            &channel("ch_a", "별하 커피", ChannelState::Business, Some(OURS)),
            true,
        )],
        form: sound_form(),
    }
}

/// What somebody without a session gets for that token.
async fn open(world: &World, token: &str) -> Response {
    let path = fill(ShareOpen::FACTS.path, &[token]);
    let request = Request {
        method: ShareOpen::FACTS.method,
        path,
        headers: Vec::new(),
        body: Vec::new(),
    };
    world.door().call(request).await.unwrap()
}

fn problem(response: &Response) -> Kind {
    let error: ApiError = serde_json::from_slice(&response.body).unwrap();
    assert_eq!(response.status, error.status);
    assert_eq!(response.headers["content-type"], "application/problem+json");
    error.kind
}

async fn make(world: &World, days: u8) -> (ShareId, ShareToken) {
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let draft = ShareDraft { days };
    let made = client.share_create(&id, &draft, world.with_key()).await;
    let made = made.unwrap().body;
    (made.share.id, made.token.unwrap())
}

pub(super) async fn a_link_shows_the_screen_and_nothing_else(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let (draft, once) = (
        ShareDraft { days: 7 },
        With {
            version: None,
            key: Some("one-intention".into()),
        },
    );
    let made = client
        .share_create(&id, &draft, once.clone())
        .await
        .unwrap();
    let token = made.body.token.clone().unwrap();
    assert!(token.as_str().len() >= 26, "128 bits and more");
    assert_eq!(made.body.share.by, "member 님");
    let again = client.share_create(&id, &draft, once).await.unwrap();
    assert!(again.replayed);
    assert_eq!(
        (&again.body.share, &again.body.token),
        (&made.body.share, &None),
        "the token is told once"
    );
    let (_, kept) = (
        world
            .store
            .answer(&user_id("member"), "one-intention")
            .await,
        world.store.shares(&id).await.unwrap(),
    );
    assert!(
        kept.iter()
            .all(|one| !format!("{one:?}").contains(token.as_str())),
        "only its hash is kept"
    );
    assert!(
        kept.iter()
            .any(|one| one.token_hash == hash(&[token.as_str().as_bytes()]))
    );

    let nobody = Client::new(Arc::new(world.door()));
    let seen = nobody.share_open(&token).await.unwrap().body;
    let document = client.application_export(&id).await.unwrap().body;
    assert_eq!(of(&seen.document), of(&document), "the screen is the same");
    assert_eq!(
        (seen.shared_at, seen.expires_at),
        (now(), now().plus_days(7))
    );
    let body = String::from_utf8(open(&world, token.as_str()).await.body).unwrap();
    for secret in [
        "배송",
        "주문자",
        "99901",
        "김하린",
        "member",
        "ap_draft",
        "app_a",
        "ch_a",
        "byeolha.example/join",
        "별하 주문 서비스",
    ] {
        assert!(!body.contains(secret), "{secret} in {body}");
    }
    // It stays as it was, whatever becomes of the draft.
    let mut form = sound_form();
    form.terms.clear();
    client
        .application_save(&id, &form, world.at(2))
        .await
        .unwrap();
    let later = nobody.share_open(&token).await.unwrap().body;
    assert_eq!(later, seen);
    let below = world.client("below");
    let listed = below.share_list(&id).await.unwrap().body.shares;
    assert_eq!(
        listed.len(),
        2,
        "whoever may read it sees which links there are"
    );
    assert!(listed.contains(&made.body.share));
}

pub(super) async fn a_link_ends_and_says_so_to_who_holds_it(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    for days in [0, 2, 31] {
        let refused = client
            .share_create(&id, &ShareDraft { days }, world.with_key())
            .await;
        let Kind::Invalid { fields } = kind(refused) else {
            panic!("{days} days")
        };
        assert_eq!(
            (fields[0].field.as_str(), &fields[0].problem),
            ("days", &FieldFault::Unknown)
        );
    }
    let (short, short_token) = make(&world, 1).await;
    let (long, long_token) = make(&world, 30).await;
    client.share_revoke(&id, &long).await.unwrap();
    client.share_revoke(&id, &long).await.unwrap();
    let revoked = Kind::Ended {
        end: End::Revoked,
        ended_at: now(),
    };
    assert_eq!(problem(&open(&world, long_token.as_str()).await), revoked);
    assert_eq!(open(&world, short_token.as_str()).await.status, 200);
    world.clock.set(now().plus_days(1));
    let expired = Kind::Ended {
        end: End::Expired,
        ended_at: now().plus_days(1),
    };
    assert_eq!(problem(&open(&world, short_token.as_str()).await), expired);
    for never in [
        "see_00000000000000000000000000",
        "nonsense",
        "..%2F",
        &"x".repeat(41),
        long_token.as_str().get(1..).unwrap(),
    ] {
        assert_eq!(
            problem(&open(&world, never).await),
            Kind::NotFound,
            "{never}"
        );
    }
    // The hash of a token opens nothing.
    let stored = hash(&[long_token.as_str().as_bytes()]);
    assert_eq!(problem(&open(&world, &stored).await), Kind::NotFound);
    // What has expired cannot be taken back any more; it stays as it ended.
    world.door_of("member");
    world
        .write(vec![session("member", now().plus_days(9))])
        .await;
    client.share_revoke(&id, &short).await.unwrap();
    assert_eq!(problem(&open(&world, short_token.as_str()).await), expired);
    let elsewhere = client.share_revoke(&application_id("ap_sub"), &short).await;
    assert_eq!(
        kind(elsewhere),
        Kind::NotFound,
        "a link belongs to its application"
    );
}

pub(super) async fn twenty_links_are_open_and_a_hundred_remembered(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let mut newest = ShareId::parse("sh_1").unwrap();
    for _ in 1..OPEN_MAX {
        newest = make(&world, 30).await.0;
    }
    let full = client
        .share_create(&id, &ShareDraft { days: 1 }, world.with_key())
        .await;
    let why = WhyNot::EnoughShares;
    assert_eq!(kind(full), Kind::WrongState { why });
    client.share_revoke(&id, &newest).await.unwrap();
    make(&world, 1).await;
    let before = world.store.shares(&id).await.unwrap().len();
    // Ended ones, older than all: the first of them makes room.
    let old = (before..KEPT_MAX).map(|n| {
        let mut old = share(&format!("sh_old{n}"), &format!("see_old{n}"));
        old.made_at = now().plus_days(-400 + i64::try_from(n).unwrap());
        old.expires_at = old.made_at.plus_days(1);
        Change::PutShare(Box::new(old))
    });
    world.write(old.collect()).await;
    client
        .share_revoke(&id, &ShareId::parse("sh_1").unwrap())
        .await
        .unwrap();
    make(&world, 1).await;
    let kept = client.share_list(&id).await.unwrap().body.shares;
    assert_eq!(kept.len(), KEPT_MAX);
    let forgotten = format!("sh_old{before}");
    assert!(kept.iter().all(|one| one.id.as_str() != forgotten));
}

/// A check that could not fail would prove nothing: over a store that loses what was taken back, the link is open.
pub(super) async fn a_link_that_was_taken_back_stays_shut(
    store: Arc<dyn Store>,
    twin: Arc<dyn Store>,
) {
    assert_eq!(after_revoking(store).await, 410);
    assert_eq!(after_revoking(Arc::new(Wrapped::careless(twin))).await, 200);
}

/// Of two who take a link back at once the first has done it, and one that was forgotten meanwhile does not come back.
pub(super) async fn a_link_that_ends_meanwhile_stays_as_it_ended(
    ended: Arc<dyn Store>,
    forgotten: Arc<dyn Store>,
) {
    let mut earlier = share("sh_1", "see_1");
    earlier.revoked_at = Some(Time::from_millis(now().millis() - 1_000));
    let (revoked, left) = revoked_after(ended, Change::PutShare(Box::new(earlier.clone()))).await;
    revoked.unwrap();
    assert_eq!(left, [earlier]);

    let gone = Change::DeleteShare(ShareId::parse("sh_1").unwrap());
    let (revoked, left) = revoked_after(forgotten, gone).await;
    assert_eq!(kind(revoked), Kind::NotFound);
    assert_eq!(left, []);
}

/// What the member hears who takes `sh_1` back while that happens to it, and what is there then. Nothing is recorded of them: they did
/// not do it.
async fn revoked_after(
    store: Arc<dyn Store>,
    change: Change,
) -> (Result<Tagged<()>, Failure>, Vec<ShareRecord>) {
    let world = World::new(store).await;
    let (inner, first) = (world.store.clone(), AtomicBool::new(true));
    let meanwhile = Wrapped::interleaved(inner.clone()).meanwhile(Box::new(move |batch| {
        let is_it = |change: &Change| matches!(change, Change::PutShare(_));
        let is_now = batch.changes.iter().any(is_it) && first.swap(false, Ordering::SeqCst);
        let before = Batch {
            changes: is_now.then(|| change.clone()).into_iter().collect(),
            ..Batch::default()
        };
        let inner = inner.clone();
        Box::pin(async move { inner.commit(before).await.unwrap() })
    }));
    let (id, share) = (application_id("ap_draft"), ShareId::parse("sh_1").unwrap());
    let before = world.store.chain_head().await.unwrap();
    let front = World::over(Arc::new(meanwhile));
    let heard = front.client("member").share_revoke(&id, &share).await;
    let entries = world.store.records_after(before.seq, 10).await.unwrap();
    let done = |one: &Record| one.entry.outcome == Outcome::Done;
    assert!(!entries.iter().any(done), "{entries:?}");
    (heard, world.store.shares(&id).await.unwrap())
}

async fn after_revoking(store: Arc<dyn Store>) -> u16 {
    let world = World::new(store).await;
    let (id, token) = make(&world, 7).await;
    let revoked = world
        .client("member")
        .share_revoke(&application_id("ap_draft"), &id)
        .await;
    revoked.unwrap();
    open(&world, token.as_str()).await.status
}
