//! A button that opens a small panel: account, language.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, Node};

use crate::Text;

/// A small panel below its button. Escape, a click elsewhere and focus leaving close it.
#[component]
pub fn Dropdown(
    /// What the button says.
    #[prop(into)]
    label: Text,
    /// Read by assistive technology before the label, to say what it is the value of.
    #[prop(optional, into)]
    purpose: crate::MaybeText,
    /// What is inside: links and buttons.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(details) = node.get_untracked() {
            details.set_open(false);
        }
    };
    let keydown = move |ev: KeyboardEvent| {
        let Some(details) = node
            .get_untracked()
            .filter(web_sys::HtmlDetailsElement::open)
        else {
            return;
        };
        if ev.key() == "Escape" {
            ev.stop_propagation();
            close();
            if let Ok(Some(summary)) = details.query_selector("summary")
                && let Ok(summary) = summary.dyn_into::<HtmlElement>()
            {
                let _ = summary.focus();
            }
        }
    };
    let outside = window_event_listener(ev::click, move |ev| {
        let target = ev
            .target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        if let Some(details) = node.get_untracked()
            && !details.contains(target.as_ref())
        {
            details.set_open(false);
        }
    });
    on_cleanup(move || outside.remove());
    let focus_out = move |ev: web_sys::FocusEvent| {
        let next = ev
            .related_target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        // A panel that is being removed loses focus, too; then there is nothing left to close.
        if let Some(Some(details)) = node.try_get_untracked()
            && next.is_some()
            && !details.contains(next.as_ref())
        {
            details.set_open(false);
        }
    };
    view! {
        <details class="dropdown" on:keydown=keydown on:focusout=focus_out node_ref=node>
            <summary class="button">
                {move || {
                    purpose.get().map(|text| view! { <span class="visually-hidden">{text} " "</span> })
                }}
                <span>{move || label.get()}</span>
            </summary>
            <div class="dropdown-panel">{children()}</div>
        </details>
    }
}
