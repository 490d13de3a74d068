//! From the codes of a font to characters and their widths.

use super::cmap::{Cmap, number, utf16};
use super::objects::{Objects, is};
use super::parse::Value;
use crate::reading::Unreadable;

/// What a code becomes of which nobody says what it stands for.
const UNKNOWN: char = char::REPLACEMENT_CHARACTER;

/// The glyph names of the signs from U+0020 to U+0040, from U+005B to U+0060, from U+007B to U+007E, and some others.
const NAMES: [(char, &str); 4] = [
    (
        ' ',
        "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen \
        period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at",
    ),
    (
        '[',
        "bracketleft backslash bracketright asciicircum underscore grave",
    ),
    ('{', "braceleft bar braceright asciitilde"),
    ('\u{2018}', "quoteleft quoteright"),
];
const OTHER_NAMES: [(&[u8], char); 7] = [
    (b"quotedblleft", '\u{201C}'),
    (b"quotedblright", '\u{201D}'),
    (b"bullet", '\u{2022}'),
    (b"periodcentered", '\u{B7}'),
    (b"endash", '\u{2013}'),
    (b"emdash", '\u{2014}'),
    (b"nbspace", ' '),
];
/// The characters of Windows from 0x80 to 0x9F.
const WINDOWS: &str = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ";

/// How many bytes a code has.
enum Codes {
    One,
    Two,
    /// As the file says.
    Own(Cmap),
    /// ASCII has one, the rest two.
    Mixed,
}

/// What stands in for a character map.
enum Letters {
    /// One character for each of 256 codes.
    Table(Vec<char>),
    /// The codes are UTF-16.
    Utf16,
    Unknown,
}

/// A font.
pub(super) struct Font {
    codes: Codes,
    map: Option<Cmap>,
    letters: Letters,
    /// First code, last code, width.
    widths: Vec<(usize, usize, f64)>,
    other: f64,
    /// From the units of the widths to those of the text.
    scale: f64,
}

impl Font {
    pub(super) fn new<'a>(objects: &Objects<'a>, font: &Value<'a>) -> Result<Font, Unreadable> {
        let mut utf16_names = false;
        let map = match raw(font, b"ToUnicode") {
            Some(Value::Name(_)) => {
                utf16_names = true;
                None
            }
            Some(stream @ Value::Ref(_)) => match objects.resolve(stream) {
                Value::Name(_) => {
                    utf16_names = true;
                    None
                }
                _ => Some(Cmap::new(&objects.stream(stream)?)),
            },
            _ => None,
        };
        let mut made = if is(objects.get(font, b"Subtype"), b"Type0") {
            composite(objects, font)?
        } else {
            simple(objects, font)?
        };
        made.map = map;
        if utf16_names {
            made.letters = Letters::Utf16;
        }
        made.widths.sort_unstable_by_key(|width| (width.0, width.1));
        Ok(made)
    }

    /// The first code of these bytes, and how many it takes.
    pub(super) fn code(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        let first = *bytes.first()?;
        let width = match &self.codes {
            Codes::One => 1,
            Codes::Two => 2,
            Codes::Own(map) => map.width(first).unwrap_or(2).max(1),
            Codes::Mixed => 1 + usize::from(first >= 0x80),
        };
        let code = bytes.get(..width).unwrap_or(bytes);
        Some((number(code), code.len()))
    }

    /// The characters of a code. U+FFFD where nobody knows.
    pub(super) fn words(&self, code: usize) -> String {
        if let Some(words) = self.map.as_ref().and_then(|map| map.words(code)) {
            return words.chars().map(known).collect();
        }
        match &self.letters {
            Letters::Table(table) => table.get(code).copied().unwrap_or(UNKNOWN).to_string(),
            Letters::Utf16 => {
                let [.., high, low] = code.to_be_bytes();
                utf16(&[high, low]).chars().map(known).collect()
            }
            Letters::Unknown => UNKNOWN.to_string(),
        }
    }

    /// How far a code moves the pen, in units of the size.
    pub(super) fn width(&self, code: usize) -> f64 {
        let after = self.widths.partition_point(|width| width.0 <= code);
        let last = after.checked_sub(1).and_then(|at| self.widths.get(at));
        let width = match last {
            Some((_, to, width)) if code <= *to => *width,
            // Of fonts that the file does not bring along.
            _ if matches!(self.letters, Letters::Utf16) && code < 0x80 => self.other / 2.0,
            _ => self.other,
        };
        width * self.scale
    }

    /// Whether it is the one code that spaces between words belong to.
    pub(super) fn is_space(&self, code: usize) -> bool {
        code == 32 && matches!(self.codes, Codes::One)
    }
}

/// Characters that mean nothing outside of the font that has them.
fn known(ch: char) -> char {
    match ch {
        '\0' | '\u{E000}'..='\u{F8FF}' => UNKNOWN,
        ch if ch.is_control() => ' ',
        ch => ch,
    }
}

/// An entry as it is written, which may point elsewhere.
fn raw<'o, 'a>(dict: &'o Value<'a>, key: &[u8]) -> Option<&'o Value<'a>> {
    let mut entries = dict.entries().iter();
    entries
        .find(|(name, _)| *name == key)
        .map(|(_, value)| value)
}

fn composite<'a>(objects: &Objects<'a>, font: &Value<'a>) -> Result<Font, Unreadable> {
    let mut letters = Letters::Unknown;
    let codes = match objects.get(font, b"Encoding") {
        Value::Name(b"Identity-H" | b"Identity-V") => Codes::Two,
        Value::Name(name) if name.starts_with(b"Uni") => {
            letters = Letters::Utf16;
            Codes::Two
        }
        Value::Dict(_) => match raw(font, b"Encoding") {
            Some(stream) => Codes::Own(Cmap::new(&objects.stream(stream)?)),
            None => Codes::Two,
        },
        _ => Codes::Mixed,
    };
    let descendants = objects.get(font, b"DescendantFonts").list();
    let below = descendants.first().unwrap_or(&Value::Null);
    let mut widths = Vec::new();
    // Only then are the codes the numbers that the widths are given for.
    if matches!(letters, Letters::Unknown) && matches!(codes, Codes::Two) {
        let mut list = objects.get(below, b"W").list().iter();
        while let (Some(from), Some(next)) = (list.next(), list.next()) {
            let Some(from) = objects.resolve(from).count() else {
                break;
            };
            match objects.resolve(next) {
                Value::List(each) => {
                    for (code, width) in (from..).zip(each) {
                        let width = objects.resolve(width).number().unwrap_or_default();
                        widths.push((code, code, width));
                    }
                }
                to => {
                    let width = list
                        .next()
                        .and_then(|width| objects.resolve(width).number());
                    if let (Some(to), Some(width)) = (to.count(), width) {
                        widths.push((from, to, width));
                    }
                }
            }
        }
    }
    objects.spend(widths.len())?;
    Ok(Font {
        codes,
        map: None,
        letters,
        widths,
        other: objects.get(below, b"DW").number().unwrap_or(1000.0),
        scale: 0.001,
    })
}

fn simple<'a>(objects: &Objects<'a>, font: &Value<'a>) -> Result<Font, Unreadable> {
    let encoding = objects.get(font, b"Encoding");
    let base = match encoding {
        Value::Name(name) => name,
        dict => objects.get(dict, b"BaseEncoding").name(),
    };
    let face = objects.get(font, b"BaseFont").name();
    let descriptor = objects.get(font, b"FontDescriptor");
    let flags = objects.get(descriptor, b"Flags").count().unwrap_or(0);
    let signs = [b"Symbol".as_slice(), b"Dingbats", b"Wingdings", b"Webdings"];
    let holds_signs = signs
        .iter()
        .any(|name| face.windows(name.len()).any(|part| part == *name));
    let is_type3 = is(objects.get(font, b"Subtype"), b"Type3");
    // Its own codes, which only it knows.
    let own = base.is_empty() && (flags & 4 != 0 || is_type3);
    let mut windows = WINDOWS.chars();
    let mut table: Vec<char> = (0..=0xFF_u8)
        .map(|code| match code {
            _ if own || holds_signs => UNKNOWN,
            0x20..=0x7E => char::from(code),
            _ if base != b"WinAnsiEncoding" => UNKNOWN,
            0x80..=0x9F => windows.next().unwrap_or(UNKNOWN),
            0xA0..=0xFF => char::from(code),
            _ => UNKNOWN,
        })
        .collect();
    let mut at = 0;
    let differences = objects.get(encoding, b"Differences").list();
    // A name is compared with a hundred others.
    objects.spend(differences.len().saturating_mul(100))?;
    for value in differences {
        match objects.resolve(value) {
            Value::Name(name) => {
                if let Some(place) = table.get_mut(at) {
                    *place = named(name);
                }
                at = at.saturating_add(1);
            }
            number => at = number.count().unwrap_or(at),
        }
    }
    let first = objects.get(font, b"FirstChar").count().unwrap_or(0);
    let mut widths = Vec::new();
    for (code, width) in (first..).zip(objects.get(font, b"Widths").list()) {
        let width = objects.resolve(width).number().unwrap_or_default();
        widths.push((code, code, width));
    }
    objects.spend(widths.len())?;
    let matrix = objects.get(font, b"FontMatrix").list().first();
    Ok(Font {
        codes: Codes::One,
        map: None,
        letters: Letters::Table(table),
        other: if widths.is_empty() { 500.0 } else { 0.0 },
        widths,
        scale: match matrix.and_then(Value::number) {
            Some(scale) if is_type3 => scale,
            _ => 0.001,
        },
    })
}

/// The character of a glyph's name.
fn named(name: &[u8]) -> char {
    if let [letter] = name
        && letter.is_ascii_alphabetic()
    {
        return char::from(*letter);
    }
    for (first, names) in NAMES {
        if let Some(at) = names.split(' ').position(|of| of.as_bytes() == name) {
            let code = u32::try_from(at)
                .ok()
                .and_then(|at| at.checked_add(first.into()));
            return code.and_then(char::from_u32).unwrap_or(UNKNOWN);
        }
    }
    if let Some((_, ch)) = OTHER_NAMES.iter().find(|(of, _)| *of == name) {
        return *ch;
    }
    let digits = name.strip_prefix(b"uni").or(name.strip_prefix(b"u"));
    let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
    let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    code.and_then(char::from_u32).map_or(UNKNOWN, known)
}
