//! The part "Terms": what people agree to, in the order of the consent screen.

mod change;
mod history;
mod row;

use domain::form::{ROWS_MAX, Term};
use domain::subject::Field;
use leptos::prelude::*;
use text::screens::{application, terms};
use ui::{Button, EmptyState, Glyph};

use super::draft::use_draft;
use super::fields::Question;
use super::page::focus;
use crate::lang::{say, use_lang};
use crate::parts::findings::FindingNotes;
use change::Changes;
pub use history::History;
use row::TermRow;

/// The terms.
#[component]
pub fn TermsPart() -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let count = draft.value(|form| form.terms.len());
    let full = Signal::derive(move || {
        (count.get() >= ROWS_MAX)
            .then(|| text::screens::errors::field_too_many(lang.get(), ROWS_MAX))
    });
    let add = move |()| {
        let row = count.get_untracked();
        draft.edit(|form| {
            let term = Term {
                required: true,
                ..Term::default()
            };
            form.terms.push(term);
        });
        request_animation_frame(move || focus(&format!("terms-{row}-title_ko")));
    };
    view! {
        <p class="lead">{say(application::terms_lead)}</p>
        <Show when=move || { count.get() > 1 }><p class="hint">{say(terms::keys_hint)}</p></Show>
        <div class="item-list" id=Field::Terms.anchor() tabindex="-1">
            <FindingNotes findings=draft.notes_at(&Field::Terms)/>
            <Show when=move || count.get() == 0>
                <EmptyState title=say(application::terms_empty)/>
            </Show>
            <For each=move || 0..count.get() key=|row| *row let:row>
                <TermRow row/>
            </For>
        </div>
        <div class="row">
            <Button id="terms-add" label=say(application::term_add_button) icon=Glyph::Plus blocked=full on_press=add/>
        </div>
        <Question field=Field::Over14/>
        <Changes/>
        <History/>
    }
}
