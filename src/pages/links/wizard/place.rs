//! Where somebody is in the wizard and what was chosen so far. All of it stands in the address, so reload and Back lose nothing.

use contract::body::LinkDraft;
use domain::id::{AppId, ChannelId};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::{NavigateOptions, params::ParamsMap};

use crate::api::fresh_key;
use crate::path::{self, LinkStep};

/// A step with the choices so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The step.
    pub step: LinkStep,
    /// The app that was chosen.
    pub app: Option<AppId>,
    /// The channels that were chosen, in the order of choosing.
    pub channels: Vec<ChannelId>,
    /// The channel chosen for the consent screen.
    pub representative: Option<ChannelId>,
}

impl Place {
    /// Reads the address. `None` when it is not one of the wizard's; what is not an identifier is left out.
    fn read(pathname: &str, query: &ParamsMap) -> Option<Place> {
        let mut channels = Vec::new();
        for id in query.get_str("channels").unwrap_or_default().split(',') {
            if let Ok(id) = ChannelId::parse(id)
                && !channels.contains(&id)
            {
                channels.push(id);
            }
        }
        Some(Place {
            step: step_at(pathname)?,
            app: query.get_str("app").and_then(|id| AppId::parse(id).ok()),
            representative: query
                .get_str("representative")
                .and_then(|id| ChannelId::parse(id).ok())
                .filter(|id| channels.contains(id)),
            channels,
        })
    }

    /// The last step that the choices so far allow.
    pub fn reachable(&self) -> LinkStep {
        if self.app.is_none() {
            LinkStep::App
        } else if self.channels.is_empty() {
            LinkStep::Channels
        } else {
            self.step.max(LinkStep::Check)
        }
    }

    /// The same choices at another step.
    pub fn at(self, step: LinkStep) -> Place {
        Place { step, ..self }
    }

    /// The same without some channels.
    pub fn without(mut self, gone: &[ChannelId]) -> Place {
        self.channels.retain(|id| !gone.contains(id));
        self.representative = self.representative.filter(|id| !gone.contains(id));
        self
    }

    /// Its address.
    pub fn href(&self) -> String {
        path::link_new(
            self.step,
            self.app.as_ref(),
            &self.channels,
            self.representative.as_ref(),
        )
    }
}

/// The step that has that path; `None` for another screen's.
fn step_at(pathname: &str) -> Option<LinkStep> {
    LinkStep::ALL
        .into_iter()
        .find(|step| path::link_new(*step, None, &[], None) == pathname)
}

/// An attempt to link of which it is not known what came of it.
struct Attempt {
    draft: LinkDraft,
    version: u64,
    key: String,
}

/// What all steps share. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Wizard {
    /// Where one is; tracked like a signal.
    pub place: Memo<Place>,
    /// Whether somebody was brought back because something is not chosen yet.
    pub came_back: RwSignal<bool>,
    navigate: Callback<(Place, Way)>,
    attempt: StoredValue<Option<Attempt>>,
}

/// What a navigation does to the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Another step: Back leads here again.
    On,
    /// Another step, in place of this one.
    Instead,
    /// Another choice in the same step.
    Same,
}

impl Wizard {
    /// The wizard of the present address.
    pub fn new() -> Wizard {
        // The location of the router, not of the route: the latter keeps an old query when only the step changes.
        let location = use_location();
        let pathname = location.pathname;
        let place = Memo::new(move |before: Option<&Place>| {
            let here = location
                .query
                .with(|query| Place::read(&location.pathname.get(), query));
            // While the screen is being left, the address is another screen's; what was shown stays.
            here.or_else(|| before.cloned()).unwrap_or(Place {
                step: LinkStep::App,
                app: None,
                channels: Vec::new(),
                representative: None,
            })
        });
        let navigate = use_navigate();
        Wizard {
            place,
            came_back: RwSignal::new(false),
            navigate: Callback::new(move |(place, way): (Place, Way)| {
                // Whoever has left already is not fetched back by a late answer.
                if step_at(&pathname.get_untracked()).is_none() {
                    return;
                }
                let options = NavigateOptions {
                    resolve: false,
                    replace: way != Way::On,
                    scroll: way != Way::Same,
                    ..NavigateOptions::default()
                };
                navigate(&place.href(), options);
            }),
            attempt: StoredValue::new(None),
        }
    }

    /// Where one is; not tracked.
    pub fn here(self) -> Place {
        self.place.get_untracked()
    }

    /// Goes to another step; Back leads here again.
    pub fn go(self, step: LinkStep) {
        self.came_back.set(false);
        self.navigate.run((self.here().at(step), Way::On));
    }

    /// Goes to another step in place of this one.
    pub fn go_instead(self, step: LinkStep) {
        self.navigate.run((self.here().at(step), Way::Instead));
    }

    /// Keeps another choice in the address of this step.
    pub fn choose(self, place: Place) {
        if place != self.here() {
            self.navigate.run((place, Way::Same));
        }
    }

    /// The key for linking these to that version: the same one until it is known what came of it.
    pub fn key(self, draft: &LinkDraft, version: u64) -> String {
        let same = |attempt: &&Attempt| attempt.draft == *draft && attempt.version == version;
        let kept = self.attempt.with_value(|kept| {
            kept.as_ref()
                .filter(same)
                .map(|attempt| attempt.key.clone())
        });
        kept.unwrap_or_else(|| {
            let key = fresh_key();
            self.attempt.set_value(Some(Attempt {
                draft: draft.clone(),
                version,
                key: key.clone(),
            }));
            key
        })
    }

    /// It is known what came of it: the next attempt is a new intention.
    pub fn answered(self) {
        self.attempt.set_value(None);
    }
}
