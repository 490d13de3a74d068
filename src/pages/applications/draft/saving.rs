//! How a draft saves itself: 800 ms after the last input, when a field or the page is left, one save at a time, and never in the
//! middle of a syllable. What cannot be sent stays in this browser until it can.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use contract::body::ApplicationDetail;
use contract::{Failure, Kind, Tagged};
use domain::draft::{Kept, Parcel, Saver};
use domain::form::Form;
use domain::merge::changed;
use domain::policy::{Operation, may};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::engine::Engine;
use super::keeping::now;
use super::{Draft, SaveState};

/// What the backend would say where nobody is signed in.
fn signed_out() -> Failure {
    Failure::Api(Box::new(
        Kind::SignIn.into_error(String::new(), String::new()),
    ))
}

/// How long after the last input a draft is saved.
pub(super) const PAUSE: Duration = Duration::from_millis(800);
/// How long to wait before trying again when the backend did not answer.
const AGAIN: Duration = Duration::from_secs(10);

impl Draft {
    /// Something was typed: this browser has it at once, the store after a pause.
    pub(super) fn edited(self) {
        let kept = self.keep(false);
        if self.engine.with_value(Option::is_none) {
            return;
        }
        self.state.maybe_update(|state| {
            let waits =
                matches!(state, SaveState::Saving) || kept && matches!(state, SaveState::Local);
            if !waits {
                *state = SaveState::Saving;
            }
            !waits
        });
        self.save_after(PAUSE);
    }

    /// Saves now what has to be saved, unless a save is on its way: then what is left follows it.
    pub fn save_now(self) {
        let engine = self.engine.try_get_value().flatten();
        let composing = self.composing.try_get_value().unwrap_or_default();
        let (Some(engine), false) = (engine, composing) else {
            return;
        };
        self.stop_timer();
        if !self.editable.get_untracked() {
            return;
        }
        if !engine.may_send() {
            return self.wait_for_author();
        }
        let parcel = self.form.with_untracked(|mine| {
            self.saver
                .try_update_value(|saver| saver.next(mine))
                .flatten()
        });
        match parcel {
            Some(parcel) => {
                self.state.maybe_update(|state| {
                    let quiet = matches!(state, SaveState::Saving | SaveState::Local);
                    if !quiet {
                        *state = SaveState::Saving;
                    }
                    !quiet
                });
                spawn_local(self.send(engine, parcel));
            }
            None if !self.saver.with_value(Saver::is_sending) => self.rest(),
            None => {}
        }
    }

    /// Nobody is signed in, or somebody else: what was typed waits in this browser for whoever typed it.
    fn wait_for_author(self) {
        if self.is_behind() {
            self.state.set(if self.keep(false) {
                SaveState::Local
            } else {
                SaveState::Failed(signed_out())
            });
        }
    }

    /// Somebody asks for it to be saved: without a session they are asked to sign in.
    pub fn try_again(self) {
        if let Some(engine) = self.engine.try_get_value().flatten() {
            engine.api.sign_in_again();
            self.save_now();
        }
    }

    /// Saves, and waits until there is nothing left to save or it could not be saved. Gives the version that the store then has.
    pub async fn saved(self) -> Option<u64> {
        self.save_now();
        poll_fn(|context| {
            let sending = self.saver.try_with_value(Saver::is_sending);
            let waits = sending == Some(true) || self.composing.try_get_value() == Some(true);
            if waits {
                let _ = self
                    .wakers
                    .try_update_value(|wakers| wakers.push(context.waker().clone()));
                Poll::Pending
            } else {
                Poll::Ready(())
            }
        })
        .await;
        let version = self.saver.try_with_value(Saver::version)?;
        (!self.is_behind() && self.conflicts.with_untracked(Vec::is_empty)).then_some(version)
    }

    async fn send(self, engine: Engine, parcel: Parcel) {
        let answer = engine.save(parcel).await;
        if self.form.is_disposed() {
            engine.finish(answer).await;
            return;
        }
        match engine.api.note(answer) {
            Ok(reply) => self.took(reply),
            Err(failure) => match failure.kind() {
                Some(Kind::Stale { .. } | Kind::WrongState { .. } | Kind::Forbidden { .. }) => {
                    self.catch_up(&engine, Some(failure)).await;
                }
                _ => self.failed(failure),
            },
        }
        self.wake();
    }

    /// The store took it.
    fn took(self, reply: Tagged<ApplicationDetail>) {
        let Tagged { body, version, .. } = reply;
        let saved = body.application.form.clone();
        let shown = self.form.with_untracked(|mine| {
            self.saver
                .try_update_value(|saver| saver.accepted(mine, saved, version))
        });
        self.show(body, shown);
        if self.is_behind() {
            if self.timer.with_value(Option::is_none) || !self.wakers.with_value(Vec::is_empty) {
                self.save_now();
            }
        } else {
            self.rest();
            self.state.set(SaveState::Saved(Some(now())));
        }
    }

    /// Somebody else changed it meanwhile: brings both together, or stops where it may no longer be edited.
    async fn catch_up(self, engine: &Engine, why: Option<Failure>) {
        let answer = engine.api.note(
            engine
                .api
                .client()
                .application_get(engine.place.application())
                .await,
        );
        if self.form.is_disposed() {
            return;
        }
        let Tagged { body, version, .. } = match answer {
            Ok(reply) => reply,
            Err(failure) => return self.failed(failure),
        };
        let theirs = body.application.form.clone();
        if !body.application.status.is_editable() || !may(Operation::ApplicationSave, body.role) {
            self.saver.update_value(Saver::refused);
            self.keep(true);
            self.kept_back.set(self.to_keep().into_iter().collect());
            self.show(body, Some(theirs));
            self.state.set(SaveState::Saved(None));
            return;
        }
        if version == self.saver.with_value(Saver::version) {
            // Nothing newer than what was known: refused for another reason, which is the one to show.
            return why.map_or((), |why| self.failed(why));
        }
        if self.would_disturb(&theirs) {
            // The text under the caret would change: that waits until the field is left, which saves again.
            self.saver.update_value(Saver::refused);
            return;
        }
        let who = body.names.get(&body.application.changed_by).cloned();
        let shown = self.form.with_untracked(|mine| {
            self.saver
                .try_update_value(|saver| saver.overtaken(mine, theirs, version))
        });
        self.show(body, shown);
        self.show_conflicts();
        self.merged_with.set(who);
        if self.is_behind() {
            self.save_now();
        } else {
            self.rest();
        }
    }

    /// Asks the backend how things stand, and brings in what somebody else did.
    pub async fn refresh(self) {
        if let Some(engine) = self.engine.try_get_value().flatten() {
            self.catch_up(&engine, None).await;
        }
    }

    /// Whether bringing theirs in would rewrite the field that has focus. Somebody who waits for the save to
    /// finish, or looks at another window, is not typing.
    fn would_disturb(self, theirs: &Form) -> bool {
        let away = !document().has_focus().unwrap_or(true);
        if away || !self.wakers.with_value(Vec::is_empty) {
            return false;
        }
        let Some(focused) = document()
            .active_element()
            .map(|element| element.id())
            .filter(|id| !id.is_empty())
        else {
            return false;
        };
        let fields = self.form.with_untracked(|mine| {
            self.saver
                .with_value(|saver| changed(mine, &saver.would_show(mine, theirs)))
        });
        fields
            .iter()
            .map(domain::subject::Field::anchor)
            .any(|anchor| {
                focused
                    .strip_prefix(&anchor)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            })
    }

    /// It could not be saved: this browser keeps it, and it is tried again where that can help.
    fn failed(self, failure: Failure) {
        let unknown = matches!(failure, Failure::Offline | Failure::Garbled { .. });
        self.saver.update_value(|saver| {
            if unknown {
                saver.unanswered();
            } else {
                saver.refused();
            }
        });
        let kept = self.keep(false);
        let again = match failure.kind() {
            None | Some(Kind::Internal | Kind::Unavailable | Kind::Unknown) => Some(AGAIN),
            Some(Kind::TooMany { wait_s }) => Some(Duration::from_secs((*wait_s).into())),
            _ => None,
        };
        if let Some(after) = again {
            self.save_after(after);
        }
        let waits = matches!(failure.kind(), Some(Kind::SignIn | Kind::OtherUser));
        let local = kept && (waits || failure == Failure::Offline);
        self.state.set(if local {
            SaveState::Local
        } else {
            SaveState::Failed(failure)
        });
    }

    /// Shows what the backend says now, and the form that came of it where it differs.
    fn show(self, detail: ApplicationDetail, form: Option<Form>) {
        self.detail.set(detail);
        if let Some(form) = form {
            self.form.maybe_update(|shown| {
                let differs = *shown != form;
                *shown = form;
                differs
            });
        }
        if self.editable.get_untracked() {
            self.keep(false);
        }
    }

    pub(super) fn show_conflicts(self) {
        self.conflicts
            .set(self.saver.with_value(|saver| saver.conflicts().to_vec()));
    }

    /// Nothing is left to save.
    fn rest(self) {
        self.state.maybe_update(|state| {
            let rested = matches!(state, SaveState::Saved(_));
            if !rested {
                *state = SaveState::Saved(Some(now()));
            }
            !rested
        });
        self.wake();
    }

    fn wake(self) {
        let wakers = self.wakers.try_update_value(std::mem::take);
        wakers
            .into_iter()
            .flatten()
            .for_each(std::task::Waker::wake);
    }

    pub(super) fn is_behind(self) -> bool {
        let behind = |mine: &Form| self.saver.try_with_value(|saver| saver.is_behind(mine));
        self.form
            .try_with_untracked(behind)
            .flatten()
            .unwrap_or_default()
    }

    /// Keeps in this browser what the store does not have. Says whether it could.
    pub(super) fn keep(self, left: bool) -> bool {
        let Some(engine) = self.engine.try_get_value().flatten() else {
            return false;
        };
        if self.form.is_disposed() {
            return true;
        }
        engine.place.keep(self.to_keep(), left)
    }

    /// What the store does not have.
    fn to_keep(self) -> Option<Kept> {
        let to_keep = |mine: &Form| self.saver.try_with_value(|saver| saver.to_keep(mine));
        self.form.try_with_untracked(to_keep).flatten().flatten()
    }

    pub(super) fn save_after(self, pause: Duration) {
        self.stop_timer();
        let wait = move || {
            let _ = self.timer.try_update_value(Option::take);
            self.save_now();
        };
        self.timer
            .set_value(set_timeout_with_handle(wait, pause).ok());
    }

    pub(super) fn stop_timer(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}
