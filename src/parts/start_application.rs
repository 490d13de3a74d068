//! The button that starts an app's application, or opens the one there is.

use contract::body::ApplicationDraft;
use domain::id::AppId;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use text::screens::{apps, errors};
use ui::{Button, ButtonKind, Text};

use crate::act::use_act;
use crate::api::{use_api, with_key};
use crate::lang::{say, use_lang};
use crate::parts::failure::FailureNote;
use crate::path;

/// The button.
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
    let (act, lang, navigate) = (use_act(), use_lang(), use_navigate());
    let (offline, failure) = (use_api().offline, act.failure);
    let blocked = Signal::derive(move || {
        let why = offline.get() && failure.with(Option::is_none);
        why.then(|| errors::offline_action(lang.get()).to_owned())
    });
    let start = move |()| {
        let (navigate, draft) = (navigate.clone(), ApplicationDraft { app: app.clone() });
        act.run(
            move |client, key| async move {
                client.application_start(&draft, with_key(&key)).await
            },
            move |answer| {
                if let Ok(started) = answer {
                    let options = NavigateOptions {
                        resolve: false,
                        ..NavigateOptions::default()
                    };
                    navigate(&path::application_overview(&started.body), options);
                }
            },
        );
    };
    let label = label.unwrap_or_else(|| say(apps::apply_button));
    view! {
        <Button label kind busy=act.busy blocked on_press=start/>
        {move || failure.get().map(|failure| view! { <FailureNote failure/> })}
    }
}
