//! Signing out: what was typed last is sent first; what could not be sent is deleted only by whoever says so; and that it did not work is
//! said, because whoever goes away believes it did.

use contract::{Failure, Kind};
use domain::id::UserId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::shell;
use ui::{Button, ButtonKind, Dialog};

use crate::api::{Api, use_api};
use crate::kept;
use crate::lang::{say, tell};
use crate::parts::failure::FailureNote;
use crate::session::{Session, use_session};

/// What keeps somebody from having signed out.
#[derive(Clone, PartialEq)]
enum Hindrance {
    /// So many drafts are in this browser only.
    Unsent(usize),
    /// It did not work.
    Failed(Failure),
}

/// Signing out. Cheap to copy.
#[derive(Clone, Copy)]
pub struct SignOut {
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    hindrance: RwSignal<Option<Hindrance>>,
    open: RwSignal<bool>,
    session: Session,
    api: StoredValue<Api>,
}

/// Signing out, not begun yet.
pub fn use_sign_out() -> SignOut {
    SignOut {
        busy: RwSignal::new(false),
        hindrance: RwSignal::new(None),
        open: RwSignal::new(false),
        session: use_session(),
        api: StoredValue::new(use_api()),
    }
}

impl SignOut {
    /// Sends what was typed last, then signs out, unless something could not be sent.
    pub fn begin(self) {
        let Some(me) = self.start() else { return };
        spawn_local(async move {
            self.session.send_what_is_left().await;
            match kept::words_of(&me).len() {
                0 => self.end(&me).await,
                count => self.hinder(Hindrance::Unsent(count)),
            }
        });
    }

    /// Signs out, whatever this browser keeps.
    fn go_on(self) {
        let Some(me) = self.start() else { return };
        spawn_local(async move { self.end(&me).await });
    }

    /// Whose session it is, unless it is being ended already.
    fn start(self) -> Option<UserId> {
        let me = untrack(|| self.session.me())?.user.id;
        let busy = self.busy.get_untracked();
        self.busy.set(true);
        (!busy).then_some(me)
    }

    async fn end(self, me: &UserId) {
        let api = self.api.get_value();
        match api.note(api.client().sign_out().await) {
            Ok(_) => {
                kept::forget(me);
                self.session.clear();
            }
            // Signed out since, and somebody else in: who that is is being asked.
            Err(failure) if failure.kind() == Some(&Kind::OtherUser) => {
                kept::forget(me);
                let _ = self.open.try_set(false);
            }
            Err(failure) => self.hinder(Hindrance::Failed(failure)),
        }
        let _ = self.busy.try_set(false);
    }

    fn hinder(self, hindrance: Hindrance) {
        // The bar may be gone: another person's has come.
        if self.hindrance.try_set(Some(hindrance)).is_none() {
            self.busy.set(false);
            self.open.set(true);
        }
    }
}

/// The question, or that it did not work. Stands outside of the menu, which closes.
#[component]
pub fn SignOutDialog(out: SignOut) -> impl IntoView {
    let failed = Memo::new(move |_| matches!(out.hindrance.get(), Some(Hindrance::Failed(_))));
    let title = tell(move |lang| {
        if failed.get() {
            shell::not_signed_out_title(lang)
        } else {
            shell::unsent_title(lang)
        }
        .to_owned()
    });
    let body = move || match out.hindrance.get()? {
        Hindrance::Unsent(count) => {
            let words = tell(move |lang| shell::unsent(lang, count));
            Some(view! { <p>{move || words.get()}</p> }.into_any())
        }
        Hindrance::Failed(failure) => Some(
            view! {
                <FailureNote failure reading=true/>
                <p>{say(shell::not_signed_out)}</p>
            }
            .into_any(),
        ),
    };
    let act = move || {
        let (label, kind) = if failed.get() {
            (say(shell::retry_button), ButtonKind::Primary)
        } else {
            (say(shell::unsent_delete_button), ButtonKind::Danger)
        };
        view! { <Button label kind busy=out.busy on_press=move |()| out.go_on()/> }
    };
    view! {
        <Dialog open=out.open title safe_label=say(shell::stay_signed_in_button) alert=true actions=act>
            {body}
        </Dialog>
    }
}
