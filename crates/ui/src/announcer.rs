//! The one polite voice of the page: results of what a person did, said once.

use leptos::prelude::*;

/// Says sentences to assistive technology. Cheap to copy; get it with [`use_announcer`].
#[derive(Clone, Copy)]
pub struct Announcer {
    /// How many were said, and the last one.
    last: RwSignal<(u32, String)>,
}

impl Announcer {
    fn new() -> Self {
        Self {
            last: RwSignal::new((0, String::new())),
        }
    }

    /// Says `sentence` when the voice is free. The same sentence twice is said twice.
    pub fn announce(&self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        self.last.update(|(count, text)| {
            *count = count.wrapping_add(1);
            *text = sentence;
        });
    }

    /// What stands in slot `slot` (0 or 1) of the region now.
    fn slot(self, slot: u32) -> String {
        self.last.with(|(count, text)| {
            if count % 2 == slot {
                text.clone()
            } else {
                String::new()
            }
        })
    }
}

/// Puts the announcer into context. Call it once, at the root.
pub fn provide_announcer() -> Announcer {
    let announcer = Announcer::new();
    provide_context(announcer);
    announcer
}

/// The announcer of this page; a silent one where none was provided.
pub fn use_announcer() -> Announcer {
    use_context().unwrap_or_else(Announcer::new)
}

/// The live region itself. Exactly one on a page, present from the start, or nothing is read.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let announcer = use_announcer();
    // Two slots in turn: replacing a text by the same text is no change, so it would not be said again.
    view! {
        <div class="visually-hidden" role="status" aria-atomic="false">
            <p>{move || announcer.slot(0)}</p>
            <p>{move || announcer.slot(1)}</p>
        </div>
    }
}
