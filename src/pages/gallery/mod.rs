//! `/gallery`: every component in every state. For those who build the console, so it is left out of what the server carries.

#[cfg(feature = "mock")]
mod situations;

use leptos::prelude::*;
#[cfg(not(feature = "mock"))]
use text::screens::errors;
#[cfg(feature = "mock")]
use text::screens::shell;

use crate::lang::say;
use crate::layout::Page;

/// The gallery; with the real server there is no such page.
#[component]
pub fn GalleryPage() -> impl IntoView {
    #[cfg(feature = "mock")]
    return view! {
        <Page title=say(shell::gallery)>
            <ui::Gallery/>
            <situations::Situations/>
        </Page>
    };
    #[cfg(not(feature = "mock"))]
    return view! {
        <Page title=say(errors::not_found_title)>
            <crate::parts::not_found::NotFound/>
        </Page>
    };
}
