//! Subjects: what a finding points at. One path serves the form's anchors, findings, conflicts and the command line.

mod words;

use std::fmt;

use crate::form::PastedText;
use crate::id::{ChannelId, EvidenceId};
use crate::item::Item;

pub use words::{
    AppFact, CiField, ItemField, LoginField, Part, ServiceField, SignupField, TermField, TieField,
};

/// What a finding points at, written as a path: `items.phone_number.stage`, `terms.0.url`, `app.kind`.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String")
)]
#[serde(try_from = "String", into = "String")]
pub enum Subject {
    /// The application as a whole.
    Application,
    /// The app, or one fact of it.
    App(AppFact),
    /// The channels as a whole.
    Channels,
    /// One channel.
    Channel(ChannelId),
    /// A field of the form.
    Form(Field),
}

/// A field of the form: the unit in which drafts are compared, and the place a person is sent to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The list of items as a whole.
    Items,
    /// One question about one item.
    Item(Item, ItemField),
    /// A question about CI.
    Ci(CiField),
    /// A question about the own sign-up.
    Signup(SignupField),
    /// A question about the service.
    Service(ServiceField),
    /// A question about the login.
    Login(LoginField),
    /// The list of terms as a whole.
    Terms,
    /// One question about the term in that place, counted from 0.
    Term(usize, TermField),
    /// The list of extra information as a whole.
    Extra,
    /// The extra information in that place, counted from 0.
    ExtraRow(usize),
    /// The channel on the consent screen.
    Channel,
    /// The over-14 option.
    Over14,
    /// The evidence as a whole.
    Evidence,
    /// One file.
    EvidenceFile(EvidenceId),
    /// A question about how channel, business and site belong together.
    Tie(TieField),
    /// A pasted text.
    Text(PastedText),
    /// What a person read differently.
    Overruled,
    /// The questions that nobody can answer yet.
    NotKnown,
    /// The declaration.
    Declared,
}

impl Part {
    /// The part with that word, as in a URL.
    pub fn parse(word: &str) -> Option<Part> {
        Part::from_word(word)
    }
}

impl Field {
    /// On which page of the form the field stands.
    pub fn part(&self) -> Part {
        match self {
            Field::Items | Field::Item(..) | Field::Ci(..) => Part::Items,
            Field::Signup(..)
            | Field::Service(..)
            | Field::Login(..)
            | Field::Evidence
            | Field::EvidenceFile(..)
            | Field::Text(..)
            | Field::Overruled => Part::Proof,
            Field::Terms | Field::Term(..) | Field::Over14 => Part::Terms,
            Field::Extra | Field::ExtraRow(..) => Part::Extra,
            Field::Channel | Field::Tie(..) => Part::Channel,
            Field::NotKnown | Field::Declared => Part::Check,
        }
    }

    /// The element id of the field on its page.
    pub fn anchor(&self) -> String {
        Subject::Form(self.clone()).to_string().replace('.', "-")
    }
}

impl Subject {
    /// The item that the subject is about, if it is about one.
    pub fn item(&self) -> Option<Item> {
        match self {
            Subject::Form(Field::Item(item, _)) => Some(*item),
            Subject::Form(Field::Ci(_)) => Some(Item::AccountCi),
            _ => None,
        }
    }

    /// The field of the form, if it is one.
    pub fn field(&self) -> Option<&Field> {
        if let Subject::Form(field) = self {
            Some(field)
        } else {
            None
        }
    }

    /// Reads a path.
    pub fn parse(path: &str) -> Option<Subject> {
        let steps: Vec<&str> = path.split('.').collect();
        Some(match steps.as_slice() {
            ["application"] => Subject::Application,
            ["app", fact] => Subject::App(AppFact::from_word(fact)?),
            ["channels"] => Subject::Channels,
            ["channels", id] => Subject::Channel(ChannelId::parse(id).ok()?),
            _ => Subject::Form(Field::parse(&steps)?),
        })
    }
}

impl Field {
    fn parse(steps: &[&str]) -> Option<Field> {
        Some(match *steps {
            ["items"] => Field::Items,
            ["items", item, field] => {
                Field::Item(Item::from_key(item)?, ItemField::from_word(field)?)
            }
            ["ci", field] => Field::Ci(CiField::from_word(field)?),
            ["signup", field] => Field::Signup(SignupField::from_word(field)?),
            ["service", field] => Field::Service(ServiceField::from_word(field)?),
            ["login", field] => Field::Login(LoginField::from_word(field)?),
            ["terms"] => Field::Terms,
            ["terms", row, field] => Field::Term(row.parse().ok()?, TermField::from_word(field)?),
            ["extra"] => Field::Extra,
            ["extra", row] => Field::ExtraRow(row.parse().ok()?),
            ["channel"] => Field::Channel,
            ["over_14"] => Field::Over14,
            ["evidence"] => Field::Evidence,
            ["evidence", id] => Field::EvidenceFile(EvidenceId::parse(id).ok()?),
            ["tie", field] => Field::Tie(TieField::from_word(field)?),
            ["texts", which] => Field::Text(
                PastedText::ALL
                    .iter()
                    .copied()
                    .find(|text| text.word() == which)?,
            ),
            ["overruled"] => Field::Overruled,
            ["not_known"] => Field::NotKnown,
            ["declared"] => Field::Declared,
            _ => return None,
        })
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Application => f.write_str("application"),
            Subject::App(fact) => write!(f, "app.{}", fact.word()),
            Subject::Channels => f.write_str("channels"),
            Subject::Channel(id) => write!(f, "channels.{id}"),
            Subject::Form(field) => match field {
                Field::Items => f.write_str("items"),
                Field::Item(item, field) => write!(f, "items.{}.{}", item.key(), field.word()),
                Field::Ci(field) => write!(f, "ci.{}", field.word()),
                Field::Signup(field) => write!(f, "signup.{}", field.word()),
                Field::Service(field) => write!(f, "service.{}", field.word()),
                Field::Login(field) => write!(f, "login.{}", field.word()),
                Field::Terms => f.write_str("terms"),
                Field::Term(row, field) => write!(f, "terms.{row}.{}", field.word()),
                Field::Extra => f.write_str("extra"),
                Field::ExtraRow(row) => write!(f, "extra.{row}"),
                Field::Channel => f.write_str("channel"),
                Field::Over14 => f.write_str("over_14"),
                Field::Evidence => f.write_str("evidence"),
                Field::EvidenceFile(id) => write!(f, "evidence.{id}"),
                Field::Tie(field) => write!(f, "tie.{}", field.word()),
                Field::Text(which) => write!(f, "texts.{}", which.word()),
                Field::Overruled => f.write_str("overruled"),
                Field::NotKnown => f.write_str("not_known"),
                Field::Declared => f.write_str("declared"),
            },
        }
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> String {
        subject.to_string()
    }
}

impl TryFrom<String> for Subject {
    type Error = String;
    fn try_from(path: String) -> Result<Self, String> {
        Subject::parse(&path).ok_or_else(|| format!("{path:?} is not a path in an application"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_reads_back() {
        let paths = [
            "application",
            "app.kind",
            "channels",
            "channels.ch_1",
            "items",
            "items.account_ci.stage",
            "ci.reason",
            "signup.url",
            "service.privacy_url",
            "login.redirect_uris",
            "terms",
            "terms.3.tag",
            "extra",
            "extra.0",
            "channel",
            "over_14",
            "evidence",
            "evidence.ev_1",
            "tie.proofs",
            "texts.privacy_policy",
            "overruled",
            "not_known",
            "declared",
        ];
        for path in paths {
            assert_eq!(
                Subject::parse(path).map(|s| s.to_string()).as_deref(),
                Some(path)
            );
        }
        assert_eq!(Subject::parse("items.passport.stage"), None);
    }
}
