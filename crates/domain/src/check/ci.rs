//! The connecting information (CI): only for comparing members, only with an identity-verification agency, never on a draft.

use crate::evidence::{EvidenceKind, EvidencePage};
use crate::finding::{Code, FactName, Finding};
use crate::form::{Form, Verification, VerificationMoment};
use crate::item::{Item, Stage};
use crate::subject::{CiField, Field, ItemField, Subject};

pub(super) fn check(form: &Form, found: &mut Vec<Finding>) {
    let request = form.item(Item::AccountCi);
    if request.stage == Stage::NotUsed {
        return;
    }
    let at = |field| Subject::Form(Field::Ci(field));
    match form.ci.verification {
        None => found.push(Finding::new(Code::NotAnswered, at(CiField::Verification))),
        Some(Verification::Agency) => {}
        Some(_) => found.push(Finding::new(Code::CiNoAgency, at(CiField::Verification))),
    }
    if form.ci.verification == Some(Verification::Agency) {
        match form.ci.verified_at {
            None => found.push(Finding::new(Code::NotAnswered, at(CiField::VerifiedAt))),
            Some(VerificationMoment::Use) if request.stage == Stage::Required => found.push(
                Finding::new(
                    Code::CiNotAtSignup,
                    Subject::Form(Field::Item(Item::AccountCi, ItemField::Stage)),
                )
                .with(FactName::Requested, request.stage),
            ),
            Some(_) => {}
        }
    }
    if !form.ci.purpose_agreed {
        found.push(Finding::new(
            Code::CiPurposeNotAgreed,
            at(CiField::PurposeAgreed),
        ));
    }
    if form.ci.reason.trim().is_empty() {
        found.push(Finding::new(Code::CiReasonMissing, at(CiField::Reason)));
    }
    evidence(form, found);
}

fn evidence(form: &Form, found: &mut Vec<Finding>) {
    let proofs = || {
        form.evidence.iter().filter(|file| {
            file.page == Some(EvidencePage::Verification) || file.shows.contains(&Item::AccountCi)
        })
    };
    if proofs().any(|file| file.kind == Some(EvidenceKind::LiveCapture)) {
        return;
    }
    match proofs().find(|file| file.kind.is_some()) {
        Some(draft) => found.push(Finding::new(
            Code::CiDraftEvidence,
            Subject::Form(Field::EvidenceFile(draft.id.clone())),
        )),
        None => found.push(Finding::new(
            Code::CiCaptureMissing,
            Subject::Form(Field::Evidence),
        )),
    }
}
