//! A column heading that sorts.

use leptos::prelude::*;

use crate::{Glyph, Icon, Text};

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortDirection {
    /// Smallest, first or oldest on top.
    Ascending,
    /// Largest, last or newest on top.
    Descending,
}

/// A `<th>` with a button. The state is in `aria-sort`, the drawing shows it.
#[component]
pub fn SortHeader(
    /// The column's name.
    #[prop(into)]
    label: Text,
    /// How the table is sorted by this column; `None` when it is sorted by another.
    #[prop(into)]
    direction: Signal<Option<SortDirection>>,
    /// Called when the column is chosen.
    #[prop(into)]
    on_sort: Callback<()>,
) -> impl IntoView {
    let aria = move || match direction.get() {
        Some(SortDirection::Ascending) => "ascending",
        Some(SortDirection::Descending) => "descending",
        None => "none",
    };
    let glyph = move || match direction.get()? {
        SortDirection::Ascending => Some(view! { <Icon glyph=Glyph::ArrowUp /> }),
        SortDirection::Descending => Some(view! { <Icon glyph=Glyph::ArrowDown /> }),
    };
    view! {
        <th scope="col" aria-sort=aria>
            <button class="sort-header" type="button" on:click=move |_| on_sort.run(())>
                {move || label.get()}
                {glyph}
            </button>
        </th>
    }
}
