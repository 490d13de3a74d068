//! What proves the request: pages to open, answers about the service, and the files.

use contract::body::ReviewDetail;
use domain::form::is_web_address;
use domain::item::Item;
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, review, shell};
use ui::Disclosure;

use super::answers::{Answer, addresses, business, ci_answers, service_answers};
use super::desk::current;
use super::pasted::Pasted;
use crate::lang::{say, use_lang};
use crate::parts::evidence::EvidenceCard;

/// The region.
#[component]
pub(super) fn Proofs(detail: ReviewDetail) -> impl IntoView {
    let lang = use_lang();
    let Some(round) = current(&detail.application).cloned() else {
        return ().into_any();
    };
    let document = round.document;
    let form = StoredValue::new(document.form.clone());
    let has_ci = document
        .form
        .used()
        .any(|(item, _)| item == Item::AccountCi);
    let pages = move || {
        addresses(lang.get(), &form.get_value())
            .into_iter()
            .map(|answer| page(lang.get(), answer))
            .collect_view()
    };
    let app = document.app.business.clone().unwrap_or_default();
    let service = move || {
        let lang = lang.get();
        let on_app = (
            text::app_fact(lang, domain::subject::AppFact::Business),
            business(lang, &app),
        );
        rows(
            service_answers(lang, &form.get_value())
                .into_iter()
                .chain([on_app]),
        )
    };
    let ci = has_ci.then(|| {
        let heading = Signal::derive(move || text::item(lang.get(), Item::AccountCi).to_owned());
        let answers = move || rows(ci_answers(lang.get(), &form.get_value()));
        view! { <h3>{move || heading.get()}</h3><dl class="answers">{answers}</dl> }
    });
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
        {ci}
        <Disclosure summary=say(review::service_answers)><dl class="answers">{service}</dl></Disclosure>
    }
    .into_any()
}

fn rows(answers: impl IntoIterator<Item = Answer>) -> AnyView {
    answers
        .into_iter()
        .map(|(label, value)| view! { <dt>{label}</dt><dd>{value}</dd> })
        .collect_view()
        .into_any()
}

/// An address: a link only when it is a web address, for applicants can write anything there.
fn page(lang: Lang, (label, address): Answer) -> AnyView {
    let value = if address.trim().is_empty() {
        shell::not_entered(lang).into_any()
    } else if is_web_address(&address) {
        let href = address.clone();
        view! { <a href=href target="_blank" rel="noreferrer">{address}{" "}{shell::new_window(lang)}</a> }.into_any()
    } else {
        address.into_any()
    };
    view! { <dt>{label}</dt><dd>{value}</dd> }.into_any()
}
