//! The application document: public, versioned JSON that export writes and import and the command line read.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::goal::Goal;
use crate::app::{App, AppKind};
use crate::business::{Business, BusinessReview, PrintedBusiness};
use crate::channel::{Channel, ChannelState};
use crate::form::Form;
use crate::id::ChannelId;
use crate::item::Item;
use crate::number::RegistrationNumber;
use crate::role::{AppRole, ChannelRole};

/// An application for Kakao Sync as a public, versioned JSON document: export writes it, import and `syncdesk check` read it.
///
/// Unknown fields are refused; fields that are not known yet are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Says what this file is and in which version.
    pub format: Format,
    /// What is known about the biz app. Import leaves it aside: the console has its own facts.
    #[serde(default)]
    pub app: AppFacts,
    /// What is known about the linked channels. Import leaves them aside, too.
    #[serde(default)]
    pub channels: Vec<ChannelFacts>,
    /// What the application is meant to reach; what comes later is left unsaid. When it is absent, what was filled in tells.
    #[serde(default, skip_serializing_if = "Goal::is_unsaid")]
    pub goal: Goal,
    /// What the applicant fills in.
    pub form: Form,
}

/// The only format there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Format {
    /// Version 1.
    #[default]
    #[serde(rename = "syncdesk.application/1")]
    V1,
}

/// What an application has to know about its app.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AppFacts {
    /// App name, as users see it on the consent screen.
    pub name: String,
    /// Company name, as users see it on the consent screen.
    pub company: String,
    /// Category; empty when none was chosen.
    pub category: String,
    /// Whether an app icon is registered; absent when it is not known.
    pub icon: Option<bool>,
    /// What kind of app it is; absent when it is not known.
    pub kind: Option<AppKind>,
    /// Whether the service already signs people in with Kakao Login through this app.
    pub kakao_login: bool,
    /// Business information as registered with the app; absent when there is none or it is not known.
    pub business: Option<PrintedBusiness>,
    /// How the review of that information stands; absent when it is not known.
    pub business_review: Option<BusinessReview>,
    /// How the review of the consent items stands; absent when it is not known.
    pub items_review: Option<BusinessReview>,
    /// Items that may be used already; absent when it is not known. Rule 75.
    pub permissions: Option<BTreeSet<Item>>,
    /// Whether simple signup (간편가입) is switched on.
    pub simple_signup: Option<bool>,
    /// Whether the owner's identity was verified. Rule 21.
    pub identity_checked: Option<bool>,
    /// The role of whoever applies; absent when it is not known.
    pub my_role: Option<AppRole>,
}

/// What an application has to know about a linked channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChannelFacts {
    /// Identifier, the one that `form.channel` names.
    pub id: ChannelId,
    /// Name that users see.
    pub name: String,
    /// Conversion state; absent when it is not known.
    #[serde(default)]
    pub state: Option<ChannelState>,
    /// Business information of the channel; absent when there is none or it is not known.
    #[serde(default)]
    pub business: Option<PrintedBusiness>,
    /// Whether it is the representative channel of the app.
    #[serde(default)]
    pub representative: bool,
    /// Whether it is dormant (휴면) or restricted; absent when it is not known.
    #[serde(default)]
    pub dormant: Option<bool>,
    /// The role of whoever applies; absent when it is not known.
    #[serde(default)]
    pub my_role: Option<ChannelRole>,
}

impl From<&Business> for PrintedBusiness {
    fn from(business: &Business) -> Self {
        PrintedBusiness {
            number: business.number.to_string(),
            trade_name: business.trade_name.clone(),
            representative: business.representative.clone(),
            address: String::new(),
        }
    }
}

impl From<&App> for AppFacts {
    fn from(app: &App) -> Self {
        AppFacts {
            name: app.name.clone(),
            company: app.company.clone(),
            category: app.category.clone(),
            icon: Some(app.icon),
            kind: Some(app.kind),
            kakao_login: app.kakao_login,
            business: app.business.as_ref().map(PrintedBusiness::from),
            business_review: Some(app.business_review),
            ..AppFacts::default()
        }
    }
}

impl ChannelFacts {
    /// The facts of a linked channel.
    pub fn of(channel: &Channel, representative: bool) -> ChannelFacts {
        ChannelFacts {
            id: channel.id.clone(),
            name: channel.name.clone(),
            state: Some(channel.state),
            business: channel.business.as_ref().map(PrintedBusiness::from),
            representative,
            dormant: None,
            my_role: None,
        }
    }

    /// Takes out what somebody with that role on the channel may not see: below manager the number is shown only in part, trade
    /// name and representative not at all. The app's own number stays whole: whoever reads the application knows it, and any other
    /// is still found to differ from it.
    pub fn cover(&mut self, role: Option<ChannelRole>, app: Option<&PrintedBusiness>) {
        let Some(theirs) = self.business.as_mut() else {
            return;
        };
        if role >= Some(ChannelRole::Manager) {
            return;
        }
        let mut number = std::mem::take(&mut theirs.number);
        if app.is_none_or(|ours| ours.number != number) {
            number = RegistrationNumber::parse(&number)
                .map_or_else(|_| "•••••".to_owned(), RegistrationNumber::masked);
        }
        *theirs = PrintedBusiness {
            number,
            ..PrintedBusiness::default()
        };
    }
}
