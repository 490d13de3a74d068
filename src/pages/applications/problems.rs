//! What blocks, at the top of a page of the form once somebody tried to submit, with links to the places.

use domain::finding::Weight;
use domain::subject::Part;
use leptos::prelude::*;
use text::screens::shell;
use ui::{ErrorLink, ErrorSummary};

use super::draft::use_draft;
use crate::lang::{tell, use_lang};

/// The errors of one part.
#[component]
pub fn Problems(
    /// Which part.
    part: Part,
) -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let errors = Memo::new(move |_| {
        if !draft.attempted.get() {
            return Vec::new();
        }
        draft.findings.with(|all| {
            all.iter()
                .filter(|finding| finding.weight == Weight::Blocks)
                .filter_map(|finding| {
                    Some((
                        finding
                            .subject
                            .field()
                            .filter(|field| field.part() == part)?
                            .anchor(),
                        finding,
                    ))
                })
                .map(|(target, finding)| ErrorLink {
                    target,
                    text: text::finding(lang.get(), finding),
                })
                .collect::<Vec<_>>()
        })
    });
    let title = tell(move |lang| shell::to_fix(lang, errors.with(Vec::len)));
    view! { <ErrorSummary title errors/> }
}
