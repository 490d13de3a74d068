//! `/gallery`: every component in every state. For those who build the console, so it is left out of what the server carries.

use leptos::prelude::*;

/// The gallery; with the real server there is no such page.
#[component]
pub fn GalleryPage() -> impl IntoView {
    #[cfg(feature = "mock")]
    return view! { <ui::Gallery/> };
    #[cfg(not(feature = "mock"))]
    return view! { <crate::layout::Page title=crate::lang::say(text::screens::errors::not_found_title)><crate::parts::not_found::NotFound/></crate::layout::Page> };
}
