//! The bar at the top: the product, the language, and who is signed in.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use text::Lang;
use text::screens::{settings, shell};
use ui::{Button, ButtonKind, Dropdown};

use super::sign_out::{SignOutDialog, use_sign_out};
use crate::lang::{choose, say, tell, use_lang};
use crate::path;
use crate::session::use_session;

/// The bar.
#[component]
pub fn TopBar() -> impl IntoView {
    let session = use_session();
    view! {
        <div class="top-bar">
            <a class="brand" href=path::home(None)>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <rect class="brand-plate" width="24" height="24" rx={"6"}></rect>
                    <path class="brand-mark" d={"M17 9.5A5.5 5.5 0 0 0 7 8.5M7 6v3h3M7 14.5a5.5 5.5 0 0 0 10 1M17 18v-3h-3"}></path>
                </svg>
                <span>{say(shell::product)}</span>
            </a>
            <LangSwitch/>
            <Show when=move || session.me().is_some()>
                <Account/>
            </Show>
        </div>
    }
}

/// The other language, in its own words.
#[component]
fn LangSwitch() -> impl IntoView {
    let lang = use_lang();
    let other = move || match lang.get() {
        Lang::Ko => Lang::En,
        Lang::En => Lang::Ko,
    };
    view! {
        <button class="button" data-kind="plain" type="button" lang=move || other().tag() on:click=move |_| choose(lang, other())>
            {move || other().own_name()}
        </button>
    }
}

#[component]
fn Account() -> impl IntoView {
    let (session, location, out) = (use_session(), use_location(), use_sign_out());
    let lang = use_lang();
    let who = move |lang| {
        session
            .me()
            .map(|me| shell::signed_in_as(lang, &me.user.name, &me.user.organisation))
            .unwrap_or_default()
    };
    // Where to come back to after another identity was chosen.
    let here = move || {
        let query = location.search.get();
        let separator = if query.is_empty() { "" } else { "?" };
        format!("{}{separator}{query}", location.pathname.get())
    };
    view! {
        <Dropdown label=tell(who) purpose=say(shell::account)>
            <a class="button" data-kind="plain" href=move || path::login(Some(&here()))>{say(shell::switch_button)}</a>
            <a class="button" data-kind="plain" href=path::settings()>{say(settings::title)}</a>
            <Button
                label=say(shell::sign_out_button)
                kind=ButtonKind::Plain
                busy=out.busy
                busy_label=Signal::derive(move || Some(shell::signing_out(lang.get()).to_owned()))
                on_press=move |()| out.begin()
            />
        </Dropdown>
        <SignOutDialog out/>
    }
}

/// Says on every screen that this is a demo, and for whom one acts.
#[component]
pub fn DemoLine() -> impl IntoView {
    let session = use_session();
    let label = say(shell::notices);
    view! {
        {move || {
            session.me().map(|me| {
                let reviewer = me.user.duty == domain::role::Duty::Reviewer;
                view! {
                    <section class="acting" aria-label=move || label.get()>
                        {me.demo.then(|| view! { <p>{say(shell::demo)}</p> })}
                        {reviewer.then(|| view! { <p>{say(shell::reviewer_screen)}</p> })}
                    </section>
                }
            })
        }}
    }
}
