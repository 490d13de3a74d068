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
    if form
        .ci
        .verification
        .is_some_and(|how| how != Verification::Agency)
    {
        // Nothing else about CI matters before this; but a draft was attached in vain.
        found.push(Finding::new(Code::CiNoAgency, at(CiField::Verification)));
        evidence(form, false, found);
        return;
    }
    if form.ci.verified_at == Some(VerificationMoment::Use) && request.stage == Stage::Required {
        found.push(
            Finding::new(
                Code::CiNotAtSignup,
                Subject::Form(Field::Item(Item::AccountCi, ItemField::Stage)),
            )
            .with(FactName::Requested, request.stage),
        );
    }
    if !form.ci.purpose_agreed {
        found.push(Finding::new(
            Code::CiPurposeNotAgreed,
            at(CiField::PurposeAgreed),
        ));
    }
    if form.ci.reason.trim().is_empty() {
        found.push(Finding::new(Code::CiReasonMissing, at(CiField::Reason)));
    } else if !compares_members(&form.ci.reason) && !compares_members(&request.purpose) {
        found.push(
            Finding::new(Code::CiPurposeOther, at(CiField::Reason))
                .with(FactName::Entered, form.ci.reason.trim()),
        );
    }
    evidence(form, true, found);
}

/// Whether a reason speaks of telling members apart or together: the only use that is granted.
fn compares_members(reason: &str) -> bool {
    const WORDS: [&str; 22] = [
        "대조",
        "비교",
        "중복",
        "동일인",
        "같은 사람",
        "한 사람",
        "기존 회원",
        "회원 식별",
        "식별",
        "통합",
        "합치",
        "합칩",
        "연결",
        "이중",
        "재가입",
        "여러 계정",
        "duplicate",
        "same person",
        "compare",
        "match",
        "existing member",
        "one account",
    ];
    let reason = reason.to_lowercase();
    WORDS.iter().any(|word| reason.contains(word))
}

/// A live capture of the verification screen, never a draft. `missing` says whether a capture that is not there is to be said.
fn evidence(form: &Form, missing: bool, found: &mut Vec<Finding>) {
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
        None if !missing => {}
        None => found.push(Finding::new(
            Code::CiCaptureMissing,
            Subject::Form(Field::Evidence),
        )),
    }
}
