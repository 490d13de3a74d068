//! What proves the request: pages to open, answers about the service, and the files.

use contract::body::ReviewDetail;
use domain::application::Document;
use domain::form::is_web_address;
use domain::item::Item;
use domain::questions;
use domain::subject::{AppFact, Field, Part, ServiceField, SignupField};
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, review, shell};
use ui::Disclosure;

use super::desk::current;
use super::pasted::Pasted;
use crate::lang::{say, tell, use_lang};
use crate::parts::answers::{Line, business, lines, said};
use crate::parts::evidence::EvidenceCard;

/// The addresses, which stand apart because they are opened.
const PAGES: [Field; 4] = [
    Field::Signup(SignupField::Url),
    Field::Service(ServiceField::Url),
    Field::Service(ServiceField::PrivacyUrl),
    Field::Service(ServiceField::TermsUrl),
];

/// The region.
#[component]
pub(super) fn Proofs(detail: ReviewDetail) -> impl IntoView {
    let lang = use_lang();
    let Some(round) = current(&detail.application).cloned() else {
        return ().into_any();
    };
    let document = round.document;
    let pages = {
        let form = document.form.clone();
        move || {
            let lang = lang.get();
            let page = |field: &Field| {
                page(
                    lang,
                    text::field(lang, field),
                    said(lang, &form, &[], field),
                )
            };
            PAGES.iter().map(page).collect_view()
        }
    };
    let asked = questions::asked(&document);
    let answers = Part::ALL.iter().map(|part| {
        let mut lines = lines(&document.form, &asked, *part);
        lines.retain(|line| stands_nowhere_else(line, &round.covers));
        view! { <Answers part=*part lines document=document.clone()/> }
    });
    let answers = answers.collect_view();
    let cards = document
        .form
        .evidence
        .iter()
        .cloned()
        .map(|evidence| {
            let file = detail
                .files
                .iter()
                .find(|file| file.id == evidence.id)
                .cloned();
            view! { <EvidenceCard application=detail.application.id.clone() evidence file/> }
        })
        .collect_view();
    let (files, pages_title, empty) = (
        say(evidence::files_title),
        say(review::pages_title),
        say(evidence::files_empty),
    );
    let files_view = if document.form.evidence.is_empty() {
        view! { <p>{move || empty.get()}</p> }.into_any()
    } else {
        view! { <ul class="evidence-list">{cards}</ul> }.into_any()
    };
    view! {
        <h3>{move || files.get()}</h3>
        {files_view}
        <Pasted form=document.form/>
        <h3>{move || pages_title.get()}</h3>
        <dl class="answers">{pages}</dl>
        {answers}
    }
    .into_any()
}

/// Whether an answer is not in the request, among the files, the pasted texts or the addresses.
fn stands_nowhere_else(line: &Line, covers: &[Item]) -> bool {
    match line {
        Line::Item(item) => !covers.contains(item),
        Line::Field(Field::Evidence | Field::Text(_) | Field::Overruled | Field::Declared) => false,
        Line::Field(field) => !PAGES.contains(field),
    }
}

/// The answers of one part, folded away; nothing when there are none.
#[component]
fn Answers(part: Part, lines: Vec<Line>, document: Document) -> impl IntoView {
    if lines.is_empty() {
        return ().into_any();
    }
    let lang = use_lang();
    let rows = move || {
        let lang = lang.get();
        let row = |line: &Line| answer_row(line.term(lang), line.words(lang, &document));
        let known = (part == Part::Proof).then(|| {
            let app = business(&document.app.business.clone().unwrap_or_default());
            let words = if app.is_empty() {
                shell::not_entered(lang).to_owned()
            } else {
                app
            };
            let term = text::app_fact(lang, AppFact::Business).to_owned();
            answer_row(term, words)
        });
        view! { {lines.iter().map(row).collect_view()}{known} }
    };
    let summary = tell(move |lang| text::part(lang, part).to_owned());
    view! { <Disclosure summary><dl class="answers">{rows}</dl></Disclosure> }.into_any()
}

fn answer_row(term: String, words: String) -> AnyView {
    view! { <dt>{term}</dt><dd class="pre">{words}</dd> }.into_any()
}

/// An address: a link only when it is a web address, for applicants can write anything there.
fn page(lang: Lang, label: String, address: String) -> AnyView {
    let value = if is_web_address(&address) {
        let href = address.clone();
        view! { <a href=href target="_blank" rel="noreferrer">{address}{" "}{shell::new_window(lang)}</a> }.into_any()
    } else {
        address.into_any()
    };
    view! { <dt>{label}</dt><dd>{value}</dd> }.into_any()
}
