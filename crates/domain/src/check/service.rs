//! The service: can a reviewer get in and see it, and can members leave?

use crate::application::Document;
use crate::evidence::{EvidenceKind, EvidencePage};
use crate::finding::{Code, FactName, Finding, Weight};
use crate::form::{Form, PastedText, ReviewerAccess, is_public_address, is_web_address};
use crate::proof::Readings;
use crate::subject::{Field, ServiceField, Subject};

pub(super) fn check(document: &Document, readings: &Readings, found: &mut Vec<Finding>) {
    let form = &document.form;
    address(form, found);
    access(form, found);
    let service = &form.service;
    let in_policy = readings
        .text(PastedText::PrivacyPolicy)
        .is_some_and(|policy| policy.withdrawal.is_some());
    let mut say = |code, field, weight| {
        found.push(Finding::new(code, at(field)).weighing(weight));
    };
    if service.kakao_button_visible == Some(false) {
        say(
            Code::ButtonHidden,
            ServiceField::KakaoButtonVisible,
            Weight::Warns,
        );
    }
    if service.test_data_public == Some(true) {
        say(
            Code::TestDataPublic,
            ServiceField::TestDataPublic,
            Weight::Warns,
        );
    }
    if service.can_withdraw == Some(false) {
        say(
            Code::WithdrawalMissing,
            ServiceField::CanWithdraw,
            Weight::Warns,
        );
    } else if super::is_empty(&service.withdrawal) && !in_policy && service.can_withdraw.is_none() {
        say(
            Code::WithdrawalMissing,
            ServiceField::Withdrawal,
            Weight::Notes,
        );
    }
}

fn at(field: ServiceField) -> Subject {
    Subject::Form(Field::Service(field))
}

/// A plan of the service, which stands in for one that does not run yet.
pub(crate) fn is_planned(form: &Form) -> bool {
    form.evidence
        .iter()
        .any(|file| file.kind == Some(EvidenceKind::FlowPlan))
}

fn address(form: &Form, found: &mut Vec<Finding>) {
    let service = &form.service;
    let address = service.url.trim();
    let nowhere = address.is_empty() || is_web_address(address) && !is_public_address(address);
    let pictured = super::is_shown(form, EvidencePage::ServiceFlow, None) || is_planned(form);
    if (nowhere || service.launched == Some(false)) && !pictured {
        // Nothing was said about the service at all: that is a question left open rather than a fault.
        let weight = if address.is_empty() && service.launched.is_none() {
            Weight::Notes
        } else {
            Weight::Warns
        };
        found.push(
            Finding::new(Code::ServiceNotPublic, at(ServiceField::Url))
                .with(FactName::Entered, address)
                .weighing(weight),
        );
    }
}

/// A way in for the reviewer: an open service, an account of its own, or pictures that are really attached.
fn access(form: &Form, found: &mut Vec<Finding>) {
    let service = &form.service;
    if super::is_shown(form, EvidencePage::ServiceFlow, None) {
        return;
    }
    let code = match service.reviewer_access {
        Some(ReviewerAccess::SharedKakaoAccount) => Code::SharedAccount,
        Some(ReviewerAccess::None | ReviewerAccess::FlowCaptures) | None
            if service.usable_without_login == Some(false) =>
        {
            Code::ServiceUnreachable
        }
        _ => return,
    };
    found.push(Finding::new(code, at(ServiceField::ReviewerAccess)));
}
