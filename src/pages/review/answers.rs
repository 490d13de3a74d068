//! The applicant's answers in words, label and answer side by side.

use domain::business::PrintedBusiness;
use domain::form::{Form, ItemRequest};
use domain::subject::{CiField, ItemField, ServiceField, SignupField};
use text::Lang;
use text::screens::shell;

/// A label and its answer.
pub(super) type Answer = (&'static str, String);

/// What was said of one item, apart from the stage.
pub(super) fn item_answers(lang: Lang, request: &ItemRequest) -> Vec<Answer> {
    let label = |field| text::item_field(lang, field);
    vec![
        (label(ItemField::Purpose), words(lang, &request.purpose)),
        (
            label(ItemField::Justification),
            words(lang, &request.justification),
        ),
        (
            label(ItemField::OwnCondition),
            word(
                lang,
                request.own_condition.map(|of| text::condition(lang, of)),
            ),
        ),
        (
            label(ItemField::OwnMoment),
            word(lang, request.own_moment.map(|of| text::moment(lang, of))),
        ),
        (
            label(ItemField::UsedWhere),
            words(lang, &request.used_where),
        ),
        (
            label(ItemField::OnSignupScreen),
            word(
                lang,
                request.on_signup_screen.map(|of| text::shown(lang, of)),
            ),
        ),
        (
            label(ItemField::InPrivacyPolicy),
            word(
                lang,
                request.in_privacy_policy.map(|of| text::shown(lang, of)),
            ),
        ),
        (
            label(ItemField::CollectIfAbsent),
            yes_no(lang, Some(request.collect_if_absent)),
        ),
    ]
}

/// What was said of the sign-up and the service, apart from addresses.
pub(super) fn service_answers(lang: Lang, form: &Form) -> Vec<Answer> {
    let (signup, service) = (&form.signup, &form.service);
    let label = |field| text::service_field(lang, field);
    vec![
        (
            text::signup_field(lang, SignupField::Kind),
            word(lang, signup.kind.map(|of| text::signup_kind(lang, of))),
        ),
        (
            text::signup_field(lang, SignupField::OpensWithoutLogin),
            yes_no(lang, signup.opens_without_login),
        ),
        (label(ServiceField::Name), words(lang, &service.name)),
        (
            label(ServiceField::Launched),
            yes_no(lang, service.launched),
        ),
        (
            label(ServiceField::UsableWithoutLogin),
            yes_no(lang, service.usable_without_login),
        ),
        (
            label(ServiceField::ReviewerAccess),
            word(
                lang,
                service
                    .reviewer_access
                    .map(|of| text::reviewer_access(lang, of)),
            ),
        ),
        (
            label(ServiceField::KakaoButtonVisible),
            yes_no(lang, service.kakao_button_visible),
        ),
        (
            label(ServiceField::PoliciesPublic),
            yes_no(lang, service.policies_public),
        ),
        (
            label(ServiceField::Withdrawal),
            words(lang, &service.withdrawal),
        ),
        (
            label(ServiceField::BusinessOnCertificate),
            business(lang, &service.business_on_certificate),
        ),
        (
            label(ServiceField::BusinessOnSite),
            business(lang, &service.business_on_site),
        ),
    ]
}

/// What was said of the connecting information.
pub(super) fn ci_answers(lang: Lang, form: &Form) -> Vec<Answer> {
    let label = |field| text::ci_field(lang, field);
    vec![
        (
            label(CiField::PurposeAgreed),
            yes_no(lang, Some(form.ci.purpose_agreed)),
        ),
        (label(CiField::Reason), words(lang, &form.ci.reason)),
        (
            label(CiField::Verification),
            word(
                lang,
                form.ci.verification.map(|of| text::verification(lang, of)),
            ),
        ),
        (
            label(CiField::VerifiedAt),
            word(
                lang,
                form.ci
                    .verified_at
                    .map(|of| text::verification_moment(lang, of)),
            ),
        ),
        (label(CiField::Provider), words(lang, &form.ci.provider)),
    ]
}

/// The pages that can be opened, with their names.
pub(super) fn addresses(lang: Lang, form: &Form) -> Vec<Answer> {
    let label = |field| text::service_field(lang, field);
    vec![
        (
            text::signup_field(lang, SignupField::Url),
            form.signup.url.clone(),
        ),
        (label(ServiceField::Url), form.service.url.clone()),
        (
            label(ServiceField::PrivacyUrl),
            form.service.privacy_url.clone(),
        ),
        (
            label(ServiceField::TermsUrl),
            form.service.terms_url.clone(),
        ),
    ]
}

/// Business information on one line.
pub(super) fn business(lang: Lang, of: &PrintedBusiness) -> String {
    if of.is_empty() {
        return shell::not_entered(lang).to_owned();
    }
    [&of.number, &of.trade_name, &of.representative]
        .map(|part| words(lang, part))
        .join(" · ")
}

fn words(lang: Lang, text: &str) -> String {
    if text.trim().is_empty() {
        shell::not_entered(lang).to_owned()
    } else {
        text.to_owned()
    }
}

fn word(lang: Lang, word: Option<&'static str>) -> String {
    word.unwrap_or_else(|| shell::not_entered(lang)).to_owned()
}

fn yes_no(lang: Lang, answer: Option<bool>) -> String {
    word(
        lang,
        answer.map(|yes| {
            if yes {
                shell::yes(lang)
            } else {
                shell::no(lang)
            }
        }),
    )
}
