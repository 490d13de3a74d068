//! How much has been typed, beside the limit. Text, not a bar; not announced while typing.

use leptos::prelude::*;

/// `12 / 200`, and marked when it is over. What is over is never cut off: the error says so.
#[component]
pub fn Counter(
    /// How much there is.
    #[prop(into)]
    used: Signal<usize>,
    /// How much may be.
    limit: usize,
    /// The element's id, when a control refers to it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    view! {
        <p class="counter" id=id data-over=move || (used.get() > limit).then_some("true")>
            <span class="num">{move || used.get()}</span>
            " / "
            <span class="num">{limit}</span>
        </p>
    }
}
