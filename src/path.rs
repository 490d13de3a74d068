//! Every address of the console, as functions. Links are made here and nowhere else.

use std::sync::OnceLock;

use domain::id::{AppId, ApplicationId, ChannelId, ShareToken};
use domain::subject::{Field, Part};

use crate::look::Look;

static BASE: OnceLock<String> = OnceLock::new();

/// Sets the path under which the console lives, once, at the start: empty, or like `/some/path`.
pub fn set_base(base: &str) {
    // A second call finds it set; the first one counts.
    let _ = BASE.set(base.trim_end_matches('/').to_owned());
}

/// The path under which the console lives.
pub fn base() -> &'static str {
    BASE.get().map_or("", String::as_str)
}

fn at(path: &str) -> String {
    format!("{}{path}", base())
}

/// The patterns of the routes, as the router has them.
pub const PATTERNS: &[&str] = &[
    "/",
    "/login",
    "/channels",
    "/channels/:channel",
    "/apps",
    "/apps/:app",
    "/requests",
    "/links",
    "/links/new/:step",
    "/applications",
    "/applications/:application/status",
    "/applications/:application/:part",
    "/preview/:application",
    "/preview/:application/compare",
    "/share/:token",
    "/record",
    "/people",
    "/review",
    "/review/:application",
    "/help",
    "/help/:topic",
    "/settings",
    "/gallery",
];

/// Home; `app` chooses which app the tasks are about.
pub fn home(app: Option<&AppId>) -> String {
    app.map_or_else(|| at("/"), |app| at(&format!("/?app={app}")))
}

/// Sign-in, and back to `back` afterwards.
pub fn login(back: Option<&str>) -> String {
    back.map_or_else(
        || at("/login"),
        |back| at(&format!("/login?back={}", contract::endpoint::encode(back))),
    )
}

/// The channels.
pub fn channels() -> String {
    at("/channels")
}

/// One channel.
pub fn channel(id: &ChannelId) -> String {
    at(&format!("/channels/{id}"))
}

/// The biz apps.
pub fn apps() -> String {
    at("/apps")
}

/// One biz app.
pub fn app(id: &AppId) -> String {
    at(&format!("/apps/{id}"))
}

/// Role requests.
pub fn requests() -> String {
    at("/requests")
}

/// The links.
pub fn links() -> String {
    at("/links")
}

/// The links of one app.
pub fn links_of(app: &AppId) -> String {
    at(&format!("/links?app={app}"))
}

/// A step of the link wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkStep {
    /// Choose an app.
    App,
    /// Choose channels.
    Channels,
    /// Check.
    Check,
    /// Done.
    Done,
}

impl LinkStep {
    /// All steps, in order.
    pub const ALL: [LinkStep; 4] = [
        LinkStep::App,
        LinkStep::Channels,
        LinkStep::Check,
        LinkStep::Done,
    ];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            LinkStep::App => "app",
            LinkStep::Channels => "channels",
            LinkStep::Check => "check",
            LinkStep::Done => "done",
        }
    }

    /// The step with that word.
    pub fn parse(word: &str) -> Option<LinkStep> {
        LinkStep::ALL.into_iter().find(|step| step.word() == word)
    }
}

/// A step of the link wizard with what was chosen so far, so that a reload loses nothing.
pub fn link_new(
    step: LinkStep,
    app: Option<&AppId>,
    channels: &[ChannelId],
    representative: Option<&ChannelId>,
) -> String {
    let mut query = Vec::new();
    if let Some(app) = app {
        query.push(format!("app={app}"));
    }
    if !channels.is_empty() {
        let ids: Vec<&str> = channels.iter().map(ChannelId::as_str).collect();
        query.push(format!("channels={}", ids.join(",")));
    }
    if let Some(representative) = representative {
        query.push(format!("representative={representative}"));
    }
    let separator = if query.is_empty() { "" } else { "?" };
    at(&format!(
        "/links/new/{}{separator}{}",
        step.word(),
        query.join("&")
    ))
}

/// The applications.
pub fn applications() -> String {
    at("/applications")
}

/// A part of an application.
pub fn application(id: &ApplicationId, part: Part) -> String {
    at(&format!("/applications/{id}/{}", part.word()))
}

/// The overview of an application: its parts as a task list.
pub fn application_overview(id: &ApplicationId) -> String {
    at(&format!("/applications/{id}/overview"))
}

/// The place of one field.
pub fn application_field(id: &ApplicationId, field: &Field) -> String {
    format!("{}#{}", application(id, field.part()), field.anchor())
}

/// Where an application stands.
pub fn application_status(id: &ApplicationId) -> String {
    at(&format!("/applications/{id}/status"))
}

/// The consent screen, full size.
pub fn preview(id: &ApplicationId) -> String {
    at(&format!("/preview/{id}"))
}

/// How large the letters on a previewed screen are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PreviewSize {
    /// As people have it who changed nothing.
    #[default]
    Normal,
    /// Larger.
    Large,
    /// The largest that phones offer without a special setting.
    Largest,
}

impl PreviewSize {
    /// All sizes, smallest first.
    pub const ALL: [PreviewSize; 3] = [
        PreviewSize::Normal,
        PreviewSize::Large,
        PreviewSize::Largest,
    ];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            PreviewSize::Normal => "normal",
            PreviewSize::Large => "large",
            PreviewSize::Largest => "largest",
        }
    }

    /// The size with that word.
    pub fn parse(word: &str) -> Option<PreviewSize> {
        PreviewSize::ALL
            .into_iter()
            .find(|size| size.word() == word)
    }
}

/// The consent screen, full size, looked at in that way.
pub fn preview_as(id: &ApplicationId, look: Look) -> String {
    with_query(&preview(id), &look.pairs())
}

/// Two versions of an application, before and after: `draft`, or the number of a round. Left out: the last round and the draft.
pub fn compare(id: &ApplicationId, sides: Option<(&str, &str)>) -> String {
    let (before, after) = sides.unwrap_or_default();
    with_query(
        &format!("{}/compare", preview(id)),
        &[("before", before), ("after", after)],
    )
}

/// What a link shows, looked at in that way.
pub fn share(token: &ShareToken, look: Look) -> String {
    with_query(&at(&format!("/share/{token}")), &look.pairs())
}

/// Whether that is where links lead: there nobody has to be signed in.
pub fn is_share(pathname: &str) -> bool {
    let own = pathname.strip_prefix(base());
    own.is_some_and(|own| own.starts_with("/share/"))
}

/// The record, as far as these filters leave it.
pub fn record(filters: &[(&str, &str)]) -> String {
    with_query(&at("/record"), filters)
}

/// The review queue.
pub fn reviews() -> String {
    at("/review")
}

/// A part of the review queue: what waits or what was decided, from `cursor` on.
pub fn reviews_page(decided: bool, cursor: Option<&str>) -> String {
    let mut query = Vec::new();
    if decided {
        query.push("decided=true".to_owned());
    }
    if let Some(cursor) = cursor {
        query.push(format!("cursor={}", contract::endpoint::encode(cursor)));
    }
    let separator = if query.is_empty() { "" } else { "?" };
    format!("{}{separator}{}", reviews(), query.join("&"))
}

/// One review.
pub fn review(id: &ApplicationId) -> String {
    at(&format!("/review/{id}"))
}

/// The page on which a reviewer sees what the applicant will read, before it is sent.
pub fn review_check(id: &ApplicationId) -> String {
    format!("{}?step=check", review(id))
}

/// Something that is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// How a channel becomes a business channel.
    ChannelConversion,
    /// How an app becomes a biz app.
    AppConversion,
    /// Who may edit business information, and how.
    BusinessInformation,
    /// What the words and rules here rest on.
    About,
}

impl Topic {
    /// All topics.
    pub const ALL: [Topic; 4] = [
        Topic::ChannelConversion,
        Topic::AppConversion,
        Topic::BusinessInformation,
        Topic::About,
    ];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            Topic::ChannelConversion => "channel-conversion",
            Topic::AppConversion => "app-conversion",
            Topic::BusinessInformation => "business-information",
            Topic::About => "about",
        }
    }

    /// The topic with that word.
    pub fn parse(word: &str) -> Option<Topic> {
        Topic::ALL.into_iter().find(|topic| topic.word() == word)
    }
}

/// Help.
pub fn help() -> String {
    at("/help")
}

/// Help on one topic.
pub fn topic(topic: Topic) -> String {
    at(&format!("/help/{}", topic.word()))
}

/// People: who can sign in.
pub fn people() -> String {
    at("/people")
}

/// A part of the list of people: those that the words find, from `cursor` on.
pub fn people_page(q: &str, cursor: &str) -> String {
    with_query(&people(), &[("q", q), ("cursor", cursor)])
}

/// The sign-in with an invitation. What stands behind the `#` is never sent anywhere by itself.
pub fn invitation(token: &str) -> String {
    format!("{}#invite={token}", login(None))
}

/// Where signing in at a provider begins, and back to `back` afterwards. With `other` one is asked there which account one means.
pub fn provider(start: &str, back: &str, other: bool) -> String {
    let other = if other { "1" } else { "" };
    with_query(start, &[("back", back), ("other", other)])
}

/// Settings.
pub fn settings() -> String {
    at("/settings")
}

/// The gallery of components; only with the backend inside the page.
pub fn gallery() -> String {
    at("/gallery")
}

/// An address with the query that it had, without the question mark.
pub fn with_search(address: &str, search: &str) -> String {
    let separator = if search.is_empty() { "" } else { "?" };
    format!("{address}{separator}{}", search.trim_start_matches('?'))
}

/// An address with a query; what is empty is left out.
pub fn with_query(address: &str, pairs: &[(&str, &str)]) -> String {
    let query: Vec<String> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", contract::endpoint::encode(value)))
        .collect();
    let separator = if query.is_empty() { "" } else { "?" };
    format!("{address}{separator}{}", query.join("&"))
}

/// Where to go after signing in: `wanted` if it is an address of this console, never another site, and never the sign-in itself.
pub fn back(wanted: &str) -> Option<&str> {
    let rest = wanted.strip_prefix(base())?;
    let own = rest.starts_with('/') && !rest.starts_with("//") && !wanted.starts_with("//");
    // Browsers read a backslash as a slash and skip tabs and line ends: both would lead elsewhere.
    let plain = !wanted.chars().any(|c| c == '\\' || c.is_control());
    let sign_in = rest
        .strip_prefix("/login")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['?', '/', '#']));
    (own && plain && !sign_in).then_some(wanted)
}

/// Kakao's customer centre: the answers that this product starts from.
pub const CUSTOMER_CENTRE: &str = "https://cs.kakao.com/helps?service=143&category=443";
