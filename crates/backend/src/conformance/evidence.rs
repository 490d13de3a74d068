//! Files.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use contract::Kind;
use contract::body::{EvidenceFile, EvidenceQuery};
use contract::endpoint::{Endpoint, EvidenceCreate, EvidenceGet, fill};
use contract::transport::Request;
use domain::evidence::{Evidence, FILE_BYTES_MAX, FILES_MAX, FileProblem, Media};
use domain::id::EvidenceId;
use domain::time::Time;

use super::world::*;
use super::wrapped::Wrapped;
use crate::store::{Batch, Change, Store};

pub(super) async fn a_file_comes_back_as_it_was(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let named = |name: &str| EvidenceQuery { name: name.into() };
    let put = async |name: &str, bytes: &[u8]| {
        client
            .evidence_create(&id, &named(name), bytes.to_vec(), world.with_key())
            .await
    };
    let file = put("가입 \"화면\".pdf", PDF).await.unwrap().body;
    assert_eq!((file.media, file.bytes), (Media::Pdf, 15));
    assert_eq!(client.evidence_get(&id, &file.id).await.unwrap(), PDF);
    let below = world.door_of("below");
    let reply = below.call(Request {
        method: EvidenceGet::FACTS.method,
        path: fill(EvidenceGet::FACTS.path, &[id.as_str(), file.id.as_str()]),
        headers: Vec::new(),
        body: Vec::new(),
    });
    let headers = reply.await.unwrap().headers;
    for (name, value) in [
        ("content-type", "application/pdf"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "sandbox; default-src 'none'"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(headers[name], value);
    }
    let disposition = headers["content-disposition"].to_str().unwrap();
    assert!(
        disposition.starts_with("attachment; filename=\"__ ____.pdf\"; filename*=UTF-8''%EA"),
        "{disposition}"
    );

    assert!(matches!(kind(put("", PDF).await), Kind::Invalid { .. }));
    assert!(matches!(
        kind(put(&"x".repeat(121), PDF).await),
        Kind::Invalid { .. }
    ));
    let not_taken = |problem| Kind::File { problem };
    assert_eq!(
        kind(put("x.pdf", b"<svg/>").await),
        not_taken(FileProblem::WrongType)
    );
    assert_eq!(kind(put("x.pdf", b"").await), not_taken(FileProblem::Empty));
    let huge = put("x.pdf", &vec![0; FILE_BYTES_MAX + 1]).await;
    assert_eq!(
        kind(huge),
        Kind::TooLarge {
            limit: FILE_BYTES_MAX
        }
    );
    for _ in 2..FILES_MAX {
        put("x.pdf", PDF).await.unwrap();
    }
    assert_eq!(
        kind(put("x.pdf", PDF).await),
        not_taken(FileProblem::TooMany)
    );
    submitted_files_stay(&world, file.id).await;
    let member = world.door_of("member");
    let wrong = member.call(Request {
        method: EvidenceCreate::FACTS.method,
        path: format!(
            "{}?name=x",
            fill(EvidenceCreate::FACTS.path, &[id.as_str()])
        ),
        headers: vec![
            ("content-type", "text/html".into()),
            ("idempotency-key", world.key()),
        ],
        body: PDF.to_vec(),
    });
    assert_eq!(wrong.await.unwrap().status, 415);
}

/// A reviewer sees what was submitted, and only that; and it cannot be taken away any more.
async fn submitted_files_stay(world: &World, file: EvidenceId) {
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let reviewer = world.client("reviewer");
    let mut form = sound_form();
    form.evidence.push(named(&file));
    client
        .application_save(&id, &form, world.at(2))
        .await
        .unwrap();
    assert_eq!(
        kind(reviewer.evidence_get(&id, &file).await),
        Kind::NotFound
    );
    client.application_submit(&id, world.at(3)).await.unwrap();
    assert_eq!(reviewer.evidence_get(&id, &file).await.unwrap(), PDF);
    let seen = reviewer.review_get(&id).await.unwrap().body.files;
    assert_eq!(seen.len(), 1);
    client.application_withdraw(&id, world.at(4)).await.unwrap();
    let kept = client.evidence_delete(&id, &file).await;
    assert!(matches!(kind(kept), Kind::WrongState { .. }));
    let all = client.application_get(&id).await.unwrap().body.files;
    let free = all.into_iter().find(|one| one.id != file).unwrap().id;
    client.evidence_delete(&id, &free).await.unwrap();
    assert_eq!(kind(client.evidence_get(&id, &free).await), Kind::NotFound);
}

/// Ten files count: those the draft names, and those that nobody names yet. One that only a submitted round names is history, and one
/// that was uploaded an hour ago and that nobody names gives way when there is no room.
pub(super) async fn files_of_the_past_make_room(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (client, id) = (world.client("member"), application_id("ap_draft"));
    let name = EvidenceQuery {
        name: "x.pdf".into(),
    };
    let put = async || {
        client
            .evidence_create(&id, &name, PDF.to_vec(), world.with_key())
            .await
    };
    let full = Kind::File {
        problem: FileProblem::TooMany,
    };
    let old = put().await.unwrap().body.id;
    let mut form = sound_form();
    form.evidence.push(named(&old));
    let (first, at) = (EvidenceId::parse("ev_1").unwrap(), |n| world.at(n));
    client.application_save(&id, &form, at(2)).await.unwrap();
    client.application_submit(&id, at(3)).await.unwrap();
    client.application_withdraw(&id, at(4)).await.unwrap();
    for _ in 2..FILES_MAX {
        put().await.unwrap();
    }
    assert_eq!(kind(put().await), full, "the draft names it, too");
    form.evidence.clear();
    client.application_save(&id, &form, at(5)).await.unwrap();
    let fresh = put().await.unwrap().body.id;
    assert_eq!(kind(put().await), full, "all ten may be named in a moment");
    form.evidence = vec![named(&first), named(&fresh)];
    client.application_save(&id, &form, at(6)).await.unwrap();
    world
        .clock
        .set(Time::from_millis(now().millis() + 3_600_000));
    put().await.unwrap();
    let files = client.application_get(&id).await.unwrap().body.files;
    assert_eq!(files.len(), 1 + FILES_MAX, "one has given way");
    for kept in [&old, &first, &fresh] {
        assert!(files.iter().any(|file| file.id == *kept), "{kept}");
    }
}

/// A file as a form names it.
pub(super) fn named(file: &EvidenceId) -> Evidence {
    Evidence {
        id: file.clone(),
        name: "가입 화면.pdf".into(),
        kind: None,
        page: None,
        shows: Vec::new(),
        masked: true,
        production: None,
        marks: Vec::new(),
        description: String::new(),
    }
}

/// Of two uploads with one key at the same time one is kept, with its bytes; of the other nothing stays, whether it is the same file
/// or another one under a key that is used.
pub(super) async fn an_upload_sent_twice_at_once_is_kept_once(
    store: Arc<dyn Store>,
    refused: Arc<dyn Store>,
    twin: Arc<dyn Store>,
) {
    assert_eq!(bytes_kept_of_two(store, PDF, |_| {}).await, 1);
    let other = [PDF, b"\n"].concat();
    assert_eq!(bytes_kept_of_two(refused, &other, |_| {}).await, 1);
    let untidy = |batch: &mut Batch| {
        batch
            .changes
            .retain(|change| !matches!(change, Change::DeleteFile(_)));
    };
    assert_eq!(
        bytes_kept_of_two(twin, PDF, untidy).await,
        2,
        "what stays is seen"
    );
}

/// The second one is whole just before the first is written, whose bytes are there already.
async fn bytes_kept_of_two(store: Arc<dyn Store>, first: &[u8], twist: fn(&mut Batch)) -> usize {
    let faster = World::new(store.clone()).await;
    let id = application_id("ap_draft");
    // Each world counts its identifiers from 1: by this they do not come to the same ones.
    for _ in 0..20 {
        let seen = faster.client("member").application_get(&id).await;
        assert!(seen.is_ok());
    }
    let request = Request {
        method: EvidenceCreate::FACTS.method,
        path: format!(
            "{}?name=x.pdf",
            fill(EvidenceCreate::FACTS.path, &[id.as_str()])
        ),
        headers: vec![
            ("content-type", "application/pdf".into()),
            ("idempotency-key", "double-upload".into()),
        ],
        body: PDF.to_vec(),
    };
    let (door, done) = (faster.door_of("member"), AtomicBool::new(false));
    let again = request.clone();
    let wrapped = Wrapped::twisted(store.clone(), twist).meanwhile(Box::new(move |batch| {
        let is_it = |change: &Change| matches!(change, Change::PutFile(_));
        let due = batch.changes.iter().any(is_it) && !done.swap(true, Ordering::SeqCst);
        let (door, request) = (door.clone(), again.clone());
        Box::pin(async move {
            if due {
                assert_eq!(door.call(request).await.unwrap().status, 200);
            }
        })
    }));
    let before = store.files(&id).await.unwrap().len();
    let slower = World::over(Arc::new(wrapped)).door_of("member");
    let body = first.to_vec();
    let reply = slower.call(Request { body, ..request }).await.unwrap();
    let files = store.files(&id).await.unwrap();
    assert_eq!(files.len(), before + 1);
    if first == PDF {
        assert_eq!(reply.status, 200);
        assert!(reply.headers.contains_key("idempotency-replayed"));
        let told: EvidenceFile = serde_json::from_slice(&reply.body).unwrap();
        assert!(files.iter().any(|file| file.id == told.id));
        assert!(store.file_bytes(&told.id).await.unwrap().is_some());
    } else {
        let problem: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
        assert_eq!(problem["code"], "key_reused");
    }
    let mut kept = 0;
    for n in 1..100 {
        let id = EvidenceId::parse(&format!("ev_{n:026}")).unwrap();
        kept += usize::from(store.file_bytes(&id).await.unwrap().is_some());
    }
    kept
}

/// Somebody fetches a file, and it is deleted when its record has just been read.
pub(super) async fn a_file_that_goes_while_it_is_fetched_is_not_found(store: Arc<dyn Store>) {
    World::new(store.clone()).await;
    let file = EvidenceId::parse("ev_1").unwrap();
    let (inner, gone) = (store.clone(), file.clone());
    let wrapped = Wrapped::interleaved(store).after(Box::new(move |read| {
        let (inner, gone) = (inner.clone(), gone.clone());
        Box::pin(async move {
            if read == "files" {
                let batch = Batch {
                    changes: vec![Change::DeleteFile(gone)],
                    ..Batch::default()
                };
                inner.commit(batch).await.unwrap();
            }
        })
    }));
    let world = World::over(Arc::new(wrapped));
    let client = world.client("owner");
    let fetched = client
        .evidence_get(&application_id("ap_draft"), &file)
        .await;
    assert_eq!(kind(fetched), Kind::NotFound);
}
