//! Every component in every state, on one page: what is looked at, tabbed through and tested.

mod acts;
mod forms;
mod lists;
mod words;

use leptos::prelude::*;

/// The gallery. Its sentences are samples and belong to no product.
#[component]
pub fn Gallery() -> impl IntoView {
    view! {
        <div class="gallery">
            <acts::Acts />
            <forms::Forms />
            <forms::Picks />
            <words::Words />
            <words::Waiting />
            <lists::Lists />
        </div>
    }
}

/// The states of one component, under its name.
#[component]
fn Story(
    /// The component's name; also the end of the heading's id.
    name: &'static str,
    /// The states.
    children: Children,
) -> impl IntoView {
    let id = format!("story-{name}");
    view! {
        <section class="panel" aria-labelledby=id>
            <h2 id=id.clone()>{name}</h2>
            {children()}
        </section>
    }
}
