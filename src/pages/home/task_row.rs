//! One task: its name as a link over the whole row, how it stands, and a line that says why.

use contract::body::Home;
use domain::task::{Task, TaskId, TaskState};
use leptos::prelude::*;
use text::screens::home;
use ui::{ButtonKind, Tag, TagTone, Text, ids};

use crate::lang::{say, tell};
use crate::parts::reasons::ReasonList;
use crate::parts::start_application::StartApplication;
use crate::path::{self, LinkStep, Topic};

/// The task. One that cannot start yet is no link.
#[component]
pub fn TaskRow(task: Task, data: Home) -> impl IntoView {
    let (status, hint) = (ids::fresh("task-state"), ids::fresh("task-hint"));
    let name = tell(move |lang| text::task(lang, task.id).to_owned());
    let state = tell(move |lang| text::task_state(lang, task.state).to_owned());
    let words = tell(move |lang| text::task_hint(lang, &task).to_owned());
    let label = match act(task, &data) {
        Act::None => view! { <span>{move || name.get()}</span> }.into_any(),
        Act::Go(href) => {
            view! { <a href=href aria-describedby=format!("{status} {hint}")>{move || name.get()}</a> }.into_any()
        }
        Act::Start(app) => view! { <div><StartApplication app label=name kind=ButtonKind::Link/></div> }.into_any(),
    };
    let more = more(task, &data).map(|words| view! { <p class="hint">{move || words.get()}</p> });
    let drift = data
        .drift
        .filter(|_| task.id == TaskId::Business && task.state == TaskState::Attention);
    view! {
        <li>
            {label}
            <Tag tone=tone(task.state) label=state id=status/>
            <p class="hint" id=hint>{move || words.get()}</p>
            {more}
            {drift.map(|finding| view! {
                <div class="hint"><ReasonList reasons=vec![finding]/><p>{say(home::no_new_submission)}</p></div>
            })}
        </li>
    }
}

/// What the row does.
enum Act {
    /// Nothing: it cannot start yet.
    None,
    /// It leads somewhere.
    Go(String),
    /// It starts the application of that app.
    Start(domain::id::AppId),
}

fn act(task: Task, data: &Home) -> Act {
    if matches!(task.state, TaskState::Locked { .. }) {
        return Act::None;
    }
    let app = data.app.as_ref().map(|app| &app.id);
    let application = data.application.as_ref().map(|row| &row.id);
    match (task.id, task.state) {
        (TaskId::Channel, _) => Act::Go(path::channels()),
        (TaskId::App, _) => Act::Go(path::apps()),
        (TaskId::Link, TaskState::Todo) => Act::Go(path::link_new(LinkStep::App, app, &[], None)),
        (TaskId::Business, TaskState::Done) => Act::Go(path::topic(Topic::BusinessInformation)),
        (TaskId::Link | TaskId::Business, _) => {
            Act::Go(app.map_or_else(path::links, path::links_of))
        }
        (TaskId::Application, _) => match (application, app) {
            (Some(application), _) => Act::Go(path::application_overview(application)),
            (None, Some(app)) => Act::Start(app.clone()),
            (None, None) => Act::Go(path::applications()),
        },
        (TaskId::Result, _) => {
            Act::Go(application.map_or_else(path::applications, path::application_status))
        }
    }
}

/// What is worth knowing besides the usual line: how many, and that the old app carries on.
fn more(task: Task, data: &Home) -> Option<Text> {
    let (channels, linked) = (data.usable_channels, data.links);
    match task.id {
        TaskId::Channel if channels > 0 => {
            Some(tell(move |lang| home::usable_channels(lang, channels)))
        }
        TaskId::App if data.app.as_ref().is_some_and(|app| app.kakao_login) => {
            Some(say(home::reuse))
        }
        TaskId::Link if linked > 0 => Some(tell(move |lang| home::linked_channels(lang, linked))),
        _ => None,
    }
}

fn tone(state: TaskState) -> TagTone {
    match state {
        TaskState::Done => TagTone::Done,
        TaskState::Todo => TagTone::Todo,
        TaskState::Doing => TagTone::Draft,
        TaskState::Attention => TagTone::Action,
        TaskState::InReview => TagTone::Review,
        TaskState::Locked { .. } => TagTone::Locked,
    }
}
