//! The questions: which matter now, for what was chosen, in the order a person can answer them. What does not matter is not asked,
//! and what is not asked is not missed.

use crate::application::{Document, Goal};
use crate::channel::ChannelState;
use crate::check;
use crate::form::{BusinessShown, Form, LicensedTrade, PastedText, SignupKind, Verification};
use crate::item::{Condition, Item, Permission, Stage};
use crate::proof::{self, Readings};
use crate::subject::{
    CiField, Field, ItemField, LoginField, ServiceField, SignupField, Subject, TieField,
};

/// The questions to ask, in order.
pub fn asked(document: &Document) -> Vec<Field> {
    let mut out = Vec::new();
    let goal = document.meant();
    if goal != Goal::Channel {
        out.push(Field::Items);
        for (item, request) in document.form.used() {
            item_questions(&document.form, item, request.stage, &mut out);
        }
        ci(&document.form, &mut out);
    }
    if matches!(goal, Goal::Sync | Goal::Items) {
        signup(&document.form, &mut out);
    }
    service(document, &mut out);
    tie(document, &mut out);
    if goal != Goal::Channel {
        login(&document.form, &mut out);
    }
    out.push(Field::Evidence);
    for file in &document.form.evidence {
        out.push(Field::EvidenceFile(file.id.clone()));
    }
    if goal == Goal::Sync {
        out.extend([
            Field::Terms,
            Field::Over14,
            Field::Extra,
            Field::Channel,
            Field::Declared,
        ]);
    }
    out
}

/// Whether that question is asked.
pub fn is_asked(document: &Document, field: &Field) -> bool {
    asked(document).contains(field)
}

/// The questions that are asked, have no answer, and without an answer leave the check in the dark; in order. Those marked as not known
/// yet are among them.
pub fn open(document: &Document, readings: &Readings) -> Vec<Field> {
    asked(document)
        .into_iter()
        .filter(|field| is_open(document, readings, field))
        .collect()
}

fn item_questions(form: &Form, item: Item, stage: Stage, out: &mut Vec<Field>) {
    let reviewed = item.permission() == Permission::Review;
    let request = form.item(item);
    let mut ask = |field| out.push(Field::Item(item, field));
    ask(ItemField::OwnCondition);
    if request.own_condition != Some(Condition::NotCollected) {
        ask(ItemField::OwnMoment);
    }
    ask(ItemField::Purpose);
    ask(ItemField::UsedWhere);
    if stage == Stage::Required && reviewed {
        ask(ItemField::Justification);
    }
    if stage == Stage::Required {
        ask(ItemField::CollectIfAbsent);
    }
    if !request.collect_if_absent && item != Item::Profile {
        ask(ItemField::IfAbsent);
    }
    if reviewed && form.signup.screen_lists != Some(crate::item::Shown::WithCondition) {
        ask(ItemField::OnSignupScreen);
    }
    if reviewed {
        ask(ItemField::InPrivacyPolicy);
    }
}

fn ci(form: &Form, out: &mut Vec<Field>) {
    if form.item(Item::AccountCi).stage == Stage::NotUsed {
        return;
    }
    out.push(Field::Ci(CiField::Verification));
    if form.ci.verification == Some(Verification::Agency) {
        for field in [
            CiField::VerifiedAt,
            CiField::Provider,
            CiField::PurposeAgreed,
            CiField::Reason,
        ] {
            out.push(Field::Ci(field));
        }
    }
}

fn signup(form: &Form, out: &mut Vec<Field>) {
    let mut ask = |field| out.push(Field::Signup(field));
    ask(SignupField::Kind);
    if form.signup.kind != Some(SignupKind::AppOnly) {
        ask(SignupField::Url);
    }
    if !check::is_empty(&form.signup.url) {
        ask(SignupField::OpensWithoutLogin);
    }
    ask(SignupField::ScreenLists);
    ask(SignupField::ShowsTerms);
    out.push(Field::Text(PastedText::SignupScreen));
}

fn service(document: &Document, out: &mut Vec<Field>) {
    let service = &document.form.service;
    let running = service.launched == Some(true);
    let mut ask = |wanted: bool, field| {
        if wanted {
            out.push(Field::Service(field));
        }
    };
    ask(true, ServiceField::Name);
    ask(true, ServiceField::Url);
    ask(true, ServiceField::Launched);
    ask(
        !running || document.meant() == Goal::Login,
        ServiceField::LaunchDate,
    );
    ask(true, ServiceField::UsableWithoutLogin);
    ask(
        service.usable_without_login == Some(false),
        ServiceField::ReviewerAccess,
    );
    ask(running, ServiceField::KakaoButtonVisible);
    ask(running, ServiceField::TestDataPublic);
    ask(true, ServiceField::PrivacyUrl);
    ask(true, ServiceField::TermsUrl);
    ask(true, ServiceField::PoliciesPublic);
    ask(true, ServiceField::CanWithdraw);
    ask(
        service.can_withdraw != Some(false),
        ServiceField::Withdrawal,
    );
    ask(true, ServiceField::BusinessOnCertificate);
    ask(true, ServiceField::BusinessShownAt);
    let shown = service.business_shown_at;
    ask(
        shown != Some(BusinessShown::Nowhere),
        ServiceField::BusinessOnSite,
    );
    ask(
        shown == Some(BusinessShown::EveryPage),
        ServiceField::BusinessSameOnPages,
    );
    ask(true, ServiceField::LicensedTrade);
    ask(
        service
            .licensed_trade
            .is_some_and(LicensedTrade::needs_licence),
        ServiceField::LicenceHolderSame,
    );
    out.push(Field::Text(PastedText::PrivacyPolicy));
    out.push(Field::Text(PastedText::Footer));
}

/// Asked while the channel has not been judged, and about the names only when they are not alike.
fn tie(document: &Document, out: &mut Vec<Field>) {
    let open = document
        .channels
        .iter()
        .any(|channel| channel.state.is_some_and(|s| s != ChannelState::Business))
        || document.meant() == Goal::Channel;
    if !open {
        return;
    }
    let mut ask = |field| out.push(Field::Tie(field));
    if check::names_differ(document) {
        ask(TieField::NameDifferenceReason);
        ask(TieField::LinkingSentence);
        ask(TieField::SentencePublicAt);
        ask(TieField::Proofs);
    }
    for field in [
        TieField::Introduction,
        TieField::Posts,
        TieField::SiteLinksToChannel,
        TieField::ChannelLinksToSite,
        TieField::ProductsMatch,
    ] {
        ask(field);
    }
}

fn login(form: &Form, out: &mut Vec<Field>) {
    let mut ask = |field| out.push(Field::Login(field));
    ask(LoginField::Library);
    ask(LoginField::ScopesSent);
    ask(LoginField::RegisteredRedirectUris);
    ask(LoginField::RedirectUris);
    if form.used().next().is_some() {
        ask(LoginField::AccountKey);
    }
    ask(LoginField::ClientSecret);
    ask(LoginField::AllowedIpsChecked);
    ask(LoginField::OtherAppsKeys);
}

/// Whether the question has no answer and the check misses it. Empty texts have findings of their own; what only developers know, and what
/// most applications do not need, is never missed.
fn is_open(document: &Document, readings: &Readings, field: &Field) -> bool {
    let form = &document.form;
    match field {
        Field::Item(item, question) => {
            let request = form.item(*item);
            match question {
                ItemField::OwnCondition => request.own_condition.is_none(),
                ItemField::OwnMoment => request.own_moment.is_none(),
                ItemField::OnSignupScreen => proof::screen(form, readings, *item).is_none(),
                ItemField::InPrivacyPolicy => proof::policy(form, readings, *item).is_none(),
                _ => false,
            }
        }
        Field::Ci(CiField::Verification) => form.ci.verification.is_none(),
        Field::Ci(CiField::VerifiedAt) => form.ci.verified_at.is_none(),
        Field::Signup(SignupField::Kind) => form.signup.kind.is_none(),
        Field::Signup(SignupField::OpensWithoutLogin) => form.signup.opens_without_login.is_none(),
        Field::Service(question) => {
            let service = &form.service;
            match question {
                ServiceField::Launched => service.launched.is_none(),
                ServiceField::UsableWithoutLogin => service.usable_without_login.is_none(),
                ServiceField::PoliciesPublic => service.policies_public.is_none(),
                ServiceField::BusinessOnCertificate => service.business_on_certificate.is_empty(),
                ServiceField::BusinessShownAt => {
                    service.business_shown_at.is_none() && service.business_on_site.is_empty()
                }
                ServiceField::LicenceHolderSame => service.licence_holder_same.is_none(),
                _ => false,
            }
        }
        Field::Tie(question) => {
            let tie = &form.tie;
            match question {
                TieField::Introduction => tie.introduction.is_none(),
                TieField::Posts => tie.posts.is_none(),
                TieField::SiteLinksToChannel => tie.site_links_to_channel.is_none(),
                TieField::ProductsMatch => tie.products_match.is_none(),
                _ => false,
            }
        }
        Field::EvidenceFile(id) => form
            .evidence
            .iter()
            .any(|file| file.id == *id && (file.kind.is_none() || file.page.is_none())),
        _ => false,
    }
}

/// Whether somebody said that they do not know this yet.
pub fn is_not_known(form: &Form, field: &Field) -> bool {
    !form.not_known.is_empty() && form.not_known.contains(&Subject::Form(field.clone()))
}
