//! How many of an app's ten places for channels are taken, drawn and in words.

use domain::link::LINKS_MAX;
use leptos::prelude::*;
use text::screens::links;

use crate::lang::tell;

/// A bar of ten places with the same in words beside it. The words leave out what is only being chosen.
#[component]
pub fn Slots(
    /// How many channels are linked.
    #[prop(into)]
    used: Signal<usize>,
    /// How many more are being chosen.
    #[prop(optional, into)]
    chosen: Signal<usize>,
) -> impl IntoView {
    let left = move || LINKS_MAX.saturating_sub(used.get());
    let words = tell(move |lang| links::slots(lang, used.get(), LINKS_MAX, left()));
    let place = move |at: usize| {
        view! {
            <i
                data-used=move || (at < used.get()).then_some("true")
                data-new=move || (used.get()..used.get() + chosen.get()).contains(&at).then_some("true")
            ></i>
        }
    };
    view! {
        <span class="slots" aria-hidden="true">{(0..LINKS_MAX).map(place).collect_view()}</span>
        <span>{move || words.get()}</span>
    }
}
