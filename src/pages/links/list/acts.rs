//! What can be done to a link, and what came of it. The outcome stands in the panel of its app, and focus goes there.

use contract::body::{AppDetail, LinkedApps, LinkedChannel, RepresentativeDraft};
use contract::{Client, Failure, Kind, Tagged};
use domain::id::{AppId, ChannelId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, use_api, with_version};
use crate::data::Loaded;

/// What came of the last act.
#[derive(Clone)]
pub enum Outcome {
    /// The channel of that name is the representative one now.
    Represents(String),
    /// The channel of that name is unlinked.
    Unlinked(String),
    /// Somebody changed the app meanwhile: what was wanted of which channel, and how the app is linked now.
    Stale(Wish, String, Box<AppDetail>),
    /// It did not work.
    Failed(Failure),
}

/// What is wanted of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// That it is the representative one.
    Represent,
    /// That it is gone.
    Unlink,
}

impl Wish {
    /// Whether it is so already: it was done before, and the answer was lost, or somebody else did the same.
    fn is_so(self, app: &AppDetail, channel: &ChannelId) -> bool {
        let mut links = app.links.iter().map(|linked| &linked.link);
        let link = links.find(|link| link.channel == *channel);
        match self {
            Wish::Represent => link.is_some_and(|link| link.representative),
            Wish::Unlink => link.is_none(),
        }
    }
}

/// An app and one of its links.
#[derive(Clone)]
pub struct Chosen {
    /// The app with all its links.
    pub app: AppDetail,
    /// The link in question.
    pub channel: LinkedChannel,
}

/// The acts, and where they stand. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Acts {
    list: Loaded<LinkedApps>,
    api: StoredValue<Api>,
    /// What came of the last act, and on which app.
    pub outcome: RwSignal<Option<(AppId, Outcome)>>,
    /// The link that is being changed.
    pub busy: RwSignal<Option<(AppId, ChannelId)>>,
    /// The link that somebody is asked about before it is taken away.
    pub asked: RwSignal<Option<Chosen>>,
    /// Whether that question is open.
    pub open: RwSignal<bool>,
}

impl Acts {
    /// The acts on the links of that list.
    pub fn new(list: Loaded<LinkedApps>) -> Acts {
        Acts {
            list,
            api: StoredValue::new(use_api()),
            outcome: RwSignal::new(None),
            busy: RwSignal::new(None),
            asked: RwSignal::new(None),
            open: RwSignal::new(false),
        }
    }

    /// Asks before unlinking.
    pub fn ask(self, chosen: Chosen) {
        self.asked.set(Some(chosen));
        self.open.set(true);
    }

    /// Makes a channel the one that the consent screen shows, or unlinks it.
    pub fn change(self, chosen: Chosen, wish: Wish) {
        let (app, channel) = (&chosen.app.row.app, &chosen.channel.link.channel);
        self.outcome.set(None);
        self.busy.set(Some((app.id.clone(), channel.clone())));
        spawn_local(async move {
            let client = self.api.get_value().client();
            let answer = ask(&client, &chosen, wish).await;
            // Somebody was faster, or it was this very wish, whose answer was lost: what is there now tells which.
            let now = match &answer {
                Err(failure) if matches!(failure.kind(), Some(Kind::Stale { .. })) => {
                    Some(client.app_get(&chosen.app.row.app.id).await)
                }
                _ => None,
            };
            self.finish(&chosen, wish, answer, now);
        });
    }

    fn finish(
        self,
        chosen: &Chosen,
        wish: Wish,
        answer: Result<Tagged<AppDetail>, Failure>,
        now: Option<Result<Tagged<AppDetail>, Failure>>,
    ) {
        // The screen may be gone by now.
        let Some(api) = self.api.try_get_value() else {
            return;
        };
        self.busy.set(None);
        self.open.set(false);
        let (app, channel) = (&chosen.app.row.app.id, &chosen.channel.link.channel);
        let name = chosen.channel.name.clone();
        let overtaken = now.is_some();
        let (outcome, changed) = match api.note(now.unwrap_or(answer)) {
            Ok(told) if overtaken && !wish.is_so(&told.body, channel) => {
                let now = Box::new(told.body.clone());
                (Outcome::Stale(wish, name, now), Some(told.body))
            }
            Ok(told) => {
                let done = match wish {
                    Wish::Represent => Outcome::Represents(name),
                    Wish::Unlink => Outcome::Unlinked(name),
                };
                (done, Some(told.body))
            }
            Err(failure) => (Outcome::Failed(failure), None),
        };
        // Before the list changes, which looks where the outcome has to stand.
        self.outcome.set(Some((app.clone(), outcome)));
        match changed {
            Some(changed) => self.take(changed),
            // What was refused is no longer as it is shown.
            None if !api.offline.get_untracked() => self.list.reload(),
            None => {}
        }
    }

    /// Puts the changed app in the place of the old one.
    fn take(self, changed: AppDetail) {
        let Some(mut all) = self.list.peek() else {
            return;
        };
        for detail in &mut all.body.apps {
            if detail.row.app.id == changed.row.app.id {
                *detail = changed.clone();
            }
        }
        self.list.set(all);
    }
}

async fn ask(client: &Client, chosen: &Chosen, wish: Wish) -> Result<Tagged<AppDetail>, Failure> {
    let (app, channel) = (&chosen.app.row.app, &chosen.channel.link.channel);
    let version = with_version(app.version);
    match wish {
        Wish::Represent => {
            let draft = RepresentativeDraft {
                channel: channel.clone(),
            };
            client.representative_set(&app.id, &draft, version).await
        }
        Wish::Unlink => client.link_delete(&app.id, channel, version).await,
    }
}
