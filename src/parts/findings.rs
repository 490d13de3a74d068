//! What the check says: beside a field, and as a list in the order of importance.

use domain::finding::{Code, FactName, FactValue, Finding, Weight};
use domain::subject::Part;
use leptos::prelude::*;
use text::screens::{application, shell};
use ui::{Disclosure, Glyph, Icon, Text};

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
        | Code::NotKnownYet
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

/// The findings of one field, each said once; nothing when there are none. What would pass stands folded away.
#[component]
pub fn FindingNotes(
    /// The findings, most important first.
    findings: Signal<Vec<Finding>>,
) -> impl IntoView {
    // Typing in another field must not draw these anew.
    let findings = Memo::new(move |_| findings.with(|all| said_once(all)));
    let note = |finding: Finding| {
        let (code, weight) = (finding.code, weight_word(&finding));
        view! {
            <div class="finding" data-weight=weight>
                {said(&finding)}
                <Values finding/>
                {passes(code)}
            </div>
        }
        .into_any()
    };
    (move || findings.get().into_iter().map(note).collect_view()).into_any()
}

/// Several findings of one code at one field are said once, and so are those whose values stand side by side there already.
fn said_once(all: &[Finding]) -> Vec<Finding> {
    let mut once: Vec<Finding> = Vec::new();
    for finding in all {
        let shown = matches!(finding.code, Code::BusinessDiffers | Code::RedirectMismatch);
        let before = once.iter_mut().find(|one| one.code == finding.code);
        let again = before.is_some();
        match before {
            Some(before) => before.facts.clear(),
            None => once.push(finding.clone()),
        }
        if let Some(last) = once.last_mut().filter(|_| shown && !again) {
            last.facts.clear();
        }
    }
    once
}

/// The weight and the sentence.
fn said(finding: &Finding) -> AnyView {
    let glyph = glyph(finding.weight);
    let words = words(finding);
    view! { <Icon glyph/><p>{move || words.get()}</p> }.into_any()
}

fn words(finding: &Finding) -> Text {
    let finding = finding.clone();
    tell(move |lang| {
        format!(
            "{}: {}",
            text::weight(lang, finding.weight),
            text::finding(lang, &finding)
        )
    })
}

/// What would pass, and where the rule comes from: ours, an answer, or a page.
fn passes(code: Code) -> AnyView {
    let help = tell(move |lang| text::passes(lang, code).to_owned());
    let example = tell(move |lang| text::example(lang, code).to_owned());
    let source = tell(move |lang| {
        format!(
            "{}: {}",
            shell::source(lang),
            text::source(lang, code.meta().source)
        )
    });
    view! {
        <Disclosure summary=say(shell::what_passes)>
            <p>{move || help.get()}</p>
            <p class="example">{move || example.get()}</p>
            <p class="hint">{move || source.get()}</p>
        </Disclosure>
    }
    .into_any()
}

/// Findings by part of the form, the heaviest first in each. Several of one code stand together: what each is about and where it is put
/// right, then once who can fix it, what would pass and where the rule comes from.
#[component]
pub fn FindingList(
    /// The findings, most important first.
    findings: Vec<Finding>,
    /// Where a finding can be put right, if this place leads anywhere.
    #[prop(optional, into)]
    link: Option<Callback<Finding, Option<String>>>,
) -> impl IntoView {
    let mut groups: Vec<(Option<Part>, Vec<Vec<Finding>>)> = Vec::new();
    for finding in findings {
        let part = finding.subject.field().map(domain::subject::Field::part);
        let there = groups.iter().position(|(of, _)| *of == part);
        let at = there.unwrap_or(groups.len());
        if there.is_none() {
            groups.push((part, Vec::new()));
        }
        let Some((_, group)) = groups.get_mut(at) else {
            continue;
        };
        let alike = |one: &&mut Vec<Finding>| {
            one.first()
                .is_some_and(|first| (first.code, first.weight) == (finding.code, finding.weight))
        };
        match group.iter_mut().find(alike) {
            Some(alike) => alike.push(finding),
            None => group.push(vec![finding]),
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
                .map(|alike| row(alike, link))
                .collect_view();
            view! {
                <div class="group">
                    <h3>{move || title.get()}</h3>
                    <ul class="finding-list">{rows}</ul>
                </div>
            }
        })
        .collect_view()
        .into_any()
}

/// Findings of one code, in full.
fn row(alike: Vec<Finding>, link: Option<Callback<Finding, Option<String>>>) -> Option<AnyView> {
    let first = alike.first()?;
    let (code, weight) = (first.code, weight_word(first));
    let fixer = tell(move |lang| text::fixer(lang, code.meta().fixer).to_owned());
    let each = alike
        .into_iter()
        .map(|finding| {
            let words = words(&finding);
            let way = link.and_then(|link| link.run(finding.clone())).map(|href| {
                view! {
                    <a class="act" href=href>
                        {say(application::fix_link)}
                        <span class="visually-hidden">" "{move || words.get()}</span>
                    </a>
                }
            });
            view! { {said(&finding)}<Values finding/>{way} }.into_any()
        })
        .collect_view();
    let row = view! {
        <li class="finding" data-weight=weight>
            {each}
            <p class="hint">{move || fixer.get()}</p>
            {passes(code)}
        </li>
    };
    Some(row.into_any())
}

fn glyph(weight: Weight) -> Glyph {
    match weight {
        Weight::Blocks => Glyph::Cross,
        Weight::Warns => Glyph::Warning,
        Weight::Notes => Glyph::Info,
    }
}
