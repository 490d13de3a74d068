//! JSON as a value that keeps its order, and that prints itself. Smaller in the browser than a library that can also read.

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Names and values, in their order.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: &str) -> Json {
        Json::Text(text.to_owned())
    }

    /// The value under that name; `None` in anything but an object that has it.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let Json::Object(fields) = self else {
            return None;
        };
        fields.iter().find(|(key, _)| *key == name).map(|(_, v)| v)
    }

    /// The text with line breaks and two spaces for each level.
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out
    }

    fn write(&self, depth: usize, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(true) => out.push_str("true"),
            Json::Bool(false) => out.push_str("false"),
            Json::Int(number) => out.push_str(&number.to_string()),
            Json::Text(text) => quote(text, out),
            Json::List(values) => {
                out.push('[');
                for (n, value) in values.iter().enumerate() {
                    line(n, depth + 1, out);
                    value.write(depth + 1, out);
                }
                end(values.is_empty(), depth, out);
                out.push(']');
            }
            Json::Object(fields) => {
                out.push('{');
                for (n, (name, value)) in fields.iter().enumerate() {
                    line(n, depth + 1, out);
                    quote(name, out);
                    out.push_str(": ");
                    value.write(depth + 1, out);
                }
                end(fields.is_empty(), depth, out);
                out.push('}');
            }
        }
    }
}

fn line(n: usize, depth: usize, out: &mut String) {
    if n > 0 {
        out.push(',');
    }
    end(false, depth, out);
}

fn end(is_empty: bool, depth: usize, out: &mut String) {
    if !is_empty {
        out.push('\n');
        for _ in 0..depth {
            out.push_str("  ");
        }
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                out.push_str("\\u00");
                for half in [u32::from(c) >> 4, u32::from(c) & 15] {
                    out.extend(char::from_digit(half, 16));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_is_printed_reads_back(text in ".*", number in proptest::prelude::any::<i64>()) {
            let json = Json::Object(vec![
                ("text", Json::Text(text.clone())),
                ("list", Json::List(vec![Json::Int(number), Json::Null, Json::Bool(true), Json::List(vec![])])),
                ("empty", Json::Object(vec![])),
            ]);
            let read: serde_json::Value = serde_json::from_str(&json.pretty()).unwrap();
            proptest::prop_assert_eq!(read, serde_json::json!({ "text": text, "list": [number, null, true, []], "empty": {} }));
        }
    }
}
