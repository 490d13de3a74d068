//! A list of channels or apps: what is asked stands in the address, what is found in two groups.

mod asked;
pub mod counted;
mod filters;
mod groups;

use std::time::Duration;

use contract::body::{Group, ListQuery};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

pub use asked::{Asked, Shown};
pub use filters::Filters;
pub use groups::{Groups, Words};

/// The text is searched for when nothing was typed for this long.
const PAUSE: Duration = Duration::from_millis(200);

/// What is asked of a list, and how to ask for something else.
#[derive(Clone, Copy)]
pub struct Listing {
    /// What the address asks for.
    pub asked: Memo<Asked>,
    /// What was typed and is not in the address yet.
    typed: RwSignal<Option<String>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    list: StoredValue<String>,
    go: Callback<(Asked, bool)>,
}

/// The list at that address.
pub fn use_listing(list: String) -> Listing {
    let query = use_query_map();
    let navigate = use_navigate();
    let list = StoredValue::new(list);
    let asked = Memo::new(move |_| query.with(Asked::read));
    let typed = RwSignal::new(None);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let go = Callback::new(move |(to, replace): (Asked, bool)| {
        let options = NavigateOptions {
            resolve: false,
            replace,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&to.address(&list.get_value()), options);
    });
    // An effect, because what was typed counts only until the address has it, or has gone elsewhere by Back.
    Effect::new(move || {
        asked.track();
        if timer.with_value(Option::is_none) {
            typed.set(None);
        }
    });
    on_cleanup(move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    });
    Listing {
        asked,
        typed,
        timer,
        list,
        go,
    }
}

impl Listing {
    /// The text in the search field: ahead of the address while somebody types.
    pub fn text(self) -> Signal<String> {
        Signal::derive(move || {
            self.typed
                .get()
                .unwrap_or_else(|| self.asked.with(|asked| asked.q.clone()))
        })
    }

    /// Takes over what was typed, and searches for it after a pause.
    pub fn type_text(self, text: String) {
        self.typed.set(Some(text));
        let search = move || {
            self.timer.set_value(None);
            self.search_now();
        };
        let next = set_timeout_with_handle(search, PAUSE).ok();
        if let Some(before) = self
            .timer
            .try_update_value(|timer| std::mem::replace(timer, next))
            .flatten()
        {
            before.clear();
        }
    }

    /// Searches for what was typed.
    pub fn search_now(self) {
        if let Some(before) = self.timer.try_update_value(Option::take).flatten() {
            before.clear();
        }
        if let Some(text) = self.typed.try_get_untracked().flatten() {
            let asked = self.asked.get_untracked();
            if asked.q == text {
                self.typed.set(None);
            } else {
                self.go.run((
                    Asked {
                        q: text,
                        ..asked.from_start()
                    },
                    true,
                ));
            }
        }
    }

    /// Asks for something else, as a step that Back undoes.
    pub fn ask(self, to: Asked) {
        self.go.run((to, false));
    }

    /// The address of the list with something else asked.
    pub fn address(self, to: &Asked) -> String {
        self.list.with_value(|list| to.address(list))
    }

    /// What one group is asked for; changes only with that.
    pub fn query(self, group: Group) -> Memo<ListQuery> {
        Memo::new(move |_| self.asked.with(|asked| asked.query(group)))
    }

    /// The words to mark in names.
    pub fn words(self) -> Signal<String> {
        Signal::derive(move || self.asked.with(|asked| asked.q.clone()))
    }
}
