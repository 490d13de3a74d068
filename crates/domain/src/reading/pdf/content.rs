//! What a page draws: its words with their places, and how much of it is pictures.

use super::font::Font;
use super::lines::{Lines, Run};
use super::matrix::Matrix;
use super::objects::{Objects, is};
use super::pages::Page;
use super::parse::{Parser, Value, is_space};
use crate::reading::{TEXT_CHARS_MAX, Unreadable};

/// How deep drawings may stand in each other.
const FORMS_MAX: usize = 4;
/// How often the state may be put aside without taking it back.
const STATES_MAX: usize = 500;
/// How many fonts a file may have.
const FONTS_MAX: usize = 500;
/// The most operands of an operator.
const OPERANDS_MAX: usize = 64;
/// The most values of one drawing.
const VALUES_MAX: usize = 4_000_000;
/// The most codes of all pages: some files draw every letter twice.
const CODES_MAX: usize = TEXT_CHARS_MAX * 2;
/// As many curves on a page without words are letters that became drawings.
const CURVES_MAX: usize = 500;
/// The sheet of a page that does not say: A4, in points.
const SHEET: (f64, f64) = (595.0, 842.0);

/// What `q` puts aside and `Q` takes back.
#[derive(Clone, Copy)]
struct State {
    place: Matrix,
    font: Option<usize>,
    size: f64,
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Reads the pages of a file one after the other.
pub(super) struct Pages<'o, 'a> {
    objects: &'o Objects<'a>,
    /// Each with the place of its dictionary, which tells it from the others.
    fonts: Vec<(usize, Font)>,
    lines: Lines,
    line: Matrix,
    pen: Matrix,
    /// Characters of this page.
    read: usize,
    /// How much of the page is covered by pictures, in square points.
    pictures: f64,
    curves: usize,
    /// Codes that nobody knows, in all and in a row.
    unknown: usize,
    unknown_row: usize,
    all: usize,
    /// Whether words are missing.
    lost: bool,
}

impl<'o, 'a> Pages<'o, 'a> {
    pub(super) fn new(objects: &'o Objects<'a>) -> Pages<'o, 'a> {
        Pages {
            objects,
            fonts: Vec::new(),
            lines: Lines::default(),
            line: Matrix::NONE,
            pen: Matrix::NONE,
            read: 0,
            pictures: 0.0,
            curves: 0,
            unknown: 0,
            unknown_row: 0,
            all: 0,
            lost: false,
        }
    }

    /// Reads the next page.
    pub(super) fn page(&mut self, page: Page<'o, 'a>) -> Result<(), Unreadable> {
        let mut content = Vec::new();
        for (key, value) in page.dict.entries() {
            if *key != b"Contents" {
                continue;
            }
            match self.objects.resolve(value) {
                Value::List(parts) => {
                    self.objects.spend(parts.len())?;
                    for part in parts {
                        content.extend(self.objects.stream(part)?);
                        content.push(b'\n');
                    }
                }
                _ => content = self.objects.stream(value)?,
            }
        }
        (self.read, self.pictures, self.curves) = (0, 0.0, 0);
        let state = State {
            place: Matrix::NONE,
            font: None,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.draw(&content, page.resources, state, 0)?;
        let [left, bottom, right, top, ..] = numbers(page.sheet.list());
        let (mut wide, mut high) = (right - left, top - bottom);
        if wide <= 0.0 || high <= 0.0 {
            (wide, high) = SHEET;
        }
        // A picture of words among pages of words would be left out without a word.
        if self.read == 0 && (self.pictures > wide * high * 0.4 || self.curves > CURVES_MAX) {
            self.lost = true;
        }
        self.lines.end_page(wide);
        Ok(())
    }

    /// The text of all pages.
    pub(super) fn text(self) -> Result<String, Unreadable> {
        if self.lost || self.unknown * 50 > self.all {
            return Err(Unreadable::PdfWithoutText);
        }
        Ok(self.lines.text())
    }

    fn draw(
        &mut self,
        content: &[u8],
        resources: &'o Value<'a>,
        mut state: State,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let mut parser = Parser {
            bytes: content,
            at: 0,
            room: VALUES_MAX,
        };
        let mut aside = Vec::new();
        let mut operands: Vec<Value<'_>> = Vec::new();
        while let Some(value) = parser.next() {
            let Value::Word(word) = value else {
                if operands.len() < OPERANDS_MAX {
                    operands.push(value);
                }
                continue;
            };
            match word {
                b"q" if aside.len() < STATES_MAX => aside.push(state),
                b"q" => return Err(Unreadable::Pdf),
                b"Q" => state = aside.pop().unwrap_or(state),
                b"cm" => state.place = Matrix::new(numbers(&operands)).then(state.place),
                b"Do" => self.form(&operands, resources, state, depth)?,
                b"ID" => self.picture_inside(&mut parser, state),
                b"Tf" => self.set_font(&operands, resources, &mut state)?,
                b"c" | b"v" | b"y" => self.curves += 1,
                _ => self.text_operator(word, &operands, &mut state),
            }
            operands.clear();
            if self.all > CODES_MAX {
                return Err(Unreadable::TooLong);
            }
        }
        if parser.room == 0 {
            return Err(Unreadable::Pdf);
        }
        Ok(())
    }

    fn text_operator(&mut self, word: &[u8], operands: &[Value<'_>], state: &mut State) {
        let [first, second, ..] = numbers(operands);
        let text = operands.last().unwrap_or(&Value::Null);
        match word {
            b"BT" => (self.line, self.pen) = (Matrix::NONE, Matrix::NONE),
            b"Tc" => state.spacing = first,
            b"Tw" => state.word_spacing = first,
            b"Tz" => state.stretch = first / 100.0,
            b"TL" => state.leading = first,
            b"Ts" => state.rise = first,
            b"Td" => self.move_line(first, second),
            b"TD" => {
                state.leading = -second;
                self.move_line(first, second);
            }
            b"T*" => self.move_line(0.0, -state.leading),
            b"Tm" => {
                self.line = Matrix::new(numbers(operands));
                self.pen = self.line;
            }
            b"Tj" => self.show(text, state),
            b"'" => {
                self.move_line(0.0, -state.leading);
                self.show(text, state);
            }
            b"\"" => {
                (state.word_spacing, state.spacing) = (first, second);
                self.move_line(0.0, -state.leading);
                self.show(text, state);
            }
            b"TJ" => {
                for part in text.list() {
                    match part.number() {
                        Some(back) => self.advance(-back / 1000.0 * state.size * state.stretch),
                        None => self.show(part, state),
                    }
                }
            }
            _ => {}
        }
    }

    fn move_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.pen = self.line;
    }

    fn advance(&mut self, by: f64) {
        self.pen = Matrix::shift(by, 0.0).then(self.pen);
    }

    fn show(&mut self, text: &Value<'_>, state: &State) {
        let Value::Text(bytes) = text else { return };
        let start = self.place(state);
        let mut words = String::new();
        let mut rest = bytes.as_slice();
        let font = state.font.and_then(|at| self.fonts.get(at));
        let (mut moved, mut unknown_row) = (0.0, self.unknown_row);
        loop {
            // Without a font nobody knows anything.
            let step = match font {
                Some((_, font)) => font.code(rest),
                None => rest.first().map(|byte| (usize::from(*byte), 1)),
            };
            let Some((code, taken)) = step else { break };
            if self.all > CODES_MAX {
                break;
            }
            rest = rest.get(taken..).unwrap_or_default();
            let (mut width, mut spacing) = (0.5, state.spacing);
            let from = words.len();
            match font {
                Some((_, font)) => {
                    words.push_str(&font.words(code));
                    width = font.width(code);
                    if font.is_space(code) {
                        spacing += state.word_spacing;
                    }
                }
                None => words.push(char::REPLACEMENT_CHARACTER),
            }
            let new = words.get(from..).unwrap_or_default();
            if new.contains(char::REPLACEMENT_CHARACTER) {
                self.unknown += 1;
                unknown_row += 1;
                // One alone is the sign before a line of a list.
                self.lost |= unknown_row > 1;
            } else {
                unknown_row = 0;
            }
            self.all += 1;
            moved += (width * state.size + spacing) * state.stretch;
        }
        self.unknown_row = unknown_row;
        self.read += words.len();
        self.advance(moved);
        let end = self.place(state);
        // Along the line and across it, whichever way the page is turned.
        let (along, across) = (
            (start.a * start.a + start.b * start.b).sqrt(),
            (start.c * start.c + start.d * start.d).sqrt(),
        );
        if along > 0.0 {
            let (x, y) = (start.a / along, start.b / along);
            self.lines.add(Run {
                words: &words,
                left: start.e * x + start.f * y,
                right: end.e * x + end.f * y,
                height: start.f * x - start.e * y,
                size: across * state.size.abs(),
            });
        }
    }

    /// Where the pen stands on the page.
    fn place(&self, state: &State) -> Matrix {
        Matrix::shift(0.0, state.rise)
            .then(self.pen)
            .then(state.place)
    }

    fn set_font(
        &mut self,
        operands: &[Value<'_>],
        resources: &'o Value<'a>,
        state: &mut State,
    ) -> Result<(), Unreadable> {
        let [name, size] = operands else {
            return Ok(());
        };
        state.size = size.number().unwrap_or_default();
        let fonts = self.objects.get(resources, b"Font");
        let font = self.objects.get(fonts, name.name());
        self.objects
            .spend(resources.entries().len() + fonts.entries().len() + self.fonts.len())?;
        let key = std::ptr::from_ref(font).addr();
        let known = self.fonts.iter().position(|(of, _)| *of == key);
        if known.is_none() {
            if self.fonts.len() >= FONTS_MAX {
                return Err(Unreadable::Pdf);
            }
            self.fonts.push((key, Font::new(self.objects, font)?));
        }
        state.font = Some(known.unwrap_or(self.fonts.len() - 1));
        Ok(())
    }

    fn form(
        &mut self,
        operands: &[Value<'_>],
        resources: &'o Value<'a>,
        mut state: State,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let objects = self.objects;
        let name = operands.last().unwrap_or(&Value::Null).name();
        let named = objects.get(resources, b"XObject").entries();
        objects.spend(named.len())?;
        let Some((_, reference)) = named.iter().find(|(of, _)| *of == name) else {
            return Ok(());
        };
        let form = objects.resolve(reference);
        objects.spend(resources.entries().len() + form.entries().len())?;
        if is(objects.get(form, b"Subtype"), b"Image") {
            self.picture(state);
            return Ok(());
        }
        if depth >= FORMS_MAX {
            return Err(Unreadable::Pdf);
        }
        let matrix = objects.get(form, b"Matrix").list();
        if !matrix.is_empty() {
            state.place = Matrix::new(numbers(matrix)).then(state.place);
        }
        let own = match objects.get(form, b"Resources") {
            Value::Null => resources,
            own => own,
        };
        let content = objects.stream(reference)?;
        self.draw(&content, own, state, depth + 1)
    }

    fn picture(&mut self, state: State) {
        let Matrix { a, b, c, d, .. } = state.place;
        self.pictures += (a * d - b * c).abs();
    }

    /// Passes the bytes of a picture that stands in the middle of a drawing.
    fn picture_inside(&mut self, parser: &mut Parser<'_>, state: State) {
        self.picture(state);
        while parser.at < parser.bytes.len() {
            let before = parser.at.checked_sub(1);
            let before = before.and_then(|before| parser.bytes.get(before));
            if before.is_some_and(|byte| is_space(*byte))
                && parser.passes(b"EI")
                && parser.peek().is_none_or(is_space)
            {
                return;
            }
            parser.at += 1;
        }
    }
}

/// The first six numbers; 0 for what is not there.
fn numbers(values: &[Value<'_>]) -> [f64; 6] {
    let mut numbers = [0.0; 6];
    for (number, value) in numbers.iter_mut().zip(values) {
        *number = value.number().unwrap_or_default();
    }
    numbers
}
