//! Facts: what is true of a person, of the request that sends them to Kakao, and of the app's settings. Rules decide from these alone.

use crate::id::ChannelId;
use crate::item::Item;

/// Everything that decides what a person meets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The person and their Kakao account.
    pub person: Person,
    /// What the service sends them with.
    pub request: Request,
    /// Settings that stand outside the application, or that are looked at both ways.
    pub options: Options,
}

/// A person and their Kakao account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Whether they are linked with the app already.
    pub member: Member,
    /// Items agreed to before.
    pub agreed_items: Vec<Item>,
    /// Terms agreed to before: rows of the application, counted from 0.
    pub agreed_terms: Vec<usize>,
    /// What Kakao knows of their age.
    pub age: Age,
    /// Items whose value the account does not hold.
    pub lacks: Vec<Item>,
    /// Whether identity was never verified, so that the account has no CI.
    pub unverified: bool,
}

/// How far a person is linked with the app.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Member {
    /// Not at all.
    #[default]
    Stranger,
    /// Linked by Kakao Login before simple sign-up was switched on: `synched_at` is missing. `#10`.
    BeforeSync,
    /// Signed up through Kakao Sync.
    Synced,
}

/// What Kakao knows of a person's age. Rule 86.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Age {
    /// Verified as 14 or older.
    #[default]
    Over14,
    /// Verified as under 14.
    Under14,
    /// Not known.
    Unknown,
}

/// What the service sends along on the authorize address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// How Kakao should behave.
    pub prompt: Option<Prompt>,
    /// Scope IDs of an additional consent; empty in a plain login.
    pub scope: Vec<String>,
    /// Terms to ask for: rows of the application, counted from 0; empty to ask for those that are set up.
    pub service_terms: Vec<usize>,
    /// Channels chosen for this request; takes effect with the permission only. Rule 33.
    pub channels: Vec<ChannelId>,
    /// Where the page is open.
    pub place: Place,
}

impl Request {
    /// Whether it asks for something on top of a plain login.
    pub fn asks_more(&self) -> bool {
        !self.scope.is_empty() || !self.service_terms.is_empty()
    }
}

/// Values of `prompt`. <https://developers.kakao.com/docs/latest/ko/kakaologin/rest-api>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Sign in to Kakao anew. Does not work in `KakaoTalk`'s in-app browser.
    Login,
    /// Show nothing: members get a code, others an error. Rule 87.
    None,
    /// Make a Kakao account first.
    Create,
    /// Choose among the accounts that the browser remembers.
    SelectAccount,
}

impl Prompt {
    /// All of them.
    pub const ALL: [Prompt; 4] = [
        Prompt::Login,
        Prompt::None,
        Prompt::Create,
        Prompt::SelectAccount,
    ];

    /// The word on the address.
    pub fn word(self) -> &'static str {
        match self {
            Prompt::Login => "login",
            Prompt::None => "none",
            Prompt::Create => "create",
            Prompt::SelectAccount => "select_account",
        }
    }
}

/// Where the service's page is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Place {
    /// A browser of its own.
    #[default]
    Browser,
    /// `KakaoTalk`'s in-app browser: its user agent contains `KAKAOTALK`.
    KakaoTalk,
}

/// Settings that the application does not have, or that a preview looks at both ways. `None`: as the application says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether accounts verified as under 14 are refused. Rule 86.
    pub over_14: Option<bool>,
    /// Whether Kakao asks for values that the account does not hold. Rule 51.
    pub collect_if_absent: Option<bool>,
    /// Whether Kakao granted the permission to choose channels per request. Rule 33.
    pub chooses_channels: bool,
}
