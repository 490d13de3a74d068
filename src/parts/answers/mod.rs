//! The answers of the form in words: for checking them, for comparing two versions, and for reading only.

mod part;

use domain::application::ChannelFacts;
use domain::business::PrintedBusiness;
use domain::form::{ExtraInfo, Form, Term};
use domain::item::Item;
use domain::subject::{
    CiField, Field, ItemField, LoginField, ServiceField, SignupField, Subject, TieField,
};
use text::Lang;
use text::screens::{application, evidence, questions, shell};

pub use part::{Line, lines};

/// Characters of a pasted text that are shown among the answers.
const PASTED_SHOWN: usize = 300;

/// What stands in a field, in words: the answer, that nobody knows it yet, or that nothing was entered.
pub fn said(lang: Lang, form: &Form, channels: &[ChannelFacts], field: &Field) -> String {
    let words = answer(lang, form, channels, field);
    if !words.trim().is_empty() {
        words
    } else if is_unknown(form, field) {
        questions::not_known_button(lang).to_owned()
    } else {
        shell::not_entered(lang).to_owned()
    }
}

/// Whether somebody said of the question that they do not know yet.
pub fn is_unknown(form: &Form, field: &Field) -> bool {
    !form.not_known.is_empty() && form.not_known.contains(&Subject::Form(field.clone()))
}

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
            SignupField::ScreenLists => word(lang, form.signup.screen_lists, text::shown),
            SignupField::ShowsTerms => yes_no(lang, form.signup.shows_terms),
        },
        Field::Service(question) => service_answer(lang, form, *question),
        Field::Login(question) => match question {
            LoginField::RedirectUris => form.login.redirect_uris.join("\n"),
            LoginField::ScopesSent => form.login.scopes_sent.join(", "),
            LoginField::AccountKey => word(lang, form.login.account_key, text::item),
            LoginField::Library => word(lang, form.login.library, text::login_library),
            LoginField::RegisteredRedirectUris => form.login.registered_redirect_uris.join("\n"),
            LoginField::OtherAppsKeys => yes_no(lang, form.login.other_apps_keys),
            LoginField::ClientSecret => word(lang, form.login.client_secret, text::client_secret),
            LoginField::AllowedIpsChecked => yes_no(lang, form.login.allowed_ips_checked),
        },
        Field::Terms | Field::Term(..) => stacked(form.terms.iter().map(|one| term(lang, one))),
        Field::Extra | Field::ExtraRow(_) => stacked(form.extra.iter().map(|one| extra(lang, one))),
        Field::Channel => match &form.channel {
            None => application::channel_representative(lang).to_owned(),
            Some(id) => channels
                .iter()
                .find(|channel| channel.id == *id)
                .map_or_else(|| id.to_string(), |channel| channel.name.clone()),
        },
        Field::Over14 => tick(lang, form.over_14),
        Field::Evidence | Field::EvidenceFile(_) => stacked(form.evidence.iter().map(|file| {
            let marks = if file.marks.is_empty() {
                String::new()
            } else {
                evidence::marks(lang, file.marks.len())
            };
            let facts = joined(&[
                &word(lang, file.kind, text::evidence_kind),
                &word(lang, file.page, text::evidence_page),
                if file.production == Some(false) {
                    evidence::not_live(lang)
                } else {
                    ""
                },
                &marks,
            ]);
            if facts.is_empty() {
                file.name.clone()
            } else {
                format!("{} ({facts})", file.name)
            }
        })),
        Field::Tie(question) => tie_answer(lang, form, *question),
        Field::Text(which) => form.texts.get(*which).chars().take(PASTED_SHOWN).collect(),
        Field::Overruled => stacked(form.overruled.iter().map(|one| {
            format!(
                "{}: {}",
                text::item(lang, one.item),
                text::shown(lang, one.shown)
            )
        })),
        Field::NotKnown => stacked(form.not_known.iter().map(|path| text::subject(lang, path))),
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
        ItemField::IfAbsent => word(lang, request.if_absent, text::if_absent),
        ItemField::OwnCondition => word(lang, request.own_condition, text::condition),
        ItemField::OwnMoment => word(lang, request.own_moment, text::moment),
        ItemField::UsedWhere => request.used_where,
        ItemField::OnSignupScreen => word(lang, request.on_signup_screen, text::shown),
        ItemField::InPrivacyPolicy => word(lang, request.in_privacy_policy, text::shown),
    }
}

fn tie_answer(lang: Lang, form: &Form, question: TieField) -> String {
    let tie = &form.tie;
    match question {
        TieField::NameDifferenceReason => tie.name_difference_reason.clone(),
        TieField::LinkingSentence => tie.linking_sentence.clone(),
        TieField::SentencePublicAt => tie.sentence_public_at.clone(),
        TieField::Proofs => stacked(
            tie.proofs
                .iter()
                .map(|proof| text::public_proof(lang, *proof).to_owned()),
        ),
        TieField::Introduction => yes_no(lang, tie.introduction),
        TieField::Posts => yes_no(lang, tie.posts),
        TieField::SiteLinksToChannel => yes_no(lang, tie.site_links_to_channel),
        TieField::ChannelLinksToSite => yes_no(lang, tie.channel_links_to_site),
        TieField::ProductsMatch => yes_no(lang, tie.products_match),
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
        ServiceField::CanWithdraw => yes_no(lang, service.can_withdraw),
        ServiceField::BusinessShownAt => {
            word(lang, service.business_shown_at, text::business_shown)
        }
        ServiceField::BusinessSameOnPages => yes_no(lang, service.business_same_on_pages),
        ServiceField::TestDataPublic => yes_no(lang, service.test_data_public),
        ServiceField::LicensedTrade => word(lang, service.licensed_trade, text::licensed_trade),
        ServiceField::LicenceHolderSame => yes_no(lang, service.licence_holder_same),
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

/// Business information on one line; empty when there is none.
pub fn business(printed: &PrintedBusiness) -> String {
    joined(&[
        &printed.number,
        &printed.trade_name,
        &printed.representative,
        &printed.address,
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

fn stacked(rows: impl Iterator<Item = String>) -> String {
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
