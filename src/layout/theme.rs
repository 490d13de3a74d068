//! Light, dark, or as the device has it: chosen once, kept in this browser.

use leptos::prelude::*;

use crate::storage;

/// How the console looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::Device, Theme::Light, Theme::Dark];

    /// The word in storage and forms.
    pub fn word(self) -> &'static str {
        match self {
            Theme::Device => "device",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme with that word.
    pub fn parse(word: &str) -> Theme {
        Theme::ALL
            .into_iter()
            .find(|theme| theme.word() == word)
            .unwrap_or(Theme::Device)
    }
}

/// The theme, and how to change it.
pub fn use_theme() -> (Theme, impl Fn(Theme) + Copy + Send + Sync + 'static) {
    let now = storage::get("theme").map_or(Theme::Device, |word| Theme::parse(&word));
    let choose = |theme: Theme| {
        let Some(root) = document().document_element() else {
            return;
        };
        // Neither can fail: the name is a valid attribute name.
        let _ = match theme {
            Theme::Device => root.remove_attribute("data-theme"),
            _ => root.set_attribute("data-theme", theme.word()),
        };
        match theme {
            Theme::Device => storage::remove("theme"),
            _ => {
                storage::set("theme", theme.word());
            }
        }
    };
    (now, choose)
}
