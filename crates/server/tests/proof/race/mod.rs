//! Many at the same time, on real threads: links against links and against corrections of numbers, tabs against tabs, reviewers
//! against reviewers, keys against themselves. A try is one request that would change something. What was promised is counted afterwards.

mod limits;
mod papers;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use backend::conformance::Wrapped;
use backend::store::{Batch, Change, CommitError, Expect};
use contract::Method;
use domain::channel::Channel;
use domain::link::LINKS_MAX;
use serde_json::json;
use tokio::task::JoinSet;

use crate::asking::{Ask, Heard};
use crate::home::Kind;
use crate::place::Place;
use crate::town::{self, EDITOR};
use crate::{amount, measured};

/// Requests that race to change something in the short version, for each store.
const TRIES: usize = 2_000;
/// How often somebody who was overtaken tries again.
const AGAIN: usize = 24;
/// How often somebody asks who is told that the store does not answer: on a machine with too much to do that is an answer, too.
const INSISTING: usize = 20;
const LINKERS: usize = 14;
/// Readings in which a channel is linked.
const MOMENTS: usize = 25;

/// A round of races over one brand.
struct Race {
    place: Place,
    brand: usize,
    tries: AtomicUsize,
    /// Of these, those that were asked again because nobody knew.
    repeated: AtomicUsize,
    keys: AtomicUsize,
    violations: Mutex<Vec<String>>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_may_happen_once_happens_once_in_every_race() {
    for kind in Kind::DURABLE {
        let mut race = Race::over(Place::new(*kind, |store| store).await);
        let wanted = amount("RACE", TRIES);
        while race.tries.load(Ordering::Relaxed) < wanted {
            race = race.round().await;
        }
        let mut violations = race.violations.into_inner().unwrap();
        violations.extend(race.place.violations().await);
        violations.extend(race.place.unrecorded().await);
        measured(
            &format!("races on {}: tries", kind.name()),
            race.tries.load(Ordering::Relaxed),
        );
        measured(
            &format!("races on {}: violations", kind.name()),
            violations.len(),
        );
        assert!(violations.is_empty(), "{}: {violations:#?}", kind.name());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_store_that_does_not_look_again_is_found() {
    let wanted = [
        "links", "number", "draft", "submit", "review", "request", "decision", "files", "shares",
    ];
    let forgetful = |store| -> Arc<dyn backend::store::Store> {
        Arc::new(Wrapped::twisted(store, |batch| batch.answer = None))
    };
    for kind in Kind::DURABLE {
        let careless = Place::new(*kind, |store| Arc::new(Wrapped::careless(store))).await;
        found(careless, &wanted).await;
        found(Place::new(*kind, forgetful).await, &["key"]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_not_known_is_asked_again_and_happens_once() {
    let place = Place::new(Kind::Sqlite, |store| Arc::new(Wrapped::moody(store))).await;
    let mut race = Race::over(place);
    for _ in 0..4 {
        race = race.round().await;
    }
    let mut violations = race.violations.into_inner().unwrap();
    violations.extend(race.place.violations().await);
    violations.extend(race.place.unrecorded().await);
    assert!(violations.is_empty(), "{violations:#?}");
    assert!(race.repeated.into_inner() > 0);
}

/// A race that never finds what is wrong with that store proves nothing.
async fn found(place: Place, wanted: &[&str]) {
    let mut race = Race::over(place);
    let missing = |race: &Race| {
        let violations = race.violations.lock().unwrap();
        let is_there = |word: &&&str| violations.iter().any(|one| one.starts_with(**word));
        let missing = wanted.iter().filter(|word| !is_there(word)).copied();
        missing.collect::<Vec<_>>()
    };
    for _ in 0..40 {
        race = race.round().await;
        if missing(&race).is_empty() {
            return;
        }
    }
    panic!("never found: {:?}", missing(&race));
}

/// Runs all of them at the same time; the results in no order.
async fn together<T: Send + 'static>(all: Vec<impl Future<Output = T> + Send + 'static>) -> Vec<T> {
    all.into_iter().collect::<JoinSet<T>>().join_all().await
}

/// Keys of which somebody was told that it is done, also if only as a repetition.
fn done(heard: &[(String, Heard)]) -> usize {
    let done = heard.iter().filter(|(_, heard)| heard.is_ok());
    done.map(|(key, _)| key).collect::<BTreeSet<_>>().len()
}

impl Race {
    fn over(place: Place) -> Race {
        Race {
            place,
            brand: 0,
            tries: AtomicUsize::new(0),
            repeated: AtomicUsize::new(0),
            keys: AtomicUsize::new(0),
            violations: Mutex::default(),
        }
    }

    /// Every race once, over a new brand.
    async fn round(mut self) -> Race {
        self.brand += 1;
        self.place
            .write(town::brand(self.brand, LINKERS + 1, true))
            .await;
        let race = Arc::new(self);
        race.clone().links().await;
        let application = race.clone().starts().await;
        race.clone().drafts(&application).await;
        race.clone().files(&application).await;
        race.clone().shares(&application).await;
        race.clone().submits(&application).await;
        race.clone().reviews(&application).await;
        race.clone().requests().await;
        Arc::into_inner(race).unwrap()
    }

    async fn ask(&self, who: usize, ask: &Ask) -> Heard {
        self.insist(who, ask).await.0
    }

    /// Asks with that key; both.
    async fn keyed(&self, who: usize, ask: Ask, key: String) -> (String, Heard) {
        let heard = self.ask(who, &ask.key(key.clone())).await;
        (key, heard)
    }

    /// Asks the same until somebody says what became of it, and says whether that was more than once. 503 is nothing that was done, or
    /// something that nobody knows of; with the same key or the same version it is not done twice.
    async fn insist(&self, who: usize, ask: &Ask) -> (Heard, bool) {
        let changes = usize::from(ask.facts().method != Method::Get);
        let mut asked = 0;
        loop {
            self.tries.fetch_add(changes, Ordering::Relaxed);
            let heard = self.place.ask(who, ask).await;
            asked += 1;
            if heard.status != 503 || asked == INSISTING {
                return (heard, asked > 1);
            }
            self.repeated.fetch_add(changes, Ordering::Relaxed);
        }
    }

    fn key(&self) -> String {
        format!("race-{:08}", self.keys.fetch_add(1, Ordering::Relaxed))
    }

    fn expect(&self, holds: bool, what: &str, words: impl std::fmt::Debug) {
        if !holds {
            let mut violations = self.violations.lock().unwrap();
            violations.push(format!("{what} of brand {}: {words:?}", self.brand));
        }
    }

    /// Fourteen link a channel each, while the numbers of three of these channels change.
    async fn links(self: Arc<Self>) {
        let app = town::app_id(self.brand);
        let linkers = (1..=LINKERS).map(|n| {
            let race = self.clone();
            async move { race.link(n).await }
        });
        let linkers = tokio::spawn(together(linkers.collect()));
        let correctors = (1..=3).map(|n| {
            let race = self.clone();
            async move { race.correct(n * 4).await }
        });
        let before = together(correctors.collect()).await;
        let made = linkers.await.unwrap();
        let made = made.into_iter().filter(|made| *made).count() + 1;
        let links = self.place.store.links_of_apps(&[app]).await.unwrap();
        let slots: BTreeSet<u8> = links.iter().map(|link| link.slot).collect();
        let first = links.iter().filter(|link| link.representative).count();
        self.expect(
            links.len() <= LINKS_MAX && slots.len() == links.len(),
            "links",
            &slots,
        );
        self.expect(first == 1, "links with that many representatives", first);
        self.expect(made == links.len(), "links that were acknowledged", made);
        for (channel, was_linked) in before {
            let is_linked = links.iter().any(|link| link.channel == channel);
            self.expect(
                was_linked || !is_linked,
                "number that was another before the link was made",
                channel,
            );
        }
        // An app with a link to another number could not be handed in.
        let right = (1..=3).map(|n| Channel {
            version: 3,
            ..town::channel(self.brand, n * 4)
        });
        self.place
            .write(right.map(Change::PutChannel).collect())
            .await;
    }

    /// Links a channel; tries again as long as somebody else was faster.
    async fn link(&self, n: usize) -> bool {
        let (app, channel) = (town::app_id(self.brand), town::channel_id(self.brand, n));
        for _ in 0..AGAIN {
            let read = self
                .ask(EDITOR, &Ask::new("app_get", &[app.as_str()]))
                .await;
            let ask = Ask::new("link_create", &[app.as_str()])
                .body(&json!({ "channels": [channel] }))
                .version(read.version.unwrap())
                .key(self.key());
            let heard = self.ask(EDITOR, &ask).await;
            match heard.status {
                200 => return true,
                412 => {}
                422 => return false,
                _ => {
                    self.expect(false, "answer to a link", heard.words());
                    return false;
                }
            }
        }
        false
    }

    /// Gives a channel another number, as a directory does; whether it is linked at that moment. If not, it must never be. The moment is
    /// exact: no link was made or taken away since that was looked at, for each changes the version of the app. When nobody knows whether it
    /// was written, the moment is not known either, and nothing is said of the link.
    async fn correct(&self, n: usize) -> (domain::id::ChannelId, bool) {
        let (app, id) = (town::app_id(self.brand), town::channel_id(self.brand, n));
        let corrected = Channel {
            business: Some(town::business(self.brand, 1)),
            version: 2,
            ..town::channel(self.brand, n)
        };
        let store = &self.place.store;
        // In every round at another moment: on a machine with one processor it would otherwise come before every link, or after.
        for _ in 0..(self.brand + n) % MOMENTS {
            store.app(&app).await.unwrap();
        }
        loop {
            let seen = store.app(&app).await.unwrap().unwrap().version;
            let links = store.links_of_channels(std::slice::from_ref(&id)).await;
            let batch = Batch {
                expect: vec![
                    Expect::Channel(id.clone(), 1),
                    Expect::App(app.clone(), seen),
                ],
                changes: vec![Change::PutChannel(corrected.clone())],
                ..Batch::default()
            };
            match self.place.told(batch).await {
                Ok(()) => return (id, !links.unwrap().is_empty()),
                Err(CommitError::Unknown(_)) => return (id, true),
                Err(CommitError::Stale | CommitError::Down(_)) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
    }
}
