//! The part "Proof" of the form: the own sign-up, the service and its pages, how the login is built, and the files that show it all.

mod business;
mod file;
mod files;
mod login;
mod matrix;
mod service;
mod upload;

use domain::form::{SignupKind, URL_CHARS_MAX};
use domain::subject::{Field, SignupField};
use leptos::prelude::*;
use text::screens::evidence;
use ui::{InputKind, Panel};

use super::draft::use_draft;
use super::fields::{PickQuestion, TextQuestion, YesNoQuestion};
use crate::lang::say;
use business::Businesses;
use files::Files;
use login::LoginQuestions;
use service::ServiceQuestions;

/// The questions about proof. Reads and edits the draft of the page.
#[component]
pub fn Proof() -> impl IntoView {
    view! {
        <p class="lead">{say(evidence::lead)}</p>
        <Panel title=say(evidence::signup_title)><SignupQuestions/></Panel>
        <Panel title=say(evidence::service_title)><ServiceQuestions/></Panel>
        <Panel title=say(evidence::business_title)><Businesses/></Panel>
        <Panel title=say(evidence::files_title)><Files/></Panel>
        <LoginQuestions/>
    }
}

const KINDS: [SignupKind; 4] = [
    SignupKind::OwnPage,
    SignupKind::AfterOtherSteps,
    SignupKind::SocialOnly,
    SignupKind::AppOnly,
];

/// What the reviewer compares the request with. Rule 56.
#[component]
fn SignupQuestions() -> impl IntoView {
    let kind = use_draft().value(|form| form.signup.kind);
    let has_page = Memo::new(move |_| {
        !matches!(
            kind.get(),
            Some(SignupKind::SocialOnly | SignupKind::AppOnly)
        )
    });
    let picture = say(evidence::signup_picture);
    view! {
        <div class="group">
            <PickQuestion
                field=Field::Signup(SignupField::Kind)
                label=say(evidence::signup_kind)
                all=&KINDS
                word=text::signup_kind
                get=|form| form.signup.kind
                set=|form, kind| form.signup.kind = Some(kind)
            />
            <Show when=move || kind.get().is_some_and(|kind| kind != SignupKind::OwnPage)>
                <p class="hint">{move || picture.get()}</p>
            </Show>
            <Show when=move || has_page.get()>
                <TextQuestion
                    field=Field::Signup(SignupField::Url)
                    label=say(evidence::signup_url)
                    hint=said(evidence::signup_url_hint)
                    kind=InputKind::Url
                    limit=URL_CHARS_MAX
                    get=|form| form.signup.url.clone()
                    set=|form, url| form.signup.url = url
                />
                <YesNoQuestion
                    field=Field::Signup(SignupField::OpensWithoutLogin)
                    label=say(evidence::signup_open)
                    get=|form| form.signup.opens_without_login
                    set=|form, yes| form.signup.opens_without_login = Some(yes)
                />
            </Show>
        </div>
    }
}

/// A sentence for a place where one may be missing.
fn said(sentence: fn(text::Lang) -> &'static str) -> ui::MaybeText {
    let words = say(sentence);
    Signal::derive(move || Some(words.get()))
}
