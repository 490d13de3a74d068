//! The part "Proof" of the form: the own sign-up, what reviewers can open, the business as printed, and the files that show it all.

mod business;
mod file;
mod files;
mod login;
mod matrix;
mod redirects;
mod texts;
mod upload;

use domain::form::SignupKind;
use domain::subject::{Field, LoginField, ServiceField, SignupField};
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, questions};
use ui::Panel;

use super::draft::use_draft;
use super::fields::{Below, OtherQuestions, Questions, shown};
use super::seen::Coverage;
use crate::lang::say;
use business::Business;
use files::Files;
use login::LoginQuestions;
use texts::Texts;

/// The questions about proof, in calm sections. Reads and edits the draft of the page.
#[component]
pub fn Proof() -> impl IntoView {
    let signup = SignupField::ALL.iter().map(|of| Field::Signup(*of));
    let services = |all: &[ServiceField]| all.iter().map(|of| Field::Service(*of)).collect();
    view! {
        <p class="lead">{say(evidence::lead)}</p>
        <Section title=evidence::signup_title fields=signup.collect() below=Some(below_kind)/>
        <Section title=questions::open_title fields=services(&OPEN)/>
        <Texts/>
        <Business/>
        <Section title=questions::licence_title fields=services(&LICENCE)/>
        <Section title=questions::withdrawal_title fields=services(&WITHDRAWAL)/>
        <Panel title=say(evidence::files_title)><Files/></Panel>
        <Coverage/>
        <LoginQuestions/>
        <OtherQuestions/>
    }
    .into_any()
}

/// What a reviewer can open.
const OPEN: [ServiceField; 11] = [
    ServiceField::Name,
    ServiceField::Url,
    ServiceField::Launched,
    ServiceField::LaunchDate,
    ServiceField::UsableWithoutLogin,
    ServiceField::ReviewerAccess,
    ServiceField::KakaoButtonVisible,
    ServiceField::TestDataPublic,
    ServiceField::PrivacyUrl,
    ServiceField::TermsUrl,
    ServiceField::PoliciesPublic,
];
const LICENCE: [ServiceField; 2] = [ServiceField::LicensedTrade, ServiceField::LicenceHolderSame];
const WITHDRAWAL: [ServiceField; 2] = [ServiceField::CanWithdraw, ServiceField::Withdrawal];
/// For developers, in the order in which somebody who builds a login meets them.
const LOGIN: [LoginField; 8] = [
    LoginField::Library,
    LoginField::ScopesSent,
    LoginField::RegisteredRedirectUris,
    LoginField::RedirectUris,
    LoginField::AccountKey,
    LoginField::ClientSecret,
    LoginField::AllowedIpsChecked,
    LoginField::OtherAppsKeys,
];

/// Questions under a heading; nothing when none of them matters.
#[component]
fn Section(
    title: fn(Lang) -> &'static str,
    fields: Vec<Field>,
    /// What stands below a question, where there is more to see.
    #[prop(optional_no_strip)]
    below: Option<Below>,
) -> impl IntoView {
    let any = shown(use_draft(), fields.clone());
    let fields = StoredValue::new(fields);
    view! {
        <Show when=move || !any.with(Vec::is_empty)>
            <Panel title=say(title)><Questions fields=fields.get_value() below/></Panel>
        </Show>
    }
    .into_any()
}

/// What a reviewer needs instead, where the sign-up has no page of its own.
fn below_kind(field: &Field) -> Option<AnyView> {
    if *field != Field::Signup(SignupField::Kind) {
        return None;
    }
    let elsewhere = use_draft().value(|form| {
        let kind = form.signup.kind;
        kind.is_some_and(|kind| kind != SignupKind::OwnPage)
    });
    let words = say(evidence::signup_picture);
    Some(
        view! { <Show when=move || elsewhere.get()><p class="hint">{move || words.get()}</p></Show> }
            .into_any(),
    )
}

/// A sentence for a place where one may be missing.
fn said(sentence: fn(Lang) -> &'static str) -> ui::MaybeText {
    let words = say(sentence);
    Signal::derive(move || Some(words.get()))
}
