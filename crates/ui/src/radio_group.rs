//! One of few, all in sight.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::{Choice, Fieldset, LegendLevel, MaybeText, Text, ids};

/// Native radio buttons under one legend. Choices that cannot be picked stay visible with the reason.
#[component]
pub fn RadioGroup(
    /// The question.
    #[prop(into)]
    legend: Text,
    /// What can be picked, in order.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The value picked now; empty when none is.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the value that was picked.
    #[prop(into)]
    on_change: Callback<String>,
    /// Whether the legend is a heading too.
    #[prop(optional)]
    level: LegendLevel,
    /// One sentence for the whole group.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeText,
    /// Side by side where there is room, for two or three short choices.
    #[prop(optional)]
    inline: bool,
    /// Id of the first radio button, for links from an error summary.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let id = ids::or_fresh(id, "radio");
    let group_id = format!("{id}-group");
    let first = StoredValue::new(id);
    let view_one = move |(n, choice): (usize, Choice)| {
        let own_id = if n == 0 {
            first.get_value()
        } else {
            format!("{}-{n}", first.get_value())
        };
        view! { <Radio id=own_id name=first.get_value() choice value on_change /> }
    };
    view! {
        <Fieldset legend level hint error id=group_id>
            <div class="radio-group" data-inline=inline.then_some("true")>
                {move || options.get().into_iter().enumerate().map(view_one).collect_view()}
            </div>
        </Fieldset>
    }
}

/// One radio button of the group `name`.
#[component]
fn Radio(
    id: String,
    name: String,
    choice: Choice,
    value: Signal<String>,
    on_change: Callback<String>,
) -> impl IntoView {
    let Choice {
        value: own,
        label,
        hint,
        blocked,
    } = choice;
    let (hint_id, why_id) = (format!("{id}-hint"), format!("{id}-why"));
    let described = ids::join(&[
        blocked.as_ref().map(|_| why_id.as_str()),
        hint.as_ref().map(|_| hint_id.as_str()),
    ]);
    let is_blocked = blocked.is_some();
    let own = StoredValue::new(own);
    let picked = move || value.with(|picked| own.with_value(|own| own == picked));
    let click = move |ev: MouseEvent| {
        if is_blocked {
            ev.prevent_default();
        }
    };
    view! {
        <div class="radio">
            <input
                id=id.clone()
                type="radio"
                name=name
                value=own.get_value()
                prop:checked=picked
                aria-disabled=is_blocked.then_some("true")
                aria-describedby=described
                on:click=click
                on:change=move |_| on_change.run(own.get_value())
            />
            <label class="radio-label" for=id>{label}</label>
            {hint.map(|text| view! { <p class="hint" id=hint_id>{text}</p> })}
            {blocked.map(|text| view! { <p class="hint" id=why_id>{text}</p> })}
        </div>
    }
}
