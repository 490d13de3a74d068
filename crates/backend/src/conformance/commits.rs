//! The store itself: what a batch promises.

use std::sync::Arc;

use domain::application::Application;
use domain::channel::ChannelState;
use domain::id::{EvidenceId, ShareId};
use domain::role::RoleWanted;
use domain::time::Time;

use super::directory::number;
use super::shares::share;
use super::world::*;
use crate::store::{Answer, Batch, Change, CommitError, Expect, Outline, Store};

fn rename(name: &str) -> Change {
    Change::PutApp(app("app_new", name, OURS))
}

fn no_request(who: &str, channel: &str) -> Expect {
    let channel = channel_id(channel);
    Expect::NoOpenRequest(user_id(who), RoleWanted::ChannelManager { channel })
}

fn fewer_requests(who: &str, most: usize) -> Expect {
    Expect::FewerOpenRequests(user_id(who), most)
}

fn files(application: &str, files: &[&str]) -> Expect {
    let files = files.iter().map(|id| EvidenceId::parse(id).unwrap());
    Expect::Files(application_id(application), files.collect())
}

fn shares(application: &str, shares: &[&str]) -> Expect {
    let shares = shares.iter().map(|id| ShareId::parse(id).unwrap());
    Expect::Shares(application_id(application), shares.collect())
}

fn open_share(id: &str) -> Expect {
    Expect::OpenShare(ShareId::parse(id).unwrap())
}

fn answer(key: &str) -> (domain::id::UserId, String, Answer) {
    let answer = Answer {
        request_hash: "h".into(),
        status: 200,
        version: 3,
        body: b"{\"a\":1}".to_vec(),
        at: now(),
    };
    (user_id("member"), key.to_owned(), answer)
}

pub(super) async fn a_batch_is_written_whole_or_not_at_all(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let store = &world.store;
    let name = async || store.app(&app_id("app_new")).await.unwrap().unwrap().name;
    let before = name().await;
    let stale = Batch {
        expect: vec![
            Expect::App(app_id("app_a"), 1),
            Expect::App(app_id("app_new"), 2),
        ],
        changes: vec![rename("x")],
        ..Batch::default()
    };
    assert_eq!(store.commit(stale).await, Err(CommitError::Stale));
    let conflict = Batch {
        changes: vec![rename("x"), Change::PutLink(link("app_a", "ch_a2", 0))],
        answer: Some(answer("key-conflict")),
        ..Batch::default()
    };
    assert_eq!(store.commit(conflict).await, Err(CommitError::Conflict));
    assert_eq!(
        name().await,
        before,
        "what came before the conflict is undone"
    );
    let kept = store
        .answer(&user_id("member"), "key-conflict")
        .await
        .unwrap();
    assert_eq!(kept, None, "and so is the answer");

    let good = Batch {
        expect: vec![Expect::App(app_id("app_new"), 1)],
        changes: vec![rename("y")],
        answer: Some(answer("key-good")),
        ..Batch::default()
    };
    assert_eq!(store.commit(good.clone()).await, Ok(()));
    assert_eq!(name().await, "y");
    let (.., expected) = answer("key-good");
    let kept = store.answer(&user_id("member"), "key-good").await.unwrap();
    assert_eq!(kept, Some(expected));
    let late = Batch {
        expect: vec![Expect::App(app_id("app_new"), 99)],
        ..good
    };
    let taken = store.commit(late).await;
    assert_eq!(
        taken,
        Err(CommitError::KeyTaken),
        "before anything that was expected"
    );
    let elsewhere = store.answer(&user_id("owner"), "key-good").await.unwrap();
    assert_eq!(elsewhere, None, "a key is one person's own");
}

pub(super) async fn every_constraint_is_kept(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let commit = async |expect, changes| {
        let batch = Batch {
            expect,
            changes,
            ..Batch::default()
        };
        world.store.commit(batch).await
    };
    let mut same_search_id = channel("ch_twin", "x", ChannelState::Plain, None);
    same_search_id.search_id = "cha".into();
    let mut same_number = app("app_twin", "x", OURS);
    same_number.number = number("app_a");
    let id = application_id("ap_second");
    let second = Application::draft(id, app_id("app_a"), user_id("member"), now());
    for change in [
        Change::PutChannel(same_search_id),
        Change::PutApp(same_number),
        Change::PutApplication(Box::new(second)),
        Change::PutLink(link("app_a", "ch_a2", 0)),
        Change::PutLink(link("app_a", "ch_a2", 10)),
        Change::PutLink(link("app_a", "ch_a", 1)),
        Change::PutShare(Box::new(share("sh_2", "see_1"))),
    ] {
        let what = format!("{change:?}");
        assert_eq!(
            commit(vec![], vec![change]).await,
            Err(CommitError::Conflict),
            "{what}"
        );
    }
    let moved = vec![
        Change::DeleteLink(app_id("app_a"), channel_id("ch_a")),
        Change::PutLink(link("app_a", "ch_a2", 0)),
    ];
    assert_eq!(
        commit(vec![], moved).await,
        Ok(()),
        "a slot that is freed may be taken"
    );
    let mut taken_back = share("sh_back", "see_back");
    taken_back.application = application_id("ap_open");
    taken_back.revoked_at = Some(now());
    world
        .write(vec![Change::PutShare(Box::new(taken_back))])
        .await;
    for (expect, holds) in [
        (Expect::Channel(channel_id("ch_a"), 1), true),
        (Expect::Channel(channel_id("ch_a"), 2), false),
        (Expect::Channel(channel_id("ch_none"), 1), false),
        (Expect::App(app_id("app_a"), 1), true),
        (Expect::App(app_id("app_none"), 1), false),
        (Expect::Application(application_id("ap_draft"), 2), true),
        (Expect::Application(application_id("ap_draft"), 1), false),
        (Expect::NoApplication(app_id("app_new")), true),
        (Expect::NoApplication(app_id("app_a")), false),
        (no_request("stranger", "ch_a2"), true),
        (no_request("other", "ch_a"), true),
        (no_request("stranger", "ch_a"), false),
        (fewer_requests("stranger", 2), true),
        (fewer_requests("stranger", 1), false),
        (files("ap_draft", &["ev_1"]), true),
        (files("ap_draft", &[]), false),
        (files("ap_draft", &["ev_1", "ev_2"]), false),
        (files("ap_sub", &[]), true),
        (shares("ap_draft", &["sh_1"]), true),
        (shares("ap_draft", &[]), false),
        (shares("ap_draft", &["sh_1", "sh_2"]), false),
        (shares("ap_sub", &[]), true),
        (open_share("sh_1"), true),
        (open_share("sh_back"), false),
        (open_share("sh_none"), false),
    ] {
        let what = format!("{expect:?}");
        let expected = if holds {
            Ok(())
        } else {
            Err(CommitError::Stale)
        };
        assert_eq!(commit(vec![expect], vec![]).await, expected, "{what}");
    }
}

pub(super) async fn everything_reads_back(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let store = &world.store;
    let app_written = app("app_new", "별하 새 앱", OURS);
    assert_eq!(
        store.app(&app_id("app_new")).await.unwrap(),
        Some(app_written)
    );
    let written = channel("ch_plain", "별하 소식", ChannelState::Plain, None);
    assert_eq!(
        store.channel(&channel_id("ch_plain")).await.unwrap(),
        Some(written.clone())
    );
    let found = store.channel_by_search_id("chplain").await.unwrap();
    assert_eq!(found, Some(written));
    let opened = store
        .application(&application_id("ap_open"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(opened.form, sound_form());
    assert_eq!(opened.rounds.len(), 1);
    let two = [app_id("app_open"), app_id("app_new")];
    let outlines = store.outlines_of(&two).await.unwrap();
    assert_eq!(outlines, [Outline::from(&opened)]);
    assert_eq!(store.users().await.unwrap().len(), PEOPLE.len());
    let masters = store
        .masters(&[channel_id("ch_a"), channel_id("ch_other")])
        .await
        .unwrap();
    assert_eq!(masters[&channel_id("ch_other")].id, user_id("other"));
    let owners = store.owners(&[app_id("app_a")]).await.unwrap();
    assert_eq!(owners[&app_id("app_a")].id, user_id("owner"));
    let file = EvidenceId::parse("ev_1").unwrap();
    assert_eq!(store.file_bytes(&file).await.unwrap().as_deref(), Some(PDF));
    let written = share("sh_1", "see_1");
    let found = store.share_by_token(&written.token_hash).await.unwrap();
    assert_eq!(found, Some(written.clone()));
    let of = store.shares(&written.application).await.unwrap();
    assert_eq!(of, [written]);
    let first = store.next_number("receipt-2026").await.unwrap();
    let second = store.next_number("receipt-2026").await.unwrap();
    assert!(second > first);
    for (cursor, rows) in [(None, 2), (Some("nonsense"), 0)] {
        let page = store.reviews(false, cursor, 10).await.unwrap();
        assert_eq!(page.rows.len(), rows, "{cursor:?}");
    }
    let first = store.reviews(false, None, 1).await.unwrap();
    let second = store.reviews(false, first.next.as_deref(), 1).await;
    let second = second.unwrap();
    assert_eq!((&first.previous, &second.next), (&None, &None));
    let back = store.reviews(false, second.previous.as_deref(), 1).await;
    assert_eq!(back.unwrap(), first, "the page before");
}

/// Of six readings at the same moment one is written down, and one that comes late does not set it back.
pub(super) async fn a_use_is_written_down_once_a_minute(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let at = |seconds: i64| Time::from_millis(now().millis() + seconds * 1_000);
    let Change::PutSession(mut session) = session("member", now().plus_days(1)) else {
        panic!("a session is a session")
    };
    session.seen_at = now();
    let hash = session.token_hash.clone();
    world.write(vec![Change::PutSession(session)]).await;
    for (touched, seen) in [(59, 0), (60, 60), (61, 60), (30, 60), (120, 120)] {
        let touch = Change::TouchSession(hash.clone(), at(touched));
        world.write(vec![touch]).await;
        let there = world.store.session(&hash).await.unwrap().unwrap();
        assert_eq!(there.seen_at, at(seen), "touched at {touched}");
    }
}

/// Sweeping forgets what is of no use any more, and nothing else.
pub(super) async fn what_is_of_no_use_is_swept_away(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (user, key, answer) = answer("key-to-sweep");
    let kept = Batch {
        answer: Some((user.clone(), key.clone(), answer)),
        ..Batch::default()
    };
    world.store.commit(kept).await.unwrap();
    let hash = |name: &str| crate::hash(&[format!("token-{name}").as_bytes()]);
    let there = async || {
        let store = &world.store;
        let ended = store.session(&hash("owner-yesterday")).await.unwrap();
        let open = store.session(&hash("owner")).await.unwrap();
        let answer = store.answer(&user, &key).await.unwrap();
        (ended.is_some(), open.is_some(), answer.is_some())
    };
    assert_eq!(there().await, (true, true, true));
    world.write(vec![Change::Sweep(now())]).await;
    assert_eq!(there().await, (false, true, true));
    world.write(vec![Change::Sweep(now().plus_days(8))]).await;
    assert_eq!(there().await, (false, false, false));
}
