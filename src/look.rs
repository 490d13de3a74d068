//! How a preview is looked at: by whom, in which language, how large, before which surroundings. All of it stands in the address.

use domain::consent_screen::Situation;
use leptos_router::params::ParamsMap;
use text::Lang;

use crate::path::PreviewSize;

/// A way of looking at a preview.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Who meets the screen, and how.
    pub situation: Situation,
    /// Whether the request is sent that asks for what is open.
    pub asks: bool,
    /// The language of the screen; `None` for the console's.
    pub lang: Option<Lang>,
    /// How large the letters on the screen are.
    pub size: PreviewSize,
    /// Whether the surroundings of the screen are dark.
    pub dark: bool,
}

impl Look {
    /// What an address says. Words that mean nothing count as left out.
    pub fn read(query: &ParamsMap) -> Look {
        let word = |name: &str| query.get(name).unwrap_or_default();
        Look {
            situation: Situation::parse(&word("situation")).unwrap_or_default(),
            asks: word("asks") == "true",
            lang: Lang::parse(&word("lang")),
            size: PreviewSize::parse(&word("size")).unwrap_or_default(),
            dark: word("around") == "dark",
        }
    }

    /// What stands in the address; empty for what is as usual.
    pub fn pairs(self) -> [(&'static str, &'static str); 5] {
        let usual = Look::default();
        let unless = |same: bool, word: &'static str| if same { "" } else { word };
        [
            (
                "situation",
                unless(self.situation == usual.situation, self.situation.word()),
            ),
            ("asks", unless(!self.asks, "true")),
            ("lang", self.lang.map_or("", Lang::tag)),
            ("size", unless(self.size == usual.size, self.size.word())),
            ("around", unless(!self.dark, "dark")),
        ]
    }
}
