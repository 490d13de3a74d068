//! Who may do what: one table. The server refuses by it, the screens grey out by it, the tests of every endpoint take it as their
//! oracle, and `docs/policy.md` is written from it.
//!
//! An operation is an endpoint. How the caller stands to its object (a channel, an app, or what belongs to an app: links, the
//! application, its files) and what the caller's duty is each give an answer; the better of the two counts. Who is not signed in, whose
//! session has ended and whose account is disabled are nobody.

mod table;

use crate::role::{Duty, Standing};
pub use table::Operation;

/// What the table says. The order is the order in which an answer is better than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// 401: sign in first.
    SignIn,
    /// 404: the same as if it were not there.
    Hide,
    /// 403: it is known to the caller, but not for them to do.
    Refuse,
    /// They may.
    Allow,
}

/// How a caller stands to the object of an operation: the columns of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Not signed in, or no longer: the session has ended, or the account is disabled.
    Nobody,
    /// Signed in, without any role on it.
    Stranger,
    /// Below manager, or below editor.
    Below,
    /// Manager of the channel, or editor of the app.
    Member,
    /// Master of the channel, or owner of the app.
    Head,
    /// A reviewer without any role on it.
    Reviewer,
    /// A reviewer with a role on it, or on a channel linked to it, or who submitted a round of it once: a conflict of interest.
    Interested,
    /// An operator without any role on it.
    Operator,
}

impl Relation {
    /// All of them, as the columns stand.
    pub const ALL: [Relation; 8] = [
        Relation::Nobody,
        Relation::Stranger,
        Relation::Below,
        Relation::Member,
        Relation::Head,
        Relation::Reviewer,
        Relation::Interested,
        Relation::Operator,
    ];
}

/// Somebody who asks, as far as the table has to know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller {
    /// What they are in this installation.
    pub duty: Duty,
    /// How they stand to the object; `None` for no role, or no object.
    pub standing: Option<Standing>,
}

/// What the table says to that caller; `None` is nobody.
pub fn answer(operation: Operation, caller: Option<Caller>) -> Answer {
    let Some(Caller { duty, standing }) = caller else {
        return operation.row(Relation::Nobody);
    };
    let by_role = match standing {
        None => Relation::Stranger,
        Some(Standing::Below) => Relation::Below,
        Some(Standing::Member) => Relation::Member,
        Some(Standing::Head) => Relation::Head,
    };
    let by_duty = match (duty, standing) {
        (Duty::Applicant, _) => by_role,
        (Duty::Reviewer, None) => Relation::Reviewer,
        (Duty::Reviewer, Some(_)) => Relation::Interested,
        (Duty::Operator, _) => Relation::Operator,
    };
    operation.row(by_role).max(operation.row(by_duty))
}

/// Whether somebody with that role may do it, whatever else they are: what screens ask before they offer something.
pub fn may(operation: Operation, standing: impl Into<Standing>) -> bool {
    let caller = Caller {
        duty: Duty::Applicant,
        standing: Some(standing.into()),
    };
    answer(operation, Some(caller)) == Answer::Allow
}

/// Whether somebody with that duty and no role may do it.
pub fn may_by_duty(operation: Operation, duty: Duty) -> bool {
    let caller = Caller {
        duty,
        standing: None,
    };
    answer(operation, Some(caller)) == Answer::Allow
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANDINGS: [Option<Standing>; 4] = [
        None,
        Some(Standing::Below),
        Some(Standing::Member),
        Some(Standing::Head),
    ];

    #[test]
    fn a_higher_role_never_gets_a_worse_answer() {
        for operation in Operation::ALL {
            for duty in [Duty::Applicant, Duty::Operator] {
                let answers =
                    STANDINGS.map(|standing| answer(*operation, Some(Caller { duty, standing })));
                assert!(answers.is_sorted(), "{operation:?} {duty:?} {answers:?}");
            }
        }
    }

    #[test]
    fn nobody_decides_their_own_application_whatever_role_they_have() {
        for operation in [Operation::ReviewOpen, Operation::ReviewDecide] {
            for standing in STANDINGS {
                let caller = Caller {
                    duty: Duty::Reviewer,
                    standing,
                };
                let allowed = answer(operation, Some(caller)) == Answer::Allow;
                assert_eq!(allowed, standing.is_none(), "{operation:?} {standing:?}");
            }
        }
    }

    #[test]
    fn a_reviewer_with_a_role_may_what_the_role_may() {
        assert!(may(Operation::ApplicationSave, Standing::Member));
        assert!(!may(Operation::ApplicationSave, Standing::Below));
        for (standing, expected) in [
            (None, Answer::Hide),
            (Some(Standing::Below), Answer::Refuse),
            (Some(Standing::Member), Answer::Allow),
        ] {
            let caller = Caller {
                duty: Duty::Reviewer,
                standing,
            };
            assert_eq!(answer(Operation::ApplicationSave, Some(caller)), expected);
        }
    }

    #[test]
    fn an_operator_gets_no_channel_and_no_app_by_being_one() {
        for operation in Operation::ALL {
            let [stranger, operator] = [Duty::Applicant, Duty::Operator].map(|duty| {
                answer(
                    *operation,
                    Some(Caller {
                        duty,
                        standing: None,
                    }),
                )
            });
            let own = operation.row(Relation::Head) == Answer::Refuse;
            assert!(operator == stranger || own, "{operation:?}");
        }
    }
}
