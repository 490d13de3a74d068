//! The ways to sign in: providers, and in a demo one of the demo identities.

use contract::Kind;
use contract::body::{Persona, ProviderRow, SignInBody};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::{login, shell};
use ui::{Button, ButtonKind, Note, NoteTone, SkeletonShape, use_announcer};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::{FailureNote, FailurePanel};
use crate::parts::waiting::Waiting;
use crate::path;
use crate::session::use_session;

/// The ways in: providers, and in a demo the identities with one button each. `on_done` is called after the session has changed.
#[component]
pub fn SignIn(
    #[prop(optional, into)] on_done: Option<Callback<()>>,
    /// Where to come back to from a provider; without it, it is another window that goes there, and this one stays as it is.
    #[prop(optional, into)]
    back: Option<Signal<String>>,
    /// Whether it is another account of the provider that is wanted.
    #[prop(optional, into)]
    other: Signal<bool>,
) -> impl IntoView {
    let (api, session, lang, announcer) = (use_api(), use_session(), use_lang(), use_announcer());
    let personas = {
        let api = api.clone();
        Loaded::new(move || {
            let client = api.client();
            async move { client.persona_list().await }
        })
    };
    let providers = {
        let api = api.clone();
        Loaded::new(move || {
            let client = api.client();
            async move { client.provider_list().await }
        })
    };
    let failure = RwSignal::new(None);
    let busy = RwSignal::new(None);
    let choose = Callback::new(move |persona: Persona| {
        if busy.get_untracked().is_some() {
            return;
        }
        let api = api.clone();
        busy.set(Some(persona.user.id.clone()));
        spawn_local(async move {
            let answer = api
                .client()
                .sign_in(&SignInBody {
                    persona: persona.user.id.clone(),
                })
                .await;
            let _ = busy.try_set(None);
            match answer {
                Ok(me) => {
                    let _ = failure.try_set(None);
                    announcer.announce(shell::switched(lang.get_untracked(), &persona.user.name));
                    session.take(Ok(me));
                    // Only now: what waited for its author must not be sent by anybody else.
                    api.expired.set(false);
                    if let Some(done) = on_done {
                        let _ = done.try_run(());
                    }
                }
                Err(error) => {
                    let _ = failure.try_set(Some(error));
                }
            }
        });
    });
    // A server without demo identities does not have the list at all.
    let no_demo = Memo::new(move |_| {
        personas
            .failure()
            .is_some_and(|f| f.kind() == Some(&Kind::NotFound))
    });
    let known = move || providers.get().map(|answer| answer.body.providers);
    let ask_providers = Callback::new(move |()| providers.reload());
    view! {
        {move || failure.get().map(|failure| view! { <FailureNote failure/> })}
        {move || match (known(), providers.failure()) {
            (Some(all), _) if all.is_empty() => no_demo.get().then(|| view! { <NotSetUp/> }).into_any(),
            (Some(all), _) => view! { <Ways all back other/> }.into_any(),
            (None, Some(failure)) => view! { <FailurePanel failure on_retry=ask_providers/> }.into_any(),
            // Where there is a demo, its list waits already.
            (None, None) => no_demo.get().then(|| view! {
                <Waiting shape=SkeletonShape::Cards on_retry=ask_providers/>
            }).into_any(),
        }}
        {move || if no_demo.get() {
            ().into_any()
        } else {
            personas.view(SkeletonShape::Cards, move |list| {
                let none = list.body.personas.is_empty();
                let rows = list
                    .body
                    .personas
                    .into_iter()
                    .map(|persona| view! { <Identity persona busy choose/> })
                    .collect_view();
                view! {
                    {none.then(|| view! { <p>{say(login::no_identities)}</p> })}
                    <div class="group">
                        <p>{say(login::choose_demo)}</p>
                        <p class="hint">{say(login::demo_explained)}</p>
                    </div>
                    <ul class="persona-list">{rows}</ul>
                }
            }).into_any()
        }}
    }
}

/// The providers: links, for a provider is another site.
#[component]
fn Ways(all: Vec<ProviderRow>, back: Option<Signal<String>>, other: Signal<bool>) -> impl IntoView {
    let (api, session) = (use_api(), use_session());
    let aside = back.is_none();
    let links = all
        .into_iter()
        .map(|ProviderRow { title, start }| {
            let href = move || {
                let back = back.map_or_else(|| path::home(None), |back| back.get());
                path::provider(&start, &back, other.get())
            };
            let label = tell(move |lang| login::with_provider(lang, &title));
            // To be opened by the browser, not by the router.
            view! {
                <li>
                    <a class="button" rel="external" href=href target=aside.then_some("_blank")>{move || label.get()}</a>
                </li>
            }
        })
        .collect_view();
    let check = move |()| session.ask(api.clone());
    view! {
        <p>{say(login::choose_way)}</p>
        <ul class="persona-list">{links}</ul>
        {aside.then(|| view! {
            <p class="hint">{say(login::new_tab)}</p>
            <Button label=say(login::back_button) on_press=check/>
        })}
    }
    .into_any()
}

#[component]
fn Identity(
    persona: Persona,
    busy: RwSignal<Option<domain::id::UserId>>,
    choose: Callback<Persona>,
) -> impl IntoView {
    let (api, session, lang) = (use_api(), use_session(), use_lang());
    let user = persona.user.clone();
    let is_busy = {
        let id = user.id.clone();
        Signal::derive(move || busy.get().as_ref() == Some(&id))
    };
    // Whoever was signed in when the session ended has to sign in again.
    let is_current = {
        let id = user.id.clone();
        move || !api.expired.get() && session.me().is_some_and(|me| me.user.id == id)
    };
    let roles = {
        let (duty, channels, apps) = (user.duty, persona.channels, persona.apps);
        let (on_channels, on_apps) = (persona.channel_role, persona.app_role);
        tell(move |lang| {
            login::roles(
                lang,
                duty,
                on_channels.map(|role| (role, channels)),
                on_apps.map(|role| (role, apps)),
            )
        })
    };
    let name = user.name.clone();
    let busy_label = Signal::derive(move || Some(login::signing_in(lang.get()).to_owned()));
    view! {
        <li class="persona">
            <strong>{user.name}</strong>
            <span>{user.organisation}</span>
            <span class="hint">{roles}</span>
            {move || is_current().then(|| view! { <span class="hint">{say(login::current)}</span> })}
            <Button
                label=say(login::sign_in_button)
                hidden=Signal::derive(move || Some(name.clone()))
                busy=is_busy
                busy_label
                on_press=move |()| choose.run(persona.clone())
                kind=ButtonKind::Plain
            />
        </li>
    }
}

/// What there is to say on a server that has no way of signing in, to whoever opens it and to whoever operates it.
#[component]
fn NotSetUp() -> impl IntoView {
    view! {
        <Note tone=NoteTone::Warn title=Signal::derive({
            let title = say(login::not_set_up_title);
            move || Some(title.get())
        })>
            <p>{say(login::not_set_up)}</p>
            <p>{say(login::not_set_up_operator)}</p>
            <pre><code>{"syncdesk serve --demo"}</code></pre>
        </Note>
    }
}
