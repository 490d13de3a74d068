//! What is asked of a list, as it stands in the address.

use contract::body::{Group, ListQuery, SEARCH_CHARS_MAX, Sort};
use leptos_router::params::ParamsMap;

use crate::path;

/// Which rows are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    /// All.
    #[default]
    All,
    /// Those that can be used.
    Usable,
    /// Those that are linked.
    Linked,
    /// Those that cannot be used.
    Blocked,
}

impl Shown {
    /// All of them, in the order of the filter.
    pub const ALL: [Shown; 4] = [Shown::All, Shown::Usable, Shown::Linked, Shown::Blocked];

    /// The word in the address; none for all.
    pub fn word(self) -> &'static str {
        match self {
            Shown::All => "",
            Shown::Usable => "usable",
            Shown::Linked => "linked",
            Shown::Blocked => "blocked",
        }
    }

    /// The one with that word; a word nobody knows shows all.
    pub fn parse(word: &str) -> Shown {
        Shown::ALL
            .into_iter()
            .find(|shown| shown.word() == word)
            .unwrap_or_default()
    }

    /// Whether a group has any such rows.
    pub fn has(self, group: Group) -> bool {
        match self {
            Shown::All | Shown::Linked => true,
            Shown::Usable => group == Group::Usable,
            Shown::Blocked => group == Group::Other,
        }
    }
}

/// The word of an order in the address; none for the usual one.
pub fn sort_word(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => "",
        Sort::NameDesc => "name_desc",
        Sort::Role => "role",
    }
}

/// The orders, as the choice of them has them.
pub const SORTS: [Sort; 3] = [Sort::Name, Sort::NameDesc, Sort::Role];

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What is searched for, as it was typed.
    pub q: String,
    /// Which rows.
    pub shown: Shown,
    /// In which order.
    pub sort: Sort,
    /// Where the page of each group begins; empty for the first.
    pub(super) usable: String,
    pub(super) other: String,
}

impl Asked {
    /// Reads it from the query of an address.
    pub fn read(query: &ParamsMap) -> Asked {
        let get = |name| query.get(name).unwrap_or_default();
        let sort = get("sort");
        Asked {
            q: get("q"),
            shown: Shown::parse(&get("state")),
            sort: SORTS
                .into_iter()
                .find(|one| sort_word(*one) == sort)
                .unwrap_or_default(),
            usable: get("usable"),
            other: get("other"),
        }
    }

    /// The address of the list with this.
    pub fn address(&self, list: &str) -> String {
        path::with_query(
            list,
            &[
                ("q", &self.q),
                ("state", self.shown.word()),
                ("sort", sort_word(self.sort)),
                ("usable", &self.usable),
                ("other", &self.other),
            ],
        )
    }

    /// The same from the first page on, as another search or order needs it.
    #[must_use]
    pub fn from_start(&self) -> Asked {
        Asked {
            usable: String::new(),
            other: String::new(),
            ..self.clone()
        }
    }

    /// The same with the page of one group beginning there; empty for the first page.
    #[must_use]
    pub fn at(&self, group: Group, cursor: String) -> Asked {
        let mut asked = self.clone();
        match group {
            Group::Usable => asked.usable = cursor,
            Group::Other => asked.other = cursor,
        }
        asked
    }

    /// Where the page of a group begins; empty for the first.
    pub fn cursor(&self, group: Group) -> &str {
        match group {
            Group::Usable => &self.usable,
            Group::Other => &self.other,
        }
    }

    /// Whether something was searched or filtered.
    pub fn is_narrowed(&self) -> bool {
        !self.q.trim().is_empty() || self.shown != Shown::All
    }

    /// What one group is asked for.
    pub fn query(&self, group: Group) -> ListQuery {
        let cursor = self.cursor(group);
        ListQuery {
            // No name is longer, so more would find nothing that this does not.
            q: self.q.trim().chars().take(SEARCH_CHARS_MAX).collect(),
            group,
            sort: self.sort,
            app: None,
            linked: (self.shown == Shown::Linked).then_some(true),
            cursor: (!cursor.is_empty()).then(|| cursor.to_owned()),
        }
    }
}
