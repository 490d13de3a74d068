//! Waiting, in three stages: quiet, announced, and frank about taking long.

use std::time::Duration;

use leptos::prelude::*;

use crate::{MaybeText, Skeleton, SkeletonShape, Text, use_announcer};

/// After this long it is said aloud that something is loading.
const ANNOUNCE_AFTER: Duration = Duration::from_secs(1);
/// After this long it is admitted that it takes longer than usual.
const SLOW_AFTER: Duration = Duration::from_secs(8);

/// The outline of what is loading; drawn after 150 ms, so that a quick answer does not flicker.
#[component]
pub fn Loading(
    /// What is said after a second, e.g. "Loading".
    #[prop(into)]
    label: Text,
    /// What is shown after eight seconds.
    #[prop(optional, into)]
    slow: MaybeText,
    /// What is on its way.
    #[prop(optional)]
    shape: SkeletonShape,
    /// How many.
    #[prop(default = 3)]
    count: usize,
    /// The way out, shown with `slow`: a button to try again.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    let announcer = use_announcer();
    let late = RwSignal::new(false);
    // A timer that could not be stopped in time finds nothing left to say.
    after(ANNOUNCE_AFTER, move || {
        if let Some(label) = label.try_get_untracked() {
            announcer.announce(label);
        }
    });
    after(SLOW_AFTER, move || {
        let _ = late.try_set(true);
    });
    let actions = StoredValue::new(actions);
    view! {
        <div class="loading" aria-busy="true">
            <Skeleton shape count />
            <p class="visually-hidden">{move || label.get()}</p>
            <Show when=move || late.get() && slow.with(Option::is_some)>
                <div class="row" role="status">
                    <p>{move || slow.get()}</p>
                    {actions.with_value(ViewFn::run)}
                </div>
            </Show>
        </div>
    }
}

/// Runs `act` after `delay`, unless the component is gone by then.
fn after(delay: Duration, act: impl FnOnce() + 'static) {
    if let Ok(timer) = set_timeout_with_handle(act, delay) {
        on_cleanup(move || timer.clear());
    }
}
