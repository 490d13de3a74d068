//! The request for one item, and what is particular to the connecting information (CI).

use serde::{Deserialize, Serialize};

use crate::item::{Condition, Moment, Shown, Stage};

/// One item as it is asked for, and what the site's own sign-up does with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ItemRequest {
    /// The condition on which the item is asked for from Kakao.
    pub stage: Stage,
    /// Why the service needs it; shown to the reviewer. At most [`super::PURPOSE_CHARS_MAX`] characters.
    pub purpose: String,
    /// For a required item: why the service is impossible without it. At most [`super::JUSTIFICATION_CHARS_MAX`] characters.
    pub justification: String,
    /// Ask people for the value when their Kakao account does not hold it ("카카오계정으로 정보 수집 후 제공").
    pub collect_if_absent: bool,
    /// What happens to somebody who has no value, or does not give it.
    pub if_absent: Option<IfAbsent>,
    /// On which condition the site's own sign-up collects the item.
    pub own_condition: Option<Condition>,
    /// At which moment the site collects it.
    pub own_moment: Option<Moment>,
    /// Where in the service the item is used. At most [`super::PURPOSE_CHARS_MAX`] characters.
    pub used_where: String,
    /// How the sign-up screen names it.
    pub on_signup_screen: Option<Shown>,
    /// How the privacy policy names it.
    pub in_privacy_policy: Option<Shown>,
}

/// What happens to somebody for whom no value comes: even a required item can be empty. Rule 51.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IfAbsent {
    /// They are asked for it on the site's own page.
    Ask,
    /// They go on without it.
    GoOn,
    /// They cannot sign up.
    Refuse,
}

/// What is particular to the connecting information (CI). <https://devtalk.kakao.com/t/ci/128591>.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Ci {
    /// Agreed to use CI only to compare members (회원 대조). Rule 45.
    pub purpose_agreed: bool,
    /// Why members have to be compared.
    pub reason: String,
    /// How the service verifies identity.
    pub verification: Option<Verification>,
    /// When it verifies identity.
    pub verified_at: Option<VerificationMoment>,
    /// The identity-verification agency, if there is one.
    pub provider: String,
}

/// How a service verifies that somebody is who they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// It does not.
    None,
    /// A code sent by text message: proves a telephone, not a person.
    SmsCode,
    /// A mail with a link or code: proves a mailbox, not a person.
    Email,
    /// An identity-verification agency (본인확인기관).
    Agency,
}

/// When a service verifies identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VerificationMoment {
    /// While signing up.
    Signup,
    /// While using the service.
    Use,
}
