//! The store on PostgreSQL: the suite that every store has to pass, opening, and what several servers do to each other.

use std::sync::Arc;
use std::time::Duration;

use backend::conformance;
use backend::store::{Change, ChannelAsk, CommitError, Expect, Store};
use contract::body::Sort;
use domain::eligibility::ChannelTest;
use domain::id::UserId;
use domain::role::{ChannelRole, Duty, User};
use mock::{Memory, seeds};
use server::store::{DatabaseUrl, PgStore};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use tokio::task::JoinSet;

use crate::cluster::{Cluster, cluster};
use crate::{app, batch, channel, link, now};

/// The lock of whoever changes the tables.
pub(crate) const CHANGING: &str = "SELECT pg_advisory_xact_lock(x'5364736B'::bigint)";

pub(crate) async fn fresh() -> (String, PgStore) {
    let name = cluster().create("").await;
    let store = open(&cluster().address(&name)).await;
    (name, store)
}

pub(crate) async fn open(address: &str) -> PgStore {
    let url: DatabaseUrl = address.parse().unwrap();
    PgStore::open(&url, now()).await.unwrap()
}

pub(crate) async fn connect(name: &str) -> PgConnection {
    PgConnection::connect(&cluster().address(name))
        .await
        .unwrap()
}

pub(crate) async fn run(name: &str, sql: &'static str) {
    connect(name).await.execute(sql).await.unwrap();
}

#[tokio::test]
async fn the_store_passes_the_conformance_suite() {
    let make = || async { Arc::new(fresh().await.1) as Arc<dyn Store> };
    conformance::run("PostgreSQL", make).await;
}

async fn refusal(address: &str) -> String {
    let url: DatabaseUrl = address.parse().unwrap();
    let outcome = PgStore::open(&url, now()).await;
    let sentence = outcome.map(|_| ()).unwrap_err().to_string();
    assert!(
        sentence.ends_with('.') && !sentence.contains('\n'),
        "{sentence}"
    );
    assert!(
        sentence.contains(&url.to_string()) && !sentence.contains("hunter2"),
        "{sentence}"
    );
    sentence
}

#[tokio::test]
async fn what_cannot_be_opened_is_said_in_a_sentence_without_the_password() {
    let nowhere = "postgres://syncdesk:hunter2@127.0.0.1:1/desk";
    assert!(refusal(nowhere).await.contains("cannot be reached"));
    let missing = cluster().address("nothing_here");
    assert!(refusal(&missing).await.contains("createdb"));

    let name = cluster().create("").await;
    run(&name, "CREATE ROLE guarded LOGIN PASSWORD 'right'").await;
    let wrong = cluster()
        .address(&name)
        .replace("syncdesk@", "guarded:hunter2@");
    assert!(refusal(&wrong).await.contains("password"));
    let right = wrong.replace("hunter2", "right");
    assert!(refusal(&right).await.contains("may not make tables"));

    let name = cluster().create("").await;
    run(&name, "CREATE TABLE accounts (id TEXT)").await;
    let other = cluster().address(&name);
    assert!(refusal(&other).await.contains("another program"));

    let words = "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0";
    let latin = cluster().create(words).await;
    let latin = cluster().address(&latin);
    assert!(refusal(&latin).await.contains("LATIN1"));
}

#[tokio::test]
async fn a_database_of_a_later_version_is_left_alone() {
    let (name, store) = fresh().await;
    store.close().await;
    run(&name, "INSERT INTO syncdesk_migration VALUES (9999, 0)").await;
    let sentence = refusal(&cluster().address(&name)).await;
    assert!(sentence.contains("later version"), "{sentence}");
}

#[tokio::test]
async fn a_database_that_was_not_restored_to_the_end_is_left_alone() {
    let (name, store) = fresh().await;
    store.close().await;
    run(&name, "CREATE TABLE syncdesk_restoring ()").await;
    let sentence = refusal(&cluster().address(&name)).await;
    assert!(sentence.contains("was broken off"), "{sentence}");
    run(&name, "DROP TABLE syncdesk_restoring").await;
    open(&cluster().address(&name)).await;
}

#[tokio::test]
async fn servers_that_start_together_make_the_tables_once() {
    let name = cluster().create("").await;
    let mut starting = JoinSet::new();
    for _ in 0..6 {
        let address = cluster().address(&name);
        starting.spawn(async move { open(&address).await });
    }
    starting.join_all().await;
    let mut conn = connect(&name).await;
    let read = "SELECT COUNT(*), COUNT(DISTINCT number), MAX(number) FROM syncdesk_migration";
    let (rows, distinct, last): (i64, i64, i64) =
        sqlx::query_as(read).fetch_one(&mut conn).await.unwrap();
    assert!(rows == distinct && rows == last && last >= 2, "{rows}");
}

/// A start waits only so long for others, and is not cut short itself: no migration is done within a millisecond.
#[tokio::test]
async fn a_start_waits_for_others_only_so_long_and_takes_its_own_time() {
    let name = cluster().create("").await;
    let url: DatabaseUrl = cluster().address(&name).parse().unwrap();
    let mut other = connect(&name).await;
    let mut changing = other.begin().await.unwrap();
    changing.execute(CHANGING).await.unwrap();
    let wait = Duration::from_millis(1);
    let refused = PgStore::open_within(&url, now(), wait).await.unwrap_err();
    let words = refused.to_string();
    assert!(
        words.contains("somebody else changes its tables"),
        "{words}"
    );
    changing.rollback().await.unwrap();
    let store = PgStore::open_within(&url, now(), wait).await.unwrap();
    assert!(store.users().await.unwrap().is_empty());
}

/// Names of every kind of letter, sorted differently in every language.
fn names() -> Vec<String> {
    let mut names: Vec<String> = [
        "Zebra",
        "apple",
        "Apple",
        "äpfel",
        "éclair",
        "z-1",
        "z 1",
        "z1",
        "10",
        "9",
        "_x",
        "가게",
        "각",
        "갸",
        "나라",
        "ㄱ",
        "가",
        "漢字",
        "カフェ",
        "ｶﾌｪ",
        "☕ 커피",
        "😀",
        "Ω",
        "ß",
        "ﬁ",
    ]
    .map(str::to_owned)
    .into();
    names.extend(["별하", "별하 2호점", "별하-2호점", "별 하"].map(str::to_owned));
    names
}

#[tokio::test]
async fn a_list_has_one_order_whatever_the_language_of_the_database() {
    let user = User {
        id: UserId::parse("harin").unwrap(),
        name: "김하린".into(),
        organisation: "별하".into(),
        duty: Duty::Applicant,
    };
    let mut changes = vec![Change::PutUser(user.clone())];
    for (n, name) in names().into_iter().enumerate() {
        let mut channel = channel(n);
        channel.name = name;
        let role = Change::SetChannelRole(user.id.clone(), channel.id.clone(), ChannelRole::Master);
        changes.extend([Change::PutChannel(channel), role]);
    }
    let korean = "LOCALE_PROVIDER icu ICU_LOCALE 'ko-KR' LOCALE 'C.UTF-8' TEMPLATE template0";
    let name = cluster().create(korean).await;
    let mut conn = connect(&name).await;
    let before: bool = sqlx::query_scalar("SELECT 'apple' < 'Zebra'")
        .fetch_one(&mut conn)
        .await
        .unwrap();
    assert!(before, "the language of the database sorts by another rule");
    let store = open(&cluster().address(&name)).await;
    let memory = Memory::seeded(changes.clone(), seeds::PICTURE).unwrap();
    store.commit(batch(changes)).await.unwrap();
    for sort in [Sort::Name, Sort::NameDesc, Sort::Role] {
        let ask = |cursor| ChannelAsk {
            sort,
            cursor,
            ..ChannelAsk::all(ChannelTest::any(), true, 4)
        };
        let (mut here, mut there, mut pages) = (ask(None), ask(None), 0);
        loop {
            let ours = store.channel_page(&user.id, &here).await.unwrap();
            let theirs = memory.channel_page(&user.id, &there).await.unwrap();
            assert_eq!(ours.rows, theirs.rows, "{sort:?}, page {pages}");
            pages += 1;
            match (ours.next, theirs.next) {
                (Some(ours), Some(theirs)) => (here, there) = (ask(Some(ours)), ask(Some(theirs))),
                (None, None) => break,
                (ours, theirs) => panic!("{ours:?} is not {theirs:?}"),
            }
        }
        assert!(pages > 5);
    }
}

/// Returns as soon as a statement in that database waits for a lock.
pub(crate) async fn until_somebody_waits(name: &str) {
    until_waiting(name, 1).await;
}

/// Returns as soon as so many do.
pub(crate) async fn until_waiting(name: &str, many: i64) {
    let waiting = "SELECT COUNT(*) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let mut conn = connect(name).await;
    loop {
        let found: i64 = sqlx::query_scalar(waiting)
            .fetch_one(&mut conn)
            .await
            .unwrap();
        if found >= many {
            return;
        }
    }
}

/// Somebody is just about to change an app when a batch arrives that relies on it being as it was.
#[tokio::test]
async fn what_a_batch_expects_is_looked_at_when_nobody_can_change_it_any_more() {
    let (name, store) = fresh().await;
    let put = |app| batch(vec![Change::PutApp(app)]);
    store.commit(put(app(0))).await.unwrap();
    let mut conn = connect(&name).await;
    let mut first = conn.begin().await.unwrap();
    first
        .execute("UPDATE app SET version = 2, company = 'first'")
        .await
        .unwrap();

    // Whoever looks without a lock believes what was.
    let mut careless = connect(&name).await;
    let seen: i64 = sqlx::query_scalar("SELECT version FROM app")
        .fetch_one(&mut careless)
        .await
        .unwrap();
    assert_eq!(seen, 1, "a careless batch would be written");

    let mut second = put(app(0));
    second.expect = vec![Expect::App(app(0).id, 1)];
    let second = tokio::spawn({
        let store = store.clone();
        async move { store.commit(second).await }
    });
    until_somebody_waits(&name).await;
    first.commit().await.unwrap();
    assert_eq!(second.await.unwrap(), Err(CommitError::Stale));
    let found = store.app(&app(0).id).await.unwrap().unwrap();
    assert_eq!((found.version, found.company.as_str()), (2, "first"));
}

#[tokio::test]
async fn a_batch_that_was_handed_over_is_written_though_its_sender_has_gone() {
    let (name, store) = fresh().await;
    store
        .commit(batch(vec![Change::PutApp(app(0))]))
        .await
        .unwrap();
    let mut conn = connect(&name).await;
    let mut lock = conn.begin().await.unwrap();
    lock.execute("SELECT 1 FROM app FOR UPDATE").await.unwrap();
    let mut renamed = app(0);
    renamed.name = "별하 새 앱".into();
    let sender = tokio::spawn({
        let (store, renamed) = (store.clone(), renamed.clone());
        async move { store.commit(batch(vec![Change::PutApp(renamed)])).await }
    });
    until_somebody_waits(&name).await;
    sender.abort();
    assert!(sender.await.unwrap_err().is_cancelled());
    lock.rollback().await.unwrap();
    // Closing waits for whatever still works.
    store.close().await;
    let again = open(&cluster().address(&name)).await;
    let found = again.app(&app(0).id).await.unwrap();
    assert_eq!(found, Some(renamed));
}

#[tokio::test]
async fn a_database_that_is_gone_is_down_and_comes_back_by_itself() {
    let cluster = Cluster::start(&[]);
    let url = cluster.database().await;
    let store = PgStore::open(&url, now()).await.unwrap();
    let put = |n: usize| batch(vec![Change::PutApp(app(n))]);
    store.commit(put(0)).await.unwrap();
    let first = cluster.process();
    cluster.crash();
    for _ in 0..3 {
        assert!(store.users().await.is_err());
        let refused = store.commit(put(1)).await;
        assert!(matches!(refused, Err(CommitError::Down(_))), "{refused:?}");
    }
    cluster.start_again();
    assert_ne!(cluster.process(), first);
    assert_eq!(store.app(&app(0).id).await.unwrap(), Some(app(0)));
    store.commit(put(1)).await.unwrap();
    assert_eq!(store.app(&app(1).id).await.unwrap(), Some(app(1)));
}

/// Twelve channels for ten places, by two servers at once.
#[tokio::test]
async fn of_twelve_links_at_once_through_two_servers_ten_are_made() {
    let (name, one) = fresh().await;
    let other = open(&cluster().address(&name)).await;
    let mut changes = vec![Change::PutApp(app(0))];
    changes.extend((0..12).map(|n| Change::PutChannel(channel(n))));
    one.commit(batch(changes)).await.unwrap();
    let mut racing = JoinSet::new();
    for n in 0..12 {
        let store = [&one, &other][n % 2].clone();
        racing.spawn(async move {
            // Whoever finds a place taken tries the next one, as somebody does who read an old page.
            for slot in 0..10 {
                let mut link = link(0, n, slot);
                link.representative = false;
                match store.commit(batch(vec![Change::PutLink(link)])).await {
                    Ok(()) => return true,
                    Err(CommitError::Conflict) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
            false
        });
    }
    let made = racing.join_all().await;
    assert_eq!(made.into_iter().filter(|made| *made).count(), 10);
    let links = other.links_of_apps(&[app(0).id]).await.unwrap();
    assert!(links.iter().map(|link| link.slot).eq(0..10));
}

#[tokio::test]
async fn settings_of_the_database_that_a_batch_could_not_live_with_are_overruled() {
    let (name, store) = fresh().await;
    store.close().await;
    for setting in [
        "default_transaction_isolation = 'serializable'",
        "synchronous_commit = off",
        "statement_timeout = 1",
    ] {
        let sql = format!("ALTER DATABASE {name} SET {setting}");
        connect(&name)
            .await
            .execute(AssertSqlSafe(sql))
            .await
            .unwrap();
    }
    let store = open(&cluster().address(&name)).await;
    store
        .commit(batch(vec![Change::PutApp(app(0))]))
        .await
        .unwrap();
}
