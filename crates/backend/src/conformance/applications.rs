//! Applications, as applicants see them.

use std::sync::Arc;

use contract::Kind;
use contract::body::ApplicationDraft;
use contract::error::FieldFault;
use domain::application::{Status, WhyNot};
use domain::evidence::Evidence;
use domain::finding::Code;
use domain::form::{Form, TEXT_CHARS_HARD_MAX};
use domain::id::EvidenceId;
use domain::role::AppRole;

use super::world::*;
use crate::store::{Change, Store};

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
