//! Accounts: who may come in, for how long, and what an operator may change about somebody.

use serde::{Deserialize, Serialize};

use crate::application::WhyNot;
use crate::id::UserId;
use crate::role::{Duty, User};
use crate::time::Time;

/// A session ends after so many seconds, whatever is done in it: a working day with its edges. Our judgement.
pub const SESSION_S: i64 = 12 * 3_600;
/// A session ends after so many seconds in which nothing was asked for. Our judgement.
pub const IDLE_S: i64 = 2 * 3_600;
/// The last use of a session is written down at most once in so many seconds.
pub const SEEN_S: i64 = 60;
/// Somebody who went to their provider to sign in has so many seconds to come back.
pub const ATTEMPT_S: i64 = 600;
/// An invitation is good for so many days.
pub const INVITATION_DAYS: i64 = 7;
/// Longest name of a person or organisation, in characters. Our judgement.
pub const NAME_CHARS_MAX: usize = 80;
/// Open invitations of one installation. Our judgement.
pub const INVITATIONS_MAX: usize = 200;

/// A person with what an operator sees and changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Who.
    pub user: User,
    /// Since when they cannot sign in.
    pub disabled_at: Option<Time>,
    /// Counts changes; starts at 1.
    pub version: u64,
}

impl Account {
    /// A new account.
    pub fn new(user: User) -> Account {
        Account {
            user,
            disabled_at: None,
            version: 1,
        }
    }

    /// What is searched.
    pub fn searched(&self) -> [&str; 3] {
        let user = &self.user;
        [&user.name, &user.organisation, user.id.as_str()]
    }

    /// The account after an operator's change, or why there is none. Nobody changes their own: so one operator always stays.
    ///
    /// # Errors
    /// When it is the operator's own account.
    pub fn changed(
        mut self,
        by: &UserId,
        duty: Duty,
        disabled: bool,
        now: Time,
    ) -> Result<Account, WhyNot> {
        if self.user.id == *by {
            return Err(WhyNot::OwnAccount);
        }
        self.user.duty = duty;
        self.disabled_at = disabled.then(|| self.disabled_at.unwrap_or(now));
        self.version += 1;
        Ok(self)
    }

    /// Whether an invitation as that changes anything: it opens what is closed and raises, but never lowers. Somebody
    /// else could have put it into the browser to take a duty away.
    pub fn takes(&self, invited: Duty) -> bool {
        self.disabled_at.is_some() || invited > self.user.duty
    }

    /// Whether it is that of an operator, and open. Only then do the invitations that they made lead in.
    pub fn is_operating(&self) -> bool {
        self.user.duty == Duty::Operator && self.disabled_at.is_none()
    }

    /// The account of somebody who took an invitation although they had one already: it gets the duty, and is open again. A closed
    /// account is opened only by an invitation that was made after the closing: whoever closed it meant those before, too.
    ///
    /// # Errors
    /// [`SignInProblem::Disabled`] when the invitation is not newer than the closing.
    pub fn invited(mut self, duty: Duty, made_at: Time) -> Result<Account, SignInProblem> {
        if self.disabled_at.is_some_and(|closed| made_at <= closed) {
            return Err(SignInProblem::Disabled);
        }
        self.user.duty = duty;
        self.disabled_at = None;
        self.version += 1;
        Ok(self)
    }
}

/// When a session ends if nothing more is asked for in it.
pub fn session_ends(seen_at: Time, expires_at: Time) -> Time {
    let idle = Time::from_millis(seen_at.millis().saturating_add(IDLE_S * 1_000));
    idle.min(expires_at)
}

/// Why somebody who came back from their provider is not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SignInProblem {
    /// They said no there, or went back, or the provider does not let them in here.
    Cancelled,
    /// The provider refused, or gave an answer that is none.
    Provider,
    /// The provider does not answer.
    Unreachable,
    /// It took too long, was begun in another browser, or was used already.
    Expired,
    /// The answer does not belong to what was asked, or is not signed by whom it should be.
    Mismatch,
    /// Nobody here has that account of the provider.
    UnknownAccount,
    /// The account is closed.
    Disabled,
    /// The invitation was used, taken back, or is too old.
    InvitationEnded,
    /// The store did not answer.
    Unavailable,
}

impl SignInProblem {
    /// All of them.
    pub const ALL: [SignInProblem; 9] = [
        SignInProblem::Cancelled,
        SignInProblem::Provider,
        SignInProblem::Unreachable,
        SignInProblem::Expired,
        SignInProblem::Mismatch,
        SignInProblem::UnknownAccount,
        SignInProblem::Disabled,
        SignInProblem::InvitationEnded,
        SignInProblem::Unavailable,
    ];

    /// The word in the address of the sign-in page.
    pub fn word(self) -> &'static str {
        match self {
            SignInProblem::Cancelled => "cancelled",
            SignInProblem::Provider => "provider",
            SignInProblem::Unreachable => "unreachable",
            SignInProblem::Expired => "expired",
            SignInProblem::Mismatch => "mismatch",
            SignInProblem::UnknownAccount => "unknown_account",
            SignInProblem::Disabled => "disabled",
            SignInProblem::InvitationEnded => "invitation_ended",
            SignInProblem::Unavailable => "unavailable",
        }
    }

    /// The one with that word.
    pub fn parse(word: &str) -> Option<SignInProblem> {
        SignInProblem::ALL
            .into_iter()
            .find(|problem| problem.word() == word)
    }
}

/// Whether that may be used as an address to go back to: a path of this server, and never another site.
pub fn is_local_path(path: &str) -> bool {
    // Browsers read a backslash as a slash and skip tabs and line ends: both would lead elsewhere.
    let plain = path
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    path.len() <= 1_000 && path.starts_with('/') && !path.starts_with("//") && plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(id: &str) -> Account {
        Account::new(User {
            id: UserId::parse(id).unwrap(),
            name: String::new(),
            organisation: String::new(),
            duty: Duty::Applicant,
        })
    }

    #[test]
    fn nobody_changes_their_own_account() {
        let (me, now) = (UserId::parse("op").unwrap(), Time::from_millis(7));
        let own = account("op").changed(&me, Duty::Applicant, true, now);
        assert_eq!(own, Err(WhyNot::OwnAccount));
        let other = account("x")
            .changed(&me, Duty::Reviewer, true, now)
            .unwrap();
        assert_eq!(
            (other.user.duty, other.disabled_at, other.version),
            (Duty::Reviewer, Some(now), 2)
        );
        let later = other
            .changed(&me, Duty::Reviewer, true, Time::from_millis(9))
            .unwrap();
        assert_eq!(later.disabled_at, Some(now), "since when stays");
    }

    #[test]
    fn a_closed_account_is_opened_only_by_an_invitation_from_afterwards() {
        let at = Time::from_millis;
        let closed = Account {
            disabled_at: Some(at(7)),
            ..account("x")
        };
        for made_at in [at(3), at(7)] {
            let refused = closed.clone().invited(Duty::Operator, made_at);
            assert_eq!(refused, Err(SignInProblem::Disabled));
        }
        let opened = closed.invited(Duty::Operator, at(8)).unwrap();
        assert!(opened.is_operating());
        assert_eq!(opened.version, 2);
        let moved = account("y").invited(Duty::Reviewer, at(0)).unwrap();
        assert_eq!(
            (moved.user.duty, moved.is_operating()),
            (Duty::Reviewer, false)
        );
    }

    #[test]
    fn an_invitation_opens_and_raises_but_never_lowers() {
        use Duty::{Applicant, Operator, Reviewer};
        let mut one = account("x");
        for (duty, invited, takes) in [
            (Applicant, Applicant, false),
            (Applicant, Reviewer, true),
            (Reviewer, Applicant, false),
            (Reviewer, Operator, true),
            (Operator, Reviewer, false),
        ] {
            one.user.duty = duty;
            one.disabled_at = None;
            assert_eq!(one.takes(invited), takes, "{duty:?} {invited:?}");
            one.disabled_at = Some(Time::from_millis(1));
            assert!(one.takes(invited), "a closed one is opened");
        }
    }

    #[test]
    fn a_session_ends_by_whichever_comes_first() {
        let at = Time::from_millis;
        assert_eq!(session_ends(at(0), at(IDLE_S * 2_000)), at(IDLE_S * 1_000));
        assert_eq!(session_ends(at(0), at(5)), at(5));
    }

    #[test]
    fn only_a_path_of_this_server_is_local() {
        for good in ["/", "/channels?q=%EA%B0%80", "/a//b"] {
            assert!(is_local_path(good), "{good}");
        }
        for bad in [
            "",
            "x",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "/a b",
            "/가",
            "/\n",
            "\\\\evil.example",
            "javascript:alert(1)",
        ] {
            assert!(!is_local_path(bad), "{bad:?}");
        }
    }

    #[test]
    fn every_problem_has_a_word_of_its_own() {
        for problem in SignInProblem::ALL {
            assert_eq!(SignInProblem::parse(problem.word()), Some(problem));
        }
        assert_eq!(SignInProblem::parse("?"), None);
    }
}
