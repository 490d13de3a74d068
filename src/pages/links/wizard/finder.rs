//! The search over a list that the server pages, and the button for more of it.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use text::screens::{links, shell};
use ui::{Button, MaybeText, SearchField, Text};

use super::growing::Growing;
use crate::lang::{say, use_lang};
use crate::parts::failure::FailureNote;

/// So long after the last key the server is asked.
const PAUSE: Duration = Duration::from_millis(200);

/// What somebody types, and what the server is asked a moment later. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Finder {
    typed: RwSignal<String>,
    /// What the server is asked.
    pub asked: RwSignal<String>,
}

impl Finder {
    /// Nothing typed yet.
    pub fn new() -> Finder {
        Finder {
            typed: RwSignal::new(String::new()),
            asked: RwSignal::new(String::new()),
        }
    }
}

/// The search field with the number of results, said politely.
#[component]
pub fn FinderField(
    finder: Finder,
    #[prop(into)] label: Text,
    /// What was found, in words.
    #[prop(into)]
    found: Text,
) -> impl IntoView {
    let ask = StoredValue::new_local(debounce(PAUSE, move |text: String| finder.asked.set(text)));
    let on_input = move |text: String| {
        finder.typed.set(text.clone());
        ask.update_value(|ask| ask(text));
    };
    view! {
        <SearchField label value=finder.typed on_input/>
        <p class="hint" role="status">{move || found.get()}</p>
    }
}

/// Words instead of an empty list of results.
pub fn nothing_found(finder: Finder) -> MaybeText {
    let lang = use_lang();
    Signal::derive(move || {
        finder
            .asked
            .with(|asked| (!asked.is_empty()).then(|| shell::no_results(lang.get(), asked)))
    })
}

/// The button for the next page of a list.
#[component]
pub fn GrowButton<T: Clone + Send + Sync + 'static>(list: Growing<T>) -> impl IntoView {
    view! {
        <Show when=move || list.next().is_some()>
            <div class="row">
                <Button label=say(links::more_button) busy=list.busy on_press=move |()| list.grow()/>
            </div>
        </Show>
        {move || list.failure.get().map(|failure| view! { <FailureNote failure reading=true/> })}
    }
}
