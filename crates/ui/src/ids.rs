//! Element ids: unique within the page, from a counter, so that the same page gives the same ids.

use std::cell::Cell;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// A fresh id such as `field-7`. `stem` should be a word of letters.
pub fn fresh(stem: &str) -> String {
    let n = NEXT.get();
    NEXT.set(n.wrapping_add(1));
    format!("{stem}-{n}")
}

/// `given` when it is not empty, otherwise a fresh id.
pub fn or_fresh(given: String, stem: &str) -> String {
    if given.is_empty() { fresh(stem) } else { given }
}

/// The ids that are present, joined for `aria-describedby`; `None` when there is none.
pub fn join(ids: &[Option<&str>]) -> Option<String> {
    let present: Vec<&str> = ids.iter().flatten().copied().collect();
    if present.is_empty() {
        None
    } else {
        Some(present.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_never_repeat_and_a_given_id_wins() {
        assert_ne!(fresh("a"), fresh("a"));
        assert_eq!(or_fresh("mine".into(), "a"), "mine");
        assert!(or_fresh(String::new(), "a").starts_with("a-"));
    }

    #[test]
    fn joining_skips_what_is_absent() {
        assert_eq!(
            join(&[None, Some("x"), None, Some("y")]),
            Some("x y".into())
        );
        assert_eq!(join(&[None, None]), None);
    }
}
