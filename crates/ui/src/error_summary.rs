//! What has to be put right before a form can go on: once at the top, with links to the places.

use leptos::{html, prelude::*};
use web_sys::MouseEvent;

use crate::{Text, ids, skip_link::focus_by_id};

/// One thing to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorLink {
    /// Id of the control, without `#`; empty when no single control is to blame.
    pub target: String,
    /// The same words as at the control.
    pub text: String,
}

/// The list of errors of a form. Takes focus when it appears and at every further attempt.
#[component]
pub fn ErrorSummary(
    /// How many things there are to put right, in words.
    #[prop(into)]
    title: Text,
    /// The things; nothing is shown when there are none.
    #[prop(into)]
    errors: Signal<Vec<ErrorLink>>,
    /// Counts the attempts to go on, so that focus comes back here after each.
    #[prop(optional, into)]
    attempt: Signal<u32>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let title_id = StoredValue::new(ids::fresh("errors"));
    let any = Memo::new(move |_| errors.with(|list| !list.is_empty()));
    // An effect, because focus is not part of the view.
    Effect::new(move || {
        attempt.track();
        if any.get()
            && let Some(element) = node.get()
        {
            // Refused only when it is not shown.
            let _ = element.focus();
        }
    });
    view! {
        <Show when=move || any.get()>
            <div
                class="error-summary"
                role="alert"
                tabindex="-1"
                aria-labelledby=title_id.get_value()
                node_ref=node
            >
                <h2 id=title_id.get_value()>{move || title.get()}</h2>
                <ul>{move || errors.get().into_iter().map(line).collect_view()}</ul>
            </div>
        </Show>
    }
}

/// One line: a link when there is a place to go to.
fn line(ErrorLink { target, text }: ErrorLink) -> AnyView {
    if target.is_empty() {
        return view! { <li>{text}</li> }.into_any();
    }
    let href = format!("#{target}");
    let go = move |ev: MouseEvent| {
        ev.prevent_default();
        focus_by_id(&target);
    };
    view! {
        <li>
            <a href=href on:click=go>
                {text}
            </a>
        </li>
    }
    .into_any()
}
