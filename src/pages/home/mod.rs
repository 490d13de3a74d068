//! Home: what is left to do before Kakao Sync can be used, in order, and what is under way.

mod panels;
mod task_row;

use contract::Tagged;
use contract::body::{AppChoice, Home, HomeQuery};
use domain::id::AppId;
use domain::task::{Task, TaskId, left};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use text::screens::home;
use ui::{Choice, Disclosure, SelectField, SkeletonShape};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{Lang, say, tell};
use crate::layout::Page;
use crate::path;
use crate::session::use_session;
use panels::{NextThings, Nothing, Operating, Reviewing, UnderWay, WaitingRequests, Why};
use task_row::TaskRow;

/// A heading and the tasks under it.
type Group = (fn(Lang) -> &'static str, [TaskId; 2]);

/// The tasks in their groups.
const GROUPS: [Group; 3] = [
    (home::step_prepare, [TaskId::Channel, TaskId::App]),
    (home::step_link, [TaskId::Link, TaskId::Business]),
    (home::step_apply, [TaskId::Application, TaskId::Result]),
];

/// The home page.
#[component]
pub fn HomePage() -> impl IntoView {
    let (api, session, query) = (use_api(), use_session(), use_query_map());
    let app = Memo::new(move |_| {
        query.with(|map| map.get_str("app").and_then(|id| AppId::parse(id).ok()))
    });
    let data = Loaded::new(move || {
        let (client, query) = (api.client(), HomeQuery { app: app.get() });
        async move { client.home_get(&query).await }
    });
    // Whoever reviews or operates, and has no role on anything, has nothing to apply for.
    let no_tasks = Memo::new(move |_| {
        let serves = session.is_reviewer() || session.is_operator();
        serves && data.get().is_some_and(|data| has_nothing(&data.body))
    });
    let things = Memo::new(move |_| data.get().map(|data| left(&data.body.tasks)));
    let title = tell(move |lang| match things.get() {
        _ if no_tasks.get() && session.is_operator() => home::operator_title(lang).to_owned(),
        _ if no_tasks.get() => home::reviewer_title(lang).to_owned(),
        None => home::name(lang).to_owned(),
        Some(0) => home::done(lang).to_owned(),
        Some(count) => home::left(lang, count),
    });
    view! {
        <Page title>
            <Show when=move || session.is_reviewer()><Reviewing/></Show>
            <Show when=move || session.is_operator()><Operating/></Show>
            <WaitingRequests/>
            <AppChooser data/>
            {data.view(SkeletonShape::Rows, move |data: Tagged<Home>| {
                (!no_tasks.get_untracked()).then(|| view! { <Everything data=data.body/> })
            })}
        </Page>
    }
}

/// Whether somebody has no role on anything.
fn has_nothing(data: &Home) -> bool {
    data.app.is_none() && data.usable_channels == 0 && data.reasons.is_empty()
}

/// Which app the tasks are about, where there are several. Stands outside what is fetched, so that it keeps focus.
#[component]
fn AppChooser(data: Loaded<Home>) -> impl IntoView {
    let navigate = use_navigate();
    let choices = Memo::new(move |_| {
        data.get()
            .map(|data| all_choices(&data.body))
            .unwrap_or_default()
    });
    let options = Signal::derive(move || {
        choices
            .get()
            .into_iter()
            .map(|choice| Choice::new(choice.id.as_str(), choice.name))
            .collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        data.get()
            .and_then(|data| data.body.app)
            .map(|app| app.id.to_string())
            .unwrap_or_default()
    });
    let on_change = StoredValue::new(Callback::new(move |id: String| {
        let options = NavigateOptions {
            resolve: false,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&path::home(AppId::parse(&id).ok().as_ref()), options);
    }));
    let several = Memo::new(move |_| choices.with(|choices| choices.len() > 1));
    view! {
        <Show when=move || several.get()>
            <div class="narrow">
                <SelectField label=say(home::choose_app) options value on_change=on_change.get_value()/>
            </div>
        </Show>
    }
}

/// The app in question with the others, by name.
fn all_choices(data: &Home) -> Vec<AppChoice> {
    let mut all = data.choices.clone();
    if let Some(app) = &data.app
        && !all.iter().any(|choice| choice.id == app.id)
    {
        all.push(AppChoice {
            id: app.id.clone(),
            name: app.name.clone(),
        });
    }
    all.sort_by_key(|choice| domain::search::sort_key(&choice.name));
    all
}

/// Everything that was fetched.
#[component]
fn Everything(data: Home) -> impl IntoView {
    let rest = left(&data.tasks);
    let groups = groups(&data);
    let tasks = if rest == 0 {
        view! {
            <NextThings data=data.clone()/>
            <Disclosure summary=say(home::all_tasks)>{groups}</Disclosure>
        }
        .into_any()
    } else {
        view! { <p class={"lead"}>{say(home::lead)}</p> {groups} }.into_any()
    };
    let nothing = has_nothing(&data).then(|| view! { <Nothing/> });
    let why = (!data.reasons.is_empty()).then(|| view! { <Why data=data.clone()/> });
    view! {
        {nothing}
        {tasks}
        {why}
        <UnderWay application=data.application/>
    }
}

fn groups(data: &Home) -> impl IntoView + use<> {
    GROUPS
        .into_iter()
        .map(|(heading, ids)| {
            let of_group = |task: &&Task| ids.contains(&task.id);
            let rows = data
                .tasks
                .iter()
                .filter(of_group)
                .map(|task| view! { <TaskRow task=*task data=data.clone()/> });
            view! {
                <section class="group">
                    <h2>{say(heading)}</h2>
                    <ul class="task-list">{rows.collect_view()}</ul>
                </section>
            }
        })
        .collect_view()
}
