//! The store that the backend sees, over the statements. Each database adds how it is opened, how it writes, and where bytes are.

use std::collections::BTreeMap;
use std::time::Duration;

use async_trait::async_trait;
use backend::store::{
    AccountAsk, Answer, AppAsk, Batch, ChannelAsk, CommitError, Down, FileRecord, Identity,
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
use domain::role::{AppRole, ChannelRole, RoleRequest, User};

use super::dialect::Whole;
use super::fault::Fault;
use super::{
    answers, applications, apps, channels, entrance, files, links, people, record, requests, shares,
};

/// How long anybody waits for a read. Then the database is as good as gone, and whoever asked may ask again.
const PATIENCE: Duration = Duration::from_secs(5);

async fn within<T>(read: impl Future<Output = Result<T, Fault>>) -> Read<T> {
    match tokio::time::timeout(PATIENCE, read).await {
        Ok(read) => Ok(read?),
        Err(_) => Err(Down("the database took too long".to_owned())),
    }
}

#[async_trait]
impl Store for Whole {
    async fn user(&self, id: &UserId) -> Read<Option<User>> {
        Ok(
            within(people::by_id(self.reads(), std::slice::from_ref(id)))
                .await?
                .pop(),
        )
    }

    async fn users(&self) -> Read<Vec<User>> {
        within(people::all(self.reads())).await
    }

    async fn users_by_id(&self, ids: &[UserId]) -> Read<Vec<User>> {
        within(people::by_id(self.reads(), ids)).await
    }

    async fn session(&self, token_hash: &str) -> Read<Option<Session>> {
        within(entrance::session(self.reads(), token_hash)).await
    }

    async fn sessions_of(&self, user: &UserId) -> Read<Vec<Session>> {
        within(entrance::sessions_of(self.reads(), user)).await
    }

    async fn account(&self, id: &UserId) -> Read<Option<Account>> {
        within(people::account(self.reads(), id)).await
    }

    async fn account_page(&self, ask: &AccountAsk) -> Read<Paged<Account>> {
        within(people::page(self.reads(), ask)).await
    }

    async fn identity(&self, issuer: &str, subject: &str) -> Read<Option<Identity>> {
        within(entrance::identity(self.reads(), issuer, subject)).await
    }

    async fn invitations(&self) -> Read<Vec<Invitation>> {
        within(entrance::invitations(self.reads())).await
    }

    async fn invitation(&self, id: &InvitationId) -> Read<Option<Invitation>> {
        within(entrance::invitation(self.reads(), id)).await
    }

    async fn invitation_by_token(&self, token_hash: &str) -> Read<Option<Invitation>> {
        within(entrance::invitation_by_token(self.reads(), token_hash)).await
    }

    async fn sign_in_attempt(&self, cookie_hash: &str) -> Read<Option<SignInAttempt>> {
        within(entrance::attempt(self.reads(), cookie_hash)).await
    }

    async fn channel(&self, id: &ChannelId) -> Read<Option<Channel>> {
        Ok(
            within(channels::by_id(self.reads(), std::slice::from_ref(id)))
                .await?
                .pop(),
        )
    }

    async fn channels(&self, ids: &[ChannelId]) -> Read<Vec<Channel>> {
        within(channels::by_id(self.reads(), ids)).await
    }

    async fn channels_after(&self, after: Option<&ChannelId>, rows: usize) -> Read<Vec<Channel>> {
        within(channels::after(self.reads(), after, rows)).await
    }

    async fn channel_by_search_id(&self, search_id: &str) -> Read<Option<Channel>> {
        within(channels::by_search_id(self.reads(), search_id)).await
    }

    async fn channel_role(&self, user: &UserId, channel: &ChannelId) -> Read<Option<ChannelRole>> {
        within(channels::role(self.reads(), user, channel)).await
    }

    async fn masters(&self, channels: &[ChannelId]) -> Read<BTreeMap<ChannelId, User>> {
        within(channels::masters(self.reads(), channels)).await
    }

    async fn channel_members(&self, channel: &ChannelId) -> Read<Vec<(Account, ChannelRole)>> {
        within(channels::members(self.reads(), channel)).await
    }

    async fn channel_page(
        &self,
        user: &UserId,
        ask: &ChannelAsk,
    ) -> Read<Paged<(Channel, ChannelRole)>> {
        within(channels::listed(self.reads(), user, ask)).await
    }

    async fn app(&self, id: &AppId) -> Read<Option<App>> {
        Ok(within(apps::by_id(self.reads(), std::slice::from_ref(id)))
            .await?
            .pop())
    }

    async fn apps(&self, ids: &[AppId]) -> Read<Vec<App>> {
        within(apps::by_id(self.reads(), ids)).await
    }

    async fn apps_after(&self, after: Option<&AppId>, rows: usize) -> Read<Vec<App>> {
        within(apps::after(self.reads(), after, rows)).await
    }

    async fn app_role(&self, user: &UserId, app: &AppId) -> Read<Option<AppRole>> {
        within(apps::role(self.reads(), user, app)).await
    }

    async fn owners(&self, apps: &[AppId]) -> Read<BTreeMap<AppId, User>> {
        within(apps::owners(self.reads(), apps)).await
    }

    async fn app_members(&self, app: &AppId) -> Read<Vec<(Account, AppRole)>> {
        within(apps::members(self.reads(), app)).await
    }

    async fn app_page(&self, user: &UserId, ask: &AppAsk) -> Read<Paged<(App, AppRole)>> {
        within(apps::listed(self.reads(), user, ask)).await
    }

    async fn links_of_apps(&self, apps: &[AppId]) -> Read<Vec<Link>> {
        within(links::of_apps(self.reads(), apps)).await
    }

    async fn links_of_channels(&self, channels: &[ChannelId]) -> Read<Vec<Link>> {
        within(links::of_channels(self.reads(), channels)).await
    }

    async fn application(&self, id: &ApplicationId) -> Read<Option<Application>> {
        within(applications::one(self.reads(), id)).await
    }

    async fn applications_of(&self, apps: &[AppId]) -> Read<Vec<Application>> {
        within(applications::of_apps(self.reads(), apps)).await
    }

    async fn outlines_of(&self, apps: &[AppId]) -> Read<Vec<Outline>> {
        within(applications::outlines(self.reads(), apps)).await
    }

    async fn reviews(
        &self,
        decided: bool,
        cursor: Option<&str>,
        rows: usize,
    ) -> Read<Paged<Outline>> {
        within(applications::queue(self.reads(), decided, cursor, rows)).await
    }

    async fn role_request(&self, id: &RoleRequestId) -> Read<Option<RoleRequest>> {
        within(requests::one(self.reads(), id)).await
    }

    async fn role_requests_by(&self, user: &UserId) -> Read<Vec<RoleRequest>> {
        within(requests::by(self.reads(), user)).await
    }

    async fn role_requests_for(&self, user: &UserId) -> Read<Vec<RoleRequest>> {
        within(requests::waiting_for(self.reads(), user)).await
    }

    async fn files(&self, application: &ApplicationId) -> Read<Vec<FileRecord>> {
        within(files::of(self.reads(), application)).await
    }

    async fn file_bytes(&self, id: &EvidenceId) -> Read<Option<Vec<u8>>> {
        within(self.bytes(id)).await
    }

    async fn put_file_bytes(&self, id: &EvidenceId, bytes: Vec<u8>) -> Read<()> {
        within(self.put_bytes(id, bytes)).await
    }

    async fn shares(&self, application: &ApplicationId) -> Read<Vec<ShareRecord>> {
        within(shares::of(self.reads(), application)).await
    }

    async fn share_by_token(&self, token_hash: &str) -> Read<Option<ShareRecord>> {
        within(shares::by_token(self.reads(), token_hash)).await
    }

    async fn answer(&self, user: &UserId, key: &str) -> Read<Option<Answer>> {
        within(answers::one(self.reads(), user, key)).await
    }

    async fn next_number(&self, counter: &str) -> Read<u64> {
        within(self.draw(counter)).await
    }

    async fn records(&self, ask: &RecordAsk) -> Read<Paged<Record>> {
        within(record::page(self.reads(), ask)).await
    }

    async fn records_after(&self, seq: u64, rows: usize) -> Read<Vec<Record>> {
        within(record::after(self.reads(), seq, rows)).await
    }

    async fn chain_head(&self) -> Read<Head> {
        within(record::head(self.reads())).await
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        self.write(batch).await
    }
}
