//! Text for assistive technology only.

use leptos::prelude::*;

/// Words that are read aloud but not drawn, for instance the noun behind "Change".
#[component]
pub fn VisuallyHidden(
    /// What is read.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! { <span class="visually-hidden">{move || text.get()}</span> }
}
