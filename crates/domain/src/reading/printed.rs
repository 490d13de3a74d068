//! Compares two printed facts letter by letter and says what kind of difference there is and where.

use std::ops::Range;

use super::source::{is_invisible, width};

/// The least that has to be overlooked for the two to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Differing {
    /// Not at all.
    Same,
    /// Only in spaces.
    Spaces,
    /// Only in the kind of brackets, full width or signs that cannot be seen (and maybe spaces).
    Width,
    /// Only in capital and small letters.
    Case,
    /// Only in how the corporate form is written: (주), ㈜, 주식회사, before or behind the name.
    CorporateForm,
    /// One has a corporate form and the other has none.
    CorporateFormMissing,
    /// In letters or digits.
    Letters,
}

/// How two printed facts differ, and the part of each that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The kind.
    pub differing: Differing,
    /// The bytes of the first that the second has otherwise; what stands before and behind is the same in both.
    pub one: Range<usize>,
    /// The same of the second.
    pub other: Range<usize>,
}

/// Compares what is printed at two places. Linear: the common start, the common end, and what is left.
pub fn differences(one: &str, other: &str) -> Difference {
    let (one_part, other_part) = parts(one, other);
    Difference {
        differing: differing(one, other),
        one: one_part,
        other: other_part,
    }
}

fn differing(one: &str, other: &str) -> Differing {
    if one == other {
        return Differing::Same;
    }
    let spaceless =
        |text: &str| -> String { text.chars().filter(|ch| !ch.is_whitespace()).collect() };
    if spaceless(one) == spaceless(other) {
        return Differing::Spaces;
    }
    let (one, other) = (even(one), even(other));
    if one == other {
        return Differing::Width;
    }
    let (one, other) = (one.to_ascii_lowercase(), other.to_ascii_lowercase());
    if one == other {
        return Differing::Case;
    }
    let (one_form, one_name) = form(&one);
    let (other_form, other_name) = form(&other);
    match (one_name == other_name, one_form, other_form) {
        (true, Some(one), Some(other)) if one == other => Differing::CorporateForm,
        (true, None, Some(_)) | (true, Some(_), None) => Differing::CorporateFormMissing,
        _ => Differing::Letters,
    }
}

/// Without spaces, with one kind of bracket and of width.
fn even(text: &str) -> String {
    let mut even = String::new();
    for ch in text.chars() {
        match ch {
            '㈜' => even.push_str("(주)"),
            _ if ch.is_whitespace() || is_invisible(ch) => {}
            _ => even.push(match width(ch) {
                '[' => '(',
                ']' => ')',
                ch => ch,
            }),
        }
    }
    even
}

/// The corporate form and the name without it.
fn form(name: &str) -> (Option<&'static str>, &str) {
    for (form, ways) in [
        ("주식회사", ["(주)", "주식회사"]),
        ("유한회사", ["(유)", "유한회사"]),
        ("사단법인", ["(사)", "사단법인"]),
        ("재단법인", ["(재)", "재단법인"]),
    ] {
        for way in ways {
            if let Some(rest) = name.strip_prefix(way).or_else(|| name.strip_suffix(way)) {
                return (Some(form), rest);
            }
        }
    }
    (None, name)
}

fn parts(one: &str, other: &str) -> (Range<usize>, Range<usize>) {
    let start: usize = one
        .chars()
        .zip(other.chars())
        .take_while(|(left, right)| left == right)
        .map(|(left, _)| left.len_utf8())
        .sum();
    let rest = |text: &str| text.get(start..).unwrap_or_default().to_owned();
    let end: usize = rest(one)
        .chars()
        .rev()
        .zip(rest(other).chars().rev())
        .take_while(|(left, right)| left == right)
        .map(|(left, _)| left.len_utf8())
        .sum();
    (start..one.len() - end, start..other.len() - end)
}
