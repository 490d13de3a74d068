//! More of the same, folded away.

use leptos::prelude::*;

use crate::Text;

/// A part that unfolds in place.
#[component]
pub fn Disclosure(
    /// What is inside, as a label.
    #[prop(into)]
    summary: Text,
    /// Unfolded at first.
    #[prop(optional)]
    open: bool,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>{move || summary.get()}</summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
