//! The stores that are proved, each in a place of its own that goes when it is dropped.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use backend::conformance::Wrapped;
use backend::fixed::{AsTheyAre, CountingIds, FixedClock};
use backend::in_process::InProcess;
use backend::ports::Clock as _;
use backend::record::verify;
use backend::store::{Batch, Change, CommitError, Store};
use backend::{Backend, router};
use contract::Method;
use domain::record::{Outcome, Record};
use domain::time::Time;

use crate::asking::{Ask, Heard};
use crate::home::{Home, Kind};
use crate::town;
use serde_json::Value;

/// The present when a proof begins.
pub(crate) fn now() -> Time {
    "2026-11-23T06:00:00Z".parse().unwrap()
}

/// A store with the router over it and everybody signed in.
pub(crate) struct Place {
    pub(crate) store: Arc<dyn Store>,
    /// The store without anything around it.
    inner: Arc<dyn Store>,
    clock: Arc<FixedClock>,
    doors: Vec<InProcess>,
    home: Home,
    owed: Mutex<Owed>,
}

/// Entries that the record has to have, by endpoint.
#[derive(Default)]
struct Owed {
    /// For answers of which each is about something else.
    each: BTreeMap<String, usize>,
    /// For what was done once however often it is told: how often it was told as something new. What was only told as a repetition
    /// was done, too: whoever did it was told that this is not known.
    once: BTreeMap<(String, String), usize>,
    /// How often it was told that nothing was done, or that it is not known.
    unsure: BTreeMap<String, usize>,
}

impl Owed {
    fn note(&mut self, who: usize, ask: &Ask, heard: &Heard) {
        let name = ask.name.to_owned();
        if heard.status == 503 {
            *self.unsure.entry(name).or_default() += 1;
            return;
        }
        if !owes(ask, heard) {
            return;
        }
        // What a reviewer is shown once more was seen once more.
        if heard.replayed && ["review_open", "review_decide"].contains(&ask.name) {
            *self.each.entry("review_get".to_owned()).or_default() += 1;
        }
        // An application that is there already is found by whoever starts it, and that is all.
        if ask.name == "application_create" && heard.is_ok() {
            let id = heard.json()["application"]["id"].to_string();
            self.once.entry((name, id)).or_default();
            return;
        }
        match ask.key.as_ref().filter(|_| ask.facts().idempotent) {
            Some(key) if heard.is_ok() => {
                let once = self.once.entry((name, format!("{who} {key}"))).or_default();
                *once += usize::from(!heard.replayed);
            }
            _ => *self.each.entry(name).or_default() += 1,
        }
    }

    /// In all.
    fn all(&self) -> BTreeMap<String, usize> {
        let mut all = self.each.clone();
        for ((name, _), told) in &self.once {
            *all.entry(name.clone()).or_default() += told.max(&1);
        }
        all
    }
}

impl Place {
    /// The people in front of a new store; `around` may put another one around it.
    pub(crate) async fn new(
        kind: Kind,
        around: impl FnOnce(Arc<dyn Store>) -> Arc<dyn Store>,
    ) -> Place {
        let home = Home::new(kind).await;
        let inner = home.open().await;
        put(&*inner, town::people()).await;
        let store = around(Arc::clone(&inner));
        let clock = Arc::new(FixedClock::new(now()));
        let backend = Backend {
            store: Arc::clone(&store),
            clock: clock.clone(),
            ids: Arc::new(CountingIds::default()),
            cleaner: Arc::new(AsTheyAre),
            doors: Arc::default(),
            demo: Some((0..town::PEOPLE.len()).map(town::user).collect()),
        };
        let router = router(backend);
        let doors = town::PEOPLE.map(|_| InProcess::new(router.clone())).into();
        let place = Place {
            store,
            inner,
            clock,
            doors,
            home,
            owed: Mutex::default(),
        };
        for who in 0..town::PEOPLE.len() {
            assert_eq!(place.sign_in(who).await.status, 200);
        }
        place
    }

    pub(crate) async fn ask(&self, who: usize, ask: &Ask) -> Heard {
        let heard = ask.of(&self.doors[who]).await;
        self.owed.lock().unwrap().note(who, ask, &heard);
        heard
    }

    pub(crate) async fn sign_in(&self, who: usize) -> Heard {
        let body = serde_json::json!({ "persona": town::PEOPLE[who] });
        self.ask(who, &Ask::new("sign_in", &[]).body(&body)).await
    }

    pub(crate) async fn write(&self, changes: Vec<Change>) {
        put(&*self.store, changes).await;
    }

    /// What is told by the directories of people, channels and apps: no fault around the store touches it.
    pub(crate) async fn directory(&self, changes: Vec<Change>) {
        put(&*self.inner, changes).await;
    }

    /// The same, if what that relies on is so.
    pub(crate) async fn told(&self, batch: Batch) -> Result<(), CommitError> {
        self.inner.commit(batch).await
    }

    pub(crate) fn tick(&self, millis: i64) {
        let now = self.clock.now().millis();
        self.clock.set(Time::from_millis(now + millis));
    }

    /// Removes what was kept.
    pub(crate) async fn end(self) {
        self.home.end().await;
    }

    /// Nothing is kept that must never be so, and the record is whole.
    pub(crate) async fn violations(&self) -> Vec<String> {
        kept(&*self.store).await.0
    }

    /// Of everything that was answered the record has its entry, and no other; of what is not known it may have one. Only for those who
    /// do nothing that changes nothing: who takes back what was taken back already is told that all is well, and there is nothing to
    /// record.
    pub(crate) async fn unrecorded(&self) -> Vec<String> {
        let mut entries = BTreeMap::<String, usize>::new();
        for one in kept(&*self.store).await.1 {
            *entries.entry(one.entry.operation).or_default() += 1;
        }
        let told = self.owed.lock().unwrap();
        let (owed, unsure) = (told.all(), &told.unsure);
        let of = |all: &BTreeMap<String, usize>, name: &String| {
            all.get(name).copied().unwrap_or_default()
        };
        let fits = |name: &String| {
            let least = of(&owed, name);
            (least..=least + of(unsure, name)).contains(&of(&entries, name))
        };
        if entries.keys().chain(owed.keys()).all(fits) {
            return Vec::new();
        }
        vec![format!("entries: {entries:?} and not {owed:?}")]
    }
}

/// Whether the record owes an entry for what was asked and answered. Everybody here is signed in, and nobody signs out.
fn owes(ask: &Ask, heard: &Heard) -> bool {
    let facts = ask.facts();
    match heard.status {
        401 | 429 | 500.. => false,
        200..300 if ask.name == "sign_in" => true,
        _ if facts.open => false,
        // A list without anybody else's requests shows nobody.
        200..300 if ask.name == "role_request_list" => {
            let all: Value = serde_json::from_slice(&heard.body).unwrap();
            all["incoming"] != Value::Array(Vec::new())
        }
        200..300 if facts.method == Method::Get => facts.personal,
        _ => true,
    }
}

/// What a server has left that was stopped: nothing that must never be so, a record that is whole, and in it an entry at least for each
/// write that was acknowledged.
pub(crate) async fn left(home: &Home, acknowledged: usize) -> Vec<String> {
    let store = home.open().await;
    let (mut violations, record) = kept(&*store).await;
    let is_write = |one: &&Record| {
        one.entry.outcome == Outcome::Done && !one.entry.operation.starts_with("sign_")
    };
    let entries = record.iter().filter(is_write).count();
    if entries < acknowledged {
        violations.push(format!("entries: {entries} of {acknowledged} writes"));
    }
    violations
}

/// What is kept that must never be so, the record's chain included; and the record.
async fn kept(store: &dyn Store) -> (Vec<String>, Vec<Record>) {
    let looked = backend::invariants::invariants(store).await.unwrap();
    let found = looked.violations.iter();
    let mut violations: Vec<String> = found.map(|one| format!("{one:?}")).collect();
    let record = Mutex::new(Vec::new());
    let chain = verify(
        Vec::new(),
        async |seq, rows| {
            let more = store.records_after(seq, rows).await?;
            record.lock().unwrap().extend_from_slice(&more);
            Ok(more)
        },
        async || store.chain_head().await,
    );
    if let Err(broken) = chain.await.unwrap() {
        violations.push(format!("chain: {broken}"));
    }
    (violations, record.into_inner().unwrap())
}

async fn put(store: &dyn Store, changes: Vec<Change>) {
    let batch = Batch {
        changes,
        ..Batch::default()
    };
    store.commit(batch).await.unwrap();
}

#[tokio::test]
async fn a_write_without_its_entry_is_found() {
    let forgetful: fn(Arc<dyn Store>) -> Arc<dyn Store> =
        |store| Arc::new(Wrapped::twisted(store, |batch| batch.record.clear()));
    let place = Place::new(Kind::Postgres, forgetful).await;
    assert_eq!(place.violations().await, [""; 0]);
    let unrecorded = place.unrecorded().await.concat();
    assert!(
        unrecorded.starts_with("entries: {} and not"),
        "{unrecorded}"
    );
    let left = left(&place.home, 1).await;
    assert_eq!(left, ["entries: 0 of 1 writes"]);
}

#[tokio::test]
async fn a_record_that_was_added_to_is_found() {
    for kind in Kind::DURABLE {
        let place = Place::new(*kind, |store| store).await;
        place.write(town::brand(0, 1, false)).await;
        assert_eq!(place.violations().await, [""; 0]);
        assert_eq!(place.unrecorded().await, [""; 0]);
        let sql = "INSERT INTO record_about (seq, place, object, at) VALUES (2, 99, 'app:x', 0)";
        place.home.execute(sql).await;
        let found = place.violations().await.concat();
        assert!(found.starts_with("chain: record 2"), "{found}");
        if *kind == Kind::Postgres {
            // The other one is let in by nobody while it is open.
            assert_eq!(left(&place.home, 0).await.concat(), found);
        }
        place.end().await;
    }
}
