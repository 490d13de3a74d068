//! Follows the headings of a text, so that every item is read under the occasion and the condition that govern it.

mod block;
mod head;

use std::ops::Range;

use head::Head;
pub(super) use head::{has_contact, whole};

use super::lex::{Lexicon, Sign, Token};
use super::line::{LineReader, Named, ends_as_sentence};
use super::marker::{Style, marker};
use super::row::Table;
use super::source::Glyph;
use super::words::Word;
use super::{Place, Purpose, Section};

/// Most characters of a line that are read together: what is said of an item is looked for in all of them. Our judgement: policies that
/// came without line ends have sentences, which end sooner.
const PART_MAX: usize = 10_000;

/// An item named somewhere, with what governs it.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub word: Word,
    pub mark: Option<bool>,
    pub purpose: Purpose,
    /// It stands in a part about something else than what is collected.
    pub aside: bool,
    pub at: Range<usize>,
    pub line: Range<usize>,
}

/// Everything found in a text.
pub(super) struct Findings {
    pub mentions: Vec<Mention>,
    pub withdrawal: Option<Range<usize>>,
    seen: Vec<Section>,
}

impl Findings {
    /// The parts that a policy should have and has not.
    pub(super) fn missing(&self, place: Place) -> Vec<Section> {
        let named = self.mentions.iter().any(|mention| !mention.aside);
        let there =
            |section: Section| self.seen.contains(&section) || (section == Section::Items && named);
        match place {
            Place::SignupScreen => Vec::new(),
            Place::Policy => Section::ALL
                .into_iter()
                .filter(|section| !there(*section))
                .collect(),
        }
    }
}

/// A heading or label that is in force.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    style: Style,
    pub purpose: Option<Purpose>,
    mark: ScopeMark,
    about: Option<About>,
    /// It had its own items, so it governs what continues it, but not what stands beside it.
    spent: bool,
}

/// What a heading says about the condition of what stands below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScopeMark {
    /// Nothing: the heading above it counts.
    Inherits,
    /// It ends the condition of the headings above.
    Ends,
    /// Required (`true`) or optional.
    Is(bool),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Section(Section),
    /// Nothing that is collected.
    Aside,
}

pub(super) struct Reader<'a> {
    pub lexicon: &'a Lexicon,
    pub place: Place,
    pub scopes: Vec<Scope>,
    pub table: Option<Table>,
    findings: Findings,
    /// Kept for the next line.
    tokens: Vec<Token>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, place: Place) -> Reader<'a> {
        Reader {
            lexicon,
            place,
            scopes: Vec::new(),
            table: None,
            findings: Findings {
                mentions: Vec::new(),
                withdrawal: None,
                seen: Vec::new(),
            },
            tokens: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> Findings {
        self.findings
    }

    /// Reads one line; a very long one in parts.
    pub(super) fn line(&mut self, line: &[Glyph]) {
        let mut rest = line;
        while let Some(most) = rest.get(..PART_MAX) {
            let ends = |glyph: &Glyph| glyph.ch == '.';
            let breaks = |glyph: &Glyph| glyph.gap;
            let sentence = most.iter().rposition(ends).map(|last| last + 1);
            let end = sentence
                .or_else(|| most.iter().rposition(breaks))
                .filter(|end| *end > 0);
            let (part, after) = rest.split_at(end.unwrap_or(PART_MAX));
            self.part(part);
            rest = after;
        }
        self.part(rest);
    }

    fn part(&mut self, line: &[Glyph]) {
        let (style, start) = marker(line);
        let mut tokens = std::mem::take(&mut self.tokens);
        self.lexicon.tokens(line, start, &mut tokens);
        self.note_sections(line, &tokens);
        self.read(line, style, start, &tokens);
        self.tokens = tokens;
    }

    fn read(&mut self, line: &[Glyph], style: Style, start: usize, tokens: &[Token]) {
        if tokens.iter().any(|token| token.sign == Sign::Cell) {
            self.row(line, style, start, tokens);
            return;
        }
        let content = line.get(start..).unwrap_or_default();
        if !content.iter().any(Glyph::is_letter_or_digit) {
            return;
        }
        self.table = None;
        let is_contact = self.place == Place::Policy && has_contact(content, tokens);
        let named = LineReader::new(line, tokens).read();
        let first = tokens.iter().position(Token::names);
        if named.is_empty() && (first.is_none() || ends_as_sentence(line)) {
            self.heading(line, style, start, tokens);
            return;
        }
        let label = tokens
            .get(..first.unwrap_or(tokens.len()))
            .unwrap_or_default();
        let named = if is_contact { Vec::new() } else { named };
        self.entry(line, style, label, named, tokens);
    }

    fn push(&mut self, style: Style, head: Head, spent: bool) {
        if style == Style::Note {
            return;
        }
        self.scopes.push(Scope {
            style,
            purpose: head.purpose,
            mark: match (head.mark, head.both) {
                (Some(mark), _) => ScopeMark::Is(mark),
                (None, true) => ScopeMark::Ends,
                (None, false) => ScopeMark::Inherits,
            },
            about: head.about,
            spent,
        });
    }

    /// The occasion in force.
    pub(super) fn purpose(&self) -> Option<Purpose> {
        self.scopes.iter().rev().find_map(|scope| scope.purpose)
    }

    /// The condition in force.
    pub(super) fn mark(&self, from_spent: bool) -> Option<bool> {
        self.scopes
            .iter()
            .rev()
            .filter(|scope| from_spent || !scope.spent)
            .find_map(|scope| match scope.mark {
                ScopeMark::Inherits => None,
                ScopeMark::Ends => Some(None),
                ScopeMark::Is(mark) => Some(Some(mark)),
            })
            .flatten()
    }

    fn about(&self) -> Option<About> {
        self.scopes.iter().rev().find_map(|scope| scope.about)
    }

    /// Notes an item under everything that governs it.
    pub(super) fn mention(
        &mut self,
        line: &[Glyph],
        whole: &Range<usize>,
        named: Named,
        mark: Option<bool>,
        purpose: Option<Purpose>,
    ) {
        let section = match self.about() {
            Some(About::Aside | About::Section(Section::Officer | Section::Rights)) => return,
            Some(About::Section(section)) => Some(section),
            None => None,
        };
        let purpose = match section {
            Some(Section::Retention | Section::Destruction) => Purpose::Retention,
            Some(Section::ThirdParty | Section::Outsourcing) => Purpose::ThirdParty,
            _ => named
                .purpose
                .or(purpose)
                .or_else(|| self.purpose())
                .unwrap_or(Purpose::Unknown),
        };
        let (Some(first), Some(last)) =
            (line.get(named.from), line.get(named.to.saturating_sub(1)))
        else {
            return;
        };
        self.findings.mentions.push(Mention {
            word: named.word,
            mark,
            purpose,
            aside: section == Some(Section::Purpose) && mark.is_none(),
            at: first.at()..last.end().max(first.at()),
            line: whole.clone(),
        });
    }

    /// Notes which parts of a policy there are, and where leaving is mentioned.
    fn note_sections(&mut self, line: &[Glyph], tokens: &[Token]) {
        for token in tokens {
            match token.sign {
                Sign::Word(Word::About(section)) => self.note(section),
                Sign::Word(Word::For(Purpose::ThirdParty)) => self.note(Section::ThirdParty),
                Sign::Word(Word::When) => self.note(Section::Purpose),
                Sign::Word(Word::Withdrawal) if self.findings.withdrawal.is_none() => {
                    let first = line.get(token.from);
                    let last = line.get(token.to.saturating_sub(1));
                    if let (Some(first), Some(last)) = (first, last) {
                        self.findings.withdrawal = Some(first.at()..last.end());
                    }
                }
                _ => {}
            }
        }
    }

    fn note(&mut self, section: Section) {
        if !self.findings.seen.contains(&section) {
            self.findings.seen.push(section);
        }
    }
}
