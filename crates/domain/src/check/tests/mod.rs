//! One row a rule: a change to a sound application, and the finding that answers it.

mod doubt;
mod each;
mod sound;

use crate::app::AppKind;
use crate::application::Document;
use crate::evidence::{EvidenceKind, EvidencePage};
use crate::finding::{Code, FactName, Finding, Weight};
use crate::form::*;
use crate::item::*;

use sound::{file, sound};

pub(super) fn found(change: impl FnOnce(&mut Document)) -> Vec<Finding> {
    let mut document = sound();
    change(&mut document);
    super::check(&document, None)
}

pub(super) fn codes(found: &[Finding]) -> Vec<(Code, Weight, String)> {
    found
        .iter()
        .map(|f| (f.code, f.weight, f.subject.to_string()))
        .collect()
}

#[test]
fn a_sound_application_has_no_finding() {
    assert_eq!(codes(&found(|_| {})), []);
}

#[test]
fn a_scope_is_told_once_and_a_thousand_of_them_are_not_told_at_all() {
    let found = found(|document| {
        let many = (0..1_000).map(|n| format!("scope_{n},twice,again"));
        document.form.login.scopes_sent = many.collect();
    });
    let told = |scope: &str| {
        let expected = Finding::new(Code::UnknownScope, found[0].subject.clone());
        let expected = expected.with(FactName::Scope, scope);
        found
            .iter()
            .filter(|one| one.facts == expected.facts)
            .count()
    };
    assert_eq!((told("twice"), told("again")), (1, 1));
    assert_eq!(found.len(), 100);
}

#[test]
fn a_flow_plan_stands_in_for_a_sign_up_page() {
    let found = found(|document| {
        document.form.signup.kind = Some(SignupKind::SocialOnly);
        document.form.evidence = vec![file(
            EvidenceKind::FlowPlan,
            EvidencePage::Signup,
            &[Item::Name],
        )];
    });
    assert_eq!(codes(&found), []);
}

#[test]
fn the_heaviest_and_most_important_comes_first() {
    let found = found(|document| {
        document.app.kind = Some(AppKind::Basic);
        document.form.declared = false;
        document.app.category.clear();
        document.form.service.kakao_button_visible = Some(false);
    });
    let order: Vec<Code> = found.iter().map(|f| f.code).collect();
    assert_eq!(
        order,
        [
            Code::AppNotBiz,
            Code::NotDeclared,
            Code::ButtonHidden,
            Code::AppCategoryMissing
        ]
    );
}

#[test]
fn a_launch_before_the_review_can_end_is_warned_of() {
    let mut document = sound();
    let today = "2026-11-23".parse().unwrap();
    document.form.service.launch_date = Some("2026-11-25".parse().unwrap());
    assert_eq!(
        codes(&super::check(&document, Some(today)))[0].0,
        Code::LaunchTooEarly
    );
    document.form.service.launch_date = Some("2026-12-25".parse().unwrap());
    assert_eq!(codes(&super::check(&document, Some(today))), []);
    document.form.service.launch_date = Some("2026-11-20".parse().unwrap());
    assert_eq!(codes(&crate::check::check(&document, Some(today))), []);
}
