//! Values as they are recorded: in words, and shortened so that they can still be told from others.

use domain::record::{CHANGES_BYTES_MAX, CHANGES_MAX, Difference, VALUE_CHARS_MAX};
use serde_json::Value;

use crate::http::hash;

/// The first differences, [`CHANGES_MAX`] of them and [`CHANGES_BYTES_MAX`] at most, and of the rest how many there are with the
/// fingerprints of what they were and are: so that whoever has the values can still say whether it was these.
pub(super) fn bounded(mut changes: Vec<Difference>) -> Vec<Difference> {
    let bytes = changes.iter().scan(0, |bytes, one| {
        *bytes += one.field.len() + one.old.len() + one.new.len();
        Some(*bytes)
    });
    let told = bytes
        .take(CHANGES_MAX)
        .take_while(|bytes| *bytes <= CHANGES_BYTES_MAX)
        .count();
    if changes.len() > told {
        let rest = changes.split_off(told);
        let sum = |value: fn(&Difference) -> &str| {
            let parts = rest.iter().flat_map(|one| [one.field.as_str(), value(one)]);
            let parts: Vec<&[u8]> = parts.map(str::as_bytes).collect();
            format!("{} (sha256:{})", rest.len(), hash(&parts))
        };
        changes.push(Difference {
            field: "more".to_owned(),
            old: sum(|one| &one.old),
            new: sum(|one| &one.new),
        });
    }
    changes
}

/// A value that is told without one before it, shortened as every value of the record.
pub fn added(field: &str, value: &str) -> Difference {
    Difference {
        field: field.chars().take(VALUE_CHARS_MAX).collect(),
        old: String::new(),
        new: short(value),
    }
}

/// A value as it is recorded; what is not there, and what is there but empty, is empty.
pub(super) fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(rows) if rows.is_empty() => String::new(),
        other => other.to_string(),
    }
}

/// A long text by its beginning and the fingerprint of all of it.
pub(super) fn short(text: &str) -> String {
    if text.chars().nth(VALUE_CHARS_MAX).is_none() {
        return text.to_owned();
    }
    let start: String = text.chars().take(VALUE_CHARS_MAX).collect();
    format!("{start}… (sha256:{})", hash(&[text.as_bytes()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(last: &str) -> Vec<Difference> {
        let mut rows: Vec<Difference> = (0..150).map(|n| added("row", &n.to_string())).collect();
        rows[149] = added("row", last);
        bounded(rows)
    }

    #[test]
    fn what_is_beyond_the_first_hundred_is_known_by_its_fingerprint() {
        let (one, other) = (rows("this"), rows("that"));
        assert_eq!(one.len(), CHANGES_MAX + 1);
        assert_eq!(one[..CHANGES_MAX], other[..CHANGES_MAX]);
        let (one, other) = (&one[CHANGES_MAX], &other[CHANGES_MAX]);
        assert!(one.field == "more" && one.new.starts_with("50 (sha256:"));
        assert_ne!(one.new, other.new, "a change that is not told differs");
        assert_eq!(one.old, other.old);
        assert_eq!(bounded(vec![added("a", "b")]), [added("a", "b")]);
    }

    #[test]
    fn an_entry_has_few_bytes_whatever_is_changed() {
        let long = |n: usize| Difference {
            old: short(&"가".repeat(1_000 + n)),
            ..added(&"나".repeat(500), &"다".repeat(1_000 + n))
        };
        let kept = bounded((0..30).map(long).collect());
        let bytes = |one: &Difference| one.field.len() + one.old.len() + one.new.len();
        let all: usize = kept.iter().map(bytes).sum();
        assert!(all < CHANGES_BYTES_MAX + 200, "{all}");
        assert!(kept.len() > 5);
        let more = kept.last().unwrap();
        let rest = 31 - kept.len();
        assert!(more.field == "more" && more.new.starts_with(&format!("{rest} (sha256:")));
    }

    #[test]
    fn a_long_text_is_known_by_its_fingerprint() {
        let one = short(&"가".repeat(1_000));
        let other = short(&format!("{}나", "가".repeat(999)));
        assert!(one.starts_with("가가") && one.chars().count() < 300);
        assert_ne!(one, other, "what differs beyond the beginning is seen");
        assert_eq!(short("가"), "가");
    }
}
