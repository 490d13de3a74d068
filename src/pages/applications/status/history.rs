//! The rounds: what was submitted each time, and what was said of it. Rounds are never changed.

use domain::application::{Application, Round};
use leptos::prelude::*;
use text::screens::status;
use ui::{Disclosure, Panel, TableFrame};

use crate::lang::{say, tell};
use crate::parts::verdict::VerdictTag;
use crate::parts::when::{WhenForm, words};

/// Every round, newest first, folded away.
#[component]
pub(super) fn History(application: Application) -> impl IntoView {
    let rounds = application.rounds.into_iter().enumerate().rev();
    let rounds = rounds
        .map(|(n, round)| view! { <OneRound number=n + 1 round/> })
        .collect_view();
    view! { <Panel title=say(status::history)>{rounds}</Panel> }
}

#[component]
fn OneRound(number: usize, round: Round) -> impl IntoView {
    let submitted = round.submitted_at;
    let summary = tell(move |lang| {
        format!(
            "{} · {}",
            status::round(lang, number),
            words(lang, submitted, WhenForm::Table)
        )
    });
    let covered = {
        let covers = round.covers.clone();
        tell(move |lang| {
            let names: Vec<&str> = covers
                .iter()
                .map(|item| text::item_short(lang, *item))
                .collect();
            status::round_covers(lang, &text::join(lang, &names))
        })
    };
    let said = round
        .decision
        .as_ref()
        .map(|decision| decision.words.clone())
        .filter(|words| !words.trim().is_empty());
    view! {
        <Disclosure summary>
            <p>{move || covered.get()}</p>
            {said.map(|words| {
                let label = say(status::general_words);
                view! { <p class="hint">{move || label.get()}</p><p class="pre">{words}</p> }
            })}
            <Items round/>
        </Disclosure>
    }
}

#[component]
fn Items(round: Round) -> impl IntoView {
    let verdicts = round
        .decision
        .map(|decision| decision.verdicts)
        .unwrap_or_default();
    let rows = round
        .document
        .form
        .used()
        .map(|(item, request)| {
            let (stage, verdict) = (request.stage, verdicts.get(&item));
            let name = tell(move |lang| text::item(lang, item).to_owned());
            let asked = tell(move |lang| text::stage(lang, stage).to_owned());
            let given = verdict.map(|verdict| verdict.verdict);
            let why = verdict.and_then(|verdict| verdict.reason).map(|code| tell(move |lang| text::reason(lang, code, Some(item))));
            let said = verdict.map(|verdict| verdict.words.clone()).filter(|words| !words.trim().is_empty());
            view! {
                <tr>
                    <th scope="row">{move || name.get()}</th>
                    <td>{move || asked.get()}</td>
                    <td>
                        {round.covers.contains(&item).then(|| view! { <VerdictTag verdict=given/> })}
                        {why.map(|why| view! { <p>{move || why.get()}</p> })}
                        {said.map(|said| view! { <p class="pre">{said}</p> })}
                    </td>
                </tr>
            }
        })
        .collect_view();
    let head = [
        status::column_item,
        status::column_stage,
        status::column_verdict,
    ]
    .map(|sentence| {
        let words = say(sentence);
        view! { <th scope="col">{move || words.get()}</th> }
    });
    view! {
        <TableFrame caption=say(status::submitted_form)>
            <thead><tr>{head.into_iter().collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
}
