//! What the terms as they stand now would do to people who have joined, and the request that asks those people.

use domain::form::Term;
use domain::term::{TermChange, ask_again, changes};
use leptos::prelude::*;
use text::screens::terms;
use text::{Lang, versions};
use ui::Panel;

use super::super::draft::{Draft, use_draft};
use crate::lang::{say, use_lang};
use crate::parts::preview::{Parameters, parameters};

/// The terms that were submitted last; `None` while nothing was submitted. Tracked.
pub fn submitted(draft: Draft) -> Option<Vec<Term>> {
    draft.detail.with(|detail| {
        let last = detail.application.rounds.last()?;
        Some(last.document.form.terms.clone())
    })
}

/// The panel; nothing as long as the application was never submitted.
#[component]
pub fn Changes() -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let before = Memo::new(move |_| submitted(draft));
    let now = draft.value(|form| form.terms.clone());
    let body = move || {
        let lang = lang.get();
        let before = before.get().unwrap_or_default();
        let found = now.with(|now| changes(&before, now));
        if found.is_empty() {
            return view! { <p>{terms::changes_none(lang)}</p> }.into_any();
        }
        let list: Vec<AnyView> = now.with(|now| {
            let one = |change: &TermChange| change_view(lang, &before, now, change);
            found.iter().map(one).collect()
        });
        let request = now.with(|now| ask_again(&before, now));
        let request = request.map(|request| {
            let parts = draft
                .document
                .with(|document| parameters(document, request));
            view! {
                <h3>{terms::request_title(lang)}</h3>
                <p>{terms::request_lead(lang)}</p>
                <Parameters parts/>
            }
        });
        view! {
            <p class="hint">{terms::changes_lead(lang)}</p>
            <ul class="term-changes">{list}</ul>
            {request}
        }
        .into_any()
    };
    let is_there = Memo::new(move |_| before.with(Option::is_some));
    view! {
        <Show when=move || is_there.get()>
            <Panel title=say(terms::changes_title)>{body}</Panel>
        </Show>
    }
    .into_any()
}

/// One term: what changed about it, and what each change does.
fn change_view(lang: Lang, before: &[Term], now: &[Term], change: &TermChange) -> AnyView {
    let new = change.after.and_then(|row| now.get(row));
    let term = new.or_else(|| before.get(change.before?));
    let title = term.map_or("", |term| term.title_ko.trim());
    let name = if title.is_empty() {
        terms::unnamed(lang).to_owned()
    } else {
        title.to_owned()
    };
    let mut said = Vec::new();
    let lines: Vec<AnyView> = change
        .changes
        .iter()
        .map(|one| {
            let does: Vec<AnyView> = one
                .consequences()
                .iter()
                .filter(|does| {
                    // Two changes of one term can do the same: it is said once.
                    let is_new = !said.contains(*does);
                    if is_new {
                        said.push(**does);
                    }
                    is_new
                })
                .map(|does| view! { <li>{versions::consequence(lang, *does)}</li> }.into_any())
                .collect();
            let list = (!does.is_empty()).then(|| view! { <ul>{does}</ul> });
            view! { <p>{versions::term_change(lang, *one)}</p>{list} }.into_any()
        })
        .collect();
    view! { <li><strong>{name}</strong>{lines}</li> }.into_any()
}
