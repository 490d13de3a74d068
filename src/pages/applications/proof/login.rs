//! How the login is built: for developers, and folded away, because nobody has to know it to apply.

use domain::form::{Login, LoginLibrary};
use domain::subject::{Field, LoginField};
use leptos::prelude::*;
use text::screens::{evidence, questions};
use ui::Disclosure;

use super::LOGIN;
use super::redirects::Redirects;
use crate::lang::{say, tell};
use crate::pages::applications::draft::use_draft;
use crate::pages::applications::fields::Questions;

/// The questions. Unfolded at first when something was answered or found there, or when the address leads there.
#[component]
pub(super) fn LoginQuestions() -> impl IntoView {
    let draft = use_draft();
    let hash = leptos_router::hooks::use_location().hash;
    let found = |field: Option<&Field>| matches!(field, Some(Field::Login(_)));
    let open = hash.with_untracked(|hash| hash.trim_start_matches('#').starts_with("login-"))
        || draft
            .form
            .with_untracked(|form| form.login != Login::default())
        || draft
            .findings
            .with_untracked(|all| all.iter().any(|one| found(one.subject.field())));
    let lead = say(evidence::login_lead);
    view! {
        <Disclosure summary=say(evidence::login_title) open>
            <p class="hint">{move || lead.get()}</p>
            <Questions fields=LOGIN.map(Field::Login).to_vec() below=Some(below)/>
        </Disclosure>
    }
}

/// What the library sends of its own accord, and the redirect URIs side by side.
fn below(field: &Field) -> Option<AnyView> {
    match field {
        Field::Login(LoginField::Library) => Some(view! { <Adds/> }.into_any()),
        Field::Login(LoginField::RedirectUris) => Some(view! { <Redirects/> }.into_any()),
        _ => None,
    }
}

/// The scopes that the chosen library always sends.
#[component]
fn Adds() -> impl IntoView {
    let added = use_draft().value(|form| form.login.library.map_or(&[][..], LoginLibrary::adds));
    let words = tell(move |lang| questions::library_adds(lang, &added.get().join(", ")));
    view! {
        <Show when=move || !added.get().is_empty()><p class="hint">{move || words.get()}</p></Show>
    }
}
