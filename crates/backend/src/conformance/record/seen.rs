//! The record as it is read: in pages, with filters, and by whom.

use std::sync::Arc;

use contract::Kind;
use contract::body::{LinkDraft, PeopleQuery, RecordQuery};
use domain::record::{Difference, Entry, Object, Outcome};
use domain::role::Duty;

use super::super::world::*;
use super::{entry, recording};
use crate::record::added;
use crate::store::{Change, RecordAsk, Store};

/// The entry of that number: every fifth by the owner, every other about `ch_a`, every seventh refused, the last five unlinking.
fn numbered(n: i64) -> Entry {
    let who = if n % 5 == 0 { "owner" } else { "member" };
    let object = if n % 2 == 0 {
        "channel:ch_a"
    } else {
        "channel:ch_b"
    };
    let operation = if n < 20 { "link_create" } else { "link_delete" };
    let mut one = entry(operation, who, object);
    one.at = domain::time::Time::from_millis(now().millis() + n / 2);
    if n % 7 == 0 {
        one.outcome = Outcome::Refused;
        one.reason = "stale".into();
    }
    one
}

/// Filters and pages: newest first, every row once, there and back.
pub(in super::super) async fn the_record_is_read_in_pages(store: Arc<dyn Store>) {
    let entries = (0..25).map(numbered).collect();
    store.commit(recording(entries)).await.unwrap();
    let object = |text: &str| text.parse::<Object>().unwrap();
    let at = |n: i64| Some(domain::time::Time::from_millis(now().millis() + n));
    let ask = || RecordAsk {
        rows: 4,
        ..RecordAsk::default()
    };
    for (ask, expected) in [
        (ask(), 25),
        (
            RecordAsk {
                object: Some(object("channel:ch_a")),
                ..ask()
            },
            13,
        ),
        (
            RecordAsk {
                object: Some(object("app:app_a")),
                ..ask()
            },
            25,
        ),
        (
            RecordAsk {
                object: Some(object("app:ch_a")),
                ..ask()
            },
            0,
        ),
        (
            RecordAsk {
                actor: Some(user_id("owner")),
                ..ask()
            },
            5,
        ),
        (
            RecordAsk {
                operation: Some("link_delete".into()),
                ..ask()
            },
            5,
        ),
        (
            RecordAsk {
                outcome: Some(Outcome::Refused),
                ..ask()
            },
            4,
        ),
        (
            RecordAsk {
                from: at(2),
                to: at(4),
                ..ask()
            },
            4,
        ),
        (
            RecordAsk {
                object: Some(object("channel:ch_a")),
                actor: Some(user_id("member")),
                from: at(1),
                ..ask()
            },
            10,
        ),
    ] {
        there_and_back(&*store, &ask, expected).await;
    }
    let nonsense = RecordAsk {
        cursor: Some("nonsense".into()),
        ..ask()
    };
    assert!(store.records(&nonsense).await.unwrap().rows.is_empty());
}

/// Reads all pages of that question, counts their rows, and goes back to the first.
async fn there_and_back(store: &dyn Store, ask: &RecordAsk, expected: usize) {
    let mut seen = Vec::new();
    let mut pages = vec![store.records(ask).await.unwrap()];
    while let Some(next) = pages.last().unwrap().next.clone() {
        let ask = RecordAsk {
            cursor: Some(next),
            ..ask.clone()
        };
        pages.push(store.records(&ask).await.unwrap());
    }
    for page in &pages {
        assert_eq!(page.count, expected, "{ask:?}");
        seen.extend(page.rows.iter().map(|one| (one.entry.at, one.seq)));
    }
    assert_eq!(seen.len(), expected, "{ask:?}");
    assert!(seen.windows(2).all(|pair| pair[0] > pair[1]), "{seen:?}");
    // And back from the last to the first.
    for (n, page) in pages.iter().enumerate().skip(1) {
        let back = RecordAsk {
            cursor: page.previous.clone(),
            ..ask.clone()
        };
        let before = store.records(&back).await.unwrap();
        assert_eq!(before.rows, pages[n - 1].rows, "{ask:?}");
    }
}

/// Operators see everything, masters and owners what is about theirs, everybody what they did themselves.
pub(in super::super) async fn the_record_is_shown_to_whom_it_concerns(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    world
        .write(vec![
            Change::PutUser(user("desk", Duty::Operator)),
            session("desk", now().plus_days(1)),
        ])
        .await;
    let member = world.client("member");
    let draft = LinkDraft {
        channels: vec![channel_id("ch_a2")],
        representative: None,
    };
    member
        .link_create(&app_id("app_a"), &draft, world.at(1))
        .await
        .unwrap();
    for name in ["ch_other", "no_such_thing"] {
        let refused = member.channel_get(&channel_id(name)).await;
        assert_eq!(kind(refused), Kind::NotFound);
    }
    let ask = |object: Option<&str>, actor: Option<&str>| RecordQuery {
        object: object.map(|object| object.parse().unwrap()),
        actor: actor.map(user_id),
        ..RecordQuery::default()
    };
    let list = async |who: &str, object: Option<&str>, actor: Option<&str>| {
        let client = world.client(who);
        let answer = client.record_list(&ask(object, actor)).await;
        answer.map(|tagged| tagged.body)
    };
    let shown = async |who: &str, object: Option<&str>, actor: Option<&str>| {
        let records = list(who, object, actor).await.unwrap();
        // That the record was looked at is in it, too.
        let rows = records.rows.iter().map(|row| row.operation.clone());
        let rows: Vec<String> = rows.filter(|one| one != "record_list").collect();
        (rows.join(" "), records.own)
    };
    let all = "channel_get channel_get link_create";
    for (who, object, actor, expected, own) in [
        ("desk", None, None, all, false),
        ("desk", None, Some("member"), all, false),
        ("desk", Some("channel:ch_other"), None, "channel_get", false),
        ("member", None, None, all, true),
        ("member", Some("app:app_a"), None, "link_create", true),
        ("owner", None, None, "", true),
        ("owner", Some("app:app_a"), None, "link_create", false),
        (
            "owner",
            Some("app:app_a"),
            Some("member"),
            "link_create",
            false,
        ),
        ("owner", Some("channel:ch_a2"), None, "link_create", false),
        ("owner", Some("channel:ch_other"), None, "", true),
        (
            "other",
            Some("channel:ch_other"),
            None,
            "channel_get",
            false,
        ),
        ("stranger", Some("application:ap_draft"), None, "", true),
    ] {
        let found = shown(who, object, actor).await;
        assert_eq!(
            found,
            (expected.to_owned(), own),
            "{who} {object:?} {actor:?}"
        );
    }
    let refused = list("member", None, Some("owner")).await;
    assert!(matches!(kind(refused), Kind::Forbidden { .. }));
    let records = list("member", None, None).await.unwrap();
    assert_eq!(
        records.names.get("app:app_a").map(String::as_str),
        Some("별하 주문")
    );
    assert!(
        !records.names.contains_key("channel:ch_other"),
        "a name is not learned by asking for it"
    );
    assert!(records.rows[0].origin.is_some());
    from_where_is_not_for_others(&world, &ask(Some("app:app_a"), None)).await;
    whoever_takes_it_away_is_in_it(&world).await;
}

async fn from_where_is_not_for_others(world: &World, of_theirs: &RecordQuery) {
    let owners = world.client("owner").record_list(of_theirs).await;
    let owners = owners.unwrap().body.rows.into_iter();
    let others = owners.filter(|row| row.actor_name != "owner 님");
    let from: Vec<_> = others.map(|row| row.origin).collect();
    assert_eq!(from, [None]);
}

async fn whoever_takes_it_away_is_in_it(world: &World) {
    let desk = world.client("desk");
    let before = world.store.chain_head().await.unwrap().seq;
    let query = RecordQuery {
        actor: Some(user_id("member")),
        outcome: Some(Outcome::Done),
        ..RecordQuery::default()
    };
    let export = desk.record_export(&query).await.unwrap().body;
    assert_eq!(export.rows.len(), 1);
    desk.record_list(&query).await.unwrap();
    let people = PeopleQuery {
        q: "멤버 김".into(),
        cursor: None,
    };
    desk.user_list(&people).await.unwrap();
    let member = world.client("member");
    member.record_list(&RecordQuery::default()).await.unwrap();
    let written = world.store.records_after(before, 9).await.unwrap();
    let told: Vec<(&str, &[Object], &[Difference])> = written
        .iter()
        .map(|one| &one.entry)
        .inspect(|entry| assert_eq!(entry.outcome, Outcome::Seen))
        .map(|entry| (entry.operation.as_str(), &*entry.about, &*entry.changes))
        .collect();
    let whose = [Object::from(&user_id("member"))];
    let asked = [added("query.outcome", "done")];
    assert_eq!(
        told,
        [
            ("record_export", &whose[..], &asked[..]),
            ("record_list", &whose, &asked),
            ("user_list", &[], &[added("query.q", "멤버 김")]),
        ],
        "whoever looks is in it, with whom they looked for; and not who looks at their own"
    );
}
