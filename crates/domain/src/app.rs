//! Apps of the developers' site and the biz-app conversion.

use serde::{Deserialize, Serialize};

use crate::business::{Business, BusinessReview};
use crate::id::AppId;

/// What an app is. <https://developers.kakao.com/docs/latest/ko/app-setting/app>, <https://devtalk.kakao.com/t/topic/71983>.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AppKind {
    /// Not converted (기본 앱).
    #[default]
    Basic,
    /// A biz app of a registered business (비즈 앱).
    Biz,
    /// A biz app of an individual developer: converted, but without business information, so it cannot be linked.
    Individual,
    /// A biz app of an overseas business, identified by a D-U-N-S number instead of a Korean one.
    Overseas,
}

/// An app as the directory knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct App {
    /// Identifier in this installation.
    pub id: AppId,
    /// The numeric app ID of the developers' site.
    pub number: u64,
    /// App name; users see it on the consent screen. Rule 78, rule 91.
    pub name: String,
    /// Company name; users see it on the consent screen.
    pub company: String,
    /// Category; empty when none was chosen.
    pub category: String,
    /// Whether an app icon is registered.
    pub icon: bool,
    /// What kind of app it is.
    pub kind: AppKind,
    /// Sanctioned by Kakao. Rule 13.
    pub blocked: bool,
    /// Whether the service already signs people in with Kakao Login through this app. `#10`.
    pub kakao_login: bool,
    /// Business information, once there is any.
    pub business: Option<Business>,
    /// How the review of that information stands.
    pub business_review: BusinessReview,
    /// Counts changes, those of its links included; starts at 1.
    pub version: u64,
}

impl App {
    /// The texts in which a search looks.
    pub fn searched(&self) -> Vec<String> {
        let number = self.business.as_ref();
        let number = number.map(|business| business.number.to_string());
        [
            self.name.clone(),
            self.company.clone(),
            self.number.to_string(),
        ]
        .into_iter()
        .chain(number)
        .collect()
    }
}
