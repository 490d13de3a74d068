//! What happened to an application, round by round, and what comes next.

use std::collections::BTreeMap;

use domain::application::{Application, Status};
use domain::id::UserId;
use domain::time::Time;
use leptos::prelude::*;
use text::Lang;
use text::screens::{review, status};

use super::verdict::tally;
use super::when::When;
use crate::lang::{say, tell};

/// The history as an ordered list; the newest thing that happened is the current step.
#[component]
pub fn Timeline(
    /// The application.
    application: Application,
    /// Names of everybody the history mentions.
    names: BTreeMap<UserId, String>,
) -> impl IntoView {
    let events = events(&application);
    let last = events.len().saturating_sub(1);
    let happened = events
        .into_iter()
        .enumerate()
        .map(|(n, event)| view! { <Happened event names=names.clone() current=n == last/> })
        .collect_view();
    let ahead = ahead(application.status)
        .iter()
        .map(|sentence| {
            let words = say(*sentence);
            view! { <li data-ahead="true">{move || words.get()}</li> }
        })
        .collect_view();
    let label = say(status::timeline);
    view! { <ol class="timeline" aria-label=move || label.get()>{happened}{ahead}</ol> }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    /// In which round, from 1.
    round: usize,
    what: What,
    at: Time,
    /// By whom; absent where only one side can have done it.
    by: Option<UserId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Submitted,
    Opened,
    /// With how many approved, held and rejected.
    Decided(usize, usize, usize),
    Withdrawn,
}

fn events(application: &Application) -> Vec<Event> {
    let mut events = Vec::new();
    for (n, round) in application.rounds.iter().enumerate() {
        let round_no = n + 1;
        let mut add = |what, at, by: Option<&UserId>| {
            events.push(Event {
                round: round_no,
                what,
                at,
                by: by.cloned(),
            });
        };
        add(
            What::Submitted,
            round.submitted_at,
            Some(&round.submitted_by),
        );
        if let Some(opened) = &round.opened {
            add(What::Opened, opened.at, Some(&opened.by));
        }
        if let Some(decision) = &round.decision {
            let (approved, held, rejected) = tally(decision.verdicts.values());
            add(
                What::Decided(approved, held, rejected),
                decision.at,
                Some(&decision.by),
            );
        }
        if let Some(at) = round.withdrawn_at {
            add(What::Withdrawn, at, None);
        }
    }
    events
}

/// What comes next, in order.
fn ahead(now: Status) -> &'static [fn(Lang) -> &'static str] {
    match now {
        Status::Submitted => &[status::event_opened, status::event_decided],
        Status::InReview => &[status::event_decided],
        Status::OnHold | Status::Rejected | Status::Withdrawn => &[status::event_resubmit],
        Status::Draft | Status::Approved => &[],
    }
}

#[component]
fn Happened(event: Event, names: BTreeMap<UserId, String>, current: bool) -> impl IntoView {
    let Event {
        round,
        what,
        at,
        by,
    } = event;
    let words = tell(move |lang| match what {
        What::Submitted if round == 1 => status::event_submitted(lang).to_owned(),
        What::Submitted => format!(
            "{} ({})",
            status::event_resubmit(lang),
            status::round(lang, round)
        ),
        What::Opened => status::event_opened(lang).to_owned(),
        What::Decided(approved, held, rejected) => {
            format!(
                "{} – {}",
                status::event_decided(lang),
                review::send_counts(lang, approved, held, rejected)
            )
        }
        What::Withdrawn => status::event_withdrawn(lang).to_owned(),
    });
    let who = by
        .and_then(|id| names.get(&id).cloned())
        .map(|name| tell(move |lang| status::by(lang, &name)));
    view! {
        <li aria-current=current.then_some("step")>
            <span>{move || words.get()}</span>
            <span class="hint"><When at/>{who.map(|who| view! { {" · "}{move || who.get()} })}</span>
        </li>
    }
}
