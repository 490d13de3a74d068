//! Proof: can the reviewer see the sign-up, does it name every item with its condition, and does the privacy policy?

use crate::evidence::{EvidenceKind, EvidencePage};
use crate::finding::{Code, Finding, Weight};
use crate::form::{Form, SignupKind};
use crate::item::{Item, Permission, Shown};
use crate::subject::{Field, ItemField, ServiceField, SignupField, Subject};

pub(super) fn check(form: &Form, found: &mut Vec<Finding>) {
    signup(form, found);
    policies(form, found);
    for (item, request) in form.used() {
        // Nothing has to be proven for what needs no review.
        if item.permission() != Permission::Review {
            continue;
        }
        screen(form, item, request.on_signup_screen, found);
        policy(item, request.in_privacy_policy, found);
    }
    for file in &form.evidence {
        let at = || Subject::Form(Field::EvidenceFile(file.id.clone()));
        if !file.masked {
            found.push(Finding::new(Code::NotMasked, at()));
        }
        if file.kind.is_none() || file.page.is_none() {
            found.push(Finding::new(Code::NotAnswered, at()));
        }
    }
    if !form.declared {
        found.push(Finding::new(
            Code::NotDeclared,
            Subject::Form(Field::Declared),
        ));
    }
}

/// A sign-up that can be looked at: an open page, or pictures or a plan of it. Rule 56.
fn signup(form: &Form, found: &mut Vec<Finding>) {
    let pictured = super::is_shown(form, EvidencePage::Signup, None)
        || form
            .evidence
            .iter()
            .any(|file| file.kind == Some(EvidenceKind::FlowPlan));
    let has_address = !form.signup.url.trim().is_empty();
    let at = |field| Subject::Form(Field::Signup(field));
    match form.signup.kind {
        None => found.push(Finding::new(Code::NotAnswered, at(SignupField::Kind))),
        Some(SignupKind::OwnPage) if !has_address && !pictured => {
            found.push(Finding::new(Code::SignupNotShown, at(SignupField::Url)));
        }
        Some(SignupKind::OwnPage) => {
            if form.signup.opens_without_login == Some(false) && !pictured {
                found.push(Finding::new(
                    Code::SignupNeedsLogin,
                    at(SignupField::OpensWithoutLogin),
                ));
            }
        }
        Some(_) if !pictured => {
            found.push(Finding::new(Code::SignupNotShown, at(SignupField::Kind)));
        }
        Some(_) => {}
    }
}

fn policies(form: &Form, found: &mut Vec<Finding>) {
    let at = |field| Subject::Form(Field::Service(field));
    if form.service.privacy_url.trim().is_empty() {
        found.push(Finding::new(
            Code::PrivacyMissing,
            at(ServiceField::PrivacyUrl),
        ));
    }
    if form.service.policies_public == Some(false) {
        found.push(Finding::new(
            Code::PoliciesNotPublic,
            at(ServiceField::PoliciesPublic),
        ));
    }
}

/// The sign-up screen names the item with its condition. A picture that shows it answers the question, too. Rule 59.
fn screen(form: &Form, item: Item, shown: Option<Shown>, found: &mut Vec<Finding>) {
    let at = || Subject::Form(Field::Item(item, ItemField::OnSignupScreen));
    match shown {
        Some(Shown::WithCondition) => {}
        Some(Shown::WithoutCondition) => found.push(Finding::new(Code::SignupLacksCondition, at())),
        Some(Shown::Absent) => found.push(Finding::new(Code::SignupLacksItem, at())),
        None if super::is_shown(form, EvidencePage::Signup, Some(item)) => {}
        None => found.push(Finding::new(Code::NotAnswered, at()).weighing(Weight::Notes)),
    }
}

/// The privacy policy names the item with its condition. Rule 58.
fn policy(item: Item, shown: Option<Shown>, found: &mut Vec<Finding>) {
    let at = || Subject::Form(Field::Item(item, ItemField::InPrivacyPolicy));
    found.push(match shown {
        Some(Shown::WithCondition) => return,
        Some(Shown::WithoutCondition) => Finding::new(Code::PolicyLacksCondition, at()),
        Some(Shown::Absent) => Finding::new(Code::PolicyLacksItem, at()),
        None => Finding::new(Code::NotAnswered, at()),
    });
}
