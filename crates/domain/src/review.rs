//! Reviews: a verdict per item, with a reason and words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::application::{DecisionProblem, Round};
use crate::finding::Code;
use crate::id::UserId;
use crate::item::Item;
use crate::subject::{CiField, Field, ItemField, ServiceField, SignupField};
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

/// In how many business days a result usually comes, at least and at most. Experience, no promise: applicants were told 1 to 3 and 3 to 5.
/// Our judgement.
pub const USUAL_BUSINESS_DAYS: (u32, u32) = (1, 5);

/// Business days that have begun since a round was submitted: 0 on the day itself and on the weekend after it.
/// Public holidays are not known here.
pub fn days_waiting(submitted: Time, now: Time) -> u32 {
    let days = submitted
        .date_in_seoul()
        .business_days_until(now.date_in_seoul());
    u32::try_from(days).unwrap_or_default()
}

/// Whether a round waits for longer than is usual.
pub fn is_late(submitted: Time, now: Time) -> bool {
    days_waiting(submitted, now) > USUAL_BUSINESS_DAYS.1
}

/// The reasons a reviewer can give, in the order of importance.
pub fn reasons() -> impl Iterator<Item = Code> {
    Code::ALL.iter().copied().filter(|code| code.meta().reason)
}

/// The question of the form that answers a reason: where the applicant is sent to put the item right.
pub fn field(reason: Code, item: Item) -> Field {
    let of_item = |field| Field::Item(item, field);
    match reason {
        Code::NumberDiffers | Code::BusinessDiffers => {
            Field::Service(ServiceField::BusinessOnCertificate)
        }
        Code::CiNoAgency => Field::Ci(CiField::Verification),
        Code::CiNotAtSignup => Field::Ci(CiField::VerifiedAt),
        Code::CiDraftEvidence | Code::CiCaptureMissing | Code::NotMasked | Code::NotProduction => {
            Field::Evidence
        }
        Code::NotCollected => of_item(ItemField::OwnCondition),
        Code::CollectedLater => of_item(ItemField::OwnMoment),
        Code::SignupNotShown => Field::Signup(SignupField::Url),
        Code::SignupNeedsLogin => Field::Signup(SignupField::OpensWithoutLogin),
        Code::SignupListsNothing | Code::SignupListsNoConditions => {
            Field::Signup(SignupField::ScreenLists)
        }
        Code::SignupTermsHidden => Field::Signup(SignupField::ShowsTerms),
        Code::SignupLacksItem | Code::SignupLacksCondition => of_item(ItemField::OnSignupScreen),
        Code::PrivacyMissing => Field::Service(ServiceField::PrivacyUrl),
        Code::PolicyLacksItem | Code::PolicyLacksCondition | Code::PolicyOtherPurpose => {
            of_item(ItemField::InPrivacyPolicy)
        }
        Code::PoliciesNotPublic => Field::Service(ServiceField::PoliciesPublic),
        Code::TermsMissing => Field::Service(ServiceField::TermsUrl),
        Code::LicenceMissing => Field::Service(ServiceField::LicensedTrade),
        Code::CiPurposeOther => Field::Ci(CiField::Reason),
        Code::PurposeMissing | Code::PurposeThin => of_item(ItemField::Purpose),
        Code::RequiredNotJustified => of_item(ItemField::Justification),
        Code::UseMissing => of_item(ItemField::UsedWhere),
        Code::ServiceUnreachable => Field::Service(ServiceField::ReviewerAccess),
        Code::ServiceNotPublic => Field::Service(ServiceField::Url),
        Code::WithdrawalMissing => Field::Service(ServiceField::Withdrawal),
        // The stage itself, and whatever only the reviewer's words explain: the top of the item.
        _ => of_item(ItemField::Stage),
    }
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
    use crate::application::{AppFacts, Document, Format, Goal};
    use crate::form::Form;

    fn round(covers: &[Item]) -> Round {
        Round {
            submitted_at: Time::from_millis(0),
            submitted_by: UserId::parse("a").unwrap(),
            covers: covers.to_vec(),
            document: Document {
                format: Format::V1,
                goal: Goal::Sync,
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
    fn a_reason_leads_to_the_question_that_answers_it() {
        let at = |code| field(code, Item::Gender);
        let of_item = |question| Field::Item(Item::Gender, question);
        assert_eq!(
            at(Code::PolicyLacksCondition),
            of_item(ItemField::InPrivacyPolicy)
        );
        assert_eq!(
            at(Code::SignupLacksItem),
            of_item(ItemField::OnSignupScreen)
        );
        assert_eq!(at(Code::StageDiffers), of_item(ItemField::Stage));
        assert_eq!(at(Code::SignupNotShown), Field::Signup(SignupField::Url));
        assert_eq!(at(Code::Other), of_item(ItemField::Stage));
        assert_eq!(
            field(Code::CiNoAgency, Item::AccountCi),
            Field::Ci(CiField::Verification)
        );
        let top: Vec<Code> = reasons()
            .filter(|code| at(*code) == of_item(ItemField::Stage))
            .collect();
        assert_eq!(
            top,
            [Code::StageDiffers, Code::Other],
            "a new reason needs its own field"
        );
    }

    #[test]
    fn waiting_is_counted_in_business_days_and_late_after_the_fifth() {
        // A Friday, 15:00 in Seoul.
        let friday = Time::parse_rfc3339("2026-11-20T06:00:00Z").unwrap();
        let waited = [(0, 0), (1, 0), (2, 0), (3, 1), (4, 2), (7, 5), (10, 6)];
        for (days, expected) in waited {
            assert_eq!(
                days_waiting(friday, friday.plus_days(days)),
                expected,
                "after {days}"
            );
        }
        assert_eq!(days_waiting(friday, friday.plus_days(-3)), 0);
        assert!(!is_late(friday, friday.plus_days(7)));
        assert!(is_late(friday, friday.plus_days(10)));
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
