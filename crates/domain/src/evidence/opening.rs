//! What happens when a PDF is opened: whether it only jumps to a place in itself. TeX and office programs write that as an action, often as
//! an object of its own, which may be packed.

use std::collections::{BTreeMap, BTreeSet};

use super::pdf::{is_name, is_regular, is_space, means, names};

/// Names that may stand in a jump, and no others: so it cannot be anything else besides. ISO 32000-2, 12.3.2 and 12.6.4.2.
const JUMP: [&[u8]; 13] = [
    b"Type", b"Action", b"S", b"GoTo", b"D", b"XYZ", b"Fit", b"FitH", b"FitV", b"FitR", b"FitB",
    b"FitBH", b"FitBV",
];
/// Longest text of a jump in bytes, with the blanks before it.
const JUMP_BYTES: usize = 512;
/// Most packed objects of a file that are looked at. Our judgement: ten megabytes have some ten thousand.
const PACKED_MAX: usize = 100_000;
/// How far before its `obj` the number of an object is looked for, in bytes.
const NUMBER_BYTES: usize = 256;

/// What a document opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// A jump that stands right there.
    Jump,
    /// Whatever the object of that number is.
    Object(u64),
}

/// What a document opens with that has this after `/OpenAction`; none when that is neither a jump nor a reference.
pub(super) fn opening(after: &[u8]) -> Option<Opening> {
    if is_jump(after) {
        return Some(Opening::Jump);
    }
    let near = after.get(..NUMBER_BYTES).unwrap_or(after);
    let mut words = near
        .split(|byte| is_space(*byte))
        .filter(|word| !word.is_empty());
    let (number, generation, end) = (words.next()?, words.next()?, words.next()?);
    number_of(generation)?;
    let is_reference = end.strip_prefix(b"R").is_some_and(|rest| {
        let next = rest.first();
        next.is_none_or(|byte| !is_regular(*byte))
    });
    number_of(number)
        .filter(|_| is_reference)
        .map(Opening::Object)
}

fn number_of(word: &[u8]) -> Option<u64> {
    let is_plain = word.iter().all(u8::is_ascii_digit);
    let word = std::str::from_utf8(word).ok().filter(|_| is_plain)?;
    word.parse().ok()
}

/// Follows the references by which a document opens. Of all objects with such a number each has to be a jump: which of them a viewer takes
/// is decided by tables that are not believed here.
#[derive(Debug, Default)]
pub struct Openings {
    asked: BTreeSet<u64>,
    /// Whether all objects of a number are jumps.
    jumps: BTreeMap<u64, bool>,
    /// Whether there is an object that is no jump and whose number cannot be told.
    is_doubtful: bool,
    /// Packed objects so far.
    packed: usize,
}

impl Openings {
    /// Looks at what stands in a file uncompressed.
    pub fn read_plain(&mut self, bytes: &[u8]) {
        self.ask(bytes);
        let mut from = 0;
        while let Some(at) = find(bytes, from, b"obj") {
            from = at + b"obj".len();
            let before = bytes.get(..at).unwrap_or_default();
            let object = bytes.get(from..).unwrap_or_default();
            match number_before(before) {
                Begins::Object(number) => self.note(number, is_jump(object)),
                Begins::Something => self.is_doubtful |= !is_jump(object),
                Begins::Nothing => {}
            }
        }
    }

    /// Looks at objects that were packed: numbers and places in front, the objects from `first` on. `None` where that cannot be told.
    pub fn read_packed(&mut self, objects: &[u8], first: Option<usize>) {
        self.ask(objects);
        let Some((head, body)) = first.and_then(|first| objects.split_at_checked(first)) else {
            self.is_doubtful = true;
            return;
        };
        let words = head
            .split(|byte| is_space(*byte))
            .filter(|word| !word.is_empty());
        let most = 2 * (PACKED_MAX - self.packed);
        let words = words.take(most + 1).map(number_of);
        let Some(numbers) = words
            .collect::<Option<Vec<u64>>>()
            .filter(|numbers| numbers.len() <= most)
        else {
            self.is_doubtful = true;
            return;
        };
        self.packed += numbers.len() / 2;
        for pair in numbers.chunks(2) {
            let place = pair.get(1).and_then(|at| usize::try_from(*at).ok());
            let object = place.and_then(|at| body.get(at..)).unwrap_or_default();
            if let Some(number) = pair.first() {
                self.note(*number, is_jump(object));
            }
        }
    }

    /// Whether something of what was read is no jump, though a document opens with it.
    pub fn is_refused(&self) -> bool {
        let is_bad = |number| self.jumps.get(number) == Some(&false);
        !self.asked.is_empty() && self.is_doubtful || self.asked.iter().any(is_bad)
    }

    /// Whether everything was there that a document opens with, and is a jump.
    pub fn are_jumps(&self) -> bool {
        !self.is_refused()
            && self
                .asked
                .iter()
                .all(|number| self.jumps.contains_key(number))
    }

    fn ask(&mut self, bytes: &[u8]) {
        for (name, after) in names(bytes) {
            if means(name, b"OpenAction")
                && let Some(Opening::Object(number)) = opening(after)
            {
                self.asked.insert(number);
            }
        }
    }

    fn note(&mut self, number: u64, is_jump: bool) {
        *self.jumps.entry(number).or_insert(true) &= is_jump;
    }
}

/// What begins where `obj` stands.
enum Begins {
    /// The object of that number.
    Object(u64),
    /// Perhaps an object, whose number cannot be told.
    Something,
    /// No object.
    Nothing,
}

fn number_before(before: &[u8]) -> Begins {
    let near = before
        .get(before.len().saturating_sub(NUMBER_BYTES)..)
        .unwrap_or(before);
    if !near.last().is_some_and(|byte| is_space(*byte)) {
        return Begins::Nothing;
    }
    let line_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
    let mut words = near
        .rsplit(|byte| is_space(*byte))
        .filter(|word| !word.is_empty());
    let (generation, number) = (words.next().unwrap_or_default(), words.next());
    let is_number = |word: &[u8]| {
        let digits = |byte: &u8| b"0123456789+-.".contains(byte);
        !word.is_empty() && word.iter().all(digits)
    };
    if is_number(generation) {
        let number = number.and_then(number_of);
        return number.map_or(Begins::Something, Begins::Object);
    }
    // A remark may stand between the numbers and the word.
    let mut lines = near.rsplit(line_end).map(<[u8]>::trim_ascii);
    let is_first = lines.next().is_some_and(<[u8]>::is_empty);
    let above = lines.find(|line| !line.is_empty());
    if is_first && above.is_some_and(|line| line.contains(&b'%')) {
        Begins::Something
    } else {
        Begins::Nothing
    }
}

/// Whether what stands here is a jump to a place in the document itself: a place, or an action that names one and nothing else.
fn is_jump(bytes: &[u8]) -> bool {
    let near = bytes.get(..JUMP_BYTES).unwrap_or(bytes);
    let start = near.iter().position(|byte| !is_space(*byte));
    let mut rest = start
        .and_then(|start| near.get(start..))
        .unwrap_or_default();
    let mut open = Vec::new();
    loop {
        rest = match rest {
            [b'<', b'<', after @ ..] => {
                open.push(b'<');
                after
            }
            [b'[', after @ ..] => {
                open.push(b'[');
                after
            }
            // A viewer has to find a list or a dictionary there.
            _ if open.is_empty() => return false,
            [b'>', b'>', after @ ..] if open.pop() == Some(b'<') => after,
            [b']', after @ ..] if open.pop() == Some(b'[') => after,
            [b'/', ..] => match names(rest).next() {
                Some((name, after)) if JUMP.iter().any(|jump| is_name(name, jump)) => after,
                _ => return false,
            },
            [b'(', after @ ..] => match until(after, b')') {
                Some((text, after)) if !text.iter().any(|byte| b"(\\".contains(byte)) => after,
                _ => return false,
            },
            [b'<', after @ ..] => match until(after, b'>') {
                Some((_, after)) => after,
                None => return false,
            },
            [b'n', b'u', b'l', b'l', after @ ..]
            | [b'R' | b'0'..=b'9' | b'-' | b'.', after @ ..] => after,
            [byte, after @ ..] if is_space(*byte) => after,
            _ => return false,
        };
        if open.is_empty() {
            return true;
        }
    }
}

fn until(bytes: &[u8], end: u8) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == end)?;
    Some((bytes.get(..at)?, bytes.get(at + 1..)?))
}

fn find(bytes: &[u8], from: usize, part: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let at = rest.windows(part.len()).position(|window| window == part)?;
    Some(from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jump_names_a_place_and_nothing_else() {
        for text in [
            "[3 0 R /XYZ null null 0]",
            "<</S/GoTo/D[3 0 R/FitH -12.5]>> and more",
            "\r\n<< /Type /Action /S /GoTo /D (Doc-Start) >>",
            "<</S/GoTo/D<feff0031>>>",
            "<</D 9 0 R/S/GoTo>>",
        ] {
            assert!(is_jump(text.as_bytes()), "{text}");
        }
        for text in [
            "",
            "9 0 R",
            "/GoTo",
            "<</S/URI/URI(x)>>",
            "<</S/GoTo/D[3 0 R/Fit]/Next 5 0 R>>",
            "<</S/GoTo/D[3 0 R/Fit]/Ne#78t 5 0 R>>",
            "<</S/GoTo/D(a(b)c)>>",
            "<</S/GoTo/D[3 0 R>>]",
            "<</S/GoTo %\n>>",
            "<</S/GoTo",
            "[3 0 R/Fit true]",
            "<</S/Named/N/Print>>",
        ] {
            assert!(!is_jump(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn what_follows_is_a_jump_or_a_reference_or_refused() {
        let of = |text: &str| opening(text.as_bytes());
        assert_eq!(of(" [1 0 R/Fit]"), Some(Opening::Jump));
        assert_eq!(of("\r\n12 0 R/Pages 2 0 R"), Some(Opening::Object(12)));
        assert_eq!(of(" 012 0 R>>"), Some(Opening::Object(12)));
        for text in [
            "",
            " null",
            " 12",
            " 12 0 Rx",
            " +12 0 R",
            " %\n12 0 R",
            "<<",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    /// Whether something is refused at once, and whether everything was found.
    fn judged(plain: &str, packed: &[(&str, Option<usize>)]) -> (bool, bool) {
        let mut openings = Openings::default();
        openings.read_plain(plain.as_bytes());
        for (objects, first) in packed {
            openings.read_packed(objects.as_bytes(), *first);
        }
        (openings.is_refused(), openings.are_jumps())
    }

    /// What each object would be looked for in is as long as a file may be, and there are as many as it has room for.
    #[test]
    fn a_packing_with_much_to_look_at_is_soon_looked_at() {
        let asks = "1 0 obj<</OpenAction 5 0 R>>endobj ";
        let blanks = " ".repeat(4_000_000);
        let packing = |count| "0 0 ".repeat(count) + &blanks;
        let first = |count: usize| Some(4 * count);
        let (most, more) = (PACKED_MAX, PACKED_MAX + 1);
        let judge = |count| judged(asks, &[(&packing(count), first(count))]);
        assert_eq!(judge(most), (false, false));
        assert_eq!(
            judge(more),
            (true, false),
            "what is not looked at is no jump"
        );
        let (most, one) = (packing(most), packing(1));
        let both = [(most.as_str(), first(PACKED_MAX)), (one.as_str(), first(1))];
        assert_eq!(judged(asks, &both), (true, false), "nor in another packing");
    }

    #[test]
    fn of_all_objects_with_that_number_each_has_to_be_a_jump() {
        let asks = "1 0 obj<</OpenAction 5 0 R>>endobj ";
        let jump = "5 0 obj\n[3 0 R/Fit]\nendobj ";
        let with = |more: &str| judged(&format!("{asks}{jump}{more}"), &[]);
        assert_eq!(
            judged("1 0 obj<<>>endobj 5 0 obj<<>>endobj", &[]),
            (false, true)
        );
        assert_eq!(judged(asks, &[]), (false, false), "it may be packed");
        assert_eq!(with(""), (false, true));
        assert_eq!(with("6 0 obj<<>>endobj"), (false, true));
        assert_eq!(with("objects and an obj that has no number"), (false, true));
        for other in [
            "5 0 obj<</S/URI>>",
            "05 1 obj<</S/URI>>",
            "+5 0 obj<</S/URI>>",
            "5.0 0 obj<</S/URI>>",
            "5%\n0 obj<</S/URI>>",
            "5 0 %\nobj<</S/URI>>",
            "5 %x\r0 %\r\n\r\n obj<</S/URI>>",
        ] {
            assert_eq!(with(other), (true, false), "{other}");
        }
    }

    #[test]
    fn packed_objects_are_found_by_their_numbers() {
        let asks = "<</OpenAction 5 0 R>>";
        let (jump, web) = ("4 0 5 5 null [3 0 R/Fit]", "4 0 5 5 null <</S/URI/URI(x)>>");
        assert_eq!(judged(asks, &[(jump, Some(8))]), (false, true));
        assert_eq!(
            judged(
                "",
                &[("1 0 5 22 <</OpenAction 5 0 R>> [3 0 R/Fit]", Some(9))]
            ),
            (false, true)
        );
        for bad in [
            (web, Some(8)),
            (jump, None),
            (jump, Some(99)),
            ("4 0 %\n", Some(6)),
        ] {
            assert_eq!(
                judged(asks, &[(jump, Some(8)), bad]),
                (true, false),
                "{bad:?}"
            );
        }
        assert_eq!(judged("", &[(web, None)]), (false, true), "nobody asks");
    }
}
