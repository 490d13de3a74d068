//! What somebody wants to reach, said or guessed.

use serde::{Deserialize, Serialize};

use super::Document;
use crate::channel::ChannelState;
use crate::form::{Login, Tie};
use crate::item::Permission;

/// What somebody wants to reach. The reviews of the real consoles are separate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Not said: what was filled in tells.
    #[default]
    Unsaid,
    /// Kakao Sync: everything counts.
    Sync,
    /// The review of consent items alone, with or without a channel.
    Items,
    /// The conversion to a business channel.
    Channel,
    /// The conversion to a biz app and the review of its business information.
    BizApp,
    /// A login that works.
    Login,
}

impl Goal {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    pub(super) fn is_unsaid(&self) -> bool {
        *self == Goal::Unsaid
    }
}

impl Document {
    /// What the document is meant to reach: as it says, or else guessed from what was filled in. Never [`Goal::Unsaid`].
    pub fn meant(&self) -> Goal {
        if self.goal == Goal::Unsaid {
            self.guess()
        } else {
            self.goal
        }
    }

    /// Whoever gives terms, a channel for the consent screen or the declaration fills in the form for Sync; a channel that is not
    /// judged yet comes before everything, and a login without reviewed items needs no review. Our judgement.
    fn guess(&self) -> Goal {
        let form = &self.form;
        let login = form.login != Login::default();
        let mut items = form.used().map(|(item, _)| item.permission());
        if form.declared || !form.terms.is_empty() || form.channel.is_some() {
            return Goal::Sync;
        }
        if form.used().next().is_none() {
            let unjudged = |state| state != Some(ChannelState::Business);
            return if self.channels.iter().any(|channel| unjudged(channel.state))
                || form.tie != Tie::default()
            {
                Goal::Channel
            } else if !self.channels.is_empty() {
                Goal::Sync
            } else if login {
                Goal::Login
            } else if self.app.kind.is_some() || !form.service.business_on_certificate.is_empty() {
                Goal::BizApp
            } else {
                Goal::Sync
            };
        }
        if !self.channels.is_empty() {
            Goal::Sync
        } else if items.any(|permission| permission == Permission::Review) {
            Goal::Items
        } else if login {
            Goal::Login
        } else {
            Goal::BizApp
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(rest: &str) -> Goal {
        let json = format!(r#"{{"format":"syncdesk.application/1",{rest}}}"#);
        serde_json::from_str::<Document>(&json).unwrap().meant()
    }

    #[test]
    fn what_is_said_counts() {
        assert_eq!(
            meant(r#""goal":"sync","form":{"login":{"library":"supabase"}}"#),
            Goal::Sync
        );
        assert_eq!(
            meant(r#""goal":"login","form":{"declared":true}"#),
            Goal::Login
        );
    }

    #[test]
    fn what_is_not_said_is_guessed_from_what_was_filled_in() {
        let name = r#""items":{"name":{"stage":"required"}}"#;
        let email = r#""items":{"account_email":{"stage":"required"}}"#;
        let channel =
            |state: &str| format!(r#""channels":[{{"id":"c","name":"C","state":"{state}"}}]"#);
        let cases = [
            (r#""form":{}"#.to_owned(), Goal::Sync),
            (format!(r#""form":{{{name},"declared":true}}"#), Goal::Sync),
            (
                format!(r#"{},"form":{{{name}}}"#, channel("plain")),
                Goal::Sync,
            ),
            (
                format!(r#"{},"form":{{}}"#, channel("business")),
                Goal::Sync,
            ),
            (
                format!(r#"{},"form":{{}}"#, channel("rejected")),
                Goal::Channel,
            ),
            (
                r#""form":{"tie":{"posts":false}}"#.to_owned(),
                Goal::Channel,
            ),
            (format!(r#""form":{{{name}}}"#), Goal::Items),
            (
                format!(r#""form":{{{email},"login":{{"library":"own"}}}}"#),
                Goal::Login,
            ),
            (format!(r#""form":{{{email}}}"#), Goal::BizApp),
            (
                r#""app":{"kind":"basic"},"form":{}"#.to_owned(),
                Goal::BizApp,
            ),
            (
                r#""form":{"login":{"library":"own"}}"#.to_owned(),
                Goal::Login,
            ),
        ];
        for (rest, goal) in cases {
            assert_eq!(meant(&rest), goal, "{rest}");
        }
    }

    #[test]
    fn what_is_said_stays_in_the_document() {
        let said = r#"{"format":"syncdesk.application/1","goal":"sync","form":{}}"#;
        let document: Document = serde_json::from_str(said).unwrap();
        assert!(
            serde_json::to_string(&document)
                .unwrap()
                .contains(r#""goal":"sync""#)
        );
        let document = Document {
            goal: Goal::Unsaid,
            ..document
        };
        assert!(!serde_json::to_string(&document).unwrap().contains("goal"));
    }
}
