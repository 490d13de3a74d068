//! What must always be true: found true of a sound store, and found broken when it was broken behind the use cases' back.

use std::sync::Arc;

use domain::application::Status;
use domain::channel::ChannelState;
use domain::id::EvidenceId;
use domain::invariants::{StateFault, Violation};
use domain::link::Link;
use domain::role::{AppRole, ChannelRole};

use super::world::*;
use crate::invariants::invariants;
use crate::store::{Change, FileRecord, Store};

pub(super) async fn what_must_always_be_true_is_looked_at(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let store = world.store.as_ref();
    let before = invariants(store).await.unwrap();
    assert_eq!(before.violations, []);
    assert!(before.applications > 0 && before.files > 0 && before.links > 0);
    // More than are looked at together.
    let many = (0..450).flat_map(|n| {
        let (id, plain) = (format!("app_many{n}"), ChannelState::Plain);
        let other = channel(&format!("ch-many{n}"), "별하", plain, None);
        [
            Change::PutApp(app(&id, "별하", OURS)),
            Change::SetAppRole(user_id("owner"), app_id(&id), AppRole::Owner),
            Change::SetChannelRole(user_id("owner"), other.id.clone(), ChannelRole::Master),
            Change::PutChannel(other),
        ]
    });
    // A role needs what it is on.
    let (mut many, roles): (Vec<_>, Vec<_>) =
        many.partition(|change| matches!(change, Change::PutApp(_) | Change::PutChannel(_)));
    many.extend(roles);
    world.write(many).await;
    let looked = invariants(store).await.unwrap();
    assert_eq!(looked.apps, before.apps + 450, "every app once");
    assert_eq!(looked.channels, before.channels + 450, "every channel once");
    assert_eq!(
        (looked.violations, looked.drifted),
        (vec![], before.drifted)
    );

    let links = store.links_of_apps(&[app_id("app_a")]).await.unwrap();
    let representative = links.into_iter().find(|link| link.representative).unwrap();
    let mut draft = store
        .application(&application_id("ap_draft"))
        .await
        .unwrap()
        .unwrap();
    draft.status = Status::Approved;
    let file = store.files(&draft.id).await.unwrap().pop().unwrap();
    let missing = FileRecord {
        id: EvidenceId::parse("ev_missing").unwrap(),
        ..file.clone()
    };
    let (id, files) = (draft.id.clone(), (file.id.clone(), missing.id.clone()));
    let spoilt = vec![
        Change::PutLink(Link {
            representative: false,
            ..representative
        }),
        Change::PutApplication(Box::new(draft)),
        Change::PutFile(missing),
        Change::SetChannelRole(
            user_id("member"),
            channel_id("ch_plain"),
            ChannelRole::Master,
        ),
        Change::RemoveAppRole(user_id("owner"), app_id("app_new")),
    ];
    world.write(spoilt).await;
    store
        .put_file_bytes(&file.id, b"other bytes".to_vec())
        .await
        .unwrap();
    let mut found = invariants(store).await.unwrap().violations;
    found.sort();
    let mut wanted = vec![
        Violation::Representatives(app_id("app_a"), 0),
        Violation::State(id.clone(), StateFault::Rounds),
        Violation::FileMissing(id.clone(), files.1),
        Violation::FileChanged(id, files.0),
        Violation::Masters(channel_id("ch_plain"), 2),
        Violation::Owners(app_id("app_new"), 0),
    ];
    wanted.sort();
    // A draft that is said to be approved has no round that could say otherwise.
    assert_eq!(found, wanted);
}
