//! The answers of the form in words: for checking them, for comparing two versions, and for reading only.

use domain::application::ChannelFacts;
use domain::business::PrintedBusiness;
use domain::form::{ExtraInfo, Form, Term};
use domain::item::Item;
use domain::subject::{CiField, Field, ItemField, LoginField, ServiceField, SignupField};
use text::Lang;
use text::screens::{application, shell};

/// What stands in a field, in words; empty when it was not answered. Parts of a list stand for the whole list.
pub fn answer(lang: Lang, form: &Form, channels: &[ChannelFacts], field: &Field) -> String {
    match field {
        Field::Items => {
            let names: Vec<&str> = form
                .used()
                .map(|(item, _)| text::item_short(lang, item))
                .collect();
            text::join(lang, &names)
        }
        Field::Item(item, question) => item_answer(lang, form, *item, *question),
        Field::Ci(question) => match question {
            CiField::PurposeAgreed => tick(lang, form.ci.purpose_agreed),
            CiField::Reason => form.ci.reason.clone(),
            CiField::Verification => word(lang, form.ci.verification, text::verification),
            CiField::VerifiedAt => word(lang, form.ci.verified_at, text::verification_moment),
            CiField::Provider => form.ci.provider.clone(),
        },
        Field::Signup(question) => match question {
            SignupField::Kind => word(lang, form.signup.kind, text::signup_kind),
            SignupField::Url => form.signup.url.clone(),
            SignupField::OpensWithoutLogin => yes_no(lang, form.signup.opens_without_login),
        },
        Field::Service(question) => service_answer(lang, form, *question),
        Field::Login(question) => match question {
            LoginField::RedirectUris => form.login.redirect_uris.join("\n"),
            LoginField::ScopesSent => form.login.scopes_sent.join(", "),
            LoginField::AccountKey => word(lang, form.login.account_key, text::item),
        },
        Field::Terms | Field::Term(..) => lines(form.terms.iter().map(|one| term(lang, one))),
        Field::Extra | Field::ExtraRow(_) => lines(form.extra.iter().map(|one| extra(lang, one))),
        Field::Channel => match &form.channel {
            None => application::channel_representative(lang).to_owned(),
            Some(id) => channels
                .iter()
                .find(|channel| channel.id == *id)
                .map_or_else(|| id.to_string(), |channel| channel.name.clone()),
        },
        Field::Over14 => tick(lang, form.over_14),
        Field::Evidence | Field::EvidenceFile(_) => lines(form.evidence.iter().map(|file| {
            let page = word(lang, file.page, text::evidence_page);
            if page.is_empty() {
                file.name.clone()
            } else {
                format!("{} ({page})", file.name)
            }
        })),
        Field::Declared => tick(lang, form.declared),
    }
}

fn item_answer(lang: Lang, form: &Form, item: Item, question: ItemField) -> String {
    let request = form.item(item);
    match question {
        ItemField::Stage => text::stage(lang, request.stage).to_owned(),
        ItemField::Purpose => request.purpose,
        ItemField::Justification => request.justification,
        ItemField::CollectIfAbsent => tick(lang, request.collect_if_absent),
        ItemField::OwnCondition => word(lang, request.own_condition, text::condition),
        ItemField::OwnMoment => word(lang, request.own_moment, text::moment),
        ItemField::UsedWhere => request.used_where,
        ItemField::OnSignupScreen => word(lang, request.on_signup_screen, text::shown),
        ItemField::InPrivacyPolicy => word(lang, request.in_privacy_policy, text::shown),
    }
}

fn service_answer(lang: Lang, form: &Form, question: ServiceField) -> String {
    let service = &form.service;
    match question {
        ServiceField::Name => service.name.clone(),
        ServiceField::Url => service.url.clone(),
        ServiceField::Launched => yes_no(lang, service.launched),
        ServiceField::UsableWithoutLogin => yes_no(lang, service.usable_without_login),
        ServiceField::ReviewerAccess => word(lang, service.reviewer_access, text::reviewer_access),
        ServiceField::KakaoButtonVisible => yes_no(lang, service.kakao_button_visible),
        ServiceField::PrivacyUrl => service.privacy_url.clone(),
        ServiceField::TermsUrl => service.terms_url.clone(),
        ServiceField::PoliciesPublic => yes_no(lang, service.policies_public),
        ServiceField::Withdrawal => service.withdrawal.clone(),
        ServiceField::BusinessOnSite => business(&service.business_on_site),
        ServiceField::BusinessOnCertificate => business(&service.business_on_certificate),
        ServiceField::LaunchDate => service
            .launch_date
            .map(|date| date.to_string())
            .unwrap_or_default(),
    }
}

fn term(lang: Lang, term: &Term) -> String {
    let stage = if term.required {
        shell::required(lang)
    } else {
        shell::optional(lang)
    };
    let title = if term.title_ko.trim().is_empty() {
        shell::not_entered(lang)
    } else {
        &term.title_ko
    };
    joined(&[
        &format!("[{stage}] {title}"),
        &term.title_en,
        &term.url,
        &term.tag,
    ])
}

fn extra(lang: Lang, extra: &ExtraInfo) -> String {
    let stage = if extra.required {
        shell::required(lang)
    } else {
        shell::optional(lang)
    };
    let name = if extra.name.trim().is_empty() {
        shell::not_entered(lang)
    } else {
        &extra.name
    };
    joined(&[&format!("[{stage}] {name}"), &extra.url])
}

fn business(printed: &PrintedBusiness) -> String {
    joined(&[
        &printed.number,
        &printed.trade_name,
        &printed.representative,
    ])
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.trim().is_empty())
        .collect();
    parts.join(" · ")
}

fn lines(rows: impl Iterator<Item = String>) -> String {
    rows.collect::<Vec<_>>().join("\n")
}

fn word<T>(lang: Lang, value: Option<T>, words: fn(Lang, T) -> &'static str) -> String {
    value
        .map(|value| words(lang, value).to_owned())
        .unwrap_or_default()
}

fn yes_no(lang: Lang, value: Option<bool>) -> String {
    value.map(|yes| tick(lang, yes)).unwrap_or_default()
}

fn tick(lang: Lang, yes: bool) -> String {
    if yes {
        shell::yes(lang).to_owned()
    } else {
        shell::no(lang).to_owned()
    }
}
