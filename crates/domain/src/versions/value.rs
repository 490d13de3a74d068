//! What stands in a field, as something that can be said.

use crate::application::Document;
use crate::business::PrintedBusiness;
use crate::form::{
    BusinessShown, ClientSecret, Form, IfAbsent, LicensedTrade, LoginLibrary, PublicProof,
    ReviewerAccess, SignupKind, Verification, VerificationMoment,
};
use crate::item::{Condition, Item, Moment, Shown, Stage};
use crate::subject::{
    CiField, Field, ItemField, LoginField, ServiceField, SignupField, Subject, TieField,
};

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A text, as it was written.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Several texts.
    List(Vec<String>),
    /// How many, where the things themselves are shown elsewhere.
    Count(usize),
    /// An item.
    Item(Item),
    /// When an item is asked for.
    Stage(Stage),
    /// On which condition it is collected.
    Condition(Condition),
    /// When it is collected.
    Moment(Moment),
    /// How a page names it.
    Shown(Shown),
    /// What happens to somebody without a value.
    IfAbsent(IfAbsent),
    /// How identity is verified.
    Verification(Verification),
    /// When identity is verified.
    VerificationMoment(VerificationMoment),
    /// The kind of sign-up.
    SignupKind(SignupKind),
    /// How a reviewer gets in.
    ReviewerAccess(ReviewerAccess),
    /// Where the business information is shown.
    BusinessShown(BusinessShown),
    /// A trade that needs a licence.
    LicensedTrade(LicensedTrade),
    /// What signs people in.
    LoginLibrary(LoginLibrary),
    /// How the client secret is handled.
    ClientSecret(ClientSecret),
    /// Proofs that everybody can see.
    Proofs(Vec<PublicProof>),
    /// Questions.
    Subjects(Vec<Subject>),
    /// A long text, by its length in characters.
    Characters(usize),
}

pub(super) fn text(text: &str) -> Value {
    match text.trim() {
        "" => Value::Empty,
        text => Value::Text(text.to_owned()),
    }
}

pub(super) fn flag(flag: Option<bool>) -> Value {
    given(flag, Value::Flag)
}

pub(super) fn list(list: Vec<String>) -> Value {
    if list.is_empty() {
        Value::Empty
    } else {
        Value::List(list)
    }
}

/// An answer, if there is one.
fn given<T>(answer: Option<T>, value: fn(T) -> Value) -> Value {
    answer.map_or(Value::Empty, value)
}

fn count(count: usize) -> Value {
    if count == 0 {
        Value::Empty
    } else {
        Value::Count(count)
    }
}

/// What stands in that field.
pub(super) fn value(document: &Document, form: &Form, field: &Field) -> Value {
    match field {
        Field::Items => count(form.used().count()),
        Field::Item(item, field) => item_value(form, *item, *field),
        Field::Ci(field) => match field {
            CiField::PurposeAgreed => Value::Flag(form.ci.purpose_agreed),
            CiField::Reason => text(&form.ci.reason),
            CiField::Verification => given(form.ci.verification, Value::Verification),
            CiField::VerifiedAt => given(form.ci.verified_at, Value::VerificationMoment),
            CiField::Provider => text(&form.ci.provider),
        },
        Field::Signup(field) => match field {
            SignupField::Kind => given(form.signup.kind, Value::SignupKind),
            SignupField::Url => text(&form.signup.url),
            SignupField::OpensWithoutLogin => flag(form.signup.opens_without_login),
            SignupField::ScreenLists => given(form.signup.screen_lists, Value::Shown),
            SignupField::ShowsTerms => flag(form.signup.shows_terms),
        },
        Field::Service(field) => service_value(form, *field),
        Field::Login(field) => login_value(form, *field),
        Field::Tie(field) => tie_value(form, *field),
        Field::Text(which) => match form.texts.get(*which).chars().count() {
            0 => Value::Empty,
            length => Value::Characters(length),
        },
        Field::Overruled => count(form.overruled.len()),
        Field::NotKnown if form.not_known.is_empty() => Value::Empty,
        Field::NotKnown => Value::Subjects(form.not_known.iter().cloned().collect()),
        Field::Terms | Field::Term(..) => list(
            form.terms
                .iter()
                .map(|term| term.title_ko.clone())
                .collect(),
        ),
        Field::Extra | Field::ExtraRow(_) => {
            list(form.extra.iter().map(|extra| extra.name.clone()).collect())
        }
        Field::Channel => {
            let Some(id) = &form.channel else {
                return Value::Empty;
            };
            let channel = document.channels.iter().find(|channel| channel.id == *id);
            text(channel.map_or(id.as_str(), |channel| &channel.name))
        }
        Field::Over14 => Value::Flag(form.over_14),
        Field::Evidence | Field::EvidenceFile(_) => {
            list(form.evidence.iter().map(|file| file.name.clone()).collect())
        }
        Field::Declared => Value::Flag(form.declared),
    }
}

fn item_value(form: &Form, item: Item, field: ItemField) -> Value {
    let asked = form.item(item);
    match field {
        ItemField::Stage => Value::Stage(asked.stage),
        ItemField::Purpose => text(&asked.purpose),
        ItemField::Justification => text(&asked.justification),
        ItemField::CollectIfAbsent => Value::Flag(asked.collect_if_absent),
        ItemField::IfAbsent => given(asked.if_absent, Value::IfAbsent),
        ItemField::OwnCondition => given(asked.own_condition, Value::Condition),
        ItemField::OwnMoment => given(asked.own_moment, Value::Moment),
        ItemField::UsedWhere => text(&asked.used_where),
        ItemField::OnSignupScreen => given(asked.on_signup_screen, Value::Shown),
        ItemField::InPrivacyPolicy => given(asked.in_privacy_policy, Value::Shown),
    }
}

fn service_value(form: &Form, field: ServiceField) -> Value {
    let service = &form.service;
    match field {
        ServiceField::Name => text(&service.name),
        ServiceField::Url => text(&service.url),
        ServiceField::Launched => flag(service.launched),
        ServiceField::UsableWithoutLogin => flag(service.usable_without_login),
        ServiceField::ReviewerAccess => given(service.reviewer_access, Value::ReviewerAccess),
        ServiceField::KakaoButtonVisible => flag(service.kakao_button_visible),
        ServiceField::PrivacyUrl => text(&service.privacy_url),
        ServiceField::TermsUrl => text(&service.terms_url),
        ServiceField::PoliciesPublic => flag(service.policies_public),
        ServiceField::CanWithdraw => flag(service.can_withdraw),
        ServiceField::Withdrawal => text(&service.withdrawal),
        ServiceField::BusinessShownAt => given(service.business_shown_at, Value::BusinessShown),
        ServiceField::BusinessSameOnPages => flag(service.business_same_on_pages),
        ServiceField::BusinessOnSite => printed(&service.business_on_site),
        ServiceField::BusinessOnCertificate => printed(&service.business_on_certificate),
        ServiceField::TestDataPublic => flag(service.test_data_public),
        ServiceField::LicensedTrade => given(service.licensed_trade, Value::LicensedTrade),
        ServiceField::LicenceHolderSame => flag(service.licence_holder_same),
        ServiceField::LaunchDate => given(service.launch_date, |day| Value::Text(day.to_string())),
    }
}

pub(super) fn printed(business: &PrintedBusiness) -> Value {
    let parts = [
        &business.number,
        &business.trade_name,
        &business.representative,
        &business.address,
    ];
    list(
        parts
            .into_iter()
            .filter(|part| !part.trim().is_empty())
            .cloned()
            .collect(),
    )
}

fn login_value(form: &Form, field: LoginField) -> Value {
    let login = &form.login;
    match field {
        LoginField::Library => given(login.library, Value::LoginLibrary),
        LoginField::RedirectUris => list(login.redirect_uris.clone()),
        LoginField::RegisteredRedirectUris => list(login.registered_redirect_uris.clone()),
        LoginField::ScopesSent => list(login.scopes_sent.clone()),
        LoginField::AccountKey => given(login.account_key, Value::Item),
        LoginField::OtherAppsKeys => flag(login.other_apps_keys),
        LoginField::ClientSecret => given(login.client_secret, Value::ClientSecret),
        LoginField::AllowedIpsChecked => flag(login.allowed_ips_checked),
    }
}

fn tie_value(form: &Form, field: TieField) -> Value {
    let tie = &form.tie;
    match field {
        TieField::NameDifferenceReason => text(&tie.name_difference_reason),
        TieField::LinkingSentence => text(&tie.linking_sentence),
        TieField::SentencePublicAt => text(&tie.sentence_public_at),
        TieField::Proofs if tie.proofs.is_empty() => Value::Empty,
        TieField::Proofs => Value::Proofs(tie.proofs.iter().copied().collect()),
        TieField::Introduction => flag(tie.introduction),
        TieField::Posts => flag(tie.posts),
        TieField::SiteLinksToChannel => flag(tie.site_links_to_channel),
        TieField::ChannelLinksToSite => flag(tie.channel_links_to_site),
        TieField::ProductsMatch => flag(tie.products_match),
    }
}
