//! Order and time on the overview: what has to be approved before what, how long that usually takes, and the launch. Ranges, never a promise.

use domain::application::Document;
use domain::plan::{Step, StepId, StepState, days, range, steps};
use domain::subject::{Field, ServiceField};
use domain::time::Date;
use leptos::prelude::*;
use text::Lang;
use text::screens::plan;
use ui::Panel;

use super::draft::{today, use_draft};
use crate::lang::{say, use_lang};
use crate::path;

/// The steps, the sum of their days, and what that means for the launch.
#[component]
pub fn Plan() -> impl IntoView {
    let (draft, lang, today) = (use_draft(), use_lang(), today());
    let known = Memo::new(move |_| {
        draft
            .document
            .with(|document: &Document| (steps(document), document.form.service.launch_date))
    });
    let launch_field =
        path::application_field(&draft.id(), &Field::Service(ServiceField::LaunchDate));
    let body = move || {
        let (steps, launch) = known.get();
        let lang = lang.get();
        let left = days(&steps);
        let launch = match launch {
            Some(day) => view! { <p>{launch_words(lang, today, left, day)}</p> }.into_any(),
            None => {
                view! { <p><a class="act" href=launch_field.clone()>{plan::launch_set(lang)}</a></p> }
                    .into_any()
            }
        };
        view! {
            <ol class="timeline">{steps.iter().map(|step| row(lang, *step)).collect_view()}</ol>
            <p class="strong">{sum(lang, today, left)}</p>
            {launch}
            <p class="hint">{plan::no_promise(lang)}</p>
        }
    };
    view! { <Panel title=say(plan::title)>{body}</Panel> }.into_any()
}

fn row(lang: Lang, step: Step) -> AnyView {
    let name = match step.id {
        StepId::ConvertApp => plan::convert_app(lang),
        StepId::ChannelReview => plan::channel_review(lang),
        StepId::BusinessReview => plan::business_review(lang),
        StepId::Link => plan::link(lang),
        StepId::ItemReview => plan::item_review(lang),
        StepId::SwitchOn => plan::switch_on(lang),
    };
    let state = match step.state {
        StepState::Done => plan::done(lang),
        StepState::Now => plan::now(lang),
        StepState::InReview => plan::in_review(lang),
        StepState::Waits => plan::waits(lang),
    };
    let ahead = matches!(step.state, StepState::Waits).then_some("true");
    let current = matches!(step.state, StepState::Now | StepState::InReview).then_some("step");
    let (min, max) = step.days;
    let takes = (step.state != StepState::Done && max > 0)
        .then(|| view! { <span class="hint">{plan::days(lang, min, max)}</span> });
    view! {
        <li data-ahead=ahead aria-current=current>
            <span>{name}{" – "}{state}</span>
            {takes}
        </li>
    }
    .into_any()
}

fn sum(lang: Lang, today: Date, left: (u32, u32)) -> String {
    if left.1 == 0 {
        return plan::all_done(lang).to_owned();
    }
    let (first, last) = range(today, left);
    plan::all_days(lang, left.0, left.1, &first.to_string(), &last.to_string())
}

/// The launch against the usual range.
fn launch_words(lang: Lang, today: Date, left: (u32, u32), day: Date) -> String {
    let (first, last) = range(today, left);
    let words = if day < first {
        plan::launch_before(lang).to_owned()
    } else if day < last {
        plan::launch_tight(lang).to_owned()
    } else {
        plan::launch_after(lang, spare(last, day))
    };
    format!("{}. {words}", plan::launch_on(lang, &day.to_string()))
}

/// Business days between two days, at most so many as are worth counting.
fn spare(from: Date, to: Date) -> usize {
    const MOST: u32 = 250;
    (1..=MOST)
        .take_while(|days| from.add_business_days(*days) <= to)
        .count()
}
