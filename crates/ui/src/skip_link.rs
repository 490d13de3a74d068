//! The first stop of the Tab key: past the navigation, to the content.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::Text;

/// A link that shows when it has focus and moves focus to the element with the id `target`.
#[component]
pub fn SkipLink(
    /// What the link says.
    #[prop(into)]
    label: Text,
    /// Id of the element to go to; it needs `tabindex="-1"`.
    #[prop(default = "main")]
    target: &'static str,
) -> impl IntoView {
    let go = move |ev: web_sys::MouseEvent| {
        // The address must not change: it belongs to the router.
        ev.prevent_default();
        focus_by_id(target);
    };
    view! {
        <a class="skip-link" href=format!("#{target}") on:click=go>
            {move || label.get()}
        </a>
    }
}

/// Moves focus to the element with this id and brings it into view. Does nothing when it is not there.
pub(crate) fn focus_by_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id)
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        element.scroll_into_view();
        // Refused only for an element that is not shown; then there is nothing to go to.
        let _ = element.focus();
    }
}
