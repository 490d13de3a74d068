//! What is asked for: the items of the round with the applicant's answers, what the check said, and what is new since the last round.

use contract::body::ReviewDetail;
use domain::application::{Document, Round};
use domain::finding::{Finding, Weight};
use domain::item::Item;
use domain::merge::changed;
use domain::review::Verdict;
use domain::subject::{Field, ItemField};
use leptos::prelude::*;
use text::screens::review;

use super::desk::{Desk, current};
use crate::lang::{say, tell, use_lang};
use crate::parts::answers::said;
use crate::parts::reasons::ReasonList;
use crate::parts::verdict::VerdictTag;

/// The region.
#[component]
pub(super) fn Request(detail: ReviewDetail, desk: Desk) -> impl IntoView {
    let rounds = &detail.application.rounds;
    let Some(round) = current(&detail.application).cloned() else {
        return ().into_any();
    };
    let previous = rounds
        .len()
        .checked_sub(2)
        .and_then(|n| rounds.get(n))
        .cloned();
    let items = round.covers.iter().map(|item| {
        let decision = round.decision.as_ref();
        let given = decision.and_then(|decision| decision.verdicts.get(item));
        let given = given.map(|verdict| verdict.verdict);
        view! { <OneItem item=*item document=round.document.clone() given desk/> }
    });
    let items = items.collect_view();
    let others: Vec<Item> = round
        .document
        .form
        .used()
        .map(|(item, _)| item)
        .filter(|item| !round.covers.contains(item))
        .collect();
    let others = (!others.is_empty()).then(|| {
        tell(move |lang| {
            let names: Vec<&str> = others
                .iter()
                .map(|item| text::item_short(lang, *item))
                .collect();
            review::approved_before(lang, &text::join(lang, &names))
        })
    });
    view! {
        <ul class="verdict-list">{items}</ul>
        {others.map(|words| view! { <p class="hint">{move || words.get()}</p> })}
        {previous.map(|previous| view! { <Differences previous round=round.clone()/> })}
        <Found round today=detail.findings/>
    }
    .into_any()
}

#[component]
fn OneItem(
    item: Item,
    document: Document,
    #[prop(optional_no_strip)] given: Option<Verdict>,
    desk: Desk,
) -> impl IntoView {
    let lang = use_lang();
    let stage = document.form.item(item).stage;
    let (name, asked) = (
        tell(move |lang| text::item(lang, item).to_owned()),
        tell(move |lang| text::stage(lang, stage).to_owned()),
    );
    // What was decided, or what is being written now.
    let verdict =
        Signal::derive(move || given.or_else(|| desk.verdict(item).map(|verdict| verdict.verdict)));
    let answers = move || {
        let lang = lang.get();
        let questions = ItemField::ALL.iter();
        questions
            .filter(|question| **question != ItemField::Stage)
            .map(|question| {
                let field = Field::Item(item, *question);
                let words = said(lang, &document.form, &document.channels, &field);
                view! { <dt>{text::item_field(lang, *question)}</dt><dd class="pre">{words}</dd> }
            })
            .collect_view()
    };
    view! {
        <li class="verdict-card">
            <div class="verdict-head">
                <strong>{move || name.get()}</strong>
                <span class="hint">{move || asked.get()}</span>
                <VerdictTag verdict/>
            </div>
            <dl class="answers">{answers}</dl>
        </li>
    }
}

/// The fields that differ from the round before.
#[component]
fn Differences(previous: Round, round: Round) -> impl IntoView {
    let fields = changed(&previous.document.form, &round.document.form);
    let (title, none) = (say(review::differs), say(review::differs_none));
    let rows = fields
        .iter()
        .cloned()
        .map(|field| {
            let words = tell(move |lang| text::field(lang, &field));
            view! { <li>{move || words.get()}</li> }
        })
        .collect_view();
    view! {
        <h3>{move || title.get()}</h3>
        {if fields.is_empty() { view! { <p>{move || none.get()}</p> }.into_any() } else { view! { <ul>{rows}</ul> }.into_any() }}
    }
}

/// What the check warned of when it was submitted, and what it says today on top of that.
#[component]
fn Found(round: Round, today: Vec<Finding>) -> impl IntoView {
    let warned: Vec<Finding> = round
        .findings
        .iter()
        .filter(|finding| finding.weight != Weight::Notes)
        .cloned()
        .collect();
    let newer: Vec<Finding> = today
        .into_iter()
        .filter(|finding| finding.weight != Weight::Notes && !round.findings.contains(finding))
        .collect();
    let (title, none, later) = (
        say(review::warned),
        say(review::not_warned),
        say(review::found_since),
    );
    view! {
        <h3>{move || title.get()}</h3>
        {if warned.is_empty() {
            view! { <p>{move || none.get()}</p> }.into_any()
        } else {
            view! { <ReasonList reasons=warned/> }.into_any()
        }}
        {(!newer.is_empty()).then(|| view! { <h3>{move || later.get()}</h3><ReasonList reasons=newer/> })}
    }
}
