//! Limits against abuse that hold for every text that is saved, whatever the form may grow to be.

use contract::error::{FieldFault, FieldProblem};
use domain::form::{MARKS_MAX, NOT_KNOWN_MAX, PASTED_CHARS_MAX, ROWS_MAX, TEXT_CHARS_HARD_MAX};
use serde::Serialize;
use serde_json::Value;

/// Every text that is too long or has a character that cannot be stored, and every list that has too many entries.
pub(crate) fn excess(body: &impl Serialize) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    if let Ok(value) = serde_json::to_value(body) {
        walk(&value, &mut Vec::new(), &mut found);
    }
    found
}

/// What is wrong with one text that may have so many characters.
pub(crate) fn text_problem(field: &str, text: &str, chars_max: usize) -> Option<FieldProblem> {
    let problem = if text.contains('\0') {
        FieldFault::BadCharacter
    } else if text.chars().count() > chars_max {
        FieldFault::TooLong(chars_max)
    } else {
        return None;
    };
    Some(FieldProblem {
        field: field.to_owned(),
        problem,
    })
}

/// Whether a character makes a name pass for another: it controls, ends a line, turns the direction of what follows, or cannot be seen.
/// The joiner U+200D may stay: many pictures that people put into names are made of several with it.
pub(crate) fn is_misleading(c: char) -> bool {
    let is_unseen = matches!(
        c,
        '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{200C}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}'
    );
    let turns = matches!(
        c,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    );
    c.is_control() || is_unseen || turns || matches!(c, '\u{2028}' | '\u{2029}')
}

fn walk(value: &Value, path: &mut Vec<String>, found: &mut Vec<FieldProblem>) {
    match value {
        Value::String(text) => {
            let pasted = path.iter().any(|step| step == "texts");
            let most = if pasted {
                PASTED_CHARS_MAX
            } else {
                TEXT_CHARS_HARD_MAX
            };
            found.extend(text_problem(&path.join("."), text, most));
        }
        Value::Array(rows) => {
            let most = match path.last().map(String::as_str) {
                Some("not_known") => NOT_KNOWN_MAX,
                Some("marks") => MARKS_MAX,
                _ => ROWS_MAX,
            };
            if rows.len() > most {
                found.push(FieldProblem {
                    field: path.join("."),
                    problem: FieldFault::TooManyEntries(most),
                });
                return;
            }
            for (n, row) in rows.iter().enumerate() {
                step(n.to_string(), row, path, found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                step(name.clone(), field, path, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn step(name: String, value: &Value, path: &mut Vec<String>, found: &mut Vec<FieldProblem>) {
    path.push(name);
    walk(value, path, found);
    path.pop();
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::form::{Form, Term};

    #[test]
    fn a_name_has_nothing_that_makes_it_pass_for_another() {
        for c in "\0\r\u{7F}\u{AD}\u{61C}\u{200B}\u{200F}\u{2028}\u{2029}\u{202E}\u{2060}\u{2066}\u{FEFF}".chars() {
            assert!(is_misleading(c), "{c:?}");
        }
        for c in "a가 .-_é👨\u{200D}".chars() {
            assert!(!is_misleading(c), "{c:?}");
        }
    }

    #[test]
    fn every_text_and_list_of_a_form_has_an_end() {
        let mut form = Form::default();
        assert!(excess(&form).is_empty());
        form.service.name = "가".repeat(TEXT_CHARS_HARD_MAX);
        form.terms = vec![Term::default(); ROWS_MAX];
        assert!(excess(&form).is_empty());
        form.service.name.push('가');
        form.terms[3].tag = "a\0".into();
        form.login.scopes_sent = vec![String::new(); ROWS_MAX + 1];
        let found: Vec<_> = excess(&form)
            .into_iter()
            .map(|p| (p.field, p.problem))
            .collect();
        assert_eq!(found.len(), 3);
        for expected in [
            ("login.scopes_sent", FieldFault::TooManyEntries(ROWS_MAX)),
            ("service.name", FieldFault::TooLong(TEXT_CHARS_HARD_MAX)),
            ("terms.3.tag", FieldFault::BadCharacter),
        ] {
            assert!(found.contains(&(expected.0.to_owned(), expected.1)));
        }
    }
}
