//! Links through HTTP.

use std::sync::Arc;

use contract::Kind;
use contract::body::{LinkDraft, LinkQuery, RepresentativeDraft};
use contract::error::FieldFault;
use domain::channel::ChannelState;
use domain::finding::Code;
use domain::subject::Subject;

use super::world::*;
use crate::store::{Change, Store};

fn draft(channels: &[&str], representative: Option<&str>) -> LinkDraft {
    LinkDraft {
        channels: channels.iter().map(|id| channel_id(id)).collect(),
        representative: representative.map(channel_id),
    }
}

pub(super) async fn a_link_is_made_shown_and_taken_away(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, app) = (world.client("member"), app_id("app_new"));
    let two = draft(&["ch_a", "ch_a2"], Some("ch_a2"));
    let made = client.link_create(&app, &two, world.at(1)).await.unwrap();
    assert_eq!(made.version, 2);
    let names: Vec<&str> = made
        .body
        .links
        .iter()
        .map(|link| link.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["별하 커피 강남점", "별하 커피"],
        "the representative one first"
    );
    let read = client.app_get(&app).await.unwrap();
    assert_eq!(
        (read.version, &read.body),
        (2, &made.body),
        "what was answered is what is so"
    );

    let stale = client.link_create(&app, &two, world.at(1)).await;
    assert_eq!(kind(stale), Kind::Stale { version: 2 });
    let other = RepresentativeDraft {
        channel: channel_id("ch_a"),
    };
    let shown = client
        .representative_set(&app, &other, world.at(2))
        .await
        .unwrap();
    assert_eq!(shown.body.links[0].link.channel, channel_id("ch_a"));
    assert_eq!(shown.body, client.app_get(&app).await.unwrap().body);
    let unlinked = RepresentativeDraft {
        channel: channel_id("ch_wrong"),
    };
    let refused = client
        .representative_set(&app, &unlinked, world.at(3))
        .await;
    assert!(matches!(kind(refused), Kind::Invalid { .. }));

    let query = LinkQuery {
        channel: Some(channel_id("ch_a2")),
    };
    let listed = client.link_list(&query).await.unwrap().body.apps;
    assert_eq!(listed.len(), 1);
    let rest = client
        .link_delete(&app, &channel_id("ch_a"), world.at(3))
        .await
        .unwrap();
    assert_eq!(rest.body.links.len(), 1);
    assert!(
        rest.body.links[0].link.representative,
        "the other one takes over"
    );
    let again = client
        .link_delete(&app, &channel_id("ch_a"), world.at(4))
        .await;
    assert_eq!(kind(again), Kind::NotFound);
    let detail = client.channel_get(&channel_id("ch_a2")).await.unwrap().body;
    assert_eq!(detail.links[0].app.id, app);
    assert_eq!(detail.row.linked_to.len(), 1);
}

pub(super) async fn every_reason_is_given_and_nothing_is_linked(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, app) = (world.client("member"), app_id("app_new"));
    let all = draft(&["ch_a", "ch_plain", "ch_wrong"], None);
    let Kind::Refused { findings } = kind(client.link_create(&app, &all, world.at(1)).await) else {
        panic!("not refused by the rules");
    };
    let found: Vec<_> = findings
        .iter()
        .map(|f| (f.code, f.subject.clone()))
        .collect();
    assert_eq!(
        found,
        [
            (Code::ChannelPlain, Subject::Channel(channel_id("ch_plain"))),
            (
                Code::NumberDiffers,
                Subject::Channel(channel_id("ch_wrong"))
            ),
        ]
    );
    let now = client.app_get(&app).await.unwrap();
    assert_eq!(
        (now.version, now.body.links.len()),
        (1, 0),
        "all or nothing"
    );

    let field = |channels: &[&str], representative| draft(channels, representative);
    for (bad, name, problem) in [
        (field(&[], None), "channels", FieldFault::Missing),
        (
            field(&["ch_a", "ch_a"], None),
            "channels.1",
            FieldFault::Repeated,
        ),
        (
            field(&["ch_a", "ch_other"], None),
            "channels.1",
            FieldFault::Unknown,
        ),
        (
            field(&["ch_a"], Some("ch_a2")),
            "representative",
            FieldFault::Unknown,
        ),
    ] {
        let Kind::Invalid { fields } = kind(client.link_create(&app, &bad, world.at(1)).await)
        else {
            panic!("not invalid");
        };
        assert_eq!(
            (fields[0].field.as_str(), &fields[0].problem),
            (name, &problem)
        );
    }
    let linked = client
        .link_create(&app_id("app_a"), &draft(&["ch_a"], None), world.at(1))
        .await;
    assert!(
        matches!(kind(linked), Kind::Refused { findings } if findings[0].code == Code::ChannelLinked)
    );
    let too_low = world
        .client("below")
        .link_create(&app, &draft(&["ch_a"], None), world.at(1))
        .await;
    assert!(
        matches!(kind(too_low), Kind::Forbidden { reasons } if reasons[0].code == Code::AppRole)
    );
}

pub(super) async fn the_eleventh_is_refused(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let names: Vec<String> = (0..11).map(|n| format!("ch_n{n:02}")).collect();
    for name in &names {
        let channel = channel(name, name, ChannelState::Business, Some(OURS));
        world.write(vec![Change::PutChannel(channel)]).await;
        world.write(channel_roles(name).into()).await;
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (client, app) = (world.client("member"), app_id("app_new"));
    let full = |result| match kind(result) {
        Kind::Refused { findings } => {
            assert_eq!(findings.len(), 1);
            assert_eq!(findings[0].code, Code::AppFull);
            findings[0].subject.clone()
        }
        other => panic!("{other:?}"),
    };
    let eleven = client
        .link_create(&app, &draft(&names, None), world.at(1))
        .await;
    assert_eq!(full(eleven), Subject::Channels);
    client
        .link_create(&app, &draft(&names[..9], None), world.at(1))
        .await
        .unwrap();
    let two = client
        .link_create(&app, &draft(&names[9..], None), world.at(2))
        .await;
    assert_eq!(
        full(two),
        Subject::Channel(channel_id("ch_n10")),
        "one fits, the other does not"
    );
    client
        .link_create(&app, &draft(&names[9..10], None), world.at(2))
        .await
        .unwrap();
    let eleventh = client
        .link_create(&app, &draft(&names[10..], None), world.at(3))
        .await;
    assert_eq!(full(eleventh), Subject::Channel(channel_id("ch_n10")));
}
