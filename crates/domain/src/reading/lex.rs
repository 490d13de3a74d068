//! Finds the known words and signs of a line. Every character is looked at a bounded number of times.

use super::source::{BREAK, CELL, Glyph};
use super::words::{Begins, GROUPS, Word};

/// What stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Word(Word),
    Colon,
    Open,
    Close,
    Comma,
    /// The end of a sentence.
    End,
    Cell,
    Break,
    Star,
    Dash,
}

/// A word or sign and which characters of the line it takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub sign: Sign,
    pub from: usize,
    pub to: usize,
}

/// The words, in buckets by their first two characters.
pub(super) struct Lexicon {
    entries: Vec<Entry>,
    /// Where each bucket starts in the entries; one more than there are buckets.
    starts: Vec<usize>,
}

/// How many buckets there are; most are empty, and most places in a text hit an empty one.
const BUCKETS: u32 = 4096;
/// Stands for the second character of a word of one.
const ALONE: char = '\0';

#[derive(Clone, Copy)]
struct Entry {
    bucket: usize,
    word: &'static str,
    meaning: Word,
    begins: Begins,
}

fn bucket(first: char, second: char) -> usize {
    ((u32::from(first).wrapping_mul(31) ^ u32::from(second).wrapping_mul(977)) % BUCKETS) as usize
}

impl Lexicon {
    pub(super) fn new() -> Lexicon {
        let mut found = Vec::new();
        let mut starts = vec![0_usize; BUCKETS as usize + 1];
        for (meaning, begins, words) in GROUPS {
            for word in words.split(' ') {
                let mut chars = word.chars();
                let Some(first) = chars.next() else { continue };
                let bucket = bucket(first, chars.next().unwrap_or(ALONE));
                if let Some(count) = starts.get_mut(bucket + 1) {
                    *count += 1;
                }
                found.push(Entry {
                    bucket,
                    word,
                    meaning: *meaning,
                    begins: *begins,
                });
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        // Counting sort: small, and in the order of the groups.
        let mut next = starts.clone();
        let mut entries = found.clone();
        for entry in found {
            if let Some(place) = next.get_mut(entry.bucket) {
                if let Some(slot) = entries.get_mut(*place) {
                    *slot = entry;
                }
                *place += 1;
            }
        }
        Lexicon { entries, starts }
    }

    /// All words and signs of a line, from `start` on.
    pub(super) fn tokens(&self, line: &[Glyph], start: usize, tokens: &mut Vec<Token>) {
        tokens.clear();
        let mut at = start;
        while let Some(glyph) = line.get(at) {
            let (sign, to) = match self.longest(line, at) {
                Some((word, to)) => (Some(Sign::Word(word)), to),
                None => (sign(line, at, *glyph), at + 1),
            };
            match sign {
                None | Some(Sign::Word(Word::Nothing)) => {}
                Some(sign) => tokens.push(Token { sign, from: at, to }),
            }
            at = to;
        }
    }

    fn longest(&self, line: &[Glyph], at: usize) -> Option<(Word, usize)> {
        let first = line.get(at)?.ch;
        let mut best: Option<(Word, usize)> = None;
        for second in [line.get(at + 1).map_or(ALONE, |next| next.ch), ALONE] {
            let bucket = bucket(first, second);
            let range = *self.starts.get(bucket)?..*self.starts.get(bucket + 1)?;
            for entry in self.entries.get(range)? {
                if let Some(to) = matches(line, at, entry)
                    && best.is_none_or(|(_, longest)| to > longest)
                {
                    best = Some((entry.meaning, to));
                }
            }
        }
        best
    }
}

/// Where the word ends if it stands at `at`.
fn matches(line: &[Glyph], at: usize, entry: &Entry) -> Option<usize> {
    let mut to = at;
    let mut spaced = false;
    for ch in entry.word.chars() {
        let glyph = line.get(to)?;
        if glyph.ch != ch {
            return None;
        }
        spaced |= to > at && glyph.gap;
        to += 1;
    }
    let before = at.checked_sub(1).and_then(|before| line.get(before));
    let here = line.get(at)?;
    let joined = !here.gap && before.is_some_and(Glyph::is_letter_or_digit);
    if here.ch.is_ascii_alphanumeric() {
        let before_latin =
            !here.gap && before.is_some_and(|glyph| glyph.ch.is_ascii_alphanumeric());
        let ends_latin = to
            .checked_sub(1)
            .and_then(|last| line.get(last))
            .is_some_and(|glyph| glyph.ch.is_ascii_alphanumeric());
        let after_latin = ends_latin
            && line
                .get(to)
                .is_some_and(|glyph| !glyph.gap && glyph.ch.is_ascii_alphanumeric());
        (!before_latin && !after_latin).then_some(to)
    } else if joined && (spaced || entry.begins == Begins::Word) {
        // "수집이 메일" holds no "이메일", and "여성별" no "성별".
        None
    } else {
        Some(to)
    }
}

fn sign(line: &[Glyph], at: usize, glyph: Glyph) -> Option<Sign> {
    match glyph.ch {
        ':' => Some(Sign::Colon),
        '(' | '[' => Some(Sign::Open),
        ')' | ']' => Some(Sign::Close),
        ',' | '/' | '+' | '&' => Some(Sign::Comma),
        '-' => Some(Sign::Dash),
        '*' => Some(Sign::Star),
        CELL => Some(Sign::Cell),
        BREAK => Some(Sign::Break),
        '.' | '。' | '!' | '?' => {
            let next_apart = line.get(at + 1).is_none_or(|next| next.gap);
            let before = at.checked_sub(1).and_then(|before| line.get(before));
            let letter = before.is_some_and(|before| {
                before.ch.is_ascii_alphabetic()
                    || matches!(before.ch, '다' | '요' | '음' | '함' | '오' | '니' | ')')
            });
            // "다.그리고": people forget the space.
            let korean_end = before.is_some_and(|before| before.ch == '다');
            ((next_apart && letter) || korean_end).then_some(Sign::End)
        }
        _ => None,
    }
}

impl Token {
    pub(super) fn word(&self) -> Option<Word> {
        match self.sign {
            Sign::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it names something that is collected.
    pub(super) fn names(&self) -> bool {
        matches!(
            self.sign,
            Sign::Word(Word::Item(..) | Word::BirthDate | Word::Other)
        )
    }

    pub(super) fn mark(&self) -> Option<bool> {
        match self.sign {
            Sign::Word(Word::Mark(required)) => Some(required),
            _ => None,
        }
    }
}
