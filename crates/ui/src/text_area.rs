//! Several lines of text.

use leptos::{html, prelude::*};

use crate::{Field, FieldIds, FieldMessages, MaybeText, Text, typing::keep_in_step};

/// A labelled text area. It grows with what is typed where the browser can do that.
#[component]
pub fn TextArea(
    /// The label.
    #[prop(into)]
    label: Text,
    /// The text it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the whole text after each input.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when focus leaves.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// One sentence on what to enter.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeText,
    /// Text below, as a rule how much has been typed and how much may be.
    #[prop(optional, into)]
    below: MaybeText,
    /// Lines shown when empty.
    #[prop(default = 3)]
    rows: u8,
    /// Can be read but not changed.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
    /// The control's id, for links from an error summary.
    #[prop(optional, into)]
    id: String,
    /// The element, e.g. to move focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let ids = FieldIds::new(id);
    let messages = FieldMessages { hint, error, below };
    let composing = RwSignal::new(false);
    keep_in_step(value, composing, move || node_ref.get());
    let describing = ids.clone();
    view! {
        <Field ids=ids.clone() label messages hide_label>
            <textarea
                class="input"
                id=ids.control
                rows=rows.to_string()
                spellcheck="false"
                aria-describedby=move || messages.described_by(&describing)
                aria-invalid=move || messages.invalid()
                readonly=move || read_only.get()
                prop:value=value.get_untracked()
                on:compositionstart=move |_| composing.set(true)
                on:compositionend=move |_| composing.set(false)
                on:input:target=move |ev| on_input.run(ev.target().value())
                on:blur=move |_| {
                    if let Some(act) = on_blur {
                        // A field that is being removed loses focus, too; then nobody is there to act.
                        let _ = act.try_run(());
                    }
                }
                node_ref=node_ref
            ></textarea>
        </Field>
    }
}
