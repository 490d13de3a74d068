//! Words pasted from the site, and where a person reads them differently from the program.

use serde::{Deserialize, Serialize};

use crate::item::{Condition, Item, Shown};

/// Words pasted from the site. At most [`super::PASTED_CHARS_MAX`] characters each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Texts {
    /// The privacy policy.
    pub privacy_policy: String,
    /// The sign-up screen.
    pub signup_screen: String,
    /// The foot of the site.
    pub footer: String,
}

impl Texts {
    /// The text of that name.
    pub fn get(&self, which: PastedText) -> &str {
        match which {
            PastedText::PrivacyPolicy => &self.privacy_policy,
            PastedText::SignupScreen => &self.signup_screen,
            PastedText::Footer => &self.footer,
        }
    }
}

/// Which text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PastedText {
    /// The privacy policy.
    PrivacyPolicy,
    /// The sign-up screen.
    SignupScreen,
    /// The foot of the site.
    Footer,
}

impl PastedText {
    /// All three, in the order of the form.
    pub const ALL: &'static [PastedText] = &[
        PastedText::PrivacyPolicy,
        PastedText::SignupScreen,
        PastedText::Footer,
    ];

    /// The word in a path.
    pub fn word(self) -> &'static str {
        match self {
            PastedText::PrivacyPolicy => "privacy_policy",
            PastedText::SignupScreen => "signup_screen",
            PastedText::Footer => "footer",
        }
    }
}

/// A person's reading of a text, where it differs from the program's. It counts, and the reviewer sees that it was overruled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Overruled {
    /// In which text.
    pub text: PastedText,
    /// About which item.
    pub item: Item,
    /// How the text names it.
    pub shown: Shown,
    /// On which condition, if it is named with one.
    #[serde(default)]
    pub condition: Option<Condition>,
}
