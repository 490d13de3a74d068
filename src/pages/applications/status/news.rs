//! Looks for news while a review is under way, and offers them without moving what is being read. A page that is left
//! open does not keep its session alive by that.

use std::time::Duration;

use contract::Tagged;
use contract::body::ApplicationDetail;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::status;
use ui::{Button, use_announcer};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, use_lang};

/// How often it is asked whether something changed.
const EVERY: Duration = Duration::from_secs(30);

/// A bar at the lower edge, once there is something new.
#[component]
pub(super) fn News(loaded: Loaded<ApplicationDetail>) -> impl IntoView {
    let (api, announcer, lang) = (use_api(), use_announcer(), use_lang());
    let news = RwSignal::new(None::<Tagged<ApplicationDetail>>);
    let ask = move || {
        let Some(shown) = loaded.peek() else { return };
        if document().hidden()
            || !shown.body.application.status.is_under_review()
            || news.with_untracked(Option::is_some)
        {
            return;
        }
        let api = api.clone();
        spawn_local(async move {
            let answer = api.note(
                api.client()
                    .unattended()
                    .application_get(&shown.body.application.id)
                    .await,
            );
            // A failure is no news: it is asked again, and what is shown stays.
            let Ok(answer) = answer else { return };
            let newer = answer.version != shown.version;
            if newer && news.try_set(Some(answer)).is_none() {
                announcer.announce(status::news(lang.get_untracked()));
            }
        });
    };
    if let Ok(timer) = set_interval_with_handle(ask, EVERY) {
        on_cleanup(move || timer.clear());
    }
    // What an act has shown meanwhile is no news any more.
    let fresh = Memo::new(move |_| {
        news.with(|news| {
            news.as_ref().is_some_and(|news| {
                loaded
                    .get()
                    .is_none_or(|shown| shown.version < news.version)
            })
        })
    });
    let show = Callback::new(move |()| {
        if let Some(answer) = news.get_untracked() {
            news.set(None);
            announcer.announce(status::news_shown(lang.get_untracked()));
            loaded.set(answer);
        }
    });
    let words = say(status::news);
    view! {
        <Show when=move || fresh.get()>
            <div class="sticky-bar">
                <span>{move || words.get()}</span>
                <Button label=say(status::news_button) on_press=show/>
            </div>
        </Show>
    }
}
