//! Why a call did not give what it should, and what that says about a repetition.

use crate::error::{ApiError, Kind};

/// Why a call did not give what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The server said why.
    Api(Box<ApiError>),
    /// No answer: offline, or nothing listens there. Whether something happened is not known.
    Offline,
    /// An answer that makes no sense: a proxy's page, or another version.
    Garbled {
        /// Its status.
        status: u16,
    },
}

impl Failure {
    /// What the server said, if it said something.
    pub fn kind(&self) -> Option<&Kind> {
        if let Failure::Api(error) = self {
            Some(&error.kind)
        } else {
            None
        }
    }

    /// Whether it is known that nothing came of the call and nothing will: a repetition is then a new intention, with a new key.
    pub fn is_final(&self) -> bool {
        !matches!(
            self.kind(),
            None | Some(
                Kind::SignIn
                    | Kind::OtherUser
                    | Kind::Internal
                    | Kind::Unavailable
                    | Kind::TooMany { .. }
                    | Kind::Unknown
            )
        )
    }

    /// Whether what was asked for may have happened all the same: the answer got lost, or broke off after the change was written.
    pub fn may_have_happened(&self) -> bool {
        matches!(
            self.kind(),
            None | Some(Kind::Internal | Kind::Unavailable | Kind::Unknown)
        )
    }

    /// After how many seconds it is worth asking again, where the server said so.
    pub fn wait_s(&self) -> Option<u32> {
        let Failure::Api(error) = self else {
            return None;
        };
        if let Kind::TooMany { wait_s } = error.kind {
            Some(wait_s)
        } else {
            error.retry_after_s
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn api(kind: Kind) -> Failure {
        Failure::Api(Box::new(kind.into_error(String::new(), String::new())))
    }

    #[test]
    fn a_key_is_used_up_only_when_nothing_can_come_of_it_any_more() {
        for open in [
            Failure::Offline,
            Failure::Garbled { status: 502 },
            api(Kind::Unavailable),
            api(Kind::Internal),
            api(Kind::SignIn),
            api(Kind::TooMany { wait_s: 1 }),
        ] {
            assert!(!open.is_final(), "{open:?}");
        }
        for over in [
            api(Kind::Stale { version: 2 }),
            api(Kind::KeyReused),
            api(Kind::NotFound),
        ] {
            assert!(over.is_final() && !over.may_have_happened(), "{over:?}");
        }
        assert!(api(Kind::Unavailable).may_have_happened());
        let refused = api(Kind::TooMany { wait_s: 1 });
        assert!(!refused.may_have_happened(), "it was turned away");
    }

    #[test]
    fn how_long_to_wait_stands_in_the_body_or_beside_it() {
        assert_eq!(api(Kind::TooMany { wait_s: 7 }).wait_s(), Some(7));
        assert_eq!(api(Kind::Unavailable).wait_s(), None);
        let mut error = Kind::Unavailable.into_error(String::new(), String::new());
        error.retry_after_s = Some(2);
        assert_eq!(Failure::Api(Box::new(error)).wait_s(), Some(2));
        assert_eq!(Failure::Offline.wait_s(), None);
    }
}
