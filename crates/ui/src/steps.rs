//! Where one is in a task of a few pages. A list, not tabs.

use std::cmp::Ordering;

use leptos::prelude::*;

use crate::Text;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// Its address; used for steps that are done.
    pub href: Option<String>,
}

/// The step indicator. Steps before `current` are done and lead back; those after it are only named.
#[component]
pub fn Steps(
    /// What the steps belong to, for assistive technology.
    #[prop(into)]
    label: Text,
    /// The steps, in order.
    #[prop(into)]
    steps: Signal<Vec<Step>>,
    /// Index of the step one is in, from 0. Equal to the number of steps when all are done.
    #[prop(into)]
    current: Signal<usize>,
    /// Read after a step that is done, e.g. "done".
    #[prop(into)]
    done_word: Text,
    /// Read after a step that is still to come, e.g. "to do".
    #[prop(into)]
    left_word: Text,
) -> impl IntoView {
    let one = move |(n, step): (usize, Step)| {
        let now = current.get();
        let Step { label, href } = step;
        let word = match n.cmp(&now) {
            Ordering::Less => Some(done_word.get()),
            Ordering::Equal => None,
            Ordering::Greater => Some(left_word.get()),
        };
        let name = match href.filter(|_| n < now) {
            Some(href) => view! { <a href=href>{label}</a> }.into_any(),
            None => view! { <span>{label}</span> }.into_any(),
        };
        view! {
            <li aria-current=(n == now).then_some("step") data-done=(n < now).then_some("true")>
                {name}
                {word.map(|word| view! { <span class="visually-hidden">" " {word}</span> })}
            </li>
        }
    };
    view! {
        <ol class="steps" role="list" aria-label=move || label.get()>
            {move || steps.get().into_iter().enumerate().map(one).collect_view()}
        </ol>
    }
}
