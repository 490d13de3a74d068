//! Subjects: what a finding points at. One path serves the form's anchors, findings, conflicts and the command line.

use std::fmt;

use crate::form::PastedText;
use crate::id::{ChannelId, EvidenceId};
use crate::item::Item;

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

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }
        impl $name {
            /// All of them, in the order of the form.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// The word in a path.
            pub fn word(self) -> &'static str { match self { $($name::$variant => $word),* } }
            fn from_word(word: &str) -> Option<Self> { Self::ALL.iter().copied().find(|one| one.word() == word) }
        }
    };
}

words! {
    /// A fact of the app that a finding can point at.
    AppFact {
        /// Kind of app.
        Kind = "kind",
        /// Business information.
        Business = "business",
        /// Review of the business information.
        BusinessReview = "business_review",
        /// Icon.
        Icon = "icon",
        /// App name.
        Name = "name",
        /// Company name.
        Company = "company",
        /// Category.
        Category = "category",
        /// The viewer's role on it.
        Role = "role",
        /// Whether the owner's identity was verified.
        IdentityChecked = "identity_checked",
        /// Items that may be used already.
        Permissions = "permissions",
        /// Review of the consent items.
        ItemsReview = "items_review",
        /// Simple signup.
        SimpleSignup = "simple_signup",
    }
}
words! {
    /// Questions about an item.
    ItemField {
        /// Condition asked for.
        Stage = "stage",
        /// Why.
        Purpose = "purpose",
        /// Why it has to be required.
        Justification = "justification",
        /// Collect if absent.
        CollectIfAbsent = "collect_if_absent",
        /// What happens without a value.
        IfAbsent = "if_absent",
        /// Condition of the own sign-up.
        OwnCondition = "own_condition",
        /// Moment of the own collection.
        OwnMoment = "own_moment",
        /// Place of use.
        UsedWhere = "used_where",
        /// On the sign-up screen.
        OnSignupScreen = "on_signup_screen",
        /// In the privacy policy.
        InPrivacyPolicy = "in_privacy_policy",
    }
}
words! {
    /// Questions about CI.
    CiField {
        /// Purpose agreed.
        PurposeAgreed = "purpose_agreed",
        /// Reason.
        Reason = "reason",
        /// Method of verification.
        Verification = "verification",
        /// Moment of verification.
        VerifiedAt = "verified_at",
        /// Agency.
        Provider = "provider",
    }
}
words! {
    /// Questions about the own sign-up.
    SignupField {
        /// Kind.
        Kind = "kind",
        /// Address.
        Url = "url",
        /// Opens without login.
        OpensWithoutLogin = "opens_without_login",
        /// What the screen lists as a whole.
        ScreenLists = "screen_lists",
        /// Terms and policy on the screen.
        ShowsTerms = "shows_terms",
    }
}
words! {
    /// Questions about the service.
    ServiceField {
        /// Name.
        Name = "name",
        /// Address.
        Url = "url",
        /// Launched.
        Launched = "launched",
        /// Usable without login.
        UsableWithoutLogin = "usable_without_login",
        /// Reviewer access.
        ReviewerAccess = "reviewer_access",
        /// Kakao button visible.
        KakaoButtonVisible = "kakao_button_visible",
        /// Privacy policy.
        PrivacyUrl = "privacy_url",
        /// Terms of use.
        TermsUrl = "terms_url",
        /// Both public.
        PoliciesPublic = "policies_public",
        /// Whether members can leave.
        CanWithdraw = "can_withdraw",
        /// Withdrawal.
        Withdrawal = "withdrawal",
        /// Where the business information is shown.
        BusinessShownAt = "business_shown_at",
        /// Same on every page.
        BusinessSameOnPages = "business_same_on_pages",
        /// Business information on the site.
        BusinessOnSite = "business_on_site",
        /// Business information on the certificate.
        BusinessOnCertificate = "business_on_certificate",
        /// Test data in public.
        TestDataPublic = "test_data_public",
        /// Licensed trade.
        LicensedTrade = "licensed_trade",
        /// Holder of the licence.
        LicenceHolderSame = "licence_holder_same",
        /// Launch date.
        LaunchDate = "launch_date",
    }
}
words! {
    /// Questions about the login.
    LoginField {
        /// Library.
        Library = "library",
        /// Redirect URIs in use.
        RedirectUris = "redirect_uris",
        /// Redirect URIs as registered.
        RegisteredRedirectUris = "registered_redirect_uris",
        /// Scopes sent.
        ScopesSent = "scopes_sent",
        /// Account key.
        AccountKey = "account_key",
        /// Keys of another app.
        OtherAppsKeys = "other_apps_keys",
        /// Client secret.
        ClientSecret = "client_secret",
        /// Allowed addresses.
        AllowedIpsChecked = "allowed_ips_checked",
    }
}
words! {
    /// Questions about how channel, business and site belong together.
    TieField {
        /// Why the names differ.
        NameDifferenceReason = "name_difference_reason",
        /// Who runs what.
        LinkingSentence = "linking_sentence",
        /// Where that can be read.
        SentencePublicAt = "sentence_public_at",
        /// Public proofs.
        Proofs = "proofs",
        /// Introduction of the channel.
        Introduction = "introduction",
        /// Posts of the channel.
        Posts = "posts",
        /// Link from the site.
        SiteLinksToChannel = "site_links_to_channel",
        /// Link from the channel.
        ChannelLinksToSite = "channel_links_to_site",
        /// Products fit the business.
        ProductsMatch = "products_match",
    }
}
words! {
    /// Questions about a term.
    TermField {
        /// Korean title.
        TitleKo = "title_ko",
        /// English title.
        TitleEn = "title_en",
        /// Address.
        Url = "url",
        /// Tag.
        Tag = "tag",
        /// Required.
        Required = "required",
    }
}
words! {
    /// The parts of the application, each a page of its own, in order.
    Part {
        /// Items.
        Items = "items",
        /// Proof.
        Proof = "proof",
        /// Terms.
        Terms = "terms",
        /// Extra information.
        Extra = "extra",
        /// Channel on the consent screen.
        Channel = "channel",
        /// Check your answers.
        Check = "check",
    }
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
