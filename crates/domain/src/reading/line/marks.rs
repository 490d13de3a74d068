//! Words of condition on a line: whether they belong to what stands before them or govern what follows.

use super::LineReader;
use crate::reading::lex::{Sign, Token};

impl LineReader<'_> {
    pub(super) fn mark(&mut self, position: usize, token: Token, required: bool) {
        if self.is_about_refusing(position) {
            return;
        }
        self.marks += 1;
        self.collects = true;
        if self.mark_in_bracket(position, token, required) {
            return;
        }
        let next = self.tokens.get(position + 1).map(|token| token.sign);
        let waiting = self
            .named
            .iter()
            .skip(self.half)
            .any(|named| named.mark.is_none());
        let next_names = self.tokens.get(position + 1).is_some_and(Token::names);
        let governs_next = matches!(next, Some(Sign::Colon | Sign::Open)) || next_names;
        if waiting && !governs_next {
            // "성별 선택" on a screen asks to choose; only beside "필수" it is a condition.
            let labelled = position
                .checked_sub(1)
                .and_then(|before| self.tokens.get(before))
                .is_some_and(|before| matches!(before.sign, Sign::Colon | Sign::Close));
            let plain = !required && !labelled && !self.has_required && self.bare(token);
            if !plain {
                for named in self.named.iter_mut().skip(self.half) {
                    named.mark.get_or_insert(required);
                }
                self.half = self.named.len();
            }
        } else {
            self.before = Some(required);
            self.half = self.named.len();
        }
    }

    /// A condition in brackets: behind the item it belongs to, or before what it governs. Says whether it was one.
    fn mark_in_bracket(&mut self, position: usize, token: Token, required: bool) -> bool {
        let next = self.tokens.get(position + 1..).unwrap_or_default();
        let close = next
            .iter()
            .take(8)
            .position(|token| token.sign == Sign::Close);
        let after = close.and_then(|close| next.get(close + 1));
        let ends_list = close.is_some() && after.is_none_or(|after| self.parts_lists(*after));
        let says_all = self.says_all(token);
        let before_next = self.marks_first == Some(true) && after.is_some_and(Token::names);
        let end = self.named.len();
        let Some(bracket) = self.brackets.last_mut() else {
            return false;
        };
        if bracket.follows_item && !before_next {
            let first = std::mem::replace(&mut bracket.first, end);
            self.marks_first.get_or_insert(false);
            self.behind.push(Behind {
                from: self.segment,
                end,
                required,
                ends_list,
                says_all,
            });
            for named in self.named.iter_mut().skip(first) {
                named.mark = Some(required);
            }
            return true;
        }
        if bracket.only_mark {
            self.marks_first.get_or_insert(true);
            bracket.before = Some(required);
            self.before = Some(required);
            return true;
        }
        false
    }

    /// "선택" and nothing around it that makes it a condition.
    fn bare(&self, token: Token) -> bool {
        let next = self.glyphs.get(token.to);
        token.to - token.from <= 2 && next.is_none_or(|glyph| glyph.gap || glyph.ch == ',')
    }

    /// A condition behind the last item of a list that means the whole list: "이름, 이메일, 전화번호(필수)",
    /// "이름, 이메일 (필수) / 성별, 생일 (선택)", "이름, 이메일(이상 필수)".
    pub(super) fn spread_marks(&mut self) {
        if self.marks != self.behind.len() {
            return;
        }
        let behind = std::mem::take(&mut self.behind);
        let lists = behind.len() >= 2 && behind.iter().all(|mark| mark.ends_list);
        let alone = match behind.as_slice() {
            // "이름, 이메일, 성별(선택)" says so of the last only.
            [one] => one.required && one.end == self.named.len(),
            _ => false,
        };
        let mut before = 0;
        for mark in behind {
            if lists || alone || mark.says_all {
                let from = if alone { 0 } else { before.max(mark.from) };
                for named in self.named.iter_mut().take(mark.end).skip(from) {
                    named.mark.get_or_insert(mark.required);
                }
            }
            before = mark.end;
        }
    }
}

/// A condition in brackets behind an item.
pub(super) struct Behind {
    /// The first item of its part of the line.
    from: usize,
    /// The items before it.
    end: usize,
    required: bool,
    ends_list: bool,
    says_all: bool,
}
