//! The tables: a change to a sound application, and the finding that answers it. Without the change it is not there.

mod asked;
mod form;
mod login;
mod texts;

use std::collections::BTreeSet;

use super::{codes, found, sound::file};
use crate::application::Document;
use crate::evidence::{EvidenceKind, EvidencePage};
use crate::finding::{Code, Weight};
use crate::form::*;
use crate::item::*;

/// A change, the code that answers it, and where.
pub(super) type Row = (fn(&mut Document), Code, &'static str);

/// Codes that the check of an application does not give: lists and reviewers do.
const ELSEWHERE: [Code; 5] = [
    Code::AppBlocked,
    Code::ChannelNoBusiness,
    Code::AppFull,
    Code::ChannelLinked,
    Code::Other,
];

/// Found with a day at hand; see `a_launch_before_the_review_can_end_is_warned_of`.
const WITH_A_DAY: [Code; 1] = [Code::LaunchTooEarly];

fn phone(document: &mut Document) -> &mut ItemRequest {
    document.form.items.get_mut(&Item::PhoneNumber).unwrap()
}

/// Asks for another item as the telephone number is asked for.
fn ask<'a>(document: &'a mut Document, item: Item, purpose: &str) -> &'a mut ItemRequest {
    let request = ItemRequest {
        purpose: purpose.into(),
        ..phone(document).clone()
    };
    document.form.items.insert(item, request);
    document.form.items.get_mut(&item).unwrap()
}

fn ci(document: &mut Document, how: Verification, when: VerificationMoment, stage: Stage) {
    ask(document, Item::AccountCi, "기존 회원과 대조합니다").stage = stage;
    document.form.ci = Ci {
        purpose_agreed: true,
        reason: "중복 가입을 막습니다".into(),
        verification: Some(how),
        verified_at: Some(when),
        provider: "본인확인기관".into(),
    };
    document.form.evidence = vec![file(
        EvidenceKind::LiveCapture,
        EvidencePage::Verification,
        &[Item::AccountCi],
    )];
}

fn rows() -> impl Iterator<Item = &'static Row> {
    [form::ROWS, asked::ROWS, login::ROWS, texts::ROWS]
        .into_iter()
        .flatten()
}

#[test]
fn each_fault_is_answered_by_its_finding_and_blocked_by_no_other() {
    for (change, code, subject) in rows() {
        let found = codes(&found(*change));
        let wanted: Vec<_> = found
            .iter()
            .filter(|(c, _, s)| c == code && s == subject)
            .collect();
        assert_eq!(wanted.len(), 1, "{code:?} at {subject}: {found:?}");
        let blocking: Vec<_> = found
            .iter()
            .filter(|(c, weight, _)| *weight == Weight::Blocks && c != code)
            .collect();
        assert!(
            blocking.is_empty(),
            "{code:?}: also blocked by {blocking:?}"
        );
    }
}

#[test]
fn each_fault_is_among_the_first_two_and_at_most_three_others_stand_beside_it() {
    for (change, code, subject) in rows() {
        let found = codes(&found(*change));
        let at = found.iter().position(|(c, ..)| c == code);
        assert!(
            at.is_some_and(|at| at < 2) && found.len() <= 4,
            "{code:?} at {subject}: {found:?}"
        );
    }
}

#[test]
fn every_code_has_a_fault_that_it_answers() {
    let tested: BTreeSet<Code> = rows()
        .map(|(_, code, _)| *code)
        .chain(ELSEWHERE)
        .chain(WITH_A_DAY)
        .collect();
    let missing: Vec<_> = Code::ALL.iter().filter(|c| !tested.contains(c)).collect();
    assert!(missing.is_empty(), "no test for {missing:?}");
}

#[test]
fn every_finding_goes_away_with_its_fault() {
    assert_eq!(codes(&found(|_| {})), []);
}
