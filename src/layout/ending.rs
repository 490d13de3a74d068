//! Before a session ends by itself: two minutes to say that one goes on. What is asked here does not prolong it.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::shell;
use ui::{Button, use_announcer};

use crate::api::{Api, use_api};
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::seconds_to;
use crate::session::{Session, use_session};

/// So many seconds before the end it is said.
const WARNING_S: u32 = 120;

/// The bar at the lower edge.
#[component]
pub fn Ending() -> impl IntoView {
    let (api, session) = (use_api(), use_session());
    let (lang, announcer) = (use_lang(), use_announcer());
    // When the session ends, in milliseconds of the page's clock, if that is soon.
    let end = RwSignal::new(None::<f64>);
    let left = RwSignal::new(0_usize);
    let (asked, too_old) = (StoredValue::new(false), RwSignal::new(false));
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    on_cleanup(stop);
    let wait = {
        let api = api.clone();
        move |pause: Duration| {
            let api = api.clone();
            stop();
            let ask = move || look(session, &api);
            timer.set_value(set_timeout_with_handle(ask, pause).ok());
        }
    };
    // An effect, because time passes outside of the view. Whoever uses the console prolongs the session without a word: so it is asked
    // shortly before what was known last.
    Effect::new(move || {
        let Some(me) = session.me() else {
            return stop();
        };
        let soon = me.session_left_s <= WARNING_S;
        end.set(soon.then(|| js_sys::Date::now() + f64::from(me.session_left_s) * 1_000.0));
        // Whoever has asked for more time and got none has used up the days of the session.
        too_old.set(soon && asked.get_value());
        asked.set_value(false);
        if soon {
            announcer.announce(shell::session_ending(lang.get_untracked()));
            wait(Duration::from_secs(u64::from(me.session_left_s) + 1));
        } else {
            wait(Duration::from_secs((me.session_left_s - WARNING_S).into()));
        }
    });
    Effect::new(move |before: Option<Option<IntervalHandle>>| {
        before.flatten().inspect(IntervalHandle::clear);
        let end = end.get()?;
        left.set(seconds_to(end));
        let tick = move || {
            let _ = left.try_set(seconds_to(end));
        };
        set_interval_with_handle(tick, Duration::from_secs(1)).ok()
    });
    let stay = {
        let api = api.clone();
        Callback::new(move |()| {
            asked.set_value(true);
            session.ask(api.clone());
        })
    };
    let words = tell(move |lang| shell::session_left(lang, left.get()));
    let shown = Memo::new(move |_| end.with(Option::is_some) && !api.expired.get());
    view! {
        <Show when=move || shown.get()>
            <div class="sticky-bar">
                <span>{move || words.get()}</span>
                <Show
                    when=move || !too_old.get()
                    fallback=move || view! { <span>{say(shell::session_too_old)}</span> }
                >
                    <Button label=say(shell::stay_button) on_press=stay/>
                </Show>
            </div>
        </Show>
    }
}

/// Asks how long the session has left, without using it.
fn look(session: Session, api: &Api) {
    let client = api.client().unattended();
    let api = api.clone();
    spawn_local(async move {
        let answer = api.note(client.me_get().await);
        session.take(answer);
    });
}
