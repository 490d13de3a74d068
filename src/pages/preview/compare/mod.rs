//! Two versions of an application, before and after: every difference in words, and the two screens side by side.

mod differences;
mod sides;

use contract::body::ApplicationDetail;
use domain::application::Document;
use domain::consent_screen::{Facts, outcome};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use text::Lang;
use text::screens::{preview, share};
use ui::{EmptyState, SkeletonShape, ids};

use crate::api::use_api;
use crate::data::{Loaded, missing, use_application};
use crate::lang::{say, use_lang};
use crate::layout::{Crumb, Page};
use crate::parts::consent_screen::{ConsentScreen, Trial};
use crate::path;
use differences::Differences;
use sides::{Side, Sides};

/// Before and after. Which two versions stands in the address.
#[component]
pub fn ComparePage() -> impl IntoView {
    let (api, application) = (use_api(), use_application());
    let loaded = Loaded::new(move || {
        let (client, id) = (api.client(), application.get());
        async move {
            match id {
                Some(id) => client.application_get(&id).await,
                None => Err(missing()),
            }
        }
    });
    let (query, navigate) = (use_location().query, use_navigate());
    let asked = Memo::new(move |_| {
        query.with(|query| {
            let side = |name| Side::parse(&query.get(name).unwrap_or_default());
            (side("before"), side("after"))
        })
    });
    // The address changes in place, so that Back leads off the page.
    let go = Callback::new(move |(before, after): (Side, Side)| {
        let (before, after) = (before.word(), after.word());
        let address = application.with_untracked(|id| {
            let id = id.as_ref()?;
            Some(path::compare(id, Some((&before, &after))))
        });
        let options = NavigateOptions {
            resolve: false,
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        if let Some(address) = address {
            navigate(&address, options);
        }
    });
    let crumbs: Vec<Crumb> = application
        .get_untracked()
        .map(|id| Crumb {
            href: path::preview(&id),
            label: say(preview::title),
        })
        .into_iter()
        .collect();
    view! {
        <Page title=say(share::compare_title) crumbs>
            {loaded.view(SkeletonShape::Cards, move |answer| shown(answer.body, asked, go))}
        </Page>
    }
}

/// The two versions that are looked at: those asked for, as far as they are there; else the last round and the draft.
fn chosen(detail: &ApplicationDetail, asked: (Option<Side>, Option<Side>)) -> (Side, Side) {
    let there = |side: &Side| document(detail, *side).is_some();
    (
        asked
            .0
            .filter(there)
            .unwrap_or(Side::Round(detail.application.rounds.len())),
        asked.1.filter(there).unwrap_or(Side::Draft),
    )
}

fn document(detail: &ApplicationDetail, side: Side) -> Option<&Document> {
    match side {
        Side::Draft => Some(&detail.document),
        Side::Round(number) => detail
            .application
            .rounds
            .get(number.checked_sub(1)?)
            .map(|round| &round.document),
    }
}

fn shown(
    detail: ApplicationDetail,
    asked: Memo<(Option<Side>, Option<Side>)>,
    go: Callback<(Side, Side)>,
) -> AnyView {
    let rounds = detail.application.rounds.len();
    if rounds == 0 {
        return view! { <EmptyState title=say(share::compare_nothing)/> }.into_any();
    }
    let detail = StoredValue::new(detail);
    let sides = Memo::new(move |_| detail.with_value(|detail| chosen(detail, asked.get())));
    let both = move || {
        let (before, after) = sides.get();
        let (old, new) = detail.with_value(|detail| {
            Some((
                document(detail, before)?.clone(),
                document(detail, after)?.clone(),
            ))
        })?;
        Some(view! {
            <Differences before=old.clone() after=new.clone()/>
            <div class={"compare"}>
                {side(old, before, share::compare_before)}
                {side(new, after, share::compare_after)}
            </div>
        })
    };
    view! {
        <Sides sides rounds go/>
        {both}
    }
    .into_any()
}

/// One of the two screens, as somebody meets it who signs up for the first time.
fn side(document: Document, side: Side, place: fn(Lang) -> &'static str) -> AnyView {
    let lang = use_lang();
    let title = move || [place(lang.get()), ": ", &side.title(lang.get())].concat();
    let heading = ids::fresh("compare");
    let trial = Trial::new(Memo::new(move |_| outcome(&document, &Facts::default())));
    view! {
        <div class="group">
            <h2 id=heading.clone()>{title}</h2>
            <ConsentScreen trial lang under=heading/>
        </div>
    }
    .into_any()
}
