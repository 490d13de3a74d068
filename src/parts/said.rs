//! What was just done, in words that take focus: the button that was pressed is gone with its row.

use leptos::{html, prelude::*};
use ui::{Note, NoteTone};

use crate::lang::{Lang, say};

/// What is said, or nothing yet.
pub type Words = RwSignal<Option<fn(Lang) -> &'static str>>;

/// The note. Stands outside the list, so that it stays when the list is fetched again.
#[component]
pub fn Said(
    /// What was done.
    words: Words,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    // An effect, because focus is not part of the view.
    Effect::new(move || {
        if words.get().is_some() {
            // After a dialog has closed and given focus back to a button that is about to go.
            request_animation_frame(move || {
                if let Some(place) = place.try_get_untracked().flatten() {
                    // Refused only where it is not shown.
                    let _ = place.focus();
                }
            });
        }
    });
    let shown = move || {
        words.get().map(|sentence| {
            view! { <Note tone=NoteTone::Ok live=true><p>{say(sentence)}</p></Note> }
        })
    };
    view! { <div class="said" tabindex="-1" node_ref=place>{shown}</div> }
}
