//! Why a move is not possible, and why a decision cannot be sent.

use serde::{Deserialize, Serialize};

/// Why a move is not possible in the present state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// It is under review and can only be read or withdrawn.
    UnderReview,
    /// Everything is approved; there is nothing to submit.
    AlreadyApproved,
    /// It was submitted as often as it may be, or has as many bytes as it may have: [`crate::application::ROUNDS_MAX`],
    /// [`crate::application::BYTES_MAX`].
    EnoughRounds,
    /// It was not submitted, so there is nothing to withdraw or decide.
    NotSubmitted,
    /// The reviewer has to open it first.
    NotOpened,
    /// The round has been decided or withdrawn.
    AlreadyDecided,
    /// Another reviewer opened the round; whoever wants to decide it opens it anew.
    OpenedByOther,
    /// They submitted a round of it themselves: somebody else reviews it, whatever roles they have by now.
    OwnRound,
    /// As many links are open as there may be: [`crate::share::OPEN_MAX`].
    EnoughShares,
    /// There is always exactly one master or owner: they hand over first, to somebody who has a role already.
    HandOverFirst,
    /// It is one's own account: another operator has to do it.
    OwnAccount,
    /// As many invitations are open as there may be: [`crate::account::INVITATIONS_MAX`].
    EnoughInvitations,
    /// As many role requests of theirs are open as there may be: [`crate::role::REQUESTS_OPEN_MAX`].
    EnoughRequests,
    /// The person's account is closed: they get no role, and can only be removed.
    AccountClosed,
    /// The person's account is open: what they are master or owner of they hand over themselves.
    AccountOpen,
}

/// Why a decision cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DecisionProblem {
    /// An item of the round has no verdict.
    Missing,
    /// An item that is not in the round has one.
    NotInRound,
    /// Hold or rejection without a reason. Rule 73.
    ReasonMissing,
    /// The reason is not one of the catalogue.
    NotAReason,
    /// Hold or rejection for "something else" without words, or words longer than there is room for.
    WordsMissing,
    /// The words are longer than [`crate::review::WORDS_CHARS_MAX`].
    WordsTooLong,
}
