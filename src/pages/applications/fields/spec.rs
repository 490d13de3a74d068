//! How each question is asked: its words, its hint, and the control it is answered with.

use domain::form::{JUSTIFICATION_CHARS_MAX, NAME_CHARS_MAX, PURPOSE_CHARS_MAX, URL_CHARS_MAX};
use domain::subject::{
    CiField, Field, ItemField, LoginField, ServiceField, SignupField, TermField, TieField,
};
use text::Lang;
use text::screens::{application, evidence, questions, shell};

use super::options::*;

/// A fixed sentence.
type Sentence = fn(Lang) -> &'static str;
/// The answers in words, in order.
type Words = fn(Lang) -> Vec<&'static str>;

/// The control.
#[derive(Clone, Copy)]
pub(super) enum How {
    /// One line of words, so long at most.
    Line(usize),
    /// Several lines of words, so long at most.
    Lines(usize),
    /// A web address.
    Address,
    /// One entry on each line.
    List,
    /// A day.
    Day,
    /// A business registration number.
    Number,
    /// One of few, below each other.
    Pick(Words),
    /// One of few, side by side.
    Row(Words),
    /// One of many, with the words for none.
    Select(Sentence, Words),
    /// Any of several.
    Several(Words),
    /// Something to tick.
    Tick,
}

/// A question.
pub(super) struct Spec {
    pub label: Sentence,
    pub hint: Option<Sentence>,
    pub how: How,
    /// Whether "I don't know yet" is an answer. Not so for what one only agrees to, for rows of a list, and for parts of an answer.
    pub open: bool,
}

/// How the question at that field is asked; `part` tells controls apart that share a field.
pub(super) fn spec(field: &Field, part: &str) -> Spec {
    let (label, how): (Sentence, How) = match field {
        Field::Item(_, of) => item(*of),
        Field::Ci(of) => ci(*of),
        Field::Signup(of) => signup(*of),
        Field::Service(of) => service(*of, part),
        Field::Login(of) => login(*of),
        Field::Tie(of) => tie(*of),
        Field::Term(_, of) => match of {
            TermField::TitleKo => (application::term_title_ko, How::Line(NAME_CHARS_MAX)),
            TermField::TitleEn => (application::term_title_en, How::Line(NAME_CHARS_MAX)),
            TermField::Url => (application::term_url, How::Address),
            TermField::Tag => (application::term_tag, How::Line(NAME_CHARS_MAX)),
            TermField::Required => (application::term_required, How::Tick),
        },
        Field::ExtraRow(_) => match part {
            "url" => (application::extra_url, How::Address),
            "required" => (application::extra_required, How::Tick),
            _ => (application::extra_name, How::Line(NAME_CHARS_MAX)),
        },
        Field::Over14 => (application::over_14, How::Tick),
        _ => (application::declare, How::Tick),
    };
    let open = match field {
        Field::Item(_, of) => *of != ItemField::Stage,
        Field::Ci(of) => *of != CiField::PurposeAgreed,
        Field::Signup(_) | Field::Service(_) | Field::Login(_) | Field::Tie(_) => part.is_empty(),
        _ => false,
    };
    Spec {
        label,
        hint: hint(field, part),
        how,
        open,
    }
}

fn hint(field: &Field, part: &str) -> Option<Sentence> {
    Some(match (field, part) {
        (Field::Item(_, ItemField::Purpose), _) => application::item_purpose_hint,
        (Field::Item(_, ItemField::UsedWhere), _) => application::item_used_where_hint,
        (Field::Item(_, ItemField::CollectIfAbsent), _) => application::item_collect_hint,
        (Field::Signup(SignupField::Url), _) => evidence::signup_url_hint,
        (Field::Signup(SignupField::ScreenLists), _) => questions::signup_lists_hint,
        (Field::Service(ServiceField::Withdrawal), _) => evidence::withdrawal_hint,
        (Field::Service(ServiceField::LaunchDate), _) => evidence::launch_date_hint,
        (Field::Service(ServiceField::LicensedTrade), _) => questions::licensed_trade_hint,
        (Field::Login(LoginField::RedirectUris), _) => evidence::one_per_line,
        (Field::Login(LoginField::RegisteredRedirectUris), _) => questions::registered_uris_hint,
        (Field::Login(LoginField::ScopesSent), _) => questions::scopes_hint,
        (Field::Tie(TieField::NameDifferenceReason), _) => questions::tie_reason_hint,
        (Field::Tie(TieField::LinkingSentence), _) => questions::tie_sentence_hint,
        (Field::Tie(TieField::Proofs), _) => questions::tie_proofs_hint,
        (Field::Term(_, TermField::Tag), _) => application::term_tag_hint,
        (Field::Over14, _) => application::over_14_hint,
        _ => return None,
    })
}

const YES_OR_NO: How = How::Row(|lang| vec![shell::yes(lang), shell::no(lang)]);

fn item(of: ItemField) -> (Sentence, How) {
    use ItemField as Q;
    match of {
        Q::Stage => (
            application::item_stage,
            How::Row(|lang| words(lang, &STAGES, text::stage)),
        ),
        Q::Purpose => (application::item_purpose, How::Lines(PURPOSE_CHARS_MAX)),
        Q::Justification => (
            application::item_justification,
            How::Lines(JUSTIFICATION_CHARS_MAX),
        ),
        Q::CollectIfAbsent => (application::item_collect, How::Tick),
        Q::IfAbsent => (
            questions::item_if_absent,
            How::Row(|lang| words(lang, &IF_ABSENT, text::if_absent)),
        ),
        Q::OwnCondition => (
            application::item_own_condition,
            How::Row(|lang| words(lang, &CONDITIONS, text::condition)),
        ),
        Q::OwnMoment => (
            application::item_own_moment,
            How::Row(|lang| words(lang, &MOMENTS, text::moment)),
        ),
        Q::UsedWhere => (application::item_used_where, How::Line(PURPOSE_CHARS_MAX)),
        Q::OnSignupScreen => (application::item_on_screen, SELECT_SHOWN),
        Q::InPrivacyPolicy => (application::item_in_policy, SELECT_SHOWN),
    }
}

const PICK_SHOWN: How = How::Pick(|lang| words(lang, &SHOWN, text::shown));
/// The same on one line, for it is asked of many items.
const SELECT_SHOWN: How = How::Select(evidence::choose_one, |lang| {
    words(lang, &SHOWN, text::shown)
});

fn ci(of: CiField) -> (Sentence, How) {
    use CiField as Q;
    match of {
        Q::PurposeAgreed => (application::ci_agree, How::Tick),
        Q::Reason => (
            |lang| text::ci_field(lang, Q::Reason),
            How::Lines(JUSTIFICATION_CHARS_MAX),
        ),
        Q::Verification => (
            |lang| text::ci_field(lang, Q::Verification),
            How::Pick(|lang| words(lang, &VERIFICATIONS, text::verification)),
        ),
        Q::VerifiedAt => (
            |lang| text::ci_field(lang, Q::VerifiedAt),
            How::Row(|lang| words(lang, &VERIFIED_AT, text::verification_moment)),
        ),
        Q::Provider => (
            |lang| text::ci_field(lang, Q::Provider),
            How::Line(NAME_CHARS_MAX),
        ),
    }
}

fn signup(of: SignupField) -> (Sentence, How) {
    use SignupField as Q;
    match of {
        Q::Kind => (
            evidence::signup_kind,
            How::Pick(|lang| words(lang, &SIGNUP_KINDS, text::signup_kind)),
        ),
        Q::Url => (evidence::signup_url, How::Address),
        Q::OpensWithoutLogin => (evidence::signup_open, YES_OR_NO),
        Q::ScreenLists => (questions::signup_lists, PICK_SHOWN),
        Q::ShowsTerms => (questions::signup_terms, YES_OR_NO),
    }
}

fn service(of: ServiceField, part: &str) -> (Sentence, How) {
    use ServiceField as Q;
    match of {
        Q::Name => (evidence::service_name, How::Line(NAME_CHARS_MAX)),
        Q::Url => (evidence::service_url, How::Address),
        Q::Launched => (evidence::service_launched, YES_OR_NO),
        Q::UsableWithoutLogin => (evidence::service_open, YES_OR_NO),
        Q::ReviewerAccess => (
            evidence::reviewer_access,
            How::Pick(|lang| words(lang, &ACCESS, text::reviewer_access)),
        ),
        Q::KakaoButtonVisible => (evidence::button_visible, YES_OR_NO),
        Q::PrivacyUrl => (evidence::privacy_url, How::Address),
        Q::TermsUrl => (evidence::terms_url, How::Address),
        Q::PoliciesPublic => (evidence::policies_open, YES_OR_NO),
        Q::CanWithdraw => (questions::can_withdraw, YES_OR_NO),
        Q::Withdrawal => (evidence::withdrawal, How::Line(PURPOSE_CHARS_MAX)),
        Q::BusinessShownAt => (
            questions::business_shown,
            How::Pick(|lang| words(lang, &BUSINESS_SHOWN, text::business_shown)),
        ),
        Q::BusinessSameOnPages => (questions::business_same, YES_OR_NO),
        Q::BusinessOnSite => (questions::printed_site, printed(part)),
        Q::BusinessOnCertificate => (questions::printed_certificate, printed(part)),
        Q::TestDataPublic => (questions::test_data, YES_OR_NO),
        Q::LicensedTrade => (
            questions::licensed_trade,
            How::Select(evidence::choose_one, |lang| {
                words(lang, &TRADES, text::licensed_trade)
            }),
        ),
        Q::LicenceHolderSame => (questions::licence_same, YES_OR_NO),
        Q::LaunchDate => (evidence::launch_date, How::Day),
    }
}

fn printed(part: &str) -> How {
    match part {
        "number" => How::Number,
        "address" => How::Line(PURPOSE_CHARS_MAX),
        _ => How::Line(NAME_CHARS_MAX),
    }
}

fn login(of: LoginField) -> (Sentence, How) {
    use LoginField as Q;
    match of {
        Q::Library => (
            questions::library,
            How::Select(evidence::choose_one, |lang| {
                words(lang, &LIBRARIES, text::login_library)
            }),
        ),
        Q::RedirectUris => (questions::used_uris, How::List),
        Q::RegisteredRedirectUris => (questions::registered_uris, How::List),
        Q::ScopesSent => (evidence::scopes_sent, How::List),
        Q::AccountKey => (
            evidence::account_key,
            How::Select(evidence::account_key_number, |lang| {
                words(lang, &ITEMS, text::item)
            }),
        ),
        Q::OtherAppsKeys => (questions::other_keys, YES_OR_NO),
        Q::ClientSecret => (
            questions::client_secret,
            How::Pick(|lang| words(lang, &SECRETS, text::client_secret)),
        ),
        Q::AllowedIpsChecked => (questions::allowed_ips, YES_OR_NO),
    }
}

fn tie(of: TieField) -> (Sentence, How) {
    use TieField as Q;
    match of {
        Q::NameDifferenceReason => (questions::tie_reason, How::Lines(PURPOSE_CHARS_MAX)),
        Q::LinkingSentence => (questions::tie_sentence, How::Lines(PURPOSE_CHARS_MAX)),
        Q::SentencePublicAt => (questions::tie_public, How::Address),
        Q::Proofs => (
            questions::tie_proofs,
            How::Several(|lang| words(lang, &PROOFS, text::public_proof)),
        ),
        Q::Introduction => (questions::tie_introduction, YES_OR_NO),
        Q::Posts => (questions::tie_posts, YES_OR_NO),
        Q::SiteLinksToChannel => (questions::tie_site_links, YES_OR_NO),
        Q::ChannelLinksToSite => (questions::tie_channel_links, YES_OR_NO),
        Q::ProductsMatch => (questions::tie_products, YES_OR_NO),
    }
}

/// The words for each of the answers.
fn words<T: Copy>(lang: Lang, all: &[T], word: fn(Lang, T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| word(lang, *one)).collect()
}

/// Longest address, in characters.
pub(super) const ADDRESS_CHARS_MAX: usize = URL_CHARS_MAX;
