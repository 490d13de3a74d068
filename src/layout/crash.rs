//! The page after a panic: plain DOM, because nothing of the console may be relied on any more.

use leptos::prelude::{document, window};
use text::{Lang, screens::errors};

/// Replaces the console by words, the details and a way to go on. What was typed is in the browser's storage.
pub fn show(details: &str) {
    let lang = document()
        .document_element()
        .and_then(|root| root.get_attribute("lang"))
        .and_then(|tag| Lang::parse(&tag))
        .unwrap_or_default();
    let Some(app) = document().get_element_by_id("app") else {
        return;
    };
    app.set_text_content(None);
    let add = |tag: &str, class: &str, text: &str| {
        let element = document().create_element(tag).ok()?;
        element.set_class_name(class);
        element.set_text_content(Some(text));
        app.append_child(&element).ok()?;
        Some(element)
    };
    // Each of these can only fail where there is no document left to show anything in.
    let _ = add("h1", "crash", errors::crash_title(lang));
    let _ = add("p", "", errors::crash_text(lang));
    let _ = add("pre", "", details);
    if let Some(link) = add("a", "button", errors::reload_button(lang)) {
        let address = window().location().href().unwrap_or_default();
        let _ = link.set_attribute("href", &address);
    }
}
