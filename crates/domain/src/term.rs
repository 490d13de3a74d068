//! Tags of service terms: a proposal from the title, so that nobody has to invent one.

use crate::form::AGE_TERM_TAG;
use crate::time::Date;

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
}
