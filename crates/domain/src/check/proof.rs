//! Proof: can the reviewer see the sign-up, does it name every item with its condition, and does the privacy policy?

use crate::application::{Document, Goal};
use crate::evidence::{EvidenceKind, EvidencePage};
use crate::finding::{Code, FactName, Finding, Weight};
use crate::form::{Form, SignupKind};
use crate::item::{Condition, Item, Moment, Permission, Shown, Stage};
use crate::proof::{By, Readings, Seen};
use crate::subject::{Field, ItemField, ServiceField, SignupField, Subject};

pub(super) fn check(document: &Document, readings: &Readings, found: &mut Vec<Finding>) {
    let form = &document.form;
    let visible = signup(form, readings, found);
    policies(document, found);
    if visible {
        whole_screen(form, readings, found);
    }
    for (item, _) in form.used().filter(|(item, _)| *item != Item::Profile) {
        if visible && item.permission() == Permission::Review {
            screen(form, readings, item, found);
        }
        policy(form, readings, item, found);
    }
    files(form, found);
    if !form.declared {
        found.push(Finding::new(
            Code::NotDeclared,
            Subject::Form(Field::Declared),
        ));
    }
}

/// A sign-up that can be looked at: an open page, or pictures or a plan of it. Rule 56. Says whether there is one to talk about.
fn signup(form: &Form, readings: &Readings, found: &mut Vec<Finding>) -> bool {
    let drafted = form
        .evidence
        .iter()
        .any(|file| file.kind == Some(EvidenceKind::DesignDraft) && file.page.is_none());
    let pictured = drafted
        || super::is_shown(form, EvidencePage::Signup, None)
        || super::service::is_planned(form);
    let signup = &form.signup;
    let has_address = !super::is_empty(&signup.url);
    let at = |field| Subject::Form(Field::Signup(field));
    let mut soft = signup.kind.is_none();
    let mut say = |code, field| found.push(Finding::new(code, at(field)));
    let visible = match signup.kind {
        _ if pictured => true,
        None if has_address => true,
        None => {
            // A question left open rather than a fault; but nothing can be reviewed without a sign-up.
            say(Code::SignupNotShown, SignupField::Kind);
            true
        }
        Some(SignupKind::OwnPage) if !has_address => {
            say(Code::SignupNotShown, SignupField::Url);
            false
        }
        Some(SignupKind::OwnPage) => {
            if signup.opens_without_login == Some(false) {
                say(Code::SignupNeedsLogin, SignupField::OpensWithoutLogin);
            }
            true
        }
        // A page made only to be looked at will do for services without a sign-up of their own.
        Some(SignupKind::SocialOnly)
            if has_address && signup.opens_without_login != Some(false) =>
        {
            // Of a page that may hold nothing but buttons nobody has said that it lists items.
            if !lists_items(form, readings) {
                say(Code::SignupNotShown, SignupField::Kind);
                soft = true;
            }
            true
        }
        Some(_) => {
            say(Code::SignupNotShown, SignupField::Kind);
            false
        }
    };
    if signup.shows_terms == Some(false) {
        say(Code::SignupTermsHidden, SignupField::ShowsTerms);
    }
    if soft {
        for finding in found
            .iter_mut()
            .filter(|one| one.code == Code::SignupNotShown)
        {
            finding.weight = Weight::Warns;
        }
    }
    visible
}

/// Whether the page of that address lists items, as was answered or read.
fn lists_items(form: &Form, readings: &Readings) -> bool {
    form.used().any(|(item, _)| {
        crate::proof::screen(form, readings, item).is_some_and(|seen| seen.shown != Shown::Absent)
    })
}

fn policies(document: &Document, found: &mut Vec<Finding>) {
    let form = &document.form;
    let at = |field| Subject::Form(Field::Service(field));
    if super::is_empty(&form.service.privacy_url) {
        let weight = if matches!(document.meant(), Goal::Sync | Goal::Items) {
            Weight::Blocks
        } else {
            Weight::Warns
        };
        found.push(
            Finding::new(Code::PrivacyMissing, at(ServiceField::PrivacyUrl)).weighing(weight),
        );
    }
    let linked = form.terms.iter().any(|term| !super::is_empty(&term.url));
    if super::is_empty(&form.service.terms_url) && !linked {
        found.push(Finding::new(Code::TermsMissing, at(ServiceField::TermsUrl)));
    }
    if form.service.policies_public == Some(false) {
        found.push(Finding::new(
            Code::PoliciesNotPublic,
            at(ServiceField::PoliciesPublic),
        ));
    }
}

/// The screen as a whole was said to list nothing, or no conditions: one finding instead of one for each item. Rule 59.
fn whole_screen(form: &Form, readings: &Readings, found: &mut Vec<Finding>) {
    let mut by_screen = form
        .used()
        .filter(|(item, _)| item.permission() == Permission::Review)
        .filter_map(|(item, _)| crate::proof::screen(form, readings, item))
        .filter(|seen| seen.by == By::Screen);
    let code = match by_screen.next().map(|seen| seen.shown) {
        Some(Shown::Absent) => Code::SignupListsNothing,
        Some(Shown::WithoutCondition) => Code::SignupListsNoConditions,
        _ => return,
    };
    found.push(Finding::new(
        code,
        Subject::Form(Field::Signup(SignupField::ScreenLists)),
    ));
}

/// Whether the item is not collected at sign-up at all, which is said already: then no page can name it there.
fn is_elsewhere(form: &Form, item: Item) -> bool {
    let request = form.item(item);
    request.own_condition == Some(Condition::NotCollected)
        || matches!(request.own_moment, Some(Moment::Order | Moment::Later))
}

/// The sign-up screen names the item with its condition. A picture that shows it answers the question, too. Rule 59.
fn screen(form: &Form, readings: &Readings, item: Item, found: &mut Vec<Finding>) {
    let Some(seen) = crate::proof::screen(form, readings, item) else {
        return;
    };
    let subject = Subject::Form(Field::Item(item, ItemField::OnSignupScreen));
    let answered = form.item(item).on_signup_screen;
    match seen.shown {
        _ if seen.by == By::Screen || is_elsewhere(form, item) => {}
        Shown::WithCondition => conditions(form, item, seen, answered, subject, found),
        Shown::WithoutCondition => {
            say(Code::SignupLacksCondition, seen, answered, subject, found);
        }
        Shown::Absent => say(Code::SignupLacksItem, seen, answered, subject, found),
    }
}

/// The privacy policy names the item with its condition. Rule 58.
fn policy(form: &Form, readings: &Readings, item: Item, found: &mut Vec<Finding>) {
    let Some(seen) = crate::proof::policy(form, readings, item) else {
        return;
    };
    let subject = Subject::Form(Field::Item(item, ItemField::InPrivacyPolicy));
    let answered = form.item(item).in_privacy_policy;
    let code = match seen.shown {
        Shown::WithCondition => {
            conditions(form, item, seen, answered, subject, found);
            return;
        }
        Shown::WithoutCondition if item.permission() != Permission::Review => return,
        Shown::Absent if is_elsewhere(form, item) => return,
        Shown::WithoutCondition => Code::PolicyLacksCondition,
        Shown::Absent if seen.by == By::Text && readings.elsewhere(item).is_some() => {
            Code::PolicyOtherPurpose
        }
        Shown::Absent => Code::PolicyLacksItem,
    };
    say(code, seen, answered, subject, found);
    if item.permission() != Permission::Review
        && let Some(last) = found.last_mut()
    {
        last.weight = Weight::Warns;
    }
}

/// What is missing on a page. What a program read warns, for programs misread; what a person says blocks.
fn say(
    code: Code,
    seen: Seen,
    answered: Option<Shown>,
    subject: Subject,
    found: &mut Vec<Finding>,
) {
    let mut finding = Finding::new(code, subject);
    if seen.by == By::Text {
        finding = finding.weighing(Weight::Warns);
        if let Some(answered) = answered.filter(|answered| *answered != seen.shown) {
            finding = finding
                .with(FactName::Answered, answered)
                .with(FactName::Text, seen.shown);
        }
    }
    found.push(finding);
}

/// The page has a condition: is it the one that is asked for, and was it answered so?
fn conditions(
    form: &Form,
    item: Item,
    seen: Seen,
    answered: Option<Shown>,
    subject: Subject,
    found: &mut Vec<Finding>,
) {
    let stage = form.item(item).stage;
    if stage == Stage::Required && seen.condition == Some(Condition::Optional) {
        found.push(
            Finding::new(Code::TextConditionDiffers, subject)
                .with(FactName::Requested, stage)
                .with(FactName::Text, Condition::Optional),
        );
    } else if seen.by == By::Text
        && let Some(answered) = answered.filter(|answered| *answered != seen.shown)
    {
        found.push(
            Finding::new(Code::AnswerUnlikeText, subject)
                .with(FactName::Answered, answered)
                .with(FactName::Text, seen.shown)
                .weighing(Weight::Notes),
        );
    }
}

fn files(form: &Form, found: &mut Vec<Finding>) {
    for file in &form.evidence {
        let at = || Subject::Form(Field::EvidenceFile(file.id.clone()));
        if !file.masked {
            found.push(Finding::new(Code::NotMasked, at()));
        }
        if file.production == Some(false) && file.kind == Some(EvidenceKind::LiveCapture) {
            let weight = if file.page == Some(EvidencePage::Verification) {
                Weight::Warns
            } else {
                Weight::Notes
            };
            found.push(Finding::new(Code::NotProduction, at()).weighing(weight));
        }
    }
}
