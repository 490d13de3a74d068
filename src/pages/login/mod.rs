//! Sign-in, and choosing another identity. Here one comes back from a provider, and here an invitation leads.

mod again;
mod arrived;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use text::screens::login;

use crate::api::use_api;
use crate::lang::tell;
use crate::layout::Page;
use crate::parts::failure::FailurePanel;
use crate::parts::sign_in::SignIn;
use crate::path;
use crate::session::{Who, use_session};
pub use again::SignInAgain;
use arrived::{Arrived, use_invitation};
use domain::account::SignInProblem;

/// Stands at its own address, and at every address for whoever is not signed in.
#[component]
pub fn LoginPage() -> impl IntoView {
    let (api, session) = (use_api(), use_session());
    let (location, query, navigate) = (use_location(), use_query_map(), use_navigate());
    // What was wanted: the address that one is sent back to; at any other address than the sign-in's own, that one.
    let back = Signal::derive(move || {
        let here = location.pathname.get();
        if here != path::login(None) {
            return path::with_search(&here, &location.search.get()) + &location.hash.get();
        }
        let wanted = query.with(|query| query.get("back")).unwrap_or_default();
        path::back(&wanted).map_or_else(|| path::home(None), str::to_owned)
    });
    let on_done = move |()| {
        // At any other address the screen that was wanted appears by itself.
        if location.pathname.get_untracked() != path::login(None) {
            return;
        }
        let wanted = query
            .with_untracked(|query| query.get("back"))
            .unwrap_or_default();
        let to = path::back(&wanted).map_or_else(|| path::home(None), str::to_owned);
        let navigate = navigate.clone();
        // Another person gets every screen anew, and the router has to be there before it can be sent somewhere.
        request_animation_frame(move || {
            navigate(
                &to,
                NavigateOptions {
                    resolve: false,
                    replace: true,
                    ..NavigateOptions::default()
                },
            );
        });
    };
    let problem = Memo::new(move |_| {
        let word = query.with(|query| query.get("error")).unwrap_or_default();
        SignInProblem::parse(&word)
    });
    let invitation = use_invitation();
    let is_switch = Memo::new(move |_| session.me().is_some());
    // The provider would take the account again that did not get in, or that one wants to change. Where it calls it off, it may be that
    // account which it does not let in.
    let other = Signal::derive(move || {
        use SignInProblem::{Cancelled, Disabled, UnknownAccount};
        let is_refused = matches!(problem.get(), Some(Cancelled | UnknownAccount | Disabled));
        is_switch.get() || is_refused
    });
    let title = tell(move |lang| {
        if is_switch.get() {
            login::switch_title(lang)
        } else {
            login::title(lang)
        }
        .to_owned()
    });
    let returns = tell(move |lang| {
        if is_switch.get() {
            login::switch_hint(lang)
        } else {
            login::returns(lang)
        }
        .to_owned()
    });
    let failure = move || match session.who() {
        Who::Failed(failure) => Some(failure),
        _ => None,
    };
    let on_retry = Callback::new(move |()| session.ask(api.clone()));
    let on_done = Callback::new(on_done);
    view! {
        <Page title>
            {move || match failure() {
                Some(failure) => view! { <FailurePanel failure on_retry/> }.into_any(),
                None => view! {
                    <Arrived problem invitation/>
                    // Whoever went on before it is known would come in without the invitation.
                    <Show when=move || invitation.is_settled()>
                        <p>{returns}</p>
                        <SignIn on_done back other/>
                    </Show>
                }
                .into_any(),
            }}
        </Page>
    }
}
