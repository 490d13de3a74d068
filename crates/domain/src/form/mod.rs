//! The form: everything an applicant fills in. Every part may be empty, for a draft is saved while it is being written.
//!
//! `None` and the empty text mean "not answered yet". Nothing here is checked while reading but its shape: `check` says what is wrong.

mod address;
mod item;
mod login;
mod service;
mod signup;
mod texts;
mod tie;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::evidence::Evidence;
use crate::id::ChannelId;
use crate::item::{Item, Stage};
use crate::subject::Subject;

pub use address::{is_public_address, is_web_address};
pub use item::{Ci, IfAbsent, ItemRequest, Verification, VerificationMoment};
pub use login::{ClientSecret, Login, LoginLibrary};
pub use service::{BusinessShown, LicensedTrade, ReviewerAccess, Service};
pub use signup::{Signup, SignupKind};
pub use texts::{Overruled, PastedText, Texts};
pub use tie::{PublicProof, Tie};

/// What the applicant fills in: the part of the application document that a person edits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Form {
    /// The items, by key; an item that is not here is not used.
    pub items: BTreeMap<Item, ItemRequest>,
    /// What is particular to the connecting information (CI).
    pub ci: Ci,
    /// The site's own sign-up.
    pub signup: Signup,
    /// The service and its public pages.
    pub service: Service,
    /// How the login is built.
    pub login: Login,
    /// Service terms (서비스 약관) in the order in which the consent screen shows them.
    pub terms: Vec<Term>,
    /// What the site asks on its own page after the consent screen, because Sync cannot hand it over. `#9`.
    pub extra: Vec<ExtraInfo>,
    /// The channel that the consent screen offers to add; one of the linked ones. Rule 32.
    pub channel: Option<ChannelId>,
    /// Refuse accounts that Kakao verified as under 14 ("만 14세 이상 연령 동의"). Rule 86: <https://kakao-tam.tistory.com/105>.
    pub over_14: bool,
    /// Files that prove what the form says.
    pub evidence: Vec<Evidence>,
    /// How channel, business and site belong together; asked while the channel is not a business channel yet.
    pub tie: Tie,
    /// Words pasted from the site, for the check to read.
    pub texts: Texts,
    /// Where a person read a pasted text differently; their reading counts, and the reviewer sees it.
    pub overruled: Vec<Overruled>,
    /// Questions answered with "I don't know yet", by their paths; a finding, never a wall.
    pub not_known: BTreeSet<Subject>,
    /// "What I filled in is what our sign-up really does": has to be ticked to submit, is never ticked beforehand.
    pub declared: bool,
}

/// A service term (서비스 약관). Rule 62.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Term {
    /// Title in Korean.
    pub title_ko: String,
    /// Title in English; may be empty.
    pub title_en: String,
    /// Address of the full text; may be empty for the age term.
    pub url: String,
    /// Identifier that programs use, unique in the app, without comma or space. Rule 63.
    pub tag: String,
    /// Whether people have to agree to it.
    pub required: bool,
}

/// The tag of the term "I am 14 or older". Rule 64: public note 28199725053.
pub const AGE_TERM_TAG: &str = "user_age_check";

/// Something the site asks on its own page after the consent screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ExtraInfo {
    /// What is asked.
    pub name: String,
    /// Whether it has to be given.
    pub required: bool,
    /// Address of the page that asks.
    pub url: String,
}

/// Longest purpose or place of use, in characters. Our judgement; Kakao's own limit is not public.
pub const PURPOSE_CHARS_MAX: usize = 200;
/// Longest justification or CI reason, in characters. Our judgement.
pub const JUSTIFICATION_CHARS_MAX: usize = 500;
/// Longest name, title or provider, in characters. Our judgement.
pub const NAME_CHARS_MAX: usize = 60;
/// Longest address, in characters. Our judgement.
pub const URL_CHARS_MAX: usize = 500;
/// Most redirect URIs. Rule 90: public note 69582275790.
pub const REDIRECT_URIS_MAX: usize = 10;
/// Most terms, extra questions or scopes in one form. Our judgement.
pub const ROWS_MAX: usize = 30;
/// Longest pasted text, in characters. Our judgement: far above the longest privacy policy.
pub const PASTED_CHARS_MAX: usize = 200_000;
/// Most questions that can be "not known yet" at once: more than there are.
pub const NOT_KNOWN_MAX: usize = 200;
/// Most places marked on one file. Our judgement.
pub const MARKS_MAX: usize = 60;
/// No single text may be longer than this, even in a draft, but the pasted ones. Our judgement: a limit against abuse, far above the real ones.
pub const TEXT_CHARS_HARD_MAX: usize = 5_000;

impl Form {
    /// The item as it stands; an item that is not in the form is an empty request.
    pub fn item(&self, item: Item) -> ItemRequest {
        self.items.get(&item).cloned().unwrap_or_default()
    }

    /// The items that are asked for at sign-up or later, in order.
    pub fn used(&self) -> impl Iterator<Item = (Item, &ItemRequest)> {
        Item::ALL
            .into_iter()
            .filter_map(|item| Some((item, self.items.get(&item)?)))
            .filter(|(_, request)| request.stage != Stage::NotUsed)
    }

    /// How many items are asked for as required, and how many as optional.
    pub fn counts(&self) -> (usize, usize) {
        let of = |stage| {
            self.used()
                .filter(|(_, request)| request.stage == stage)
                .count()
        };
        (of(Stage::Required), of(Stage::Optional))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_object_is_a_form_and_an_unknown_field_is_not() {
        assert_eq!(serde_json::from_str::<Form>("{}").unwrap(), Form::default());
        assert!(serde_json::from_str::<Form>(r#"{"itmes":{}}"#).is_err());
    }
}
