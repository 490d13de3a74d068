//! Which tags a service has used, and when: to read old consents by.

use crate::form::Term;
use crate::time::Date;

/// A tag in a row of versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagPeriod {
    /// The tag.
    pub tag: String,
    /// The Korean title that it had last.
    pub title_ko: String,
    /// Whether it was required last.
    pub required: bool,
    /// The day of the first version that has it.
    pub from: Date,
    /// The day of the first version that does not have it any more; `None` while it is in use.
    pub until: Option<Date>,
}

/// The tags of a row of versions, oldest version first; in the order in which they came up. Terms without a tag are left out.
pub fn history(versions: &[(Date, &[Term])]) -> Vec<TagPeriod> {
    let mut periods: Vec<TagPeriod> = Vec::new();
    for (day, terms) in versions {
        for period in periods.iter_mut().filter(|period| period.until.is_none()) {
            if terms.iter().all(|term| term.tag.trim() != period.tag) {
                period.until = Some(*day);
            }
        }
        for term in *terms {
            let tag = term.tag.trim();
            let known = periods
                .iter_mut()
                .find(|period| period.tag == tag && period.until.is_none());
            if let Some(period) = known {
                term.title_ko.trim().clone_into(&mut period.title_ko);
                period.required = term.required;
            } else if !tag.is_empty() {
                periods.push(TagPeriod {
                    tag: tag.to_owned(),
                    title_ko: term.title_ko.trim().to_owned(),
                    required: term.required,
                    from: *day,
                    until: None,
                });
            }
        }
    }
    periods
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_lasts_until_the_version_without_it() {
        let day = |text| Date::parse(text).unwrap();
        let term = |tag: &str| Term {
            tag: tag.into(),
            title_ko: "이용약관".into(),
            ..Term::default()
        };
        let (old, new) = (
            [term("a_1"), term("b_1"), term("")],
            [term("a_2"), term("b_1")],
        );
        let found = history(&[(day("2026-01-01"), &old), (day("2026-04-01"), &new)]);
        let found: Vec<_> = found
            .iter()
            .map(|p| (p.tag.as_str(), p.from, p.until))
            .collect();
        assert_eq!(
            found,
            [
                ("a_1", day("2026-01-01"), Some(day("2026-04-01"))),
                ("b_1", day("2026-01-01"), None),
                ("a_2", day("2026-04-01"), None),
            ]
        );
    }
}
