//! Puts pieces of text that have places on a page together to lines, and the cells of a table to rows.

/// How far apart two pieces of a line stand that are two words, as a part of the size of the letters.
const WORD_GAP: f64 = 0.18;
/// And two that are two cells.
const CELL_GAP: f64 = 0.6;
/// How far below a row its next line can begin, or the rest of a row that a cell spans, in sizes of the letters.
const ROW_GAP: f64 = 4.0;
/// The longest row, in bytes, and the most cells of it: no table has more, and nothing is copied often that is longer.
const ROW_MAX: usize = 4_000;
const CELLS_MAX: usize = 20;
/// The most lines of one cell.
const CELL_LINES_MAX: usize = 15;
/// Lines that end before this part of the sheet's width were not broken for want of room.
const FULL_LINE: f64 = 0.7;

/// A piece of text: where it stands along its line, how high, how large.
pub(super) struct Run<'a> {
    pub words: &'a str,
    pub left: f64,
    pub right: f64,
    pub height: f64,
    pub size: f64,
}

/// A line, or a row of a table.
struct Line {
    text: String,
    left: f64,
    /// Where the pen stands.
    end: f64,
    /// The end of whatever is in it.
    right: f64,
    height: f64,
    size: f64,
    /// Where every cell begins, on the page and in the text; one cell for a line that is no row.
    cells: Vec<(f64, usize)>,
    /// Where the last piece begins.
    piece: f64,
}

impl Line {
    fn new(run: &Run<'_>) -> Line {
        Line {
            text: run.words.to_owned(),
            left: run.left,
            end: run.right,
            right: run.right,
            height: run.height,
            size: run.size,
            cells: vec![(run.left, 0)],
            piece: run.left,
        }
    }

    fn is_row(&self) -> bool {
        self.cells.len() > 1
    }

    /// Where its last cell begins.
    fn cell(&self) -> f64 {
        self.cells.last().map_or(self.left, |cell| cell.0)
    }

    fn push(&mut self, run: &Run<'_>) {
        self.text.push_str(run.words);
        self.end = run.right;
        self.right = self.right.max(run.right);
        self.height = run.height;
        self.piece = run.left;
    }

    fn space(&mut self) {
        if !self.text.ends_with([' ', '\t']) {
            self.text.push(' ');
        }
    }

    fn new_cell(&mut self, run: &Run<'_>) {
        self.text.push('\t');
        self.cells.push((run.left, self.text.len()));
        self.push(run);
    }
}

/// The lines of a page, and the text of the pages before it.
#[derive(Default)]
pub(super) struct Lines {
    page: Vec<Line>,
    text: String,
}

impl Lines {
    /// Takes the next piece that is drawn.
    pub(super) fn add(&mut self, run: Run<'_>) {
        if run.words.is_empty() {
            return;
        }
        let blank = run.words.trim().is_empty();
        let Some(last) = self.page.last_mut() else {
            if !blank {
                self.page.push(Line::new(&run));
            }
            return;
        };
        let size = run.size.max(last.size);
        let down = last.height - run.height;
        if down.abs() <= size * 0.4 && run.left >= last.left {
            if (run.left - last.piece).abs() < size * 0.12 && last.text.ends_with(run.words) {
                // Drawn twice to look bold.
                return;
            }
            let gap = run.left - last.end;
            if gap > size * CELL_GAP
                && !blank
                && last.cells.len() < CELLS_MAX
                && !is_marker(&last.text)
            {
                last.new_cell(&run);
                return;
            }
            if gap > size * WORD_GAP {
                last.space();
            }
            last.push(&run);
        } else if blank {
            // Spaces at the ends of lines say nothing.
        } else if down < 0.0 && self.up(&run, size) {
            // The next cell of a row began higher than the one before it ended.
        } else {
            self.down(&run);
        }
    }

    /// A new line, or the next line of a row's last cell.
    fn down(&mut self, run: &Run<'_>) {
        let mut line = Line::new(run);
        if let Some(last) = self.page.last_mut() {
            let down = last.height - run.height;
            let size = run.size.max(last.size);
            let slack = run.size * 0.3;
            let below = down > 0.0 && down < size * ROW_GAP;
            if last.is_row() && below && run.left >= last.cell() - slack {
                last.space();
                last.push(run);
                return;
            }
            // A cell that spans rows stands for all of them.
            let mut cells = last.cells.iter().skip(1).filter(|cell| cell.1 < ROW_MAX);
            if below && let Some(under) = cells.find(|cell| (run.left - cell.0).abs() <= slack) {
                last.text
                    .get(..under.1)
                    .unwrap_or_default()
                    .clone_into(&mut line.text);
                let cells = last.cells.iter().filter(|cell| cell.1 <= under.1);
                line.cells = cells.copied().collect();
                line.text.push_str(run.words);
            }
        }
        self.page.push(line);
    }

    /// Makes a row of the last lines and puts this piece into its next cell, if it stands to the right of them.
    fn up(&mut self, run: &Run<'_>, size: f64) -> bool {
        let beside = |line: &Line| {
            line.height <= run.height + size * 0.4
                && run.left >= line.right - size
                && line.text.len() < ROW_MAX
                && line.cells.len() < CELLS_MAX
        };
        let mut below = self.page.iter().rev().take(CELL_LINES_MAX + 1);
        let mut count = below.by_ref().take_while(|line| beside(line)).count();
        if count == 0 || count > CELL_LINES_MAX {
            return false;
        }
        // A cell of more lines than this one's, both in the middle of the row: as many stand above as below.
        let from = self.page.len() - count;
        let above = self
            .page
            .iter()
            .take(from)
            .rev()
            .take(count.saturating_sub(1));
        let mut last = self
            .page
            .get(from)
            .map_or((0.0, 0.0), |line| (line.left, line.height));
        for line in above {
            let fits = (line.left - last.0).abs() < size * 0.5
                && line.height - last.1 < size * 1.8
                && run.left >= line.right - size
                && !line.is_row();
            if !fits {
                break;
            }
            last = (line.left, line.height);
            count += 1;
        }
        let mut cell = self.page.split_off(self.page.len() - count).into_iter();
        let Some(mut row) = cell.next() else {
            return false;
        };
        for line in cell {
            row.space();
            row.text.push_str(&line.text);
            row.right = row.right.max(line.right);
        }
        row.new_cell(run);
        self.page.push(row);
        true
    }

    /// Adds the page to the text; lines that were broken for want of room become one again.
    pub(super) fn end_page(&mut self, sheet: f64) {
        let lines = std::mem::take(&mut self.page);
        let text_lines = || lines.iter().filter(|line| !line.is_row());
        let edge = text_lines().map(|line| line.right).fold(0.0, f64::max);
        // Some writers leave the space at the end of a broken line: then one without it was broken in a word.
        let keeps = text_lines().any(|line| line.text.ends_with(' '));
        let mut before: Option<&Line> = None;
        for line in &lines {
            let text = line.text.trim();
            let goes_on = before
                .is_some_and(|before| edge > sheet * FULL_LINE && is_broken(before, line, edge));
            if goes_on {
                if !keeps || before.is_some_and(|before| before.text.ends_with(' ')) {
                    self.text.push(' ');
                }
            } else if !self.text.is_empty() {
                self.text.push('\n');
            }
            // A sign that nobody knows before a line is the sign of a list.
            if let Some(rest) = text.strip_prefix(char::REPLACEMENT_CHARACTER) {
                self.text.push('•');
                self.text.push_str(rest);
            } else {
                self.text.push_str(text);
            }
            before = Some(line);
        }
    }

    /// The text of all pages.
    pub(super) fn text(self) -> String {
        self.text
    }
}

/// Whether the next line goes on where this one had no more room.
fn is_broken(line: &Line, next: &Line, edge: f64) -> bool {
    if line.is_row() || next.is_row() {
        return false;
    }
    let size = line.size.max(next.size);
    let text = next.text.trim_start();
    let begins = text
        .starts_with(|ch: char| ch.is_ascii_digit() || "-–•·※①②③④⑤⑥⑦⑧⑨⑩○●■□▶◦*[<【〈".contains(ch));
    let down = line.height - next.height;
    let chars = text.chars().count().max(1);
    let word = text.split(' ').next().unwrap_or_default().chars().count();
    // Counts of characters in a line.
    let part = |count: usize| f64::from(u16::try_from(count).unwrap_or(u16::MAX));
    let first_word = (next.right - next.left) * part(word) / part(chars);
    !begins
        && !is_marker(text.split(' ').next().unwrap_or_default())
        && down > 0.0
        && down < size * 2.2
        && (line.left - next.left).abs() < size * 3.0
        && (line.size - next.size).abs() < size * 0.1
        && line.right + first_word.max(size) > edge
}

/// "1.", "가.", "(2)", "•": what stands before the line of a list.
fn is_marker(text: &str) -> bool {
    let text = text.trim();
    text.chars().nth(4).is_none()
        && (text.ends_with(['.', ')', ':'])
            || text.chars().nth(1).is_none() && !text.ends_with(char::is_alphabetic))
}
