//! The parts of Hangul syllables, and how characters are folded for comparing. Unicode Standard §3.12; keys as on the two-set keyboard.

use std::ops::Range;

/// A composed Hangul syllable in its parts, as compatibility jamo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Syllable {
    pub(super) lead: char,
    pub(super) vowel: char,
    pub(super) tail: Option<char>,
    /// The syllable without its tail.
    pub(super) open: char,
}

impl Syllable {
    pub(super) fn of(c: char) -> Option<Self> {
        let index = u32::from(c)
            .checked_sub(FIRST_SYLLABLE)
            .filter(|index| *index < SYLLABLES)?;
        let tail = index % TAILS_AND_NONE;
        Some(Self {
            lead: nth(LEADS, index / (VOWELS * TAILS_AND_NONE))?,
            vowel: char::from_u32(FIRST_VOWEL + index / TAILS_AND_NONE % VOWELS)?,
            tail: tail.checked_sub(1).and_then(|tail| nth(TAILS, tail)),
            open: char::from_u32(u32::from(c) - tail)?,
        })
    }

    /// The same syllable with another tail. `None` for what cannot be a tail.
    pub(super) fn over(&self, tail: char) -> Option<char> {
        let index = TAILS.chars().position(|c| c == tail)?;
        char::from_u32(u32::from(self.open) + u32::try_from(index).ok()? + 1)
    }

    /// Its lead and the first key of its vowel: 오 of 왕. What one has typed of a syllable begins with its stem.
    pub(super) fn stem(&self) -> char {
        let keys_on = match self.vowel {
            'ㅘ' | 'ㅝ' | 'ㅢ' => 1,
            'ㅙ' | 'ㅞ' => 2,
            'ㅚ' | 'ㅟ' => 3,
            _ => 0,
        };
        let stem = u32::from(self.open) - keys_on * TAILS_AND_NONE;
        char::from_u32(stem).unwrap_or(self.open)
    }
}

pub(super) const FIRST_SYLLABLE: u32 = 0xAC00;
const SYLLABLES: u32 = 11_172;
pub(super) const VOWELS: u32 = 21;
pub(super) const TAILS_AND_NONE: u32 = 28;
/// ㅏ; the compatibility vowels stand in the order of the conjoining ones.
pub(super) const FIRST_VOWEL: u32 = 0x314F;
pub(super) const LEADS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
pub(super) const TAILS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

fn nth(jamo: &str, index: u32) -> Option<char> {
    jamo.chars().nth(usize::try_from(index).ok()?)
}

/// A consonant that can begin a syllable.
pub(super) fn is_lead(c: char) -> bool {
    matches!(c, 'ㄱ'..='ㅎ') && halves(c).is_none()
}

/// The unit as a lone consonant would be compared with it: a syllable's lead, anything else itself.
pub(super) fn projected(c: char) -> char {
    Syllable::of(c).map_or(c, |syllable| syllable.lead)
}

/// The two keys of a tail that takes two.
pub(super) fn halves(tail: char) -> Option<(char, char)> {
    Some(match tail {
        'ㄳ' => ('ㄱ', 'ㅅ'),
        'ㄵ' => ('ㄴ', 'ㅈ'),
        'ㄶ' => ('ㄴ', 'ㅎ'),
        'ㄺ' => ('ㄹ', 'ㄱ'),
        'ㄻ' => ('ㄹ', 'ㅁ'),
        'ㄼ' => ('ㄹ', 'ㅂ'),
        'ㄽ' => ('ㄹ', 'ㅅ'),
        'ㄾ' => ('ㄹ', 'ㅌ'),
        'ㄿ' => ('ㄹ', 'ㅍ'),
        'ㅀ' => ('ㄹ', 'ㅎ'),
        'ㅄ' => ('ㅂ', 'ㅅ'),
        _ => return None,
    })
}

/// The tail that takes those two keys.
pub(super) fn joined(keys: (char, char)) -> Option<char> {
    TAILS.chars().find(|tail| halves(*tail) == Some(keys))
}

/// Whether typing `whole` passes through `part`: ㅗ on the way to ㅘ.
pub(super) fn starts_vowel(part: char, whole: char) -> bool {
    matches!(
        (part, whole),
        ('ㅗ', 'ㅘ' | 'ㅙ' | 'ㅚ') | ('ㅜ', 'ㅝ' | 'ㅞ' | 'ㅟ') | ('ㅡ', 'ㅢ')
    )
}

/// The characters of `text` with their bytes, conjoining jamo (as macOS stores file names) put together into syllables.
pub(super) fn composed(text: &str) -> Vec<(char, Range<usize>)> {
    let mut chars: Vec<(char, Range<usize>)> = Vec::with_capacity(text.len());
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        match chars
            .last_mut()
            .and_then(|last| Some((composition(last.0, c)?, last)))
        {
            Some((syllable, last)) => *last = (syllable, last.1.start..end),
            None => chars.push((c, start..end)),
        }
    }
    chars
}

/// Lead + vowel, or open syllable + tail. Unicode Standard §3.12, conjoining jamo.
fn composition(a: char, b: char) -> Option<char> {
    let index = match (a, b) {
        ('\u{1100}'..='\u{1112}', '\u{1161}'..='\u{1175}') => {
            let (lead, vowel) = (u32::from(a) - 0x1100, u32::from(b) - 0x1161);
            (lead * VOWELS + vowel) * TAILS_AND_NONE
        }
        ('가'..='힣', '\u{11A8}'..='\u{11C2}') => {
            let open = u32::from(a) - FIRST_SYLLABLE;
            open.is_multiple_of(TAILS_AND_NONE)
                .then(|| open + u32::from(b) - 0x11A7)?
        }
        _ => return None,
    };
    char::from_u32(FIRST_SYLLABLE + index)
}

/// The units that one composed character becomes: none when it is ignored, two for ㄳ.
pub(super) fn folded(c: char) -> impl Iterator<Item = char> {
    let c = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{1100}'..='\u{1112}' => nth(LEADS, u32::from(c) - 0x1100).unwrap_or(c),
        '\u{1161}'..='\u{1175}' => char::from_u32(u32::from(c) - 0x1161 + FIRST_VOWEL).unwrap_or(c),
        '\u{11A8}'..='\u{11C2}' => nth(TAILS, u32::from(c) - 0x11A8).unwrap_or(c),
        _ => c,
    };
    // 'ㆍ' is a vowel by name, but is what Korean keyboards offer as a middle dot.
    let ignored = c.is_whitespace() || matches!(c, '(' | ')' | '·' | 'ㆍ' | '・' | '-' | '_');
    let (first, second) = halves(c).map_or((c, None), |(a, b)| (a, Some(b)));
    let units = first.to_lowercase().chain(second);
    units.filter(move |_| !ignored)
}
