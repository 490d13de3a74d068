//! Which characters the codes of a font stand for, as the file itself says it.

use super::parse::{Parser, Value};

/// The most values that are read of one.
const VALUES_MAX: usize = 400_000;
/// The most bytes that one code can stand for.
const WORDS_MAX: usize = 64;

/// A character map.
#[derive(Default)]
pub(super) struct Cmap {
    /// First code, last code, and the words of the first; in the last character of those the codes count on.
    ranges: Vec<(usize, usize, String)>,
    /// How many bytes a code has, by the range of its first byte.
    spaces: Vec<(usize, u8, u8)>,
}

impl Cmap {
    pub(super) fn new(bytes: &[u8]) -> Cmap {
        let mut map = Cmap::default();
        let mut parser = Parser {
            bytes,
            at: 0,
            room: VALUES_MAX,
        };
        let mut operands: Vec<Value<'_>> = Vec::new();
        while let Some(value) = parser.next() {
            let Value::Word(word) = value else {
                operands.push(value);
                continue;
            };
            match word {
                b"endbfchar" => {
                    for pair in operands.chunks_exact(2) {
                        if let [from, to] = pair {
                            map.add(code(from), code(from), to);
                        }
                    }
                }
                b"endbfrange" => {
                    for three in operands.chunks_exact(3) {
                        if let [from, to, words] = three {
                            map.range(code(from), code(to), words);
                        }
                    }
                }
                b"endcodespacerange" => {
                    for pair in operands.chunks_exact(2) {
                        if let [Value::Text(from), Value::Text(to)] = pair
                            && let ([first, ..], [last, ..]) = (from.as_slice(), to.as_slice())
                        {
                            map.spaces.push((from.len(), *first, *last));
                        }
                    }
                }
                _ => {}
            }
            operands.clear();
        }
        map.ranges.sort_unstable_by_key(|range| (range.0, range.1));
        map
    }

    fn range(&mut self, from: usize, to: usize, words: &Value<'_>) {
        if let Value::List(list) = words {
            for (at, words) in (from..=to).zip(list) {
                self.add(at, at, words);
            }
        } else {
            self.add(from, to, words);
        }
    }

    fn add(&mut self, from: usize, to: usize, words: &Value<'_>) {
        if let Value::Text(words) = words {
            let words = words.get(..WORDS_MAX).unwrap_or(words);
            self.ranges.push((from, to, utf16(words)));
        }
    }

    /// How many bytes the code has that begins with this byte.
    pub(super) fn width(&self, first: u8) -> Option<usize> {
        let mut spaces = self.spaces.iter();
        spaces
            .find(|(_, from, to)| (*from..=*to).contains(&first))
            .map(|(width, ..)| *width)
    }

    /// The characters of a code; none if it says nothing of it.
    pub(super) fn words(&self, code: usize) -> Option<String> {
        let after = self.ranges.partition_point(|range| range.0 <= code);
        let (from, to, words) = self.ranges.get(after.checked_sub(1)?)?;
        if code > *to {
            return None;
        }
        let mut words = words.clone();
        let last = u32::from(words.pop()?);
        let on = u32::try_from(code - from).ok()?;
        words.push(char::from_u32(last.checked_add(on)?)?);
        Some(words)
    }
}

fn code(value: &Value<'_>) -> usize {
    match value {
        Value::Text(bytes) => number(bytes),
        _ => 0,
    }
}

/// The number that up to four bytes write.
pub(super) fn number(bytes: &[u8]) -> usize {
    let bytes = bytes.iter().take(4);
    bytes.fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// UTF-16 with the high byte first; a byte alone is a Latin letter.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks(2).map(|pair| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        [byte] => u16::from(*byte),
        _ => 0,
    });
    char::decode_utf16(units)
        .map(|ch| ch.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
