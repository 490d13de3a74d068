//! How a draft begins and ends: what this browser had kept is taken up, and what is not saved yet is sent on when the form is left.

use contract::Tagged;
use contract::body::ApplicationDetail;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::engine::Engine;
use super::keeping::{Left, Place};
use super::saving::PAUSE;
use super::{Draft, SaveState};
use crate::api::use_api;
use crate::session::use_session;

impl Draft {
    /// A draft that saves itself, with whatever this browser had kept of it.
    pub fn open(answer: Tagged<ApplicationDetail>) -> Draft {
        let draft = Draft::detached(answer);
        let (api, session) = (use_api(), use_session());
        let Some(me) = untrack(|| session.me()) else {
            return draft;
        };
        let engine = Engine {
            api: api.clone(),
            place: Place::new(draft.id(), me.user.id),
        };
        session.send_before_leaving(move || {
            Box::pin(async move {
                draft.saved().await;
            })
        });
        draft.engine.set_value(Some(engine.clone()));
        draft.take_up(&engine);
        draft.listen();
        // An effect, because saving goes on by itself once somebody has signed in again.
        Effect::new(move |before: Option<bool>| {
            let expired = api.expired.get();
            if before == Some(true) && !expired {
                draft.save_now();
            }
            expired
        });
        on_cleanup(move || draft.leave());
        draft
    }

    /// Takes up what earlier openings left in this browser.
    fn take_up(self, engine: &Engine) {
        let left = engine.place.left_behind();
        if left.is_empty() {
            return;
        }
        if !self.editable.get_untracked() {
            let kept = left.into_iter().map(|one| one.kept);
            self.kept_back.set(kept.collect());
            return;
        }
        for one in &left {
            let shown = self.form.with_untracked(|form| {
                self.saver
                    .try_update_value(|saver| saver.take_up(form, &one.kept))
            });
            if let Some(form) = shown {
                self.form.set(form);
            }
        }
        self.show_conflicts();
        if self.keep(false) {
            left.iter().for_each(Left::forget);
        }
        if self.is_behind() {
            self.state.set(SaveState::Saving);
            self.save_after(PAUSE);
        }
    }

    /// Listens to what happens around the form.
    fn listen(self) {
        let handles = [
            window_event_listener(ev::focusout, move |_| self.save_now()),
            window_event_listener(ev::compositionstart, move |_| {
                self.composing.set_value(true);
            }),
            window_event_listener(ev::compositionend, move |_| {
                self.composing.set_value(false);
                if self.is_behind() {
                    self.save_after(PAUSE);
                }
            }),
            window_event_listener(ev::online, move |_| self.save_now()),
            window_event_listener_untyped("visibilitychange", move |_| {
                if document().hidden() {
                    self.save_now();
                }
            }),
            window_event_listener_untyped("pagehide", move |_| {
                self.keep(true);
                self.save_now();
            }),
        ];
        on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    }

    /// The form is being left: what is not saved yet is kept here and sent on.
    fn leave(self) {
        self.stop_timer();
        let Some(engine) = self.engine.try_get_value().flatten() else {
            return;
        };
        if !self.editable.get_untracked() {
            return;
        }
        // What was forgotten on purpose, at signing out, is not kept anew.
        if engine.place.read().is_some() {
            self.keep(true);
        }
        let parcel = self
            .form
            .try_with_untracked(|mine| self.saver.try_update_value(|saver| saver.next(mine)))
            .flatten()
            .flatten();
        if let (true, Some(parcel)) = (engine.may_send(), parcel) {
            spawn_local(async move {
                let answer = engine.save(parcel).await;
                engine.finish(answer).await;
            });
        }
    }
}
