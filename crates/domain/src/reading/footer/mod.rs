//! Reads the foot of a page: who runs it, as printed there.

mod labels;

use labels::{Label, label};

use std::ops::Range;

use super::Unreadable;
use super::source::{BREAK, CELL, Glyph, Source};

/// Something as printed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Letter by letter.
    pub text: String,
    /// Bytes of the original.
    pub at: Range<usize>,
}

/// The business facts of a page's foot; what is not there is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Footer {
    /// 상호.
    pub trade_name: Option<Printed>,
    /// 대표자.
    pub representative: Option<Printed>,
    /// 사업자등록번호: ten digits, with whatever stands between them.
    pub number: Option<Printed>,
    /// 주소.
    pub address: Option<Printed>,
}

impl Footer {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        *self == Footer::default()
    }
}

/// Reads the foot of a page, as text or as HTML.
pub fn read_footer(text: &str) -> Result<Footer, Unreadable> {
    let source = Source::new(text)?;
    let mut reader = Reader {
        text,
        footer: Footer::default(),
        waiting: None,
    };
    for line in source.lines() {
        reader.line(line);
    }
    reader.unlabelled(&source);
    Ok(reader.footer)
}

struct Reader<'a> {
    text: &'a str,
    footer: Footer,
    /// A label that stood alone on its line.
    waiting: Option<Label>,
}

impl Reader<'_> {
    fn line(&mut self, line: &[Glyph]) {
        let mut open = self.waiting.take();
        let mut from = 0;
        let mut at = 0;
        while at < line.len() {
            let found = label(line, at, open);
            let Some((label, to)) = found else {
                at += 1;
                continue;
            };
            if let Some(before) = open {
                self.keep(before, line, from, at);
            }
            open = Some(label);
            from = to;
            at = to;
        }
        if let Some(last) = open {
            let empty = trim(line, from, line.len()).is_none();
            if empty {
                self.waiting = Some(last);
            } else {
                self.keep(last, line, from, line.len());
            }
        }
    }

    fn keep(&mut self, label: Label, line: &[Glyph], from: usize, to: usize) {
        let to = self.cut(label, line, from, to);
        let Some((from, to)) = trim(line, from, to) else {
            return;
        };
        let slot = match label {
            Label::TradeName => &mut self.footer.trade_name,
            Label::Representative => &mut self.footer.representative,
            Label::Address => &mut self.footer.address,
            Label::Number => {
                if self.footer.number.is_none() {
                    self.footer.number = number(self.text, line, from, to);
                }
                return;
            }
            Label::Stop | Label::Host => return,
        };
        if slot.is_none() {
            *slot = printed(self.text, line, from, to);
        }
    }

    /// Where a value ends: at a sign that parts facts, and for names at a comma and an address in brackets.
    fn cut(&self, label: Label, line: &[Glyph], from: usize, to: usize) -> usize {
        let mut end = to;
        let start = from;
        for (position, glyph) in line.iter().enumerate().take(to).skip(from) {
            let original = self
                .text
                .get(glyph.at()..)
                .and_then(|rest| rest.chars().next());
            let first = position == start;
            let parts = match original {
                Some('·' | 'ㆍ' | '・' | '•' | 'ㅣ' | '∙') => {
                    !first && (label != Label::Address || glyph.gap)
                }
                Some('/') if glyph.ch == '/' => !first && glyph.gap,
                Some(',' | ';') if glyph.ch == ',' => label != Label::Address && !first,
                Some('(' | '[') => {
                    label == Label::Representative && !first
                        || (label == Label::TradeName && glyph.ch == '[' && !first)
                }
                _ => glyph.ch == CELL || glyph.ch == BREAK,
            };
            // A cell right behind the label parts the label from its value.
            let leading = trim(line, from, position).is_none();
            if parts && !leading {
                end = position;
                break;
            }
            if position > from + 120 {
                break;
            }
        }
        end
    }

    /// Facts that stand there without a label: "주식회사 달빛 | 대표 …", "123-45-67890".
    fn unlabelled(&mut self, source: &Source) {
        for line in source.lines() {
            if line.len() > 400 {
                continue;
            }
            let hosted =
                (0..line.len()).any(|at| matches!(label(line, at, None), Some((Label::Host, _))));
            if self.footer.trade_name.is_none() && !hosted {
                self.footer.trade_name = self.corporate(line);
            }
            if self.footer.number.is_none() && !hosted {
                self.footer.number = bare_number(self.text, line);
            }
        }
    }

    fn corporate(&self, line: &[Glyph]) -> Option<Printed> {
        let mut from = 0;
        for part in line.split_inclusive(|glyph| matches!(glyph.ch, CELL | BREAK | ',' | '/')) {
            let to = from + part.len();
            let end = (from..to)
                .find(|at| label(line, *at, None).is_some())
                .unwrap_or(to);
            let words: String = line
                .get(from..end)
                .unwrap_or_default()
                .iter()
                .map(|glyph| glyph.ch)
                .collect();
            let form = [
                "주식회사",
                "(주)",
                "㈜",
                "유한회사",
                "(유)",
                "합자회사",
                "협동조합",
            ];
            if words.chars().count() <= 30 && form.iter().any(|form| words.contains(form)) {
                let (from, end) = trim(line, from, end)?;
                return printed(self.text, line, from, end);
            }
            from = to;
        }
        None
    }
}

/// Takes signs and spaces off both ends.
fn trim(line: &[Glyph], from: usize, to: usize) -> Option<(usize, usize)> {
    let is_sign = |glyph: &Glyph| {
        matches!(
            glyph.ch,
            ':' | '-' | ',' | '/' | CELL | BREAK | '.' | '*' | '_' | 'ㅣ' | '='
        )
    };
    let part = line.get(from..to)?;
    let start = part
        .iter()
        .position(|glyph| !is_sign(glyph) && !matches!(glyph.ch, ')' | ']'))?;
    let end = part.iter().rposition(|glyph| {
        (glyph.ch == '.' || !is_sign(glyph)) && !matches!(glyph.ch, '(' | '[')
    })?;
    (start <= end).then_some((from + start, from + end + 1))
}

fn printed(text: &str, line: &[Glyph], from: usize, to: usize) -> Option<Printed> {
    let at = line.get(from)?.at()..line.get(to.checked_sub(1)?)?.end();
    let original = text.get(at.clone())?;
    // HTML inside a value is not what people see.
    let shown = if original.contains(['<', '&', '\n']) {
        let mut shown = String::new();
        for glyph in line.get(from..to)? {
            if glyph.gap && !shown.is_empty() {
                shown.push(' ');
            }
            let exact = text
                .get(glyph.at()..glyph.end())
                .and_then(|piece| piece.chars().next());
            shown.push(exact.filter(|ch| *ch != '&').unwrap_or(glyph.ch));
        }
        shown
    } else {
        original.to_owned()
    };
    Some(Printed { text: shown, at })
}

/// Ten digits, with hyphens and spaces between them.
fn number(text: &str, line: &[Glyph], from: usize, to: usize) -> Option<Printed> {
    let mut first = None;
    let mut digits = 0;
    for (position, glyph) in line.iter().enumerate().take(to).skip(from) {
        if glyph.ch.is_ascii_digit() {
            first.get_or_insert(position);
            digits += 1;
            if digits == 10 {
                return printed(text, line, first?, position + 1);
            }
        } else if !matches!(glyph.ch, '-' | '.') && digits > 0 {
            break;
        }
    }
    // Too few digits are shown as they are: that is a difference, too.
    let first = first?;
    let (_, end) = trim(line, first, to)?;
    let end = line
        .iter()
        .enumerate()
        .take(end)
        .skip(first)
        .find(|(_, glyph)| !glyph.ch.is_ascii_digit() && glyph.ch != '-')
        .map_or(end, |(position, _)| position);
    printed(text, line, first, end)
}

/// `###-##-#####` anywhere.
fn bare_number(text: &str, line: &[Glyph]) -> Option<Printed> {
    let shape = |at: usize| {
        (0..12).all(|offset| {
            let Some(glyph) = line.get(at + offset) else {
                return false;
            };
            match offset {
                3 | 6 => glyph.ch == '-',
                _ => glyph.ch.is_ascii_digit(),
            }
        })
    };
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| line.get(at))
            .is_some_and(|glyph| glyph.ch.is_ascii_digit() || glyph.ch == '-')
    };
    (0..line.len())
        .find(|at| shape(*at) && !is_digit(at.checked_sub(1)) && !is_digit(Some(at + 12)))
        .and_then(|at| printed(text, line, at, at + 12))
}
