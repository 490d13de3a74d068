//! Takes Rust sources apart just far enough to tell code, sentences and comments from each other.

/// One line of a source file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without comments and without what stands between quotes.
    pub(crate) code: String,
    /// What stands between quotes; of a text over several lines, the part on this one.
    pub(crate) texts: Vec<String>,
    pub(crate) comment: String,
    /// The line as it is written.
    pub(crate) written: String,
    /// Belongs to something under `#[cfg(test)]`.
    pub(crate) test: bool,
}

/// The lines of a source text.
pub(crate) fn lines(source: &str) -> Vec<Line> {
    let mut reader = Reader {
        state: State::Code,
        line: Line::default(),
    };
    let mut lines = Vec::new();
    for written in source.lines() {
        reader.read(written);
        let mut line = std::mem::take(&mut reader.line);
        written.clone_into(&mut line.written);
        lines.push(line);
    }
    mark_tests(&mut lines);
    lines
}

#[derive(Clone, Copy)]
enum State {
    Code,
    /// `/* */`, as deep as they are nested.
    Comment(usize),
    /// Between quotes; with the number of `#` when it is a raw text.
    Text(Option<usize>),
}

struct Reader {
    state: State,
    line: Line,
}

impl Reader {
    fn read(&mut self, written: &str) {
        let mut rest = written;
        if matches!(self.state, State::Text(_)) {
            self.line.texts.push(String::new());
        }
        while !rest.is_empty() {
            rest = match self.state {
                State::Code => self.code(rest),
                State::Comment(depth) => self.comment(rest, depth),
                State::Text(raw) => self.text(rest, raw),
            };
        }
    }

    fn code<'a>(&mut self, rest: &'a str) -> &'a str {
        if let Some(comment) = rest.strip_prefix("//") {
            self.line.comment.push_str(comment);
            return "";
        }
        if let Some(rest) = rest.strip_prefix("/*") {
            self.state = State::Comment(1);
            return rest;
        }
        if let Some(rest) = rest.strip_prefix('"') {
            self.state = State::Text(self.opens_raw());
            self.line.code.push('"');
            self.line.texts.push(String::new());
            return rest;
        }
        if let Some(rest) = after_character(rest) {
            self.line.code.push_str("''");
            return rest;
        }
        let mut letters = rest.chars();
        self.line.code.extend(letters.next());
        letters.as_str()
    }

    /// The number of `#` between an `r` and the quote that follows the code so far.
    fn opens_raw(&self) -> Option<usize> {
        let head = self.line.code.trim_end_matches('#');
        let before = head.strip_suffix('r')?;
        let before = before.strip_suffix(['b', 'c']).unwrap_or(before);
        let is_name = before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        (!is_name).then(|| self.line.code.len() - head.len())
    }

    fn comment<'a>(&mut self, rest: &'a str, depth: usize) -> &'a str {
        if let Some(rest) = rest.strip_prefix("/*") {
            self.state = State::Comment(depth + 1);
            return rest;
        }
        if let Some(rest) = rest.strip_prefix("*/") {
            self.state = if depth == 1 {
                State::Code
            } else {
                State::Comment(depth - 1)
            };
            return rest;
        }
        let mut letters = rest.chars();
        self.line.comment.extend(letters.next());
        letters.as_str()
    }

    fn text<'a>(&mut self, rest: &'a str, raw: Option<usize>) -> &'a str {
        let close = format!("\"{}", "#".repeat(raw.unwrap_or(0)));
        if let Some(rest) = rest.strip_prefix(close.as_str()) {
            self.state = State::Code;
            self.line.code.push('"');
            return rest;
        }
        let mut letters = rest.chars();
        let letter = letters.next();
        let escaped = if raw.is_none() && letter == Some('\\') {
            letters.next()
        } else {
            None
        };
        if let Some(text) = self.line.texts.last_mut() {
            text.extend(letter);
            text.extend(escaped);
        }
        letters.as_str()
    }
}

/// What follows a character literal at the start; none when it is a lifetime or no quote at all.
fn after_character(rest: &str) -> Option<&str> {
    let inside = rest.strip_prefix('\'')?;
    let mut letters = inside.chars();
    if letters.next()? == '\\' {
        letters.next()?;
        return letters.as_str().split_once('\'').map(|(_, rest)| rest);
    }
    letters.as_str().strip_prefix('\'')
}

fn mark_tests(lines: &mut [Line]) {
    let mut depth = 0_usize;
    // The attribute was seen and what it stands on has not begun.
    let mut awaited = false;
    let mut inside: Option<usize> = None;
    for line in lines {
        if line.code.contains("#[cfg(test)]") {
            awaited = true;
        }
        line.test = awaited || inside.is_some();
        for letter in line.code.chars() {
            match letter {
                '{' => {
                    if awaited && inside.is_none() {
                        inside = Some(depth);
                    }
                    awaited = false;
                    depth += 1;
                }
                '}' => {
                    depth = depth.saturating_sub(1);
                    if inside == Some(depth) {
                        inside = None;
                    }
                }
                ';' => awaited = false,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(source: &str) -> Line {
        lines(source).remove(0)
    }

    #[test]
    fn code_texts_and_comments_are_told_apart() {
        let line = one(r#"let a = "x // \" y"; // "no text""#);
        assert_eq!(line.code, "let a = \"\"; ");
        assert_eq!(line.texts, ["x // \\\" y"]);
        assert_eq!(line.comment, " \"no text\"");
    }

    #[test]
    fn raw_texts_end_where_their_marks_say() {
        let line = one("f(r#\"a \"b\" \\\"#, br\"c\", for_\"d\")");
        assert_eq!(line.texts, ["a \"b\" \\", "c", "d"]);
    }

    #[test]
    fn characters_and_lifetimes_do_not_open_a_text() {
        let line = one(r#"fn a<'a>(b: &'a str) { b == '"' || c == '\'' || d == '\u{1f}' } // e"#);
        assert_eq!(line.texts, Vec::<String>::new());
        assert_eq!(line.comment, " e");
        assert!(line.code.contains("'a str"));
    }

    #[test]
    fn texts_and_comments_go_on_over_lines() {
        let all = lines("a(\"one\ntwo\"); /* three /* four */\nfive */ b();");
        assert_eq!(all[0].texts, ["one"]);
        assert_eq!(all[1].texts, ["two"]);
        assert_eq!(all[1].comment, " three  four ");
        assert_eq!(
            (all[2].comment.as_str(), all[2].code.as_str()),
            ("five ", " b();")
        );
    }

    #[test]
    fn a_test_module_in_another_file_does_not_make_the_rest_a_test() {
        let all = lines("#[cfg(test)]\nmod tests;\nfn a() {}\n");
        assert_eq!(
            all.iter().map(|line| line.test).collect::<Vec<_>>(),
            [true, true, false]
        );
    }
}
