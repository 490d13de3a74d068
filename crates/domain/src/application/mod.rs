//! The application: its public document, its rounds, and who may move it where.

mod document;
mod goal;
mod why_not;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use document::{AppFacts, ChannelFacts, Document, Format};
pub use goal::Goal;
pub use why_not::{DecisionProblem, WhyNot};

use crate::finding::Finding;
use crate::form::Form;
use crate::id::{AppId, ApplicationId, UserId};
use crate::item::{Item, Stage};
use crate::review::{Decision, ItemVerdict, Verdict};
use crate::time::Time;

/// Most rounds of an application. Each keeps the whole document, and nobody needs a reviewer to submit, withdraw and submit again. Our
/// judgement: far more than any adoption has taken.
pub const ROUNDS_MAX: usize = 50;
/// Most bytes of an application as JSON, with all its rounds, after it was submitted again: 6 MiB. Our judgement: a privacy policy and a
/// sign-up screen have some ten thousand bytes, and everything else in a form is short.
pub const BYTES_MAX: usize = 6 * 1024 * 1024;

/// Where an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 작성 중: nobody but the applicants has seen it.
    Draft,
    /// 심사 요청: waits for a reviewer.
    Submitted,
    /// 심사 중: a reviewer has opened it.
    InReview,
    /// 보류(보완 필요): at least one item is held; fix and resubmit.
    OnHold,
    /// 반려: at least one item is rejected and none is held; the others may be approved.
    Rejected,
    /// 승인: every item is approved.
    Approved,
    /// 철회: the applicant stopped the review; the draft stays.
    Withdrawn,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 7] = [
        Status::Draft,
        Status::Submitted,
        Status::InReview,
        Status::OnHold,
        Status::Rejected,
        Status::Approved,
        Status::Withdrawn,
    ];

    /// Whether the applicant may edit and submit. Rule 72.
    pub fn is_editable(self) -> bool {
        matches!(
            self,
            Status::Draft | Status::OnHold | Status::Rejected | Status::Withdrawn
        )
    }

    /// Whether a review is under way.
    pub fn is_under_review(self) -> bool {
        matches!(self, Status::Submitted | Status::InReview)
    }
}

/// One submission and what came of it. Rounds are never changed once decided: they are the history. Rule 74.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Round {
    /// When it was submitted.
    pub submitted_at: Time,
    /// By whom.
    pub submitted_by: UserId,
    /// The items under review in this round: in the first all, afterwards only those that were returned or are new.
    pub covers: Vec<Item>,
    /// The form as it was submitted, with what was known about app and channels.
    pub document: Document,
    /// What the check warned of at that moment; the reviewer sees it.
    pub findings: Vec<Finding>,
    /// When a reviewer opened it, and who.
    pub opened: Option<Opened>,
    /// The decision, once there is one.
    pub decision: Option<Decision>,
    /// When the applicant withdrew it, if they did.
    pub withdrawn_at: Option<Time>,
}

/// A reviewer has opened the round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opened {
    /// When.
    pub at: Time,
    /// Who.
    pub by: UserId,
}

/// An application with its draft and history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Application {
    /// Identifier.
    pub id: ApplicationId,
    /// The app it is for; one application per app.
    pub app: AppId,
    /// Where it stands.
    pub status: Status,
    /// The draft.
    pub form: Form,
    /// Receipt number (접수번호), given at the first submission.
    pub receipt: Option<String>,
    /// The rounds, oldest first.
    pub rounds: Vec<Round>,
    /// Who changed it last.
    pub changed_by: UserId,
    /// When.
    pub changed_at: Time,
    /// Counts changes; starts at 1.
    pub version: u64,
}

impl Application {
    /// A new draft.
    pub fn draft(id: ApplicationId, app: AppId, by: UserId, at: Time) -> Application {
        Application {
            id,
            app,
            status: Status::Draft,
            form: Form::default(),
            receipt: None,
            rounds: Vec::new(),
            changed_by: by,
            changed_at: at,
            version: 1,
        }
    }

    /// The last verdict on each item, newest round first.
    pub fn verdicts(&self) -> BTreeMap<Item, ItemVerdict> {
        let mut verdicts = BTreeMap::new();
        for decision in self
            .rounds
            .iter()
            .filter_map(|round| round.decision.as_ref())
        {
            verdicts.extend(
                decision
                    .verdicts
                    .iter()
                    .map(|(item, verdict)| (*item, verdict.clone())),
            );
        }
        verdicts
    }

    /// The items that are approved as they are asked for: they are not submitted again and not edited while others are fixed.
    pub fn approved(&self) -> Vec<Item> {
        let verdicts = self.verdicts();
        verdicts
            .iter()
            .filter(|(_, v)| v.verdict == Verdict::Approve)
            .map(|(item, _)| *item)
            .collect()
    }

    /// The items that the next submission puts under review: all that are used and not approved yet.
    pub fn to_review(&self) -> Vec<Item> {
        let approved = self.approved();
        self.form
            .used()
            .map(|(item, _)| item)
            .filter(|item| !approved.contains(item))
            .collect()
    }

    /// Whether the form may be edited.
    pub fn can_edit(&self) -> Result<(), WhyNot> {
        match self.status {
            status if status.is_editable() => Ok(()),
            Status::Approved => Err(WhyNot::AlreadyApproved),
            _ => Err(WhyNot::UnderReview),
        }
    }

    /// Takes over an edited form. What is approved keeps its stage, whatever the edited form says. Rule 75.
    pub fn edit(&mut self, mut form: Form, by: UserId, at: Time) -> Result<(), WhyNot> {
        self.can_edit()?;
        for item in self.approved() {
            if let Some(kept) = self.form.items.get(&item) {
                form.items.insert(item, kept.clone());
            }
        }
        self.form = form;
        self.touch(by, at);
        Ok(())
    }

    /// Whether there is something to submit; what the check says comes on top.
    pub fn can_submit(&self) -> Result<(), WhyNot> {
        self.can_edit()?;
        if !self.rounds.is_empty()
            && self.to_review().is_empty()
            && self.form.used().next().is_some()
        {
            return Err(WhyNot::AlreadyApproved);
        }
        if self.rounds.len() >= ROUNDS_MAX {
            return Err(WhyNot::EnoughRounds);
        }
        Ok(())
    }

    /// Whether it may be kept after it was submitted, with so many bytes as JSON. A first round always may: forms are bounded themselves.
    pub fn fits(&self, bytes: usize) -> Result<(), WhyNot> {
        if self.rounds.len() > 1 && bytes > BYTES_MAX {
            return Err(WhyNot::EnoughRounds);
        }
        Ok(())
    }

    /// Starts a round. The caller has checked the document and passes what was found.
    pub fn submit(
        &mut self,
        document: Document,
        findings: Vec<Finding>,
        receipt: impl FnOnce() -> String,
        by: UserId,
        at: Time,
    ) -> Result<(), WhyNot> {
        self.can_submit()?;
        self.receipt.get_or_insert_with(receipt);
        self.rounds.push(Round {
            submitted_at: at,
            submitted_by: by.clone(),
            covers: self.to_review(),
            document,
            findings,
            opened: None,
            decision: None,
            withdrawn_at: None,
        });
        self.status = Status::Submitted;
        self.touch(by, at);
        Ok(())
    }

    /// Whether it can be withdrawn.
    pub fn can_withdraw(&self) -> Result<(), WhyNot> {
        if self.status.is_under_review() {
            Ok(())
        } else {
            Err(WhyNot::NotSubmitted)
        }
    }

    /// Stops the review; the draft stays.
    pub fn withdraw(&mut self, by: UserId, at: Time) -> Result<(), WhyNot> {
        self.can_withdraw()?;
        if let Some(round) = self.rounds.last_mut() {
            round.withdrawn_at = Some(at);
        }
        self.status = Status::Withdrawn;
        self.touch(by, at);
        Ok(())
    }

    /// Whether somebody submitted a round of it: they are one of those who apply, whatever roles they have by now.
    pub fn is_submitted_by(&self, user: &UserId) -> bool {
        self.rounds.iter().any(|round| round.submitted_by == *user)
    }

    /// Whether that reviewer can open the round.
    pub fn can_open(&self, by: &UserId) -> Result<(), WhyNot> {
        match self.status {
            _ if self.rounds.is_empty() => Err(WhyNot::NotSubmitted),
            status if !status.is_under_review() => Err(WhyNot::AlreadyDecided),
            _ if self.is_submitted_by(by) => Err(WhyNot::OwnRound),
            _ => Ok(()),
        }
    }

    /// A reviewer opens the round. Opening it twice is no harm; another reviewer takes it over.
    pub fn open(&mut self, by: UserId, at: Time) -> Result<(), WhyNot> {
        self.can_open(&by)?;
        if let Some(round) = self.rounds.last_mut() {
            round.opened = Some(Opened { at, by: by.clone() });
        }
        self.status = Status::InReview;
        self.touch(by, at);
        Ok(())
    }

    /// Whether that reviewer can decide the round: only who opened it last has it on their desk.
    pub fn can_decide(&self, by: &UserId) -> Result<(), WhyNot> {
        self.can_open(by)?;
        let opened = self.rounds.last().and_then(|round| round.opened.as_ref());
        match opened {
            None => Err(WhyNot::NotOpened),
            Some(opened) if opened.by != *by => Err(WhyNot::OpenedByOther),
            Some(_) => Ok(()),
        }
    }

    /// A reviewer decides the round: every item of it gets a verdict.
    pub fn decide(&mut self, decision: Decision) -> Result<(), WhyNot> {
        self.can_decide(&decision.by)?;
        let (by, at) = (decision.by.clone(), decision.at);
        if let Some(round) = self.rounds.last_mut() {
            round.decision = Some(decision);
        }
        self.status = outcome(&self.form, &self.verdicts());
        self.touch(by, at);
        Ok(())
    }

    /// Whether some items are approved while others are not.
    pub fn is_partly_approved(&self) -> bool {
        let approved = self.approved();
        !approved.is_empty() && self.form.used().any(|(item, _)| !approved.contains(&item))
    }

    /// The permission that live settings have for an item: only what was approved. Rule 75.
    pub fn is_granted(&self, item: Item) -> bool {
        self.approved().contains(&item) && self.form.item(item).stage != Stage::NotUsed
    }

    fn touch(&mut self, by: UserId, at: Time) {
        self.changed_by = by;
        self.changed_at = at;
        self.version += 1;
    }
}

/// Where a decision leads: on hold as soon as one item that is used is held, else rejected as soon as one is rejected.
pub fn outcome(form: &Form, verdicts: &BTreeMap<Item, ItemVerdict>) -> Status {
    let any = |wanted| {
        form.used()
            .any(|(item, _)| verdicts.get(&item).is_some_and(|v| v.verdict == wanted))
    };
    if any(Verdict::Hold) {
        Status::OnHold
    } else if any(Verdict::Reject) {
        Status::Rejected
    } else {
        Status::Approved
    }
}

#[cfg(test)]
mod tests;
