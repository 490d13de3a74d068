//! Small questions about a place on a line: does it say when, does it refuse, is it a way to reach somebody?

use super::LineReader;
use crate::reading::Purpose;
use crate::reading::lex::{Sign, Token};
use crate::reading::source::Glyph;
use crate::reading::words::Word;

impl LineReader<'_> {
    /// A sign between two lists: a slash, a line break in a cell, the end of a sentence.
    pub(super) fn parts_lists(&self, token: Token) -> bool {
        match token.sign {
            Sign::Break | Sign::Cell | Sign::End => true,
            Sign::Comma => self
                .glyphs
                .get(token.from)
                .is_some_and(|glyph| glyph.ch == '/' && glyph.gap),
            _ => false,
        }
    }

    /// "(이상 필수)", "(모두 필수)".
    pub(super) fn says_all(&self, mark: Token) -> bool {
        let Some(start) = mark.from.checked_sub(2) else {
            return false;
        };
        let before = self.glyphs.get(start..mark.from).unwrap_or_default();
        let mut chars = before.iter().map(|glyph| glyph.ch);
        matches!(
            (chars.next(), chars.next()),
            (Some('이'), Some('상')) | (Some('모'), Some('두')) | (Some('전'), Some('부' | '체'))
        )
    }

    /// "이메일로", "전화를 통해": a way to reach somebody, not something collected.
    pub(super) fn is_means(&self, token: Token) -> bool {
        let at = |offset: usize| self.glyphs.get(token.to + offset);
        let is = |offset: usize, ch: char| at(offset).is_some_and(|glyph| glyph.ch == ch);
        if at(0).is_none_or(|glyph| glyph.gap) {
            return false;
        }
        let by = |offset: usize| {
            is(offset, '로')
                && !is(offset + 1, '그')
                && !is(offset + 1, '서')
                && !is(offset + 1, '필')
        };
        by(0) || (is(0, '으') && by(1)) || ((is(0, '을') || is(0, '를')) && is(1, '통'))
    }

    /// "선택항목을 입력하지 않아도", "필수 동의를 거부할 권리".
    pub(super) fn is_about_refusing(&self, position: usize) -> bool {
        let Some(here) = self.tokens.get(position) else {
            return false;
        };
        for token in self.tokens.iter().skip(position + 1).take(6) {
            match token.sign {
                Sign::Word(Word::Refusal | Word::Never) => return token.from <= here.to + 30,
                Sign::Colon | Sign::Close | Sign::End | Sign::Cell | Sign::Open => return false,
                _ if token.names() => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether a word of purpose says when, and is not one more thing in a list ("주문내역, 배송지").
    pub(super) fn is_occasion(&self, position: usize, token: Token) -> bool {
        let mut to = token.to;
        for next in self.tokens.iter().skip(position + 1).take(5) {
            match next.sign {
                Sign::Word(Word::When) | Sign::Colon => return next.from <= to + 14,
                Sign::Word(Word::For(_) | Word::And | Word::About(_) | Word::Collects)
                | Sign::Comma => {
                    if next.from > to + 8 {
                        break;
                    }
                    to = next.to;
                }
                Sign::Word(Word::Mark(_) | Word::BothMarks) | Sign::Open | Sign::Close => {
                    to = next.to;
                }
                _ => break,
            }
        }
        if self
            .glyphs
            .get(token.from)
            .is_some_and(|glyph| glyph.ch.is_ascii())
        {
            return self.when;
        }
        // "회원가입 시 이름", "가입할 때"
        self.says_when(token.to) || self.says_when_before(token)
    }

    pub(super) fn says_when_before(&self, token: Token) -> bool {
        token
            .to
            .checked_sub(1)
            .and_then(|last| self.glyphs.get(last))
            .is_some_and(|glyph| glyph.ch == '시')
    }

    /// "시" within the next few characters, as a word of its own.
    pub(super) fn says_when(&self, to: usize) -> bool {
        for offset in 0..8 {
            let Some(glyph) = self.glyphs.get(to + offset) else {
                return false;
            };
            match glyph.ch {
                '시' => {
                    let next = self.glyphs.get(to + offset + 1);
                    return next.is_none_or(|next| {
                        next.gap || !next.is_letter_or_digit() || matches!(next.ch, '에' | '점')
                    });
                }
                ',' | ':' | '(' | ')' | '[' | '.' => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether nothing stands between this word and the one before it.
    pub(super) fn touches_previous(&self, position: usize) -> bool {
        let before = position
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before));
        match (before, self.tokens.get(position)) {
            (Some(before), Some(here)) => here.from <= before.to + 1,
            _ => false,
        }
    }
}

/// Whether a line ends as a Korean or English sentence does.
pub(in crate::reading) fn ends_as_sentence(glyphs: &[Glyph]) -> bool {
    let mut last = glyphs
        .iter()
        .rev()
        .take(8)
        .skip_while(|glyph| matches!(glyph.ch, '.' | '!' | '?' | ')' | ']' | '。'));
    let full_stop = glyphs.last().is_some_and(|glyph| glyph.ch == '.');
    match (last.next(), last.next()) {
        (Some(last), Some(before)) => match last.ch {
            '다' => matches!(
                before.ch,
                '니' | '한' | '된' | '있' | '없' | '는' | '않' | '이'
            ),
            '요' => full_stop || matches!(before.ch, '세' | '어' | '해' | '아' | '예' | '에'),
            'a'..='z' => full_stop && glyphs.len() > 30,
            _ => false,
        },
        _ => false,
    }
}

/// Of two occasions named together, the one that counts.
pub(in crate::reading) fn stronger(one: Purpose, other: Purpose) -> Purpose {
    if one == Purpose::Signup || other == Purpose::Signup {
        Purpose::Signup
    } else {
        one
    }
}
