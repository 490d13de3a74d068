//! The form of one application: its overview and its parts, with the live consent screen beside what is being filled in.

use domain::subject::Part;
use leptos::context::Provider;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};
use text::screens::application;
use ui::SkeletonShape;
use wasm_bindgen::JsCast;

use super::banner::Banner;
use super::channel::ChannelPart;
use super::check::CheckPart;
use super::draft::{Draft, use_draft};
use super::extra::ExtraPart;
use super::items::ItemsPart;
use super::overview::Overview;
use super::part_nav::PartNav;
use super::preview::Preview;
use super::problems::Problems;
use super::proof::Proof;
use super::summary::PartSummary;
use super::terms::{History, TermsPart};
use crate::api::use_api;
use crate::data::{Loaded, missing, use_application};
use crate::lang::{say, tell};
use crate::layout::{Crumb, Page};
use crate::parts::not_found::NotFound;
use crate::parts::save_state::SaveIndicator;
use crate::parts::when::{WhenForm, words};
use crate::path;

/// Which page of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The parts as a task list.
    Overview,
    /// One part.
    Part(Part),
    /// An address that is none.
    Nowhere,
}

impl Place {
    fn parse(word: &str) -> Place {
        match Part::parse(word) {
            Some(part) => Place::Part(part),
            None if word == "overview" => Place::Overview,
            None => Place::Nowhere,
        }
    }
}

/// The form.
#[component]
pub fn ApplicationPage() -> impl IntoView {
    let (api, params) = (use_api(), use_params_map());
    let application = use_application();
    let loaded = Loaded::new(move || {
        let (client, id) = (api.client(), application.get());
        async move {
            match id {
                Some(id) => client.application_get(&id).await,
                None => Err(missing()),
            }
        }
    });
    // One draft for each answer: it outlives the pages of the form, and is left when another application is opened.
    let draft = Memo::new_with_compare(
        move |_| loaded.get().map(|answer| untrack(|| Draft::open(answer))),
        |_, _| true,
    );
    let place = Memo::new(move |_| Place::parse(&params.read().get("part").unwrap_or_default()));
    let errors = Signal::derive(move || {
        draft
            .get()
            .filter(|draft| draft.attempted.get())
            .map_or(0, Draft::blocking)
    });
    move || {
        let place = place.get();
        let title = title(place, draft);
        view! {
            <Page title errors crumbs=crumbs(place, application, draft) actions=move || head(draft)>
                {move || match draft.get() {
                    None => loaded.view(SkeletonShape::Cards, |_| ()).into_any(),
                    Some(draft) => view! { <Provider value=draft><Body place/></Provider> }.into_any(),
                }}
            </Page>
        }
    }
}

/// The heading, and the title of the tab.
fn title(place: Place, draft: Memo<Option<Draft>>) -> ui::Text {
    tell(move |lang| match place {
        Place::Overview | Place::Nowhere => draft.get().map_or_else(
            || application::name(lang).to_owned(),
            |draft| {
                application::title(
                    lang,
                    &draft.document.with(|document| document.app.name.clone()),
                )
            },
        ),
        Place::Part(Part::Proof) => text::part(lang, Part::Proof).to_owned(),
        Place::Part(Part::Items) => application::items_title(lang).to_owned(),
        Place::Part(Part::Terms) => application::terms_title(lang).to_owned(),
        Place::Part(Part::Extra) => application::extra_title(lang).to_owned(),
        Place::Part(Part::Channel) => application::channel_title(lang).to_owned(),
        Place::Part(Part::Check) => application::check_title(lang).to_owned(),
    })
}

fn crumbs(
    place: Place,
    id: Memo<Option<domain::id::ApplicationId>>,
    draft: Memo<Option<Draft>>,
) -> Vec<Crumb> {
    let mut crumbs = vec![Crumb {
        href: path::applications(),
        label: say(application::name),
    }];
    if let (Place::Part(_), Some(id)) = (place, id.get()) {
        crumbs.push(Crumb {
            href: path::application_overview(&id),
            label: title(Place::Overview, draft),
        });
    }
    crumbs
}

/// What became of the last words typed, beside the heading.
fn head(draft: Memo<Option<Draft>>) -> impl IntoView {
    move || {
        let draft = draft.get()?;
        let before = tell(move |lang| {
            draft.detail.with(|detail| {
                let who = detail
                    .names
                    .get(&detail.application.changed_by)
                    .cloned()
                    .unwrap_or_default();
                let at = words(lang, detail.application.changed_at, WhenForm::Table);
                application::changed_by(lang, &who, &at)
            })
        });
        draft.editable.get().then(|| {
            view! { <SaveIndicator state=draft.state before on_retry=move |()| draft.try_again()/> }
        })
    }
}

/// What stands below the heading.
#[component]
fn Body(place: Place) -> impl IntoView {
    let draft = use_draft();
    go_to_fragment();
    view! {
        <Banner/>
        {move || match (place, draft.editable.get()) {
            (Place::Nowhere, _) => view! { <NotFound/> }.into_any(),
            (Place::Overview, _) => view! { <Overview/> }.into_any(),
            (Place::Part(Part::Check), true) => view! { <CheckPart/> }.into_any(),
            (Place::Part(part), true) => view! { <Editing part/> }.into_any(),
            (Place::Part(part), false) => view! { <Reading part/> }.into_any(),
        }}
    }
}

/// A part that is filled in, with the consent screen beside it.
#[component]
fn Editing(part: Part) -> impl IntoView {
    let body = match part {
        Part::Items => view! { <ItemsPart/> }.into_any(),
        Part::Proof => view! { <Proof/> }.into_any(),
        Part::Terms => view! { <TermsPart/> }.into_any(),
        Part::Extra => view! { <ExtraPart/> }.into_any(),
        Part::Channel => view! { <ChannelPart/> }.into_any(),
        Part::Check => ().into_any(),
    };
    view! {
        <div class="with-preview">
            <div>
                <div class="group">
                    <Problems part/>
                    {body}
                    <PartNav part/>
                </div>
                <Preview/>
            </div>
        </div>
    }
}

/// A part that can only be read.
#[component]
fn Reading(part: Part) -> impl IntoView {
    let all = part == Part::Check;
    let shown = Part::ALL.iter().copied().filter(move |one| {
        if all {
            *one != Part::Check
        } else {
            *one == part
        }
    });
    let summaries = shown
        .map(|part| view! { <PartSummary part change=false/> })
        .collect_view();
    view! {
        <div class="with-preview">
            <div>
                <div class="group">
                    {summaries}
                    {(part == Part::Terms).then(|| view! { <History/> })}
                    <PartNav part/>
                </div>
                <Preview/>
            </div>
        </div>
    }
}

/// Follows the address to a field, also after it has been drawn.
fn go_to_fragment() {
    let (draft, fragment) = (use_draft(), use_location().hash);
    // An effect, because focus is not part of the view.
    Effect::new(move || {
        let target = fragment.get().trim_start_matches('#').to_owned();
        if target.is_empty() {
            return;
        }
        request_animation_frame(move || {
            if document().get_element_by_id(&target).is_some() {
                return focus(&target);
            }
            // A question that does not matter now: it is brought up for whoever wants to change its answer.
            if draft.others.try_set(true).is_none() {
                request_animation_frame(move || focus(&target));
            }
        });
    });
}

/// Moves focus to an element, which brings it into sight, too.
pub fn focus(id: &str) {
    let element = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        element.scroll_into_view();
        // Refused only where it is not shown.
        let _ = element.focus();
    }
}
