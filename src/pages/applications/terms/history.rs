//! Which tags were submitted, and when: to read old consents by.

use domain::form::Term;
use domain::term::{TagPeriod, history};
use domain::time::Date;
use leptos::prelude::*;
use text::Lang;
use text::screens::terms;
use ui::{Disclosure, TableFrame};

use super::super::draft::use_draft;
use crate::lang::{say, use_lang};

/// The table; nothing as long as no tag was submitted.
#[component]
pub fn History() -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let periods = Memo::new(move |_| {
        draft.detail.with(|detail| {
            let rounds = detail.application.rounds.iter();
            let versions: Vec<(Date, &[Term])> = rounds
                .map(|round| {
                    let terms = round.document.form.terms.as_slice();
                    (round.submitted_at.date_in_seoul(), terms)
                })
                .collect();
            history(&versions)
        })
    });
    let rows = move || {
        let lang = lang.get();
        periods.with(|periods| periods.iter().map(|one| row(lang, one)).collect_view())
    };
    view! {
        <Show when=move || periods.with(|periods| !periods.is_empty())>
            <Disclosure summary=say(terms::history_title)>
                <TableFrame caption=say(terms::history_title) hide_caption=true stack=true>
                    <thead><tr>
                        <th scope="col">{say(terms::history_tag)}</th>
                        <th scope="col">{say(terms::history_name)}</th>
                        <th scope="col">{say(terms::history_from)}</th>
                        <th scope="col">{say(terms::history_until)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </TableFrame>
            </Disclosure>
        </Show>
    }
    .into_any()
}

fn row(lang: Lang, period: &TagPeriod) -> AnyView {
    let until = match period.until {
        Some(day) => day.to_string(),
        None => terms::history_in_use(lang).to_owned(),
    };
    let name = if period.title_ko.is_empty() {
        terms::unnamed(lang).to_owned()
    } else {
        period.title_ko.clone()
    };
    view! {
        <tr>
            <th scope="row"><code>{period.tag.clone()}</code></th>
            <td data-l=terms::history_name(lang)>{name}</td>
            <td data-l=terms::history_from(lang) class="num">{period.from.to_string()}</td>
            <td data-l=terms::history_until(lang) class="num">{until}</td>
        </tr>
    }
    .into_any()
}
