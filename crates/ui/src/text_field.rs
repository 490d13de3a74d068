//! One line of text.

use leptos::{html, prelude::*};
use web_sys::KeyboardEvent;

use crate::{Field, FieldIds, FieldMessages, MaybeText, Text, ime, typing::keep_in_step};

/// What a field holds: chooses the on-screen keyboard and the `type`, never a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any words.
    #[default]
    Text,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// A telephone number.
    Tel,
    /// Digits, perhaps with hyphens: not a quantity, so no `type=number`.
    Digits,
}

impl InputKind {
    /// `type` and `inputmode`. Addresses stay `type=text`, or the browser would judge them itself.
    const fn attributes(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("text", "text"),
            Self::Url => ("text", "url"),
            Self::Email => ("text", "email"),
            Self::Tel => ("tel", "tel"),
            Self::Digits => ("text", "numeric"),
        }
    }
}

/// A labelled text field. What is typed is handed on unchanged and never rewritten.
#[component]
pub fn TextField(
    /// The label.
    #[prop(into)]
    label: Text,
    /// The text it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the whole text after each input.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when focus leaves: the moment to normalise or to judge.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// Called on Enter, but not on the Enter that finishes a syllable.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// What it holds.
    #[prop(optional)]
    kind: InputKind,
    /// One sentence on what to enter.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeText,
    /// Text below: a counter, or the value as it was understood.
    #[prop(optional, into)]
    below: MaybeText,
    /// The browser's hint for filling in, e.g. `"email"`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Can be read but not changed.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// Narrow: for a number or a code.
    #[prop(optional)]
    short: bool,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
    /// The control's id, for links from an error summary.
    #[prop(optional, into)]
    id: String,
    /// The element, e.g. to move focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let ids = FieldIds::new(id);
    let messages = FieldMessages { hint, error, below };
    let composing = RwSignal::new(false);
    keep_in_step(value, composing, move || node_ref.get());
    let (kind, mode) = kind.attributes();
    let describing = ids.clone();
    let keydown = move |ev: KeyboardEvent| {
        if let Some(act) = on_enter
            && ime::is_enter(&ev)
        {
            ev.prevent_default();
            act.run(());
        }
    };
    view! {
        <Field ids=ids.clone() label messages hide_label>
            <input
                class="input"
                id=ids.control
                type=kind
                inputmode=mode
                autocomplete=autocomplete
                spellcheck="false"
                data-short=short.then_some("true")
                aria-describedby=move || messages.described_by(&describing)
                aria-invalid=move || messages.invalid()
                readonly=move || read_only.get()
                prop:value=value.get_untracked()
                on:compositionstart=move |_| composing.set(true)
                on:compositionend=move |_| composing.set(false)
                on:input:target=move |ev| on_input.run(ev.target().value())
                on:keydown=keydown
                on:blur=move |_| {
                    if let Some(act) = on_blur {
                        // A field that is being removed loses focus, too; then nobody is there to act.
                        let _ = act.try_run(());
                    }
                }
                node_ref=node_ref
            />
        </Field>
    }
}
