//! What can be done to a link, and what came of it. The outcome stands in the panel of its app, and focus goes there.

use contract::body::{AppDetail, LinkedApps, LinkedChannel, RepresentativeDraft};
use contract::{Failure, Kind, Tagged};
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
    /// Somebody changed the app meanwhile; the list was loaded again.
    Stale,
    /// It did not work.
    Failed(Failure),
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

    /// Whether the last call got no answer; tracked.
    pub fn offline(self) -> bool {
        self.api.with_value(|api| api.offline.get())
    }

    /// Asks before unlinking.
    pub fn ask(self, chosen: Chosen) {
        self.asked.set(Some(chosen));
        self.open.set(true);
    }

    /// Makes a channel the one that the consent screen shows.
    pub fn represent(self, chosen: Chosen) {
        self.start(&chosen);
        spawn_local(async move {
            let (app, channel) = (&chosen.app.row.app, &chosen.channel.link.channel);
            let draft = RepresentativeDraft {
                channel: channel.clone(),
            };
            let client = self.api.get_value().client();
            let answer = client
                .representative_set(&app.id, &draft, with_version(app.version))
                .await;
            self.finish(
                &app.id,
                answer,
                Outcome::Represents(chosen.channel.name.clone()),
            );
        });
    }

    /// Unlinks a channel.
    pub fn unlink(self, chosen: Chosen) {
        self.start(&chosen);
        spawn_local(async move {
            let (app, channel) = (&chosen.app.row.app, &chosen.channel.link.channel);
            let client = self.api.get_value().client();
            let answer = client
                .link_delete(&app.id, channel, with_version(app.version))
                .await;
            self.finish(
                &app.id,
                answer,
                Outcome::Unlinked(chosen.channel.name.clone()),
            );
        });
    }

    fn start(self, chosen: &Chosen) {
        self.outcome.set(None);
        self.busy.set(Some((
            chosen.app.row.app.id.clone(),
            chosen.channel.link.channel.clone(),
        )));
    }

    fn finish(self, app: &AppId, answer: Result<Tagged<AppDetail>, Failure>, done: Outcome) {
        // The screen may be gone by now.
        let Some(api) = self.api.try_get_value() else {
            return;
        };
        self.busy.set(None);
        self.open.set(false);
        let (outcome, changed) = match api.note(answer) {
            Ok(changed) => (done, Some(changed.body)),
            Err(failure) if matches!(failure.kind(), Some(Kind::Stale { .. })) => {
                self.list.reload();
                (Outcome::Stale, None)
            }
            Err(failure) => (Outcome::Failed(failure), None),
        };
        // Before the list changes, which looks where the outcome has to stand.
        self.outcome.set(Some((app.clone(), outcome)));
        if let Some(changed) = changed {
            self.take(changed);
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
