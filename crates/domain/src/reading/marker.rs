//! How a line begins: "제3조", "1.", "가)", "①", "■", "-", "##". Lines that begin alike stand side by side.

use super::source::Glyph;

/// The style of a line's beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `##`, with how many.
    Hash(usize),
    /// 제1조.
    Article,
    /// `1.`
    NumberDot,
    /// `1)`
    NumberBracket,
    /// `(1)`
    BracketNumber,
    /// 가.
    LetterDot,
    /// 가)
    LetterBracket,
    /// ①
    Circled,
    /// ■ ▶ ○ and their like.
    Shape(char),
    /// `-`
    Dash,
    /// `·`
    Dot,
    /// ※ or `*`
    Note,
    /// A whole line in brackets: `<회원가입>`.
    Bracketed,
    /// "(필수) 개인정보 수집 및 이용 동의".
    MarkedTitle,
    /// No sign; what the heading says ranks it.
    PlainSection,
    PlainPurpose,
    PlainMark,
    /// No sign; a label with its content.
    PlainLabel,
    /// No sign, nothing to say.
    Plain,
}

impl Style {
    /// Whether such a line usually is a heading of its own and never part of an entry without a sign.
    pub(super) fn is_outline(self) -> bool {
        matches!(
            self,
            Style::Hash(_)
                | Style::Article
                | Style::NumberDot
                | Style::NumberBracket
                | Style::BracketNumber
                | Style::LetterDot
                | Style::LetterBracket
                | Style::Circled
                | Style::MarkedTitle
                | Style::Shape('■' | '□' | '◆' | '◇')
        )
    }

    pub(super) fn is_bullet(self) -> bool {
        matches!(
            self,
            Style::Dash | Style::Dot | Style::Note | Style::Shape(_)
        )
    }
}

/// The style of a line and where its content starts.
pub(super) fn marker(line: &[Glyph]) -> (Style, usize) {
    let at = |position: usize| line.get(position).map_or('\0', |glyph| glyph.ch);
    let apart = |position: usize| line.get(position).is_some_and(|glyph| glyph.gap);
    let first = at(0);
    match first {
        '#' => {
            let level = line.iter().take_while(|glyph| glyph.ch == '#').count();
            return (Style::Hash(level.min(6)), skip_stars(line, level));
        }
        '제' => {
            let digits = line
                .iter()
                .skip(1)
                .take_while(|glyph| glyph.ch.is_ascii_digit())
                .count();
            if digits > 0 && matches!(at(digits + 1), '조' | '장' | '항') {
                return (Style::Article, digits + 2);
            }
        }
        '0'..='9' => {
            let digits = line
                .iter()
                .take_while(|glyph| glyph.ch.is_ascii_digit())
                .count();
            let after = at(digits);
            if digits <= 2 {
                match after {
                    '.' if !at(digits + 1).is_ascii_digit() => {
                        return (Style::NumberDot, digits + 1);
                    }
                    // "1.2 수집 항목"
                    '.' if digits == 1 => return (Style::NumberBracket, digits + 2),
                    ')' => return (Style::NumberBracket, digits + 1),
                    '[' => return (Style::NumberDot, digits),
                    _ => {}
                }
            }
        }
        '(' | '[' => {
            let digits = line
                .iter()
                .skip(1)
                .take_while(|glyph| glyph.ch.is_ascii_digit())
                .count();
            if (1..=2).contains(&digits) && matches!(at(digits + 1), ')' | ']') {
                return (Style::BracketNumber, digits + 2);
            }
            if is_letter(at(1)) && at(2) == ')' {
                return (Style::LetterBracket, 3);
            }
        }
        '①'..='⑳' | '⓪' | '❶'..='❿' => return (Style::Circled, 1),
        '■' | '□' | '◆' | '◇' | '○' | '●' | '▶' | '▷' | '►' | '▪' | '▫' | '◎' | '◦' | '☞' | '✔'
        | '✓' | '☑' | '☐' | '❏' | '▣' | '◈' | '➤' | '→' | 'ㅇ' | '◯' | '⊙' | '▸' | '♦' =>
        {
            return (Style::Shape(first), 1);
        }
        '-' => return (Style::Dash, 1),
        ',' | '+' => return (Style::Dot, 1),
        '※' => return (Style::Note, 1),
        '*' if at(1) != '*' => return (Style::Note, 1),
        '*' => return (Style::Plain, 2),
        'o' if apart(1) => return (Style::Shape('○'), 1),
        _ if is_letter(first) => match at(1) {
            '.' => return (Style::LetterDot, 2),
            ')' => return (Style::LetterBracket, 2),
            _ => {}
        },
        'a'..='z' | 'ⅰ'..='ⅻ' | 'Ⅰ'..='Ⅻ' => match at(1) {
            '.' if apart(2) => return (Style::LetterDot, 2),
            ')' => return (Style::LetterBracket, 2),
            _ => {}
        },
        _ => {}
    }
    (Style::Plain, 0)
}

fn skip_stars(line: &[Glyph], from: usize) -> usize {
    let stars = line
        .iter()
        .skip(from)
        .take_while(|glyph| glyph.ch == '*')
        .count();
    from + stars
}

/// The letters that Korean lists count with.
fn is_letter(ch: char) -> bool {
    "가나다라마바사아자차카타파하".contains(ch)
}
