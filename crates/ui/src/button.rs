//! The button: acts, says why it cannot, and never acts twice.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::{Glyph, Icon, MaybeText, Text, ids, use_announcer};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do next; at most one on a screen.
    Primary,
    /// Everything else.
    #[default]
    Plain,
    /// Takes something away.
    Danger,
    /// Looks like a link, acts like a button.
    Link,
}

impl ButtonKind {
    /// The value of `data-kind`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Plain => "plain",
            Self::Danger => "danger",
            Self::Link => "link",
        }
    }
}

/// A button. It is never `disabled`: one that cannot act stays reachable and says why.
#[component]
pub fn Button(
    /// What it says; it does not change while busy.
    #[prop(into)]
    label: Text,
    /// What it does. Leave out when it only submits its form.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Submits the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// The act is under way: presses are ignored, the width stays.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Said to assistive technology when the act begins, e.g. "Linking".
    #[prop(optional, into)]
    busy_label: MaybeText,
    /// Why it cannot act now. Shown beside it and tied to it; presses are ignored.
    #[prop(optional, into)]
    blocked: MaybeText,
    /// The id of an element that already says why, where several buttons are blocked for the same reason: the button is tied to it,
    /// and says nothing beside itself. Leave out for a reason of its own.
    #[prop(optional, into)]
    why: String,
    /// Words only assistive technology reads after the label, e.g. the noun behind "Remove".
    #[prop(optional, into)]
    hidden: MaybeText,
    /// A drawing before the label.
    #[prop(optional)]
    icon: Option<Glyph>,
    /// The element's id; made up when empty.
    #[prop(optional, into)]
    id: String,
    /// Pressed or not, for a button that switches something on; leave out for others.
    #[prop(optional, into)]
    pressed: Signal<Option<bool>>,
    /// The element, e.g. to move focus to it.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Button>,
) -> impl IntoView {
    let id = ids::or_fresh(id, "button");
    let told = !why.is_empty();
    let reason_id = StoredValue::new(if told { why } else { format!("{id}-why") });
    let announcer = use_announcer();
    let stopped = move || busy.get_untracked() || blocked.with_untracked(Option::is_some);
    let press = move |ev: MouseEvent| {
        if stopped() {
            // Also stops the submission that Enter in a field would start.
            ev.prevent_default();
        } else if let Some(act) = on_press {
            act.run(());
        }
    };
    // An effect, because speaking is not part of the view.
    Effect::new(move || {
        if busy.get()
            && let Some(text) = busy_label.get_untracked()
        {
            announcer.announce(text);
        }
    });
    view! {
        <button
            class="button"
            id=id
            type=if submit { "submit" } else { "button" }
            data-kind=kind.name()
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || blocked.with(Option::is_some).then_some("true")
            aria-describedby=move || blocked.with(Option::is_some).then(|| reason_id.get_value())
            aria-pressed=move || pressed.get().map(|on| if on { "true" } else { "false" })
            on:click=press
            node_ref=node_ref
        >
            {icon.map(|glyph| view! { <Icon glyph /> })}
            <span>
                {move || label.get()}
                {move || {
                    hidden.get().map(|text| view! { <span class="visually-hidden">" " {text}</span> })
                }}
            </span>
        </button>
        {move || {
            blocked
                .get()
                .filter(|_| !told)
                .map(|why| {
                    view! {
                        <span class="button-why" id=reason_id.get_value()>
                            {why}
                        </span>
                    }
                })
        }}
    }
}
