//! From one page of a list to the next. Links, so that Back and reload work.

use leptos::prelude::*;

use crate::{MaybeText, Text};

/// The two directions of a list that is read in pages.
#[component]
pub fn Pager(
    /// What is paged, for assistive technology.
    #[prop(into)]
    label: Text,
    /// The word for going back.
    #[prop(into)]
    previous_label: Text,
    /// Address of the previous page; `None` on the first.
    #[prop(into)]
    previous: MaybeText,
    /// The word for going on.
    #[prop(into)]
    next_label: Text,
    /// Address of the next page; `None` on the last.
    #[prop(into)]
    next: MaybeText,
    /// Where one is, e.g. "51–100".
    #[prop(optional, into)]
    position: MaybeText,
) -> impl IntoView {
    view! {
        <nav class="pager" aria-label=move || label.get()>
            {move || way(previous_label, previous, "prev")}
            {move || position.get().map(|text| view! { <span class="num">{text}</span> })}
            {move || way(next_label, next, "next")}
        </nav>
    }
}

/// A link, or the muted word where there is nothing further.
fn way(label: Text, href: MaybeText, rel: &'static str) -> AnyView {
    match href.get() {
        Some(href) => view! {
            <a class="button" href=href rel=rel>
                <span>{label.get()}</span>
            </a>
        }
        .into_any(),
        None => view! { <span class="pager-end">{label.get()}</span> }.into_any(),
    }
}
