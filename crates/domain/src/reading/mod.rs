//! Reads what people paste: a privacy policy, the words of a sign-up screen, the foot of a page.
//!
//! It says for each item whether the text names it at sign-up, on which condition, and which words it relied on, so that a person can
//! look and overrule it. Where a text is unclear it says "named, unmarked" rather than a wrong condition. Everything is one pass over
//! the characters and one over the words: time grows with the length of the text and with nothing else.

mod extras;
mod footer;
mod html;
mod layout;
mod lex;
mod line;
mod marker;
mod outline;
pub mod pdf;
mod printed;
mod row;
mod settle;
mod source;
mod words;

use std::ops::Range;

pub use extras::{Placeholder, PlaceholderKind};
pub use footer::{Footer, Printed, read_footer};
pub use printed::{Difference, Differing, differences};
pub use source::{TEXT_CHARS_MAX, Unreadable};

use crate::item::{Condition, Item, Shown};

/// What a privacy policy or a sign-up screen says. All ranges are bytes of the original text, on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The ten items, in the order of [`Item::ALL`].
    pub items: Vec<ItemReading>,
    /// What else is collected at sign-up, each word once (password, resident number …).
    pub others: Vec<Spot>,
    /// Contacts and names that nobody replaced.
    pub placeholders: Vec<Placeholder>,
    /// The parts of a privacy policy that are not there.
    pub missing: Vec<Section>,
    /// Where deleting the account is mentioned.
    pub withdrawal: Option<Range<usize>>,
}

impl Reading {
    /// What is said about one item.
    pub fn item(&self, item: Item) -> Option<&ItemReading> {
        self.items.iter().find(|reading| reading.item == item)
    }

    /// Whether the text names none of the ten at all: probably another text was pasted.
    pub fn names_nothing(&self) -> bool {
        self.items
            .iter()
            .all(|reading| reading.found == Found::Absent)
    }

    /// The items that the text collects at sign-up.
    pub fn collected(&self) -> impl Iterator<Item = &ItemReading> {
        self.items
            .iter()
            .filter(|reading| matches!(reading.found, Found::Named(_)))
    }
}

/// What a text says about one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemReading {
    /// The item.
    pub item: Item,
    /// Whether and how it is named.
    pub found: Found,
    /// The places relied on, in the order of the text; at most [`SPOTS_MAX`].
    pub spots: Vec<Spot>,
}

/// The most places kept for one item.
pub const SPOTS_MAX: usize = 4;

impl ItemReading {
    /// How the text shows the item.
    pub fn shown(&self) -> Shown {
        match self.found {
            Found::Named(Marked::Required | Marked::Optional | Marked::Conflicting) => {
                Shown::WithCondition
            }
            Found::Named(Marked::Unmarked) => Shown::WithoutCondition,
            Found::OnlyElsewhere(_) | Found::Absent => Shown::Absent,
        }
    }

    /// The condition, where the text gives one and only one.
    pub fn condition(&self) -> Option<Condition> {
        match self.found {
            Found::Named(Marked::Required) => Some(Condition::Required),
            Found::Named(Marked::Optional) => Some(Condition::Optional),
            Found::Named(Marked::Unmarked | Marked::Conflicting) => None,
            Found::OnlyElsewhere(_) | Found::Absent => Some(Condition::NotCollected),
        }
    }
}

/// Whether a text names an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Named for the sign-up, or in a text that knows no occasions.
    Named(Marked),
    /// Named, but for another occasion only.
    OnlyElsewhere(Purpose),
    /// Not named, or said not to be collected.
    Absent,
}

/// Which condition stands by an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// Required.
    Required,
    /// Optional.
    Optional,
    /// Neither word stands near it.
    Unmarked,
    /// Both, at different places.
    Conflicting,
}

/// A place in the original text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The word.
    pub word: Range<usize>,
    /// The line it stands on, as printed.
    pub line: Range<usize>,
    /// The condition found for it.
    pub marked: Marked,
    /// The occasion it belongs to.
    pub purpose: Purpose,
}

/// What something is collected for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// 회원가입, 회원관리, 카카오 로그인.
    Signup,
    /// Ordering, paying, delivery.
    Order,
    /// Questions and complaints.
    Enquiry,
    /// Marketing and events.
    Marketing,
    /// Collected by itself: cookies, logs.
    Automatic,
    /// Given to others or handled by them.
    ThirdParty,
    /// Kept because a law says so.
    Retention,
    /// Identity verification.
    Verification,
    /// Another occasion that has a name.
    Other,
    /// The text does not say.
    Unknown,
}

/// The parts that a privacy policy has. <https://www.privacy.go.kr>, Personal Information Protection Act, article 30.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// 수집 항목.
    Items,
    /// 수집·이용 목적.
    Purpose,
    /// 보유·이용 기간.
    Retention,
    /// 파기.
    Destruction,
    /// 제3자 제공.
    ThirdParty,
    /// 위탁.
    Outsourcing,
    /// 정보주체의 권리.
    Rights,
    /// 개인정보 보호책임자.
    Officer,
}

impl Section {
    /// All, in the usual order.
    pub const ALL: [Section; 8] = [
        Section::Items,
        Section::Purpose,
        Section::Retention,
        Section::Destruction,
        Section::ThirdParty,
        Section::Outsourcing,
        Section::Rights,
        Section::Officer,
    ];
}

/// What a person says instead of what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overruled {
    /// The item.
    pub item: Item,
    /// How the text shows it.
    pub shown: Shown,
    /// The condition, if the text gives one.
    pub condition: Option<Condition>,
}

/// Reads a privacy policy, as text or as HTML.
pub fn read_policy(text: &str) -> Result<Reading, Unreadable> {
    read(text, Place::Policy)
}

/// Reads the words of a sign-up screen, as text or as HTML: every item on it belongs to the sign-up.
pub fn read_signup_screen(text: &str) -> Result<Reading, Unreadable> {
    read(text, Place::SignupScreen)
}

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Policy,
    SignupScreen,
}

fn read(text: &str, place: Place) -> Result<Reading, Unreadable> {
    let lexicon = lex::Lexicon::new();
    let source = source::Source::new(text)?;
    let source = layout::unfold(source, &lexicon, place);
    let mut reader = outline::Reader::new(&lexicon, place);
    for line in source.lines() {
        reader.line(line);
    }
    let found = reader.finish();
    Ok(Reading {
        items: settle::items(&found.mentions, place),
        others: settle::others(&found.mentions, text),
        placeholders: extras::placeholders(text),
        missing: found.missing(place),
        withdrawal: found.withdrawal,
    })
}
