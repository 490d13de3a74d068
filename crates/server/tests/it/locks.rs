//! Which rows a batch holds on PostgreSQL, and which it takes first.

use backend::store::{Batch, Change, Expect, ShareRecord, Store as _};
use domain::application::Document;
use domain::share::shown;
use sqlx::{Connection as _, Executor as _};

use crate::postgres::{connect, fresh, until_somebody_waits};
use crate::{app, application, batch, now, user};

const COMPLETE: &str = include_str!("../../../../examples/complete.json");

/// Whoever changes a role holds the person and then wants the app. Whoever shares a screen refers to the person: if they held the app
/// already, each would wait for the other.
#[tokio::test]
async fn who_shares_a_screen_waits_for_its_author_with_nothing_in_hand() {
    let (name, store) = fresh().await;
    let (author, draft) = (user("harin"), application("ap_1"));
    let all = vec![
        Change::PutUser(author.clone()),
        Change::PutApp(app(0)),
        Change::PutApplication(Box::new(draft.clone())),
    ];
    store.commit(batch(all)).await.unwrap();
    let document: Document = serde_json::from_str(COMPLETE).unwrap();
    let share = ShareRecord {
        id: "sh_1".parse().unwrap(),
        application: draft.id.clone(),
        token_hash: "00".into(),
        by: author.id,
        made_at: now(),
        expires_at: now().plus_days(1),
        revoked_at: None,
        document: shown(&document),
    };
    let share = Batch {
        expect: vec![
            Expect::App(app(0).id, 1),
            Expect::Application(draft.id.clone(), 1),
        ],
        ..batch(vec![Change::PutShare(Box::new(share))])
    };
    let mut conn = connect(&name).await;
    let mut role = conn.begin().await.unwrap();
    let person = "SELECT 1 FROM person FOR UPDATE";
    role.execute(person).await.unwrap();
    let sharing = tokio::spawn({
        let store = store.clone();
        async move { store.commit(share).await }
    });
    until_somebody_waits(&name).await;
    let app = "SELECT 1 FROM app FOR UPDATE NOWAIT";
    role.execute(app).await.unwrap();
    role.commit().await.unwrap();
    assert_eq!(sharing.await.unwrap(), Ok(()));
    assert_eq!(store.shares(&draft.id).await.unwrap().len(), 1);
}
