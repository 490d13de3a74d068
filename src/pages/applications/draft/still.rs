//! Keeps the field with focus where it is: what appears or goes above it while somebody types must not move it under their hands.

use leptos::prelude::*;
use web_sys::{ScrollBehavior, ScrollToOptions};

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
    request_animation_frame(move || {
        let moved = height().unwrap_or(before) - before;
        if moved.abs() >= 1.0 {
            let by = ScrollToOptions::new();
            by.set_top(moved);
            by.set_behavior(ScrollBehavior::Instant);
            window().scroll_by_with_scroll_to_options(&by);
        }
    });
}
