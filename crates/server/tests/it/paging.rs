//! Lists: the same rows in the same order as the store in memory, whatever is asked, and every page of a long one.

use std::collections::BTreeSet;
use std::sync::Arc;

use backend::store::{AppAsk, Change, ChannelAsk, Store};
use contract::body::{COUNT_MAX, FOUND_MAX, Sort};
use domain::eligibility::{AppTest, ChannelTest};
use domain::id::{AppId, ChannelId, UserId};
use domain::role::{ChannelRole, Duty, User};
use mock::{Memory, seeds};
use server::store::PgStore;
use tempfile::TempDir;

use crate::cluster::cluster;
use crate::{fresh, now};

const SORTS: [Sort; 3] = [Sort::Name, Sort::NameDesc, Sort::Role];
const QUERIES: [&str; 12] = [
    "",
    "ㅂㅎ",
    "별하",
    "커피",
    "벼",
    "999",
    "999-01",
    "byeol",
    "ㅅㅈ",
    "없는이름",
    "값ㄷ",
    " ",
];

/// A store on each database with those data. The folder is there as long as the store.
async fn places(changes: &[Change]) -> Vec<(Option<TempDir>, Arc<dyn Store>)> {
    let (folder, sqlite) = fresh().await;
    let url = cluster().database().await;
    let postgres = PgStore::open(&url, now()).await.unwrap();
    let places: Vec<(_, Arc<dyn Store>)> =
        vec![(Some(folder), Arc::new(sqlite)), (None, Arc::new(postgres))];
    for (_, store) in &places {
        store.commit(crate::batch(changes.to_vec())).await.unwrap();
    }
    places
}

/// All pages of seven rows: how many there are in all, and every row with its role.
async fn channels(store: &dyn Store, user: &UserId, mut ask: ChannelAsk) -> (usize, Vec<String>) {
    let mut all = Vec::new();
    loop {
        let page = store.channel_page(user, &ask).await.unwrap();
        all.extend(page.rows.iter().map(|row| format!("{row:?}")));
        match page.next {
            Some(next) => ask.cursor = Some(next),
            None => return (page.count, all),
        }
    }
}

async fn apps(store: &dyn Store, user: &UserId, mut ask: AppAsk) -> (usize, Vec<String>) {
    let mut all = Vec::new();
    loop {
        let page = store.app_page(user, &ask).await.unwrap();
        all.extend(page.rows.iter().map(|row| format!("{row:?}")));
        match page.next {
            Some(next) => ask.cursor = Some(next),
            None => return (page.count, all),
        }
    }
}

#[tokio::test]
async fn all_stores_give_the_same_lists() {
    let demo = seeds::demo(now());
    let memory = Memory::seeded(demo.clone(), seeds::PICTURE).unwrap();
    for (_folder, store) in places(&demo).await {
        compare(&*store, &memory).await;
    }
}

async fn compare(store: &dyn Store, memory: &Memory) {
    let mut rows = 0;
    for persona in ["harin", "seojin", "jiwoo"] {
        let user = UserId::parse(persona).unwrap();
        for sort in SORTS {
            for q in QUERIES {
                for usable in [true, false] {
                    for ask in channel_asks(store, q, sort, usable).await {
                        let ours = channels(store, &user, ask.clone()).await;
                        let theirs = channels(memory, &user, ask.clone()).await;
                        assert_eq!(ours, theirs, "{persona} {ask:?}");
                        rows += ours.1.len();
                    }
                }
                for usable in [None, Some(true), Some(false)] {
                    let ask = AppAsk {
                        q: q.to_owned(),
                        test: AppTest::any(),
                        usable,
                        sort,
                        cursor: None,
                        rows: 7,
                    };
                    let ours = apps(store, &user, ask.clone()).await;
                    let theirs = apps(memory, &user, ask.clone()).await;
                    assert_eq!(ours, theirs, "{persona} {ask:?}");
                    rows += ours.1.len();
                }
            }
        }
    }
    assert!(rows > 1_000, "only {rows} rows were compared");
    let apps = memory.apps_after(None, 1_000).await.unwrap();
    let apps: Vec<AppId> = apps.into_iter().map(|app| app.id).collect();
    let ours = store.outlines_of(&apps).await.unwrap();
    assert_eq!(ours, memory.outlines_of(&apps).await.unwrap());
    assert!(ours.iter().any(|one| one.rounds > 1));
    for decided in [true, false] {
        let ours = store.reviews(decided, None, 100).await.unwrap();
        let theirs = memory.reviews(decided, None, 100).await.unwrap();
        assert_eq!(ours, theirs);
        assert!(!ours.rows.is_empty());
    }
}

/// The tests that the product asks: any channel, one for an app, and one for an app that is full.
async fn channel_asks(store: &dyn Store, q: &str, sort: Sort, usable: bool) -> Vec<ChannelAsk> {
    let drifted = AppId::parse(seeds::DRIFTED.0).unwrap();
    let byeolha = AppId::parse("app_byeolha").unwrap();
    let mut tests = vec![ChannelTest::any()];
    for id in [drifted, byeolha] {
        if let Some(app) = store.app(&id).await.unwrap() {
            tests.push(ChannelTest::for_app(&app, 1));
            tests.push(ChannelTest::for_app(&app, 10));
        }
    }
    let ask = |test, linked| ChannelAsk {
        q: q.to_owned(),
        test,
        usable,
        linked,
        sort,
        cursor: None,
        rows: 7,
    };
    tests
        .into_iter()
        .flat_map(|test| [None, Some(true), Some(false)].map(|linked| ask(test.clone(), linked)))
        .collect()
}

#[tokio::test]
async fn a_long_list_is_whole_and_never_counted_beyond_a_thousand() {
    let (user, changes) = seeds::many(3_000, now());
    for (_folder, store) in places(&changes).await {
        walk(&*store, &user).await;
    }
}

async fn walk(store: &dyn Store, user: &UserId) {
    let ask = |q: &str, sort| ChannelAsk {
        q: q.to_owned(),
        test: ChannelTest::any(),
        usable: true,
        linked: None,
        sort,
        cursor: None,
        rows: 50,
    };
    // Every name has the syllable, so its list in the index is no shorter than the person's own.
    for (q, rows, counted) in [("", 50, COUNT_MAX), ("점", 700, FOUND_MAX)] {
        for sort in SORTS {
            let ask = ChannelAsk {
                rows,
                ..ask(q, sort)
            };
            let (count, rows) = channels(store, user, ask).await;
            assert_eq!((count, rows.len()), (counted, 2_100), "{q}");
            let distinct: BTreeSet<_> = rows.iter().collect();
            assert_eq!(distinct.len(), rows.len());
        }
    }
    let (count, rows) = channels(store, user, ask("ㅂㅍ 서", Sort::Name)).await;
    assert_eq!(count, rows.len().min(FOUND_MAX));
    let page = store.channel_page(user, &ask("맑은", Sort::Name)).await;
    let page = page.unwrap();
    assert_eq!(page.rows.len(), 50);
    assert!(
        page.rows
            .iter()
            .all(|(channel, _)| channel.name.contains("맑은"))
    );

    let lost = ChannelAsk {
        cursor: Some("nonsense".into()),
        ..ask("", Sort::Name)
    };
    let page = store.channel_page(user, &lost).await.unwrap();
    assert!(page.rows.is_empty() && page.next.is_none());
}

/// Somebody has some hundred and forty of a thousand: about as many as have some of the words, fewer than others, and more than the rest.
#[tokio::test]
async fn what_is_found_does_not_depend_on_which_list_is_the_shortest() {
    let (_, mut changes) = seeds::many(1_000, now());
    let user = UserId::parse("some").unwrap();
    changes.push(Change::PutUser(User {
        id: user.clone(),
        name: "한가득".into(),
        organisation: String::new(),
        duty: Duty::Applicant,
    }));
    let all: Vec<ChannelId> = changes.iter().filter_map(channel_of).collect();
    let roles = [
        ChannelRole::Below,
        ChannelRole::Master,
        ChannelRole::Manager,
    ];
    for (id, role) in all.iter().step_by(7).zip(roles.iter().cycle()) {
        changes.push(Change::SetChannelRole(user.clone(), id.clone(), *role));
    }
    let memory = Memory::seeded(changes.clone(), seeds::PICTURE).unwrap();
    let mut found = BTreeSet::new();
    for (_folder, store) in places(&changes).await {
        for q in [
            "점",
            "맑은",
            "ㅂㅇㅋㄹ",
            "ㅁㅇ",
            "맑은 서",
            "맑은 ㅅ",
            "ㅅㅈ",
            "없는이름",
        ] {
            for (sort, usable) in SORTS
                .into_iter()
                .flat_map(|sort| [(sort, true), (sort, false)])
            {
                let ask = ChannelAsk {
                    q: q.to_owned(),
                    test: ChannelTest::any(),
                    usable,
                    linked: None,
                    sort,
                    cursor: None,
                    rows: 7,
                };
                let ours = there_and_back(&*store, &user, ask.clone()).await;
                let theirs = there_and_back(&memory, &user, ask.clone()).await;
                assert_eq!(ours, theirs, "{ask:?}");
                found.extend(ours.into_iter().map(|row| (q, row)));
            }
        }
    }
    assert!(found.len() > 200, "{}", found.len());
}

/// More of both lists than are looked at before some are read: thousands that are in one of them alone stand before what is in both, and
/// where a stretch ends there are many of one name.
#[tokio::test]
async fn what_lies_behind_thousands_of_others_is_found() {
    let (_, mut changes) = seeds::many(4_400, now());
    let user = UserId::parse("some").unwrap();
    let mut own = Vec::new();
    let channels = changes.iter_mut().filter_map(|change| match change {
        Change::PutChannel(channel) => Some(channel),
        _ => None,
    });
    for (at, channel) in channels.enumerate() {
        let (name, is_own) = match at {
            0..2_150 => ("가마", true),
            2_150..4_250 => ("가하늘", false),
            _ => ("하늘", true),
        };
        name.clone_into(&mut channel.name);
        channel.search_id = format!("n{at}");
        own.extend(is_own.then(|| channel.id.clone()));
    }
    changes.push(Change::PutUser(User {
        id: user.clone(),
        name: "한가득".into(),
        organisation: String::new(),
        duty: Duty::Applicant,
    }));
    let role = |id| Change::SetChannelRole(user.clone(), id, ChannelRole::Manager);
    changes.extend(own.into_iter().map(role));
    let memory = Memory::seeded(changes.clone(), seeds::PICTURE).unwrap();
    for (_folder, store) in places(&changes).await {
        for q in ["하늘", "ㅎㄴ", "늘", "ㄱㅎㄴ"] {
            for sort in SORTS {
                let ask = ChannelAsk {
                    q: q.to_owned(),
                    sort,
                    ..ChannelAsk::all(ChannelTest::any(), true, 40)
                };
                let ours = there_and_back(&*store, &user, ask.clone()).await;
                let theirs = there_and_back(&memory, &user, ask.clone()).await;
                assert_eq!(ours, theirs, "{ask:?}");
                assert_eq!(ours.is_empty(), q == "ㄱㅎㄴ", "{ask:?}");
            }
        }
    }
}

fn channel_of(change: &Change) -> Option<ChannelId> {
    match change {
        Change::PutChannel(channel) => Some(channel.id.clone()),
        _ => None,
    }
}

/// Every row of a list from page to page, and once more on the way back.
async fn there_and_back(store: &dyn Store, user: &UserId, mut ask: ChannelAsk) -> Vec<String> {
    let mut all = Vec::new();
    loop {
        let page = store.channel_page(user, &ask).await.unwrap();
        all.extend(page.rows.iter().map(|row| format!("{row:?}")));
        ask.cursor = page.next;
        if ask.cursor.is_none() {
            ask.cursor = page.previous;
            break;
        }
    }
    while ask.cursor.is_some() {
        let page = store.channel_page(user, &ask).await.unwrap();
        all.extend(page.rows.iter().map(|row| format!("{row:?}")));
        ask.cursor = page.previous;
    }
    all
}

#[tokio::test]
async fn a_renamed_channel_moves_and_is_found_by_its_new_name_only() {
    let demo = seeds::demo(now());
    for (_folder, store) in places(&demo).await {
        let memory = Memory::seeded(demo.clone(), seeds::PICTURE).unwrap();
        rename(&*store, &memory).await;
    }
}

async fn rename(store: &dyn Store, memory: &Memory) {
    let user = UserId::parse("jiwoo").unwrap();
    let ask = |q: &str| ChannelAsk {
        q: q.to_owned(),
        test: ChannelTest::any(),
        usable: true,
        linked: None,
        sort: Sort::Name,
        cursor: None,
        rows: 100,
    };
    let first = store
        .channel_page(&user, &ask(""))
        .await
        .unwrap()
        .rows
        .remove(0)
        .0;
    let mut renamed = first.clone();
    renamed.name = "힣힣 상회".into();
    renamed.version += 1;
    for target in [store, memory as &dyn Store] {
        let batch = crate::batch(vec![Change::PutChannel(renamed.clone())]);
        target.commit(batch).await.unwrap();
    }
    for q in ["", &first.name, "힣ㅎ"] {
        let ours = channels(store, &user, ask(q)).await;
        assert_eq!(ours, channels(memory, &user, ask(q)).await, "{q}");
    }
    assert_eq!(channels(store, &user, ask("힣ㅎ")).await.0, 1);
}
