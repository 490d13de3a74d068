//! The draft of an application: what the person sees, what the check says about it, and how it saves itself.
//!
//! Every part of the form reads and edits it through [`use_draft`]. Nothing else holds a copy.

mod engine;
mod keeping;
mod opening;
mod saving;
mod still;

use std::collections::BTreeMap;
use std::task::Waker;

use contract::Tagged;
use contract::body::ApplicationDetail;
use domain::application::{Document, Status};
use domain::check::check_read;
use domain::draft::{Conflict, Kept, Saver};
use domain::finding::{Finding, Weight};
use domain::form::Form;
use domain::id::ApplicationId;
use domain::item::Item;
use domain::policy::{Operation, may};
use domain::proof::Readings;
use domain::questions;
use domain::review::{ItemVerdict, Verdict};
use domain::subject::{Field, Part};
use domain::time::Date;
use leptos::prelude::*;

use crate::lang::use_lang;
use crate::parts::findings::is_gap;
pub use crate::parts::save_state::SaveState;
use engine::Engine;

/// The draft that is open.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The form as the person sees it. Change it with [`Draft::edit`].
    pub form: RwSignal<Form>,
    /// What the backend says around it: facts, history, names, files. Its own copy of the form is the one that was saved last.
    pub detail: RwSignal<ApplicationDetail>,
    /// The form with what is known about app and channels.
    pub document: Memo<Document>,
    /// What the pasted texts say; read anew only when a text changes.
    pub readings: Memo<Readings>,
    /// The questions that matter now, and those about which the check has something to say.
    pub asked: Memo<Vec<Field>>,
    /// Whether the other questions are shown, too.
    pub others: RwSignal<bool>,
    /// Everything the check says, most important first.
    pub findings: Memo<Vec<Finding>>,
    /// Whether the person may edit at all.
    pub editable: Memo<bool>,
    /// What became of the last words typed.
    pub state: RwSignal<SaveState>,
    /// What two people wrote in the same place, and what was chosen.
    pub conflicts: RwSignal<Vec<Conflict>>,
    /// Whether somebody tried to submit: from then on what blocks stands at its field as an error.
    pub attempted: RwSignal<bool>,
    /// Who else's changes were brought together with these, last.
    pub merged_with: RwSignal<Option<String>>,
    /// What this browser keeps because the application can no longer be edited.
    pub kept_back: RwSignal<Vec<Kept>>,
    saver: StoredValue<Saver>,
    engine: StoredValue<Option<Engine>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    composing: StoredValue<bool>,
    wakers: StoredValue<Vec<Waker>>,
}

/// The draft of the page.
///
/// # Panics
/// Outside a page that provides one.
pub fn use_draft() -> Draft {
    expect_context()
}

/// The day in Seoul.
pub fn today() -> Date {
    keeping::now().date_in_seoul()
}

impl Draft {
    /// A draft that is not saved anywhere: for looking at one part of the form by itself.
    pub fn detached(answer: Tagged<ApplicationDetail>) -> Draft {
        let Tagged { body, version, .. } = answer;
        let form = RwSignal::new(body.application.form.clone());
        let saver = StoredValue::new(Saver::new(body.application.form.clone(), version));
        let detail = RwSignal::new(body);
        let document = Memo::new(move |_| {
            detail.with(|detail| Document {
                format: detail.document.format,
                goal: detail.document.goal,
                app: detail.document.app.clone(),
                channels: detail.document.channels.clone(),
                form: form.get(),
            })
        });
        let (texts, today) = (
            Memo::new(move |_| form.with(|form| form.texts.clone())),
            today(),
        );
        let readings = Memo::new(move |_| {
            // Read, not only followed: a memo that nobody reads never looks at the form.
            texts.with(|_| ());
            form.with_untracked(Readings::of)
        });
        let findings = Memo::new(move |_| {
            readings.with(|readings| {
                document.with(|document| check_read(document, readings, Some(today)))
            })
        });
        Draft {
            form,
            detail,
            document,
            readings,
            asked: Memo::new(move |_| {
                let mut asked = document.with(questions::asked);
                findings.with(|found| {
                    asked.extend(found.iter().filter_map(|one| one.subject.field().cloned()));
                });
                asked
            }),
            others: RwSignal::new(false),
            findings,
            editable: Memo::new(move |_| {
                detail.with(|detail| {
                    detail.application.status.is_editable()
                        && may(Operation::ApplicationSave, detail.role)
                })
            }),
            state: RwSignal::new(SaveState::Saved(None)),
            conflicts: RwSignal::new(Vec::new()),
            attempted: RwSignal::new(false),
            merged_with: RwSignal::new(None),
            kept_back: RwSignal::new(Vec::new()),
            saver,
            engine: StoredValue::new(None),
            timer: StoredValue::new(None),
            composing: StoredValue::new(false),
            wakers: StoredValue::new(Vec::new()),
        }
    }

    /// Changes the form. Nothing happens where it may not be edited.
    pub fn edit(self, change: impl FnOnce(&mut Form)) {
        if self.editable.get_untracked() {
            still::hold();
            self.form.update(change);
            self.edited();
        }
    }

    /// One value of the form; followers hear of it only when it changes.
    pub fn value<T>(self, get: impl Fn(&Form) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.form.with(&get))
    }

    /// What the check says about one field, most important first.
    pub fn findings_at(self, field: &Field) -> Memo<Vec<Finding>> {
        let field = field.clone();
        Memo::new(move |_| {
            self.findings.with(|all| {
                all.iter()
                    .filter(|finding| finding.subject.field() == Some(&field))
                    .cloned()
                    .collect()
            })
        })
    }

    /// What stands beside the field as text: not what is merely missing yet, until somebody tried to submit, and never the error itself.
    pub fn notes_at(self, field: &Field) -> Signal<Vec<Finding>> {
        let found = self.findings_at(field);
        Signal::derive(move || {
            let attempted = self.attempted.get();
            let shown = |finding: &&Finding| {
                if attempted {
                    finding.weight != Weight::Blocks
                } else {
                    !is_gap(finding)
                }
            };
            found.with(|found| found.iter().filter(shown).cloned().collect())
        })
    }

    /// The error at the field: what blocks there, once somebody tried to submit.
    pub fn error_at(self, field: &Field) -> Signal<Option<String>> {
        let (found, lang) = (self.findings_at(field), use_lang());
        Signal::derive(move || {
            let first = found.with(|found| {
                found
                    .iter()
                    .find(|finding| finding.weight == Weight::Blocks)
                    .cloned()
            })?;
            self.attempted
                .get()
                .then(|| text::finding(lang.get(), &first))
        })
    }

    /// How many findings of a part block or warn.
    pub fn to_fix(self, part: Part) -> usize {
        self.findings.with(|all| {
            let here = |finding: &&Finding| {
                finding
                    .subject
                    .field()
                    .is_some_and(|field| field.part() == part)
            };
            all.iter()
                .filter(here)
                .filter(|finding| finding.weight != Weight::Notes)
                .count()
        })
    }

    /// How many findings block; tracked.
    pub fn blocking(self) -> usize {
        self.findings.with(|all| {
            all.iter()
                .filter(|finding| finding.weight == Weight::Blocks)
                .count()
        })
    }

    /// The identifier; not tracked.
    pub fn id(self) -> ApplicationId {
        self.detail
            .with_untracked(|detail| detail.application.id.clone())
    }

    /// Where the application stands; tracked.
    pub fn status(self) -> Status {
        self.detail.with(|detail| detail.application.status)
    }

    /// Items that are approved and therefore stay as they are while others are put right; tracked.
    pub fn locked_items(self) -> Vec<Item> {
        self.detail.with(|detail| detail.application.approved())
    }

    /// Items that came back, with what the reviewer said; tracked. Those that were taken out since are left out.
    pub fn returned_items(self) -> BTreeMap<Item, ItemVerdict> {
        let mut verdicts = self.detail.with(|detail| {
            let over = matches!(detail.application.status, Status::Approved)
                || detail.application.status.is_under_review();
            if over {
                BTreeMap::new()
            } else {
                detail.application.verdicts()
            }
        });
        self.form.with(|form| {
            verdicts.retain(|item, verdict| {
                verdict.verdict != Verdict::Approve
                    && form.item(*item).stage != domain::item::Stage::NotUsed
            });
        });
        verdicts
    }

    /// Chooses whether my words come back in one conflict, by its place in the list.
    pub fn choose(self, n: usize, keep_mine: bool) {
        self.saver.update_value(|saver| saver.choose(n, keep_mine));
        self.show_conflicts();
    }

    /// Settles the conflicts as they were chosen.
    pub fn settle_conflicts(self) {
        let settled = self
            .form
            .with_untracked(|form| self.saver.try_update_value(|saver| saver.settle(form)));
        if let Some(form) = settled {
            self.form.set(form);
            self.conflicts.set(Vec::new());
            self.edited();
        }
    }
}
