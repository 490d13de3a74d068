//! A file for an application of one of the apps: choose the app, see what would change, agree.

use contract::body::{AppChoice, ApplicationDetail, ApplicationDraft};
use contract::{Failure, Tagged};
use domain::id::AppId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use text::screens::{application, errors};
use ui::{Button, Choice, Disclosure, Note, SelectField};

use super::super::transfer::{ImportBox, Proposal};
use crate::act::use_act;
use crate::api::{Api, use_api, with_key, with_version};
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::path;

/// The choice of the app, then the file.
#[component]
pub fn Bring(targets: Vec<AppChoice>) -> impl IntoView {
    let lang = use_lang();
    let picked = RwSignal::new(String::new());
    let opened = RwSignal::new(None::<Tagged<ApplicationDetail>>);
    let act = use_act();
    let options = Signal::derive(move || {
        let first = Choice::new("", errors::field_choose(lang.get()));
        std::iter::once(first)
            .chain(
                targets
                    .iter()
                    .map(|app| Choice::new(app.id.to_string(), app.name.clone())),
            )
            .collect()
    });
    let choose = move |id: String| {
        picked.set(id);
        opened.set(None);
    };
    let open = move |()| {
        let Ok(app) = AppId::parse(&picked.get_untracked()) else {
            return;
        };
        act.run(
            move |client, key| async move {
                let draft = ApplicationDraft { app };
                client.application_create(&draft, with_key(&key)).await
            },
            move |answer| opened.set(answer.ok()),
        );
    };
    let blocked = Signal::derive(move || {
        picked
            .with(String::is_empty)
            .then(|| errors::field_choose(lang.get()).to_owned())
    });
    view! {
        <Disclosure summary=say(application::import_title)>
            <div class="group">
                <SelectField label=say(application::import_app) options value=picked on_change=choose/>
                <div class="row">
                    <Button label=say(application::import_open_button) busy=act.busy blocked on_press=open/>
                </div>
                {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
                {move || opened.get().map(|detail| view! { <Into detail/> })}
            </div>
        </Disclosure>
    }
}

/// The file for that application.
#[component]
fn Into(detail: Tagged<ApplicationDetail>) -> impl IntoView {
    let (api, navigate) = (use_api(), use_navigate());
    let failure = RwSignal::new(None::<Failure>);
    let form = detail.body.application.form.clone();
    let target = Signal::stored(Some((form, detail.body.document.channels.clone())));
    let name = detail.body.document.app.name.clone();
    let words = tell(move |lang| application::title(lang, &name));
    let detail = StoredValue::new(detail);
    let on_apply = move |proposal: Proposal| {
        let (api, navigate) = (api.clone(), navigate.clone());
        spawn_local(async move {
            match apply(&api, &detail.get_value(), proposal).await {
                Ok(saved) => {
                    let options = NavigateOptions {
                        resolve: false,
                        ..NavigateOptions::default()
                    };
                    navigate(
                        &path::application_overview(&saved.body.application.id),
                        options,
                    );
                }
                Err(error) => {
                    let _ = failure.try_set(Some(error));
                }
            }
        });
    };
    view! {
        <Note><p>{move || words.get()}</p></Note>
        <ImportBox target on_apply/>
        {move || failure.get().map(|failure| view! { <FailureNote failure/> })}
    }
}

async fn apply(
    api: &Api,
    detail: &Tagged<ApplicationDetail>,
    proposal: Proposal,
) -> Result<Tagged<ApplicationDetail>, Failure> {
    let Tagged { body, version, .. } = detail;
    let known: Vec<_> = body.files.iter().map(|file| file.id.clone()).collect();
    let form = proposal.into_form(&body.application.form, &body.application.approved(), &known);
    api.note(
        api.client()
            .application_save(&body.application.id, &form, with_version(*version))
            .await,
    )
}
