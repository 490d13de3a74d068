//! Every difference between two versions, in words: on the screen, in the terms, in the rest of the application.

use domain::application::Document;
use domain::consent_screen::of;
use domain::term::TermChange;
use domain::versions::{differences, line_changes, terms};
use leptos::prelude::*;
use text::Lang;
use text::screens::{preview, share};
use text::versions::{consequence, difference, line_change, term_change};
use ui::{Note, NoteTone, Panel, Text};

use crate::lang::{say, use_lang};

/// The differences, or that there is none.
#[component]
pub(super) fn Differences(before: Document, after: Document) -> impl IntoView {
    let lang = use_lang();
    let (old, new) = (of(&before), of(&after));
    let lines = line_changes(&old, &new);
    let changed_terms = terms(&before, &after);
    let rest = differences(&before, &after);
    if lines.is_empty() && changed_terms.is_empty() && rest.is_empty() {
        return view! { <Note tone=NoteTone::Ok><p>{say(share::compare_same)}</p></Note> }
            .into_any();
    }
    let on_screen = move || -> Vec<String> {
        let say = |change| line_change(lang.get(), &old, &new, change);
        lines.iter().map(say).collect()
    };
    let in_terms = move || -> Vec<String> {
        let all = changed_terms.iter();
        all.flat_map(|change| of_term(lang.get(), &before, &after, change))
            .collect()
    };
    let in_form =
        move || -> Vec<String> { rest.iter().map(|one| difference(lang.get(), one)).collect() };
    view! {
        {part(say(share::compare_screen), on_screen)}
        {part(say(share::compare_terms), in_terms)}
        {part(say(share::compare_form), in_form)}
    }
    .into_any()
}

/// A heading and its sentences; nothing without any.
fn part(title: Text, sentences: impl Fn() -> Vec<String> + Send + Sync + 'static) -> AnyView {
    let sentences = Signal::derive(sentences);
    (move || {
        let all = sentences.get();
        (!all.is_empty()).then(|| {
            let all = all
                .into_iter()
                .map(|words| view! { <li>{words}</li> })
                .collect_view();
            view! { <Panel title><ul>{all}</ul></Panel> }
        })
    })
    .into_any()
}

/// What changed about a term, and what that does.
fn of_term(lang: Lang, before: &Document, after: &Document, change: &TermChange) -> Vec<String> {
    let title = |document: &Document, row: Option<usize>| {
        let term = row.and_then(|row| document.form.terms.get(row));
        term.map(|term| term.title_ko.trim().to_owned())
            .filter(|title| !title.is_empty())
    };
    let name = title(after, change.after)
        .or_else(|| title(before, change.before))
        .unwrap_or_else(|| preview::no_title(lang).to_owned());
    let sentence = |one| {
        let mut words = [&name, ": ", term_change(lang, one)].concat();
        for effect in domain::term::Change::consequences(one) {
            words.push(' ');
            words.push_str(consequence(lang, *effect));
        }
        words
    };
    change.changes.iter().copied().map(sentence).collect()
}
