//! The browser's storage, under one prefix. It may be forbidden or full; then nothing is kept and nothing breaks.

use leptos::prelude::window;

const PREFIX: &str = "syncdesk.";

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What is kept under a name.
pub fn get(name: &str) -> Option<String> {
    storage()?
        .get_item(&format!("{PREFIX}{name}"))
        .ok()
        .flatten()
}

/// Keeps a text; says whether it could.
pub fn set(name: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&format!("{PREFIX}{name}"), value).is_ok())
}

/// Forgets a text.
pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        // Removing what is not there is no error.
        let _ = storage.remove_item(&format!("{PREFIX}{name}"));
    }
}

/// The names of everything kept that begins with `start`.
pub fn names(start: &str) -> Vec<String> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(|n| storage.key(n).ok().flatten())
        .filter_map(|key| {
            key.strip_prefix(PREFIX)
                .filter(|name| name.starts_with(start))
                .map(str::to_owned)
        })
        .collect()
}
