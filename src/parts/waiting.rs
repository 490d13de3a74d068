//! A region that waits for its data.

use leptos::prelude::*;
use text::screens::shell;
use ui::{Button, Loading, SkeletonShape};

use crate::lang::say;

/// Skeleton at once, words after a while, a way out after longer.
#[component]
pub fn Waiting(
    /// What is on its way.
    shape: SkeletonShape,
    /// Asks again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let again = move || view! { <Button label=say(shell::retry_button) on_press=on_retry/> };
    view! { <Loading label=say(shell::loading) slow=Signal::derive({
        let slow = say(shell::slow);
        move || Some(slow.get())
    }) shape actions=again/> }
}
