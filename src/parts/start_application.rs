//! The button that starts an app's application, or opens the one there is.

use contract::body::ApplicationDraft;
use domain::id::AppId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use text::screens::{apps, errors};
use ui::{Button, ButtonKind, Text};

use crate::api::{fresh_key, use_api, with_key};
use crate::lang::{say, use_lang};
use crate::parts::failure::FailureNote;
use crate::path;

/// The button. One intention has one key until an answer arrives, so pressing again after a lost answer starts nothing twice.
#[component]
pub fn StartApplication(
    /// For which app.
    app: AppId,
    /// What the button says, if not the usual words.
    #[prop(optional, into)]
    label: Option<Text>,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    let (api, lang, navigate) = (use_api(), use_lang(), use_navigate());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None));
    let key = StoredValue::new(fresh_key());
    let offline = api.offline;
    let blocked = Signal::derive(move || {
        let why = offline.get() && failure.with(Option::is_none);
        why.then(|| errors::offline_action(lang.get()).to_owned())
    });
    let start = move |()| {
        let (api, navigate) = (api.clone(), navigate.clone());
        let draft = ApplicationDraft { app: app.clone() };
        busy.set(true);
        spawn_local(async move {
            let answer = api
                .client()
                .application_start(&draft, with_key(&key.get_value()))
                .await;
            let answer = api.note(answer);
            // Whoever went elsewhere meanwhile is not taken away from there.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(started) => {
                    let options = NavigateOptions {
                        resolve: false,
                        ..NavigateOptions::default()
                    };
                    navigate(&path::application_overview(&started.body), options);
                }
                Err(error) => {
                    if error.kind().is_some() {
                        key.set_value(fresh_key());
                    }
                    failure.set(Some(error));
                }
            }
        });
    };
    let label = label.unwrap_or_else(|| say(apps::apply_button));
    view! {
        <Button label kind busy blocked on_press=start/>
        {move || failure.get().map(|failure| view! { <FailureNote failure/> })}
    }
}
