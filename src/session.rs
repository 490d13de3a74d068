//! Who is signed in.

use std::sync::Arc;

use contract::body::Me;
use contract::transport::Local;
use contract::{Failure, Kind, Tagged};
use domain::id::UserId;
use domain::policy::{Operation, may_by_duty};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::shell;
use ui::use_announcer;

use crate::api::{Api, forget_early, use_api};
use crate::lang::use_lang;

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

/// Sends what was typed last, and ends when it has arrived or could not be sent.
type Sending = Arc<dyn Fn() -> Local<()> + Send + Sync>;

/// The session in context.
#[derive(Clone, Copy)]
pub struct Session {
    who: RwSignal<Who>,
    user: RwSignal<Option<UserId>>,
    /// Why whoever asked again whether they are signed in is still not.
    doubt: RwSignal<Option<Failure>>,
    sending: StoredValue<Option<Sending>>,
}

/// Provides the session and asks who is signed in.
pub fn provide_session() {
    let (api, lang, announcer) = (use_api(), use_lang(), use_announcer());
    let session = Session {
        who: RwSignal::new(Who::Asking),
        user: api.user,
        doubt: RwSignal::new(None),
        sending: StoredValue::new(None),
    };
    provide_context(session);
    session.ask(api.clone());
    // An effect, because the backend is asked: another tab has signed somebody else in.
    Effect::new(move || {
        if !api.displaced.get() {
            return;
        }
        api.displaced.set(false);
        let (api, before) = (api.clone(), api.user.get_untracked());
        spawn_local(async move {
            session.find_out(&api).await;
            if let Some(me) =
                untrack(|| session.me()).filter(|me| Some(&me.user.id) != before.as_ref())
            {
                announcer.announce(shell::switched(lang.get_untracked(), &me.user.name));
            }
        });
    });
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

    /// Why whoever asked again whether they are signed in is still not; tracked.
    pub fn doubt(self) -> Option<Failure> {
        self.doubt.get()
    }

    /// Asks the backend.
    pub fn ask(self, api: Api) {
        spawn_local(async move { self.find_out(&api).await });
    }

    /// Asks the backend who is signed in, whoever that is. Where somebody is known, a failure changes nothing of what is shown: what was
    /// typed stays, and only the session may turn out to have ended.
    async fn find_out(self, api: &Api) {
        let known = api.user.with_untracked(Option::is_some);
        let had_expired = api.expired.get_untracked();
        self.doubt.set(None);
        let answer = api.client().speaking_for(None).me_get().await;
        let answer = if known { api.note(answer) } else { answer };
        if had_expired {
            self.doubt.set(answer.as_ref().err().cloned());
        }
        let is_in = answer.is_ok();
        self.take(answer);
        if is_in {
            api.expired.set(false);
        }
    }

    /// Takes over an answer that says who is signed in. Whoever is known goes by signing out, or when somebody else comes.
    pub fn take(self, answer: Result<Tagged<Me>, Failure>) {
        let known = self.user.try_get_untracked().flatten();
        let who = match answer {
            Ok(me) => {
                let me = me.body;
                if known.is_some_and(|known| known != me.user.id) {
                    forget_early();
                }
                self.user.set(Some(me.user.id.clone()));
                Who::Somebody(me)
            }
            Err(_) if known.is_some() => return,
            Err(failure) if failure.kind() == Some(&Kind::SignIn) => {
                forget_early();
                Who::Nobody
            }
            Err(failure) => Who::Failed(failure),
        };
        self.who.set(who);
    }

    /// Forgets who was signed in.
    pub fn clear(self) {
        forget_early();
        self.user.set(None);
        self.who.set(Who::Nobody);
    }

    /// What has to be sent before somebody signs out, as long as the present scope lives.
    pub fn send_before_leaving(self, send: impl Fn() -> Local<()> + Send + Sync + 'static) {
        self.sending.set_value(Some(Arc::new(send)));
        on_cleanup(move || self.sending.set_value(None));
    }

    /// Sends what was typed last. Afterwards the browser keeps what could not be sent, and nothing else.
    pub async fn send_what_is_left(self) {
        if let Some(send) = self.sending.get_value() {
            send().await;
        }
    }
}
