//! Stores around a store: one that lets others go first before everything it does, and its careless twin, which ignores what a
//! batch expects. A check of races that the twin passes would be no check.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use async_trait::async_trait;
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

use crate::store::{
    AccountAsk, Answer, AppAsk, Batch, Change, ChannelAsk, CommitError, Down, Expect, FileRecord,
    Identity, Invitation, Outline, Paged, Read, RecordAsk, Session, ShareRecord, SignInAttempt,
    Store,
};

/// What is done before a batch is handed on.
pub type Meanwhile = Box<dyn Fn(&Batch) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

/// What is done after a read, by the name of the read.
pub type After =
    Box<dyn Fn(&'static str) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

/// A store around a store, for proofs.
pub struct Wrapped {
    inner: Arc<dyn Store>,
    /// What is done to a batch before it is handed on.
    twist: fn(&mut Batch),
    /// What happens before a batch is handed on.
    meanwhile: Option<Meanwhile>,
    /// What happens when something was read, before that is handed on.
    after: Option<After>,
    /// Whether it writes a batch and says that it does not know.
    silent: bool,
    /// Whether it has gone by now, if it goes when it has written something that somebody did.
    gone: Option<AtomicBool>,
    /// Batches of people that it was given, if it does not answer some of them.
    moody: Option<AtomicUsize>,
    /// The links of the careless twin: as many as anybody likes, in whatever slot.
    careless: Option<Mutex<Vec<Link>>>,
}

impl Wrapped {
    /// Keeps every promise of the inner store, but lets others go first.
    pub fn interleaved(inner: Arc<dyn Store>) -> Wrapped {
        Wrapped::twisted(inner, |_| {})
    }

    /// Writes something else than it was told: the fault that a proof has to find.
    pub fn twisted(inner: Arc<dyn Store>, twist: fn(&mut Batch)) -> Wrapped {
        Wrapped {
            inner,
            twist,
            meanwhile: None,
            after: None,
            silent: false,
            gone: None,
            moody: None,
            careless: None,
        }
    }

    /// Lets something else happen first, every time a batch arrives: whatever it was decided on may have changed then.
    #[must_use]
    pub fn meanwhile(self, meanwhile: Meanwhile) -> Wrapped {
        Wrapped {
            meanwhile: Some(meanwhile),
            ..self
        }
    }

    /// Lets something else happen after each read: what was read may be otherwise by the time that it is looked at.
    #[must_use]
    pub fn after(self, after: After) -> Wrapped {
        Wrapped {
            after: Some(after),
            ..self
        }
    }

    /// Writes what it is told, and says that it does not know whether it did: as a database whose connection breaks at the wrong moment.
    pub fn silent(inner: Arc<dyn Store>) -> Wrapped {
        Wrapped {
            silent: true,
            ..Wrapped::interleaved(inner)
        }
    }

    /// The same, and it answers nothing any more when it has written what somebody did.
    pub fn vanishing(inner: Arc<dyn Store>) -> Wrapped {
        Wrapped {
            gone: Some(AtomicBool::new(false)),
            ..Wrapped::silent(inner)
        }
    }

    /// Nothing, or that it has gone.
    fn is_there(&self) -> Read<()> {
        match &self.gone {
            Some(gone) if gone.load(Ordering::Relaxed) => Err(Down("gone".to_owned())),
            _ => Ok(()),
        }
    }

    /// Of five batches of somebody who is signed in it does not write one, and says so; and writes another one, and does not say so: as a
    /// database that has too much to do.
    pub fn moody(inner: Arc<dyn Store>) -> Wrapped {
        Wrapped {
            moody: Some(AtomicUsize::new(0)),
            ..Wrapped::interleaved(inner)
        }
    }

    /// Which of five batches that one is, over a store that does not answer all of them.
    fn turn(&self, batch: &Batch) -> Option<usize> {
        let of_somebody = |one: &Expect| matches!(one, Expect::Session(_));
        let given = self.moody.as_ref()?;
        let counts = batch.expect.iter().any(of_somebody);
        counts.then(|| given.fetch_add(1, Ordering::Relaxed) % 5)
    }

    /// Ignores what a batch expects, that a slot may be taken, and that a link to a screen was taken back.
    pub fn careless(inner: Arc<dyn Store>) -> Wrapped {
        Wrapped {
            careless: Some(Mutex::default()),
            ..Wrapped::twisted(inner, |batch| batch.expect.clear())
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
                self.is_there()?;
                let read = self.inner.$name($($arg),*).await;
                if let Some(after) = &self.after {
                    after(stringify!($name)).await;
                }
                read
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
                if let Some(meanwhile) = &self.meanwhile {
                    meanwhile(&batch).await;
                }
                let turn = self.turn(&batch);
                (self.twist)(&mut batch);
                if let Some(links) = &self.careless {
                    let mut links = links.lock().unwrap_or_else(PoisonError::into_inner);
                    batch.changes.retain(|change| match change {
                        Change::PutLink(link) => {
                            links.retain(|one| one.channel != link.channel);
                            links.push(link.clone());
                            false
                        }
                        Change::PutShare(share) => share.revoked_at.is_none(),
                        Change::EndSessions(..) => false,
                        _ => true,
                    });
                }
                if turn == Some(3) {
                    return Err(CommitError::Down("it does not answer".to_owned()));
                }
                let is_act = !batch.record.is_empty();
                self.inner.commit(batch).await?;
                if let Some(gone) = &self.gone {
                    gone.fetch_or(is_act, Ordering::Relaxed);
                }
                if self.silent || turn == Some(4) {
                    return Err(CommitError::Unknown("it does not say".to_owned()));
                }
                Ok(())
            }
        }
    };
}

pass_on! {
    user(id: &UserId) -> Option<User>;
    users() -> Vec<User>;
    users_by_id(ids: &[UserId]) -> Vec<User>;
    session(token_hash: &str) -> Option<Session>;
    sessions_of(user: &UserId) -> Vec<Session>;
    account(id: &UserId) -> Option<Account>;
    account_page(ask: &AccountAsk) -> Paged<Account>;
    identity(issuer: &str, subject: &str) -> Option<Identity>;
    invitations() -> Vec<Invitation>;
    invitation(id: &InvitationId) -> Option<Invitation>;
    invitation_by_token(token_hash: &str) -> Option<Invitation>;
    sign_in_attempt(cookie_hash: &str) -> Option<SignInAttempt>;
    channel(id: &ChannelId) -> Option<Channel>;
    channels(ids: &[ChannelId]) -> Vec<Channel>;
    channels_after(after: Option<&ChannelId>, rows: usize) -> Vec<Channel>;
    channel_by_search_id(search_id: &str) -> Option<Channel>;
    channel_role(user: &UserId, channel: &ChannelId) -> Option<ChannelRole>;
    masters(channels: &[ChannelId]) -> BTreeMap<ChannelId, User>;
    channel_members(channel: &ChannelId) -> Vec<(Account, ChannelRole)>;
    channel_page(user: &UserId, ask: &ChannelAsk) -> Paged<(Channel, ChannelRole)>;
    app(id: &AppId) -> Option<App>;
    apps(ids: &[AppId]) -> Vec<App>;
    apps_after(after: Option<&AppId>, rows: usize) -> Vec<App>;
    app_role(user: &UserId, app: &AppId) -> Option<AppRole>;
    owners(apps: &[AppId]) -> BTreeMap<AppId, User>;
    app_members(app: &AppId) -> Vec<(Account, AppRole)>;
    app_page(user: &UserId, ask: &AppAsk) -> Paged<(App, AppRole)>;
    application(id: &ApplicationId) -> Option<Application>;
    applications_of(apps: &[AppId]) -> Vec<Application>;
    outlines_of(apps: &[AppId]) -> Vec<Outline>;
    reviews(decided: bool, cursor: Option<&str>, rows: usize) -> Paged<Outline>;
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
    records(ask: &RecordAsk) -> Paged<Record>;
    records_after(seq: u64, rows: usize) -> Vec<Record>;
    chain_head() -> Head;
}
