//! Rows of a table: which column says what, and what a row inherits from the one above.

use super::lex::{Sign, Token};
use super::line::{LineReader, stronger};
use super::marker::Style;
use super::outline::{Reader, has_contact, whole};
use super::source::Glyph;
use super::words::Word;
use super::{Place, Purpose};

/// The longest cell of a header or of a condition, in characters.
const SHORT: usize = 22;
/// The longest cell that may give its row a condition.
const LABEL_MAX: usize = 36;

/// The table that the rows belong to.
pub(super) struct Table {
    columns: Vec<Column>,
    purpose: Option<Purpose>,
    mark: Option<bool>,
    seen_signup: bool,
    third_party: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Items,
    ItemsMarked(bool),
    /// 보유기간, 목적, 비고 …: nothing that is collected.
    Else,
    /// 목적
    Purpose,
    /// 구분
    Kind,
}

/// One cell.
struct Cell<'a> {
    from: usize,
    to: usize,
    tokens: &'a [Token],
    names: bool,
    mark: Option<bool>,
}

impl Cell<'_> {
    fn len(&self) -> usize {
        self.to - self.from
    }

    /// Only a condition: "필수", "선택항목".
    fn is_mark(&self) -> bool {
        !self.names && self.mark.is_some() && self.len() <= SHORT
    }
}

impl Reader<'_> {
    /// Reads a row.
    pub(super) fn row(&mut self, line: &[Glyph], style: Style, start: usize, tokens: &[Token]) {
        let cells = cells(line, start, tokens);
        if !line.iter().any(Glyph::is_letter_or_digit) {
            return;
        }
        let business = tokens
            .iter()
            .any(|token| token.sign == Sign::Word(Word::Footer));
        if business && self.place == Place::Policy {
            return;
        }
        if let Some(columns) = header(&cells) {
            let third_party = tokens
                .iter()
                .any(|token| token.sign == Sign::Word(Word::For(Purpose::ThirdParty)));
            self.table = Some(Table {
                columns,
                purpose: None,
                mark: None,
                seen_signup: false,
                third_party,
            });
            return;
        }
        let _ = style;
        let table = self.table.take().unwrap_or(Table {
            columns: Vec::new(),
            purpose: None,
            mark: None,
            seen_signup: false,
            third_party: false,
        });
        let table = self.data(line, &cells, table);
        self.table = Some(table);
    }

    fn data(&mut self, line: &[Glyph], cells: &[Cell<'_>], mut table: Table) -> Table {
        let purpose = purpose(cells, &table, self.purpose());
        let fewer = cells.len() < table.columns.len()
            || cells
                .first()
                .is_none_or(|cell| cell.len() == 0 || cell.names || cell.is_mark());
        table.purpose = match purpose {
            Some(purpose) => Some(purpose),
            None if fewer => table.purpose,
            None if table.seen_signup => Some(Purpose::Other),
            None => None,
        };
        table.seen_signup |= table.purpose == Some(Purpose::Signup);
        let columns = align(cells, &table.columns);
        let marks_behind = cells.iter().rposition(Cell::is_mark).is_some_and(|mark| {
            cells
                .iter()
                .position(|cell| cell.names)
                .is_some_and(|item| item < mark)
        }) && cells.iter().filter(|cell| cell.is_mark()).count() == 1;
        let row_mark = if marks_behind {
            cells
                .iter()
                .find(|cell| cell.is_mark())
                .and_then(|cell| cell.mark)
        } else {
            None
        };
        let has_mark = cells.iter().any(Cell::is_mark);
        let mut before = row_mark.or(if has_mark || !fewer { None } else { table.mark });
        let checked = checked(cells, &table.columns);
        let whole = whole(line);
        let is_policy = self.place == Place::Policy;
        for (position, cell) in cells.iter().enumerate() {
            if !cell.names {
                if !marks_behind && cell.len() <= LABEL_MAX && cell.mark.is_some() {
                    before = cell.mark;
                    table.mark = before;
                }
                continue;
            }
            let column = columns.get(position).copied();
            let is_contact = is_policy
                && has_contact(
                    line.get(cell.from..cell.to).unwrap_or_default(),
                    cell.tokens,
                );
            if is_contact || matches!(column, Some(Column::Else | Column::Purpose)) {
                continue;
            }
            let from_column = match column {
                Some(Column::ItemsMarked(required)) => Some(checked.unwrap_or(required)),
                _ => checked,
            };
            let inherited = before.or(from_column).or_else(|| self.mark(false));
            let purpose = if table.third_party {
                Some(Purpose::ThirdParty)
            } else {
                table.purpose
            };
            let named = LineReader::new(line.get(..cell.to).unwrap_or(line), cell.tokens).read();
            for named in named {
                let mark = named.mark.or(inherited);
                self.mention(line, &whole, named, mark, purpose);
            }
        }
        table
    }
}

/// "항목 | 필수 | 선택" with a sign in one of the columns.
fn checked(cells: &[Cell<'_>], columns: &[Column]) -> Option<bool> {
    let named_column = cells.iter().position(|cell| cell.names)?;
    if matches!(columns.get(named_column), Some(Column::ItemsMarked(_))) || columns.is_empty() {
        return None;
    }
    let mut found = None;
    for (cell, column) in cells.iter().zip(columns) {
        if let Column::ItemsMarked(required) = column
            && !cell.names
            && cell.len() == 1
        {
            found = Some(*required);
        }
    }
    found
}

fn cells<'a>(line: &[Glyph], start: usize, tokens: &'a [Token]) -> Vec<Cell<'a>> {
    let mut cells = Vec::new();
    let mut from = start;
    for part in tokens.split_inclusive(|token| token.sign == Sign::Cell) {
        let ends = part.last().filter(|token| token.sign == Sign::Cell);
        let to = ends.map_or(line.len(), |token| token.from);
        let tokens = match ends {
            Some(_) => part.split_last().map_or(part, |(_, rest)| rest),
            None => part,
        };
        cells.push(cell(from, to, tokens));
        from = ends.map_or(line.len(), |token| token.to);
    }
    if tokens.last().is_some_and(|token| token.sign == Sign::Cell) && from < line.len() {
        cells.push(cell(from, line.len(), &[]));
    }
    cells
}

fn cell(from: usize, to: usize, tokens: &[Token]) -> Cell<'_> {
    let both = tokens
        .iter()
        .any(|token| token.sign == Sign::Word(Word::BothMarks));
    let mut marks = tokens.iter().filter_map(Token::mark);
    let mark = marks
        .next()
        .filter(|first| !both && marks.all(|other| other == *first));
    Cell {
        from,
        to,
        tokens,
        names: tokens.iter().any(Token::names),
        mark,
    }
}

/// The columns, if this row names columns.
fn header(cells: &[Cell<'_>]) -> Option<Vec<Column>> {
    if cells.iter().any(|cell| cell.names) {
        return None;
    }
    let mut known = 0_usize;
    let mut filled = 0_usize;
    let columns: Vec<Column> = cells
        .iter()
        .map(|cell| {
            filled += usize::from(cell.len() > 0);
            let column = column(cell);
            known += usize::from(column.is_some());
            column.unwrap_or(Column::Kind)
        })
        .collect();
    // "회원가입 | 필수 | -" is a row.
    let is_named = cells.iter().any(|cell| {
        cell.tokens.iter().any(|token| {
            matches!(
                token.sign,
                Sign::Word(Word::About(_) | Word::Column | Word::BothMarks)
            )
        })
    });
    (known >= 2 && known * 2 >= filled && is_named).then_some(columns)
}

fn column(cell: &Cell<'_>) -> Option<Column> {
    if cell.len() == 0 || cell.len() > SHORT {
        return None;
    }
    if let Some(required) = cell.mark {
        return Some(Column::ItemsMarked(required));
    }
    let mut column = None;
    for token in cell.tokens {
        column = match token.sign {
            Sign::Word(Word::About(super::Section::Items)) => Some(Column::Items),
            Sign::Word(Word::About(super::Section::Purpose)) => column.or(Some(Column::Purpose)),
            Sign::Word(Word::About(_) | Word::Aside) => column.or(Some(Column::Else)),
            Sign::Word(Word::Column | Word::BothMarks) => column.or(Some(Column::Kind)),
            _ => column,
        };
    }
    column
}

/// Which column each cell stands in; where a row is shorter, the columns of items are found by their content.
fn align(cells: &[Cell<'_>], columns: &[Column]) -> Vec<Column> {
    if cells.len() == columns.len() {
        return columns.to_vec();
    }
    let wanted: Vec<Column> = columns
        .iter()
        .copied()
        .filter(|column| matches!(column, Column::ItemsMarked(_)))
        .collect();
    let holds = |cell: &Cell<'_>| cell.names || (cell.len() == 1 && cell.tokens.len() <= 1);
    let found = cells.iter().filter(|cell| holds(cell)).count();
    let mut next = wanted.iter().copied();
    cells
        .iter()
        .map(|cell| {
            if found == wanted.len() && holds(cell) {
                next.next().unwrap_or(Column::Items)
            } else {
                Column::Items
            }
        })
        .collect()
}

/// The occasion that a row names outside its items. What the column of purposes says ("본인 확인") counts only where nothing else does.
fn purpose(cells: &[Cell<'_>], table: &Table, known: Option<Purpose>) -> Option<Purpose> {
    let named = |in_purposes: bool| {
        let mut found: Option<Purpose> = None;
        for (position, cell) in cells.iter().enumerate() {
            let column = table.columns.get(position);
            if cell.names
                || column == Some(&Column::Else)
                || (column == Some(&Column::Purpose)) != in_purposes
            {
                continue;
            }
            for token in cell.tokens {
                if let Sign::Word(Word::For(purpose)) = token.sign {
                    found = Some(found.map_or(purpose, |known| stronger(known, purpose)));
                }
            }
        }
        found
    };
    let aside = || named(true).filter(|purpose| *purpose != Purpose::Verification);
    named(false).or_else(|| if known.is_none() { aside() } else { None })
}
