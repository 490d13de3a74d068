//! What the screen asks and why, in the applicant's own words: for whoever decides about it, and for the print sheet.

use domain::application::Document;
use domain::consent_screen::{Key, Line};
use leptos::prelude::*;
use text::Lang;
use text::screens::{preview, shell};
use ui::TableFrame;

use super::Meeting;
use crate::lang::{say, use_lang};

/// A row for each line of the screen; nothing without a screen.
#[component]
pub fn Asked(meeting: Meeting) -> impl IntoView {
    let lang = use_lang();
    (move || {
        let lang = lang.get();
        let rows = meeting.trial.outcome.with(|outcome| {
            let lines = outcome.screen.as_ref()?.lines.iter().zip(&outcome.keys);
            Some(meeting.document.with(|document| {
                lines
                    .map(|(line, key)| row(lang, document, line, key))
                    .collect_view()
            }))
        })?;
        Some(view! {
            <TableFrame caption=say(preview::asked_title) stack=true>
                <thead><tr>
                    <th scope="col">{preview::asked_what(lang)}</th>
                    <th scope="col">{preview::asked_condition(lang)}</th>
                    <th scope="col">{preview::asked_why(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </TableFrame>
        })
    })
    .into_any()
}

fn row(lang: Lang, document: &Document, line: &Line, key: &Key) -> AnyView {
    let condition = if line.required {
        shell::required(lang)
    } else {
        shell::optional(lang)
    };
    let why: Vec<String> = match key {
        Key::Term(row) => {
            let term = document.form.terms.get(*row);
            term.map_or_else(Vec::new, |term| {
                let tag = Some(term.tag.trim()).filter(|tag| !tag.is_empty());
                let tag = tag.map(|tag| preview::asked_tag(lang, tag));
                tag.into_iter().chain([term.url.clone()]).collect()
            })
        }
        Key::Item(item) => {
            let asked = document.form.item(*item);
            vec![asked.purpose, asked.justification]
        }
        Key::Channel(_) => vec![preview::asked_channel(lang).to_owned()],
    };
    let mut why: Vec<AnyView> = why
        .into_iter()
        .filter(|words| !words.trim().is_empty())
        .map(|words| view! { <p>{words}</p> }.into_any())
        .collect();
    if why.is_empty() {
        why.push(view! { <span class="consent-gap">{preview::asked_gap(lang)}</span> }.into_any());
    }
    let (of, how) = (preview::asked_condition(lang), preview::asked_why(lang));
    view! {
        <tr>
            <th scope="row">{text::consent::ask(lang, &line.ask)}</th>
            <td data-l=of>{condition}</td>
            <td data-l=how>{why}</td>
        </tr>
    }
    .into_any()
}
