//! What must be true of everything that is kept, whatever happened: the check after a race, after a crash and after a restore.
//!
//! Each rule here is kept by a constraint or by a state machine elsewhere. This file does not keep them; it looks whether they were.

use std::collections::BTreeSet;

use crate::app::App;
use crate::application::{Application, Round, Status, outcome};
use crate::channel::Channel;
use crate::eligibility;
use crate::id::{AppId, ApplicationId, ChannelId, EvidenceId};
use crate::item::Item;
use crate::link::{LINKS_MAX, Link};

/// Something that must never be so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Violation {
    /// An app has more links than [`LINKS_MAX`].
    TooManyLinks(AppId, usize),
    /// A link stands in a place that does not exist, or where another one stands.
    WrongSlot(AppId, u8),
    /// An app is linked to the same channel twice.
    LinkedTwice(AppId, ChannelId),
    /// An app with links has that many representative ones, not one. Rule 32.
    Representatives(AppId, usize),
    /// A link leads to a channel that is not there.
    LinkToNothing(AppId, ChannelId),
    /// A channel has that many masters, not one.
    Masters(ChannelId, usize),
    /// An app has that many owners, not one.
    Owners(AppId, usize),
    /// An app has that many applications.
    Applications(AppId, usize),
    /// An application is in a state that no sequence of moves leads to.
    State(ApplicationId, StateFault),
    /// Lists show something else of an application than what it is.
    Outline(ApplicationId),
    /// A submitted round names a file of which nothing is recorded.
    FileForgotten(ApplicationId, EvidenceId),
    /// The bytes of a file are not there.
    FileMissing(ApplicationId, EvidenceId),
    /// The bytes of a file are not those that were uploaded.
    FileChanged(ApplicationId, EvidenceId),
    /// More links to a screen are remembered than [`crate::share::KEPT_MAX`].
    Shares(ApplicationId, usize),
}

/// What of an application's state cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StateFault {
    /// It counts its changes from 1.
    Version,
    /// A draft has no rounds, and everything else has.
    Rounds,
    /// The receipt number comes with the first round and stays.
    Receipt,
    /// Before a new round the one before was decided or withdrawn.
    OpenRound,
    /// A round was both decided and withdrawn, or decided without being opened.
    RoundEnds,
    /// A decision gives a verdict on other items than the round covers.
    Verdicts,
    /// A round covers what its form does not use, or what had been approved.
    Covers,
    /// Somebody decided what they submitted themselves.
    OwnRound,
    /// The status is not what the last round leads to.
    Status,
}

/// What is wrong with a channel that has so many masters.
pub fn of_channel(channel: &ChannelId, masters: usize) -> Option<Violation> {
    (masters != 1).then(|| Violation::Masters(channel.clone(), masters))
}

/// What is wrong with an app that has so many owners.
pub fn of_owners(app: &AppId, owners: usize) -> Option<Violation> {
    (owners != 1).then(|| Violation::Owners(app.clone(), owners))
}

/// What is wrong with an app, its links and the number of its applications. `channels` are those of the links, as far as they are there.
pub fn of_app(
    app: &App,
    links: &[Link],
    channels: &[Channel],
    applications: usize,
) -> Vec<Violation> {
    let mut found = Vec::new();
    let id = || app.id.clone();
    if links.len() > LINKS_MAX {
        found.push(Violation::TooManyLinks(id(), links.len()));
    }
    let (mut slots, mut linked) = (BTreeSet::new(), BTreeSet::new());
    for link in links {
        if usize::from(link.slot) >= LINKS_MAX || !slots.insert(link.slot) {
            found.push(Violation::WrongSlot(id(), link.slot));
        }
        if !linked.insert(&link.channel) {
            found.push(Violation::LinkedTwice(id(), link.channel.clone()));
        }
        if !channels.iter().any(|channel| channel.id == link.channel) {
            found.push(Violation::LinkToNothing(id(), link.channel.clone()));
        }
    }
    let representatives = links.iter().filter(|link| link.representative).count();
    if !links.is_empty() && representatives != 1 {
        found.push(Violation::Representatives(id(), representatives));
    }
    if applications > 1 {
        found.push(Violation::Applications(id(), applications));
    }
    found
}

/// The links whose two sides do not carry the same number. That may come to be when a number is corrected after linking, and
/// everybody is shown it; without such a correction there is none. Rules 29 and 30.
pub fn drifted<'a>(
    app: &'a App,
    channels: &'a [Channel],
) -> impl Iterator<Item = (AppId, ChannelId)> + 'a {
    channels
        .iter()
        .filter(|channel| eligibility::drift(app, channel).is_some())
        .map(|channel| (app.id.clone(), channel.id.clone()))
}

/// What is wrong with an application; `files` are those that are recorded of it.
pub fn of_application(application: &Application, files: &[EvidenceId]) -> Vec<Violation> {
    let id = || application.id.clone();
    let mut found: Vec<Violation> = state(application)
        .into_iter()
        .map(|fault| Violation::State(id(), fault))
        .collect();
    let forms = application.rounds.iter().map(|round| &round.document.form);
    let named: BTreeSet<&EvidenceId> = forms
        .flat_map(|form| &form.evidence)
        .map(|file| &file.id)
        .collect();
    let forgotten = named.into_iter().filter(|file| !files.contains(file));
    found.extend(forgotten.map(|file| Violation::FileForgotten(id(), file.clone())));
    found
}

/// Why no sequence of moves leads here; empty when one does.
fn state(application: &Application) -> BTreeSet<StateFault> {
    let rounds = &application.rounds;
    let mut faults = BTreeSet::new();
    if application.version == 0 {
        faults.insert(StateFault::Version);
    }
    if (application.status == Status::Draft) != rounds.is_empty() {
        faults.insert(StateFault::Rounds);
    }
    if application.receipt.is_none() != rounds.is_empty() {
        faults.insert(StateFault::Receipt);
    }
    if let Some((_, before)) = rounds.split_last()
        && before.iter().any(|round| !has_ended(round))
    {
        faults.insert(StateFault::OpenRound);
    }
    let mut approved = BTreeSet::new();
    for round in rounds {
        of_round(round, &mut approved, &mut faults);
    }
    if let Some(last) = rounds.last()
        && application.status != left_by(application, last)
    {
        faults.insert(StateFault::Status);
    }
    faults
}

fn has_ended(round: &Round) -> bool {
    round.decision.is_some() || round.withdrawn_at.is_some()
}

/// One round; `approved` is what the rounds before it have approved, and is brought up to date.
fn of_round(round: &Round, approved: &mut BTreeSet<Item>, faults: &mut BTreeSet<StateFault>) {
    let form = &round.document.form;
    let mut covers = round.covers.iter();
    if !covers.all(|item| form.used().any(|(used, _)| used == *item) && !approved.contains(item)) {
        faults.insert(StateFault::Covers);
    }
    let Some(decision) = &round.decision else {
        return;
    };
    if round.withdrawn_at.is_some() || round.opened.is_none() {
        faults.insert(StateFault::RoundEnds);
    }
    if decision.by == round.submitted_by {
        faults.insert(StateFault::OwnRound);
    }
    let covered: BTreeSet<&Item> = round.covers.iter().collect();
    if !decision.verdicts.keys().eq(covered) {
        faults.insert(StateFault::Verdicts);
    }
    for (item, verdict) in &decision.verdicts {
        if verdict.verdict == crate::review::Verdict::Approve {
            approved.insert(*item);
        } else {
            approved.remove(item);
        }
    }
}

/// The status that the last round leads to.
fn left_by(application: &Application, last: &Round) -> Status {
    match (&last.decision, last.withdrawn_at, &last.opened) {
        (Some(_), _, _) => outcome(&last.document.form, &application.verdicts()),
        (None, Some(_), _) => Status::Withdrawn,
        (None, None, Some(_)) => Status::InReview,
        (None, None, None) => Status::Submitted,
    }
}
