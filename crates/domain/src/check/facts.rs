//! What the directories say: app, business information, channels, links.

use crate::app::AppKind;
use crate::application::{ChannelFacts, Document};
use crate::business::{BusinessReview, PrintedBusiness};
use crate::channel::ChannelState;
use crate::finding::{Code, FactName, Finding};
use crate::item::{Item, Permission};
use crate::number::RegistrationNumber;
use crate::subject::{AppFact, Field, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Finding>) {
    app(document, found);
    channels(document, found);
}

fn app(document: &Document, found: &mut Vec<Finding>) {
    let app = &document.app;
    let mut say = |code, fact| found.push(Finding::new(code, Subject::App(fact)));
    let needs_biz = |item: Item| item.permission() != Permission::None;
    match app.kind {
        Some(AppKind::Basic) => say(Code::AppNotBiz, AppFact::Kind),
        Some(AppKind::Individual) => {
            let only_email = document.channels.is_empty()
                && document
                    .form
                    .used()
                    .all(|(item, _)| item.permission() != Permission::Review)
                && document.form.used().any(|(item, _)| needs_biz(item));
            if !only_email {
                say(Code::AppIndividual, AppFact::Kind);
            }
        }
        Some(AppKind::Biz) if app.business.is_none() => say(Code::AppNoBusiness, AppFact::Business),
        _ => {}
    }
    if matches!(
        app.business_review,
        Some(BusinessReview::NotRequested | BusinessReview::InReview | BusinessReview::Rejected)
    ) && document.form.used().any(|(item, _)| needs_biz(item))
        && app.kind == Some(AppKind::Biz)
    {
        say(Code::BusinessReviewPending, AppFact::BusinessReview);
    }
    if app.icon == Some(false) {
        say(Code::AppIconMissing, AppFact::Icon);
    }
    let known = app.kind.is_some() && !app.name.is_empty();
    if known && app.company.trim().is_empty() {
        say(Code::AppCompanyMissing, AppFact::Company);
    }
    if known && app.category.trim().is_empty() {
        say(Code::AppCategoryMissing, AppFact::Category);
    }
    if let Some(business) = &app.business {
        number(business, Subject::App(AppFact::Business), found);
    }
    let service = document.form.service.name.trim();
    if !service.is_empty() && !app.name.is_empty() && !super::is_same_name(service, &app.name) {
        found.push(
            Finding::new(Code::AppNameDiffers, Subject::App(AppFact::Name))
                .with(FactName::App, app.name.as_str())
                .with(FactName::Site, service),
        );
    }
}

fn channels(document: &Document, found: &mut Vec<Finding>) {
    let can_link = !matches!(
        document.app.kind,
        Some(AppKind::Basic | AppKind::Individual)
    );
    if document.channels.is_empty() && can_link {
        found.push(Finding::new(Code::NoChannel, Subject::Channels));
    }
    for channel in &document.channels {
        state(channel, found);
        drift(document, channel, found);
    }
    if let Some(chosen) = &document.form.channel
        && !document
            .channels
            .iter()
            .any(|channel| channel.id == *chosen)
    {
        found.push(Finding::new(
            Code::ChannelNotLinked,
            Subject::Form(Field::Channel),
        ));
    }
}

fn state(channel: &ChannelFacts, found: &mut Vec<Finding>) {
    let code = match channel.state {
        Some(ChannelState::Plain) => Code::ChannelPlain,
        Some(ChannelState::InReview) => Code::ChannelInReview,
        Some(ChannelState::Rejected) => Code::ChannelRejected,
        Some(ChannelState::Deleting) => Code::ChannelDeleting,
        Some(ChannelState::Business) | None => return,
    };
    found.push(
        Finding::new(code, Subject::Channel(channel.id.clone()))
            .with(FactName::Name, channel.name.as_str()),
    );
}

/// A linked channel whose number is no longer the app's: nothing can be submitted until it is put right. Rule 30.
fn drift(document: &Document, channel: &ChannelFacts, found: &mut Vec<Finding>) {
    let (Some(ours), Some(theirs)) = (&document.app.business, &channel.business) else {
        return;
    };
    let digits = |printed: &PrintedBusiness| -> String {
        RegistrationNumber::parse(&printed.number)
            .map_or_else(|_| printed.number.clone(), |n| n.to_string())
    };
    let (a, b) = (digits(ours), digits(theirs));
    if !a.is_empty() && !b.is_empty() && a != b {
        found.push(
            Finding::new(Code::NumberDiffers, Subject::Channel(channel.id.clone()))
                .with(FactName::App, a)
                .with(FactName::Channel, b),
        );
    }
}

/// A number that cannot be a registration number.
pub(super) fn number(business: &PrintedBusiness, subject: Subject, found: &mut Vec<Finding>) {
    if !business.number.trim().is_empty() && RegistrationNumber::parse(&business.number).is_err() {
        found.push(
            Finding::new(Code::NumberMalformed, subject)
                .with(FactName::Entered, business.number.as_str()),
        );
    }
}
