//! A table that may be wider than its place.

use leptos::prelude::*;

use crate::{Text, ids};

/// A table with its caption in a labelled region that scrolls sideways and can be reached by keyboard.
///
/// With `stack` the rows become labelled blocks on narrow screens: every cell then needs its
/// column's name in `data-l`.
#[component]
pub fn TableFrame(
    /// The table's title, as a rule with the number of rows.
    #[prop(into)]
    caption: Text,
    /// Keeps the caption for assistive technology only, where a heading says the same.
    #[prop(optional)]
    hide_caption: bool,
    /// Rows become blocks on narrow screens.
    #[prop(optional)]
    stack: bool,
    /// `<thead>` and `<tbody>`.
    children: Children,
) -> impl IntoView {
    let id = ids::fresh("caption");
    view! {
        <div class="table-frame" role="region" aria-labelledby=id tabindex="0">
            <table class=if stack { "table stack" } else { "table" }>
                <caption id=id.clone() class=hide_caption.then_some("visually-hidden")>
                    {move || caption.get()}
                </caption>
                {children()}
            </table>
        </div>
    }
}
