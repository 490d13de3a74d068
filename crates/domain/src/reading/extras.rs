//! Contacts and names that nobody replaced before publishing.

use std::ops::Range;

/// Something that stands for what should be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// What kind of thing is missing.
    pub kind: PlaceholderKind,
    /// Where, in bytes of the original.
    pub at: Range<usize>,
}

/// What kind of thing a placeholder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceholderKind {
    /// A telephone number such as 010-0000-0000.
    Phone,
    /// An address such as test@test.com.
    Email,
    /// 홍길동.
    Name,
    /// 000-00-00000.
    Number,
    /// A gap in a template: ○○○, [회사명], XX, a note to oneself, lorem ipsum.
    Blank,
}

use PlaceholderKind::{Blank, Email, Name, Number, Phone};

/// The most that are listed.
const PLACEHOLDERS_MAX: usize = 20;

/// In small letters.
static PATTERNS: &[(PlaceholderKind, &str)] = &[
    (Phone, "010-0000-0000"),
    (Phone, "010-1234-5678"),
    (Phone, "010-1111-2222"),
    (Phone, "01012345678"),
    (Phone, "01000000000"),
    (Phone, "000-0000-0000"),
    (Phone, "000-000-0000"),
    (Phone, "02-000-0000"),
    (Phone, "02-0000-0000"),
    (Phone, "02-1234-5678"),
    (Phone, "02-123-4567"),
    (Phone, "1588-0000"),
    (Email, "test@test"),
    (Email, "@example."),
    (Email, "@test.co"),
    (Email, "@domain.co"),
    (Email, "@yourdomain"),
    (Email, "@company.com"),
    (Name, "홍길동"),
    (Number, "000-00-00000"),
    (Number, "123-45-67890"),
    (Number, "123-45-67891"),
    (Blank, "○○"),
    (Blank, "◯◯"),
    (Blank, "〇〇"),
    (Blank, "□□"),
    (Blank, "△△"),
    (Blank, "ㅇㅇㅇ"),
    (Blank, "[회사"),
    (Blank, "{회사"),
    (Blank, "[상호"),
    (Blank, "[이름]"),
    (Blank, "[이메일"),
    (Blank, "[연락처"),
    (Blank, "[전화번호"),
    (Blank, "[주소"),
    (Blank, "[서비스명"),
    (Blank, "[날짜"),
    (Blank, "{{"),
    (Blank, "(회사명)"),
    (Blank, "회사명을 입력"),
    (Blank, "ooo"),
    (Blank, "xx"),
    (Blank, "xxx"),
    (Blank, "xxxx"),
    (Blank, "todo"),
    (Blank, "tbd"),
    (Blank, "lorem ipsum"),
];

/// Every placeholder, in the order of the text; of two at one place the longer.
pub(super) fn placeholders(text: &str) -> Vec<Placeholder> {
    // Small ASCII letters keep every byte where it is.
    let lower = text.to_ascii_lowercase();
    let mut begins = [false; 256];
    for (_, pattern) in PATTERNS {
        for first in pattern.bytes().take(1) {
            if let Some(begins) = begins.get_mut(usize::from(first)) {
                *begins = true;
            }
        }
    }
    let mut found: Vec<Placeholder> = Vec::new();
    let mut from = 0;
    for (at, byte) in lower.bytes().enumerate() {
        if at < from || !begins.get(usize::from(byte)).is_some_and(|begins| *begins) {
            continue;
        }
        let rest = lower.as_bytes().get(at..).unwrap_or_default();
        let longest = PATTERNS
            .iter()
            .filter(|(_, pattern)| {
                // The third byte tells most letters of Korean apart.
                let third = pattern.as_bytes().get(2);
                (third.is_none() || third == rest.get(2))
                    && rest.starts_with(pattern.as_bytes())
                    && stands_alone(&lower, at, pattern)
            })
            .max_by_key(|(_, pattern)| pattern.len());
        if let Some((kind, pattern)) = longest {
            from = at + pattern.len();
            found.push(Placeholder {
                kind: *kind,
                at: at..from,
            });
            if found.len() == PLACEHOLDERS_MAX {
                break;
            }
        }
    }
    found
}

/// "02-000-0000" is no part of "102-000-00001", and "xx" no part of "xxl".
fn stands_alone(text: &str, at: usize, pattern: &str) -> bool {
    let bytes = text.as_bytes();
    let same_kind = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let starts = pattern.as_bytes().first();
    let ends = pattern.as_bytes().last();
    let after = bytes.get(at + pattern.len());
    let open_start = !same_kind(starts) || !same_kind(before);
    let open_end = !same_kind(ends) || !same_kind(after) || pattern.contains('@');
    open_start && open_end
}
