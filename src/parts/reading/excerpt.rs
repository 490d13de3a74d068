//! A line of a text with the word that counts marked in it: without markup, and no longer than one can take in.

use std::ops::Range;

use leptos::prelude::*;

/// The most characters shown on either side of the word.
const AROUND_MAX: usize = 70;

/// A line in three pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    before: String,
    word: String,
    after: String,
}

/// The word on its line. Both are ranges of the text; a range that is none gives nothing.
pub fn excerpt(text: &str, line: &Range<usize>, word: &Range<usize>) -> Excerpt {
    let part = |range: Range<usize>| plain(text.get(range).unwrap_or_default());
    let before = part(line.start.min(word.start)..word.start);
    let after = part(word.end..line.end.max(word.end));
    Excerpt {
        before: tail(before.trim_start()),
        word: part(word.clone()),
        after: head(after.trim_end()),
    }
}

/// The words of markup: tags go, the usual entities become what they stand for, any space is one space.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(ch) = rest.chars().next() {
        let is_tag = ch == '<' && {
            let next = rest.as_bytes().get(1);
            next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!'))
        };
        let entity = ENTITIES.iter().find(|(name, _)| rest.starts_with(name));
        let (shown, length) = if is_tag {
            (' ', rest.find('>').map_or(rest.len(), |end| end + 1))
        } else if let Some((name, shown)) = entity {
            (*shown, name.len())
        } else {
            (ch, ch.len_utf8())
        };
        if !shown.is_whitespace() {
            out.push(shown);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

static ENTITIES: &[(&str, char)] = &[
    ("&nbsp;", ' '),
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&middot;", '\u{b7}'),
];

fn head(text: &str) -> String {
    match text.char_indices().nth(AROUND_MAX) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn tail(text: &str) -> String {
    let spare = text.chars().count().saturating_sub(AROUND_MAX);
    match text.char_indices().nth(spare) {
        Some((cut, _)) if spare > 0 => format!("…{}", text.get(cut..).unwrap_or_default()),
        _ => text.to_owned(),
    }
}

/// The line as text, with the word marked.
pub fn shown(line: Excerpt) -> AnyView {
    let Excerpt {
        before,
        word,
        after,
    } = line;
    view! { <q class="read-line">{before}<mark>{word}</mark>{after}</q> }.into_any()
}
