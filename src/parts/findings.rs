//! What the check says: beside a field, and as a list in the order of importance.

use domain::finding::{Code, FactName, FactValue, Finding, Weight};
use domain::subject::Part;
use leptos::prelude::*;
use text::screens::{application, shell};
use ui::{Disclosure, Glyph, Icon};

use crate::lang::{say, tell};
use crate::parts::reasons::{Values, weight_word};

/// Whether a finding only says that something is not filled in yet. Beside an empty field that goes without saying.
pub fn is_gap(finding: &Finding) -> bool {
    let empty_tag = || {
        finding
            .facts
            .iter()
            .any(|fact| fact.name == FactName::Tag && fact.value == FactValue::Text(String::new()))
    };
    match finding.code {
        Code::NotAnswered
        | Code::PurposeMissing
        | Code::UseMissing
        | Code::CiReasonMissing
        | Code::CiPurposeNotAgreed
        | Code::TermTitleMissing
        | Code::TermUrlMissing
        | Code::ExtraNameMissing
        | Code::NotDeclared => true,
        Code::TermTagMalformed => empty_tag(),
        _ => false,
    }
}

/// One finding beside its field: what, and the values that differ.
#[component]
pub fn FindingNote(
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let weight = weight_word(&finding);
    let glyph = glyph(finding.weight);
    let words = {
        let finding = finding.clone();
        tell(move |lang| {
            format!(
                "{}: {}",
                text::weight(lang, finding.weight),
                text::finding(lang, &finding)
            )
        })
    };
    view! {
        <div class="finding" data-weight=weight>
            <Icon glyph/>
            <p>{move || words.get()}</p>
            <Values finding/>
        </div>
    }
}

/// The findings of one field; nothing when there are none.
#[component]
pub fn FindingNotes(
    /// The findings, most important first.
    findings: Signal<Vec<Finding>>,
) -> impl IntoView {
    // Typing in another field must not draw these anew.
    let findings = Memo::new(move |_| findings.get());
    move || {
        findings
            .get()
            .into_iter()
            .map(|finding| view! { <FindingNote finding/> })
            .collect_view()
    }
}

/// Findings by part of the form, the heaviest first in each: what, the values, who can fix it, help and source.
#[component]
pub fn FindingList(
    /// The findings, most important first.
    findings: Vec<Finding>,
    /// Where a finding can be put right, if this place leads anywhere.
    #[prop(optional, into)]
    link: Option<Callback<Finding, Option<String>>>,
) -> impl IntoView {
    let mut groups: Vec<(Option<Part>, Vec<Finding>)> = Vec::new();
    for finding in findings {
        let part = finding.subject.field().map(domain::subject::Field::part);
        match groups.iter_mut().find(|(of, _)| *of == part) {
            Some((_, group)) => group.push(finding),
            None => groups.push((part, vec![finding])),
        }
    }
    groups
        .into_iter()
        .map(|(part, group)| {
            let title = tell(move |lang| match part {
                Some(part) => text::part(lang, part).to_owned(),
                None => application::findings_facts(lang).to_owned(),
            });
            let rows = group
                .into_iter()
                .map(|finding| view! { <Row finding link/> })
                .collect_view();
            view! {
                <div class="group">
                    <h3>{move || title.get()}</h3>
                    <ul class="finding-list">{rows}</ul>
                </div>
            }
        })
        .collect_view()
}

/// One finding in full.
#[component]
fn Row(finding: Finding, link: Option<Callback<Finding, Option<String>>>) -> impl IntoView {
    let code = finding.code;
    let meta = code.meta();
    let weight = weight_word(&finding);
    let glyph = glyph(finding.weight);
    let words = {
        let finding = finding.clone();
        tell(move |lang| {
            format!(
                "{}: {}",
                text::weight(lang, finding.weight),
                text::finding(lang, &finding)
            )
        })
    };
    let help = tell(move |lang| text::help(lang, code).to_owned());
    let source = tell(move |lang| {
        format!(
            "{}: {}",
            shell::source(lang),
            text::source(lang, meta.source)
        )
    });
    let fixer = tell(move |lang| text::fixer(lang, meta.fixer).to_owned());
    let way = link.and_then(|link| link.run(finding.clone())).map(|href| {
        view! {
            <a class="act" href=href>
                {say(application::fix_link)}
                <span class="visually-hidden">" "{move || words.get()}</span>
            </a>
        }
    });
    view! {
        <li class="finding" data-weight=weight>
            <Icon glyph/>
            <p>{move || words.get()}</p>
            <Values finding/>
            <p class="hint">{move || fixer.get()}</p>
            {way}
            <Disclosure summary=say(shell::what_passes)>
                <p>{move || help.get()}</p>
                <p class="hint">{move || source.get()}</p>
            </Disclosure>
        </li>
    }
}

fn glyph(weight: Weight) -> Glyph {
    match weight {
        Weight::Blocks => Glyph::Cross,
        Weight::Warns => Glyph::Warning,
        Weight::Notes => Glyph::Info,
    }
}
