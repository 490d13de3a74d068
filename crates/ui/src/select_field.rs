//! One of many, in a native list box.

use leptos::prelude::*;

use crate::{Choice, Field, FieldIds, FieldMessages, MaybeText, Text};

/// A labelled native select. Picking changes the value and nothing else.
#[component]
pub fn SelectField(
    /// The label.
    #[prop(into)]
    label: Text,
    /// What can be picked, in order. A choice with an empty value is the invitation to pick.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The value picked now.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the value that was picked.
    #[prop(into)]
    on_change: Callback<String>,
    /// One sentence on what to pick.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeText,
    /// Keeps the label for assistive technology only.
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
        below: MaybeText::default(),
    };
    let describing = ids.clone();
    view! {
        <Field ids=ids.clone() label messages hide_label>
            <select
                class="input"
                id=ids.control
                aria-describedby=move || messages.described_by(&describing)
                aria-invalid=move || messages.invalid()
                on:change:target=move |ev| on_change.run(ev.target().value())
            >
                {move || {
                    options
                        .get()
                        .into_iter()
                        .map(|choice| {
                            let own = choice.value.clone();
                            view! {
                                <option
                                    value=choice.value
                                    disabled=choice.blocked.is_some()
                                    prop:selected=move || value.with(|picked| *picked == own)
                                >
                                    {choice.label}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </Field>
    }
}
