//! Whose turn it is, always said, with what that means in the state at hand.

use domain::application::{Application, Status};
use domain::review::{days_waiting, is_late};
use domain::time::Time;
use leptos::prelude::*;
use text::Lang;
use text::screens::status;
use ui::{Note, NoteTone};

use crate::lang::{say, tell};
use crate::parts::verdict::tally;
use crate::parts::when::now;

/// The note on top.
#[component]
pub(super) fn Turn(application: Application) -> impl IntoView {
    let now = application.status;
    let submitted = application.rounds.last().map(|round| round.submitted_at);
    let (approved, held, rejected) = tally(application.verdicts().values());
    let left = held + rejected;
    let title = tell(move |lang| match now {
        Status::Submitted | Status::InReview => status::turn_reviewer(lang).to_owned(),
        Status::Approved => status::turn_nobody(lang).to_owned(),
        Status::OnHold | Status::Rejected => status::turn_you(lang, left),
        Status::Draft | Status::Withdrawn => status::turn_you_withdrawn(lang).to_owned(),
    });
    let words = tell(move |lang| banner(lang, now, left));
    let partly =
        (approved > 0 && left > 0).then(|| tell(move |lang| status::partial(lang, approved, left)));
    let tone = match now {
        Status::Approved => NoteTone::Ok,
        Status::OnHold => NoteTone::Warn,
        Status::Rejected => NoteTone::Danger,
        Status::Draft | Status::Submitted | Status::InReview | Status::Withdrawn => NoteTone::Info,
    };
    let waits = submitted
        .filter(|_| now.is_under_review())
        .map(|at| view! { <Waits at/> });
    let attach =
        (now == Status::OnHold || now == Status::Rejected).then(|| view! { <ToAdd application/> });
    view! {
        <Note tone title>
            <p>{move || words.get()}</p>
            {partly.map(|words| view! { <p>{move || words.get()}</p> })}
            {attach}
            {waits}
        </Note>
    }
}

fn banner(lang: Lang, now: Status, left: usize) -> String {
    match now {
        Status::Draft => status::draft(lang).to_owned(),
        Status::Submitted => status::waiting(lang).to_owned(),
        Status::InReview => status::in_review(lang).to_owned(),
        Status::OnHold => status::on_hold(lang, left),
        Status::Rejected => status::rejected(lang).to_owned(),
        Status::Approved => status::approved(lang).to_owned(),
        Status::Withdrawn => status::withdrawn(lang).to_owned(),
    }
}

/// How long it usually takes, which day this is, and that it is late once it is.
#[component]
fn Waits(at: Time) -> impl IntoView {
    let now = now();
    let (days, late) = (days_waiting(at, now), is_late(at, now));
    let day = tell(move |lang| status::day_count(lang, days));
    let usual = say(if late {
        status::late
    } else {
        status::usual_time
    });
    view! { <p>{move || usual.get()}{" "}{move || day.get()}</p> }
}

/// What would pass, for each reason that was given.
#[component]
fn ToAdd(application: Application) -> impl IntoView {
    let verdicts = application.verdicts();
    let reasons = verdicts
        .into_iter()
        .filter_map(|(item, verdict)| Some((item, verdict.reason?)));
    let rows = reasons
        .map(|(item, code)| {
            let words =
                tell(move |lang| format!("{}: {}", text::item(lang, item), text::help(lang, code)));
            view! { <li>{move || words.get()}</li> }
        })
        .collect_view();
    let title = say(status::attach_title);
    view! { <p><strong>{move || title.get()}</strong></p><ul>{rows}</ul> }
}
