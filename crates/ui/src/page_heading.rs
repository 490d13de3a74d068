//! The heading of a screen.

use leptos::{html, prelude::*};

use crate::Text;

/// The one `<h1>`. It can take focus, so that a new screen is read from its title.
#[component]
pub fn PageHeading(
    /// The title.
    #[prop(into)]
    title: Text,
    /// The primary action, a tag, or nothing.
    #[prop(optional, into)]
    actions: ViewFn,
    /// The heading element, to move focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::H1>,
) -> impl IntoView {
    view! {
        <div class="page-heading">
            <h1 tabindex="-1" node_ref=node_ref>
                {move || title.get()}
            </h1>
            <div class="row">{actions.run()}</div>
        </div>
    }
}
