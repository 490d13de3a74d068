//! The form: everything an applicant fills in. Every part may be empty, for a draft is saved while it is being written.
//!
//! `None` and the empty text mean "not answered yet". Nothing here is checked while reading but its shape: `check` says what is wrong.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::business::PrintedBusiness;
use crate::evidence::Evidence;
use crate::id::ChannelId;
use crate::item::{Condition, Item, Moment, Shown, Stage};
use crate::time::Date;

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
    /// "What I filled in is what our sign-up really does": has to be ticked to submit, is never ticked beforehand.
    pub declared: bool,
}

/// One item as it is asked for, and what the site's own sign-up does with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ItemRequest {
    /// The condition on which the item is asked for from Kakao.
    pub stage: Stage,
    /// Why the service needs it; shown to the reviewer. At most [`PURPOSE_CHARS_MAX`] characters.
    pub purpose: String,
    /// For a required item: why the service is impossible without it. At most [`JUSTIFICATION_CHARS_MAX`] characters.
    pub justification: String,
    /// Ask people for the value when their Kakao account does not hold it ("카카오계정으로 정보 수집 후 제공").
    pub collect_if_absent: bool,
    /// On which condition the site's own sign-up collects the item.
    pub own_condition: Option<Condition>,
    /// At which moment the site collects it.
    pub own_moment: Option<Moment>,
    /// Where in the service the item is used. At most [`PURPOSE_CHARS_MAX`] characters.
    pub used_where: String,
    /// How the sign-up screen names it.
    pub on_signup_screen: Option<Shown>,
    /// How the privacy policy names it.
    pub in_privacy_policy: Option<Shown>,
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

/// The service and its public pages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Service {
    /// Name of the service.
    pub name: String,
    /// Address of the service.
    pub url: String,
    /// Whether it runs today.
    pub launched: Option<bool>,
    /// Whether it can be looked at without signing in.
    pub usable_without_login: Option<bool>,
    /// How a reviewer gets in when it cannot.
    pub reviewer_access: Option<ReviewerAccess>,
    /// Whether the Kakao login button can be seen on the site.
    pub kakao_button_visible: Option<bool>,
    /// Address of the privacy policy (개인정보처리방침).
    pub privacy_url: String,
    /// Address of the site's terms of use.
    pub terms_url: String,
    /// Whether both open without signing in.
    pub policies_public: Option<bool>,
    /// How members leave: a path in words or an address.
    pub withdrawal: String,
    /// Business information as the site prints it.
    pub business_on_site: PrintedBusiness,
    /// Business information as the registration certificate prints it.
    pub business_on_certificate: PrintedBusiness,
    /// Where no launch date is set, nothing is said about time.
    pub launch_date: Option<Date>,
}

/// How a reviewer gets to see a service that needs an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReviewerAccess {
    /// No way in.
    None,
    /// An account of the service itself.
    TestAccount,
    /// A shared Kakao account; Kakao asks for a second proof, so it does not work.
    SharedKakaoAccount,
    /// Pictures of the whole flow.
    FlowCaptures,
}

/// How the login is built. For developers; nothing here has to be known to start.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Login {
    /// Redirect URIs in use, at most ten. Rule 90.
    pub redirect_uris: Vec<String>,
    /// Scope IDs that the code really sends; some login libraries add their own.
    pub scopes_sent: Vec<String>,
    /// The item by which the site tells accounts apart, if it is one of these and not Kakao's member number.
    pub account_key: Option<Item>,
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
/// No single text may be longer than this, even in a draft. Our judgement: a limit against abuse, far above the real ones.
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

/// Whether a text is a web address: `http` or `https`, a host with a dot or `localhost`, no spaces.
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.trim().split_once("://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|b| b.is_ascii_digit()) {
            name
        } else {
            host
        }
    });
    matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https")
        && !text.trim().contains(char::is_whitespace)
        && !host.is_empty()
        && !host.contains('@')
        && (host.contains('.') || host == "localhost")
        && !host.starts_with('.')
        && !host.ends_with('.')
}

/// Whether a web address can be opened by somebody else: not a machine's own name or a private one.
pub fn is_public_address(text: &str) -> bool {
    let host = text.trim().split_once("://").map_or("", |(_, rest)| rest);
    let host = host
        .split(['/', ':', '?', '#'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let last = host.rsplit('.').next().unwrap_or_default();
    is_web_address(text)
        && !matches!(last, "localhost" | "local")
        && !["127.", "10.", "192.168.", "0."]
            .iter()
            .any(|start| host.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_object_is_a_form_and_an_unknown_field_is_not() {
        assert_eq!(serde_json::from_str::<Form>("{}").unwrap(), Form::default());
        assert!(serde_json::from_str::<Form>(r#"{"itmes":{}}"#).is_err());
    }

    #[test]
    fn web_addresses() {
        for good in [
            "https://byeolha.example/join",
            "http://가입.example",
            "https://a.b:8080/x?y",
        ] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "",
            "byeolha.example",
            "ftp://a.b",
            "https://",
            "https://a b.c",
            "javascript://a.b\n",
            "https://u@a.b",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
        assert!(is_public_address("https://byeolha.example"));
        for private in [
            "http://localhost:3000",
            "http://127.0.0.1",
            "http://192.168.0.2",
            "http://me.local",
        ] {
            assert!(!is_public_address(private), "{private}");
        }
    }
}
