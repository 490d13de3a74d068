//! The tables, and what may be written to them.

use std::collections::BTreeMap;

use backend::record::chained;
use backend::store::{
    ANSWER_DAYS, Answer, Batch, Change, CommitError, Expect, FileRecord, Identity, Invitation,
    Session, ShareRecord, SignInAttempt,
};
use domain::account::{Account, SEEN_S};
use domain::app::App;
use domain::application::Application;
use domain::channel::Channel;
use domain::id::{
    AppId, ApplicationId, ChannelId, EvidenceId, InvitationId, RoleRequestId, ShareId, UserId,
};
use domain::link::{LINKS_MAX, Link};
use domain::record::{Head, Record};
use domain::role::{AppRole, ChannelRole, RoleRequest, RoleRequestState, User};
use domain::time::Time;

#[derive(Debug, Clone, Default)]
pub(super) struct Tables {
    pub(super) users: BTreeMap<UserId, User>,
    /// Since when an account is closed, and its version; without an entry it is open and was never changed.
    pub(super) standing: BTreeMap<UserId, (Option<Time>, u64)>,
    pub(super) identities: BTreeMap<(String, String), Identity>,
    pub(super) sessions: BTreeMap<String, Session>,
    pub(super) invitations: BTreeMap<InvitationId, Invitation>,
    pub(super) attempts: BTreeMap<String, SignInAttempt>,
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
    /// What the last batch added to the record, which is not copied with the tables: it only grows.
    pub(super) recorded: Vec<Record>,
    pub(super) head: Head,
}

impl Tables {
    /// The tables after a batch. A copy: whole or not at all needs no undoing then, and the demo's data are small.
    pub(super) fn with(&self, batch: Batch) -> Result<Tables, CommitError> {
        let mut next = self.clone();
        if let Some((user, key, answer)) = batch.answer {
            let oldest = answer.at.plus_days(-ANSWER_DAYS);
            let before = next.answers.insert((user, key), answer);
            if before.is_some_and(|before| before.at >= oldest) {
                return Err(CommitError::KeyTaken);
            }
        }
        if !batch.expect.iter().all(|expected| self.holds(expected)) {
            return Err(CommitError::Stale);
        }
        for change in batch.changes {
            next.apply(change)?;
        }
        next.recorded = chained(&mut next.head, batch.record);
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
            Expect::FewerOpenRequests(by, most) => {
                let open =
                    |one: &&RoleRequest| one.by == *by && one.state == RoleRequestState::Open;
                self.role_requests.values().filter(open).count() < *most
            }
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
            Expect::OpenShare(id) => self
                .shares
                .get(id)
                .is_some_and(|one| one.revoked_at.is_none()),
            Expect::Account(id, version) => {
                self.account(id).is_some_and(|one| one.version == *version)
            }
            Expect::OpenInvitation(id) => self
                .invitations
                .get(id)
                .is_some_and(|one| one.used_at.is_none() && one.revoked_at.is_none()),
            Expect::SignInAttempt(hash) => self.attempts.contains_key(hash),
            Expect::Session(hash) => self.sessions.contains_key(hash),
        }
    }

    fn apply(&mut self, change: Change) -> Result<(), CommitError> {
        match change {
            Change::PutUser(user) => drop(self.users.insert(user.id.clone(), user)),
            Change::PutSession(session) => {
                self.sessions.insert(session.token_hash.clone(), session);
            }
            Change::DeleteSession(hash) => drop(self.sessions.remove(&hash)),
            Change::PutAccount(account) => self.put_account(account),
            Change::PutIdentity(identity) => self.put_identity(identity)?,
            Change::TouchSession(hash, at) => {
                if let Some(session) = self.sessions.get_mut(&hash)
                    && at.millis() - session.seen_at.millis() >= SEEN_S * 1_000
                {
                    session.seen_at = at;
                }
            }
            Change::EndSessions(user, but) => self
                .sessions
                .retain(|hash, session| session.user != user || but.as_ref() == Some(hash)),
            Change::PutInvitation(invitation) => self.put_invitation(*invitation)?,
            Change::RevokeInvitations(by, at) => {
                let of_theirs = |one: &&mut Invitation| one.by.as_ref() == Some(&by);
                for one in self.invitations.values_mut().filter(of_theirs) {
                    if one.used_at.is_none() && one.revoked_at.is_none() {
                        one.revoked_at = Some(at);
                    }
                }
            }
            Change::PutSignInAttempt(attempt) => {
                self.attempts.insert(attempt.cookie_hash.clone(), *attempt);
            }
            Change::DeleteSignInAttempt(hash) => drop(self.attempts.remove(&hash)),
            Change::ForgetSignInAttempts(before) => {
                self.attempts.retain(|_, one| one.expires_at >= before);
            }
            Change::Sweep(now) => {
                let oldest = now.plus_days(-ANSWER_DAYS);
                self.answers.retain(|_, one| one.at >= oldest);
                self.sessions.retain(|_, one| one.expires_at >= now);
                self.attempts.retain(|_, one| one.expires_at >= now);
            }
            Change::PutChannel(channel) => self.put_channel(channel)?,
            Change::PutApp(app) => self.put_app(app)?,
            Change::SetChannelRole(user, channel, role) => {
                self.channel_roles.insert((user, channel), role);
            }
            Change::SetAppRole(user, app, role) => {
                self.app_roles.insert((user, app), role);
            }
            Change::RemoveChannelRole(user, channel) => {
                self.channel_roles.remove(&(user, channel));
            }
            Change::RemoveAppRole(user, app) => {
                self.app_roles.remove(&(user, app));
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

    /// Somebody with what is known of their account.
    pub(super) fn account(&self, id: &UserId) -> Option<Account> {
        let user = self.users.get(id)?.clone();
        let (disabled_at, version) = self.standing.get(id).copied().unwrap_or((None, 1));
        Some(Account {
            user,
            disabled_at,
            version,
        })
    }

    fn put_account(&mut self, account: Account) {
        let id = account.user.id.clone();
        self.standing
            .insert(id.clone(), (account.disabled_at, account.version));
        self.users.insert(id, account.user);
    }

    fn put_identity(&mut self, identity: Identity) -> Result<(), CommitError> {
        let key = (identity.issuer.clone(), identity.subject.clone());
        if !self.users.contains_key(&identity.user) || self.identities.contains_key(&key) {
            return Err(CommitError::Conflict);
        }
        self.identities.insert(key, identity);
        Ok(())
    }

    /// No two invitations have the same token, and one that is there only ends.
    fn put_invitation(&mut self, invitation: Invitation) -> Result<(), CommitError> {
        if let Some(there) = self.invitations.get_mut(&invitation.id) {
            there.used_at = invitation.used_at;
            there.used_by = invitation.used_by;
            there.revoked_at = invitation.revoked_at;
            return Ok(());
        }
        let mut others = self.invitations.values();
        if others.any(|one| one.token_hash == invitation.token_hash) {
            return Err(CommitError::Conflict);
        }
        self.invitations.insert(invitation.id.clone(), invitation);
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

    fn put_app(&mut self, app: App) -> Result<(), CommitError> {
        let mut others = self.apps.values().filter(|one| one.id != app.id);
        if others.any(|one| one.number == app.number) {
            return Err(CommitError::Conflict);
        }
        self.apps.insert(app.id.clone(), app);
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
