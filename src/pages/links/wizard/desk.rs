//! The look at everything before it is linked: how each channel stands now, what the button may do, and what came of it.

use contract::body::{AppDetail, LinkDraft};
use contract::{Failure, Kind, Tagged};
use domain::finding::Finding;
use domain::id::{AppId, ChannelId};
use domain::link::LINKS_MAX;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::{errors, links};

use super::judge::{self, Standing};
use super::place::Wizard;
use super::stand::Candidate;
use crate::api::{Api, use_api, with};
use crate::data::Loaded;
use crate::lang::Lang;
use crate::path::LinkStep;

/// What came of the last attempt.
#[derive(Clone)]
pub enum Outcome {
    /// Somebody changed the app meanwhile.
    Changed,
    /// The rules forbid it; the reasons are shown with the channels, the others here.
    Refused(Vec<Finding>),
    /// It did not work, or nobody knows.
    Failed(Failure),
}

/// What the check knows. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Where one is.
    pub wizard: Wizard,
    api: StoredValue<Api>,
    /// The app as it is now.
    pub app: Loaded<AppDetail>,
    /// The chosen channels.
    pub candidates: StoredValue<Vec<Candidate>>,
    refused: RwSignal<Vec<Finding>>,
    /// What came of the last attempt.
    pub outcome: RwSignal<Option<Outcome>>,
    /// Whether an attempt is under way.
    pub busy: RwSignal<bool>,
}

impl Desk {
    /// Looks at that choice now.
    pub fn new(wizard: Wizard, app: AppId, channels: Vec<ChannelId>) -> Desk {
        let api = use_api();
        let kept = StoredValue::new(api.clone());
        let refused = RwSignal::new(Vec::new());
        let app = Loaded::new(move || {
            let (client, app) = (api.client(), app.clone());
            async move { client.app_get(&app).await }
        });
        let candidates = channels
            .into_iter()
            .map(|id| candidate(id, app, refused))
            .collect();
        Desk {
            wizard,
            api: kept,
            app,
            candidates: StoredValue::new(candidates),
            refused,
            outcome: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    /// Looks at everything anew.
    pub fn reload(self) {
        self.refused.set(Vec::new());
        self.app.reload();
        self.candidates
            .with_value(|all| all.iter().for_each(|one| one.detail.reload()));
    }

    fn standings(self) -> Vec<Standing> {
        self.candidates
            .with_value(|all| all.iter().map(|one| one.standing.get()).collect())
    }

    /// The channels that can be linked now, with their names; tracked.
    pub fn ready(self) -> Vec<(ChannelId, String)> {
        self.candidates.with_value(|all| {
            let ready = all
                .iter()
                .filter(|one| one.standing.get() == Standing::Ready);
            ready.map(|one| (one.id.clone(), one.name())).collect()
        })
    }

    /// The links that the app has; tracked.
    pub fn linked(self) -> usize {
        self.app.get().map_or(0, |app| app.body.links.len())
    }

    /// The channel that will stand on the consent screen: asked only when the app has none; the first one until somebody chooses.
    pub fn representative(self) -> Option<ChannelId> {
        let ready = self.ready();
        let chosen = self.wizard.place.with(|place| place.representative.clone());
        let chosen = chosen.filter(|id| ready.iter().any(|(one, _)| one == id));
        if self.linked() > 0 {
            None
        } else {
            chosen.or_else(|| ready.into_iter().next().map(|(id, _)| id))
        }
    }

    /// Whether everything chosen is linked already; tracked.
    pub fn all_linked(self) -> bool {
        self.standings()
            .iter()
            .all(|standing| *standing == Standing::Linked)
    }

    /// Whether looking again would help: something could not be looked at; tracked.
    pub fn wants_another_look(self) -> bool {
        let failed = |one: &Standing| matches!(one, Standing::Failed(_));
        let offline = self.api.with_value(|api| api.offline.get());
        offline || self.app.failure().is_some() || self.standings().iter().any(failed)
    }

    /// Why the button cannot act; tracked.
    pub fn blocked(self, lang: Lang) -> Option<String> {
        let (standings, ready) = (self.standings(), self.ready().len());
        let is_stuck = |one: &Standing| matches!(one, Standing::Blocked(_) | Standing::Failed(_));
        let app = self.app.get()?;
        let room = LINKS_MAX.saturating_sub(app.body.links.len());
        let words = if self.api.with_value(|api| api.offline.get()) {
            errors::offline_action(lang)
        } else if standings.contains(&Standing::Asking) || self.app.loading.get() {
            links::checking(lang)
        } else if self.app.failure().is_some() {
            links::not_checked(lang)
        } else if !app.body.row.reasons.is_empty() {
            links::app_cannot(lang)
        } else if standings.iter().any(is_stuck) {
            links::take_out_first(lang)
        } else if ready > room {
            return Some(links::too_many_chosen(lang, ready - room));
        } else {
            return None;
        };
        Some(words.to_owned())
    }

    /// Links what can be linked: all of it or nothing.
    pub fn link(self) {
        let Some(app) = self.app.peek() else { return };
        let (draft, app) = untrack(|| {
            let channels = self.ready().into_iter().map(|(id, _)| id).collect();
            (
                LinkDraft {
                    channels,
                    representative: self.representative(),
                },
                app.body.row.app,
            )
        });
        let (api, key) = (self.api.get_value(), self.wizard.key(&draft, app.version));
        self.busy.set(true);
        self.outcome.set(None);
        spawn_local(async move {
            let answer = api
                .client()
                .link_create(&app.id, &draft, with(app.version, &key))
                .await;
            let answer = api.note(answer);
            // The screen may be gone by now.
            if self.busy.try_set(false).is_none() {
                self.take(answer);
            }
        });
    }

    fn take(self, answer: Result<Tagged<AppDetail>, Failure>) {
        let Err(failure) = answer else {
            self.wizard.answered();
            self.wizard.go_instead(LinkStep::Done);
            return;
        };
        if failure.is_final() {
            self.wizard.answered();
        }
        let outcome = match failure.kind() {
            Some(Kind::Stale { .. }) => {
                self.reload();
                Outcome::Changed
            }
            Some(Kind::Refused { findings }) => {
                self.reload();
                self.refused.set(findings.clone());
                Outcome::Refused(findings.clone())
            }
            _ => Outcome::Failed(failure),
        };
        self.outcome.set(Some(outcome));
    }
}

fn candidate(id: ChannelId, app: Loaded<AppDetail>, refused: RwSignal<Vec<Finding>>) -> Candidate {
    let api = use_api();
    let asked = id.clone();
    let detail = Loaded::new(move || {
        let (client, id) = (api.client(), asked.clone());
        async move { client.channel_get(&id).await }
    });
    let standing = Memo::new(move |_| {
        // An old answer is no check.
        if app.loading.get() || detail.loading.get() {
            return Standing::Asking;
        }
        match (app.get(), detail.get(), detail.failure()) {
            (_, _, Some(failure)) => Standing::Failed(failure),
            (Some(app), Some(detail), None) => {
                refused.with(|refused| judge::judge(&app.body, &detail.body, refused))
            }
            _ => Standing::Asking,
        }
    });
    Candidate {
        id,
        detail,
        standing,
    }
}
