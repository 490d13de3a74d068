//! Links: all or nothing, never more than ten, and the one channel that the consent screen shows. `#4`–`#6`.

use std::collections::{BTreeMap, BTreeSet};

use contract::body::{LinkDraft, LinkedApps};
use contract::endpoint::{Endpoint, LinkCreate, LinkDelete, LinkList, RepresentativeSet};
use contract::error::{FieldFault, FieldProblem};
use domain::app::App;
use domain::channel::Channel;
use domain::eligibility;
use domain::finding::{Code, FactName, Finding};
use domain::id::{AppId, ChannelId};
use domain::link::{LINKS_MAX, Link, free_slots, without};
use domain::role::{AppRole, ChannelRole};
use domain::subject::Subject;

use crate::app::{app_detail, own_apps, visible_app};
use crate::fault::Fault;
use crate::http::{Call, Done, Undone};
use crate::store::{Batch, Change, Expect};

/// Most apps in a list of links.
const LISTED_MAX: usize = 200;
/// How often a decision is made anew because a channel changed while it was made.
const ATTEMPTS: usize = 3;

pub(crate) async fn link_list(call: Call<LinkList>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let apps = own_apps(backend, &call.caller, None).await?;
    let ids: Vec<AppId> = apps.iter().map(|(app, _)| app.id.clone()).collect();
    let links = if ids.is_empty() {
        Vec::new()
    } else {
        backend.store.links_of_apps(&ids).await?
    };
    let mut details = Vec::new();
    for (app, role) in apps {
        let own: Vec<Link> = links
            .iter()
            .filter(|link| link.app == app.id)
            .cloned()
            .collect();
        let is_asked_for = match &call.query.channel {
            Some(channel) => own.iter().any(|link| link.channel == *channel),
            None => !own.is_empty() || eligibility::app(&app, role).is_empty(),
        };
        if is_asked_for && details.len() < LISTED_MAX {
            details.push(app_detail(backend, &call.caller, app, role, own).await?);
        }
    }
    call.reply(&LinkedApps { apps: details }, 0)
}

pub(crate) async fn link_create(call: Call<LinkCreate>) -> Result<Done, Fault> {
    check_draft(&call.body)?;
    let mut last = 0;
    for _ in 0..ATTEMPTS {
        let scene = Scene::read(&call).await?;
        let asked = asked_channels(&call).await?;
        let links = decide(&call, &scene, &asked)?;
        let mut batch = scene.batch(&links);
        batch.expect.extend(
            asked
                .iter()
                .map(|(channel, _)| Expect::Channel(channel.id.clone(), channel.version)),
        );
        last = scene.app.version;
        match scene.commit(&call, batch, links).await {
            Err(Undone::LostRace) => {}
            Err(Undone::Fault(fault)) => return Err(fault),
            Ok(done) => return Ok(done),
        }
    }
    Err(Fault::stale(last))
}

pub(crate) async fn representative_set(call: Call<RepresentativeSet>) -> Result<Done, Fault> {
    let scene = Scene::read(&call).await?;
    let chosen = &call.body.channel;
    if !scene.links.iter().any(|link| link.channel == *chosen) {
        return Err(Fault::field("channel", FieldFault::Unknown));
    }
    let links = shown_first(scene.links.clone(), chosen);
    let batch = scene.batch(&links);
    scene.commit_or_stale(&call, batch, links).await
}

pub(crate) async fn link_delete(call: Call<LinkDelete>) -> Result<Done, Fault> {
    let channel: ChannelId = call.id(1)?;
    let scene = Scene::read(&call).await?;
    if !scene.links.iter().any(|link| link.channel == channel) {
        return Err(Fault::not_found());
    }
    let links = without(&scene.links, &channel);
    let mut batch = scene.batch(&links);
    batch
        .changes
        .push(Change::DeleteLink(scene.app.id.clone(), channel));
    scene.commit_or_stale(&call, batch, links).await
}

/// An app whose links are about to change, as it is and as the caller knows it.
struct Scene {
    app: App,
    role: AppRole,
    links: Vec<Link>,
}

impl Scene {
    async fn read<E: Endpoint>(call: &Call<E>) -> Result<Scene, Fault> {
        let (backend, id) = (&call.backend, call.id(0)?);
        let (app, role) = visible_app(backend, &call.caller, E::FACTS.operation, &id).await?;
        if app.version != call.version {
            return Err(Fault::stale(app.version));
        }
        let links = call
            .backend
            .store
            .links_of_apps(std::slice::from_ref(&app.id))
            .await?;
        Ok(Scene { app, role, links })
    }

    /// The app's next version and every link that is new or different. What was is expected still to be.
    fn batch(&self, links: &[Link]) -> Batch {
        let app = self.next();
        let changed = links.iter().filter(|link| !self.links.contains(link));
        let changed = changed.map(|link| Change::PutLink(link.clone()));
        Batch {
            expect: vec![Expect::App(app.id.clone(), self.app.version)],
            changes: std::iter::once(Change::PutApp(app))
                .chain(changed)
                .collect(),
            ..Batch::default()
        }
    }

    fn next(&self) -> App {
        App {
            version: self.app.version + 1,
            ..self.app.clone()
        }
    }

    async fn commit<E: Endpoint<Reply = contract::body::AppDetail>>(
        &self,
        call: &Call<E>,
        batch: Batch,
        links: Vec<Link>,
    ) -> Result<Done, Undone> {
        let app = self.next();
        let version = app.version;
        let detail = app_detail(&call.backend, &call.caller, app, self.role, links).await?;
        call.commit(batch, &detail, version).await
    }

    async fn commit_or_stale<E: Endpoint<Reply = contract::body::AppDetail>>(
        &self,
        call: &Call<E>,
        batch: Batch,
        links: Vec<Link>,
    ) -> Result<Done, Fault> {
        match self.commit(call, batch, links).await {
            Ok(done) => Ok(done),
            Err(undone) => {
                let now = async {
                    let now = call.backend.store.app(&self.app.id).await?;
                    Ok(now.map_or(self.app.version, |app| app.version))
                };
                Err(undone.or_stale_at(now).await)
            }
        }
    }
}

/// What can be said about a draft without knowing any channel.
fn check_draft(draft: &LinkDraft) -> Result<(), Fault> {
    if draft.channels.is_empty() {
        return Err(Fault::field("channels", FieldFault::Missing));
    }
    if draft.channels.len() > LINKS_MAX {
        let full = Finding::new(Code::AppFull, Subject::Channels)
            .with(FactName::Count, draft.channels.len())
            .with(FactName::Limit, LINKS_MAX);
        return Err(Fault::refused(vec![full]));
    }
    let mut seen = BTreeSet::new();
    let repeated = draft
        .channels
        .iter()
        .enumerate()
        .filter(|(_, id)| !seen.insert(*id));
    let problems = problems(repeated, FieldFault::Repeated);
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Fault::invalid(problems))
    }
}

fn problems<'a>(
    places: impl Iterator<Item = (usize, &'a ChannelId)>,
    problem: FieldFault,
) -> Vec<FieldProblem> {
    let fields = places.map(|(place, _)| FieldProblem {
        field: format!("channels.{place}"),
        problem: problem.clone(),
    });
    fields.collect()
}

/// The channels that were asked for, in that order, with the caller's role. One without any role is unknown, like one that is not there.
async fn asked_channels(call: &Call<LinkCreate>) -> Result<Vec<(Channel, ChannelRole)>, Fault> {
    let (store, ids) = (&call.backend.store, &call.body.channels);
    // Before the roles: one that changes after it was read changes the version that was read before.
    let channels = store.channels(ids).await?;
    let mut roles = BTreeMap::new();
    for id in ids {
        if let Some(role) = store.channel_role(&call.caller.id, id).await? {
            roles.insert(id, role);
        }
    }
    let found = |id: &ChannelId| {
        let channel = channels.iter().find(|channel| channel.id == *id)?;
        Some((channel.clone(), *roles.get(id)?))
    };
    let unknown = ids.iter().enumerate().filter(|(_, id)| found(id).is_none());
    let unknown = problems(unknown, FieldFault::Unknown);
    if unknown.is_empty() {
        Ok(ids.iter().filter_map(found).collect())
    } else {
        Err(Fault::invalid(unknown))
    }
}

/// The links that the app will have; refused with every reason that holds for any of the channels.
fn decide(
    call: &Call<LinkCreate>,
    scene: &Scene,
    asked: &[(Channel, ChannelRole)],
) -> Result<Vec<Link>, Fault> {
    let mut findings = eligibility::app(&scene.app, scene.role);
    let is_linked = |id: &ChannelId| scene.links.iter().any(|link| link.channel == *id);
    for (taken, (channel, role)) in (scene.links.len()..).zip(asked) {
        let linked = is_linked(&channel.id);
        findings.extend(eligibility::pair(&scene.app, channel, *role, linked, taken));
    }
    if !findings.is_empty() {
        return Err(Fault::refused(findings));
    }
    let now = call.backend.clock.now();
    let added = free_slots(&scene.links)
        .into_iter()
        .zip(asked)
        .map(|(slot, (channel, _))| Link {
            app: scene.app.id.clone(),
            channel: channel.id.clone(),
            slot,
            representative: false,
            linked_at: now,
        });
    let links: Vec<Link> = scene.links.iter().cloned().chain(added).collect();
    let current = scene.links.iter().find(|link| link.representative);
    let wanted = call.body.representative.as_ref();
    let chosen = wanted
        .or(current.map(|link| &link.channel))
        .or(call.body.channels.first());
    match chosen {
        Some(chosen) if links.iter().any(|link| link.channel == *chosen) => {
            Ok(shown_first(links, chosen))
        }
        _ => Err(Fault::field("representative", FieldFault::Unknown)),
    }
}

/// The same links with that one representative.
fn shown_first(mut links: Vec<Link>, chosen: &ChannelId) -> Vec<Link> {
    for link in &mut links {
        link.representative = link.channel == *chosen;
    }
    links
}
