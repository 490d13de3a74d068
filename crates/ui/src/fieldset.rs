//! Controls that belong together, under one legend.

use leptos::prelude::*;

use crate::{
    FieldIds, FieldMessages, MaybeText, Text,
    field::{ErrorLine, MessageLine},
};

/// Whether a legend is also a heading of the page, so that the question is written only once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LegendLevel {
    /// A label only.
    #[default]
    Plain,
    /// The heading of the page. It takes focus when the page opens.
    Page,
    /// The heading of a section.
    Section,
}

/// A group of controls. Error and hint describe the group as a whole.
#[component]
pub fn Fieldset(
    /// What the group is about.
    #[prop(into)]
    legend: Text,
    /// Whether the legend is a heading too.
    #[prop(optional)]
    level: LegendLevel,
    /// One sentence for the whole group.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong with the group.
    #[prop(optional, into)]
    error: MaybeText,
    /// Drawn as a card that shows whether it is in use: `Some(true)` when it is.
    #[prop(optional, into)]
    card: Signal<Option<bool>>,
    /// The group's id, for links from an error summary.
    #[prop(optional, into)]
    id: String,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let ids = FieldIds::new(id);
    let messages = FieldMessages {
        hint,
        error,
        below: MaybeText::default(),
    };
    let describing = ids.clone();
    view! {
        <fieldset
            class="fieldset"
            id=ids.control
            tabindex="-1"
            data-card=move || card.get().map(|on| if on { "on" } else { "off" })
            data-invalid=move || messages.invalid()
            aria-describedby=move || messages.described_by(&describing)
        >
            <legend>{legend_view(level, legend)}</legend>
            <div class="fieldset-body">
                <MessageLine id=ids.hint text=hint />
                <ErrorLine id=ids.error text=error />
                {children()}
            </div>
        </fieldset>
    }
}

/// The legend's text, as a heading where it is one.
pub(crate) fn legend_view(level: LegendLevel, legend: Text) -> AnyView {
    let text = move || legend.get();
    match level {
        LegendLevel::Plain => view! { <span>{text}</span> }.into_any(),
        LegendLevel::Page => view! { <h1 tabindex="-1">{text}</h1> }.into_any(),
        LegendLevel::Section => view! { <h2>{text}</h2> }.into_any(),
    }
}
