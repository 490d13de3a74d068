//! Changes of service terms, and what each does to people who have joined. Kakao asks nobody again by itself. Rules 62–71.

use crate::consent_screen::Request;
use crate::form::Term;

/// What became of a term between two lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermChange {
    /// Its row in the older list, counted from 0; `None` when it is new.
    pub before: Option<usize>,
    /// Its row in the newer list; `None` when it is gone.
    pub after: Option<usize>,
    /// What changed, in the order of [`Change`].
    pub changes: Vec<Change>,
}

/// What can change about a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A required term is new.
    AddedRequired,
    /// An optional term is new.
    AddedOptional,
    /// A term is gone.
    Removed,
    /// The same title under a new tag: a new term for Kakao.
    Tag,
    /// Another address under the same tag.
    Address,
    /// Another title under the same tag.
    Title,
    /// Optional before, required now.
    NowRequired,
    /// Required before, optional now.
    NowOptional,
    /// Another place in the order.
    Order,
}

/// What a change does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
    /// People who have joined are not asked by themselves: the service has to ask them. Rule 67.
    NotAskedAgain,
    /// They can be asked with `service_terms`. Rule 67.
    AskWithServiceTerms,
    /// A request for optional terms alone shows nothing: a required one has to go with it. Rule 66.
    NeedsRequiredBeside,
    /// Consents given so far stand for the old text: a new tag tells them apart. Rule 65, our judgement.
    NeedsNewTag,
    /// Consents stay recorded under the old tag. Our judgement.
    StaysUnderOldTag,
    /// People who sign up from now on are not asked for it.
    NoLongerAsked,
    /// Whoever agreed cannot withdraw it any more while they are linked. Rule 69.
    NotRevocable,
    /// Whoever agreed can withdraw it. Rule 69.
    Revocable,
    /// Only people who sign up from now on see a difference.
    OnlyNewPeople,
}

impl Change {
    /// All of them.
    pub const ALL: [Change; 9] = [
        Change::AddedRequired,
        Change::AddedOptional,
        Change::Removed,
        Change::Tag,
        Change::Address,
        Change::Title,
        Change::NowRequired,
        Change::NowOptional,
        Change::Order,
    ];

    /// What it does, the most important first.
    pub fn consequences(self) -> &'static [Consequence] {
        use Consequence as C;
        match self {
            Change::AddedRequired => &[C::NotAskedAgain, C::AskWithServiceTerms],
            Change::AddedOptional => &[
                C::NotAskedAgain,
                C::AskWithServiceTerms,
                C::NeedsRequiredBeside,
            ],
            Change::Removed => &[C::NoLongerAsked, C::StaysUnderOldTag],
            Change::Tag => &[
                C::NotAskedAgain,
                C::AskWithServiceTerms,
                C::StaysUnderOldTag,
            ],
            Change::Address => &[C::NeedsNewTag, C::NotAskedAgain],
            Change::Title | Change::Order => &[C::OnlyNewPeople],
            Change::NowRequired => &[C::NotAskedAgain, C::AskWithServiceTerms, C::NotRevocable],
            Change::NowOptional => &[C::Revocable],
        }
    }
}

impl Consequence {
    /// All of them.
    pub const ALL: [Consequence; 9] = [
        Consequence::NotAskedAgain,
        Consequence::AskWithServiceTerms,
        Consequence::NeedsRequiredBeside,
        Consequence::NeedsNewTag,
        Consequence::StaysUnderOldTag,
        Consequence::NoLongerAsked,
        Consequence::NotRevocable,
        Consequence::Revocable,
        Consequence::OnlyNewPeople,
    ];
}

/// Every term that changed: first those of the newer list in its order, then those that are gone.
pub fn changes(before: &[Term], after: &[Term]) -> Vec<TermChange> {
    let pairs = pairs(before, after);
    let mut found = Vec::new();
    // Positions among the terms that are in both lists: a new term before another one does not move it.
    let mut last_row = None;
    for (row, term) in after.iter().enumerate() {
        let old_row = pairs.get(row).copied().flatten();
        let Some((old_row, old)) = old_row.and_then(|row| Some((row, before.get(row)?))) else {
            let change = if term.required {
                Change::AddedRequired
            } else {
                Change::AddedOptional
            };
            found.push(TermChange {
                before: None,
                after: Some(row),
                changes: vec![change],
            });
            continue;
        };
        let moved = last_row.is_some_and(|last| last > old_row);
        last_row = last_row.max(Some(old_row));
        let changes: Vec<Change> = [
            (!same(&old.tag, &term.tag), Change::Tag),
            (
                same(&old.tag, &term.tag) && !same(&old.url, &term.url),
                Change::Address,
            ),
            (
                !same(&old.title_ko, &term.title_ko) || !same(&old.title_en, &term.title_en),
                Change::Title,
            ),
            (!old.required && term.required, Change::NowRequired),
            (old.required && !term.required, Change::NowOptional),
            (moved, Change::Order),
        ]
        .into_iter()
        .filter_map(|(is_so, change)| is_so.then_some(change))
        .collect();
        if !changes.is_empty() {
            found.push(TermChange {
                before: Some(old_row),
                after: Some(row),
                changes,
            });
        }
    }
    for row in 0..before.len() {
        if !pairs.contains(&Some(row)) {
            found.push(TermChange {
                before: Some(row),
                after: None,
                changes: vec![Change::Removed],
            });
        }
    }
    found
}

/// For each newer term the older one that it grew from: the one with its tag, or else with its Korean title.
fn pairs(before: &[Term], after: &[Term]) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = vec![None; after.len()];
    let by: [fn(&Term) -> &str; 2] = [|term| term.tag.trim(), |term| term.title_ko.trim()];
    for name in by {
        for (row, term) in after.iter().enumerate() {
            if name(term).is_empty() || pairs.get(row).copied().flatten().is_some() {
                continue;
            }
            let found = before
                .iter()
                .enumerate()
                .position(|(old, one)| name(one) == name(term) && !pairs.contains(&Some(old)));
            if let Some(pair) = pairs.get_mut(row) {
                *pair = found;
            }
        }
    }
    pairs
}

fn same(a: &str, b: &str) -> bool {
    a.trim() == b.trim()
}

/// The request that asks people who joined under the older list for what they could not agree to yet; `None` when there is nothing.
/// Rule 67.
pub fn ask_again(before: &[Term], after: &[Term]) -> Option<Request> {
    let mut request = Request::default();
    for change in changes(before, after) {
        let asks = change.changes.iter().any(|change| {
            change
                .consequences()
                .contains(&Consequence::AskWithServiceTerms)
        });
        request.service_terms.extend(change.after.filter(|_| asks));
    }
    with_required(after, &mut request.service_terms);
    (!request.service_terms.is_empty()).then_some(request)
}

/// Puts a required term beside optional ones, because without one no screen comes. Whoever agreed to it is not shown it again.
/// Rules 66, 68.
pub fn with_required(terms: &[Term], rows: &mut Vec<usize>) {
    let is_required = |row: &usize| terms.get(*row).is_some_and(|term| term.required);
    if rows.is_empty() || rows.iter().any(is_required) {
        return;
    }
    rows.extend(terms.iter().position(|term| term.required));
    rows.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(title: &str, tag: &str, required: bool) -> Term {
        Term {
            title_ko: title.into(),
            title_en: String::new(),
            url: format!("https://a.example/{tag}"),
            tag: tag.into(),
            required,
        }
    }

    #[test]
    fn every_change_is_found_once() {
        let before = [
            term("이용약관", "service_1", true),
            term("개인정보", "privacy_1", true),
            term("마케팅", "marketing_1", false),
            term("위치", "location_1", false),
        ];
        let mut after = [
            term("새 약관", "new_1", true),
            term("개인정보", "privacy_1", true),
            term("이용약관", "service_1", true),
            term("마케팅", "marketing_2", false),
        ];
        after[1].url = "https://a.example/other".into();
        let found: Vec<_> = changes(&before, &after)
            .into_iter()
            .map(|c| (c.before, c.after, c.changes))
            .collect();
        assert_eq!(
            found,
            [
                (None, Some(0), vec![Change::AddedRequired]),
                (Some(1), Some(1), vec![Change::Address]),
                (Some(0), Some(2), vec![Change::Order]),
                (Some(2), Some(3), vec![Change::Tag]),
                (Some(3), None, vec![Change::Removed]),
            ]
        );
        let request = ask_again(&before, &after).unwrap();
        assert_eq!(request.service_terms, [0, 3]);
        assert_eq!(changes(&before, &before), []);
        assert_eq!(ask_again(&before, &before), None);
    }

    #[test]
    fn optional_terms_are_asked_beside_a_required_one() {
        let before = [term("이용약관", "service_1", true)];
        let after = [before[0].clone(), term("마케팅", "marketing_1", false)];
        assert_eq!(
            ask_again(&before, &after).map(|r| r.service_terms),
            Some(vec![0, 1])
        );
    }

    #[test]
    fn a_term_that_becomes_required_has_to_be_asked_for() {
        let before = [term("이용약관", "a", true), term("마케팅", "b", false)];
        let mut after = before.clone();
        after[1].required = true;
        let found = changes(&before, &after);
        assert_eq!(found[0].changes, [Change::NowRequired]);
        assert!(
            Change::NowRequired
                .consequences()
                .contains(&Consequence::NotRevocable)
        );
    }
}
