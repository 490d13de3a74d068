//! Text as people paste it, made even: one kind of space, bracket and line break, no invisible characters, composed Hangul;
//! and every character remembers where it came from.

use std::ops::Range;

use super::html;

/// The longest text that is read, in characters. Privacy policies have 3,000 to 30,000; a paste of more is a mistake.
pub const TEXT_CHARS_MAX: usize = 200_000;

/// Between two cells of a table row.
pub(super) const CELL: char = '\u{1F}';
/// A line break inside a cell.
pub(super) const BREAK: char = '\u{1E}';

/// Why a text could not be read. Never a verdict about the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// More than [`TEXT_CHARS_MAX`] characters.
    TooLong,
    /// The bytes of a PDF file instead of its text, or a PDF file that is damaged.
    Pdf,
    /// A PDF file of more than [`super::pdf::PDF_BYTES_MAX`] bytes.
    PdfTooLarge,
    /// A PDF file that needs a password or may not be copied from.
    PdfLocked,
    /// A PDF file of pictures, or one that does not say which letters its signs are.
    PdfWithoutText,
    /// A binary file, or text in another character encoding.
    Binary,
    /// Only markup, signs or digits: no words.
    NoWords,
}

/// One character of the even text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    /// The character: small letters, half width.
    pub ch: char,
    /// Whether a space stood before it.
    pub gap: bool,
    /// Where it begins and ends in the original, in bytes; small, because there are many.
    at: u32,
    end: u32,
}

impl Glyph {
    pub(super) fn new(ch: char, gap: bool, at: usize, end: usize) -> Glyph {
        Glyph {
            ch,
            gap,
            at: u32::try_from(at).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
        }
    }

    /// Where it begins in the original, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at as usize
    }

    /// Where it ends in the original.
    pub(super) fn end(&self) -> usize {
        self.end as usize
    }

    /// Whether it belongs to a word.
    pub(super) fn is_letter_or_digit(&self) -> bool {
        self.ch.is_ascii_digit() || is_letter(self.ch)
    }
}

/// The even text.
#[derive(Default)]
pub(super) struct Source {
    glyphs: Vec<Glyph>,
    lines: Vec<Range<usize>>,
}

impl Source {
    /// Reads text or HTML, whichever it is.
    pub(super) fn new(original: &str) -> Result<Source, Unreadable> {
        refuse(original)?;
        let mut builder = Builder::default();
        // Korean takes three bytes a character.
        builder.source.glyphs.reserve(original.len() / 2);
        if html::is_html(original) {
            html::read(original, &mut builder);
        } else {
            plain(original, &mut builder);
        }
        builder.newline();
        let source = builder.source;
        if source.glyphs.iter().any(|glyph| is_letter(glyph.ch)) {
            Ok(source)
        } else {
            Err(Unreadable::NoWords)
        }
    }

    /// The same text in other lines.
    pub(super) fn of(glyphs: Vec<Glyph>, lines: Vec<Range<usize>>) -> Source {
        Source { glyphs, lines }
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.glyphs.len()
    }

    /// Every line that has something on it.
    pub(super) fn lines(&self) -> impl Iterator<Item = &[Glyph]> {
        self.lines
            .iter()
            .map(|line| self.glyphs.get(line.clone()).unwrap_or_default())
    }
}

/// Refuses what is no text, before anything expensive is done.
fn refuse(original: &str) -> Result<(), Unreadable> {
    let start = original.trim_start_matches(|ch: char| ch.is_whitespace() || ch == '\u{FEFF}');
    if start.is_empty() {
        return Err(Unreadable::Empty);
    }
    if start.starts_with("%PDF") {
        return Err(Unreadable::Pdf);
    }
    // No character has more than four bytes: no need to count five million of them.
    if original.len() > TEXT_CHARS_MAX * 4 {
        return Err(Unreadable::TooLong);
    }
    let (mut chars, mut broken, mut latin, mut korean) = (0_usize, 0_usize, 0_usize, false);
    for ch in original.chars() {
        chars += 1;
        match ch {
            '가'..='힣' => korean = true,
            '\t' | '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{1B}'..='\u{1F}' | '\u{85}' => {}
            '\u{FFFD}' => broken += 1,
            _ if ch.is_control() => broken += 1,
            '\u{A1}'..='\u{FF}' if ch != '\u{B7}' => latin += 1,
            '\u{1100}'..='\u{11FF}' => korean = true,
            _ => {}
        }
    }
    if chars > TEXT_CHARS_MAX {
        Err(Unreadable::TooLong)
    } else if broken * 50 > chars || (!korean && latin * 3 > chars) {
        // Korean bytes read as Latin letters look like "°³ÀÎÁ¤º¸".
        Err(Unreadable::Binary)
    } else {
        Ok(())
    }
}

fn plain(original: &str, builder: &mut Builder) {
    let mut spaces = 0_usize;
    for (at, ch) in original.char_indices() {
        if is_line_break(ch) {
            builder.newline();
        } else if ch == '\t' {
            builder.cell(at);
        } else if ch.is_whitespace() {
            spaces += 1;
            builder.space();
            continue;
        } else {
            // Columns set with spaces.
            if spaces >= 3 && !builder.is_line_start() {
                builder.cell(at);
            }
            builder.push(ch, at, at + ch.len_utf8());
        }
        spaces = 0;
    }
}

fn is_line_break(ch: char) -> bool {
    matches!(
        ch,
        '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Takes characters one by one and makes them even.
#[derive(Default)]
pub(super) struct Builder {
    source: Source,
    line_start: usize,
    gap: bool,
}

impl Builder {
    pub(super) fn is_line_start(&self) -> bool {
        self.source.glyphs.len() == self.line_start
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.source.glyphs.len()
    }

    pub(super) fn space(&mut self) {
        self.gap = true;
    }

    pub(super) fn newline(&mut self) {
        while self.last() == Some(CELL) || self.last() == Some(BREAK) {
            self.source.glyphs.pop();
        }
        let end = self.source.glyphs.len();
        if end > self.line_start {
            self.source.lines.push(self.line_start..end);
        }
        self.line_start = end;
        self.gap = false;
    }

    pub(super) fn cell(&mut self, at: usize) {
        self.mark(CELL, at);
    }

    pub(super) fn line_break_in_cell(&mut self, at: usize) {
        if !self.is_line_start() && self.last() != Some(CELL) && self.last() != Some(BREAK) {
            self.mark(BREAK, at);
        }
    }

    /// Repeats characters that were there before: a cell that spans several rows.
    pub(super) fn repeat(&mut self, range: Range<usize>) {
        for position in range {
            if let Some(glyph) = self.source.glyphs.get(position).copied() {
                self.source.glyphs.push(glyph);
            }
        }
    }

    fn mark(&mut self, ch: char, at: usize) {
        self.source.glyphs.push(Glyph::new(ch, true, at, at));
        self.gap = true;
    }

    fn last(&self) -> Option<char> {
        let line = self.source.glyphs.get(self.line_start..)?;
        line.last().map(|glyph| glyph.ch)
    }

    pub(super) fn push(&mut self, ch: char, at: usize, end: usize) {
        // Nearly every character of a Korean text.
        if ('가'..='힣').contains(&ch) {
            let gap = std::mem::take(&mut self.gap);
            self.source.glyphs.push(Glyph::new(ch, gap, at, end));
            return;
        }
        match ch {
            '|' | '｜' | '│' | '┃' => return self.cell(at),
            // Quotation marks say nothing but where a word begins.
            '\'' | '"' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '`' | '＂' | '＇' =>
            {
                return self.space();
            }
            _ if is_invisible(ch) => return,
            _ if ch.is_whitespace() => return self.space(),
            _ => {}
        }
        if self.compose(ch, end) {
            return;
        }
        let gap = std::mem::take(&mut self.gap);
        self.source.glyphs.push(Glyph::new(even(ch), gap, at, end));
    }

    /// Joins a Hangul vowel or final consonant to what stands before it, as text from a Mac has them apart.
    fn compose(&mut self, ch: char, end: usize) -> bool {
        let code = u32::from(ch);
        let line_start = self.line_start;
        let Some(last) = self.source.glyphs.get_mut(line_start..) else {
            return false;
        };
        let Some(last) = last.last_mut() else {
            return false;
        };
        let before = u32::from(last.ch);
        let joined = match code {
            0x1161..=0x1175 if (0x1100..=0x1112).contains(&before) => {
                0xAC00 + ((before - 0x1100) * 21 + (code - 0x1161)) * 28
            }
            0x11A8..=0x11C2
                if (0xAC00..=0xD7A3).contains(&before) && (before - 0xAC00) % 28 == 0 =>
            {
                before + (code - 0x11A7)
            }
            _ => return false,
        };
        let Some(joined) = char::from_u32(joined) else {
            return false;
        };
        last.ch = joined;
        last.end = u32::try_from(end).unwrap_or(u32::MAX);
        true
    }
}

/// Whether it is a letter of a living script, roughly: the tables of Unicode would weigh more than the reader's words.
fn is_letter(ch: char) -> bool {
    matches!(
        ch,
        '가'..='힣'
            | 'a'..='z'
            | 'A'..='Z'
            | '\u{C0}'..='\u{24F}'
            | '\u{370}'..='\u{1FFF}'
            | '\u{3041}'..='\u{ABFF}'
            | '\u{F900}'..='\u{FAFF}'
    )
}

/// Zero-width characters, direction marks, soft hyphens, variation selectors, combining accents.
pub(super) fn is_invisible(ch: char) -> bool {
    matches!(
        ch,
        '\u{00AD}'
            | '\u{0300}'..='\u{036F}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFFD}'
    ) || ch.is_control()
}

/// One character for every way of writing it, in small letters.
fn even(ch: char) -> char {
    width(ch).to_ascii_lowercase()
}

/// One character for every width and shape of it.
pub(super) fn width(ch: char) -> char {
    let ch = match ch {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(ch) - 0xFEE0).unwrap_or(ch),
        _ => ch,
    };
    match ch {
        '【' | '〔' | '<' | '〈' | '《' | '≪' | '«' | '⟨' => '[',
        '】' | '〕' | '>' | '〉' | '》' | '≫' | '»' | '⟩' => ']',
        '{' => '(',
        '}' => ')',
        '∶' | '﹕' | '︓' => ':',
        '、' | '﹐' | '､' | ';' | 'ㆍ' | '・' | '·' | '∙' | '•' | '‧' | '⋅' | '･' | '\u{119E}'
        | '․' | '‥' => ',',
        '⁄' | '∕' => '/',
        '–' | '—' | '―' | '‐' | '−' | '‑' | '─' | '~' => '-',
        '✱' | '﹡' | '∗' => '*',
        _ => ch,
    }
}
