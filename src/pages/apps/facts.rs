//! What the list and the page of an app both show of it.

use contract::body::{AppRow, ApplicationRow};
use domain::app::App;
use domain::link::LINKS_MAX;
use domain::role::RoleWanted;
use leptos::prelude::*;
use text::screens::apps;
use ui::Text;

use crate::lang::{say, tell};
use crate::parts::role_request::Asset;
use crate::parts::status_tag::StatusTag;

/// What a role is asked for on.
pub(super) fn asset(row: &AppRow) -> Asset {
    Asset {
        wanted: RoleWanted::AppEditor {
            app: row.app.id.clone(),
        },
        name: row.app.name.clone(),
        decider: Some(row.owner.clone()),
        requested: row.requested,
    }
}

/// The registration number, or words where there is none.
pub(super) fn number(app: &App) -> AnyView {
    match &app.business {
        Some(business) => {
            view! { <span class="num">{business.number.to_string()}</span> }.into_any()
        }
        None => view! { <span class="hint">{say(apps::no_business)}</span> }.into_any(),
    }
}

/// How many of the ten places are taken.
pub(super) fn links(count: usize) -> Text {
    tell(move |lang| apps::links_of(lang, count, LINKS_MAX))
}

/// Where the application stands, or that there is none.
pub(super) fn sync(application: Option<&ApplicationRow>) -> AnyView {
    match application {
        Some(application) => view! { <StatusTag status=application.status/> }.into_any(),
        None => view! { <span class="hint">{say(apps::not_applied)}</span> }.into_any(),
    }
}

/// The first letter of the name, where users will see the app's icon.
pub(super) fn icon(app: &App) -> impl IntoView {
    let letter: String = app.name.chars().take(1).collect();
    let none = (!app.icon).then_some("true");
    view! { <span class="app-icon" aria-hidden="true" data-none=none>{letter}</span> }
}
