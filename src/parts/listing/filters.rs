//! Search field, filter and order of a list.

use leptos::prelude::*;
use text::screens::listing;
use ui::{Choice, SearchField, SelectField};

use super::asked::{Asked, SORTS, Shown, sort_word};
use super::{Listing, Words};
use crate::lang::{say, use_lang};

/// The id of the search field; a screen has one list.
pub(super) const SEARCH_ID: &str = "list-search";

/// The controls above a list. Their values stand in the address.
#[component]
pub fn Filters(
    /// The list.
    list: Listing,
    /// The words of this list.
    words: &'static Words,
) -> impl IntoView {
    let lang = use_lang();
    let shown = Signal::derive(move || {
        let lang = lang.get();
        let label = |shown| match shown {
            Shown::All => listing::state_all(lang),
            Shown::Usable => (words.state_usable)(lang),
            Shown::Linked => (words.state_linked)(lang),
            Shown::Blocked => listing::state_blocked(lang),
        };
        Shown::ALL
            .map(|shown| Choice::new(shown.word(), label(shown)))
            .to_vec()
    });
    let sorts = Signal::derive(move || {
        let lang = lang.get();
        let labels = [
            listing::sort_name(lang),
            listing::sort_name_desc(lang),
            listing::sort_role(lang),
        ];
        SORTS
            .into_iter()
            .zip(labels)
            .map(|(sort, label)| Choice::new(sort_word(sort), label))
            .collect()
    });
    let choose_shown = move |word: String| {
        let asked = list.asked.get_untracked();
        list.ask(Asked {
            shown: Shown::parse(&word),
            ..asked.from_start()
        });
    };
    let choose_sort = move |word: String| {
        let asked = list.asked.get_untracked();
        let sort = SORTS
            .into_iter()
            .find(|sort| sort_word(*sort) == word)
            .unwrap_or_default();
        list.ask(Asked {
            sort,
            ..asked.from_start()
        });
    };
    view! {
        <div class="filters">
            <SearchField
                id=SEARCH_ID
                label=say(words.search)
                value=list.text()
                on_input=move |text| list.type_text(text)
                on_enter=move |()| list.search_now()
            />
            <SelectField
                label=say(listing::filter_state)
                options=shown
                value=Signal::derive(move || list.asked.with(|asked| asked.shown.word().to_owned()))
                on_change=choose_shown
            />
            <SelectField
                label=say(listing::sort)
                options=sorts
                value=Signal::derive(move || list.asked.with(|asked| sort_word(asked.sort).to_owned()))
                on_change=choose_sort
            />
        </div>
    }
}
