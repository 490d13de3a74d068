//! An address that leads nowhere.

use leptos::prelude::*;
use text::screens::errors;

use crate::lang::say;
use crate::layout::Page;
use crate::parts::not_found::NotFound;

/// The page for every unknown address.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <Page title=say(errors::not_found_title)>
            <NotFound/>
        </Page>
    }
}
