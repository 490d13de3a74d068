//! Before and after of two consent screens, line by line.

use crate::consent_screen::{Ask, ConsentScreen, Line};

/// What became of a line between two screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineChange {
    /// It is new, in that place (counted from 0).
    Added(usize),
    /// It is gone from that place.
    Removed(usize),
    /// It says something else, or is required now or no longer.
    Changed {
        /// Place before.
        before: usize,
        /// Place after.
        after: usize,
    },
    /// It says the same in another place.
    Moved {
        /// Place before.
        before: usize,
        /// Place after.
        after: usize,
    },
}

/// What became of the lines: in the order of the newer screen, then those that are gone.
pub fn line_changes(before: &ConsentScreen, after: &ConsentScreen) -> Vec<LineChange> {
    let mut pairs: Vec<Option<usize>> = Vec::new();
    for line in &after.lines {
        let mut places = before.lines.iter().enumerate();
        let pair = places.position(|(n, old)| is_same(old, line) && !pairs.contains(&Some(n)));
        pairs.push(pair);
    }
    let mut found = Vec::new();
    let mut last = None;
    for (after_at, (line, pair)) in after.lines.iter().zip(&pairs).enumerate() {
        let Some((before_at, old)) = pair.and_then(|n| Some((n, before.lines.get(n)?))) else {
            found.push(LineChange::Added(after_at));
            continue;
        };
        let (before, after) = (before_at, after_at);
        if old != line {
            found.push(LineChange::Changed { before, after });
        } else if last.is_some_and(|last| last > before) {
            found.push(LineChange::Moved { before, after });
        }
        last = last.max(Some(before));
    }
    for at in 0..before.lines.len() {
        if !pairs.contains(&Some(at)) {
            found.push(LineChange::Removed(at));
        }
    }
    found
}

/// Whether two lines are the same thing, changed or not.
fn is_same(a: &Line, b: &Line) -> bool {
    match (&a.ask, &b.ask) {
        (
            Ask::Term {
                title_ko: a,
                url: at_a,
                ..
            },
            Ask::Term {
                title_ko: b,
                url: at_b,
                ..
            },
        ) => a == b || at_a.is_some() && at_a == at_b,
        (Ask::Item { item: a, .. }, Ask::Item { item: b, .. }) => a == b,
        (Ask::Channel { name: a }, Ask::Channel { name: b }) => a == b,
        _ => false,
    }
}
