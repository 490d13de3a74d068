//! The search field of a list.

use leptos::{html, prelude::*};
use web_sys::KeyboardEvent;

use crate::{MaybeText, Text, ids, ime, typing::keep_in_step};

/// A search field. Each input is handed on at once; Escape clears it, and leaves it when it is empty.
#[component]
pub fn SearchField(
    /// The label.
    #[prop(into)]
    label: Text,
    /// The text it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the whole text after each input, also while a syllable is being composed.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called on Enter, but not on the Enter that finishes a syllable.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// One sentence on what can be searched for.
    #[prop(optional, into)]
    hint: MaybeText,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
    /// The control's id.
    #[prop(optional, into)]
    id: String,
    /// The element, e.g. to move focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let id = ids::or_fresh(id, "search");
    let hint_id = StoredValue::new(format!("{id}-hint"));
    let composing = RwSignal::new(false);
    keep_in_step(value, composing, move || node_ref.get());
    let keydown = move |ev: KeyboardEvent| {
        if ime::is_ime(&ev) {
            return;
        }
        if ev.key() == "Escape" && value.with_untracked(|text| !text.is_empty()) {
            // Clears this field only; a dialog around it stays open.
            ev.prevent_default();
            ev.stop_propagation();
            on_input.run(String::new());
        } else if let Some(act) = on_enter
            && ime::is_enter(&ev)
        {
            ev.prevent_default();
            act.run(());
        }
    };
    view! {
        <div class="field search-field" role="search">
            <label class=if hide_label { "visually-hidden" } else { "field-label" } for=id.clone()>
                {move || label.get()}
            </label>
            {move || {
                hint.get().map(|text| view! { <p class="hint" id=hint_id.get_value()>{text}</p> })
            }}
            <input
                class="input"
                id=id
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=move || hint.with(Option::is_some).then(|| hint_id.get_value())
                prop:value=value.get_untracked()
                on:compositionstart=move |_| composing.set(true)
                on:compositionend=move |_| composing.set(false)
                on:input:target=move |ev| on_input.run(ev.target().value())
                on:keydown=keydown
                node_ref=node_ref
            />
        </div>
    }
}
