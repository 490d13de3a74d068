//! The consent screen on its own page, for every situation, with what the service receives. What is chosen stands in the address.

mod compare;
mod receives;
mod share;

use contract::body::ApplicationDetail;
use domain::id::ApplicationId;
use domain::subject::Part;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use text::screens::{preview, share as sharing};
use ui::{Button, LinkButton, SkeletonShape};

use crate::api::use_api;
use crate::data::{Loaded, missing, use_application};
use crate::lang::{say, tell};
use crate::layout::Page;
use crate::look::Look;
use crate::parts::preview::{KeepPicture, Meeting, Preview};
use crate::path;
pub use compare::ComparePage;
use receives::Receives;
use share::SharePanel;

/// The screen that an application leads to.
#[component]
pub fn PreviewPage() -> impl IntoView {
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
    let look = Memo::new(move |_| query.with(Look::read));
    // The address changes in place, so that Back leads off the page.
    let go = Callback::new(move |look: Look| {
        let Some(address) =
            application.with_untracked(|id| id.as_ref().map(|id| path::preview_as(id, look)))
        else {
            return;
        };
        navigate(
            &address,
            NavigateOptions {
                resolve: false,
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            },
        );
    });
    view! {
        <Page title=say(preview::title)>
            {loaded.view(SkeletonShape::Cards, move |answer| shown(answer.body, look, go))}
        </Page>
    }
}

fn shown(detail: ApplicationDetail, look: Memo<Look>, go: Callback<Look>) -> AnyView {
    let id: ApplicationId = detail.application.id;
    let (role, compare) = (detail.role, path::compare(&id, None));
    let app = detail.document.app.name.clone();
    let lead = tell(move |lang| {
        let app = if app.trim().is_empty() {
            preview::app_unnamed(lang)
        } else {
            &app
        };
        preview::lead(lang, app)
    });
    let meeting = Meeting::new(Signal::stored(detail.document), look);
    let back = path::application(&id, Part::Items);
    let print = Callback::new(|()| {
        // Refused only where there is nothing to print with.
        let _ = window().print();
    });
    view! {
        <p class="lead">{move || lead.get()}</p>
        <Preview meeting go/>
        <Receives meeting/>
        <SharePanel application=id role/>
        <div class="row no-print">
            <LinkButton label=say(preview::back_button) href=Signal::stored(back)/>
            <LinkButton label=say(sharing::compare_button) href=Signal::stored(compare)/>
            <Button label=say(preview::print_button) on_press=print/>
            <KeepPicture meeting/>
        </div>
    }
    .into_any()
}
