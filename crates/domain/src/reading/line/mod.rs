//! What one line says by itself: which items it names, with which words of condition and occasion.

mod marks;
mod occasion;

use marks::Behind;
pub(super) use occasion::{ends_as_sentence, stronger};

use super::Purpose;
use super::lex::{Sign, Token};
use super::source::Glyph;
use super::words::Word;

/// An item named on a line.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub word: Word,
    /// Which characters of the line.
    pub from: usize,
    pub to: usize,
    /// The condition that the line itself gives.
    pub mark: Option<bool>,
    /// The occasion that the line itself gives.
    pub purpose: Option<Purpose>,
    /// The item stands in a sentence.
    pub in_sentence: bool,
}

/// Reads the tokens of a line, or of one cell of a row, in order.
pub(super) struct LineReader<'a> {
    glyphs: &'a [Glyph],
    tokens: &'a [Token],
    pub named: Vec<Named>,
    /// The condition that governs what follows.
    before: Option<bool>,
    purpose: Option<Purpose>,
    /// The first item after the last change of purpose.
    purpose_from: usize,
    /// The first item of this half sentence, and of this sentence.
    half: usize,
    sentence: usize,
    collects: bool,
    guardian: bool,
    whose: bool,
    never: bool,
    brackets: Vec<Bracket>,
    /// The items that a condition behind them belongs to.
    group: Option<(usize, usize)>,
    /// The line's first condition in brackets stands before its items.
    marks_first: Option<bool>,
    behind: Vec<Behind>,
    /// The first item of this part of the line.
    segment: usize,
    marks: usize,
    /// "필수" stands somewhere on the line.
    has_required: bool,
    /// "the following" was said.
    follows: bool,
    /// "when" was said.
    when: bool,
}

struct Bracket {
    /// The items from here on are the bracket's target and content.
    first: usize,
    /// It stands right behind an item.
    follows_item: bool,
    outer: Option<Word>,
    before: Option<bool>,
    only_mark: bool,
}

impl<'a> LineReader<'a> {
    pub(super) fn new(glyphs: &'a [Glyph], tokens: &'a [Token]) -> LineReader<'a> {
        LineReader {
            glyphs,
            tokens,
            named: Vec::new(),
            before: None,
            purpose: None,
            purpose_from: 0,
            half: 0,
            sentence: 0,
            collects: false,
            guardian: false,
            whose: false,
            never: false,
            brackets: Vec::new(),
            group: None,
            marks_first: None,
            behind: Vec::new(),
            segment: 0,
            marks: 0,
            has_required: tokens.iter().any(|token| token.mark() == Some(true)),
            when: false,
            follows: false,
        }
    }

    /// Reads all of it.
    pub(super) fn read(mut self) -> Vec<Named> {
        for position in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(position).copied() else {
                break;
            };
            self.token(position, token);
        }
        self.end_sentence(self.ends_as_sentence());
        self.spread_marks();
        self.named
    }

    fn token(&mut self, position: usize, token: Token) {
        let whose = std::mem::take(&mut self.whose);
        match token.sign {
            Sign::Word(word) => match word {
                Word::Item(..) | Word::BirthDate | Word::Other => {
                    self.item(position, token, word, whose);
                    return;
                }
                Word::Mark(required) => self.mark(position, token, required),
                Word::For(purpose) => self.purpose(position, token, purpose),
                Word::Collects => self.collects = true,
                Word::When => self.when = true,
                Word::Follows => self.follows = true,
                Word::Never => self.never(token),
                Word::Half => {
                    self.collects = true;
                    self.half = self.named.len();
                    self.before = None;
                }
                Word::Guardian => self.guardian = true,
                Word::Whose => self.whose = true,
                _ => {}
            },
            Sign::Open => {
                self.open(position, token);
                return;
            }
            Sign::Close => {
                self.close();
                return;
            }
            Sign::End => self.end_sentence(true),
            Sign::Break | Sign::Cell => {
                self.guardian = false;
                self.segment = self.named.len();
            }
            Sign::Comma if self.parts_lists(token) => self.segment = self.named.len(),
            Sign::Star => {
                self.star(token);
                return;
            }
            Sign::Colon | Sign::Comma | Sign::Dash => {}
        }
        self.group = None;
    }

    fn item(&mut self, position: usize, token: Token, word: Word, whose: bool) {
        let inside = self.brackets.last().and_then(|bracket| bracket.outer);
        let detail = match (inside, word) {
            // "배송지(수령인명, 주소, 전화번호)" names one thing, not three.
            (Some(Word::Item(outer, _)), Word::Item(inner, _)) => {
                outer == inner || outer == crate::item::Item::ShippingAddress
            }
            (Some(Word::BirthDate), Word::Item(..)) => true,
            _ => false,
        };
        let purpose = self.purpose;
        let skipped = detail
            || self.guardian
            || (whose && self.touches_previous(position))
            || self.never
            || self.is_means(token);
        if skipped {
            self.group = None;
            return;
        }
        self.group = Some((self.named.len(), self.named.len() + 1));
        if let Some(bracket) = self.brackets.last_mut() {
            bracket.only_mark = false;
        }
        self.named.push(Named {
            word,
            from: token.from,
            to: token.to,
            mark: self.before,
            purpose,
            in_sentence: false,
        });
    }

    fn purpose(&mut self, position: usize, token: Token, purpose: Purpose) {
        let in_target_bracket = self
            .brackets
            .last()
            .is_some_and(|bracket| bracket.follows_item);
        if !self.is_occasion(position, token) {
            return;
        }
        if in_target_bracket {
            // "주소(상품 배송 시)".
            let first = self.brackets.last().map_or(0, |bracket| bracket.first);
            if purpose != Purpose::Signup {
                for named in self.named.iter_mut().skip(first) {
                    named.purpose = Some(purpose);
                }
            }
            return;
        }
        let fresh = self.named.len() > self.purpose_from;
        self.purpose = match self.purpose {
            Some(known) if !fresh => Some(stronger(known, purpose)),
            None if fresh && self.ends_as_sentence() => {
                // "이름, 이메일을 회원가입 시 수집합니다".
                for named in self
                    .named
                    .iter_mut()
                    .skip(self.purpose_from.max(self.sentence))
                {
                    named.purpose.get_or_insert(purpose);
                }
                None
            }
            None if fresh => None,
            _ => {
                self.before = None;
                self.half = self.named.len();
                Some(purpose)
            }
        };
        self.purpose_from = self.named.len();
    }

    fn never(&mut self, token: Token) {
        self.named.truncate(self.half);
        self.purpose_from = self.purpose_from.min(self.named.len());
        // English says "not" first; Korean does so with "아래의 항목은".
        self.never = self.follows
            || self
                .glyphs
                .get(token.from)
                .is_some_and(|glyph| glyph.ch.is_ascii());
    }

    fn star(&mut self, token: Token) {
        // "이름 *" on a screen.
        if let Some((first, end)) = self.group
            && self
                .named
                .get(end.saturating_sub(1))
                .is_some_and(|named| token.from <= named.to + 1)
        {
            for named in self.named.iter_mut().take(end).skip(first) {
                named.mark.get_or_insert(true);
            }
        }
    }

    fn open(&mut self, position: usize, token: Token) {
        let group = self.group;
        let outer = position
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before))
            .filter(|before| before.names() && before.to == token.from)
            .and_then(Token::word);
        let only_mark = self
            .tokens
            .get(position + 1)
            .is_some_and(|next| next.mark().is_some());
        self.brackets.push(Bracket {
            first: group.map_or(self.named.len(), |(first, _)| first),
            follows_item: group.is_some() || outer.is_some(),
            outer,
            before: None,
            only_mark,
        });
        self.group = None;
    }

    fn close(&mut self) {
        let Some(bracket) = self.brackets.pop() else {
            self.group = None;
            return;
        };
        if self.brackets.is_empty() {
            self.guardian = false;
        }
        let end = self.named.len();
        self.group =
            (end > bracket.first && bracket.before.is_none()).then_some((bracket.first, end));
    }

    fn end_sentence(&mut self, is_sentence: bool) {
        if is_sentence {
            if self.collects {
                for named in self.named.iter_mut().skip(self.sentence) {
                    named.in_sentence = true;
                }
            } else {
                // A sentence that collects nothing: "비밀번호는 암호화됩니다".
                self.named.truncate(self.sentence);
            }
            self.before = None;
            self.guardian = false;
        }
        self.never = false;
        self.collects = false;
        self.sentence = self.named.len();
        self.half = self.named.len();
        self.purpose_from = self.purpose_from.min(self.named.len());
    }

    fn ends_as_sentence(&self) -> bool {
        ends_as_sentence(self.glyphs)
    }
}
