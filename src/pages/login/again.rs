//! Signing in over a page that stays as it is. Its code comes with that of the sign-in page.

use leptos::prelude::*;

use crate::parts::sign_in::SignIn;

/// The ways in, for the dialog over an open page.
#[component]
pub fn SignInAgain() -> impl IntoView {
    view! { <SignIn/> }.into_any()
}
