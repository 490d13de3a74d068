//! A file that goes while the form that names it is submitted: whoever is faster, what is submitted is there.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use contract::Kind;
use contract::body::EvidenceQuery;
use contract::endpoint::{ApplicationSubmit, Endpoint, EvidenceDelete, Facts, fill};
use contract::error::{FieldFault, FieldProblem};
use contract::transport::Request;
use domain::id::EvidenceId;
use domain::invariants::Violation;

use super::evidence::named;
use super::world::*;
use super::wrapped::Wrapped;
use crate::invariants::invariants;
use crate::store::{Batch, Change, Store};

/// The file goes before the form is submitted, while it is, and the other way round. Over stores that do not look whether what a batch
/// relies on is still so, something is submitted that is gone.
pub(super) async fn what_is_submitted_is_there(stores: [Arc<dyn Store>; 4]) {
    let [first, second, third, fourth] = stores;
    let (sound, file) = Scene::set(first, false, is_submission, EvidenceDelete::FACTS).await;
    sound.is_refused().await;
    assert_eq!(sound.violations().await, []);
    sound.is_refused().await;
    assert_eq!(sound.delete(&file).await, Some(Kind::NotFound));

    let (careless, file) = Scene::set(second, true, is_submission, EvidenceDelete::FACTS).await;
    careless.submit_careless().await;
    assert_eq!(careless.violations().await, [forgotten(&file)]);

    let (sound, file) = Scene::set(third, false, is_removal, ApplicationSubmit::FACTS).await;
    assert!(matches!(
        sound.delete(&file).await,
        Some(Kind::WrongState { .. })
    ));
    assert_eq!(sound.violations().await, []);

    let (careless, file) = Scene::set(fourth, true, is_removal, ApplicationSubmit::FACTS).await;
    assert_eq!(careless.delete(&file).await, None);
    assert_eq!(careless.violations().await, [forgotten(&file)]);
}

fn is_submission(batch: &Batch) -> bool {
    let is_it = |change: &Change| matches!(change, Change::PutApplication(_));
    batch.changes.iter().any(is_it)
}

fn is_removal(batch: &Batch) -> bool {
    let is_it = |change: &Change| matches!(change, Change::DeleteFile(_));
    batch.changes.iter().any(is_it)
}

fn forgotten(file: &EvidenceId) -> Violation {
    Violation::FileForgotten(application_id("ap_draft"), file.clone())
}

/// A draft that names a file, behind a store in front of which the owner is faster once.
struct Scene {
    world: World,
    store: Arc<dyn Store>,
}

impl Scene {
    async fn set(
        store: Arc<dyn Store>,
        careless: bool,
        is_it: fn(&Batch) -> bool,
        other: Facts,
    ) -> (Scene, EvidenceId) {
        let world = World::new(store.clone()).await;
        let (owner, id) = (world.client("owner"), application_id("ap_draft"));
        let name = EvidenceQuery {
            name: "x.pdf".into(),
        };
        let file = owner
            .evidence_create(&id, &name, PDF.to_vec(), world.with_key())
            .await;
        let file = file.unwrap().body.id;
        let mut form = sound_form();
        form.evidence.push(named(&file));
        let saved = owner.application_save(&id, &form, world.at(2)).await;
        assert_eq!(saved.unwrap().version, 3);

        let ids = [id.as_str(), file.as_str()];
        let wanted = other.path.matches('{').count();
        let request = Request {
            method: other.method,
            path: fill(other.path, &ids[..wanted]),
            headers: vec![
                ("if-match", "\"3\"".to_owned()),
                ("idempotency-key", "key-in-between".to_owned()),
            ],
            body: Vec::new(),
        };
        let (door, done) = (world.door_of("owner"), Arc::new(AtomicBool::new(false)));
        let wrapped = if careless {
            Wrapped::twisted(store.clone(), |batch| batch.expect.clear())
        } else {
            Wrapped::interleaved(store.clone())
        };
        let wrapped = wrapped.meanwhile(Box::new(move |batch| {
            let due = is_it(batch) && !done.swap(true, Ordering::SeqCst);
            let (door, request) = (door.clone(), request.clone());
            Box::pin(async move {
                if due {
                    let reply = door.call(request).await.unwrap();
                    assert!((200..300).contains(&reply.status), "{}", reply.status);
                }
            })
        }));
        let world = World::over(Arc::new(wrapped));
        (Scene { world, store }, file)
    }

    /// The file that is gone is named, and so is where it stands in the form.
    async fn is_refused(&self) {
        let (member, id) = (self.world.client("member"), application_id("ap_draft"));
        let refused = kind(member.application_submit(&id, self.world.at(3)).await);
        let problem = FieldProblem {
            field: "evidence.0.id".into(),
            problem: FieldFault::Unknown,
        };
        assert_eq!(
            refused,
            Kind::Invalid {
                fields: vec![problem]
            }
        );
    }

    async fn submit_careless(&self) {
        let (member, id) = (self.world.client("member"), application_id("ap_draft"));
        let done = member.application_submit(&id, self.world.at(3)).await;
        assert_eq!(done.unwrap().version, 4);
    }

    /// Why the file could not be deleted, if it could not.
    async fn delete(&self, file: &EvidenceId) -> Option<Kind> {
        let (member, id) = (self.world.client("member"), application_id("ap_draft"));
        let done = member.evidence_delete(&id, file).await;
        done.err().map(|failure| kind::<()>(Err(failure)))
    }

    async fn violations(&self) -> Vec<Violation> {
        invariants(&*self.store).await.unwrap().violations
    }
}
