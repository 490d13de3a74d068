//! Top bar, navigation, content, footer: around every screen, signed in or not.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use text::Lang;
use text::screens::{errors, settings, shell};
use ui::{Note, NoteTone};

use super::ending::Ending;
use super::expired::{Expired, PutOff};
use super::top_bar::{DemoLine, TopBar};
use crate::api::use_api;
use crate::lang::say;
use crate::path;
use crate::session::use_session;

/// The frame around a screen.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let api = use_api();
    view! {
        <header>
            <TopBar/>
            <DemoLine/>
        </header>
        <div class="shell">
            <SideNav/>
            <div class="page">
                <main id="main" tabindex="-1">
                    <Show when=move || api.offline.get()>
                        <Note tone=NoteTone::Warn live=true>{say(errors::offline)}</Note>
                    </Show>
                    <PutOff/>
                    {children()}
                    <Ending/>
                </main>
                <Footer/>
            </div>
        </div>
        <Expired/>
    }
}

/// The frame around what anybody with a link may see: no navigation, for there may be nowhere to go.
#[component]
pub fn OpenFrame(children: Children) -> impl IntoView {
    view! {
        <header>
            <TopBar/>
        </header>
        <div class="shell" data-open="true">
            <div class="page">
                <main id="main" tabindex="-1">{children()}</main>
                <Footer/>
            </div>
        </div>
    }
}

/// The frame before it is known who is signed in: the same geometry, nothing to act on.
#[component]
pub fn Outline() -> impl IntoView {
    view! {
        <header>
            <TopBar/>
        </header>
        <div class="shell">
            <SideNav/>
            <div class="page">
                <main id="main" tabindex="-1" aria-busy="true">
                    <p class={"hint"}>{say(shell::loading)}</p>
                </main>
                <Footer/>
            </div>
        </div>
    }
}

#[component]
fn SideNav() -> impl IntoView {
    let session = use_session();
    let label = say(shell::navigation);
    let waiting = move || session.me().map_or(0, |me| me.requests_waiting);
    let entry =
        |href: String, sentence: fn(Lang) -> &'static str| view! { <NavLink href sentence/> };
    view! {
        <nav class="side-nav" aria-label=move || label.get()>
            <ul>
                {entry(path::home(None), shell::nav_home)}
                {entry(path::channels(), shell::nav_channels)}
                {entry(path::apps(), shell::nav_apps)}
                {entry(path::links(), shell::nav_links)}
                {entry(path::applications(), shell::nav_applications)}
                <NavLink href=path::requests() sentence=shell::nav_requests count=Signal::derive(waiting)/>
                {entry(path::record(&[]), shell::nav_record)}
            </ul>
            <Show when=move || session.is_reviewer()>
                <p>{say(shell::nav_reviewer)}</p>
                <ul>{entry(path::reviews(), shell::nav_review)}</ul>
            </Show>
            <Show when=move || session.is_operator()>
                <p>{say(shell::nav_operator)}</p>
                <ul>{entry(path::people(), shell::nav_people)}</ul>
            </Show>
        </nav>
    }
}

#[component]
fn NavLink(
    href: String,
    sentence: fn(Lang) -> &'static str,
    #[prop(optional, into)] count: Signal<usize>,
) -> impl IntoView {
    let pathname = use_location().pathname;
    let target = href.split('?').next().unwrap_or_default().to_owned();
    let current = move || {
        let here = pathname.get();
        if here == target {
            Some("page")
        } else {
            let below = target != path::home(None) && here.starts_with(&format!("{target}/"));
            below.then_some("true")
        }
    };
    view! {
        <li>
            <a href=href aria-current=current>
                {say(sentence)}
                {move || (count.get() > 0).then(|| format!("\u{a0}({})", count.get()))}
            </a>
        </li>
    }
}

#[component]
fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <a href=path::help()>{say(shell::nav_help)}</a>
            <a href=path::settings()>{say(settings::title)}</a>
            <p>{say(shell::independent)}</p>
        </footer>
    }
}
