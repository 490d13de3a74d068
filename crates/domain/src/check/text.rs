//! The pasted texts beyond the items: can they be read, is anything made up, is something missing, do they collect more?

use crate::application::Document;
use crate::finding::{Code, FactName, Finding};
use crate::form::PastedText;
use crate::item::{Condition, Item, Stage};
use crate::proof::Readings;
use crate::reading::{Reading, Section};
use crate::subject::{Field, Subject};

pub(super) fn check(document: &Document, readings: &Readings, found: &mut Vec<Finding>) {
    for which in PastedText::ALL {
        if readings.is_unreadable(*which) {
            found.push(Finding::new(Code::TextUnreadable, at(*which)));
        }
    }
    if let Some(policy) = readings.text(PastedText::PrivacyPolicy) {
        placeholders(document, policy, found);
        more(document, policy, found);
        sections(policy, found);
    }
    footer(document, readings, found);
}

fn at(which: PastedText) -> Subject {
    Subject::Form(Field::Text(which))
}

/// Contacts that nobody replaced.
fn placeholders(document: &Document, policy: &Reading, found: &mut Vec<Finding>) {
    let Some(first) = policy.placeholders.first() else {
        return;
    };
    let text = &document.form.texts.privacy_policy;
    found.push(
        Finding::new(Code::PolicyPlaceholder, at(PastedText::PrivacyPolicy))
            .with(
                FactName::Entered,
                text.get(first.at.clone()).unwrap_or_default(),
            )
            .with(FactName::Count, policy.placeholders.len()),
    );
}

/// Items that the policy collects at sign-up, but that are neither asked for nor said to be collected by the own sign-up.
fn more(document: &Document, policy: &Reading, found: &mut Vec<Finding>) {
    let form = &document.form;
    let mut extra: Vec<Item> = Vec::new();
    for item in policy.collected().map(|reading| reading.item) {
        let request = form.item(item);
        let own = matches!(
            request.own_condition,
            Some(Condition::Required | Condition::Optional)
        );
        if request.stage == Stage::NotUsed && !own && form.used().next().is_some() {
            extra.push(item);
        }
    }
    if !extra.is_empty() {
        let mut finding = Finding::new(Code::PolicyNamesMore, at(PastedText::PrivacyPolicy));
        for item in extra {
            finding = finding.with(FactName::Name, item);
        }
        found.push(finding);
    }
}

/// The parts that a policy always has. Who hands nothing on need not speak of it.
fn sections(policy: &Reading, found: &mut Vec<Finding>) {
    let missing = policy
        .missing
        .iter()
        .filter(|section| !matches!(section, Section::ThirdParty | Section::Outsourcing));
    let mut finding = Finding::new(Code::PolicySectionsMissing, at(PastedText::PrivacyPolicy));
    for section in missing {
        finding = finding.with(FactName::Name, *section);
    }
    if !finding.facts.is_empty() {
        found.push(finding);
    }
}

/// A foot without name or number does not say who runs the site.
fn footer(document: &Document, readings: &Readings, found: &mut Vec<Finding>) {
    if super::business::foot_names(document, readings) == Some(false) {
        found.push(
            Finding::new(Code::BusinessNotOnSite, at(PastedText::Footer))
                .weighing(super::tie::weight(document)),
        );
    }
}
