//! Answers to check: what was asked, what was answered, and the way back to change it.

use leptos::prelude::*;

use crate::{MaybeText, Text};

/// A list of [`SummaryRow`]s.
#[component]
pub fn SummaryList(
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <dl class="summary-list">{children()}</dl> }
}

/// One answer.
#[component]
pub fn SummaryRow(
    /// What was asked.
    #[prop(into)]
    term: Text,
    /// Address of the place to change it; no link when absent.
    #[prop(optional, into)]
    change: MaybeText,
    /// The word of the link; read together with the term.
    #[prop(optional, into)]
    change_label: Text,
    /// What was answered.
    children: Children,
) -> impl IntoView {
    view! {
        <div>
            <dt>{move || term.get()}</dt>
            <dd>{children()}</dd>
            {move || {
                change
                    .get()
                    .map(|href| {
                        view! {
                            <dd>
                                <a class="act" href=href>
                                    <span class="visually-hidden">{term.get()} " "</span>
                                    {change_label.get()}
                                </a>
                            </dd>
                        }
                    })
            }}
        </div>
    }
}
