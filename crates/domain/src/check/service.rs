//! The service: can a reviewer get in, and is it the same business everywhere?

use crate::application::Document;
use crate::business::PrintedBusiness;
use crate::evidence::{EvidenceKind, EvidencePage};
use crate::finding::{Code, FactName, Finding};
use crate::form::{Form, ReviewerAccess, is_public_address, is_web_address};
use crate::subject::{Field, ServiceField, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Finding>) {
    reach(&document.form, found);
    business(document, found);
    let service = &document.form.service;
    if service.withdrawal.trim().is_empty() {
        found.push(Finding::new(
            Code::WithdrawalMissing,
            at(ServiceField::Withdrawal),
        ));
    }
    for (printed, field) in [
        (&service.business_on_site, ServiceField::BusinessOnSite),
        (
            &service.business_on_certificate,
            ServiceField::BusinessOnCertificate,
        ),
    ] {
        super::facts::number(printed, at(field), found);
    }
}

fn at(field: ServiceField) -> Subject {
    Subject::Form(Field::Service(field))
}

fn reach(form: &Form, found: &mut Vec<Finding>) {
    let service = &form.service;
    let pictured = super::is_shown(form, EvidencePage::ServiceFlow, None);
    let planned = form
        .evidence
        .iter()
        .any(|file| file.kind == Some(EvidenceKind::FlowPlan));
    let address = service.url.trim();
    let nowhere = address.is_empty() || is_web_address(address) && !is_public_address(address);
    if (nowhere || service.launched == Some(false)) && !pictured && !planned {
        found.push(
            Finding::new(Code::ServiceNotPublic, at(ServiceField::Url))
                .with(FactName::Entered, address),
        );
    }
    match service.reviewer_access {
        Some(ReviewerAccess::SharedKakaoAccount) if !pictured => {
            found.push(Finding::new(
                Code::SharedAccount,
                at(ServiceField::ReviewerAccess),
            ));
        }
        Some(ReviewerAccess::None) | None
            if service.usable_without_login == Some(false) && !pictured =>
        {
            found.push(Finding::new(
                Code::ServiceUnreachable,
                at(ServiceField::ReviewerAccess),
            ));
        }
        _ => {}
    }
    if service.kakao_button_visible == Some(false) {
        found.push(Finding::new(
            Code::ButtonHidden,
            at(ServiceField::KakaoButtonVisible),
        ));
    }
}

/// The certificate is the measure; without it the app's information is. Spaces and brackets count: reviewers compare letters.
fn business(document: &Document, found: &mut Vec<Finding>) {
    let service = &document.form.service;
    let nothing = PrintedBusiness::default();
    let app = document.app.business.as_ref().unwrap_or(&nothing);
    let certificate = &service.business_on_certificate;
    let site = &service.business_on_site;
    differ(
        (FactName::Certificate, certificate),
        (FactName::Site, site),
        ServiceField::BusinessOnSite,
        found,
    );
    differ(
        (FactName::Certificate, certificate),
        (FactName::App, app),
        ServiceField::BusinessOnCertificate,
        found,
    );
    if certificate.is_empty() {
        differ(
            (FactName::App, app),
            (FactName::Site, site),
            ServiceField::BusinessOnSite,
            found,
        );
    }
    let company = document.app.company.trim();
    if !certificate.trade_name.trim().is_empty()
        && !company.is_empty()
        && company != certificate.trade_name.trim()
    {
        found.push(
            Finding::new(
                Code::BusinessDiffers,
                at(ServiceField::BusinessOnCertificate),
            )
            .with(FactName::Certificate, certificate.trade_name.trim())
            .with(FactName::App, company),
        );
    }
}

/// One finding for each of the three parts that both sides print and print differently.
fn differ(
    (a_name, a): (FactName, &PrintedBusiness),
    (b_name, b): (FactName, &PrintedBusiness),
    field: ServiceField,
    found: &mut Vec<Finding>,
) {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let (a_digits, b_digits) = (digits(&a.number), digits(&b.number));
    let pairs = [
        (a.trade_name.trim(), b.trade_name.trim()),
        (a.representative.trim(), b.representative.trim()),
        (a_digits.as_str(), b_digits.as_str()),
    ];
    for (ours, theirs) in pairs {
        if !ours.is_empty() && !theirs.is_empty() && ours != theirs {
            found.push(
                Finding::new(Code::BusinessDiffers, at(field))
                    .with(a_name, ours)
                    .with(b_name, theirs),
            );
        }
    }
}
