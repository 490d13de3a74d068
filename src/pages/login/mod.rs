//! Sign-in, and choosing another identity.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use text::screens::login;

use crate::api::use_api;
use crate::lang::{say, tell};
use crate::layout::Page;
use crate::parts::failure::FailurePanel;
use crate::parts::sign_in::SignIn;
use crate::path;
use crate::session::{Who, use_session};

/// Stands at its own address, and at every address for whoever is not signed in.
#[component]
pub fn LoginPage() -> impl IntoView {
    let (api, session) = (use_api(), use_session());
    let (location, query, navigate) = (use_location(), use_query_map(), use_navigate());
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
    let is_switch = Memo::new(move |_| session.me().is_some());
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
                    <div class="group">
                        <p>{say(login::choose_demo)}" "{returns}</p>
                        <p class="hint">{say(login::demo_explained)}</p>
                    </div>
                    <SignIn on_done/>
                }
                .into_any(),
            }}
        </Page>
    }
}
