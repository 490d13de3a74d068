//! Facts: the values that differ, or the limit that is passed.

use serde::{Deserialize, Serialize};

use crate::item::{Condition, Moment, Shown, Stage};
use crate::reading::Section;

/// A value that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// Whose value, or which.
    pub name: FactName,
    /// The value.
    #[serde(flatten)]
    pub value: FactValue,
}

/// Whose value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FactName {
    /// What the application asks for.
    Requested,
    /// What the own sign-up does.
    OwnSignup,
    /// When the site collects it.
    Collected,
    /// What the app says.
    App,
    /// What the channel says.
    Channel,
    /// What the site prints.
    Site,
    /// What the certificate prints.
    Certificate,
    /// The limit.
    Limit,
    /// The count.
    Count,
    /// A tag.
    Tag,
    /// A scope.
    Scope,
    /// The role held.
    Role,
    /// A name.
    Name,
    /// A number of business days, at least.
    DaysMin,
    /// A number of business days, at most.
    DaysMax,
    /// A text as it was entered.
    Entered,
    /// What is registered.
    Registered,
    /// What was answered.
    Answered,
    /// What the pasted text says.
    Text,
    /// A library.
    Library,
    /// In what two values differ.
    Difference,
}

/// In what two names, numbers or redirect URIs differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// Spaces around it.
    Spaces,
    /// `http` and `https`.
    Scheme,
    /// The host.
    Host,
    /// The port.
    Port,
    /// A slash at the end.
    TrailingSlash,
    /// Capital letters.
    Case,
    /// The path.
    Path,
    /// What follows a question mark or hash.
    Query,
    /// The kind of brackets, full width, or signs that cannot be seen.
    Brackets,
    /// How the corporate form is written, or whether it is: (주), ㈜, 주식회사.
    CorporateForm,
    /// Letters or digits.
    Letters,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum FactValue {
    /// Words that somebody wrote.
    Text(String),
    /// A count.
    Count(u64),
    /// A stage.
    Stage(Stage),
    /// A condition.
    Condition(Condition),
    /// A moment.
    Moment(Moment),
    /// An item.
    Item(crate::item::Item),
    /// How a page names an item.
    Shown(Shown),
    /// In what two values differ.
    Difference(Difference),
    /// A part of a privacy policy.
    Section(Section),
}

impl From<String> for FactValue {
    fn from(text: String) -> Self {
        FactValue::Text(text)
    }
}
impl From<&str> for FactValue {
    fn from(text: &str) -> Self {
        FactValue::Text(text.to_owned())
    }
}
impl From<u64> for FactValue {
    fn from(count: u64) -> Self {
        FactValue::Count(count)
    }
}
impl From<usize> for FactValue {
    fn from(count: usize) -> Self {
        FactValue::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}
impl From<Stage> for FactValue {
    fn from(stage: Stage) -> Self {
        FactValue::Stage(stage)
    }
}
impl From<Condition> for FactValue {
    fn from(condition: Condition) -> Self {
        FactValue::Condition(condition)
    }
}
impl From<Moment> for FactValue {
    fn from(moment: Moment) -> Self {
        FactValue::Moment(moment)
    }
}
impl From<crate::item::Item> for FactValue {
    fn from(item: crate::item::Item) -> Self {
        FactValue::Item(item)
    }
}
impl From<Shown> for FactValue {
    fn from(shown: Shown) -> Self {
        FactValue::Shown(shown)
    }
}
impl From<Difference> for FactValue {
    fn from(difference: Difference) -> Self {
        FactValue::Difference(difference)
    }
}
impl From<Section> for FactValue {
    fn from(section: Section) -> Self {
        FactValue::Section(section)
    }
}
