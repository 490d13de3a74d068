//! Numbers in words, where counting stops somewhere.

use contract::body::{COUNT_MAX, FOUND_MAX};
use domain::search::Query;
use text::Lang;

/// What is said of an exact number, and of that many or more.
pub type Counted = (fn(Lang, usize) -> String, fn(Lang, &str) -> String);

/// So many rows, in words.
pub fn all(lang: Lang, words: Counted, count: usize) -> String {
    said(lang, words, count, COUNT_MAX)
}

/// So many rows, in words, when that was looked for.
pub fn found(lang: Lang, words: Counted, count: usize, q: &str) -> String {
    let most = if Query::new(q).is_empty() {
        COUNT_MAX
    } else {
        FOUND_MAX
    };
    said(lang, words, count, most)
}

fn said(lang: Lang, (exact, many): Counted, count: usize, most: usize) -> String {
    if count < most {
        exact(lang, count)
    } else {
        many(lang, &text::number(most))
    }
}
