//! One thing to tick.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::{
    FieldIds, FieldMessages, MaybeText, Text,
    field::{ErrorLine, MessageLine},
};

/// A checkbox with its label. The owner decides: when it refuses a tick, the box stays as it was.
#[component]
pub fn Checkbox(
    /// What ticking means.
    #[prop(into)]
    label: Text,
    /// Ticked or not.
    #[prop(into)]
    checked: Signal<bool>,
    /// Receives the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// One sentence below the label.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeText,
    /// Why it cannot be changed now; shown, and the box stays reachable.
    #[prop(optional, into)]
    blocked: MaybeText,
    /// Keeps the label for assistive technology only, e.g. in a table row.
    #[prop(optional)]
    hide_label: bool,
    /// The control's id, for links from an error summary.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let ids = FieldIds::new(id);
    let messages = FieldMessages {
        hint,
        error,
        below: blocked,
    };
    let describing = ids.clone();
    let click = move |ev: MouseEvent| {
        if blocked.with_untracked(Option::is_some) {
            ev.prevent_default();
        }
    };
    view! {
        <div class="checkbox" data-invalid=move || messages.invalid()>
            <ErrorLine id=ids.error text=error />
            <input
                id=ids.control.clone()
                type="checkbox"
                prop:checked=move || checked.get()
                aria-describedby=move || messages.described_by(&describing)
                aria-invalid=move || messages.invalid()
                aria-disabled=move || blocked.with(Option::is_some).then_some("true")
                on:click=click
                on:change:target=move |ev| {
                    let input = ev.target();
                    on_change.run(input.checked());
                    // The signal does not fire when the owner refused, so the box is put right here.
                    input.set_checked(checked.get_untracked());
                }
            />
            <label class=if hide_label { "visually-hidden" } else { "checkbox-label" } for=ids.control>
                {move || label.get()}
            </label>
            <MessageLine id=ids.hint text=hint />
            <MessageLine id=ids.below text=blocked />
        </div>
    }
}
