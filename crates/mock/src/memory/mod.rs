//! A store in memory: what the demo runs on, and the plainest one that passes the conformance suite.

mod page;
mod tables;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use backend::store::{
    AccountAsk, Answer, AppAsk, Batch, Change, ChannelAsk, CommitError, FileRecord, Identity,
    Invitation, Outline, Paged, Read, RecordAsk, Session, ShareRecord, SignInAttempt, Store,
};
use domain::account::Account;
use domain::app::App;
use domain::application::Application;
use domain::channel::Channel;
use domain::id::{
    AppId, ApplicationId, ChannelId, EvidenceId, InvitationId, RoleRequestId, UserId,
};
use domain::link::Link;
use domain::record::{Head, Record};
use domain::role::{AppRole, ChannelRole, RoleRequest, RoleWanted, User};

use page::members;
use tables::Tables;

/// Everything in one place, behind one lock. Lost when the page is closed.
#[derive(Debug, Default)]
pub struct Memory {
    tables: Mutex<Tables>,
    records: Mutex<Vec<Record>>,
    files: Mutex<BTreeMap<EvidenceId, Vec<u8>>>,
    counters: Mutex<BTreeMap<String, u64>>,
}

/// Most sessions in a list.
const SESSIONS_MAX: usize = 100;
/// Most invitations in a list.
const INVITATIONS_MAX: usize = 500;
/// Most users in a list.
const USERS_MAX: usize = 100;

impl Memory {
    /// A store that begins with those changes, and with the same bytes for every file in them.
    ///
    /// # Errors
    /// When the changes contradict each other.
    pub fn seeded(changes: Vec<Change>, file: &[u8]) -> Result<Memory, CommitError> {
        let files = changes.iter().filter_map(|change| match change {
            Change::PutFile(record) => Some((record.id.clone(), file.to_vec())),
            _ => None,
        });
        let files = files.collect();
        let mut tables = Tables::default().with(Batch {
            record: crate::seeds::record(&changes),
            changes,
            ..Batch::default()
        })?;
        Ok(Memory {
            files: Mutex::new(files),
            records: Mutex::new(std::mem::take(&mut tables.recorded)),
            tables: Mutex::new(tables),
            counters: Mutex::default(),
        })
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        lock(&self.tables)
    }

    fn requests(&self, wanted: impl Fn(&Tables, &RoleRequest) -> bool) -> Vec<RoleRequest> {
        page::requests(&self.tables(), wanted)
    }
}

/// A panic elsewhere leaves whole tables behind: they are replaced, never changed in place.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn by_id<K: Ord, V: Clone>(table: &BTreeMap<K, V>, ids: &[K]) -> Vec<V> {
    ids.iter().filter_map(|id| table.get(id).cloned()).collect()
}

#[async_trait]
impl Store for Memory {
    async fn user(&self, id: &UserId) -> Read<Option<User>> {
        Ok(self.tables().users.get(id).cloned())
    }

    async fn users(&self) -> Read<Vec<User>> {
        let mut users: Vec<User> = self.tables().users.values().cloned().collect();
        users.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        users.truncate(USERS_MAX);
        Ok(users)
    }

    async fn users_by_id(&self, ids: &[UserId]) -> Read<Vec<User>> {
        Ok(by_id(&self.tables().users, ids))
    }

    async fn session(&self, token_hash: &str) -> Read<Option<Session>> {
        Ok(self.tables().sessions.get(token_hash).cloned())
    }

    async fn sessions_of(&self, user: &UserId) -> Read<Vec<Session>> {
        let tables = self.tables();
        let own = tables.sessions.values().filter(|one| one.user == *user);
        let mut sessions: Vec<Session> = own.cloned().collect();
        sessions.sort_by(|a, b| (b.seen_at, &b.id).cmp(&(a.seen_at, &a.id)));
        sessions.truncate(SESSIONS_MAX);
        Ok(sessions)
    }

    async fn account(&self, id: &UserId) -> Read<Option<Account>> {
        Ok(self.tables().account(id))
    }

    async fn account_page(&self, ask: &AccountAsk) -> Read<Paged<Account>> {
        Ok(page::accounts(&self.tables(), ask))
    }

    async fn identity(&self, issuer: &str, subject: &str) -> Read<Option<Identity>> {
        let key = (issuer.to_owned(), subject.to_owned());
        Ok(self.tables().identities.get(&key).cloned())
    }

    async fn invitations(&self) -> Read<Vec<Invitation>> {
        let mut found: Vec<Invitation> = self.tables().invitations.values().cloned().collect();
        let has_ended = |one: &Invitation| one.used_at.is_some() || one.revoked_at.is_some();
        found.sort_by(|a, b| {
            (has_ended(a), b.made_at, &b.id).cmp(&(has_ended(b), a.made_at, &a.id))
        });
        found.truncate(INVITATIONS_MAX);
        Ok(found)
    }

    async fn invitation(&self, id: &InvitationId) -> Read<Option<Invitation>> {
        Ok(self.tables().invitations.get(id).cloned())
    }

    async fn invitation_by_token(&self, token_hash: &str) -> Read<Option<Invitation>> {
        let tables = self.tables();
        let mut invitations = tables.invitations.values();
        Ok(invitations
            .find(|one| one.token_hash == token_hash)
            .cloned())
    }

    async fn sign_in_attempt(&self, cookie_hash: &str) -> Read<Option<SignInAttempt>> {
        Ok(self.tables().attempts.get(cookie_hash).cloned())
    }

    async fn channel(&self, id: &ChannelId) -> Read<Option<Channel>> {
        Ok(self.tables().channels.get(id).cloned())
    }

    async fn channels(&self, ids: &[ChannelId]) -> Read<Vec<Channel>> {
        Ok(by_id(&self.tables().channels, ids))
    }

    async fn channels_after(&self, after: Option<&ChannelId>, rows: usize) -> Read<Vec<Channel>> {
        Ok(page::after(&self.tables().channels, after, rows))
    }

    async fn channel_by_search_id(&self, search_id: &str) -> Read<Option<Channel>> {
        let tables = self.tables();
        let mut channels = tables.channels.values();
        Ok(channels
            .find(|channel| channel.search_id == search_id)
            .cloned())
    }

    async fn channel_role(&self, user: &UserId, channel: &ChannelId) -> Read<Option<ChannelRole>> {
        let key = (user.clone(), channel.clone());
        Ok(self.tables().channel_roles.get(&key).copied())
    }

    async fn masters(&self, channels: &[ChannelId]) -> Read<BTreeMap<ChannelId, User>> {
        let tables = self.tables();
        let masters = tables
            .channel_roles
            .iter()
            .filter(|(_, role)| **role == ChannelRole::Master);
        let asked = masters.filter(|((_, channel), _)| channels.contains(channel));
        let users = asked.filter_map(|((user, channel), _)| {
            Some((channel.clone(), tables.users.get(user)?.clone()))
        });
        Ok(users.collect())
    }

    async fn channel_members(&self, channel: &ChannelId) -> Read<Vec<(Account, ChannelRole)>> {
        let tables = self.tables();
        let roles = tables.channel_roles.iter();
        let own = roles.filter(|((_, id), _)| id == channel);
        Ok(members(&tables, own.map(|((user, _), role)| (user, *role))))
    }

    async fn channel_page(
        &self,
        user: &UserId,
        ask: &ChannelAsk,
    ) -> Read<Paged<(Channel, ChannelRole)>> {
        Ok(page::channels(&self.tables(), user, ask))
    }

    async fn app(&self, id: &AppId) -> Read<Option<App>> {
        Ok(self.tables().apps.get(id).cloned())
    }

    async fn apps(&self, ids: &[AppId]) -> Read<Vec<App>> {
        Ok(by_id(&self.tables().apps, ids))
    }

    async fn apps_after(&self, after: Option<&AppId>, rows: usize) -> Read<Vec<App>> {
        Ok(page::after(&self.tables().apps, after, rows))
    }

    async fn app_role(&self, user: &UserId, app: &AppId) -> Read<Option<AppRole>> {
        let key = (user.clone(), app.clone());
        Ok(self.tables().app_roles.get(&key).copied())
    }

    async fn owners(&self, apps: &[AppId]) -> Read<BTreeMap<AppId, User>> {
        let tables = self.tables();
        let owners = tables
            .app_roles
            .iter()
            .filter(|(_, role)| **role == AppRole::Owner);
        let asked = owners.filter(|((_, app), _)| apps.contains(app));
        let users = asked
            .filter_map(|((user, app), _)| Some((app.clone(), tables.users.get(user)?.clone())));
        Ok(users.collect())
    }

    async fn app_members(&self, app: &AppId) -> Read<Vec<(Account, AppRole)>> {
        let tables = self.tables();
        let own = tables.app_roles.iter().filter(|((_, id), _)| id == app);
        Ok(members(&tables, own.map(|((user, _), role)| (user, *role))))
    }

    async fn app_page(&self, user: &UserId, ask: &AppAsk) -> Read<Paged<(App, AppRole)>> {
        Ok(page::apps(&self.tables(), user, ask))
    }

    async fn links_of_apps(&self, apps: &[AppId]) -> Read<Vec<Link>> {
        let tables = self.tables();
        let asked = tables
            .links
            .values()
            .filter(|link| apps.contains(&link.app));
        let mut links: Vec<Link> = asked.cloned().collect();
        links.sort_by(|a, b| (&a.app, a.slot).cmp(&(&b.app, b.slot)));
        Ok(links)
    }

    async fn links_of_channels(&self, channels: &[ChannelId]) -> Read<Vec<Link>> {
        let tables = self.tables();
        let asked = tables
            .links
            .values()
            .filter(|link| channels.contains(&link.channel));
        let mut links: Vec<Link> = asked.cloned().collect();
        links.sort_by(|a, b| {
            (&a.channel, a.linked_at, &a.app).cmp(&(&b.channel, b.linked_at, &b.app))
        });
        Ok(links)
    }

    async fn application(&self, id: &ApplicationId) -> Read<Option<Application>> {
        Ok(self.tables().applications.get(id).cloned())
    }

    async fn applications_of(&self, apps: &[AppId]) -> Read<Vec<Application>> {
        let tables = self.tables();
        Ok(page::applications(&tables, apps).cloned().collect())
    }

    async fn outlines_of(&self, apps: &[AppId]) -> Read<Vec<Outline>> {
        let tables = self.tables();
        let asked = page::applications(&tables, apps);
        Ok(asked.map(Outline::from).collect())
    }

    async fn reviews(
        &self,
        decided: bool,
        cursor: Option<&str>,
        rows: usize,
    ) -> Read<Paged<Outline>> {
        Ok(page::reviews(&self.tables(), decided, cursor, rows))
    }

    async fn role_request(&self, id: &RoleRequestId) -> Read<Option<RoleRequest>> {
        Ok(self.tables().role_requests.get(id).cloned())
    }

    async fn role_requests_by(&self, user: &UserId) -> Read<Vec<RoleRequest>> {
        Ok(self.requests(|_, request| request.by == *user))
    }

    async fn role_requests_for(&self, user: &UserId) -> Read<Vec<RoleRequest>> {
        Ok(self.requests(|tables, request| match &request.wanted {
            RoleWanted::ChannelManager { channel } => {
                let role = tables.channel_roles.get(&(user.clone(), channel.clone()));
                role == Some(&ChannelRole::Master)
            }
            RoleWanted::AppEditor { app } => {
                let role = tables.app_roles.get(&(user.clone(), app.clone()));
                role == Some(&AppRole::Owner)
            }
        }))
    }

    async fn files(&self, application: &ApplicationId) -> Read<Vec<FileRecord>> {
        let tables = self.tables();
        let own = tables
            .files
            .values()
            .filter(|file| file.application == *application);
        let mut files: Vec<FileRecord> = own.cloned().collect();
        files.sort_by(|a, b| (a.uploaded_at, &a.id).cmp(&(b.uploaded_at, &b.id)));
        Ok(files)
    }

    async fn file_bytes(&self, id: &EvidenceId) -> Read<Option<Vec<u8>>> {
        Ok(lock(&self.files).get(id).cloned())
    }

    async fn put_file_bytes(&self, id: &EvidenceId, bytes: Vec<u8>) -> Read<()> {
        lock(&self.files).insert(id.clone(), bytes);
        Ok(())
    }

    async fn shares(&self, application: &ApplicationId) -> Read<Vec<ShareRecord>> {
        let tables = self.tables();
        let own = tables
            .shares
            .values()
            .filter(|share| share.application == *application);
        let mut shares: Vec<ShareRecord> = own.cloned().collect();
        shares.sort_by(|a, b| (b.made_at, &b.id).cmp(&(a.made_at, &a.id)));
        Ok(shares)
    }

    async fn share_by_token(&self, token_hash: &str) -> Read<Option<ShareRecord>> {
        let tables = self.tables();
        let mut shares = tables.shares.values();
        Ok(shares.find(|share| share.token_hash == token_hash).cloned())
    }

    async fn answer(&self, user: &UserId, key: &str) -> Read<Option<Answer>> {
        let key = (user.clone(), key.to_owned());
        Ok(self.tables().answers.get(&key).cloned())
    }

    async fn next_number(&self, counter: &str) -> Read<u64> {
        let mut counters = lock(&self.counters);
        let number = counters.entry(counter.to_owned()).or_default();
        *number += 1;
        Ok(*number)
    }

    async fn records(&self, ask: &RecordAsk) -> Read<Paged<Record>> {
        Ok(page::records(&lock(&self.records), ask))
    }

    async fn records_after(&self, seq: u64, rows: usize) -> Read<Vec<Record>> {
        let records = lock(&self.records);
        let later = records
            .iter()
            .skip(usize::try_from(seq).unwrap_or(usize::MAX));
        Ok(later.take(rows).cloned().collect())
    }

    async fn chain_head(&self) -> Read<Head> {
        Ok(self.tables().head.clone())
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        let gone: Vec<EvidenceId> = batch
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::DeleteFile(id) => Some(id.clone()),
                _ => None,
            })
            .collect();
        let mut tables = self.tables();
        let mut next = tables.with(batch)?;
        lock(&self.records).append(&mut next.recorded);
        *tables = next;
        lock(&self.files).retain(|id, _| !gone.contains(id));
        Ok(())
    }
}
