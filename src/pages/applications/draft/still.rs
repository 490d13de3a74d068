//! Keeps the field with focus where it is: what appears or goes above it while somebody types must not move it under their hands.

use std::cell::Cell;

use leptos::prelude::*;
use web_sys::{ScrollBehavior, ScrollToOptions};

thread_local! {
    /// Whether the next frame puts things right already: several keys can be struck before it.
    static WAITS: Cell<bool> = const { Cell::new(false) };
}

/// Before a change of the page: what has focus stays at its height in the window when the change is drawn.
pub(super) fn hold() {
    let Some(focused) = document()
        .active_element()
        .filter(|element| !element.id().is_empty())
    else {
        return;
    };
    let height = move || {
        focused
            .is_connected()
            .then(|| focused.get_bounding_client_rect().top())
    };
    let Some(before) = height() else { return };
    if WAITS.replace(true) {
        return;
    }
    request_animation_frame(move || {
        WAITS.set(false);
        let moved = height().unwrap_or(before) - before;
        if moved.abs() >= 1.0 {
            let by = ScrollToOptions::new();
            by.set_top(moved);
            by.set_behavior(ScrollBehavior::Instant);
            window().scroll_by_with_scroll_to_options(&by);
        }
    });
}
