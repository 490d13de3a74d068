//! Puts back together what copying took apart: tables of which every cell became a line, and lines broken in the middle of a list.

use super::lex::{Lexicon, Sign, Token};
use super::line::ends_as_sentence;
use super::marker::{Style, marker};
use super::source::{CELL, Glyph, Source};
use super::words::Word;
use super::{Place, Section};

/// The longest line that can name a column, in characters.
const COLUMN_MAX: usize = 16;
/// The most columns of a table.
const COLUMNS_MAX: usize = 8;

/// What a line looks like before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// May name a column of what is kept how long.
    Retention,
    /// May name a column of items.
    Items,
    /// May name another column.
    Column,
    /// Begins a new part.
    Outline,
    /// Has items.
    Named,
    /// Anything else.
    Text,
    /// Too long to name a column; not looked at yet.
    Long,
}

/// The text with such lines joined.
pub(super) fn unfold(source: Source, lexicon: &Lexicon, place: Place) -> Source {
    let lines: Vec<&[Glyph]> = source.lines().collect();
    let mut tokens = Vec::new();
    let looks: Vec<Look> = lines
        .iter()
        .map(|line| look(line, lexicon, &mut tokens))
        .collect();
    let marks_behind = place == Place::SignupScreen && marks_behind(&lines, &looks);
    let mut out = Joiner::default();
    out.glyphs.reserve(source.len() + 64);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let columns = columns(&looks, at);
        let rows = if columns == 0 {
            0
        } else {
            rows(&lines, &looks, at, columns, lexicon)
        };
        if rows > 0 {
            for row in 0..=rows {
                for column in 0..columns {
                    let cell = lines.get(at + row * columns + column);
                    out.cell(cell.copied().unwrap_or_default(), column > 0);
                }
                out.end();
            }
            at += (rows + 1) * columns;
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        if marks_behind && is_bare_mark(line, looks.get(at).copied()) {
            out.reopen();
            out.bracketed(line);
            at += 1;
            continue;
        }
        if before.is_some_and(|before| continues(before, line, looks.get(at).copied())) {
            out.reopen();
        }
        out.add(line);
        out.end();
        at += 1;
    }
    Source::of(out.glyphs, out.lines)
}

fn look(line: &[Glyph], lexicon: &Lexicon, tokens: &mut Vec<Token>) -> Look {
    if line.iter().any(|glyph| glyph.ch == CELL) {
        return Look::Outline;
    }
    let (style, start) = marker(line);
    if style.is_outline() {
        return Look::Outline;
    }
    if line.len() > COLUMN_MAX {
        return Look::Long;
    }
    lexicon.tokens(line, start, tokens);
    if tokens.iter().any(Token::names) {
        return Look::Named;
    }
    if style != Style::Plain || tokens.iter().any(|token| token.sign == Sign::Colon) {
        return Look::Text;
    }
    let mut look = Look::Text;
    for token in tokens.iter() {
        look = match token.sign {
            Sign::Word(Word::About(Section::Items) | Word::Mark(_)) => Look::Items,
            Sign::Word(Word::About(Section::Retention)) => Look::Retention,
            Sign::Word(Word::About(_) | Word::Column | Word::BothMarks | Word::Aside)
                if look == Look::Text =>
            {
                Look::Column
            }
            _ => look,
        };
    }
    look
}

/// How many lines from here on name columns; 0 when they are no header.
fn columns(looks: &[Look], at: usize) -> usize {
    let run = looks
        .iter()
        .skip(at)
        .take(COLUMNS_MAX + 1)
        .take_while(|look| matches!(look, Look::Items | Look::Retention | Look::Column))
        .count();
    let items = looks
        .iter()
        .skip(at)
        .take(run)
        .any(|look| *look == Look::Items);
    if (3..=COLUMNS_MAX).contains(&run) && items {
        run
    } else {
        0
    }
}

/// How many rows of that many lines follow: every one has an item where items belong and none where time belongs.
fn rows(lines: &[&[Glyph]], looks: &[Look], at: usize, columns: usize, lexicon: &Lexicon) -> usize {
    let mut tokens = Vec::new();
    let mut rows = 0;
    loop {
        let start = at + (rows + 1) * columns;
        let mut named = false;
        for column in 0..columns {
            let (Some(look), Some(head)) = (looks.get(start + column), looks.get(at + column))
            else {
                return rows;
            };
            let short = lines
                .get(start + column)
                .is_some_and(|line| line.len() <= 2);
            let matters = matches!(head, Look::Items | Look::Retention);
            let look = match look {
                Look::Long if matters => {
                    let line = lines.get(start + column).copied().unwrap_or_default();
                    lexicon.tokens(line, marker(line).1, &mut tokens);
                    if tokens.iter().any(Token::names) {
                        Look::Named
                    } else {
                        Look::Text
                    }
                }
                look => *look,
            };
            match (head, look) {
                (Look::Items, Look::Named) => named = true,
                (_, Look::Outline) | (Look::Retention, Look::Named) => return rows,
                (Look::Items, Look::Items) => {}
                (Look::Items, _) if !short => return rows,
                _ => {}
            }
        }
        if !named {
            return rows;
        }
        rows += 1;
    }
}

/// Whether a line goes on where the one before it was broken.
fn continues(before: &[Glyph], line: &[Glyph], look: Option<Look>) -> bool {
    let (style, _) = marker(line);
    if style != Style::Plain || look == Some(Look::Outline) {
        return false;
    }
    if before.iter().any(|glyph| glyph.ch == CELL) {
        return false;
    }
    let is_mark = line.len() <= 6
        && line.first().is_some_and(|glyph| glyph.ch == '(')
        && line.last().is_some_and(|glyph| glyph.ch == ')');
    let open = before.len() > 2
        && before
            .last()
            .is_some_and(|glyph| matches!(glyph.ch, ',' | '/' | '및'));
    let has_colon = line.iter().take(12).any(|glyph| glyph.ch == ':');
    let prose = before.len() >= 25
        && !has_colon
        && !before
            .iter()
            .rev()
            .take(3)
            .any(|glyph| matches!(glyph.ch, ':' | '.' | ')' | ']'))
        && !ends_as_sentence(before)
        && ends_as_sentence(line);
    is_mark || (open && !has_colon) || prose
}

/// Whether a screen puts "필수" on a line of its own behind every label.
fn marks_behind(lines: &[&[Glyph]], looks: &[Look]) -> bool {
    let mark = lines
        .iter()
        .zip(looks)
        .position(|(line, look)| is_bare_mark(line, Some(*look)));
    let before = mark.and_then(|mark| mark.checked_sub(1));
    before.and_then(|before| looks.get(before)) == Some(&Look::Named)
}

/// "필수" and nothing else.
fn is_bare_mark(line: &[Glyph], look: Option<Look>) -> bool {
    look == Some(Look::Items) && line.len() <= 3
}

#[derive(Default)]
struct Joiner {
    glyphs: Vec<Glyph>,
    lines: Vec<std::ops::Range<usize>>,
    start: usize,
}

impl Joiner {
    fn add(&mut self, line: &[Glyph]) {
        let from = self.glyphs.len();
        self.glyphs.extend_from_slice(line);
        // A line that continues another begins with a new word.
        if from > self.start
            && let Some(first) = self.glyphs.get_mut(from)
        {
            first.gap = true;
        }
    }

    /// The same in brackets, which ties it to what stands before it.
    fn bracketed(&mut self, line: &[Glyph]) {
        let (Some(first), Some(last)) = (line.first(), line.last()) else {
            return;
        };
        let bracket = |ch: char, at: usize| Glyph::new(ch, false, at, at);
        self.glyphs.push(bracket('(', first.at()));
        self.glyphs.extend_from_slice(line);
        self.glyphs.push(bracket(')', last.end()));
        self.end();
    }

    fn cell(&mut self, line: &[Glyph], apart: bool) {
        if apart && let Some(first) = line.first() {
            self.glyphs
                .push(Glyph::new(CELL, true, first.at(), first.at()));
        }
        self.add(line);
    }

    fn end(&mut self) {
        let end = self.glyphs.len();
        if end > self.start {
            self.lines.push(self.start..end);
        }
        self.start = end;
    }

    /// The last line is not over.
    fn reopen(&mut self) {
        if let Some(last) = self.lines.pop() {
            self.start = last.start;
        }
    }
}
