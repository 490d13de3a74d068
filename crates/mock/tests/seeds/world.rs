//! What a store would hold after the seeds were planted.

use std::collections::{BTreeMap, BTreeSet};

use backend::store::{Change, FileRecord};
use domain::app::App;
use domain::application::Application;
use domain::channel::Channel;
use domain::eligibility;
use domain::finding::Code;
use domain::id::{AppId, ChannelId, UserId};
use domain::link::Link;
use domain::role::{AppRole, ChannelRole, RoleRequest, User};

/// Everything a store would hold.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) users: BTreeMap<UserId, User>,
    pub(crate) channels: BTreeMap<ChannelId, Channel>,
    pub(crate) apps: BTreeMap<AppId, App>,
    pub(crate) on_channels: BTreeMap<(UserId, ChannelId), ChannelRole>,
    pub(crate) on_apps: BTreeMap<(UserId, AppId), AppRole>,
    pub(crate) links: Vec<Link>,
    pub(crate) applications: Vec<Application>,
    pub(crate) files: Vec<FileRecord>,
    pub(crate) requests: Vec<RoleRequest>,
}

impl World {
    /// Applies the changes as a store would; whatever refers to something must find it, and nothing may be put twice.
    pub(crate) fn of(changes: Vec<Change>) -> World {
        let mut world = World::default();
        for change in changes {
            let known = world.apply(change.clone());
            assert!(
                known,
                "put twice, or refers to something that is not there: {change:?}"
            );
        }
        world
    }

    fn apply(&mut self, change: Change) -> bool {
        match change {
            Change::PutUser(user) => self.users.insert(user.id.clone(), user).is_none(),
            Change::PutChannel(channel) => {
                self.channels.insert(channel.id.clone(), channel).is_none()
            }
            Change::PutApp(app) => {
                let twice = self.apps.values().any(|other| other.number == app.number);
                self.apps.insert(app.id.clone(), app).is_none() && !twice
            }
            Change::SetChannelRole(user, channel, role) => {
                self.users.contains_key(&user)
                    && self.channels.contains_key(&channel)
                    && self.on_channels.insert((user, channel), role).is_none()
            }
            Change::SetAppRole(user, app, role) => {
                self.users.contains_key(&user)
                    && self.apps.contains_key(&app)
                    && self.on_apps.insert((user, app), role).is_none()
            }
            Change::PutLink(link) => {
                let there =
                    self.apps.contains_key(&link.app) && self.channels.contains_key(&link.channel);
                let twice = self.links.iter().any(|other| {
                    other.app == link.app
                        && (other.slot == link.slot || other.channel == link.channel)
                });
                self.links.push(link);
                there && !twice
            }
            Change::PutApplication(one) => {
                let there = self.apps.contains_key(&one.app);
                let twice = self
                    .applications
                    .iter()
                    .any(|a| a.app == one.app || a.id == one.id);
                self.applications.push(*one);
                there && !twice
            }
            Change::PutFile(file) => {
                let there = self.applications.iter().any(|a| a.id == file.application);
                let twice = self.files.iter().any(|other| other.id == file.id);
                self.files.push(file);
                there && !twice
            }
            Change::PutRoleRequest(request) => {
                let there = self.users.contains_key(&request.by);
                let twice = self.requests.iter().any(|other| other.id == request.id);
                self.requests.push(request);
                there && !twice
            }
            _ => false,
        }
    }

    pub(crate) fn links_of(&self, app: &AppId) -> Vec<&Link> {
        self.links.iter().filter(|link| link.app == *app).collect()
    }

    /// Every code that says to this person why something cannot be used.
    pub(crate) fn reasons(&self, user: &str) -> BTreeSet<Code> {
        let mut codes = BTreeSet::new();
        let channels: Vec<(&Channel, ChannelRole)> = self
            .on_channels
            .iter()
            .filter(|((who, _), _)| who.as_str() == user)
            .filter_map(|((_, id), role)| Some((self.channels.get(id)?, *role)))
            .collect();
        for (channel, role) in &channels {
            codes.extend(eligibility::channel(channel, *role).iter().map(|f| f.code));
        }
        for ((who, id), role) in &self.on_apps {
            let Some(app) = self.apps.get(id).filter(|_| who.as_str() == user) else {
                continue;
            };
            let reasons = eligibility::app(app, *role);
            codes.extend(reasons.iter().map(|f| f.code));
            if !reasons.is_empty() {
                continue;
            }
            let links = self.links_of(id);
            for (channel, role) in &channels {
                let linked = links.iter().any(|link| link.channel == channel.id);
                let reasons = eligibility::pair(app, channel, *role, linked, links.len());
                codes.extend(reasons.iter().map(|f| f.code));
            }
        }
        codes
    }
}
