//! Applications, as applicants see them.

use std::sync::Arc;

use contract::Kind;
use contract::body::ApplicationDraft;
use contract::error::FieldFault;
use contract::query::HomeQuery;
use domain::application::{BYTES_MAX, Document, Status, WhyNot};
use domain::channel::ChannelState;
use domain::check::check;
use domain::evidence::Evidence;
use domain::finding::{Code, Finding};
use domain::form::{Form, ROWS_MAX, TEXT_CHARS_HARD_MAX};
use domain::id::EvidenceId;
use domain::role::{AppRole, ChannelRole};

use super::world::*;
use crate::store::{Change, Store};

/// Whatever it is that a round keeps much of: the first is kept, another one is not.
pub(super) async fn an_application_is_not_kept_without_end(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let submit = async |version| client.application_submit(&id, world.at(version)).await;
    let mut form = client.application_get(&id).await.unwrap();
    form.body.application.form.login.scopes_sent = (0..ROWS_MAX)
        .map(|row| format!("a{row},b ").repeat(TEXT_CHARS_HARD_MAX / 10))
        .collect();
    let form = form.body.application.form;
    client
        .application_save(&id, &form, world.at(2))
        .await
        .unwrap();
    let submitted = submit(3).await.unwrap().body.application;
    assert!(
        submitted.rounds[0].findings.len() < 200,
        "each scope is told once"
    );
    client.application_withdraw(&id, world.at(4)).await.unwrap();
    let kept = world.store.application(&id).await.unwrap();
    let mut kept = kept.unwrap();
    kept.rounds[0].document.form.texts.footer = "x".repeat(BYTES_MAX);
    world
        .write(vec![Change::PutApplication(Box::new(kept))])
        .await;
    let why = WhyNot::EnoughRounds;
    assert_eq!(kind(submit(5).await), Kind::WrongState { why });
}

pub(super) async fn a_draft_is_started_once_and_saved(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let client = world.client("member");
    let draft = ApplicationDraft {
        app: app_id("app_new"),
    };
    let before = client.application_list().await.unwrap().body;
    assert!(before.startable.iter().any(|app| app.id == draft.app));
    let started = client
        .application_create(&draft, world.with_key())
        .await
        .unwrap();
    let again = client
        .application_create(&draft, world.with_key())
        .await
        .unwrap();
    assert_eq!(started, again, "there is one application for an app");
    let after = client.application_list().await.unwrap().body;
    assert!(after.startable.iter().all(|app| app.id != draft.app));
    assert_eq!(after.rows.len(), 4);

    let id = started.body.application.id;
    let saved = client
        .application_save(&id, &sound_form(), world.at(1))
        .await
        .unwrap();
    assert_eq!(
        (saved.version, &saved.body.application.form),
        (2, &sound_form())
    );
    let read = client.application_get(&id).await.unwrap();
    assert_eq!(read.body, saved.body, "what was answered is what is so");
    let stale = client
        .application_save(&id, &Form::default(), world.at(1))
        .await;
    assert_eq!(kind(stale), Kind::Stale { version: 2 });
    let below = world
        .client("below")
        .application_get(&id)
        .await
        .unwrap()
        .body;
    assert_eq!(
        (below.role, below.owner.as_str()),
        (AppRole::Below, "owner 님")
    );
    let exported = client.application_export(&id).await.unwrap().body;
    assert_eq!(exported, read.body.document);

    let mut bad = sound_form();
    bad.service.name = "가".repeat(TEXT_CHARS_HARD_MAX + 1);
    bad.terms[0].tag = "\0".into();
    bad.evidence.push(Evidence {
        id: EvidenceId::parse("ev_1").unwrap(),
        name: "somebody else's".into(),
        kind: None,
        page: None,
        shows: Vec::new(),
        masked: true,
        production: None,
        marks: Vec::new(),
        description: String::new(),
    });
    let Kind::Invalid { fields } = kind(client.application_save(&id, &bad, world.at(2)).await)
    else {
        panic!("not invalid");
    };
    let mut fields: Vec<_> = fields.into_iter().map(|f| (f.field, f.problem)).collect();
    fields.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(
        fields,
        [
            ("evidence.0.id".to_owned(), FieldFault::Unknown),
            (
                "service.name".to_owned(),
                FieldFault::TooLong(TEXT_CHARS_HARD_MAX)
            ),
            ("terms.0.tag".to_owned(), FieldFault::BadCharacter),
        ]
    );
}

pub(super) async fn what_blocks_is_not_submitted(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let mut form = sound_form();
    form.declared = false;
    client
        .application_save(&id, &form, world.at(2))
        .await
        .unwrap();
    let refused = client.application_submit(&id, world.at(3)).await;
    assert!(matches!(kind(refused), Kind::Refused { findings } if !findings.is_empty()));
    client
        .application_save(&id, &sound_form(), world.at(3))
        .await
        .unwrap();

    let mut blocked = app("app_a", "별하 주문", OURS);
    blocked.blocked = true;
    world.write(vec![Change::PutApp(blocked)]).await;
    let Kind::Refused { findings } = kind(client.application_submit(&id, world.at(4)).await) else {
        panic!("not refused");
    };
    assert_eq!(findings[0].code, Code::AppBlocked);
    world
        .write(vec![Change::PutApp(app("app_a", "별하 주문", OURS))])
        .await;

    let submitted = client
        .application_submit(&id, world.at(4))
        .await
        .unwrap()
        .body
        .application;
    assert_eq!(submitted.status, Status::Submitted);
    let receipt = submitted.receipt.unwrap();
    assert!(
        receipt.starts_with("S-2026-") && receipt.len() == 13,
        "{receipt}"
    );
    let locked = client
        .application_save(&id, &sound_form(), world.at(5))
        .await;
    assert_eq!(
        kind(locked),
        Kind::WrongState {
            why: WhyNot::UnderReview
        }
    );
    let stopped = client
        .application_withdraw(&id, world.at(5))
        .await
        .unwrap()
        .body
        .application;
    assert_eq!(stopped.status, Status::Withdrawn);
    let again = client.application_withdraw(&id, world.at(6)).await;
    assert_eq!(
        kind(again),
        Kind::WrongState {
            why: WhyNot::NotSubmitted
        }
    );
    let second = client
        .application_submit(&id, world.at(6))
        .await
        .unwrap()
        .body
        .application;
    assert_eq!(
        second.receipt,
        Some(receipt),
        "one receipt for an application"
    );
    assert_eq!(second.rounds.len(), 2);
}

/// Below manager, a channel's number is whole only where it is the app's own. That it differs is found all the same.
pub(super) async fn a_number_is_shown_no_more_than_elsewhere(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let id = application_id("ap_draft");
    let read = async |who: &str| {
        let client = world.client(who);
        let detail = client.application_get(&id).await.unwrap().body;
        let exported = client.application_export(&id).await.unwrap().body;
        assert_eq!(exported, detail.document, "{who}");
        let business = exported.channels[0].business.clone().unwrap();
        let shown = [
            business.number,
            business.trade_name,
            business.representative,
        ];
        (shown, differing(check(&exported, None)))
    };
    let (shown, found) = read("below").await;
    assert_eq!(shown, [&*business(OURS).number.to_string(), "", ""]);
    assert_eq!(found, None, "what is the same is not taken for different");

    // The first five digits are the app's, too: those that are not shown differ.
    let twin = "999010002";
    let changed = channel("ch_a", "별하 커피", ChannelState::Business, Some(twin));
    world.write(vec![Change::PutChannel(changed)]).await;
    let whole = business(twin).number;
    let (shown, found) = read("member").await;
    assert_eq!(shown[0], whole.to_string());
    assert!(found.unwrap().contains(&whole.to_string()));
    let (shown, found) = read("below").await;
    assert_eq!(shown, ["999-01-•••••", "", ""]);
    assert!(found.unwrap().contains("999-01-•••••"));

    let (who, role) = (user_id("member"), ChannelRole::Below);
    let demoted = Change::SetChannelRole(who, channel_id("ch_a"), role);
    world.write(vec![demoted]).await;
    let client = world.client("member");
    let Kind::Refused { findings } = kind(client.application_submit(&id, world.at(2)).await) else {
        panic!("not refused");
    };
    let told = differing(findings).unwrap();
    assert!(
        told.contains("999-01-•••••") && !told.contains(&whole.to_string()),
        "{told}"
    );

    let home = client.home_get(&HomeQuery::default()).await.unwrap();
    let drift = format!("{:?}", home.body.drift.unwrap());
    assert!(drift.contains("999-01-•••••"), "{drift}");

    let below = world.client("below");
    let sent = below.application_get(&application_id("ap_sub")).await;
    let rounds = sent.unwrap().body.application.rounds;
    let of_round: Document = rounds[0].document.clone();
    let business = of_round.channels[0].business.clone().unwrap();
    assert_eq!(business.trade_name, "", "nor in a round");
}

/// The finding that the numbers differ, in full.
fn differing(findings: Vec<Finding>) -> Option<String> {
    let mut findings = findings.into_iter();
    let found = findings.find(|finding| finding.code == Code::NumberDiffers);
    found.map(|finding| format!("{finding:?}"))
}
