//! A name with the part that was searched for marked.

use domain::search::highlight;
use leptos::prelude::*;

/// The name; the first place where `words` occur is a `<mark>`.
#[component]
pub fn Marked(
    /// The name.
    text: String,
    /// What was searched for; nothing is marked when it is empty.
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    move || {
        let found = words.with(|words| highlight(&text, words));
        let parts = found.and_then(|at| {
            Some((
                text.get(..at.start)?,
                text.get(at.clone())?,
                text.get(at.end..)?,
            ))
        });
        match parts {
            Some((before, hit, after)) => {
                let (before, hit, after) = (before.to_owned(), hit.to_owned(), after.to_owned());
                view! { {before}<mark>{hit}</mark>{after} }.into_any()
            }
            None => text.clone().into_any(),
        }
    }
}
