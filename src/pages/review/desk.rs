//! What lies on the bench: the application, the verdicts being written, and what became of the last attempt to send them.
//!
//! What is written is kept in this browser until it is sent, so that a reload, an expired session or a crash loses nothing; for whoever
//! wrote it, and nobody else.

use contract::Tagged;
use contract::body::{DecisionDraft, ReviewDetail};
use domain::application::{Application, DecisionProblem, Round};
use domain::id::{ApplicationId, UserId};
use domain::item::Item;
use domain::review::{ItemVerdict, Verdict, problems};
use leptos::prelude::*;

use crate::data::Loaded;
use crate::kept::Kept;
use crate::session::use_session;
use crate::storage;

/// The bench. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// The application as the backend has it.
    pub(super) loaded: Loaded<ReviewDetail>,
    written: RwSignal<DecisionDraft>,
    /// Which application and how many rounds it has; `None` before that is known.
    place: Memo<Option<Place>>,
    /// Where the last decision arrived too late.
    overtaken: RwSignal<Option<ApplicationId>>,
    /// Where the last decision arrived.
    sent: RwSignal<Option<Place>>,
}

#[derive(Clone, PartialEq, Eq)]
struct Place {
    by: UserId,
    application: ApplicationId,
    rounds: usize,
}

impl Place {
    /// Under which name the browser keeps what is written there.
    fn name(&self) -> String {
        Kept::Review.name(&self.by, &format!("{}.{}", self.application, self.rounds))
    }

    /// The names of everything kept of the application, the latest round last.
    fn names(&self) -> Vec<String> {
        let mut names = Kept::Review.names(&self.by, &format!("{}.", self.application));
        names.sort_by_key(|name| {
            let (_, round) = name.rsplit_once('.')?;
            round.parse::<usize>().ok()
        });
        names
    }

    /// What is kept. Where the applicant withdrew and submitted anew, what was written last on an earlier round still serves.
    fn kept(&self) -> Option<DecisionDraft> {
        self.names()
            .iter()
            .rev()
            .find_map(|name| serde_json::from_slice(storage::get(name)?.as_bytes()).ok())
    }

    /// Whether the same person has the same application before them, whatever the round.
    fn continues(&self, before: &Place) -> bool {
        (&self.by, &self.application) == (&before.by, &before.application)
    }
}

impl Desk {
    /// The bench for what is loaded, with what was written before.
    pub(super) fn new(loaded: Loaded<ReviewDetail>) -> Desk {
        let session = use_session();
        let desk = Desk {
            loaded,
            written: RwSignal::new(nothing()),
            place: Memo::new(move |_| {
                let application = loaded.get()?.body.application;
                Some(Place {
                    by: session.me()?.user.id,
                    rounds: application.rounds.len(),
                    application: application.id,
                })
            }),
            overtaken: RwSignal::new(None),
            sent: RwSignal::new(None),
        };
        // An effect, because the browser's storage is outside the view.
        Effect::new(move |before: Option<Option<Place>>| {
            let before = before.flatten();
            let Some(place) = desk.place.get() else {
                return before;
            };
            // A further round takes nothing off the screen: where the browser keeps nothing, it is nowhere else.
            let stays = before.is_some_and(|before| place.continues(&before))
                && desk.written.with_untracked(|draft| *draft != nothing());
            if !stays {
                desk.written.set(place.kept().unwrap_or_else(nothing));
            }
            Some(place)
        });
        desk
    }

    /// Whether the applicant withdrew or changed it before the decision arrived; tracked.
    pub(super) fn is_overtaken(self) -> bool {
        let here = self.place.get().map(|place| place.application);
        here.is_some() && self.overtaken.get() == here
    }

    /// Whether the decision on this round has just arrived; tracked.
    pub(super) fn is_sent(self) -> bool {
        let here = self.place.get();
        here.is_some() && self.sent.get() == here
    }

    /// The applicant was faster: what is written stays, and the new state is asked for.
    pub(super) fn overtake(self) {
        self.overtaken
            .set(self.place.get_untracked().map(|place| place.application));
        self.loaded.reload();
    }

    /// The decision has arrived: what was written is no longer needed here, on whichever round.
    pub(super) fn arrive(self, answer: Tagged<ReviewDetail>) {
        let place = self.place.get_untracked();
        let kept = place.iter().flat_map(Place::names);
        kept.for_each(|name| storage::remove(&name));
        self.written.set(nothing());
        self.overtaken.set(None);
        self.sent.set(place);
        self.loaded.set(answer);
    }

    /// Changes what is written, and keeps it.
    pub(super) fn write(self, change: impl FnOnce(&mut DecisionDraft)) {
        self.written.update(change);
        let text = self
            .written
            .with_untracked(|draft| serde_json::to_string(draft).ok());
        if let Some((place, text)) = self.place.get_untracked().zip(text) {
            // Where the browser keeps nothing, the words still stand on the screen.
            storage::set(&place.name(), &text);
        }
    }

    /// Changes the verdict on one item; the first touch makes it one of the kind given.
    pub(super) fn judge(self, item: Item, first: Verdict, change: impl FnOnce(&mut ItemVerdict)) {
        self.write(|draft| {
            let blank = ItemVerdict {
                verdict: first,
                reason: None,
                words: String::new(),
            };
            change(draft.verdicts.entry(item).or_insert(blank));
        });
    }

    /// Whether anything is written that was not sent; tracked.
    pub(super) fn has_written(self) -> bool {
        let draft = self.decision();
        !draft.verdicts.is_empty() || !draft.words.trim().is_empty()
    }

    /// The verdict on one item; tracked.
    pub(super) fn verdict(self, item: Item) -> Option<ItemVerdict> {
        self.written
            .with(|draft| draft.verdicts.get(&item).cloned())
    }

    /// The words on the whole; tracked.
    pub(super) fn words(self) -> String {
        self.written.with(|draft| draft.words.clone())
    }

    /// What would be sent: nothing on items outside the round, and no reason with an approval, which needs none. Tracked.
    pub(super) fn decision(self) -> DecisionDraft {
        let mut draft = self.written.get();
        let covers = self
            .loaded
            .get()
            .and_then(|answer| current(&answer.body.application).map(|round| round.covers.clone()));
        draft
            .verdicts
            .retain(|item, _| covers.as_ref().is_some_and(|covers| covers.contains(item)));
        for verdict in draft.verdicts.values_mut() {
            if verdict.verdict == Verdict::Approve {
                verdict.reason = None;
            }
        }
        draft
    }

    /// What is missing or wrong before it can be sent; tracked.
    pub(super) fn problems(self) -> Vec<(Item, DecisionProblem)> {
        let decision = self.decision();
        self.loaded
            .get()
            .and_then(|answer| {
                Some(problems(
                    current(&answer.body.application)?,
                    &decision.verdicts,
                ))
            })
            .unwrap_or_default()
    }
}

/// The round under review, or the last one.
pub(super) fn current(application: &Application) -> Option<&Round> {
    application.rounds.last()
}

fn nothing() -> DecisionDraft {
    DecisionDraft {
        verdicts: std::collections::BTreeMap::new(),
        words: String::new(),
    }
}
