//! What is left to do before Kakao Sync can be used, for one app.

use contract::body::{Home, PAGE_ROWS};
use contract::endpoint::HomeGet;
use domain::app::App;
use domain::application::Status;
use domain::channel::ChannelState;
use domain::eligibility::{self, ChannelTest};
use domain::finding::Finding;
use domain::id::{AppId, ChannelId};
use domain::link::Link;
use domain::policy::Operation;
use domain::role::{AppRole, User};
use domain::task::{Progress, tasks};

use crate::Backend;
use crate::app::{drift, linked_channels, own_apps, visible_app};
use crate::application::application_rows;
use crate::channel::choice;
use crate::fault::Fault;
use crate::http::{Call, Done};
use crate::store::{ChannelAsk, Outline};

/// Most other apps to choose from.
const CHOICES_MAX: usize = 50;

pub(crate) async fn home_get(call: Call<HomeGet>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let usable = own_apps(backend, &call.caller, Some(true)).await?;
    let ids: Vec<AppId> = usable.iter().map(|(app, _)| app.id.clone()).collect();
    let (links, outlines) = if ids.is_empty() {
        (Vec::new(), Vec::new())
    } else {
        let store = &backend.store;
        (
            store.links_of_apps(&ids).await?,
            store.outlines_of(&ids).await?,
        )
    };
    let chosen = match &call.query.app {
        Some(id) => Some(visible_app(backend, &call.caller, Operation::AppGet, id).await?),
        None => furthest(&usable, &links, &outlines),
    };
    let channels = Channels::of(backend, &call.caller).await?;
    let others = own_apps(backend, &call.caller, Some(false)).await?;
    let about = About::of(backend, &call.caller, chosen.as_ref().map(|(app, _)| app)).await?;
    let progress = Progress {
        usable_channels: channels.usable,
        channels: channels.usable + channels.others,
        channel_in_review: channels.in_review,
        usable_apps: usable.len(),
        apps: usable.len() + others.len(),
        links: about.links,
        drift: about.drift.is_some(),
        application: about.application.as_ref().map(|one| one.status),
    };
    let choices = usable.iter().map(|(app, _)| app).filter(|app| {
        chosen
            .as_ref()
            .is_none_or(|(chosen, _)| chosen.id != app.id)
    });
    let reasons = match &chosen {
        Some((app, role)) => eligibility::app(app, *role),
        None => nearest(
            others
                .iter()
                .map(|(app, role)| eligibility::app(app, *role)),
        ),
    };
    let app: Vec<App> = chosen.iter().map(|(app, _)| app.clone()).collect();
    let home = Home {
        choices: choices.map(choice).take(CHOICES_MAX).collect(),
        tasks: tasks(&progress).to_vec(),
        usable_channels: channels.usable,
        links: about.links,
        drift: about.drift,
        application: application_rows(backend, &app, about.application.as_slice())
            .await?
            .pop(),
        reasons: if reasons.is_empty() {
            channels.reasons
        } else {
            reasons
        },
        app: app.into_iter().next(),
    };
    call.reply(&home, 0)
}

/// The app that is furthest along; of several the first by name.
fn furthest(
    usable: &[(App, AppRole)],
    links: &[Link],
    outlines: &[Outline],
) -> Option<(App, AppRole)> {
    let far = |app: &App| {
        let application = outlines.iter().find(|one| one.app == app.id);
        let is_linked = links.iter().any(|link| link.app == app.id);
        (application.map(|one| distance(one.status)), is_linked)
    };
    // The last of equals is taken, hence backwards.
    usable.iter().rev().max_by_key(|(app, _)| far(app)).cloned()
}

/// How far an application in that state has come.
fn distance(status: Status) -> u8 {
    match status {
        Status::Draft => 0,
        Status::Withdrawn => 1,
        Status::Rejected => 2,
        Status::OnHold => 3,
        Status::Submitted => 4,
        Status::InReview => 5,
        Status::Approved => 6,
    }
}

/// The reasons of whatever has the fewest.
fn nearest(reasons: impl Iterator<Item = Vec<Finding>>) -> Vec<Finding> {
    reasons.min_by_key(Vec::len).unwrap_or_default()
}

/// What there is to say about the caller's channels.
struct Channels {
    usable: usize,
    others: usize,
    in_review: bool,
    /// Why none can be used.
    reasons: Vec<Finding>,
}

impl Channels {
    async fn of(backend: &Backend, caller: &User) -> Result<Channels, Fault> {
        let ask = |usable, rows| ChannelAsk::all(ChannelTest::any(), usable, rows);
        let store = &backend.store;
        let usable = store.channel_page(&caller.id, &ask(true, 1)).await?.count;
        let others = store
            .channel_page(&caller.id, &ask(false, PAGE_ROWS))
            .await?;
        let reasons = others
            .rows
            .iter()
            .map(|(channel, role)| eligibility::channel(channel, *role));
        Ok(Channels {
            usable,
            others: others.count,
            in_review: others
                .rows
                .iter()
                .any(|(c, _)| c.state == ChannelState::InReview),
            reasons: if usable > 0 {
                Vec::new()
            } else {
                nearest(reasons)
            },
        })
    }
}

/// What there is to say about the chosen app.
#[derive(Default)]
struct About {
    links: usize,
    drift: Option<Finding>,
    application: Option<Outline>,
}

impl About {
    async fn of(backend: &Backend, caller: &User, app: Option<&App>) -> Result<About, Fault> {
        let Some(app) = app else {
            return Ok(About::default());
        };
        let own = std::slice::from_ref(&app.id);
        let links = backend.store.links_of_apps(own).await?;
        let ids: Vec<ChannelId> = links.iter().map(|link| link.channel.clone()).collect();
        let channels = linked_channels(backend, &ids).await?;
        let mut drifted = None;
        for channel in &channels {
            drifted = drifted.or(drift(backend, caller, app, channel).await?);
        }
        Ok(About {
            links: links.len(),
            drift: drifted,
            application: backend.store.outlines_of(own).await?.pop(),
        })
    }
}
