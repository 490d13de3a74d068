//! The tables, and what may be written to them.

use std::collections::BTreeMap;

use backend::store::{
    Answer, Batch, Change, CommitError, Expect, FileRecord, Session, ShareRecord,
};
use domain::app::App;
use domain::application::Application;
use domain::channel::Channel;
use domain::id::{AppId, ApplicationId, ChannelId, EvidenceId, RoleRequestId, ShareId, UserId};
use domain::link::{LINKS_MAX, Link};
use domain::role::{AppRole, ChannelRole, RoleRequest, RoleRequestState, User};

#[derive(Debug, Clone, Default)]
pub(super) struct Tables {
    pub(super) users: BTreeMap<UserId, User>,
    pub(super) sessions: BTreeMap<String, Session>,
    pub(super) channels: BTreeMap<ChannelId, Channel>,
    pub(super) apps: BTreeMap<AppId, App>,
    pub(super) channel_roles: BTreeMap<(UserId, ChannelId), ChannelRole>,
    pub(super) app_roles: BTreeMap<(UserId, AppId), AppRole>,
    pub(super) links: BTreeMap<(AppId, ChannelId), Link>,
    pub(super) applications: BTreeMap<ApplicationId, Application>,
    pub(super) role_requests: BTreeMap<RoleRequestId, RoleRequest>,
    pub(super) files: BTreeMap<EvidenceId, FileRecord>,
    pub(super) shares: BTreeMap<ShareId, ShareRecord>,
    pub(super) answers: BTreeMap<(UserId, String), Answer>,
}

impl Tables {
    /// The tables after a batch. A copy: whole or not at all needs no undoing then, and the demo's data are small.
    pub(super) fn with(&self, batch: Batch) -> Result<Tables, CommitError> {
        let mut next = self.clone();
        if let Some((user, key, answer)) = batch.answer
            && next.answers.insert((user, key), answer).is_some()
        {
            return Err(CommitError::KeyTaken);
        }
        if !batch.expect.iter().all(|expected| self.holds(expected)) {
            return Err(CommitError::Stale);
        }
        for change in batch.changes {
            next.apply(change)?;
        }
        Ok(next)
    }

    fn holds(&self, expected: &Expect) -> bool {
        match expected {
            Expect::Channel(id, version) => self
                .channels
                .get(id)
                .is_some_and(|one| one.version == *version),
            Expect::App(id, version) => {
                self.apps.get(id).is_some_and(|one| one.version == *version)
            }
            Expect::Application(id, version) => self
                .applications
                .get(id)
                .is_some_and(|one| one.version == *version),
            Expect::NoApplication(app) => self.applications.values().all(|one| one.app != *app),
            Expect::RoleRequest(id, version) => self
                .role_requests
                .get(id)
                .is_some_and(|one| one.version == *version),
            Expect::NoOpenRequest(by, wanted) => !self.role_requests.values().any(|one| {
                one.by == *by && one.wanted == *wanted && one.state == RoleRequestState::Open
            }),
            Expect::Files(application, files) => self
                .files
                .values()
                .filter(|one| one.application == *application)
                .map(|one| &one.id)
                .eq(files),
            Expect::Shares(application, shares) => self
                .shares
                .values()
                .filter(|one| one.application == *application)
                .map(|one| &one.id)
                .eq(shares),
        }
    }

    fn apply(&mut self, change: Change) -> Result<(), CommitError> {
        match change {
            Change::PutUser(user) => drop(self.users.insert(user.id.clone(), user)),
            Change::PutSession(session) => {
                self.sessions.insert(session.token_hash.clone(), session);
            }
            Change::DeleteSession(hash) => drop(self.sessions.remove(&hash)),
            Change::PutChannel(channel) => self.put_channel(channel)?,
            Change::PutApp(app) => drop(self.apps.insert(app.id.clone(), app)),
            Change::SetChannelRole(user, channel, role) => {
                self.channel_roles.insert((user, channel), role);
            }
            Change::SetAppRole(user, app, role) => {
                self.app_roles.insert((user, app), role);
            }
            Change::PutLink(link) => self.put_link(link)?,
            Change::DeleteLink(app, channel) => drop(self.links.remove(&(app, channel))),
            Change::PutApplication(application) => self.put_application(*application)?,
            Change::PutRoleRequest(request) => {
                self.role_requests.insert(request.id.clone(), request);
            }
            Change::PutFile(file) => drop(self.files.insert(file.id.clone(), file)),
            Change::DeleteFile(id) => drop(self.files.remove(&id)),
            Change::PutShare(share) => self.put_share(*share)?,
            Change::DeleteShare(id) => drop(self.shares.remove(&id)),
        }
        Ok(())
    }

    fn put_channel(&mut self, channel: Channel) -> Result<(), CommitError> {
        let mut others = self.channels.values().filter(|one| one.id != channel.id);
        if others.any(|one| one.search_id == channel.search_id) {
            return Err(CommitError::Conflict);
        }
        self.channels.insert(channel.id.clone(), channel);
        Ok(())
    }

    /// No two links have the same token, and a link that is there only ends.
    fn put_share(&mut self, share: ShareRecord) -> Result<(), CommitError> {
        if let Some(there) = self.shares.get_mut(&share.id) {
            there.revoked_at = share.revoked_at;
            return Ok(());
        }
        let mut others = self.shares.values();
        if others.any(|one| one.token_hash == share.token_hash) {
            return Err(CommitError::Conflict);
        }
        self.shares.insert(share.id.clone(), share);
        Ok(())
    }

    /// A link stays in its slot, and no slot has two.
    fn put_link(&mut self, link: Link) -> Result<(), CommitError> {
        let own = self.links.values().filter(|one| one.app == link.app);
        let is_taken = |one: &Link| (one.slot == link.slot) != (one.channel == link.channel);
        if usize::from(link.slot) >= LINKS_MAX || own.into_iter().any(is_taken) {
            return Err(CommitError::Conflict);
        }
        self.links
            .insert((link.app.clone(), link.channel.clone()), link);
        Ok(())
    }

    fn put_application(&mut self, application: Application) -> Result<(), CommitError> {
        let mut others = self
            .applications
            .values()
            .filter(|one| one.id != application.id);
        if others.any(|one| one.app == application.app) {
            return Err(CommitError::Conflict);
        }
        self.applications
            .insert(application.id.clone(), application);
        Ok(())
    }
}
