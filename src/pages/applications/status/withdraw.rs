//! Stopping a review: a question first, for the reviewers' work on the round is lost.

use contract::body::ApplicationDetail;
use domain::id::ApplicationId;
use leptos::prelude::*;
use text::screens::{shell, status};
use ui::{Button, ButtonKind, Dialog, use_announcer};

use crate::act::use_act;
use crate::api::with;
use crate::data::Loaded;
use crate::lang::{say, use_lang};
use crate::layout::focus_heading;
use crate::parts::failure::FailureNote;

/// The button and its question.
#[component]
pub(super) fn Withdraw(
    application: ApplicationId,
    version: u64,
    loaded: Loaded<ApplicationDetail>,
) -> impl IntoView {
    let (act, announcer, lang) = (use_act(), use_announcer(), use_lang());
    let open = RwSignal::new(false);
    let withdraw = Callback::new(move |()| {
        let id = application.clone();
        act.run(
            move |client, key| async move {
                client.application_withdraw(&id, with(version, &key)).await
            },
            move |answer| {
                if let Ok(answer) = answer {
                    open.set(false);
                    announcer.announce(status::withdrew(lang.get_untracked()));
                    loaded.set(answer);
                    focus_heading();
                }
            },
        );
    });
    let actions = move || {
        view! {
            <Button
                label=say(status::withdraw_button)
                kind=ButtonKind::Danger
                busy=act.busy
                busy_label=Signal::derive(move || Some(status::withdrawing(lang.get()).to_owned()))
                on_press=withdraw
            />
        }
    };
    let effect = say(status::withdraw_effect);
    view! {
        <Button label=say(status::withdraw_button) on_press=move |()| open.set(true)/>
        <Dialog open title=say(status::withdraw_title) safe_label=say(shell::cancel_button) alert=true actions>
            <p>{move || effect.get()}</p>
            {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
        </Dialog>
    }
}
