//! Lists: pages, orders, groups, search.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use contract::Kind;
use contract::body::{
    COUNT_MAX, ChannelRow, FOUND_MAX, Group, HomeQuery, ListQuery, Page, ReviewQuery, Sort,
};
use domain::channel::ChannelState;
use domain::finding::Code;
use domain::role::ChannelRole;
use domain::search::{matches, sort_key};
use domain::task::TaskId;

use super::world::*;
use super::wrapped::Wrapped;
use crate::store::{Change, Store};

const MANY: usize = 120;

/// Channels of `stranger`: three of every name, with every role, in three alphabets.
async fn crowded(store: Arc<dyn Store>) -> World {
    let world = World::new(store).await;
    let names = [
        "별하",
        "Byeolha",
        "1번가",
        "달빛",
        "ㅋㅋ상점",
        "zoo",
        "24시 약국",
        "값싼 서점",
    ];
    let mut changes = Vec::new();
    for n in 0..MANY {
        // Of five stems in turn, and the same name three times.
        let name = format!("{} {}호", names[n / 3 % names.len()], n / 24);
        let id = format!("ch_m{n:03}");
        let (state, role) = match n % 4 {
            0 => (ChannelState::Plain, ChannelRole::Master),
            1 => (ChannelState::Business, ChannelRole::Below),
            2 => (ChannelState::Business, ChannelRole::Manager),
            _ => (ChannelState::Business, ChannelRole::Master),
        };
        changes.push(Change::PutChannel(channel(&id, &name, state, Some(OURS))));
        changes.push(Change::SetChannelRole(
            user_id("stranger"),
            channel_id(&id),
            role,
        ));
    }
    world.write(changes).await;
    world
}

/// All rows of a list, page by page; and back again to the first page, by the same pages.
async fn walk(world: &World, query: &ListQuery) -> Vec<ChannelRow> {
    let (client, mut query) = (world.client("stranger"), query.clone());
    let (mut rows, mut pages) = (Vec::new(), Vec::<Page<ChannelRow>>::new());
    loop {
        let page = client.channel_list(&query).await.unwrap().body;
        assert_eq!(page.previous.is_some(), !pages.is_empty());
        pages.push(page.clone());
        assert!(page.rows.len() <= contract::query::PAGE_ROWS);
        assert!(page.next.is_none() || !page.rows.is_empty());
        rows.extend(page.rows);
        if page.next.is_none() {
            // Of what is found by words only a page is counted.
            let most = if domain::search::Query::new(&query.q).is_empty() {
                COUNT_MAX
            } else {
                FOUND_MAX
            };
            let all = rows.len().min(most);
            assert_eq!(page.count, all, "the count is of all pages");
            break;
        }
        query.cursor = page.next;
    }
    let mut here = pages.pop().unwrap();
    while let Some(cursor) = here.previous {
        query.cursor = Some(cursor);
        here = client.channel_list(&query).await.unwrap().body;
        assert_eq!(Some(&here), pages.pop().as_ref(), "the page before");
    }
    assert!(pages.is_empty(), "back to the first");
    rows
}

pub(super) async fn pages_show_every_row_once_in_order(store: Arc<dyn Store>) {
    let world = crowded(store).await;
    for sort in [Sort::Name, Sort::NameDesc, Sort::Role] {
        let mut seen = Vec::new();
        for group in [Group::Usable, Group::Other] {
            let query = ListQuery {
                group,
                sort,
                ..ListQuery::default()
            };
            let rows = walk(&world, &query).await;
            let keys: Vec<_> = rows
                .iter()
                .map(|row| {
                    let rank = if sort == Sort::Role {
                        2 - row.role as u8
                    } else {
                        0
                    };
                    (rank, sort_key(&row.channel.name))
                })
                .collect();
            let ordered = if sort == Sort::NameDesc {
                keys.is_sorted_by(|a, b| a >= b)
            } else {
                keys.is_sorted()
            };
            assert!(ordered, "{sort:?} {group:?}: {keys:?}");
            assert!(
                rows.iter()
                    .all(|row| row.reasons.is_empty() == (group == Group::Usable))
            );
            seen.extend(rows.into_iter().map(|row| row.channel.id));
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), MANY, "{sort:?}");
    }
    let client = world.client("stranger");
    let first = client
        .channel_list(&ListQuery::default())
        .await
        .unwrap()
        .body;
    let elsewhere = ListQuery {
        sort: Sort::Role,
        cursor: first.next,
        ..ListQuery::default()
    };
    let mixed = kind(client.channel_list(&elsewhere).await);
    assert_eq!(
        mixed,
        Kind::Malformed {
            at: "cursor".into()
        },
        "a cursor of another order"
    );
}

pub(super) async fn a_search_finds_what_is_meant(store: Arc<dyn Store>) {
    let world = crowded(store).await;
    let everything = {
        let mut all = walk(&world, &ListQuery::default()).await;
        let other = ListQuery {
            group: Group::Other,
            ..ListQuery::default()
        };
        all.extend(walk(&world, &other).await);
        all
    };
    for q in [
        "ㅂㅎ",
        "별ㅎ",
        "벼",
        "별하1",
        "byeol",
        "ＢＹＥＯＬ",
        "ㄷㅂ",
        "갑",
        "값ㅆ",
        "24",
        "ㅋ",
        "번가",
        "chm007",
        "zzz",
        "호",
        "%",
        "_",
        "'",
        "ㅏ",
        "별하 커피",
        "999-01",
        "9990100",
    ] {
        let mut found = Vec::new();
        for group in [Group::Usable, Group::Other] {
            let query = ListQuery {
                q: q.into(),
                group,
                ..ListQuery::default()
            };
            found.extend(walk(&world, &query).await);
        }
        let meant = everything.iter().filter(|row| {
            let number = row
                .channel
                .number
                .as_ref()
                .filter(|_| row.role >= ChannelRole::Manager);
            let texts = [
                Some(&row.channel.name),
                Some(&row.channel.search_id),
                number,
            ];
            texts.into_iter().flatten().any(|text| matches(text, q))
        });
        assert_eq!(found.len(), meant.count(), "{q}");
    }
    let client = world.client("stranger");
    for (q, ok) in [
        ("가".repeat(60), true),
        ("가".repeat(61), false),
        ("\0".into(), false),
    ] {
        let query = ListQuery {
            q,
            ..ListQuery::default()
        };
        assert_eq!(client.channel_list(&query).await.is_ok(), ok);
    }
    let app = ListQuery {
        q: "900001".into(),
        ..ListQuery::default()
    };
    let found = world.client("member").app_list(&app).await.unwrap().body;
    assert_eq!(found.count, 4, "by the number of the app");
}

pub(super) async fn groups_and_filters_part_the_rows(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let ids = async |who: &str, query: ListQuery| {
        let page = world.client(who).channel_list(&query).await.unwrap().body;
        let ids = page
            .rows
            .iter()
            .map(|row| row.channel.id.as_str().to_owned());
        ids.collect::<Vec<_>>()
    };
    let query = |group, linked, app: Option<&str>| ListQuery {
        group,
        linked,
        app: app.map(app_id),
        ..ListQuery::default()
    };
    let (usable, other) = (Group::Usable, Group::Other);
    assert_eq!(
        ids("member", query(usable, None, None)).await,
        ["ch_wrong", "ch_a", "ch_a2"]
    );
    assert_eq!(ids("member", query(other, None, None)).await, ["ch_plain"]);
    assert_eq!(ids("below", query(usable, None, None)).await, [""; 0]);
    assert_eq!(ids("below", query(other, None, None)).await.len(), 4);
    assert_eq!(
        ids("member", query(usable, Some(true), None)).await,
        ["ch_a"]
    );
    assert_eq!(
        ids("member", query(usable, Some(false), None)).await,
        ["ch_wrong", "ch_a2"]
    );
    assert_eq!(
        ids("member", query(usable, None, Some("app_a"))).await,
        ["ch_a2"]
    );
    let rest = ids("member", query(other, None, Some("app_a"))).await;
    assert_eq!(rest, ["ch_plain", "ch_wrong", "ch_a"]);

    let rows = world
        .client("below")
        .channel_list(&query(other, None, Some("app_a")))
        .await;
    for row in rows.unwrap().body.rows {
        let shown = format!("{row:?}");
        let full = [business(OURS), business(THEIRS)].map(|b| b.number.to_string());
        // The app's own number may be shown; the channel's never.
        let theirs = if row.channel.id == channel_id("ch_wrong") {
            &full[1]
        } else {
            "none"
        };
        assert!(!shown.contains(theirs), "{shown}");
        assert_eq!(row.channel.trade_name, None);
        assert!(
            row.reasons
                .iter()
                .any(|f| matches!(f.code, Code::ChannelRole | Code::ChannelLinked))
        );
    }
    let unknown = world
        .client("other")
        .channel_list(&query(usable, None, Some("app_a")))
        .await;
    assert!(matches!(kind(unknown), Kind::Invalid { .. }));
}

pub(super) async fn home_shows_the_app_that_is_furthest_along(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let home = world
        .client("member")
        .home_get(&HomeQuery::default())
        .await
        .unwrap()
        .body;
    assert_eq!(home.app.map(|app| app.id), Some(app_id("app_open")));
    assert_eq!(
        (home.choices.len(), home.links, home.usable_channels),
        (3, 1, 3)
    );
    let query = HomeQuery {
        app: Some(app_id("app_new")),
    };
    let new = world.client("member").home_get(&query).await.unwrap().body;
    assert_eq!(new.application, None);
    assert_eq!(new.tasks.len(), 6);
    assert!(new.tasks.iter().any(|task| task.id == TaskId::Link));
    let foreign = world.client("other").home_get(&query).await;
    assert_eq!(kind(foreign), Kind::NotFound);
    let below = world
        .client("below")
        .home_get(&HomeQuery::default())
        .await
        .unwrap()
        .body;
    assert_eq!(below.app, None);
    assert_eq!(
        below.reasons.iter().map(|f| f.code).collect::<Vec<_>>(),
        [Code::AppRole]
    );
    let nothing = world
        .client("stranger")
        .home_get(&HomeQuery::default())
        .await
        .unwrap()
        .body;
    assert!(nothing.app.is_none() && nothing.reasons.is_empty());
}

/// An application may be as large as half a megabyte, and a list shows hundreds.
pub(super) async fn a_list_reads_no_application_whole(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let read = Arc::new(Mutex::new(BTreeSet::new()));
    let reading = read.clone();
    let noted = Wrapped::interleaved(world.store.clone()).after(Box::new(move |name| {
        reading.lock().unwrap().insert(name);
        Box::pin(async {})
    }));
    let front = World::over(Arc::new(noted));
    let (member, reviewer) = (front.client("member"), front.client("reviewer"));
    let list = ListQuery::default();
    let home = member.home_get(&HomeQuery::default()).await.unwrap().body;
    let apps = member.app_list(&list).await.unwrap().body.rows;
    let app = member.app_get(&app_id("app_open")).await.unwrap().body.row;
    let rows = member.application_list().await.unwrap().body.rows;
    let queue = reviewer.review_list(&ReviewQuery::default()).await;
    let opened = rows.iter().find(|row| row.id == application_id("ap_open"));
    assert_eq!(home.application.as_ref(), opened);
    assert_eq!(app.application.as_ref(), opened);
    assert!(apps.contains(&app));
    assert_eq!(rows.len(), 3);
    let queue = queue.unwrap().body.rows;
    let row = queue.iter().find(|row| Some(&row.application) == opened);
    let row = row.unwrap();
    assert_eq!((row.covers, row.warned), (2, 0));
    assert_eq!(row.opened_by.as_deref(), Some("reviewer 님"));
    let read = read.lock().unwrap();
    assert!(read.contains("outlines_of") && read.contains("reviews"));
    let whole = ["application", "applications_of"];
    assert!(!whole.iter().any(|name| read.contains(name)), "{read:?}");
}
