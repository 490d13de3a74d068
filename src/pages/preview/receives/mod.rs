//! What the service receives in the situation shown: its own request, where the person comes back, the answers, webhooks and errors.

mod block;
mod button;
mod replies;
mod request;

use domain::consent_screen::Ticks;
use domain::payload::{End, given};
use leptos::prelude::*;
use text::screens::receives;
use ui::{Disclosure, Panel};

use crate::lang::{say, use_lang};
use crate::parts::preview::Meeting;
use button::LoginButton;
use replies::{Back, Faults, Hooks, Replies};
use request::{Client, Request};

/// The panel. Nothing typed into it leaves the page.
#[component]
pub fn Receives(
    /// What is looked at.
    meeting: Meeting,
) -> impl IntoView {
    let lang = use_lang();
    let client = Client::default();
    let left = Memo::new(move |_| Left::of(meeting));
    let given = Memo::new(move |_| {
        let left = left.get();
        meeting.document.with(|document| {
            meeting.facts.with(|facts| {
                let met = meeting.trial.outcome;
                met.with(|outcome| given(document, facts, outcome, &left.ticks, left.end))
            })
        })
    });
    let answer = Memo::new(move |_| {
        let end = left.with(|left| left.end);
        meeting.trial.outcome.with(|outcome| match end {
            End::Cancelled => outcome.on_cancel.unwrap_or(outcome.on_continue),
            End::Continued => outcome.on_continue,
        })
    });
    let assumed = move || {
        let assumed = left.with(|left| left.assumed);
        assumed.then(|| view! { <p class="hint">{receives::as_agreed(lang.get())}</p> })
    };
    view! {
        <div class="receives">
            <Panel title=say(receives::title)>
                <p>{move || receives::lead(lang.get())}</p>
                {assumed}
                <p class="hint">{move || text::payload::made_up(lang.get())}</p>
                <Disclosure summary=say(receives::address_title) open=true><Request meeting client/></Disclosure>
                <Disclosure summary=say(receives::back_title) open=true><Back answer client meeting/></Disclosure>
                <Disclosure summary=say(receives::replies_title)><Replies document=meeting.document given/></Disclosure>
                <Disclosure summary=say(receives::hooks_title)><Hooks given/></Disclosure>
                <Disclosure summary=say(receives::faults_title)><Faults meeting given/></Disclosure>
                <Disclosure summary=say(receives::button_title)><LoginButton meeting client/></Disclosure>
            </Panel>
        </div>
    }
    .into_any()
}

/// How the screen was left, as far as it was; otherwise as if everything required were agreed to.
#[derive(Clone, PartialEq)]
struct Left {
    ticks: Ticks,
    end: End,
    /// Whether that is assumed.
    assumed: bool,
}

impl Left {
    fn of(meeting: Meeting) -> Left {
        let (ticks, end) = (meeting.trial.ticks(), meeting.trial.end());
        let agreed = meeting.trial.outcome.with(|outcome| {
            let screen = outcome.screen.as_ref()?;
            if ticks.can_continue(screen) {
                return None;
            }
            let mut agreed = Ticks::required(screen);
            for n in 0..screen.lines.len() {
                if ticks.is_ticked(n) && !agreed.is_ticked(n) {
                    agreed.toggle(n);
                }
            }
            Some(agreed)
        });
        let end = end.unwrap_or(End::Continued);
        Left {
            assumed: agreed.is_some() && end == End::Continued,
            ticks: agreed.unwrap_or(ticks),
            end,
        }
    }
}
