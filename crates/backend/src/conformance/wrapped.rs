//! Stores around a store: one that lets others go first before everything it does, and its careless twin, which ignores what a
//! batch expects. A check of races that the twin passes would be no check.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use async_trait::async_trait;
use domain::app::App;
use domain::application::Application;
use domain::channel::Channel;
use domain::id::{AppId, ApplicationId, ChannelId, EvidenceId, RoleRequestId, UserId};
use domain::link::Link;
use domain::role::{AppRole, ChannelRole, RoleRequest, User};

use crate::store::{
    Answer, AppAsk, Batch, Change, ChannelAsk, CommitError, FileRecord, Paged, Read, Session,
    ShareRecord, Store,
};

pub(super) struct Wrapped {
    inner: Arc<dyn Store>,
    /// The links of the careless twin: as many as anybody likes, in whatever slot.
    careless: Option<Mutex<Vec<Link>>>,
}

impl Wrapped {
    /// Keeps every promise of the inner store, but lets others go first.
    pub(super) fn interleaved(inner: Arc<dyn Store>) -> Wrapped {
        Wrapped {
            inner,
            careless: None,
        }
    }

    /// Ignores what a batch expects, that a slot may be taken, and that a link to a screen was taken back.
    pub(super) fn careless(inner: Arc<dyn Store>) -> Wrapped {
        Wrapped {
            inner,
            careless: Some(Mutex::default()),
        }
    }

    fn links(&self, wanted: impl Fn(&Link) -> bool) -> Option<Vec<Link>> {
        let links = self
            .careless
            .as_ref()?
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        Some(links.iter().filter(|link| wanted(link)).cloned().collect())
    }
}

/// Gives way once.
#[derive(Default)]
struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

macro_rules! pass_on {
    ($($name:ident($($arg:ident: $type:ty),*) -> $reply:ty;)*) => {
        #[async_trait]
        impl Store for Wrapped {
            $(async fn $name(&self, $($arg: $type),*) -> Read<$reply> {
                Pause::default().await;
                self.inner.$name($($arg),*).await
            })*

            async fn links_of_apps(&self, apps: &[AppId]) -> Read<Vec<Link>> {
                Pause::default().await;
                match self.links(|link| apps.contains(&link.app)) {
                    Some(links) => Ok(links),
                    None => self.inner.links_of_apps(apps).await,
                }
            }

            async fn links_of_channels(&self, channels: &[ChannelId]) -> Read<Vec<Link>> {
                Pause::default().await;
                match self.links(|link| channels.contains(&link.channel)) {
                    Some(links) => Ok(links),
                    None => self.inner.links_of_channels(channels).await,
                }
            }

            async fn commit(&self, mut batch: Batch) -> Result<(), CommitError> {
                Pause::default().await;
                if let Some(links) = &self.careless {
                    batch.expect.clear();
                    let mut links = links.lock().unwrap_or_else(PoisonError::into_inner);
                    batch.changes.retain(|change| match change {
                        Change::PutLink(link) => {
                            links.retain(|one| one.channel != link.channel);
                            links.push(link.clone());
                            false
                        }
                        Change::PutShare(share) => share.revoked_at.is_none(),
                        _ => true,
                    });
                }
                self.inner.commit(batch).await
            }
        }
    };
}

pass_on! {
    user(id: &UserId) -> Option<User>;
    users() -> Vec<User>;
    users_by_id(ids: &[UserId]) -> Vec<User>;
    session(token_hash: &str) -> Option<Session>;
    channel(id: &ChannelId) -> Option<Channel>;
    channels(ids: &[ChannelId]) -> Vec<Channel>;
    channel_by_search_id(search_id: &str) -> Option<Channel>;
    channel_role(user: &UserId, channel: &ChannelId) -> Option<ChannelRole>;
    masters(channels: &[ChannelId]) -> BTreeMap<ChannelId, User>;
    channel_page(user: &UserId, ask: &ChannelAsk) -> Paged<(Channel, ChannelRole)>;
    app(id: &AppId) -> Option<App>;
    apps(ids: &[AppId]) -> Vec<App>;
    app_role(user: &UserId, app: &AppId) -> Option<AppRole>;
    owners(apps: &[AppId]) -> BTreeMap<AppId, User>;
    app_page(user: &UserId, ask: &AppAsk) -> Paged<(App, AppRole)>;
    application(id: &ApplicationId) -> Option<Application>;
    applications_of(apps: &[AppId]) -> Vec<Application>;
    reviews(decided: bool, cursor: Option<&str>, rows: usize) -> Paged<Application>;
    role_request(id: &RoleRequestId) -> Option<RoleRequest>;
    role_requests_by(user: &UserId) -> Vec<RoleRequest>;
    role_requests_for(user: &UserId) -> Vec<RoleRequest>;
    files(application: &ApplicationId) -> Vec<FileRecord>;
    file_bytes(id: &EvidenceId) -> Option<Vec<u8>>;
    put_file_bytes(id: &EvidenceId, bytes: Vec<u8>) -> ();
    shares(application: &ApplicationId) -> Vec<ShareRecord>;
    share_by_token(token_hash: &str) -> Option<ShareRecord>;
    answer(user: &UserId, key: &str) -> Option<Answer>;
    next_number(counter: &str) -> u64;
}
