//! Where in a JSON text an error is: the path of the value that was being read. Errors of `serde_json` only know line and column,
//! and tracking paths while reading would double the reading code in the page.

/// The path at that line and column (both counted from 1, the column in bytes), like `items.name.stage` or `channels.2`; empty for the whole.
pub(super) fn path_at(json: &[u8], line: usize, column: usize) -> String {
    let before: usize = json
        .split_inclusive(|byte| *byte == b'\n')
        .take(line.saturating_sub(1))
        .map(<[u8]>::len)
        .sum();
    let read = json
        .get(..before.saturating_add(column).min(json.len()))
        .unwrap_or(json);
    // Some errors are noticed one byte late: at the end of what holds the wrong value.
    let read = match read.split_last() {
        Some((b'}' | b']' | b',', before)) => before,
        _ => read,
    };
    let mut walk = Walk::default();
    for byte in read {
        walk.step(*byte);
    }
    walk.path()
}

#[derive(Default)]
struct Walk {
    /// What is open: an object with the key being read, or an array with the place in it.
    open: Vec<Step>,
    /// The bytes of the string being read, if one is.
    text: Option<Vec<u8>>,
    escaped: bool,
}

enum Step {
    Object { key: String, after_colon: bool },
    Array(usize),
}

impl Walk {
    fn step(&mut self, byte: u8) {
        if let Some(text) = &mut self.text {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => return self.end_text(),
                _ => text.push(byte),
            }
            return;
        }
        match byte {
            b'"' => self.text = Some(Vec::new()),
            b'{' => self.open.push(Step::Object {
                key: String::new(),
                after_colon: false,
            }),
            b'[' => self.open.push(Step::Array(0)),
            b'}' | b']' => drop(self.open.pop()),
            b':' => {
                if let Some(Step::Object { after_colon, .. }) = self.open.last_mut() {
                    *after_colon = true;
                }
            }
            b',' => match self.open.last_mut() {
                Some(Step::Array(place)) => *place += 1,
                Some(Step::Object { key, after_colon }) => {
                    key.clear();
                    *after_colon = false;
                }
                None => {}
            },
            _ => {}
        }
    }

    fn end_text(&mut self) {
        let text = self.text.take().unwrap_or_default();
        if let Some(Step::Object {
            key,
            after_colon: false,
        }) = self.open.last_mut()
        {
            *key = String::from_utf8_lossy(&text).into_owned();
        }
    }

    fn path(self) -> String {
        let steps = self.open.into_iter().map(|step| match step {
            Step::Object { key, .. } => key,
            Step::Array(place) => place.to_string(),
        });
        let steps: Vec<String> = steps.filter(|step| !step.is_empty()).collect();
        // A key is the caller's own text: enough of it to find it again.
        steps.join(".").chars().take(200).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(json: &str) -> String {
        let error = serde_json::from_str::<domain::form::Form>(json).unwrap_err();
        path_at(json.as_bytes(), error.line(), error.column())
    }

    #[test]
    fn an_error_is_found_in_the_value_that_is_wrong() {
        assert_eq!(at(r#"{"itmes":{}}"#), "itmes");
        assert_eq!(
            at(r#"{"over_14":true,"service":{"name":"a,\"b{","url":7}}"#),
            "service.url"
        );
        assert_eq!(
            at("{\"terms\":[{},\n {\"tag\":\"x\",\n\"required\":\"no\"}]}"),
            "terms.1.required"
        );
        assert_eq!(at(r#"{"items":{"passport":{}}}"#), "items.passport");
        assert_eq!(
            at(r#"{"login":{"account_key":"x"},"over_14":true}"#),
            "login.account_key"
        );
        assert_eq!(
            at(r#"{"evidence":[{"id":"ok","name":""},{"id":"../x","name":""}]}"#),
            "evidence.1.id"
        );
        assert_eq!(at(r#"{"channel":"../x","over_14":true}"#), "channel");
        assert_eq!(at("not json"), "");
        assert_eq!(at(""), "");
    }
}
