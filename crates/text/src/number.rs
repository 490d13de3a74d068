//! Counts and lists in sentences.

use crate::Lang;

/// The English form that belongs to a count.
pub fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// A count with commas: `1,234`. Both languages write it so.
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Words as a list: `이름, 성별, 생일`, `name, gender and birthday`.
pub fn join(lang: Lang, words: &[&str]) -> String {
    match (lang, words) {
        (Lang::En, [all @ .., last]) if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => words.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_commas() {
        for (count, text) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(number(count), text);
        }
    }

    #[test]
    fn lists_end_with_and_in_english_only() {
        assert_eq!(join(Lang::En, &["a", "b", "c"]), "a, b and c");
        assert_eq!(join(Lang::En, &["a"]), "a");
        assert_eq!(join(Lang::Ko, &["가", "나"]), "가, 나");
        assert_eq!(join(Lang::En, &[]), "");
    }
}
