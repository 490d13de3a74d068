//! A question that must be answered first, on the browser's own modal dialog.

use leptos::{ev, html, prelude::*};

use crate::{Text, ids};

/// A modal dialog. The browser keeps focus inside, closes it on Escape and gives focus back.
///
/// The safe answer comes with the dialog and has focus at first; what acts goes into `actions`.
#[component]
pub fn Dialog(
    /// Open or not. The dialog sets it to `false` when it is left.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Text,
    /// The safe answer: leaves everything as it is.
    #[prop(into)]
    safe_label: Text,
    /// Announced as a warning: for what cannot be undone.
    #[prop(optional)]
    alert: bool,
    /// The buttons that act.
    #[prop(optional, into)]
    actions: ViewFn,
    /// What there is to know before answering. Built anew each time the dialog opens.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let safe = NodeRef::<html::Button>::new();
    let (title_id, body_id) = (ids::fresh("dialog"), ids::fresh("dialog-text"));
    // An effect, because showing a modal is a call, not an attribute.
    Effect::new(move || {
        let Some(element) = dialog.get() else { return };
        if open.get() && !element.open() {
            // Fails only for an element outside the page, which cannot be shown anyway.
            if element.show_modal().is_ok()
                && let Some(button) = safe.get_untracked()
            {
                let _ = button.focus();
            }
        } else if !open.get() && element.open() {
            element.close();
        }
    });
    let body = StoredValue::new(children);
    let actions = StoredValue::new(actions);
    view! {
        <dialog
            class="dialog"
            role=if alert { "alertdialog" } else { "dialog" }
            aria-labelledby=title_id
            aria-describedby=body_id
            on:close=move |_: ev::Event| open.set(false)
            node_ref=dialog
        >
            <h2 id=title_id.clone()>{move || title.get()}</h2>
            <div class="dialog-body" id=body_id.clone()>
                <Show when=move || open.get()>{body.with_value(|view| view())}</Show>
            </div>
            <div class="row">
                <Show when=move || open.get()>{actions.with_value(ViewFn::run)}</Show>
                <button class="button" type="button" on:click=move |_| open.set(false) node_ref=safe>
                    <span>{move || safe_label.get()}</span>
                </button>
            </div>
        </dialog>
    }
}
