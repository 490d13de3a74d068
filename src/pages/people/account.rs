//! An account while it is changed: what was chosen, what the backend has, and which question is open.

use contract::body::{Page as Rows, PeopleQuery, PersonDraft, PersonRow};
use contract::{Failure, Kind};
use domain::role::Duty;
use leptos::prelude::*;
use text::Lang;
use text::screens::people;

use crate::act::{Act, use_act};
use crate::api::with_version;
use crate::data::Loaded;

/// A duty as the form calls it, and as people read it.
type Named = (&'static str, Duty, fn(Lang) -> &'static str);

/// The duties that can be chosen.
pub(super) const DUTIES: [Named; 3] = [
    ("applicant", Duty::Applicant, people::duty_applicant),
    ("reviewer", Duty::Reviewer, people::duty_reviewer),
    ("operator", Duty::Operator, people::duty_operator),
];

/// Where the dialog is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Something is chosen.
    Choose,
    /// What follows from saving is shown first.
    Save,
    /// What follows from signing them out is shown first.
    SignOut,
}

/// What was done, in words with their name.
type OnDone = Callback<fn(Lang, &str) -> String>;

/// The form. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// The account as the backend told it last.
    pub(super) row: RwSignal<PersonRow>,
    /// The chosen duty, as the form calls it.
    pub(super) duty: RwSignal<String>,
    /// Whether the account is to be closed.
    pub(super) closed: RwSignal<bool>,
    pub(super) step: RwSignal<Step>,
    pub(super) open: RwSignal<bool>,
    /// Whether another operator was faster: then `row` is newer than the list.
    pub(super) overtaken: RwSignal<bool>,
    pub(super) save: Act,
    /// Asks what the account is like now.
    pub(super) look: Act,
    pub(super) out: Act,
    all: Loaded<Rows<PersonRow>>,
    on_done: OnDone,
}

impl Form {
    pub(super) fn new(row: PersonRow, all: Loaded<Rows<PersonRow>>, on_done: OnDone) -> Form {
        Form {
            duty: RwSignal::new(String::new()),
            closed: RwSignal::new(false),
            row: RwSignal::new(row),
            step: RwSignal::new(Step::Choose),
            open: RwSignal::new(false),
            overtaken: RwSignal::new(false),
            save: use_act(),
            look: use_act(),
            out: use_act(),
            all,
            on_done,
        }
    }

    /// Opens the dialog on the account as it is: what was chosen before and cancelled is forgotten.
    pub(super) fn begin(self) {
        self.row.with_untracked(|row| {
            let found = DUTIES.iter().find(|(_, duty, _)| *duty == row.duty);
            self.duty
                .set(found.map_or("", |(word, ..)| word).to_owned());
            self.closed.set(row.disabled_at.is_some());
        });
        for act in [self.save, self.look, self.out] {
            act.failure.set(None);
        }
        self.step.set(Step::Choose);
        self.overtaken.set(false);
        self.open.set(true);
    }

    /// What was chosen; tracked.
    pub(super) fn draft(self) -> PersonDraft {
        let word = self.duty.get();
        let found = DUTIES.iter().find(|(name, ..)| *name == word);
        PersonDraft {
            duty: found.map_or(Duty::Applicant, |(_, duty, _)| *duty),
            disabled: self.closed.get(),
        }
    }

    /// Saves, or first shows what follows.
    pub(super) fn ask_or_save(self) {
        let draft = untrack(|| self.draft());
        if self.row.with_untracked(|row| is_grave(row, &draft)) {
            self.step.set(Step::Save);
        } else {
            self.save();
        }
    }

    pub(super) fn save(self) {
        let draft = untrack(|| self.draft());
        let (id, version) = self.row.with_untracked(|row| (row.id.clone(), row.version));
        let sent = draft.clone();
        self.look.failure.set(None);
        self.save.run(
            move |client, _| async move {
                client.user_update(&id, &sent, with_version(version)).await
            },
            move |answer| match answer {
                Ok(_) => self.saved(),
                Err(failure) if is_stale(&failure) => self.look_again(draft),
                // Shown in the dialog.
                Err(_) => {}
            },
        );
    }

    /// Somebody was faster, or it was this very wish, whose answer was lost: then it is done.
    fn look_again(self, draft: PersonDraft) {
        let id = self.row.with_untracked(|row| row.id.clone());
        let query = PeopleQuery {
            q: id.to_string(),
            cursor: None,
        };
        self.look.run(
            move |client, _| async move { client.user_list(&query).await },
            move |answer| {
                let found = answer.ok().and_then(|answer| {
                    let rows = answer.body.rows;
                    rows.into_iter().find(|row| row.id == id)
                });
                let Some(now) = found else { return };
                self.save.failure.set(None);
                if is_so(&now, &draft) {
                    self.saved();
                    return;
                }
                self.row.set(now);
                self.step.set(Step::Choose);
                self.overtaken.set(true);
            },
        );
    }

    fn saved(self) {
        self.overtaken.set(false);
        self.open.set(false);
        self.on_done.run(people::saved);
        self.all.reload();
    }

    pub(super) fn sign_out(self) {
        let id = self.row.with_untracked(|row| row.id.clone());
        self.out.run(
            move |client, _| async move { client.user_sign_out(&id).await },
            move |answer| {
                if answer.is_ok() {
                    self.open.set(false);
                    self.on_done.run(people::signed_out);
                }
            },
        );
    }
}

fn is_stale(failure: &Failure) -> bool {
    matches!(failure.kind(), Some(Kind::Stale { .. }))
}

fn is_so(row: &PersonRow, draft: &PersonDraft) -> bool {
    row.duty == draft.duty && row.disabled_at.is_some() == draft.disabled
}

fn closes(row: &PersonRow, draft: &PersonDraft) -> bool {
    draft.disabled && row.disabled_at.is_none()
}

fn empowers(row: &PersonRow, draft: &PersonDraft) -> bool {
    draft.duty == Duty::Operator && row.duty != Duty::Operator
}

/// Whether it has to be asked about a second time.
fn is_grave(row: &PersonRow, draft: &PersonDraft) -> bool {
    closes(row, draft) || empowers(row, draft)
}

/// What the button says that saves such a change.
pub(super) fn confirm_button(row: &PersonRow, draft: &PersonDraft) -> fn(Lang) -> &'static str {
    if closes(row, draft) {
        people::close_button
    } else {
        people::operator_button
    }
}

/// What follows from that step, most important first.
pub(super) fn consequences(
    step: Step,
    row: &PersonRow,
    draft: &PersonDraft,
) -> Vec<fn(Lang) -> &'static str> {
    let mut lines: Vec<fn(Lang) -> &'static str> = Vec::new();
    if step == Step::SignOut {
        return vec![people::effect_sign_out, people::effect_unsent];
    }
    if closes(row, draft) {
        lines.extend([
            people::effect_closed as fn(Lang) -> &'static str,
            people::effect_heads,
        ]);
    }
    if empowers(row, draft) {
        lines.push(people::effect_operator);
    }
    lines.push(people::effect_sign_out);
    lines
}

/// An account in a few words: what somebody is, and whether it is open.
pub(super) fn described(lang: Lang, duty: Duty, closed: bool) -> String {
    let state = if closed {
        people::state_closed(lang)
    } else {
        people::state_open(lang)
    };
    format!("{} · {state}", text::duty(lang, duty))
}
