//! Which field of a JSON text a position belongs to.

/// One level of nesting.
enum Level {
    /// In an object, at the value of this key.
    Key(String),
    /// In a list, at this entry, counted from 0.
    Entry(usize),
}

/// The path of the value that ends at that line and column, both from 1: `form.terms.0.url`. Empty at the top.
pub fn field_at(text: &str, line: usize, column: usize) -> String {
    let mut levels: Vec<Level> = Vec::new();
    let mut last_string: Option<String> = None;
    let mut open: Option<String> = None;
    let mut escaped = false;
    let (mut at_line, mut at_column) = (1, 0);
    for byte in text.bytes() {
        // Positions count bytes, as the parser does.
        if byte == b'\n' {
            (at_line, at_column) = (at_line + 1, 0);
        } else {
            at_column += 1;
        }
        if (at_line, at_column) > (line, column) {
            break;
        }
        if let Some(string) = open.as_mut() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => last_string = open.take(),
                byte => string.push(char::from(byte)),
            }
            continue;
        }
        match byte {
            b'"' => open = Some(String::new()),
            b':' => {
                if let (Some(Level::Key(key)), Some(name)) = (levels.last_mut(), last_string.take())
                {
                    *key = name;
                }
            }
            b'{' => levels.push(Level::Key(String::new())),
            b'[' => levels.push(Level::Entry(0)),
            b'}' | b']' if (at_line, at_column) < (line, column) => {
                levels.pop();
            }
            b',' => {
                if let Some(Level::Entry(entry)) = levels.last_mut() {
                    *entry += 1;
                }
            }
            _ => {}
        }
    }
    let steps = levels.into_iter().map(|level| match level {
        Level::Key(key) => key,
        Level::Entry(entry) => entry.to_string(),
    });
    steps
        .filter(|step| !step.is_empty())
        .collect::<Vec<_>>()
        .join(".")
}
