//! Nothing here: why, and what to do about it.

use leptos::prelude::*;

use crate::{MaybeText, Text};

/// Stands where a list would. Never used for a list that could not be loaded.
#[component]
pub fn EmptyState(
    /// What is not there.
    #[prop(into)]
    title: Text,
    /// Why, or why it matters.
    #[prop(optional, into)]
    text: MaybeText,
    /// One action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <p class="empty-state-title">{move || title.get()}</p>
            {move || text.get().map(|text| view! { <p>{text}</p> })}
            {children.map(|children| view! { <div class="row">{children()}</div> })}
        </div>
    }
}
