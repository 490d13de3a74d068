//! What the database itself promises: limits, whole batches, expectations, and that nothing is lost.

use backend::store::{Answer, Batch, Change, CommitError, Down, Expect, Session, Store as _};
use domain::id::RoleRequestId;
use domain::role::{AppRole, ChannelRole, RoleRequest, RoleRequestState, RoleWanted};
use server::store::SqliteStore;
use sqlx::Connection as _;
use tokio::task::JoinSet;

use crate::{
    answered, app, application, batch, channel, evidence, fresh, link, now, user, with_file, write,
};

/// An app with ten linked channels, and two channels more.
async fn full_app(store: &SqliteStore) {
    let mut changes = vec![Change::PutApp(app(0))];
    changes.extend((0..12).map(|n| Change::PutChannel(channel(n))));
    changes.extend((0..10).map(|n| Change::PutLink(link(0, usize::from(n), n))));
    write(store, changes).await;
}

#[tokio::test]
async fn the_database_has_no_room_for_an_eleventh_link() {
    let (_folder, store) = fresh().await;
    full_app(&store).await;
    for slot in [3, 10, 255] {
        let refused = store
            .commit(batch(vec![Change::PutLink(link(0, 11, slot))]))
            .await;
        assert_eq!(refused, Err(CommitError::Conflict), "slot {slot}");
    }
    let links = store.links_of_apps(&[app(0).id]).await.unwrap();
    assert_eq!(links.len(), 10);
    assert!(links.iter().map(|link| link.slot).eq(0..10));
}

#[tokio::test]
async fn an_app_has_one_representative_one_application_and_a_link_has_one_slot() {
    let (_folder, store) = fresh().await;
    full_app(&store).await;
    let refused = |changes| {
        let store = store.clone();
        async move {
            assert_eq!(
                store.commit(batch(changes)).await,
                Err(CommitError::Conflict)
            );
        }
    };
    let mut second = link(0, 1, 1);
    second.representative = true;
    refused(vec![Change::PutLink(second.clone())]).await;
    refused(vec![Change::PutLink(link(0, 2, 5))]).await;
    let mut twin = channel(99);
    twin.search_id = channel(0).search_id;
    refused(vec![Change::PutChannel(twin)]).await;
    write(
        &store,
        vec![Change::PutApplication(Box::new(application("ap_1")))],
    )
    .await;
    refused(vec![Change::PutApplication(Box::new(application("ap_2")))]).await;

    // The new one may be named before the old one steps down.
    let mut first = link(0, 0, 0);
    first.representative = false;
    write(
        &store,
        vec![Change::PutLink(second.clone()), Change::PutLink(first)],
    )
    .await;
    let links = store.links_of_channels(&[channel(1).id]).await.unwrap();
    assert_eq!(links, [second]);
}

#[tokio::test]
async fn a_batch_is_applied_whole_or_not_at_all() {
    let (_folder, store) = fresh().await;
    full_app(&store).await;
    let mut renamed = channel(0);
    renamed.name = "다른 이름".into();
    let half = batch(vec![
        Change::PutChannel(renamed),
        Change::PutLink(link(0, 11, 0)),
    ]);
    assert_eq!(store.commit(half).await, Err(CommitError::Conflict));
    assert_eq!(
        store.channel(&channel(0).id).await.unwrap(),
        Some(channel(0))
    );
}

#[tokio::test]
async fn batches_that_fail_take_nothing_of_their_neighbours_with_them() {
    let (_folder, store) = fresh().await;
    let mut changes: Vec<Change> = (0..100).map(|n| Change::PutChannel(channel(n))).collect();
    changes.push(Change::PutApp(app(0)));
    write(&store, changes).await;
    // A hundred at once for ten places; every tenth asks for a place of its own.
    let mut racing = JoinSet::new();
    for n in 0..100_u8 {
        let store = store.clone();
        racing.spawn(async move {
            let change = Change::PutLink(link(0, usize::from(n), n % 10));
            store.commit(batch(vec![change])).await
        });
    }
    let outcomes = racing.join_all().await;
    let linked = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let refused = outcomes
        .iter()
        .filter(|outcome| **outcome == Err(CommitError::Conflict));
    assert_eq!((linked, refused.count()), (10, 90));
    let links = store.links_of_apps(&[app(0).id]).await.unwrap();
    assert!(links.iter().map(|link| link.slot).eq(0..10));
}

#[tokio::test]
async fn an_expectation_that_no_longer_holds_stops_the_batch() {
    let (_folder, store) = fresh().await;
    full_app(&store).await;
    let request = RoleRequest {
        id: RoleRequestId::parse("rr_1").unwrap(),
        by: user("harin").id,
        wanted: RoleWanted::AppEditor { app: app(0).id },
        note: String::new(),
        state: RoleRequestState::Open,
        asked_at: now(),
        decided_at: None,
        version: 1,
    };
    write(
        &store,
        vec![
            Change::PutUser(user("harin")),
            Change::PutApplication(Box::new(application("ap_1"))),
            Change::PutRoleRequest(request.clone()),
        ],
    )
    .await;
    let expecting = |expect| Batch {
        expect: vec![expect],
        changes: vec![Change::DeleteLink(app(0).id, channel(0).id)],
        ..Batch::default()
    };
    for stale in [
        Expect::Channel(channel(0).id, 2),
        Expect::Channel(channel(50).id, 1),
        Expect::App(app(0).id, 0),
        Expect::Application(application("ap_1").id, 7),
        Expect::NoApplication(app(0).id),
        Expect::RoleRequest(request.id, 3),
    ] {
        let outcome = store.commit(expecting(stale.clone())).await;
        assert_eq!(outcome, Err(CommitError::Stale), "{stale:?}");
    }
    assert_eq!(store.links_of_apps(&[app(0).id]).await.unwrap().len(), 10);
    assert_eq!(
        store.commit(expecting(Expect::App(app(0).id, 1))).await,
        Ok(())
    );
    assert_eq!(store.links_of_apps(&[app(0).id]).await.unwrap().len(), 9);
}

#[tokio::test]
async fn a_key_has_one_answer_and_a_counter_never_repeats_itself() {
    let (_folder, store) = fresh().await;
    let (_, _, answer) = answered("key").answer.unwrap();
    let keyed = |status| Batch {
        answer: Some((
            user("harin").id,
            "key".into(),
            Answer {
                status,
                ..answer.clone()
            },
        )),
        // Whatever else is wrong with a repetition, its answer is what its sender needs.
        expect: if status == 201 {
            Vec::new()
        } else {
            vec![Expect::App(app(0).id, 1)]
        },
        ..Batch::default()
    };
    assert_eq!(store.commit(keyed(201)).await, Ok(()));
    assert_eq!(store.commit(keyed(200)).await, Err(CommitError::KeyTaken));
    let kept = store.answer(&user("harin").id, "key").await.unwrap();
    assert_eq!(kept, Some(answer.clone()));
    assert_eq!(store.answer(&user("doyun").id, "key").await.unwrap(), None);

    let mut racing = JoinSet::new();
    for _ in 0..50 {
        let store = store.clone();
        racing.spawn(async move { store.next_number("receipt").await.unwrap() });
    }
    let mut numbers = racing.join_all().await;
    numbers.sort_unstable();
    assert!(numbers.into_iter().eq(1..=50));
}

#[tokio::test]
async fn everything_is_still_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path(), now()).await.unwrap();
    full_app(&store).await;
    let file = evidence("ev_1");
    let session = Session {
        id: domain::id::SessionId::parse("se_1").unwrap(),
        token_hash: "ab".into(),
        user: user("harin").id,
        made_at: now(),
        seen_at: now(),
        from: "127.0.0.1".into(),
        agent: "a browser".into(),
        expires_at: now().plus_days(1),
    };
    store.put_file_bytes(&file.id, vec![1, 2, 3]).await.unwrap();
    write(
        &store,
        vec![
            Change::PutUser(user("harin")),
            Change::PutSession(session.clone()),
            Change::SetChannelRole(user("harin").id, channel(0).id, ChannelRole::Master),
            Change::SetAppRole(user("harin").id, app(0).id, AppRole::Owner),
            Change::PutApplication(Box::new(application("ap_1"))),
            Change::PutFile(file.clone()),
        ],
    )
    .await;
    store.close().await;
    drop(store);
    let names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(
        names.iter().all(|name| !name.ends_with("-wal")),
        "{names:?}"
    );

    let store = SqliteStore::open(folder.path(), now()).await.unwrap();
    let harin = user("harin");
    assert_eq!(store.users().await.unwrap(), std::slice::from_ref(&harin));
    assert_eq!(store.session("ab").await.unwrap(), Some(session));
    let masters = store
        .masters(&[channel(0).id, channel(1).id])
        .await
        .unwrap();
    assert_eq!(
        masters.into_iter().collect::<Vec<_>>(),
        [(channel(0).id, harin.clone())]
    );
    let owners = store.owners(&[app(0).id]).await.unwrap();
    assert_eq!(
        owners.into_iter().collect::<Vec<_>>(),
        [(app(0).id, harin.clone())]
    );
    assert_eq!(store.app(&app(0).id).await.unwrap(), Some(app(0)));
    assert_eq!(store.links_of_apps(&[app(0).id]).await.unwrap().len(), 10);
    let kept = store.application(&application("ap_1").id).await.unwrap();
    assert_eq!(kept, Some(application("ap_1")));
    assert_eq!(
        store.files(&file.application).await.unwrap(),
        std::slice::from_ref(&file)
    );
    assert_eq!(
        store.file_bytes(&file.id).await.unwrap(),
        Some(vec![1, 2, 3])
    );
    write(&store, vec![Change::DeleteFile(file.id.clone())]).await;
    assert_eq!(store.file_bytes(&file.id).await.unwrap(), None);
    store.close().await;

    let store = SqliteStore::open(folder.path(), now().plus_days(2)).await;
    let ended = store.unwrap().session("ab").await.unwrap();
    assert_eq!(ended, None, "a session that has ended is swept out");
}

#[tokio::test]
async fn what_cannot_be_read_is_told_by_its_column_and_not_by_what_stands_there() {
    let (folder, store) = fresh().await;
    let draft = application("ap_1");
    let all = vec![
        Change::PutUser(user("harin")),
        Change::PutApp(app(0)),
        Change::PutApplication(Box::new(draft.clone())),
    ];
    write(&store, all).await;
    let address = format!(
        "sqlite://{}/{}",
        folder.path().display(),
        server::store::FILE
    );
    let mut conn = sqlx::SqliteConnection::connect(&address).await.unwrap();
    for statement in [
        "UPDATE person SET duty = 'planted'",
        "UPDATE application SET body = replace(body, '\"draft\"', '\"planted\"')",
    ] {
        let done = sqlx::query(statement).execute(&mut conn).await.unwrap();
        assert_eq!(done.rows_affected(), 1);
    }
    let Down(person) = store.user(&user("harin").id).await.unwrap_err();
    let Down(body) = store.application(&draft.id).await.unwrap_err();
    for (words, column) in [(person, "duty"), (body, "body")] {
        assert!(words.contains(column), "{words}");
        assert!(!words.contains("planted"), "{words}");
    }
}

#[tokio::test]
async fn old_answers_go_however_many_there_are() {
    let (folder, store) = fresh().await;
    write(&store, vec![Change::PutUser(user("harin"))]).await;
    let mut keeping = JoinSet::new();
    for n in 0..450 {
        let store = store.clone();
        keeping.spawn(async move { store.commit(answered(&format!("old-{n}"))).await });
    }
    assert!(keeping.join_all().await.iter().all(Result::is_ok));
    store.close().await;
    let answers = async |days| {
        let store = SqliteStore::open(folder.path(), now().plus_days(days))
            .await
            .unwrap();
        let mut left = Vec::new();
        for n in 0..450 {
            let key = format!("old-{n}");
            left.extend(store.answer(&user("harin").id, &key).await.unwrap());
        }
        store.close().await;
        left.len()
    };
    assert_eq!(answers(6).await, 450);
    assert_eq!(answers(8).await, 0);
}

#[tokio::test]
async fn bytes_whose_upload_was_cut_off_are_forgotten_at_the_next_start() {
    let (folder, store) = fresh().await;
    let (kept, left) = (evidence("ev_kept"), evidence("ev_left"));
    write(&store, with_file(&kept)).await;
    for file in [&kept, &left] {
        store.put_file_bytes(&file.id, vec![1, 2, 3]).await.unwrap();
    }
    store.close().await;
    let of = |name: &str| {
        folder
            .path()
            .join("evidence")
            .join(&name[name.len() - 2..])
            .join(name)
    };
    let half = of("ev_half").with_extension("new");
    std::fs::create_dir_all(half.parent().unwrap()).unwrap();
    // What somebody else put there is not ours to remove.
    let others = [
        of("ev_left").with_extension("txt"),
        folder.path().join("evidence/ev_x"),
    ];
    for path in others.iter().chain([&half]) {
        std::fs::write(path, "x").unwrap();
    }
    let store = SqliteStore::open(folder.path(), now()).await.unwrap();
    assert_eq!(store.file_bytes(&left.id).await.unwrap(), None);
    assert_eq!(
        store.file_bytes(&kept.id).await.unwrap(),
        Some(vec![1, 2, 3])
    );
    assert!(!half.exists() && others.iter().all(|path| path.exists()));
    store.close().await;

    // Beside a new database they may be those of the one that was moved away.
    std::fs::remove_file(folder.path().join(server::store::FILE)).unwrap();
    let anew = SqliteStore::open(folder.path(), now()).await.unwrap();
    assert_eq!(
        anew.file_bytes(&kept.id).await.unwrap(),
        Some(vec![1, 2, 3])
    );
}
