//! The site's own sign-up: what the reviewer compares the request with.

use serde::{Deserialize, Serialize};

use crate::item::Shown;

/// The site's own sign-up: what the reviewer compares the request with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Signup {
    /// What kind of sign-up there is.
    pub kind: Option<SignupKind>,
    /// Address of the sign-up page.
    pub url: String,
    /// Whether that page opens without signing in.
    pub opens_without_login: Option<bool>,
    /// How the screen names the items as a whole; counts for every item that has no answer of its own. Rule 59.
    pub screen_lists: Option<Shown>,
    /// Whether people see terms and privacy policy there, and agree, before the Kakao button works.
    pub shows_terms: Option<bool>,
}

/// Where people sign up today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SignupKind {
    /// A sign-up page of the site's own, with its own address.
    OwnPage,
    /// Sign-up happens, but only after other steps; no page of its own can be opened.
    AfterOtherSteps,
    /// Only through other companies' accounts (Kakao, Naver, Apple …).
    SocialOnly,
    /// Only inside a mobile app.
    AppOnly,
}
