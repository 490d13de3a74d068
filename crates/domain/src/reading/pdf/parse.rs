//! The notation of PDF files: numbers, names, strings, arrays, dictionaries, words.

/// How deep arrays and dictionaries may stand in each other.
const DEPTH_MAX: usize = 24;

/// One value, or one word of a content stream.
#[derive(Debug)]
pub(super) enum Value<'a> {
    Null,
    Int(i32),
    Real(f64),
    /// Without its slash, as it is written.
    Name(&'a [u8]),
    Text(Vec<u8>),
    List(Vec<Value<'a>>),
    Dict(Vec<(&'a [u8], Value<'a>)>),
    /// The number of another object.
    Ref(u32),
    /// Operators, `obj`, `true`; closing brackets that nothing opened.
    Word(&'a [u8]),
}

impl<'a> Value<'a> {
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Value::Int(number) => Some(f64::from(*number)),
            Value::Real(number) => Some(*number),
            _ => None,
        }
    }

    /// A number that counts something or stands for a character.
    pub(super) fn count(&self) -> Option<usize> {
        match self {
            Value::Int(number) => usize::try_from(*number).ok(),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> &'a [u8] {
        match self {
            Value::Name(name) => name,
            _ => b"",
        }
    }

    pub(super) fn list(&self) -> &[Value<'a>] {
        match self {
            Value::List(list) => list,
            _ => &[],
        }
    }

    pub(super) fn entries(&self) -> &[(&'a [u8], Value<'a>)] {
        match self {
            Value::Dict(entries) => entries,
            _ => &[],
        }
    }
}

/// Reads one value after the other.
pub(super) struct Parser<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
    /// How many more values are read before it stops: they take more memory than what they are read from.
    pub room: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn next(&mut self) -> Option<Value<'a>> {
        self.value(0)
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Whether these bytes come next; then they are passed.
    pub(super) fn passes(&mut self, word: &[u8]) -> bool {
        let here = self.bytes.get(self.at..).unwrap_or_default();
        let passes = here.starts_with(word);
        if passes {
            self.at += word.len();
        }
        passes
    }

    /// Passes white space and comments.
    pub(super) fn space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self
                    .peek()
                    .is_some_and(|byte| !matches!(byte, b'\r' | b'\n'))
                {
                    self.at += 1;
                }
            } else if !is_space(byte) {
                return;
            } else {
                self.at += 1;
            }
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        self.space();
        let first = self.peek()?;
        self.room = self.room.checked_sub(1)?;
        if depth > DEPTH_MAX {
            return None;
        }
        let start = self.at;
        self.at += 1;
        Some(match first {
            b'/' => Value::Name(self.regular(start + 1)),
            b'(' => Value::Text(self.literal()),
            b'<' if self.passes(b"<") => {
                let mut entries = Vec::new();
                let mut key = None;
                for value in self.items(b">>", depth)? {
                    match (key.take(), value) {
                        (None, Value::Name(name)) => key = Some(name),
                        (None, _) => {}
                        (Some(key), value) => entries.push((key, value)),
                    }
                }
                Value::Dict(entries)
            }
            b'<' => Value::Text(self.hex()),
            b'[' => Value::List(self.items(b"]", depth)?),
            b'>' => {
                self.passes(b">");
                Value::Word(self.bytes.get(start..self.at)?)
            }
            b']' | b')' | b'{' | b'}' => Value::Word(self.bytes.get(start..self.at)?),
            _ => {
                let word = self.regular(start);
                number(word).unwrap_or(Value::Word(word))
            }
        })
    }

    fn items(&mut self, end: &[u8], depth: usize) -> Option<Vec<Value<'a>>> {
        let mut items = Vec::new();
        loop {
            let before = self.at;
            match self.value(depth + 1)? {
                Value::Word(word) if word == end => return Some(items),
                // The end was forgotten.
                Value::Word(b"endobj" | b"stream") => {
                    self.at = before;
                    return Some(items);
                }
                Value::Word(b"R") => {
                    items.pop();
                    let number = match items.pop() {
                        Some(Value::Int(number)) => u32::try_from(number).ok(),
                        _ => None,
                    };
                    items.push(number.map_or(Value::Null, Value::Ref));
                }
                Value::Word(b"null") => items.push(Value::Null),
                value => items.push(value),
            }
        }
    }

    /// Everything up to the next space or bracket.
    fn regular(&mut self, start: usize) -> &'a [u8] {
        while self
            .peek()
            .is_some_and(|byte| !is_space(byte) && !b"()<>[]{}/%".contains(&byte))
        {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    fn literal(&mut self) -> Vec<u8> {
        let (mut text, mut open) = (Vec::new(), 0_usize);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' if open == 0 => break,
                b')' => open -= 1,
                b'\\' => {
                    text.extend(self.escaped());
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\r' => {
                self.passes(b"\n");
                return None;
            }
            b'\n' => return None,
            b'0'..=b'7' => {
                let mut code = byte - b'0';
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else {
                        break;
                    };
                    self.at += 1;
                    code = code.wrapping_mul(8).wrapping_add(digit - b'0');
                }
                code
            }
            byte => byte,
        })
    }

    fn hex(&mut self) -> Vec<u8> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte != b'>') {
            self.at += 1;
        }
        let digits = self.bytes.get(start..self.at).unwrap_or_default();
        self.at += 1;
        unhex(digits)
    }
}

/// The bytes that hexadecimal digits stand for; what is no digit is passed over.
pub(super) fn unhex(digits: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(digits.len() / 2);
    let mut half = None;
    for digit in digits {
        let Some(value) = char::from(*digit).to_digit(16) else {
            continue;
        };
        let value = u8::try_from(value).unwrap_or_default();
        match half.take() {
            None => half = Some(value << 4),
            Some(high) => bytes.push(high | value),
        }
    }
    bytes.extend(half);
    bytes
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 12 | 0)
}

fn number(word: &[u8]) -> Option<Value<'static>> {
    let minus = word.starts_with(b"-");
    let plus = word.strip_prefix(b"+").unwrap_or(word);
    let digits = word.strip_prefix(b"-").unwrap_or(plus);
    let (mut whole, mut value, mut unit) = (0_i32, 0.0, 0.0);
    let mut any = false;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                let digit = byte - b'0';
                any = true;
                if unit == 0.0 {
                    whole = whole.saturating_mul(10).saturating_add(i32::from(digit));
                    value = value * 10.0 + f64::from(digit);
                } else {
                    value += f64::from(digit) * unit;
                    unit /= 10.0;
                }
            }
            b'.' if unit == 0.0 => unit = 0.1,
            // Some writers put a second minus into a number.
            b'-' if any => break,
            _ => return None,
        }
    }
    if !any {
        return None;
    }
    Some(if unit == 0.0 {
        Value::Int(if minus { -whole } else { whole })
    } else {
        Value::Real(if minus { -value } else { value })
    })
}
