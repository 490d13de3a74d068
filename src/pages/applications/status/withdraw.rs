//! Stopping a review: a question first, for the reviewers' work on the round is lost.

use contract::body::ApplicationDetail;
use domain::id::ApplicationId;
use leptos::prelude::*;
use text::screens::status;
use ui::{ButtonKind, use_announcer};

use crate::act::use_act;
use crate::api::with;
use crate::data::Loaded;
use crate::lang::{say, use_lang};
use crate::layout::focus_heading;
use crate::parts::asked::Asked;
use crate::parts::offline::use_offline;

/// The button and its question.
#[component]
pub(super) fn Withdraw(
    application: ApplicationId,
    version: u64,
    loaded: Loaded<ApplicationDetail>,
) -> impl IntoView {
    let (act, announcer, lang) = (use_act(), use_announcer(), use_lang());
    let asking = RwSignal::new(false);
    let withdraw = move |()| {
        let id = application.clone();
        act.run(
            move |client, key| async move {
                client.application_withdraw(&id, with(version, &key)).await
            },
            move |answer| {
                if let Ok(answer) = answer {
                    asking.set(false);
                    announcer.announce(status::withdrew(lang.get_untracked()));
                    loaded.set(answer);
                    focus_heading();
                }
            },
        );
    };
    view! {
        <Asked
            act
            asking
            label=status::withdraw_button
            kind=ButtonKind::Plain
            blocked=use_offline()
            title=say(status::withdraw_title)
            effect=status::withdraw_effect
            busy_label=status::withdrawing
            on_yes=withdraw
        />
    }
}
