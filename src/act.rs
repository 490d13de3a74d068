//! An act with an effect on the server: busy while it is under way, never begun twice, one key until it is known what came of it.

use std::future::Future;

use contract::{Client, Failure, Kind, Tagged};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, fresh_key, use_api};

/// One button's act. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Act {
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    /// Why it did not work the last time; shown beside the button.
    pub failure: RwSignal<Option<Failure>>,
    key: StoredValue<String>,
    api: StoredValue<Api>,
}

/// An act that was not begun yet.
pub fn use_act() -> Act {
    Act {
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
        key: StoredValue::new(fresh_key()),
        api: StoredValue::new(use_api()),
    }
}

impl Act {
    /// Begins the act, unless it is under way. `call` gets the key that makes a repetition harmless: it stays the same as long as
    /// it is not known whether the act happened. `end` is not called when the screen is gone by then.
    pub fn run<T, F>(
        self,
        call: impl FnOnce(Client, String) -> F,
        end: impl FnOnce(Result<Tagged<T>, Failure>) + 'static,
    ) where
        T: 'static,
        F: Future<Output = Result<Tagged<T>, Failure>> + 'static,
    {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let api = self.api.get_value();
        let answer = call(api.client(), self.key.get_value());
        spawn_local(async move {
            let answer = api.note(answer.await);
            if self.busy.try_set(false).is_some() {
                return;
            }
            let failure = answer.as_ref().err();
            if failure.is_none_or(Failure::is_final) {
                self.key.set_value(fresh_key());
            }
            if failure.and_then(Failure::kind) == Some(&Kind::SignIn) {
                // Whoever presses a button wants it done, also after they had put signing in off.
                api.sign_in_again();
            }
            self.failure.set(failure.cloned());
            end(answer);
        });
    }
}
