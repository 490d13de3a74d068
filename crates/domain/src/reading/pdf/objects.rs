//! The objects of a file, found by looking for them from its first byte to its last: tables of contents are often wrong.

use std::cell::Cell;

use super::inflate::inflate;
use super::parse::{Parser, Value, is_space, unhex};
use crate::reading::Unreadable;

/// The most objects. Policies have hundreds.
const OBJECTS_MAX: usize = 50_000;
/// The most values in all objects together.
const VALUES_MAX: usize = 2_000_000;
/// The most bytes of unpacked streams, and of work that is counted like them.
const UNPACKED_MAX: usize = 20_000_000;

/// The most white space between the bytes of a stream and the word that ends it.
const LINE_BREAKS_MAX: usize = 8;

static NULL: Value<'static> = Value::Null;

/// One object.
struct Object<'a> {
    number: u32,
    /// Where it stands: the last of several with the same number counts.
    at: usize,
    value: Value<'a>,
    stream: Option<&'a [u8]>,
}

/// A stream that holds objects.
pub(super) struct Pack {
    at: usize,
    bytes: Vec<u8>,
    count: usize,
    first: usize,
}

/// What looking through the file found.
pub(super) struct Objects<'a> {
    list: Vec<Object<'a>>,
    root: Option<u32>,
    values: usize,
    budget: Cell<usize>,
}

impl<'a> Objects<'a> {
    /// The objects that are not packed.
    pub(super) fn scan(bytes: &'a [u8]) -> Result<Objects<'a>, Unreadable> {
        let mut found = Objects {
            list: Vec::new(),
            root: None,
            values: VALUES_MAX,
            budget: Cell::new(UNPACKED_MAX),
        };
        let mut locked = false;
        let mut parser = Parser {
            bytes,
            at: 0,
            room: VALUES_MAX,
        };
        while parser.at < bytes.len() {
            let at = parser.at;
            let number = if parser.passes(b"obj") {
                number_before(bytes, at)
            } else if parser.passes(b"trailer") {
                let trailer = parser.next().unwrap_or(Value::Null);
                locked |= found.trailer(&trailer);
                continue;
            } else {
                parser.at += 1;
                continue;
            };
            let Some(number) = number else { continue };
            let value = parser.next().ok_or(Unreadable::Pdf)?;
            let stream = stream(&mut parser, &value);
            if is(entry(&value, b"Type"), b"XRef") {
                locked |= found.trailer(&value);
            }
            found.add(Object {
                number,
                at,
                value,
                stream,
            })?;
        }
        found.values = parser.room;
        if locked {
            return Err(Unreadable::PdfLocked);
        }
        found.sort();
        Ok(found)
    }

    /// Notes where the pages begin, and says whether the file is locked.
    fn trailer(&mut self, trailer: &Value<'a>) -> bool {
        if let Value::Ref(root) = entry(trailer, b"Root") {
            self.root = Some(*root);
        }
        !matches!(entry(trailer, b"Encrypt"), Value::Null)
    }

    fn add(&mut self, object: Object<'a>) -> Result<(), Unreadable> {
        if self.list.len() >= OBJECTS_MAX {
            return Err(Unreadable::Pdf);
        }
        self.list.push(object);
        Ok(())
    }

    fn sort(&mut self) {
        self.list
            .sort_unstable_by_key(|object| (object.number, object.at));
    }

    /// Unpacks the streams that hold objects.
    pub(super) fn packs(&self) -> Result<Vec<Pack>, Unreadable> {
        let mut packs = Vec::new();
        for object in &self.list {
            if is(entry(&object.value, b"Type"), b"ObjStm") {
                let count = |key| self.get(&object.value, key).count();
                packs.push(Pack {
                    at: object.at,
                    bytes: self.unpack(&object.value, object.stream)?,
                    count: count(b"N").ok_or(Unreadable::Pdf)?,
                    first: count(b"First").ok_or(Unreadable::Pdf)?,
                });
            }
        }
        Ok(packs)
    }

    /// Adds the objects that were packed.
    pub(super) fn with(mut self, packs: &'a [Pack]) -> Result<Objects<'a>, Unreadable> {
        for pack in packs {
            let parser = |at, room| Parser {
                bytes: &pack.bytes,
                at,
                room,
            };
            let mut heads = parser(0, self.values);
            for _ in 0..pack.count {
                let mut head = || heads.next().and_then(|value| value.count());
                let (Some(number), Some(offset)) = (head(), head()) else {
                    return Err(Unreadable::Pdf);
                };
                let at = pack.first.checked_add(offset).ok_or(Unreadable::Pdf)?;
                let mut body = parser(at, self.values);
                let value = body.next().ok_or(Unreadable::Pdf)?;
                self.values = body.room;
                self.spend(body.at - at)?;
                self.add(Object {
                    number: u32::try_from(number).map_err(|_| Unreadable::Pdf)?,
                    at: pack.at,
                    value,
                    stream: None,
                })?;
            }
        }
        self.sort();
        Ok(self)
    }

    fn find(&self, number: u32) -> Option<&Object<'a>> {
        let after = self.list.partition_point(|object| object.number <= number);
        let last = self.list.get(after.checked_sub(1)?)?;
        (last.number == number).then_some(last)
    }

    /// The catalogue of the document.
    pub(super) fn root(&self) -> &Value<'a> {
        let named = self.root.and_then(|root| self.find(root));
        let catalogues = || {
            let mut list = self.list.iter();
            list.rfind(|object| is(entry(&object.value, b"Type"), b"Catalog"))
        };
        named
            .or_else(catalogues)
            .map_or(&NULL, |object| &object.value)
    }

    /// Every object of a type, in the order of their numbers.
    pub(super) fn of_type(&self, kind: &'static [u8]) -> impl Iterator<Item = &Value<'a>> {
        let values = self.list.iter().map(|object| &object.value);
        values.filter(move |value| is(entry(value, b"Type"), kind))
    }

    /// What stands there, or there where it points to.
    pub(super) fn resolve<'o>(&'o self, value: &'o Value<'a>) -> &'o Value<'a> {
        let mut value = value;
        for _ in 0..4 {
            let Value::Ref(number) = value else {
                return value;
            };
            value = self.find(*number).map_or(&NULL, |object| &object.value);
        }
        &NULL
    }

    /// An entry of a dictionary; null when it has none.
    pub(super) fn get<'o>(&'o self, dict: &'o Value<'a>, key: &[u8]) -> &'o Value<'a> {
        self.resolve(entry(self.resolve(dict), key))
    }

    /// The unpacked bytes of a stream.
    pub(super) fn stream(&self, value: &Value<'a>) -> Result<Vec<u8>, Unreadable> {
        let Value::Ref(number) = value else {
            return Err(Unreadable::Pdf);
        };
        let object = self.find(*number).ok_or(Unreadable::Pdf)?;
        self.unpack(&object.value, object.stream)
    }

    /// Counts work, so that no file takes longer than its size allows.
    pub(super) fn spend(&self, work: usize) -> Result<(), Unreadable> {
        let left = self.budget.get().checked_sub(work);
        self.budget.set(left.ok_or(Unreadable::Pdf)?);
        Ok(())
    }

    fn unpack(&self, dict: &Value<'a>, raw: Option<&[u8]>) -> Result<Vec<u8>, Unreadable> {
        let mut bytes = raw.ok_or(Unreadable::Pdf)?.to_vec();
        self.spend(bytes.len() + 16)?;
        let filters = self.get(dict, b"Filter");
        let settings = self.get(dict, b"DecodeParms");
        let filters = match filters {
            Value::List(filters) => filters,
            Value::Null => &[][..],
            one => std::slice::from_ref(one),
        };
        for (at, filter) in filters.iter().enumerate() {
            bytes = match self.resolve(filter).name() {
                b"FlateDecode" | b"Fl" => {
                    let plain = inflate(&bytes, self.budget.get()).ok_or(Unreadable::Pdf)?;
                    let settings = match settings {
                        Value::List(settings) => settings.get(at).unwrap_or(&NULL),
                        one => one,
                    };
                    let number = |key| self.get(settings, key).count();
                    if number(b"Predictor").unwrap_or(1) < 10 {
                        plain
                    } else {
                        let colours = number(b"Colors").unwrap_or(1);
                        let bits = number(b"BitsPerComponent").unwrap_or(8);
                        let columns = number(b"Columns").unwrap_or(1);
                        let step = colours.saturating_mul(bits).div_ceil(8);
                        let bits = colours.saturating_mul(bits).saturating_mul(columns);
                        unpredict(&plain, step, bits.div_ceil(8)).ok_or(Unreadable::Pdf)?
                    }
                }
                b"ASCIIHexDecode" | b"AHx" => unhex(&bytes),
                b"ASCII85Decode" | b"A85" => ascii85(&bytes).ok_or(Unreadable::Pdf)?,
                b"Crypt" => return Err(Unreadable::PdfLocked),
                _ => return Err(Unreadable::Pdf),
            };
            self.spend(bytes.len())?;
        }
        Ok(bytes)
    }
}

fn entry<'o, 'a>(dict: &'o Value<'a>, key: &[u8]) -> &'o Value<'a> {
    let mut entries = dict.entries().iter();
    entries
        .find(|(name, _)| *name == key)
        .map_or(&NULL, |(_, value)| value)
}

/// Whether it is that name.
pub(super) fn is(value: &Value<'_>, name: &[u8]) -> bool {
    value.name() == name
}

/// The number in "12 0 obj", which stands before `at`.
fn number_before(bytes: &[u8], at: usize) -> Option<u32> {
    let before = bytes.get(at.saturating_sub(24)..at)?;
    let mut words = before.rsplit(|byte| is_space(*byte));
    let mut digits = || {
        let word = words.find(|word| !word.is_empty())?;
        // A byte of a stream or the word before may stick to the number.
        let from = word.iter().rposition(|byte| !byte.is_ascii_digit());
        let digits = word.get(from.map_or(0, |from| from + 1)..)?;
        std::str::from_utf8(digits).ok()?.parse::<u32>().ok()
    };
    digits()?;
    digits()
}

/// The bytes of the stream that follows a dictionary.
fn stream<'a>(parser: &mut Parser<'a>, dict: &Value<'a>) -> Option<&'a [u8]> {
    if !matches!(dict, Value::Dict(_)) {
        return None;
    }
    parser.space();
    if !parser.passes(b"stream") {
        return None;
    }
    parser.passes(b"\r");
    parser.passes(b"\n");
    let start = parser.at;
    if let Some(end) = entry(dict, b"Length").count()
        && let Some(end) = start.checked_add(end)
    {
        let after = parser.bytes.get(end..).unwrap_or_default();
        let after = after.get(..LINE_BREAKS_MAX + 9).unwrap_or(after);
        if after.trim_ascii_start().starts_with(b"endstream") {
            parser.at = end;
            return parser.bytes.get(start..end);
        }
    }
    while parser.at < parser.bytes.len() {
        let end = parser.at;
        if parser.passes(b"endstream") {
            let bytes = parser.bytes.get(start..end)?;
            let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
            return Some(bytes.strip_suffix(b"\r").unwrap_or(bytes));
        }
        parser.at += 1;
    }
    None
}

/// Takes back what PNG predictors did: every row begins with the way it was done.
fn unpredict(bytes: &[u8], step: usize, width: usize) -> Option<Vec<u8>> {
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    for row in bytes.chunks(width.checked_add(1)?) {
        let (how, row) = row.split_first()?;
        let start = out.len();
        for (column, byte) in row.iter().enumerate() {
            let at = |back: Option<usize>| back.and_then(|at| out.get(at)).copied().unwrap_or(0);
            let left = (column >= step).then(|| start + column - step);
            let up = (start + column).checked_sub(width);
            let corner = left.and_then(|left| left.checked_sub(width));
            let (left, up, corner) = (at(left), at(up), at(corner));
            let guess = match how {
                0 => 0,
                1 => left,
                2 => up,
                3 => left.midpoint(up),
                4 => paeth(left, up, corner),
                _ => return None,
            };
            out.push(byte.wrapping_add(guess));
        }
    }
    Some(out)
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let off = |byte: u8| (guess - i16::from(byte)).abs();
    if off(left) <= off(up) && off(left) <= off(corner) {
        left
    } else if off(up) <= off(corner) {
        up
    } else {
        corner
    }
}

fn ascii85(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let (mut group, mut digits) = (0_u32, 0_usize);
    for byte in bytes {
        match byte {
            b'!'..=b'u' => {
                group = group.checked_mul(85)?.checked_add(u32::from(byte - b'!'))?;
                digits += 1;
                if digits == 5 {
                    out.extend(group.to_be_bytes());
                    (group, digits) = (0, 0);
                }
            }
            b'z' if digits == 0 => out.extend([0; 4]),
            b'~' => break,
            byte if is_space(*byte) => {}
            _ => return None,
        }
    }
    if digits > 0 {
        for _ in digits..5 {
            group = group.checked_mul(85)?.checked_add(84)?;
        }
        out.extend(group.to_be_bytes().get(..digits - 1)?);
    }
    Some(out)
}
