//! Bodies of requests and replies. Requests refuse unknown fields.

use std::collections::BTreeMap;

use domain::app::App;
use domain::application::{Application, Document, Status};
use domain::channel::Channel;
use domain::evidence::Media;
use domain::finding::Finding;
use domain::id::{AppId, ApplicationId, ChannelId, EvidenceId, UserId};
use domain::item::Item;
use domain::link::Link;
use domain::review::ItemVerdict;
use domain::role::{AppRole, ChannelRole, RoleRequest, RoleWanted, User};
use domain::task::Task;
use domain::time::Time;
use serde::{Deserialize, Serialize};

pub use crate::member::*;
pub use crate::people::*;
pub use crate::query::*;
pub use crate::record::*;
pub use crate::share::*;

macro_rules! bodies {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type),* }
    )* };
}

/// Raw bytes: the one body that is not JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bytes(pub Vec<u8>);

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page<T> {
    /// The rows, in the order asked for.
    pub rows: Vec<T>,
    /// Pass it as `cursor` to get the next page; absent on the last one.
    pub next: Option<String>,
    /// Pass it as `cursor` to get the page before; absent on the first one.
    pub previous: Option<String>,
    /// How many rows match in all; never more than [`COUNT_MAX`], and never more than [`FOUND_MAX`] channels or apps when words are looked
    /// for, which then means "that many or more".
    pub count: usize,
}

/// Counting stops here.
pub const COUNT_MAX: usize = 1_000;
/// Counting what was found by words among channels or apps stops here, with a page: each is read and compared.
pub const FOUND_MAX: usize = 50;

bodies! {
    /// The demo identities.
    Personas {
        /// One row each.
        personas: Vec<Persona>,
    }
    /// A demo identity.
    Persona {
        /// Who.
        user: User,
        /// Highest role on any channel.
        channel_role: Option<ChannelRole>,
        /// Highest role on any app.
        app_role: Option<AppRole>,
        /// How many channels.
        channels: usize,
        /// How many apps.
        apps: usize,
    }
    /// Which identity to take.
    SignInBody {
        /// Identifier of the persona.
        persona: UserId,
    }
    /// Who is signed in.
    Me {
        /// Who.
        user: User,
        /// Whether this installation runs on demo identities.
        demo: bool,
        /// Open role requests the caller may decide.
        requests_waiting: usize,
        /// Seconds until the session ends, if nothing more is asked for in it.
        session_left_s: u32,
    }
    /// What is left to do.
    Home {
        /// The app that the tasks are about; none when there is no usable one.
        app: Option<App>,
        /// The other apps that can be chosen; at most 50.
        choices: Vec<AppChoice>,
        /// The tasks, in order.
        tasks: Vec<Task>,
        /// Channels the caller can link.
        usable_channels: usize,
        /// Links of the app.
        links: usize,
        /// A linked pair whose numbers differ.
        drift: Option<Finding>,
        /// The application of the app.
        application: Option<ApplicationRow>,
        /// Why no app, or no channel, can be used: the reasons of the nearest one.
        reasons: Vec<Finding>,
    }
    /// An app to choose.
    AppChoice {
        /// Identifier.
        id: AppId,
        /// Name.
        name: String,
    }
    /// A channel in a list.
    ChannelRow {
        /// The channel; its registration number is masked for whoever is below manager, see `number`.
        channel: VisibleChannel,
        /// The caller's role on it.
        role: ChannelRole,
        /// Every reason why it cannot be used, or not with the chosen app; none in the first group.
        reasons: Vec<Finding>,
        /// Name of the master, who can fix what only a master can.
        master: String,
        /// Names of the apps it is linked to.
        linked_to: Vec<AppChoice>,
        /// The caller's open request for a role on it.
        requested: bool,
    }
    /// A channel as far as the caller may see it.
    VisibleChannel {
        /// Identifier.
        id: ChannelId,
        /// Name.
        name: String,
        /// Search ID.
        search_id: String,
        /// Profile ID.
        public_id: String,
        /// Conversion state.
        state: domain::channel::ChannelState,
        /// Registration number, masked for whoever is below manager.
        number: Option<String>,
        /// Trade name, for managers and above.
        trade_name: Option<String>,
        /// Representative, for managers and above.
        representative: Option<String>,
        /// Version of the channel.
        version: u64,
    }
    /// One channel.
    ChannelDetail {
        /// As in the list.
        row: ChannelRow,
        /// Its links.
        links: Vec<LinkedTo>,
    }
    /// A link, seen from the channel.
    LinkedTo {
        /// The app.
        app: AppChoice,
        /// The link.
        link: Link,
        /// Whether the numbers differ.
        drift: Option<Finding>,
    }
    /// An app in a list.
    AppRow {
        /// The app.
        app: App,
        /// The caller's role on it.
        role: AppRole,
        /// Every reason why it cannot be used; none in the first group.
        reasons: Vec<Finding>,
        /// Name of the owner, who can fix what only an owner can.
        owner: String,
        /// How many channels are linked.
        links: usize,
        /// Where its application stands.
        application: Option<ApplicationRow>,
        /// The caller's open request for a role on it.
        requested: bool,
    }
    /// One app.
    AppDetail {
        /// As in the list.
        row: AppRow,
        /// Its links, the representative one first.
        links: Vec<LinkedChannel>,
    }
    /// A link, seen from the app.
    LinkedChannel {
        /// The link.
        link: Link,
        /// Name of the channel.
        name: String,
        /// Search ID of the channel.
        search_id: String,
        /// Whether the numbers differ.
        drift: Option<Finding>,
    }
    /// Apps with their links.
    LinkedApps {
        /// One row an app that has links or can have some; at most 200.
        apps: Vec<AppDetail>,
    }
    /// Which channels to link.
    LinkDraft {
        /// One to ten channels.
        channels: Vec<ChannelId>,
        /// The representative one; may be left out when the app has one already.
        #[serde(default)]
        representative: Option<ChannelId>,
    }
    /// Which channel the consent screen shows.
    RepresentativeDraft {
        /// A linked channel.
        channel: ChannelId,
    }
    /// Ask for a role.
    RoleRequestDraft {
        /// For what.
        wanted: RoleWanted,
        /// Words to the one who decides; may be empty.
        #[serde(default)]
        note: String,
    }
    /// Grant or decline.
    RoleDecision {
        /// Whether the role is given.
        grant: bool,
    }
    /// A role request with names.
    RoleRequestRow {
        /// The request.
        request: RoleRequest,
        /// Who asks.
        by: User,
        /// Name of the channel or app.
        target: String,
        /// Name of who decides.
        decider: String,
        /// Whether the caller has a role on it already, and so can open it.
        visible: bool,
    }
    /// Role requests of both kinds, newest first; at most 200 of each.
    RoleRequests {
        /// Those the caller may decide.
        incoming: Vec<RoleRequestRow>,
        /// Those the caller made.
        outgoing: Vec<RoleRequestRow>,
    }
    /// For which app.
    ApplicationDraft {
        /// The app.
        app: AppId,
    }
    /// An application in a list.
    ApplicationRow {
        /// Identifier.
        id: ApplicationId,
        /// The app.
        app: AppChoice,
        /// Where it stands.
        status: Status,
        /// Receipt number.
        receipt: Option<String>,
        /// Items asked for.
        items: usize,
        /// How many rounds there were.
        rounds: usize,
        /// When it was changed last.
        changed_at: Time,
        /// Who changed it.
        changed_by: String,
    }
    /// Applications, newest change first; at most 200.
    Applications {
        /// One row each.
        rows: Vec<ApplicationRow>,
        /// Apps for which one can be started.
        startable: Vec<AppChoice>,
    }
    /// One application.
    ApplicationDetail {
        /// The application.
        application: Application,
        /// What is known about app and channels, with the draft: what the check reads.
        document: Document,
        /// The caller's role on the app; below editor it can only be read. `#8`.
        role: AppRole,
        /// Name of the owner, who can give the role.
        owner: String,
        /// Names of everybody the history mentions.
        names: BTreeMap<UserId, String>,
        /// The files.
        files: Vec<EvidenceFile>,
    }
    /// A file that was uploaded.
    EvidenceFile {
        /// Identifier.
        id: EvidenceId,
        /// Name on the applicant's machine.
        name: String,
        /// What it is, by its content.
        media: Media,
        /// Its size in bytes.
        bytes: u64,
        /// SHA-256 of its content, in hex.
        sha256: String,
        /// When it was uploaded.
        uploaded_at: Time,
    }
    /// An application in the review queue.
    ReviewRow {
        /// As applicants see it.
        application: ApplicationRow,
        /// The applicant's company, as the app says it.
        company: String,
        /// When the present round was submitted.
        submitted_at: Time,
        /// Items in the present round.
        covers: usize,
        /// Who has opened it.
        opened_by: Option<String>,
        /// How many findings warned at submission.
        warned: usize,
    }
    /// An application as a reviewer sees it.
    ReviewDetail {
        /// The application; its draft is left out while the applicant edits it.
        application: Application,
        /// What the check says about the round today.
        findings: Vec<Finding>,
        /// Whether the caller belongs to the applicants and so must not decide.
        own: bool,
        /// Names of everybody the history mentions.
        names: BTreeMap<UserId, String>,
        /// The files.
        files: Vec<EvidenceFile>,
    }
    /// Verdicts on a round.
    DecisionDraft {
        /// One for each item of the round.
        verdicts: BTreeMap<Item, ItemVerdict>,
        /// Words on the whole; may be empty.
        #[serde(default)]
        words: String,
    }
}

/// What may be told about a channel that somebody has no role on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lookup {
    /// There is no channel with that search ID.
    Unknown,
    /// There is one, but the caller has no role on it. The role can be asked for.
    NoRole {
        /// Identifier, for the request.
        channel: ChannelId,
        /// Its public name.
        name: String,
    },
    /// It is in the caller's list.
    InList {
        /// The row.
        row: Box<ChannelRow>,
    },
}

/// A channel as far as somebody with that role may see it.
pub fn channel_facts(channel: &Channel, role: ChannelRole) -> VisibleChannel {
    let full = role >= ChannelRole::Manager;
    let business = channel.business.as_ref();
    VisibleChannel {
        id: channel.id.clone(),
        name: channel.name.clone(),
        search_id: channel.search_id.clone(),
        public_id: channel.public_id.clone(),
        state: channel.state,
        number: business.map(|b| {
            if full {
                b.number.to_string()
            } else {
                b.number.masked()
            }
        }),
        trade_name: business.filter(|_| full).map(|b| b.trade_name.clone()),
        representative: business.filter(|_| full).map(|b| b.representative.clone()),
        version: channel.version,
    }
}
