//! A link that looks like a button: for the next screen, never for an act.

use leptos::prelude::*;

use crate::{ButtonKind, Glyph, Icon, MaybeText, Text};

/// An anchor with the look of a button.
#[component]
pub fn LinkButton(
    /// What it says.
    #[prop(into)]
    label: Text,
    /// Where it leads.
    #[prop(into)]
    href: Text,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Words only assistive technology reads after the label.
    #[prop(optional, into)]
    hidden: MaybeText,
    /// A drawing before the label.
    #[prop(optional)]
    icon: Option<Glyph>,
    /// The element's id, when something points at it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    view! {
        <a class="button" id=id data-kind=kind.name() href=move || href.get()>
            {icon.map(|glyph| view! { <Icon glyph /> })}
            <span>
                {move || label.get()}
                {move || {
                    hidden.get().map(|text| view! { <span class="visually-hidden">" " {text}</span> })
                }}
            </span>
        </a>
    }
}
