//! What the directories say: app, business information, channels, links.

use crate::app::AppKind;
use crate::application::{ChannelFacts, Document, Goal};
use crate::business::{BusinessReview, PrintedBusiness};
use crate::channel::ChannelState;
use crate::finding::{Code, FactName, Finding, Weight};
use crate::item::{Item, Permission};
use crate::number::RegistrationNumber;
use crate::role::{AppRole, ChannelRole};
use crate::subject::{AppFact, Field, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Finding>) {
    kind(document, found);
    prerequisites(document, found);
    reviews(document, found);
    shown_to_users(document, found);
    channels(document, found);
}

fn at(fact: AppFact) -> Subject {
    Subject::App(fact)
}

/// What the wish for items asks of the app.
struct Wish {
    /// An item that needs a review.
    review: bool,
    /// The e-mail, and nothing that needs more.
    only_email: bool,
}

fn wish(document: &Document) -> Wish {
    let needs = |permission: Permission| {
        document
            .form
            .used()
            .any(|(item, _)| item.permission() == permission)
    };
    let review = needs(Permission::Review);
    let no_channel = document.channels.is_empty() && document.meant() != Goal::Channel;
    Wish {
        review,
        only_email: needs(Permission::BizApp) && !review && no_channel,
    }
}

/// Whether business information is known from anywhere.
pub(super) fn has_business(document: &Document) -> bool {
    let service = &document.form.service;
    document.app.business.is_some()
        || !service.business_on_certificate.is_empty()
        || !service.business_on_site.is_empty()
        || document.channels.iter().any(|one| one.business.is_some())
        || document.app.business_review == Some(BusinessReview::Approved)
}

/// The kind of app and the business behind it: without them nothing else helps.
fn kind(document: &Document, found: &mut Vec<Finding>) {
    let wish = wish(document);
    let known = has_business(document);
    let linking = matches!(document.meant(), Goal::Sync | Goal::Items | Goal::Channel);
    let mut say = |code, fact| found.push(Finding::new(code, at(fact)));
    match document.app.kind {
        Some(AppKind::Basic) if wish.only_email => say(Code::EmailNeedsBizApp, AppFact::Kind),
        // Nickname and photo need no conversion, and whoever wants to convert has not done so.
        Some(AppKind::Basic) if linking || wish.review => say(Code::AppNotBiz, AppFact::Kind),
        Some(AppKind::Individual) if linking && !wish.only_email || wish.review => {
            say(Code::AppIndividual, AppFact::Kind);
        }
        Some(AppKind::Biz)
            if document.app.business.is_none()
                && document
                    .app
                    .business_review
                    .is_some_and(|review| review != BusinessReview::Approved) =>
        {
            say(Code::AppNoBusiness, AppFact::Business);
        }
        None if wish.only_email && !known => found
            .push(Finding::new(Code::EmailNeedsBizApp, at(AppFact::Kind)).weighing(Weight::Warns)),
        _ => {}
    }
    let asks = wish.review || !document.channels.is_empty() || document.meant() == Goal::Channel;
    let said = matches!(
        document.app.kind,
        Some(AppKind::Individual | AppKind::Overseas | AppKind::Biz)
    );
    let no_business = found.iter().any(|f| f.code == Code::AppNoBusiness);
    if asks && !known && !said && !no_business {
        found.push(Finding::new(Code::NoBusiness, at(AppFact::Business)));
    }
}

/// What the conversion of an app needs: role, icon, verified identity.
fn prerequisites(document: &Document, found: &mut Vec<Finding>) {
    let app = &document.app;
    let mut say = |code, fact| found.push(Finding::new(code, at(fact)));
    let unconverted = matches!(app.kind, Some(AppKind::Basic) | None) && !has_business(document)
        || app.kind == Some(AppKind::Basic);
    let owners_work = unconverted
        || matches!(
            app.business_review,
            Some(BusinessReview::NotRequested | BusinessReview::Rejected)
        );
    match app.my_role {
        Some(AppRole::Below) => say(Code::AppRole, AppFact::Role),
        Some(AppRole::Editor) if owners_work => say(Code::OwnerMustConvert, AppFact::Role),
        _ => {}
    }
    if app.identity_checked == Some(false) && app.kind != Some(AppKind::Biz) {
        say(Code::IdentityNotChecked, AppFact::IdentityChecked);
    }
    if app.icon == Some(false) {
        say(Code::AppIconMissing, AppFact::Icon);
    }
}

/// Reviews that others wait for.
fn reviews(document: &Document, found: &mut Vec<Finding>) {
    let app = &document.app;
    let mut say = |code, fact| found.push(Finding::new(code, at(fact)));
    let needs_biz = document
        .form
        .used()
        .any(|(item, _)| item.permission() != Permission::None);
    let pending = matches!(
        app.business_review,
        Some(BusinessReview::NotRequested | BusinessReview::InReview | BusinessReview::Rejected)
    );
    if pending && needs_biz && app.kind == Some(AppKind::Biz) {
        say(Code::BusinessReviewPending, AppFact::BusinessReview);
    } else if app.items_review == Some(BusinessReview::InReview) {
        let (min, max) = super::ITEM_REVIEW_DAYS;
        found.push(
            Finding::new(Code::ItemsInReview, at(AppFact::ItemsReview))
                .with(FactName::DaysMin, u64::from(min))
                .with(FactName::DaysMax, u64::from(max)),
        );
    }
}

/// What people see on the consent screen: company, category, name.
fn shown_to_users(document: &Document, found: &mut Vec<Finding>) {
    let app = &document.app;
    let known = app.kind.is_some() && !app.name.is_empty();
    let company = app.company.trim();
    if known && company.is_empty() {
        // No console lets it be empty: outside of one it was only left out.
        let weight = if document.goal == Goal::Sync {
            Weight::Warns
        } else {
            Weight::Notes
        };
        found.push(Finding::new(Code::AppCompanyMissing, at(AppFact::Company)).weighing(weight));
    }
    if known && app.category.trim().is_empty() {
        found.push(Finding::new(
            Code::AppCategoryMissing,
            at(AppFact::Category),
        ));
    }
    let is_team = looks_like_a_team(company);
    let is_app = super::is_same_name(company, &app.name);
    if !company.is_empty() && !has_business(document) && (is_team || is_app) {
        let weight = if is_team {
            Weight::Warns
        } else {
            Weight::Notes
        };
        found.push(
            Finding::new(Code::AppCompanyIsTeam, at(AppFact::Company))
                .with(FactName::Entered, company)
                .weighing(weight),
        );
    }
    if let Some(business) = &app.business {
        number(business, at(AppFact::Business), found);
    }
    let service = document.form.service.name.trim();
    if !service.is_empty() && !app.name.is_empty() && !super::is_same_name(service, &app.name) {
        let weight = if super::tie::is_near(service, &app.name) {
            Weight::Notes
        } else {
            Weight::Warns
        };
        found.push(
            Finding::new(Code::AppNameDiffers, at(AppFact::Name))
                .with(FactName::App, app.name.as_str())
                .with(FactName::Site, service)
                .weighing(weight),
        );
    }
}

/// Words for a group of people or a try, not for whoever runs a service.
fn looks_like_a_team(company: &str) -> bool {
    const ENDS: [&str; 10] = [
        "팀",
        "조",
        "스터디",
        "동아리",
        "기수",
        "반",
        "team",
        "study",
        "club",
        "crew",
    ];
    const PARTS: [&str; 6] = [
        "프로젝트",
        "project",
        "부트캠프",
        "bootcamp",
        "해커톤",
        "hackathon",
    ];
    // What stands for nothing; within a longer name it may well belong there.
    const STARTS: [&str; 7] = ["테스트", "test", "개인", "없음", "none", "sample", "샘플"];
    const NOBODY: [&str; 5] = ["", "용", "앱", "개발", "개발자"];
    let name = company.to_lowercase();
    // 조 and 반 end many names; they are groups only behind a number: 3조, 2반.
    let ends = |end: &&str| {
        name.strip_suffix(*end).is_some_and(|before| {
            !matches!(*end, "조" | "반" | "기수") || before.ends_with(|c: char| c.is_ascii_digit())
        })
    };
    let nobody = |start: &&str| {
        name.strip_prefix(*start)
            .is_some_and(|rest| NOBODY.contains(&rest.trim_matches(|c: char| !c.is_alphabetic())))
    };
    ENDS.iter().any(ends)
        || PARTS.iter().any(|part| name.contains(part))
        || STARTS.iter().any(nobody)
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
    let mut say = |code| {
        found.push(
            Finding::new(code, Subject::Channel(channel.id.clone()))
                .with(FactName::Name, channel.name.as_str()),
        );
    };
    match channel.state {
        Some(ChannelState::Plain) => say(Code::ChannelPlain),
        Some(ChannelState::InReview) => say(Code::ChannelInReview),
        Some(ChannelState::Rejected) => say(Code::ChannelRejected),
        Some(ChannelState::Deleting) => say(Code::ChannelDeleting),
        Some(ChannelState::Business) | None => {}
    }
    if channel.my_role == Some(ChannelRole::Below) {
        say(Code::ChannelRole);
    }
    let unconverted = matches!(
        channel.state,
        Some(ChannelState::Plain | ChannelState::Rejected)
    );
    if channel.my_role == Some(ChannelRole::Manager) && unconverted {
        say(Code::MasterMustConvert);
    }
    if channel.dormant == Some(true) {
        say(Code::ChannelDormant);
    }
}

/// A linked channel whose number is no longer the app's: nothing can be submitted until it is put right. Rule 30.
fn drift(document: &Document, channel: &ChannelFacts, found: &mut Vec<Finding>) {
    let Some(theirs) = &channel.business else {
        return;
    };
    number(theirs, Subject::Channel(channel.id.clone()), found);
    let Some(ours) = &document.app.business else {
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

/// Whether the item needs a review that has not been passed, as far as is known.
pub(super) fn lacks_permission(document: &Document, item: Item) -> bool {
    let granted = document.app.permissions.as_ref();
    match item.permission() {
        Permission::None => false,
        Permission::BizApp => {
            document.app.kind == Some(AppKind::Basic)
                || document.app.kind.is_none() && !has_business(document)
        }
        Permission::Review => granted.is_none_or(|granted| !granted.contains(&item)),
    }
}
