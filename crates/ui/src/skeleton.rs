//! The outline of what is on its way, in its final size, so that nothing moves when it arrives.

use leptos::prelude::*;

/// What is on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SkeletonShape {
    /// Rows of a list or table.
    #[default]
    Rows,
    /// Lines of text.
    Lines,
    /// Cards.
    Cards,
}

impl SkeletonShape {
    const fn name(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Lines => "lines",
            Self::Cards => "cards",
        }
    }
}

/// Grey bars. Hidden from assistive technology; [`crate::Loading`] says what is going on.
#[component]
pub fn Skeleton(
    /// What is on its way.
    #[prop(optional)]
    shape: SkeletonShape,
    /// How many.
    #[prop(default = 3)]
    count: usize,
) -> impl IntoView {
    view! {
        <div class="skeleton" data-shape=shape.name() aria-hidden="true">
            {(0..count).map(|_| view! { <span></span> }).collect_view()}
        </div>
    }
}
