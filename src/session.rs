//! Who is signed in.

use contract::body::Me;
use contract::{Failure, Kind, Tagged};
use domain::policy::{Operation, may_by_duty};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, forget_early, use_api};

/// What is known about who is signed in.
#[derive(Clone, PartialEq)]
pub enum Who {
    /// Not known yet.
    Asking,
    /// Nobody.
    Nobody,
    /// Somebody.
    Somebody(Me),
    /// It could not be found out.
    Failed(Failure),
}

/// The session in context.
#[derive(Clone, Copy)]
pub struct Session {
    who: RwSignal<Who>,
}

/// Provides the session and asks who is signed in.
pub fn provide_session() {
    let session = Session {
        who: RwSignal::new(Who::Asking),
    };
    provide_context(session);
    session.ask(use_api());
}

/// The session.
///
/// # Panics
/// Outside the console's root, which always provides it.
pub fn use_session() -> Session {
    expect_context()
}

impl Session {
    /// Who; tracked.
    pub fn who(self) -> Who {
        self.who.get()
    }

    /// The one signed in, if there is one; tracked.
    pub fn me(self) -> Option<Me> {
        self.who.with(|who| {
            if let Who::Somebody(me) = who {
                Some(me.clone())
            } else {
                None
            }
        })
    }

    /// Whether the one signed in may do that without any role; tracked.
    fn may(self, operation: Operation) -> bool {
        let me = self.me();
        me.is_some_and(|me| may_by_duty(operation, me.user.duty))
    }

    /// Whether the one signed in reviews; tracked.
    pub fn is_reviewer(self) -> bool {
        self.may(Operation::ReviewList)
    }

    /// Whether the one signed in looks after the installation; tracked.
    pub fn is_operator(self) -> bool {
        self.may(Operation::UserList)
    }

    /// Asks the backend.
    pub fn ask(self, api: Api) {
        spawn_local(async move {
            let answer = api.client().me_get().await;
            self.take(answer);
            if self
                .who
                .with_untracked(|who| matches!(who, Who::Somebody(_)))
            {
                api.expired.set(false);
            }
        });
    }

    /// Takes over an answer that says who is signed in.
    pub fn take(self, answer: Result<Tagged<Me>, Failure>) {
        self.who.set(match answer {
            Ok(me) => Who::Somebody(me.body),
            Err(failure) if failure.kind() == Some(&Kind::SignIn) => {
                forget_early();
                Who::Nobody
            }
            Err(failure) => Who::Failed(failure),
        });
    }

    /// Forgets who was signed in.
    pub fn clear(self) {
        self.who.set(Who::Nobody);
    }
}
