//! The record: every act leaves one entry in the same transaction, in one unbroken chain, and never a secret.

mod seen;

use std::collections::BTreeSet;
use std::sync::Arc;

use contract::body::{LinkDraft, ShareDraft, SignInBody};
use contract::endpoint::{Endpoint as _, ReviewDecide, ReviewOpen, SignIn, SignOut};
use contract::{Facts, Kind, Method};
use domain::record::{Difference, Entry, Head, Origin, Outcome, Record};
use futures_util::future::join_all;
use serde_json::Value;

pub(super) use seen::{the_record_is_read_in_pages, the_record_is_shown_to_whom_it_concerns};

use super::world::*;
use crate::in_process::Response;
use crate::record::verify;
use crate::store::{Batch, Change, CommitError, Expect, Store};

/// Every change, every refusal and every look at what is somebody's leaves one entry, and nothing else leaves any: above all nothing
/// that a stranger can do at will.
pub(super) fn one_entry_for(facts: Facts, signed_in: bool, reply: &Response, entries: u64) {
    let said = format!("{} answered {}", facts.name, reply.status);
    assert_eq!(entries, owed(facts, signed_in, reply), "{said}");
}

fn owed(facts: Facts, signed_in: bool, reply: &Response) -> u64 {
    let replayed = reply.headers.contains_key("idempotency-replayed");
    let owes = match reply.status {
        401 | 429 | 500.. => false,
        200..300 if facts.name == SignIn::FACTS.name => true,
        200..300 if facts.name == SignOut::FACTS.name => signed_in,
        _ if facts.open => false,
        200..300 if facts.method == Method::Get => shows_others(facts.name, &reply.body),
        // What was done before is shown again as it is now.
        200..300 if replayed => {
            [ReviewOpen::FACTS.name, ReviewDecide::FACTS.name].contains(&facts.name)
        }
        _ => true,
    };
    u64::from(owes)
}

/// Readings that leave no entry, each with its reason. Judged here once more, apart from the list of endpoints: so a reading of what
/// belongs to others that is not flagged there is noticed.
const PLAIN: [(&str, &str); 16] = [
    ("persona_list", "made-up people"),
    ("provider_list", "nobody's data"),
    ("me_get", "one's own"),
    ("session_list", "one's own"),
    ("home_get", "what is left to do for one's own app"),
    ("channel_list", "what one has a role on"),
    ("channel_get", "what one has a role on"),
    ("channel_lookup", "a business, and whom to ask"),
    ("app_list", "what one has a role on"),
    ("app_get", "what one has a role on"),
    ("link_list", "what one has a role on"),
    ("application_list", "what one has a role on"),
    ("application_get", "one's own work, opened again and again"),
    ("share_list", "what one has a role on"),
    (
        "share_open",
        "a screen without people, for whoever holds the link",
    ),
    (
        "review_list",
        "which businesses wait; who opened them is told in the record",
    ),
];

/// Each reading is one of those, or is flagged.
pub(super) fn every_reading_is_judged(endpoints: &[Facts]) {
    for facts in endpoints {
        let is_plain = PLAIN.iter().any(|(name, _)| *name == facts.name);
        let leaves_a_trace = facts.method == Method::Get && !is_plain;
        assert_eq!(facts.personal, leaves_a_trace, "{}", facts.name);
    }
}

/// Whether an answer to a reading says something about others that they, or whoever looks after them, should be able to find out.
fn shows_others(name: &str, body: &[u8]) -> bool {
    let body = || serde_json::from_slice::<Value>(body).unwrap();
    match name {
        "record_list" => body()["own"] == false,
        "role_request_list" => body()["incoming"]
            .as_array()
            .is_some_and(|all| !all.is_empty()),
        name => !PLAIN.iter().any(|(plain, _)| *plain == name),
    }
}

async fn whole(store: &Arc<dyn Store>) -> Head {
    let verified = verify(
        Vec::new(),
        async |seq, rows| store.records_after(seq, rows).await,
        async || store.chain_head().await,
    );
    verified.await.unwrap().unwrap()
}

async fn all(store: &Arc<dyn Store>) -> Vec<Record> {
    store.records_after(0, 10_000).await.unwrap()
}

fn entry(operation: &str, actor: &str, object: &str) -> Entry {
    Entry {
        at: now(),
        actor: Some(user_id(actor)),
        actor_name: format!("{actor} 님"),
        origin: Origin {
            address: "192.0.2.7".into(),
            agent: "curl".into(),
        },
        request: "rq_1".into(),
        operation: operation.into(),
        about: vec![object.parse().unwrap(), "app:app_a".parse().unwrap()],
        outcome: Outcome::Done,
        reason: String::new(),
        changes: vec![Difference {
            field: "application.form.service.name".into(),
            old: "\"옛\" \u{1F600}\n".into(),
            new: String::new(),
        }],
    }
}

fn recording(entries: Vec<Entry>) -> Batch {
    Batch {
        record: entries,
        ..Batch::default()
    }
}

/// What happened is told with who, what, and old and new values; what was refused is told as refused.
pub(super) async fn acts_are_recorded_with_what_they_change(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let client = world.client("member");
    let draft = LinkDraft {
        channels: vec![channel_id("ch_a2")],
        representative: Some(channel_id("ch_a2")),
    };
    let before = world.store.chain_head().await.unwrap().seq;
    client
        .link_create(&app_id("app_a"), &draft, world.at(1))
        .await
        .unwrap();
    let again = client
        .link_create(&app_id("app_a"), &draft, world.at(1))
        .await;
    assert!(matches!(kind(again), Kind::Stale { version: 2 }));
    client.app_get(&app_id("app_a")).await.unwrap();
    let hidden = world.client("other").app_get(&app_id("app_a")).await;
    assert_eq!(kind(hidden), Kind::NotFound);
    let told = all(&world.store)
        .await
        .split_off(usize::try_from(before).unwrap());
    let told: Vec<_> = told
        .into_iter()
        .map(|one| one.entry)
        .map(|one| {
            let about: Vec<String> = one.about.iter().map(ToString::to_string).collect();
            (
                one.operation,
                one.actor_name,
                one.outcome,
                one.reason,
                about.join(" "),
                one.changes,
            )
        })
        .collect();
    let difference = |field: &str, old: &str, new: &str| Difference {
        field: field.into(),
        old: old.into(),
        new: new.into(),
    };
    let mut changes = told[0].5.clone();
    changes.sort_by(|a, b| a.field.cmp(&b.field));
    assert_eq!(
        changes,
        [
            difference("links.ch_a.representative", "true", "false"),
            difference("links.ch_a2.representative", "", "true"),
            difference("links.ch_a2.slot", "", "1"),
        ]
    );
    let plain: Vec<_> = told
        .iter()
        .map(|(operation, who, outcome, reason, about, _)| {
            (
                operation.as_str(),
                who.as_str(),
                *outcome,
                reason.as_str(),
                about.as_str(),
            )
        })
        .collect();
    assert_eq!(plain[0].0, "link_create");
    assert_eq!((plain[0].1, plain[0].2), ("member 님", Outcome::Done));
    assert!(plain[0].4.contains("channel:ch_a2") && plain[0].4.starts_with("app:app_a"));
    assert_eq!(
        plain[1..],
        [
            (
                "link_create",
                "member 님",
                Outcome::Refused,
                "stale",
                "app:app_a channel:ch_a2"
            ),
            (
                "app_get",
                "other 님",
                Outcome::Refused,
                "not_found",
                "app:app_a"
            ),
        ],
        "a reading of one's own leaves none"
    );
    whole(&world.store).await;
}

/// The entry is there if and only if the change is.
pub(super) async fn an_entry_is_written_with_its_change_or_not_at_all(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let store = &world.store;
    let head = store.chain_head().await.unwrap();
    let stale = Batch {
        expect: vec![Expect::App(app_id("app_a"), 99)],
        ..recording(vec![entry("x", "member", "app:app_new")])
    };
    assert_eq!(store.commit(stale).await, Err(CommitError::Stale));
    let conflict = Batch {
        changes: vec![Change::PutLink(link("app_a", "ch_a2", 0))],
        ..recording(vec![entry("x", "member", "app:app_new")])
    };
    assert_eq!(store.commit(conflict).await, Err(CommitError::Conflict));
    assert_eq!(store.chain_head().await.unwrap(), head);
    let good = recording(vec![
        entry("x", "member", "app:app_new"),
        entry("y", "owner", "channel:ch_a"),
    ]);
    store.commit(good.clone()).await.unwrap();
    let after = whole(store).await;
    assert_eq!(after.seq, head.seq + 2);
    let read = store.records_after(head.seq, 10).await.unwrap();
    let entries: Vec<Entry> = read.into_iter().map(|record| record.entry).collect();
    assert_eq!(entries, good.record, "everything reads back as it was");
}

/// Forty at the same time: one chain.
pub(super) async fn a_chain_does_not_fork_in_a_race(store: Arc<dyn Store>) {
    let head = store.chain_head().await.unwrap();
    let racers = (0..40_usize).map(|n| {
        let entries = (0..=n % 3).map(|m| entry(&format!("race_{n}_{m}"), "member", "app:x"));
        store.commit(recording(entries.collect()))
    });
    for outcome in join_all(racers).await {
        assert_eq!(outcome, Ok(()));
    }
    let total: u64 = (0..40_u64).map(|n| n % 3 + 1).sum();
    assert_eq!(whole(&store).await.seq, head.seq + total);
    let operations: BTreeSet<String> = all(&store)
        .await
        .into_iter()
        .map(|record| record.entry.operation)
        .collect();
    assert!(u64::try_from(operations.len()).unwrap() >= total);
}

/// What opens something is nowhere in the record.
pub(super) async fn no_secret_is_recorded(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let client = world.client("member");
    let draft = ShareDraft { days: 7 };
    let share = client
        .share_create(&application_id("ap_draft"), &draft, world.with_key())
        .await
        .unwrap()
        .body;
    let token = share.token.unwrap();
    let opened = world.client("owner").share_open(&token).await;
    opened.unwrap();
    let persona = SignInBody {
        persona: user_id("member"),
    };
    let door = world.door();
    let signed_in = contract::Client::new(Arc::new(door.clone()));
    signed_in.sign_in(&persona).await.unwrap();
    signed_in.sign_out().await.unwrap();
    let record = format!("{:?}", all(&world.store).await);
    let hash = crate::http::hash(&[token.as_str().as_bytes()]);
    for secret in [token.as_str(), &hash, "token-member"] {
        assert!(!record.contains(secret), "{secret} is in the record");
    }
    let told: Vec<(String, Option<String>)> = all(&world.store)
        .await
        .into_iter()
        .map(|one| one.entry)
        .map(|one| (one.operation, one.actor.map(|actor| actor.to_string())))
        .collect();
    let member = Some("member".to_owned());
    let expected = ["share_create", "sign_in", "sign_out"];
    assert_eq!(told, expected.map(|word| (word.to_owned(), member.clone())));
}
