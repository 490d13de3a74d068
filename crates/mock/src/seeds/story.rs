//! How an application came to stand where it stands: every step is a move that the domain allows.

use domain::app::App;
use domain::application::{AppFacts, Application, ChannelFacts, Document, Format};
use domain::channel::Channel;
use domain::check::check;
use domain::finding::Code;
use domain::form::Form;
use domain::id::{ApplicationId, UserId};
use domain::item::Item;
use domain::review::{Decision, ItemVerdict, Verdict};

use super::seed::{Seed, sure};

/// An application on its way.
pub(super) struct Story<'a> {
    seed: &'a mut Seed,
    app: App,
    channels: Vec<Channel>,
    application: Application,
}

/// What a reviewer says about an item, as the table of a story has it.
pub(super) type Said = (Item, Verdict, Option<Code>, &'static str);

impl<'a> Story<'a> {
    /// Begins a draft for an app whose linked channels are these, the representative first.
    pub(super) fn begin(
        seed: &'a mut Seed,
        app: &App,
        channels: &[&Channel],
        by: &UserId,
        hours_ago: i64,
    ) -> Story<'a> {
        let id = app.id.as_str().replacen("app_", "ap_", 1);
        let id = sure(ApplicationId::parse(&id).ok());
        let at = seed.ago(hours_ago);
        Story {
            application: Application::draft(id, app.id.clone(), by.clone(), at),
            seed,
            app: app.clone(),
            channels: channels.iter().map(|channel| (*channel).clone()).collect(),
        }
    }

    /// Somebody edits the form.
    #[must_use]
    pub(super) fn edit(mut self, form: Form, by: &UserId, hours_ago: i64) -> Self {
        let at = self.seed.ago(hours_ago);
        sure(self.application.edit(form, by.clone(), at).ok());
        self
    }

    /// Somebody submits what stands there.
    #[must_use]
    pub(super) fn submit(mut self, by: &UserId, hours_ago: i64) -> Self {
        let at = self.seed.ago(hours_ago);
        let facts = self.channels.iter().enumerate();
        let document = Document {
            format: Format::V1,
            goal: domain::application::Goal::Sync,
            app: AppFacts::from(&self.app),
            channels: facts
                .map(|(place, channel)| ChannelFacts::of(channel, place == 0))
                .collect(),
            form: self.application.form.clone(),
        };
        let findings = check(&document, Some(at.date_in_seoul()));
        let first = self.application.receipt.is_none();
        let receipt = if first {
            self.seed.receipt(at)
        } else {
            String::new()
        };
        let submitted = self
            .application
            .submit(document, findings, || receipt, by.clone(), at);
        sure(submitted.ok());
        self
    }

    /// A reviewer opens it.
    #[must_use]
    pub(super) fn open(mut self, by: &UserId, hours_ago: i64) -> Self {
        let at = self.seed.ago(hours_ago);
        sure(self.application.open(by.clone(), at).ok());
        self
    }

    /// A reviewer opens and decides it: what is said, and approval of all the rest.
    #[must_use]
    pub(super) fn decide(self, by: &UserId, hours_ago: i64, said: &[Said], words: &str) -> Self {
        let mut story = self.open(by, hours_ago + 2);
        let covers = story
            .application
            .rounds
            .last()
            .map(|round| round.covers.clone());
        let mut verdicts: std::collections::BTreeMap<_, _> = covers
            .unwrap_or_default()
            .into_iter()
            .map(|item| (item, verdict(Verdict::Approve, None, "")))
            .collect();
        for (item, says, reason, words) in said {
            verdicts.insert(*item, verdict(*says, *reason, words));
        }
        let decision = Decision {
            at: story.seed.ago(hours_ago),
            by: by.clone(),
            verdicts,
            words: words.to_owned(),
        };
        sure(story.application.decide(decision).ok());
        story
    }

    /// The applicant withdraws it.
    #[must_use]
    pub(super) fn withdraw(mut self, by: &UserId, hours_ago: i64) -> Self {
        let at = self.seed.ago(hours_ago);
        sure(self.application.withdraw(by.clone(), at).ok());
        self
    }

    /// The form as it stands, to edit it further.
    pub(super) fn form(&self) -> Form {
        self.application.form.clone()
    }

    /// Plants it.
    pub(super) fn plant(self) {
        self.seed.application(self.application);
    }
}

fn verdict(verdict: Verdict, reason: Option<Code>, words: &str) -> ItemVerdict {
    ItemVerdict {
        verdict,
        reason,
        words: words.to_owned(),
    }
}
