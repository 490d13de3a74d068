//! The answers of one part, to check or to read.

use domain::finding::Weight;
use domain::subject::Part;
use leptos::prelude::*;
use text::screens::shell;
use ui::{Panel, SummaryList, SummaryRow, Tag, TagTone};

use super::draft::use_draft;
use crate::lang::{say, tell, use_lang};
use crate::parts::answers::{Line, lines};
use crate::path;

/// The answers of a part under its name.
#[component]
pub fn PartSummary(
    /// Which part.
    part: Part,
    /// Whether each answer leads to the place where it is changed.
    change: bool,
) -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let lines = Memo::new(move |_| {
        draft
            .form
            .with(|form| draft.asked.with(|asked| lines(form, asked, part)))
    });
    let row = move |line: Line| {
        let term = {
            let line = line.clone();
            tell(move |lang| line.term(lang))
        };
        let href = change.then(|| path::application_field(&draft.id(), &line.place()));
        let words = move || {
            draft
                .document
                .with(|document| line.words(lang.get(), document))
        };
        view! {
            <SummaryRow term change=Signal::stored(href) change_label=say(shell::change_button)>
                <span class="pre">{words}</span>
            </SummaryRow>
        }
    };
    let blocks = Memo::new(move |_| {
        draft.findings.with(|all| {
            all.iter()
                .filter(|finding| finding.weight == Weight::Blocks)
                .filter(|finding| {
                    finding
                        .subject
                        .field()
                        .is_some_and(|field| field.part() == part)
                })
                .count()
        })
    });
    let tag = move || {
        (change && blocks.get() > 0).then(|| {
            view! { <Tag tone=TagTone::Action label=tell(move |lang| text::screens::application::part_fix(lang, blocks.get()))/> }
        })
    };
    view! {
        <Panel title=tell(move |lang| text::part(lang, part).to_owned()) actions=move || tag>
            {move || {
                let lines = lines.get();
                if lines.is_empty() {
                    view! { <p class="hint">{say(shell::not_entered)}</p> }.into_any()
                } else {
                    view! { <SummaryList>{lines.into_iter().map(row).collect_view()}</SummaryList> }.into_any()
                }
            }}
        </Panel>
    }
}
