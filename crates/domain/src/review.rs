//! Reviews: a verdict per item, with a reason and words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::application::{DecisionProblem, Round};
use crate::finding::Code;
use crate::id::UserId;
use crate::item::Item;
use crate::time::Time;

/// What a reviewer says about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 승인.
    Approve,
    /// 보류: something has to be added.
    Hold,
    /// 반려: not like this.
    Reject,
}

/// The verdict on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemVerdict {
    /// Approve, hold or reject.
    pub verdict: Verdict,
    /// Why not, from the catalogue of findings. Asked for with hold and rejection. Rule 73.
    #[serde(default)]
    pub reason: Option<Code>,
    /// Words to the applicant, at most [`WORDS_CHARS_MAX`] characters.
    #[serde(default)]
    pub words: String,
}

/// A decision on a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// When.
    pub at: Time,
    /// By whom.
    pub by: UserId,
    /// The verdict on each item of the round.
    pub verdicts: BTreeMap<Item, ItemVerdict>,
    /// Words on the whole, at most [`WORDS_CHARS_MAX`] characters.
    pub words: String,
}

/// Longest words of a reviewer, in characters. Our judgement.
pub const WORDS_CHARS_MAX: usize = 1_000;

/// The reasons a reviewer can give, in the order of importance.
pub fn reasons() -> impl Iterator<Item = Code> {
    Code::ALL.iter().copied().filter(|code| code.meta().reason)
}

/// What is wrong with verdicts on a round; nothing when they can be sent.
pub fn problems(
    round: &Round,
    verdicts: &BTreeMap<Item, ItemVerdict>,
) -> Vec<(Item, DecisionProblem)> {
    let missing = round
        .covers
        .iter()
        .filter(|item| !verdicts.contains_key(item))
        .map(|item| (*item, DecisionProblem::Missing));
    let wrong = verdicts.iter().filter_map(|(item, verdict)| {
        Some((*item, problem(round.covers.contains(item), verdict)?))
    });
    missing.chain(wrong).collect()
}

fn problem(in_round: bool, verdict: &ItemVerdict) -> Option<DecisionProblem> {
    if !in_round {
        return Some(DecisionProblem::NotInRound);
    }
    if verdict.words.chars().count() > WORDS_CHARS_MAX {
        return Some(DecisionProblem::WordsTooLong);
    }
    match (verdict.verdict, verdict.reason) {
        (Verdict::Approve, _) => None,
        (_, None) => Some(DecisionProblem::ReasonMissing),
        (_, Some(code)) if !code.meta().reason => Some(DecisionProblem::NotAReason),
        (_, Some(Code::Other)) if verdict.words.trim().is_empty() => {
            Some(DecisionProblem::WordsMissing)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{AppFacts, Document, Format};
    use crate::form::Form;

    fn round(covers: &[Item]) -> Round {
        Round {
            submitted_at: Time::from_millis(0),
            submitted_by: UserId::parse("a").unwrap(),
            covers: covers.to_vec(),
            document: Document {
                format: Format::V1,
                app: AppFacts::default(),
                channels: Vec::new(),
                form: Form::default(),
            },
            findings: Vec::new(),
            opened: None,
            decision: None,
            withdrawn_at: None,
        }
    }

    #[test]
    fn a_decision_is_whole_and_gives_reasons() {
        let round = round(&[Item::Name, Item::Gender]);
        let say = |verdict, reason, words: &str| ItemVerdict {
            verdict,
            reason,
            words: words.into(),
        };
        let of = |pairs: Vec<(Item, ItemVerdict)>| problems(&round, &pairs.into_iter().collect());
        let fine = (Item::Name, say(Verdict::Approve, None, ""));
        let table = [
            (
                vec![fine.clone()],
                vec![(Item::Gender, DecisionProblem::Missing)],
            ),
            (
                vec![fine.clone(), (Item::Gender, say(Verdict::Hold, None, "x"))],
                vec![(Item::Gender, DecisionProblem::ReasonMissing)],
            ),
            (
                vec![
                    fine.clone(),
                    (Item::Gender, say(Verdict::Hold, Some(Code::AppFull), "")),
                ],
                vec![(Item::Gender, DecisionProblem::NotAReason)],
            ),
            (
                vec![
                    fine.clone(),
                    (Item::Gender, say(Verdict::Reject, Some(Code::Other), " ")),
                ],
                vec![(Item::Gender, DecisionProblem::WordsMissing)],
            ),
            (
                vec![
                    fine.clone(),
                    (
                        Item::Gender,
                        say(Verdict::Reject, Some(Code::NotCollected), ""),
                    ),
                ],
                vec![],
            ),
            (
                vec![
                    fine.clone(),
                    (Item::Gender, say(Verdict::Approve, None, "")),
                    (Item::Birthday, say(Verdict::Approve, None, "")),
                ],
                vec![(Item::Birthday, DecisionProblem::NotInRound)],
            ),
            (
                vec![
                    fine,
                    (
                        Item::Gender,
                        say(Verdict::Approve, None, &"가".repeat(1_001)),
                    ),
                ],
                vec![(Item::Gender, DecisionProblem::WordsTooLong)],
            ),
        ];
        for (verdicts, expected) in table {
            assert_eq!(of(verdicts), expected);
        }
    }
}
