//! Service terms: tags that nobody has to invent, and what a change means for people who have joined.

mod change;
mod history;

use crate::form::AGE_TERM_TAG;
use crate::time::Date;

pub use change::{Change, Consequence, TermChange, ask_again, changes, with_required};
pub use history::{TagPeriod, history};

/// Words in a title and the stem of the tag that says the same. The first that is found counts.
const STEMS: [(&[&str], &str); 7] = [
    (&["마케팅", "광고", "홍보", "marketing"], "marketing"),
    (&["제3자", "third"], "third_party"),
    (&["위치", "location"], "location"),
    (&["개인정보", "privacy", "personal"], "privacy"),
    (&["전자금융", "결제", "payment"], "payment"),
    (&["이용약관", "서비스", "terms", "service"], "service"),
    (&["멤버십", "membership"], "membership"),
];

/// A tag for a term with that title: `service_20260101`, or the fixed one of the age term. Never one of `taken`; empty without a title.
/// Rules 63, 64.
pub fn propose_tag(title: &str, day: Date, taken: &[&str]) -> String {
    let title = title.trim().to_lowercase();
    if title.is_empty() {
        return String::new();
    }
    let plain: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    let is_age = plain.contains("14세") || plain.contains("14orolder");
    if is_age && !taken.contains(&AGE_TERM_TAG) {
        return AGE_TERM_TAG.to_owned();
    }
    let stem = STEMS
        .iter()
        .find(|(words, _)| words.iter().any(|word| plain.contains(word)))
        .map_or("term", |(_, stem)| *stem);
    dated(stem, day, taken)
}

/// A new tag for a term whose text has changed: the same stem with another day. The age term keeps its fixed one. Rules 64, 65.
pub fn next_tag(tag: &str, title: &str, day: Date, taken: &[&str]) -> String {
    let tag = tag.trim();
    if tag == AGE_TERM_TAG {
        return tag.to_owned();
    }
    let stem = tag.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_' || c == '-');
    if stem.is_empty() {
        return propose_tag(title, day, taken);
    }
    dated(stem, day, taken)
}

/// The stem with the day, and a number when that is taken.
fn dated(stem: &str, day: Date, taken: &[&str]) -> String {
    let tag = format!("{stem}_{}", day.to_string().replace('-', ""));
    (1..=taken.len() + 1)
        .map(|n| {
            if n == 1 {
                tag.clone()
            } else {
                format!("{tag}_{n}")
            }
        })
        .find(|tag| !taken.contains(&tag.as_str()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_follows_from_title_and_day_and_is_never_taken() {
        let day = Date::parse("2026-01-02").unwrap();
        for (title, taken, tag) in [
            ("서비스 이용약관", &[][..], "service_20260102"),
            (
                "서비스 이용약관",
                &["service_20260102"][..],
                "service_20260102_2",
            ),
            ("개인정보 제3자 제공 동의", &[], "third_party_20260102"),
            ("만 14세 이상입니다", &[], "user_age_check"),
            ("만 14세 이상입니다", &["user_age_check"], "term_20260102"),
            ("기타", &[], "term_20260102"),
            ("  ", &[], ""),
        ] {
            assert_eq!(propose_tag(title, day, taken), tag, "{title}");
        }
    }

    #[test]
    fn a_changed_text_gets_the_same_stem_with_another_day() {
        let day = Date::parse("2026-04-08").unwrap();
        for (tag, next) in [
            ("service_20260101", "service_20260408_2"),
            ("service_2020_0218", "service_20260408_2"),
            ("marketing_20260101", "marketing_20260408"),
            ("user_age_check", "user_age_check"),
            ("", "privacy_20260408"),
            ("2026", "privacy_20260408"),
        ] {
            let taken = ["service_20260408"];
            assert_eq!(next_tag(tag, "개인정보 동의", day, &taken), next, "{tag}");
        }
    }
}
