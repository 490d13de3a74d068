//! Copies a value to the clipboard and says whether it worked.

use js_sys::Reflect;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::{Button, ButtonKind, Glyph, Text, use_announcer};

/// A button that copies `value`. The result stands beside it and is announced.
#[component]
pub fn CopyButton(
    /// What the button says.
    #[prop(into)]
    label: Text,
    /// What is copied, named for assistive technology.
    #[prop(optional, into)]
    hidden: crate::MaybeText,
    /// The value.
    #[prop(into)]
    value: Signal<String>,
    /// Said when it worked.
    #[prop(into)]
    done: Text,
    /// Said when the browser refused: how to copy by hand.
    #[prop(into)]
    failed: Text,
) -> impl IntoView {
    let announcer = use_announcer();
    let result = RwSignal::new(None::<bool>);
    let copy = move |()| {
        spawn_local(async move {
            let worked = write(&value.get_untracked()).await;
            // The button may be gone by now; then nobody waits for the answer.
            if result.try_set(Some(worked)).is_none() {
                announcer.announce(if worked { done } else { failed }.get_untracked());
            }
        });
    };
    let outcome = move || {
        result
            .get()
            .map(|worked| if worked { done.get() } else { failed.get() })
    };
    view! {
        <span class="copy-button">
            <Button label hidden kind=ButtonKind::Link icon=Glyph::Copy on_press=copy />
            <span class="hint">{outcome}</span>
        </span>
    }
}

/// Writes to the clipboard; `false` where the page may not or the browser has none.
async fn write(text: &str) -> bool {
    let navigator = window().navigator();
    // Absent on pages without TLS, though the binding's type says otherwise.
    let exists = Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| clipboard.is_object());
    exists
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}
