//! HTML as lines: blocks and rows become lines, cells stay apart, scripts and styles go, entities are decoded. One pass.

use std::ops::Range;

use super::source::Builder;

/// The longest cell that is repeated on the rows it spans, in characters: enough for "회원가입" and "필수", and no way to blow a text up.
const REPEATED_MAX: usize = 60;
/// A cell of more lines than this is a page set in a table, not a cell.
const CELL_LINES_MAX: usize = 12;
/// How much is repeated in a whole text, in characters: a page of tables has a few thousand.
const REPEATED_ALL_MAX: usize = 50_000;
/// The most rows and columns that one cell spans.
const SPAN_MAX: usize = 40;

/// Whether a text is HTML: it has a closing tag or a line break of HTML.
pub(super) fn is_html(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default().as_bytes();
        match rest {
            [b'/', letter, ..] => letter.is_ascii_alphabetic(),
            [b'b' | b'B', b'r' | b'R', after, ..] => matches!(after, b'>' | b' ' | b'/'),
            [b'!', b'D' | b'd', ..] => true,
            _ => false,
        }
    })
}

/// Reads HTML into the builder.
pub(super) fn read(text: &str, builder: &mut Builder) {
    let mut reader = Reader {
        text,
        builder,
        kept_breaks: 0,
        in_cell: false,
        cell_start: 0,
        cell_lines: 0,
        cell_spans: 1,
        column: 0,
        repeated: 0,
        spans: Vec::new(),
    };
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(ch) = rest.chars().next() else { break };
        at = match ch {
            '<' => match reader.tag(at) {
                Some(next) => next,
                None => reader.letter(ch, at),
            },
            '&' => reader.entity(at),
            _ => reader.letter(ch, at),
        };
    }
}

struct Reader<'a> {
    text: &'a str,
    builder: &'a mut Builder,
    /// Inside `pre` or `textarea`, where line breaks count.
    kept_breaks: usize,
    in_cell: bool,
    cell_start: usize,
    cell_lines: usize,
    cell_spans: usize,
    column: usize,
    repeated: usize,
    /// Per column: how many more rows a cell covers, and its characters.
    spans: Vec<(usize, Range<usize>)>,
}

impl Reader<'_> {
    fn letter(&mut self, ch: char, at: usize) -> usize {
        let next = at + ch.len_utf8();
        if ch == '\n' && self.kept_breaks > 0 {
            self.builder.newline();
        } else {
            self.builder.push(ch, at, next);
        }
        next
    }

    /// Reads a tag; `None` when the sign opens none.
    fn tag(&mut self, at: usize) -> Option<usize> {
        let rest = self.text.get(at + 1..)?;
        if rest.starts_with("!--") {
            return Some(rest.find("-->").map_or(self.text.len(), |end| at + end + 4));
        }
        let name = rest.strip_prefix('/').unwrap_or(rest);
        if !name.starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '!' || ch == '?') {
            return None;
        }
        // Without an end it is the last tag of a torn text.
        let Some(end) = rest.find('>') else {
            return Some(self.text.len());
        };
        let inside = rest.get(..end)?;
        let next = at + 1 + end + 1;
        let closes = inside.starts_with('/');
        let name = inside
            .trim_start_matches('/')
            .split(|ch: char| !ch.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        match name.as_str() {
            "script" | "style" | "template" | "svg" | "noscript" | "select" if !closes => {
                return Some(self.skip(&name, next));
            }
            "pre" | "textarea" => {
                self.kept_breaks = if closes {
                    self.kept_breaks.saturating_sub(1)
                } else {
                    self.kept_breaks + 1
                };
                self.block(at);
            }
            "table" | "tr" => self.row(closes, &name),
            "td" | "th" => self.cell(closes, inside, at),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.in_cell = false;
                self.builder.newline();
                if !closes {
                    let level = name
                        .as_bytes()
                        .get(1)
                        .map_or(1, |digit| usize::from(digit - b'0'));
                    for _ in 0..level {
                        self.builder.push('#', at, at);
                    }
                    self.builder.space();
                }
            }
            "p" | "div" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "section" | "article"
            | "header" | "footer" | "main" | "nav" | "aside" | "thead" | "tbody" | "br" | "hr"
            | "form" | "fieldset" | "legend" | "blockquote" | "title" | "label" | "button"
            | "address" | "center" | "details" | "summary" | "body" | "html" | "head"
            | "caption" => self.block(at),
            "input" => self.builder.space(),
            _ => {}
        }
        Some(next)
    }

    /// Skips an element whose content is no text.
    fn skip(&self, name: &str, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while let Some(found) = self.text.get(at..).and_then(|rest| rest.find("</")) {
            let start = at + found + 2;
            let word = bytes.get(start..start + name.len()).unwrap_or_default();
            if word.eq_ignore_ascii_case(name.as_bytes()) {
                return start + name.len();
            }
            at = start;
        }
        self.text.len()
    }

    fn block(&mut self, at: usize) {
        if self.in_cell && self.cell_lines < CELL_LINES_MAX {
            let before = self.builder.len();
            self.builder.line_break_in_cell(at);
            self.cell_lines += self.builder.len() - before;
        } else {
            self.builder.newline();
        }
    }

    fn row(&mut self, closes: bool, name: &str) {
        self.close_cell();
        self.builder.newline();
        self.column = 0;
        if name == "table" && !closes {
            self.spans.clear();
        }
    }

    fn cell(&mut self, closes: bool, inside: &str, at: usize) {
        self.close_cell();
        if closes {
            return;
        }
        self.covered(at);
        if self.column > 0 {
            self.builder.cell(at);
        }
        self.in_cell = true;
        self.cell_lines = 0;
        self.cell_spans = attribute(inside, "rowspan");
        self.cell_start = self.builder.len();
        for _ in 1..attribute(inside, "colspan") {
            self.spans
                .resize(self.spans.len().max(self.column + 1), (0, 0..0));
            self.column += 1;
        }
    }

    fn close_cell(&mut self) {
        if !self.in_cell {
            return;
        }
        self.in_cell = false;
        let range = self.cell_start..self.builder.len();
        self.spans
            .resize(self.spans.len().max(self.column + 1), (0, 0..0));
        if let Some(slot) = self.spans.get_mut(self.column) {
            let kept = if range.len() > REPEATED_MAX {
                0..0
            } else {
                range
            };
            *slot = (self.cell_spans.saturating_sub(1), kept);
        }
        self.column += 1;
    }

    /// Puts in the cells that reach down from the rows above.
    fn covered(&mut self, at: usize) {
        while let Some((rows, range)) = self.spans.get_mut(self.column) {
            if *rows == 0 || self.repeated > REPEATED_ALL_MAX {
                break;
            }
            *rows -= 1;
            let range = range.clone();
            if self.column > 0 {
                self.builder.cell(at);
            }
            self.repeated += range.len() + 1;
            self.builder.repeat(range);
            self.column += 1;
        }
    }

    fn entity(&mut self, at: usize) -> usize {
        let rest = self.text.get(at + 1..).unwrap_or_default();
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        let Some(name) = end.and_then(|end| rest.get(..end)) else {
            return self.letter('&', at);
        };
        let next = at + 1 + name.len() + 1;
        let ch = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" | "ldquo" | "rdquo" | "lsquo" | "rsquo" | "apos" => '"',
            "middot" | "bull" => '·',
            "ndash" | "mdash" => '-',
            "lsqb" => '[',
            "rsqb" => ']',
            "lpar" => '(',
            "rpar" => ')',
            _ => {
                let number = name.strip_prefix('#').and_then(|digits| {
                    match digits.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok(),
                        None => digits.parse().ok(),
                    }
                });
                number.and_then(char::from_u32).unwrap_or(' ')
            }
        };
        self.builder.push(ch, at, next);
        next
    }
}

/// The number that an attribute gives, from 1 to [`SPAN_MAX`].
fn attribute(inside: &str, name: &str) -> usize {
    let after = inside.split(name).nth(1).unwrap_or_default();
    let digits = after.trim_start_matches(['=', '"', '\'', ' ']);
    let end = digits
        .find(|ch: char| !ch.is_ascii_digit())
        .unwrap_or(digits.len());
    let number = digits.get(..end).and_then(|digits| digits.parse().ok());
    number.unwrap_or(1).clamp(1, SPAN_MAX)
}
