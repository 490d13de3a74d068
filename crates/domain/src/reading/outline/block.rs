//! Headings, labels and entries: what a line puts in force, and what it ends.

use super::head::{Head, head, is_bracketed, is_column_names, whole};
use super::{About, Reader, Scope, ScopeMark};
use crate::reading::lex::{Sign, Token};
use crate::reading::line::{Named, ends_as_sentence, stronger};
use crate::reading::marker::{Style, marker};
use crate::reading::source::Glyph;
use crate::reading::words::Word;
use crate::reading::{Purpose, Section};

/// The longest heading, in characters.
const HEADING_MAX: usize = 60;
/// The longest heading that has no sign in front of it.
const PLAIN_HEADING_MAX: usize = 36;

impl Reader<'_> {
    /// A line without items: a heading, an introduction, or a sentence.
    pub(super) fn heading(&mut self, line: &[Glyph], style: Style, start: usize, tokens: &[Token]) {
        let length = line.len().saturating_sub(start);
        let head = head(tokens);
        let sentence = ends_as_sentence(line);
        if style == Style::Note && !head.follows {
            return;
        }
        let colon = tokens.iter().position(|token| token.sign == Sign::Colon);
        let inline_value =
            colon.is_some_and(|colon| tokens.get(colon).is_some_and(|colon| colon.to < line.len()));
        if sentence && !head.follows {
            if style != Style::Plain {
                self.replace(style);
                self.push(style, Head::default(), false);
            }
            return;
        }
        if self.tells_purpose(style, head) {
            return;
        }
        if inline_value && !sentence {
            self.labelled(style, tokens, colon.unwrap_or_default());
            return;
        }
        let longest = if style == Style::Plain {
            PLAIN_HEADING_MAX
        } else {
            HEADING_MAX
        };
        if length > longest && !head.follows {
            if style != Style::Plain {
                self.replace(style);
                self.push(style, Head::default(), false);
            }
            return;
        }
        if style == Style::Plain && is_column_names(tokens) {
            return;
        }
        let mut head = head;
        // "[필수] 이용약관 동의" is a box to tick and governs nothing below it.
        if head.mark.is_some()
            && head.about.is_none()
            && head.purpose.is_none()
            && length > 14
            && !sentence
        {
            head.mark = None;
            head.both = true;
        }
        let says_nothing = head.purpose.is_none() && head.mark.is_none() && head.about.is_none();
        let opens_bracket = line
            .first()
            .is_some_and(|glyph| matches!(glyph.ch, '(' | '['));
        let style = match style {
            Style::Plain => match (is_bracketed(line), head) {
                _ if says_nothing && !head.both => return,
                (true, head) if head.mark.is_none() => Style::Bracketed,
                (_, head)
                    if head.mark.is_some()
                        && (head.about.is_some() || (opens_bracket && head.purpose.is_some())) =>
                {
                    Style::MarkedTitle
                }
                (_, head) if head.purpose.is_some() => Style::PlainPurpose,
                (_, head) if head.about.is_some() => Style::PlainSection,
                _ => Style::PlainMark,
            },
            style => style,
        };
        let replaced = self.replace(style);
        if says_nothing
            && !style.is_bullet()
            && !matches!(style, Style::Hash(_) | Style::Article)
            && replaced.is_some_and(|scope| {
                scope.about.is_none()
                    && scope
                        .purpose
                        .is_some_and(|purpose| purpose != Purpose::Unknown)
            })
        {
            // Beside "1) 회원가입" stands another occasion, whatever it is called.
            head.purpose = Some(Purpose::Other);
        } else if head.purpose.is_none()
            && head.mark.is_some()
            && let Some(replaced) = replaced
            && head.about.is_none()
        {
            head.purpose = replaced.purpose;
        }
        self.push(style, head, false);
    }

    /// Below "수집 목적" stands what the whole form is for: "이벤트 혜택 안내". Says whether it was so.
    fn tells_purpose(&mut self, style: Style, head: Head) -> bool {
        let is_below = self.scopes.last().is_some_and(|scope| {
            scope.about == Some(About::Section(Section::Purpose)) && !scope.spent
        });
        let plain = style == Style::Plain || style.is_bullet();
        let Some(purpose) = head.purpose else {
            return false;
        };
        if !is_below || !plain || head.about.is_some() || head.mark.is_some() {
            return false;
        }
        let form = self
            .scopes
            .iter_mut()
            .find(|scope| scope.style == Style::MarkedTitle);
        if let Some(form) = form {
            form.purpose = Some(
                form.purpose
                    .map_or(purpose, |known| stronger(known, purpose)),
            );
            return true;
        }
        false
    }

    /// A label with its value on the line, and no items in it: "수집목적: 회원 관리".
    pub(super) fn labelled(&mut self, style: Style, tokens: &[Token], colon: usize) {
        let label = head(tokens.get(..colon).unwrap_or_default());
        let value = head(tokens.get(colon..).unwrap_or_default());
        let style = if style == Style::Plain {
            Style::PlainLabel
        } else {
            style
        };
        if style == Style::Note {
            return;
        }
        self.replace(style);
        let about_purpose = label.about == Some(About::Section(Section::Purpose));
        if about_purpose && self.purpose().is_none() {
            // "이용 목적: 이벤트 당첨자 연락" says what the whole form is for.
            if let Some(purpose) = value.purpose {
                self.set_purpose(purpose, style);
            }
        }
        let label = Head {
            follows: false,
            ..label
        };
        let says = label.purpose.is_some() || label.mark.is_some() || label.about.is_some();
        if says || style != Style::PlainLabel {
            self.push(style, label, true);
        }
    }

    pub(super) fn set_purpose(&mut self, purpose: Purpose, style: Style) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.purpose = Some(purpose);
        } else {
            self.scopes.push(Scope {
                style: if style == Style::PlainLabel {
                    Style::PlainPurpose
                } else {
                    Style::MarkedTitle
                },
                purpose: Some(purpose),
                mark: ScopeMark::Inherits,
                about: None,
                spent: false,
            });
        }
    }

    /// A line with items.
    pub(super) fn entry(
        &mut self,
        line: &[Glyph],
        style: Style,
        label: &[Token],
        named: Vec<Named>,
        tokens: &[Token],
    ) {
        let start = marker(line).1;
        let sentence = ends_as_sentence(line);
        let has_colon = label.iter().any(|token| token.sign == Sign::Colon);
        let bracketed = label.first().is_some_and(|token| token.sign == Sign::Open);
        let mut head = if sentence && !has_colon {
            Head::default()
        } else {
            head(label)
        };
        if !has_colon && !bracketed && !style.is_outline() {
            // "회원 정보 이름" in running words says nothing about the block, unless it opens the line like the first cell of a row.
            let opens = label.first().is_some_and(|token| {
                matches!(token.sign, Sign::Word(Word::For(_))) && token.from <= start
            });
            let listed = label.iter().any(|token| token.sign == Sign::Comma);
            if !opens || listed || sentence {
                head.purpose = named.first().and_then(|named| named.purpose);
            }
        }
        let all = self::head(tokens);
        if all.business
            || matches!(all.about, Some(About::Section(Section::Officer)) if head.about != Some(About::Section(Section::Items)) && head.mark.is_none())
        {
            self.replace(style);
            self.push(
                if style == Style::Plain {
                    Style::PlainLabel
                } else {
                    style
                },
                Head {
                    about: Some(About::Section(Section::Officer)),
                    ..Head::default()
                },
                true,
            );
            return;
        }
        let leaf = head.purpose.is_none() && head.mark.is_none() && head.about.is_none();
        if leaf {
            self.leaf(style);
        } else if style != Style::Note {
            let style = if style == Style::Plain {
                Style::PlainLabel
            } else {
                style
            };
            let replaced = self.replace(style);
            if head.purpose.is_none()
                && head.about.is_none()
                && let Some(replaced) = replaced
            {
                head.purpose = replaced.purpose;
            }
            self.push(style, head, true);
        }
        let inherits = style != Style::Note && !sentence;
        let mark = self.mark(inherits);
        let whole = whole(line);
        for named in named {
            let mark = named.mark.or(if named.in_sentence && sentence {
                self.mark(false)
            } else {
                mark
            });
            self.mention(line, &whole, named, mark, None);
        }
    }

    /// An item line that is no heading ends only what stands beside it and had items of its own.
    pub(super) fn leaf(&mut self, style: Style) {
        if matches!(style, Style::Plain | Style::Note) {
            return;
        }
        let Some(position) = self.scopes.iter().position(|scope| scope.style == style) else {
            return;
        };
        let spent = self.scopes.get(position).is_some_and(|scope| scope.spent);
        self.scopes
            .truncate(if spent { position } else { position + 1 });
    }

    /// Takes away what a line of this style ends; the line that stood beside it comes back.
    pub(super) fn replace(&mut self, style: Style) -> Option<Scope> {
        if let Some(position) = self.scopes.iter().position(|scope| scope.style == style) {
            let replaced = self.scopes.get(position).copied();
            self.scopes.truncate(position);
            return replaced;
        }
        if matches!(style, Style::Article | Style::Hash(_)) {
            let keep = |scope: &Scope| match (scope.style, style) {
                (Style::Hash(one), Style::Hash(other)) => one < other,
                (Style::Hash(_) | Style::MarkedTitle, _) => true,
                _ => false,
            };
            let kept = self.scopes.iter().take_while(|scope| keep(scope)).count();
            self.scopes.truncate(kept);
        } else {
            let outline = style.is_outline();
            while self.scopes.last().is_some_and(|scope| match scope.style {
                Style::PlainMark | Style::PlainLabel => outline,
                other => scope.spent && (outline || (other.is_bullet() && !style.is_bullet())),
            }) {
                self.scopes.pop();
            }
        }
        None
    }
}
