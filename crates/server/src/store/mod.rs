//! The store on a SQLite file: many readers, one writer, and a folder for evidence.

mod answers;
mod applications;
mod apps;
mod change;
mod channels;
mod cursor;
mod dialect;
mod fault;
mod files;
mod grams;
mod links;
mod list;
mod open;
mod people;
mod requests;
mod row;
mod shares;
mod writer;

use std::collections::BTreeMap;
use std::path::Path;

use async_trait::async_trait;
use backend::store::{
    Answer, AppAsk, Batch, ChannelAsk, CommitError, FileRecord, Paged, Read, Session, ShareRecord,
    Store,
};
use domain::app::App;
use domain::application::Application;
use domain::channel::Channel;
use domain::id::{AppId, ApplicationId, ChannelId, EvidenceId, RoleRequestId, UserId};
use domain::link::Link;
use domain::role::{AppRole, ChannelRole, RoleRequest, User};
use domain::time::Time;

use dialect::Pool;
use files::Folder;
pub use open::{FILE, OpenError};
use writer::Writer;

/// A store on a SQLite file. Clones share it.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    readers: Pool,
    writer: Writer,
    evidence: Folder,
}

impl SqliteStore {
    /// Opens the database in a folder and makes both when they are not there. Nobody else can open it meanwhile.
    pub async fn open(folder: &Path, now: Time) -> Result<SqliteStore, OpenError> {
        let mut opened = open::open(folder).await?;
        let evidence = Folder(opened.evidence);
        if let Err(fault) = answers::sweep(&mut opened.writer, now).await {
            tracing::warn!(?fault, "old sessions and answers were not removed");
        }
        Ok(SqliteStore {
            readers: opened.readers,
            writer: Writer::start(opened.writer, opened.lock, evidence.clone()),
            evidence,
        })
    }

    /// Ends all reads, writes what was handed over, and leaves one clean file behind.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn user(&self, id: &UserId) -> Read<Option<User>> {
        Ok(people::by_id(&self.readers, std::slice::from_ref(id))
            .await?
            .pop())
    }

    async fn users(&self) -> Read<Vec<User>> {
        Ok(people::all(&self.readers).await?)
    }

    async fn users_by_id(&self, ids: &[UserId]) -> Read<Vec<User>> {
        Ok(people::by_id(&self.readers, ids).await?)
    }

    async fn session(&self, token_hash: &str) -> Read<Option<Session>> {
        Ok(people::session(&self.readers, token_hash).await?)
    }

    async fn channel(&self, id: &ChannelId) -> Read<Option<Channel>> {
        Ok(channels::by_id(&self.readers, std::slice::from_ref(id))
            .await?
            .pop())
    }

    async fn channels(&self, ids: &[ChannelId]) -> Read<Vec<Channel>> {
        Ok(channels::by_id(&self.readers, ids).await?)
    }

    async fn channel_by_search_id(&self, search_id: &str) -> Read<Option<Channel>> {
        Ok(channels::by_search_id(&self.readers, search_id).await?)
    }

    async fn channel_role(&self, user: &UserId, channel: &ChannelId) -> Read<Option<ChannelRole>> {
        Ok(channels::role(&self.readers, user, channel).await?)
    }

    async fn masters(&self, channels: &[ChannelId]) -> Read<BTreeMap<ChannelId, User>> {
        Ok(channels::masters(&self.readers, channels).await?)
    }

    async fn channel_page(
        &self,
        user: &UserId,
        ask: &ChannelAsk,
    ) -> Read<Paged<(Channel, ChannelRole)>> {
        Ok(channels::listed(&self.readers, user, ask).await?)
    }

    async fn app(&self, id: &AppId) -> Read<Option<App>> {
        Ok(apps::by_id(&self.readers, std::slice::from_ref(id))
            .await?
            .pop())
    }

    async fn apps(&self, ids: &[AppId]) -> Read<Vec<App>> {
        Ok(apps::by_id(&self.readers, ids).await?)
    }

    async fn app_role(&self, user: &UserId, app: &AppId) -> Read<Option<AppRole>> {
        Ok(apps::role(&self.readers, user, app).await?)
    }

    async fn owners(&self, apps: &[AppId]) -> Read<BTreeMap<AppId, User>> {
        Ok(apps::owners(&self.readers, apps).await?)
    }

    async fn app_page(&self, user: &UserId, ask: &AppAsk) -> Read<Paged<(App, AppRole)>> {
        Ok(apps::listed(&self.readers, user, ask).await?)
    }

    async fn links_of_apps(&self, apps: &[AppId]) -> Read<Vec<Link>> {
        Ok(links::of_apps(&self.readers, apps).await?)
    }

    async fn links_of_channels(&self, channels: &[ChannelId]) -> Read<Vec<Link>> {
        Ok(links::of_channels(&self.readers, channels).await?)
    }

    async fn application(&self, id: &ApplicationId) -> Read<Option<Application>> {
        Ok(applications::one(&self.readers, id).await?)
    }

    async fn applications_of(&self, apps: &[AppId]) -> Read<Vec<Application>> {
        Ok(applications::of_apps(&self.readers, apps).await?)
    }

    async fn reviews(
        &self,
        decided: bool,
        cursor: Option<&str>,
        rows: usize,
    ) -> Read<Paged<Application>> {
        Ok(applications::queue(&self.readers, decided, cursor, rows).await?)
    }

    async fn role_request(&self, id: &RoleRequestId) -> Read<Option<RoleRequest>> {
        Ok(requests::one(&self.readers, id).await?)
    }

    async fn role_requests_by(&self, user: &UserId) -> Read<Vec<RoleRequest>> {
        Ok(requests::by(&self.readers, user).await?)
    }

    async fn role_requests_for(&self, user: &UserId) -> Read<Vec<RoleRequest>> {
        Ok(requests::waiting_for(&self.readers, user).await?)
    }

    async fn files(&self, application: &ApplicationId) -> Read<Vec<FileRecord>> {
        Ok(files::of(&self.readers, application).await?)
    }

    async fn file_bytes(&self, id: &EvidenceId) -> Read<Option<Vec<u8>>> {
        Ok(self.evidence.get(id).await?)
    }

    async fn put_file_bytes(&self, id: &EvidenceId, bytes: Vec<u8>) -> Read<()> {
        Ok(self.evidence.put(id, bytes).await?)
    }

    async fn shares(&self, application: &ApplicationId) -> Read<Vec<ShareRecord>> {
        Ok(shares::of(&self.readers, application).await?)
    }

    async fn share_by_token(&self, token_hash: &str) -> Read<Option<ShareRecord>> {
        Ok(shares::by_token(&self.readers, token_hash).await?)
    }

    async fn answer(&self, user: &UserId, key: &str) -> Read<Option<Answer>> {
        Ok(answers::one(&self.readers, user, key).await?)
    }

    async fn next_number(&self, counter: &str) -> Read<u64> {
        let drawn = self.writer.next_number(counter).await;
        Ok(drawn.map_err(fault::Fault::Refused)?)
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        self.writer.commit(batch).await
    }
}
