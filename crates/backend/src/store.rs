//! What the use cases need of a store: reads, and one way to write. Memory, SQLite and PostgreSQL can all do it.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use domain::account::Account;
use domain::app::App;
use domain::application::{Application, Document};
use domain::channel::Channel;
use domain::evidence::Media;
use domain::id::{
    AppId, ApplicationId, ChannelId, EvidenceId, InvitationId, RoleRequestId, ShareId, UserId,
};
use domain::link::Link;
use domain::record::{Entry, Head, Record};
use domain::role::{AppRole, ChannelRole, RoleRequest, RoleWanted, User};
use domain::time::Time;

pub use crate::ask::{AppAsk, ChannelAsk, Paged};
pub use crate::entrance::{AccountAsk, Identity, Invitation, Session, SignInAttempt};
pub use crate::outline::{LastRound, Outline};
pub use crate::record::RecordAsk;

/// Reads see only what was committed. Every write is one [`Batch`], applied whole or not at all.
#[async_trait]
pub trait Store: Send + Sync {
    /// One user.
    async fn user(&self, id: &UserId) -> Read<Option<User>>;
    /// The first 100 users, by name: whether anybody lives here.
    async fn users(&self) -> Read<Vec<User>>;
    /// The users with those identifiers.
    async fn users_by_id(&self, ids: &[UserId]) -> Read<Vec<User>>;
    /// A session by the SHA-256 of its token, in hex.
    async fn session(&self, token_hash: &str) -> Read<Option<Session>>;
    /// Somebody's sessions, the one used last first, at most 100; those that have ended by themselves may be among them.
    async fn sessions_of(&self, user: &UserId) -> Read<Vec<Session>>;
    /// Somebody's account: who they are, and whether it is open.
    async fn account(&self, id: &UserId) -> Read<Option<Account>>;
    /// A page of all accounts, by name.
    async fn account_page(&self, ask: &AccountAsk) -> Read<Paged<Account>>;
    /// Whose account of a provider that is.
    async fn identity(&self, issuer: &str, subject: &str) -> Read<Option<Identity>>;
    /// Invitations, at most 500: first those that were neither used nor taken back, newest first, then the others, newest first.
    async fn invitations(&self) -> Read<Vec<Invitation>>;
    /// One invitation.
    async fn invitation(&self, id: &InvitationId) -> Read<Option<Invitation>>;
    /// An invitation by the SHA-256 of its token, in hex.
    async fn invitation_by_token(&self, token_hash: &str) -> Read<Option<Invitation>>;
    /// A sign-in that is under way, by the SHA-256 of the cookie's token and the state, in hex.
    async fn sign_in_attempt(&self, cookie_hash: &str) -> Read<Option<SignInAttempt>>;

    /// One channel.
    async fn channel(&self, id: &ChannelId) -> Read<Option<Channel>>;
    /// The channels with those identifiers.
    async fn channels(&self, ids: &[ChannelId]) -> Read<Vec<Channel>>;
    /// That many channels by identifier, from the one after `after`: for looking through all of them.
    async fn channels_after(&self, after: Option<&ChannelId>, rows: usize) -> Read<Vec<Channel>>;
    /// The channel with exactly that search ID.
    async fn channel_by_search_id(&self, search_id: &str) -> Read<Option<Channel>>;
    /// Somebody's role on a channel.
    async fn channel_role(&self, user: &UserId, channel: &ChannelId) -> Read<Option<ChannelRole>>;
    /// The masters of those channels.
    async fn masters(&self, channels: &[ChannelId]) -> Read<BTreeMap<ChannelId, User>>;
    /// Who has a role on a channel: the highest first, then by name; at most [`MEMBERS_MAX`].
    async fn channel_members(&self, channel: &ChannelId) -> Read<Vec<(Account, ChannelRole)>>;
    /// A page of the channels on which somebody has any role.
    async fn channel_page(
        &self,
        user: &UserId,
        ask: &ChannelAsk,
    ) -> Read<Paged<(Channel, ChannelRole)>>;

    /// One app.
    async fn app(&self, id: &AppId) -> Read<Option<App>>;
    /// The apps with those identifiers.
    async fn apps(&self, ids: &[AppId]) -> Read<Vec<App>>;
    /// That many apps by identifier, from the one after `after`: for looking through all of them.
    async fn apps_after(&self, after: Option<&AppId>, rows: usize) -> Read<Vec<App>>;
    /// Somebody's role on an app.
    async fn app_role(&self, user: &UserId, app: &AppId) -> Read<Option<AppRole>>;
    /// The owners of those apps.
    async fn owners(&self, apps: &[AppId]) -> Read<BTreeMap<AppId, User>>;
    /// Who has a role on an app: the highest first, then by name; at most [`MEMBERS_MAX`].
    async fn app_members(&self, app: &AppId) -> Read<Vec<(Account, AppRole)>>;
    /// A page of the apps on which somebody has any role.
    async fn app_page(&self, user: &UserId, ask: &AppAsk) -> Read<Paged<(App, AppRole)>>;

    /// The links of those apps, by app and slot.
    async fn links_of_apps(&self, apps: &[AppId]) -> Read<Vec<Link>>;
    /// The links of those channels, by channel and time.
    async fn links_of_channels(&self, channels: &[ChannelId]) -> Read<Vec<Link>>;

    /// One application.
    async fn application(&self, id: &ApplicationId) -> Read<Option<Application>>;
    /// The applications of those apps, by identifier; an app has at most one.
    async fn applications_of(&self, apps: &[AppId]) -> Read<Vec<Application>>;
    /// The same as lists show them: nothing of what was written in them is read.
    async fn outlines_of(&self, apps: &[AppId]) -> Read<Vec<Outline>>;
    /// The review queue: under review, oldest submission first; or decided and withdrawn ones, newest change first.
    async fn reviews(
        &self,
        decided: bool,
        cursor: Option<&str>,
        rows: usize,
    ) -> Read<Paged<Outline>>;

    /// One role request.
    async fn role_request(&self, id: &RoleRequestId) -> Read<Option<RoleRequest>>;
    /// Requests that somebody made, the open ones first, then the newest, at most 200.
    async fn role_requests_by(&self, user: &UserId) -> Read<Vec<RoleRequest>>;
    /// Requests for channels of which somebody is master and apps of which they are owner, the open ones
    /// first, then the newest, at most 200.
    async fn role_requests_for(&self, user: &UserId) -> Read<Vec<RoleRequest>>;

    /// The files of an application, oldest first.
    async fn files(&self, application: &ApplicationId) -> Read<Vec<FileRecord>>;
    /// The bytes of a file. They live outside the database.
    async fn file_bytes(&self, id: &EvidenceId) -> Read<Option<Vec<u8>>>;
    /// Keeps the bytes of a file, durably, before the batch that records it.
    async fn put_file_bytes(&self, id: &EvidenceId, bytes: Vec<u8>) -> Read<()>;

    /// The links to an application's screen that are remembered, newest first.
    async fn shares(&self, application: &ApplicationId) -> Read<Vec<ShareRecord>>;
    /// A link by the SHA-256 of its token, in hex.
    async fn share_by_token(&self, token_hash: &str) -> Read<Option<ShareRecord>>;

    /// The answer that was given to that key before; one older than [`ANSWER_DAYS`] may still be there.
    async fn answer(&self, user: &UserId, key: &str) -> Read<Option<Answer>>;
    /// The next number of a counter; never gives the same one twice, may leave gaps.
    async fn next_number(&self, counter: &str) -> Read<u64>;

    /// A page of the record, newest first.
    async fn records(&self, ask: &RecordAsk) -> Read<Paged<Record>>;
    /// That many records after that place, oldest first: for verifying and exporting all of them.
    async fn records_after(&self, seq: u64, rows: usize) -> Read<Vec<Record>>;
    /// The last record.
    async fn chain_head(&self) -> Read<Head>;

    /// Applies a batch whole, durably, or not at all. Looked at first is whether its key has an answer already, then what it
    /// expects, then the constraints: a repetition is told that it is one, not that it came too late.
    async fn commit(&self, batch: Batch) -> Result<(), CommitError>;
}

/// Most people in a list of who has a role. Our judgement.
pub const MEMBERS_MAX: usize = 500;

/// Days for which an answer is given again: longer than anybody keeps trying.
pub const ANSWER_DAYS: i64 = 7;

/// The result of a read.
pub type Read<T> = Result<T, Down>;

/// The store does not answer. The words are for the log only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Down(pub String);

/// What is recorded about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// Identifier, and the name under which the bytes are kept.
    pub id: EvidenceId,
    /// The application.
    pub application: ApplicationId,
    /// Name on the applicant's machine.
    pub name: String,
    /// What it is.
    pub media: Media,
    /// Size.
    pub bytes: u64,
    /// SHA-256 in hex.
    pub sha256: String,
    /// When it was uploaded.
    pub uploaded_at: Time,
}

/// A link that shows a consent screen. The token itself is never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareRecord {
    /// Identifier.
    pub id: ShareId,
    /// The application.
    pub application: ApplicationId,
    /// SHA-256 of the token, in hex.
    pub token_hash: String,
    /// Who made it.
    pub by: UserId,
    /// When.
    pub made_at: Time,
    /// When its days are over.
    pub expires_at: Time,
    /// When it was taken back.
    pub revoked_at: Option<Time>,
    /// What it shows, reduced by `domain::share::shown`.
    pub document: Document,
}

/// An answer that was given to an `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// SHA-256 over method, path and body of the request, in hex.
    pub request_hash: String,
    /// Status.
    pub status: u16,
    /// Version for the `ETag`; 0 for none.
    pub version: u64,
    /// Body.
    pub body: Vec<u8>,
    /// When it was given.
    pub at: Time,
}

/// A write: what must still be so, what changes, and the answer to keep for a repetition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// All of these must hold, or nothing happens.
    pub expect: Vec<Expect>,
    /// What changes, in this order.
    pub changes: Vec<Change>,
    /// The answer to keep: user, key, answer. It takes the place of one that is older than [`ANSWER_DAYS`].
    pub answer: Option<(UserId, String, Answer)>,
    /// What is recorded of it: put at the end of the chain in the same transaction.
    pub record: Vec<Entry>,
}

/// What must still be so at the moment of writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expect {
    /// The channel has that version.
    Channel(ChannelId, u64),
    /// The app has that version.
    App(AppId, u64),
    /// The application has that version.
    Application(ApplicationId, u64),
    /// The app has no application.
    NoApplication(AppId),
    /// The role request has that version.
    RoleRequest(RoleRequestId, u64),
    /// The person has no open request for that role.
    NoOpenRequest(UserId, RoleWanted),
    /// The person has fewer open requests than that.
    FewerOpenRequests(UserId, usize),
    /// The application has these files and no others, in any order.
    Files(ApplicationId, BTreeSet<EvidenceId>),
    /// Of the application these links are remembered and no others, in any order.
    Shares(ApplicationId, BTreeSet<ShareId>),
    /// The link to a screen is remembered, and was not taken back.
    OpenShare(ShareId),
    /// The account has that version.
    Account(UserId, u64),
    /// The invitation was neither used nor taken back.
    OpenInvitation(InvitationId),
    /// The sign-in is under way: nobody came back with it yet.
    SignInAttempt(String),
    /// The session with that hash of its token was not ended by anybody.
    Session(String),
}

/// One change. `Put` inserts or replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A user. Whether their account is open stays as it is; a new one is.
    PutUser(User),
    /// A user with their account.
    PutAccount(Account),
    /// An account of a provider. One that is there already fails the batch with [`CommitError::Conflict`].
    PutIdentity(Identity),
    /// A session.
    PutSession(Session),
    /// Write down when a session was last used, if it is still there and that was written down at least
    /// `domain::account::SEEN_S` before.
    TouchSession(String, Time),
    /// End a session, by the hash of its token.
    DeleteSession(String),
    /// End all sessions of somebody, but for the one with that hash.
    EndSessions(UserId, Option<String>),
    /// An invitation. Of one that is there already only how it ended is written.
    PutInvitation(Box<Invitation>),
    /// Take back, at that moment, what invitations of somebody's were neither used nor taken back.
    RevokeInvitations(UserId, Time),
    /// A sign-in that begins.
    PutSignInAttempt(Box<SignInAttempt>),
    /// A sign-in that came back, by the hash of its cookie and state.
    DeleteSignInAttempt(String),
    /// Forget the sign-ins that were too late before that moment.
    ForgetSignInAttempts(Time),
    /// Forget what is of no use at that moment: answers older than [`ANSWER_DAYS`], sessions and sign-ins that have ended.
    Sweep(Time),
    /// A channel.
    PutChannel(Channel),
    /// An app. A number that another one has fails the batch with [`CommitError::Conflict`].
    PutApp(App),
    /// Somebody's role on a channel.
    SetChannelRole(UserId, ChannelId, ChannelRole),
    /// Somebody's role on an app.
    SetAppRole(UserId, AppId, AppRole),
    /// Take somebody's role on a channel away, if there is one.
    RemoveChannelRole(UserId, ChannelId),
    /// Take somebody's role on an app away, if there is one.
    RemoveAppRole(UserId, AppId),
    /// A link. A slot or channel that is taken fails the batch with [`CommitError::Conflict`].
    PutLink(Link),
    /// Unlink.
    DeleteLink(AppId, ChannelId),
    /// An application.
    PutApplication(Box<Application>),
    /// A role request.
    PutRoleRequest(RoleRequest),
    /// A file.
    PutFile(FileRecord),
    /// Forget a file; its bytes may go, too.
    DeleteFile(EvidenceId),
    /// A link to a screen. Of one that is there already only the moment when it was taken back is written.
    PutShare(Box<ShareRecord>),
    /// Forget a link to a screen.
    DeleteShare(ShareId),
}

/// Why a batch was not applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommitError {
    /// An expectation did not hold: read again and decide anew.
    Stale,
    /// A constraint of the store refused it: a slot is taken, a search ID or the number of an app is used twice, an app has two
    /// applications.
    Conflict,
    /// The key has an answer already: read it.
    KeyTaken,
    /// The store does not answer, and nothing was written. The words are for the log only.
    Down(String),
    /// The store was given the batch and did not say what became of it: it may be written, now or in a moment. The words are for the
    /// log only.
    Unknown(String),
}
