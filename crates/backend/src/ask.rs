//! What is asked of lists, and the pages that answer.

use contract::body::Sort;
use domain::eligibility::{AppTest, ChannelTest};

/// What is asked of a list of channels. Paging is by keyset: a page costs the same wherever it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelAsk {
    /// Words to find, as `domain::search` understands them; empty for all.
    pub q: String,
    /// The rule that parts the usable from the others.
    pub test: ChannelTest,
    /// Those that pass the test, or those that do not.
    pub usable: bool,
    /// Only those linked to any app, or only those that are not.
    pub linked: Option<bool>,
    /// The order.
    pub sort: Sort,
    /// Which page: the `next` or `previous` of another one, in the store's own words; the first without it. Words that are not
    /// (somebody made up a cursor) give an empty page.
    pub cursor: Option<String>,
    /// How many rows.
    pub rows: usize,
}

/// What is asked of a list of apps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppAsk {
    /// Words to find; empty for all.
    pub q: String,
    /// The rule that parts the usable from the others.
    pub test: AppTest,
    /// Those that pass the test, those that do not, or both.
    pub usable: Option<bool>,
    /// The order.
    pub sort: Sort,
    /// Which page.
    pub cursor: Option<String>,
    /// How many rows.
    pub rows: usize,
}

impl ChannelAsk {
    /// All channels of one group by name, from the beginning.
    pub fn all(test: ChannelTest, usable: bool, rows: usize) -> ChannelAsk {
        ChannelAsk {
            q: String::new(),
            test,
            usable,
            linked: None,
            sort: Sort::Name,
            cursor: None,
            rows,
        }
    }
}

impl AppAsk {
    /// All apps of one group, or of both, by name, from the beginning.
    pub fn all(test: AppTest, usable: Option<bool>, rows: usize) -> AppAsk {
        AppAsk {
            q: String::new(),
            test,
            usable,
            sort: Sort::Name,
            cursor: None,
            rows,
        }
    }
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paged<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// The cursor of the next page; `None` on the last.
    pub next: Option<String>,
    /// The cursor of the page before; `None` on the first.
    pub previous: Option<String>,
    /// How many rows match in all, counted up to `contract::body::COUNT_MAX`, or `FOUND_MAX` when words are looked for.
    pub count: usize,
}
