//! Every app with its linked channels: what is taken, what drifted, which channel stands on the consent screen, and unlinking.

mod acts;
mod app_panel;
mod unlink;

use contract::Tagged;
use contract::body::{AppDetail, LinkQuery, LinkedApps};
use domain::id::AppId;
use domain::search::Query;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use text::screens::{apps, links, shell};
use ui::{ButtonKind, Disclosure, EmptyState, LinkButton, Note, SearchField, SkeletonShape};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::layout::Page;
use crate::path::{self, LinkStep};
use acts::Acts;
use app_panel::{AppPanel, link_channels};
use unlink::UnlinkDialog;

/// From so many apps on, a search field helps.
const SEARCH_FROM: usize = 8;

/// The links.
#[component]
pub fn LinksPage() -> impl IntoView {
    let api = use_api();
    let list = Loaded::new(move || {
        let client = api.client();
        async move { client.link_list(&LinkQuery::default()).await }
    });
    let acts = Acts::new(list);
    let query = use_query_map();
    let only = Memo::new(move |_| {
        query.with(|map| map.get_str("app").and_then(|id| AppId::parse(id).ok()))
    });
    let words = RwSignal::new(String::new());
    let many = Memo::new(move |_| {
        list.get()
            .is_some_and(|all| all.body.apps.len() >= SEARCH_FROM)
    });
    let start = move || {
        let href = path::link_new(LinkStep::App, None, &[], None);
        view! { <LinkButton label=say(links::start_button) href kind=ButtonKind::Primary/> }
    };
    view! {
        <Page title=say(links::title) actions=start>
            <Show when=move || only.with(Option::is_some)>
                <Note>
                    <p>{say(links::only_one_app)}</p>
                    <a class={"act"} href=path::links()>{say(links::show_all)}</a>
                </Note>
            </Show>
            <Show when=move || many.get() && only.with(Option::is_none)>
                <SearchField label=say(links::search) value=words on_input=move |text| words.set(text)/>
            </Show>
            {list.view(SkeletonShape::Cards, move |all: Tagged<LinkedApps>| {
                view! { <Apps apps=all.body.apps only words acts/> }
            })}
            <UnlinkDialog acts/>
        </Page>
    }
}

/// The apps with links, then those that still wait for one.
#[component]
fn Apps(
    apps: Vec<AppDetail>,
    only: Memo<Option<AppId>>,
    words: RwSignal<String>,
    acts: Acts,
) -> impl IntoView {
    if apps.is_empty() {
        return view! {
            <EmptyState title=say(links::empty_title) text=say_some(links::empty)>
                <LinkButton label=say(apps::name) href=path::apps()/>
            </EmptyState>
        }
        .into_any();
    }
    let apps = StoredValue::new(apps);
    let shown = move || {
        let (only, looked_for) = (only.get(), words.get());
        let search = Query::new(&looked_for);
        let wanted = |detail: &&AppDetail| {
            only.as_ref()
                .map_or_else(|| found(&search, detail), |only| detail.row.app.id == *only)
        };
        let (linked, waiting): (Vec<AppDetail>, Vec<AppDetail>) = apps.with_value(|apps| {
            apps.iter()
                .filter(wanted)
                .cloned()
                .partition(|detail| shows_panel(detail, only.as_ref(), acts))
        });
        if linked.is_empty() && waiting.is_empty() {
            let nothing = tell(move |lang| shell::no_results(lang, &looked_for));
            return view! { <EmptyState title=nothing/> }.into_any();
        }
        let none = linked.is_empty().then(
            || view! { <EmptyState title=say(links::empty_title) text=say_some(links::empty)/> },
        );
        let panels = linked
            .into_iter()
            .map(|detail| view! { <AppPanel detail acts/> })
            .collect_view();
        view! { {none} {panels} <Waiting waiting/> }.into_any()
    };
    view! { {shown} }.into_any()
}

fn say_some(sentence: fn(crate::lang::Lang) -> &'static str) -> ui::MaybeText {
    let words = say(sentence);
    Signal::derive(move || Some(words.get()))
}

fn found(search: &Query, detail: &AppDetail) -> bool {
    search.matches(&detail.row.app.name)
        || detail
            .links
            .iter()
            .any(|link| search.matches(&link.name) || search.matches(&link.search_id))
}

/// An app that somebody came for, or just did something to, is shown whole, also without links.
fn shows_panel(detail: &AppDetail, only: Option<&AppId>, acts: Acts) -> bool {
    let is_told = |(app, _): &(AppId, acts::Outcome)| *app == detail.row.app.id;
    let told = acts
        .outcome
        .with_untracked(|outcome| outcome.as_ref().is_some_and(is_told));
    !detail.links.is_empty() || only.is_some() || told
}

/// Apps that have no channel yet, each with the way to link some.
#[component]
fn Waiting(waiting: Vec<AppDetail>) -> impl IntoView {
    let count = waiting.len();
    let rows = waiting
        .into_iter()
        .map(|detail| {
            let name = detail.row.app.name.clone();
            view! { <li><div class="panel-head"><span>{name}</span>{link_channels(&detail)}</div></li> }
        })
        .collect_view();
    let summary = tell(move |lang| links::unlinked_apps(lang, count));
    (count > 0).then(move || {
        view! { <Disclosure summary open=true><ul class="pick-list">{rows}</ul></Disclosure> }
    })
}
