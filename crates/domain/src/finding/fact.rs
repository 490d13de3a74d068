//! Facts: the values that differ, or the limit that is passed.

use serde::{Deserialize, Serialize};

use crate::item::{Condition, Moment, Stage};

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
