//! What the words of a heading or label say together, and whether a line is somebody's contact.

use std::ops::Range;

use super::About;
use crate::reading::lex::{Sign, Token};
use crate::reading::line::stronger;
use crate::reading::source::Glyph;
use crate::reading::words::Word;
use crate::reading::{Purpose, Section};

/// What the words of a heading or label say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Head {
    pub purpose: Option<Purpose>,
    pub mark: Option<bool>,
    pub both: bool,
    pub about: Option<About>,
    pub follows: bool,
    pub business: bool,
    pub never: bool,
}

/// What the words of a heading say together.
pub(super) fn head(tokens: &[Token]) -> Head {
    let mut head = Head::default();
    let mut aside = false;
    let refusal = tokens
        .iter()
        .rposition(|token| matches!(token.sign, Sign::Word(Word::Refusal | Word::Never)));
    for (position, token) in tokens.iter().enumerate() {
        let Some(word) = token.word() else { continue };
        match word {
            Word::For(purpose) => {
                head.purpose = Some(
                    head.purpose
                        .map_or(purpose, |known| stronger(known, purpose)),
                );
            }
            Word::Mark(required) if refusal.is_none_or(|refusal| refusal < position) => {
                head.both |= head.mark.is_some_and(|mark| mark != required);
                head.mark = Some(required);
            }
            Word::BothMarks => head.both = true,
            Word::About(section) => head.about = Some(about(head.about, section)),
            Word::Follows => head.follows = true,
            Word::Footer => head.business = true,
            Word::Aside => aside = true,
            Word::Never => head.never = true,
            _ => {}
        }
    }
    if aside && head.about != Some(About::Section(Section::Items)) {
        head.about = Some(About::Aside);
    }
    // "다음 정보는 수집하지 않습니다".
    if head.never && head.follows {
        head.about = Some(About::Aside);
    }
    if head.both {
        head.mark = None;
    }
    head
}

/// A heading about several things is about what is collected, if that is one of them.
pub(super) fn about(known: Option<About>, section: Section) -> About {
    match known {
        Some(About::Section(Section::Items)) => About::Section(Section::Items),
        // "목적 및 보유기간", "제3자 제공 항목".
        Some(About::Section(
            known @ (Section::ThirdParty | Section::Outsourcing | Section::Officer),
        )) => About::Section(known),
        _ => About::Section(section),
    }
}

/// "구분 목적 필수항목 선택항목 보유기간": the header of a table that was copied as words.
pub(super) fn is_column_names(tokens: &[Token]) -> bool {
    let names = tokens.iter().filter(|token| {
        matches!(
            token.sign,
            Sign::Word(Word::About(_) | Word::Column | Word::Mark(_) | Word::BothMarks)
        )
    });
    let joined = tokens.iter().any(|token| {
        matches!(
            token.sign,
            Sign::Word(Word::And) | Sign::Comma | Sign::Colon
        )
    });
    names.count() >= 3 && !joined
}

pub(super) fn is_bracketed(line: &[Glyph]) -> bool {
    line.first().is_some_and(|glyph| glyph.ch == '[')
        && line.last().is_some_and(|glyph| glyph.ch == ']')
}

/// A line that gives somebody's address, number or name instead of asking for one.
pub(in crate::reading) fn has_contact(line: &[Glyph], tokens: &[Token]) -> bool {
    let mut digits = 0_usize;
    for (position, glyph) in line.iter().enumerate() {
        match glyph.ch {
            '@' => {
                let next = line.get(position + 1);
                if position > 0 && next.is_some_and(|next| next.ch.is_ascii_alphanumeric()) {
                    return true;
                }
            }
            '0'..='9' => {
                digits += 1;
                if digits >= 8 {
                    return true;
                }
            }
            '-' | '.' | ')' => {}
            _ => digits = 0,
        }
    }
    // "성명: 김하나"
    let named = tokens.iter().position(Token::names);
    let value = match (named, tokens.get(named.map_or(0, |named| named + 1))) {
        (Some(_), Some(colon)) if colon.sign == Sign::Colon => colon.to,
        _ => return false,
    };
    let start = line.len().min(value);
    let rest = line.get(start..).unwrap_or_default();
    let nothing_known = tokens.iter().all(|token| token.from < value);
    let surname = rest
        .first()
        .is_some_and(|glyph| "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공홍현함변염여추도소석선설마길".contains(glyph.ch));
    nothing_known && surname && (2..=4).contains(&rest.len())
}

/// The bytes of the original that a line takes.
pub(in crate::reading) fn whole(line: &[Glyph]) -> Range<usize> {
    let start = line.iter().map(Glyph::at).min().unwrap_or_default();
    let end = line.iter().map(Glyph::end).max().unwrap_or_default();
    start..end
}
