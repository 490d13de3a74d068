//! A part of a screen with its own heading.

use leptos::prelude::*;

use crate::{Text, ids};

/// A card: heading, things to do with the whole of it, content.
#[component]
pub fn Panel(
    /// Its heading.
    #[prop(into)]
    title: Text,
    /// Buttons or a tag beside the heading.
    #[prop(optional, into)]
    actions: ViewFn,
    /// Content.
    children: Children,
) -> impl IntoView {
    let id = ids::fresh("panel");
    view! {
        <section class="panel" aria-labelledby=id>
            <div class="panel-head">
                <h2 id=id.clone()>{move || title.get()}</h2>
                {actions.run()}
            </div>
            {children()}
        </section>
    }
}
