//! The demo's addresses. A static host knows only `index.html`, so what follows the base path is kept behind a `#` in the
//! address bar: `/demo/#/channels?q=별`. The router never sees that form; it is turned back before it looks.
//!
//! Nothing of it happens in builds for the real server, which answers every path.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::{JsCast, closure::Closure};

use crate::path;

/// Whether this build keeps its address folded: the one with the backend inside the page.
const FOLDS: bool = cfg!(feature = "mock");

/// Before the router starts, and before it hears of each Back or Forward: `base/#/x` becomes `base/x`.
pub fn unfold() {
    if !FOLDS {
        return;
    }
    to_path_form();
    let back: Closure<dyn Fn()> = Closure::new(to_path_form);
    // Registered before the router's own listener, so it is called before it.
    let _ = window().add_event_listener_with_callback("popstate", back.as_ref().unchecked_ref());
    back.forget();
}

/// After each navigation: `base/x` becomes `base/#/x`, so that a reload finds its way back.
#[component]
pub fn Fold() -> impl IntoView {
    if !FOLDS {
        return;
    }
    let location = use_location();
    // An effect, because the address bar is not part of the view.
    Effect::new(move || {
        location.pathname.track();
        location.search.track();
        location.hash.track();
        request_animation_frame(|| {
            request_animation_frame(to_fragment_form);
        });
    });
}

/// Whether what is made here is gone after a reload, because the backend is inside the page.
pub fn forgets() -> bool {
    FOLDS
}

/// An address of the console as it can be given to others: with the host, and folded where it is kept folded.
pub fn whole(address: &str) -> String {
    let origin = window().location().origin().unwrap_or_default();
    match address.strip_prefix(path::base()) {
        Some(own) if FOLDS => format!("{origin}{}/#{own}", path::base()),
        _ => format!("{origin}{address}"),
    }
}

fn to_path_form() {
    let Ok(fragment) = window().location().hash() else {
        return;
    };
    if let Some(rest) = fragment.strip_prefix("#/") {
        replace(&format!("{}/{rest}", path::base()));
    }
}

fn to_fragment_form() {
    let location = window().location();
    let (Ok(pathname), Ok(search), Ok(fragment)) =
        (location.pathname(), location.search(), location.hash())
    else {
        return;
    };
    if fragment.starts_with("#/") {
        return;
    }
    if let Some(rest) = pathname.strip_prefix(path::base()) {
        replace(&format!("{}/#{rest}{search}{fragment}", path::base()));
    }
}

fn replace(address: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        // Refused only for another origin, which this never is.
        let _ = history.replace_state_with_url(&state, "", Some(address));
    }
}
