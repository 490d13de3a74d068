//! The language of the console: chosen once, kept in this browser, followed by `<html lang>`.

use leptos::prelude::*;
pub use text::Lang;
use ui::Text;

use crate::storage;

/// Provides the language to everything below.
pub fn provide_lang() {
    let stored = storage::get("lang").and_then(|tag| Lang::parse(&tag));
    let lang = RwSignal::new(stored.unwrap_or(Lang::Ko));
    // An effect, because the document's language is outside the view.
    Effect::new(move || {
        if let Some(root) = document().document_element() {
            // Cannot fail: the name is a valid attribute name.
            let _ = root.set_attribute("lang", lang.get().tag());
        }
    });
    provide_context(lang);
}

/// The language now.
pub fn use_lang() -> RwSignal<Lang> {
    use_context().unwrap_or_else(|| RwSignal::new(Lang::Ko))
}

/// Changes the language and remembers it.
pub fn choose(lang: RwSignal<Lang>, to: Lang) {
    lang.set(to);
    storage::set("lang", to.tag());
}

/// A fixed sentence that follows the language.
pub fn say(sentence: fn(Lang) -> &'static str) -> Text {
    let lang = use_lang();
    Signal::derive(move || sentence(lang.get()).to_owned())
}

/// A sentence with values that follows the language and whatever the closure reads.
pub fn tell(sentence: impl Fn(Lang) -> String + Send + Sync + 'static) -> Text {
    let lang = use_lang();
    Signal::derive(move || sentence(lang.get()))
}
