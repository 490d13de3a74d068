//! The plan: what has to be approved before what, and how many business days that usually takes. Ranges of experience, never a promise.

use crate::app::AppKind;
use crate::application::{Document, Goal};
use crate::business::BusinessReview;
use crate::channel::ChannelState;
use crate::check::{BUSINESS_REVIEW_DAYS, ITEM_REVIEW_DAYS};
use crate::item::Permission;
use crate::time::Date;

/// A step on the way to a login that hands over what was asked for, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepId {
    /// Convert the app to a biz app.
    ConvertApp,
    /// Have the channel reviewed as a business channel.
    ChannelReview,
    /// Have the app's business information reviewed.
    BusinessReview,
    /// Link app and channel.
    Link,
    /// Have the consent items reviewed.
    ItemReview,
    /// Switch simple signup on.
    SwitchOn,
}

impl StepId {
    /// All of them, in order.
    pub const ALL: [StepId; 6] = [
        StepId::ConvertApp,
        StepId::ChannelReview,
        StepId::BusinessReview,
        StepId::Link,
        StepId::ItemReview,
        StepId::SwitchOn,
    ];

    /// What has to be done before it can begin.
    pub fn after(self) -> &'static [StepId] {
        match self {
            StepId::ConvertApp | StepId::ChannelReview => &[],
            StepId::BusinessReview => &[StepId::ConvertApp],
            StepId::Link => &[StepId::ConvertApp, StepId::ChannelReview],
            StepId::ItemReview => &[StepId::BusinessReview],
            StepId::SwitchOn => &[StepId::Link, StepId::ItemReview],
        }
    }
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepState {
    /// Nothing left to do.
    Done,
    /// Can be begun now.
    Now,
    /// A review is under way.
    InReview,
    /// Waits for a step before it.
    Waits,
}

/// A step, how it stands, and the business days it usually takes from its beginning, at least and at most; `(0, 0)` when nobody reviews it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// How it stands.
    pub state: StepState,
    /// Business days, at least and at most.
    pub days: (u32, u32),
}

/// The steps that this application needs, in order; those that are done are among them.
pub fn steps(document: &Document) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for id in StepId::ALL {
        let Some((mut state, days)) = standing(document, id) else {
            continue;
        };
        let waits = id.after().iter().any(|before| {
            steps
                .iter()
                .any(|step| step.id == *before && step.state != StepState::Done)
        });
        if state == StepState::Now && waits {
            state = StepState::Waits;
        }
        steps.push(Step { id, state, days });
    }
    steps
}

/// How a step stands by itself; `None` when it is not needed.
fn standing(document: &Document, id: StepId) -> Option<(StepState, (u32, u32))> {
    let app = &document.app;
    let needs = |least: Permission| {
        document.form.used().any(|(item, _)| match least {
            Permission::Review => item.permission() == Permission::Review,
            _ => item.permission() != Permission::None,
        })
    };
    let done = |yes| {
        if yes { StepState::Done } else { StepState::Now }
    };
    let review = |how: Option<BusinessReview>| match how {
        Some(BusinessReview::Approved) => StepState::Done,
        Some(BusinessReview::InReview) => StepState::InReview,
        _ => StepState::Now,
    };
    let sync = document.meant() == Goal::Sync;
    match id {
        StepId::ConvertApp => {
            let needed = needs(Permission::BizApp) || sync;
            needed.then(|| (done(app.kind != Some(AppKind::Basic)), (0, 0)))
        }
        StepId::ChannelReview => {
            let open = document
                .channels
                .iter()
                .find(|channel| channel.state.is_some_and(|s| s != ChannelState::Business));
            let state = match open.and_then(|channel| channel.state) {
                None => StepState::Done,
                Some(ChannelState::InReview) => StepState::InReview,
                Some(_) => StepState::Now,
            };
            (sync || document.meant() == Goal::Channel).then_some((state, BUSINESS_REVIEW_DAYS))
        }
        StepId::BusinessReview => {
            let needed = needs(Permission::Review) || document.meant() == Goal::BizApp;
            // Nothing is said about a review of which nothing is known.
            let known = app.business_review.is_some() || app.kind == Some(AppKind::Basic);
            (needed && known).then(|| (review(app.business_review), BUSINESS_REVIEW_DAYS))
        }
        StepId::Link => sync.then(|| (done(!document.channels.is_empty()), (0, 0))),
        StepId::ItemReview => {
            needs(Permission::Review).then(|| (review(app.items_review), ITEM_REVIEW_DAYS))
        }
        StepId::SwitchOn => sync.then(|| (done(app.simple_signup == Some(true)), (0, 0))),
    }
}

/// The business days until the last of these steps is done, at least and at most: what can run side by side does.
pub fn days(steps: &[Step]) -> (u32, u32) {
    let mut ends: Vec<(StepId, (u32, u32))> = Vec::new();
    for step in steps {
        let (mut min, mut max) = (0, 0);
        for (_, end) in ends.iter().filter(|(id, _)| step.id.after().contains(id)) {
            min = min.max(end.0);
            max = max.max(end.1);
        }
        if step.state != StepState::Done {
            min += step.days.0;
            max += step.days.1;
        }
        ends.push((step.id, (min, max)));
    }
    ends.iter().fold((0, 0), |(min, max), (_, end)| {
        (min.max(end.0), max.max(end.1))
    })
}

/// The days on which that may be over, counted from that day: the earliest and the latest of the usual range.
pub fn range(today: Date, (min, max): (u32, u32)) -> (Date, Date) {
    (today.add_business_days(min), today.add_business_days(max))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{AppFacts, Format};
    use crate::form::{Form, ItemRequest};
    use crate::item::{Item, Stage};

    fn document() -> Document {
        let request = ItemRequest {
            stage: Stage::Optional,
            ..ItemRequest::default()
        };
        Document {
            format: Format::V1,
            goal: Goal::Sync,
            app: AppFacts {
                kind: Some(AppKind::Biz),
                business_review: Some(BusinessReview::Approved),
                ..AppFacts::default()
            },
            channels: Vec::new(),
            form: Form {
                items: [(Item::PhoneNumber, request)].into(),
                ..Form::default()
            },
        }
    }

    fn states(document: &Document) -> Vec<(StepId, StepState)> {
        steps(document)
            .iter()
            .map(|step| (step.id, step.state))
            .collect()
    }

    #[test]
    fn the_items_wait_for_the_business_information_and_both_take_their_days() {
        let mut document = document();
        assert_eq!(days(&steps(&document)), (1, 5));
        document.app.business_review = Some(BusinessReview::InReview);
        assert_eq!(days(&steps(&document)), (4, 10));
        assert!(states(&document).contains(&(StepId::ItemReview, StepState::Waits)));
        assert!(states(&document).contains(&(StepId::BusinessReview, StepState::InReview)));
    }

    #[test]
    fn an_app_that_is_not_converted_comes_first() {
        let mut document = document();
        document.app.kind = Some(AppKind::Basic);
        document.app.business_review = None;
        assert_eq!(states(&document)[0], (StepId::ConvertApp, StepState::Now));
        assert_eq!(days(&steps(&document)), (4, 10));
    }

    #[test]
    fn nothing_is_left_when_everything_is_approved_and_on() {
        let mut document = document();
        document.app.items_review = Some(BusinessReview::Approved);
        document.app.simple_signup = Some(true);
        assert_eq!(days(&steps(&document)), (0, 0));
    }

    #[test]
    fn weekends_do_not_count() {
        let friday: Date = "2026-11-20".parse().unwrap();
        let (first, last) = range(friday, (1, 5));
        assert_eq!(
            (first.to_string(), last.to_string()),
            ("2026-11-23".into(), "2026-11-27".into())
        );
    }
}
