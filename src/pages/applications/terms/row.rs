//! One term. Its controls are bound to its place in the list, so that moving a term moves its words and not the keyboard's focus.

use domain::form::{Form, Term};
use domain::subject::{Field, TermField};
use domain::term::propose_tag;
use leptos::prelude::*;
use text::screens::application;
use ui::{Button, Fieldset, Glyph, use_announcer};

use super::super::draft::{today, use_draft};
use super::super::fields::Question;
use super::super::page::focus;
use crate::lang::{say, tell, use_lang};

/// The row in that place, counted from 0.
#[component]
pub fn TermRow(row: usize) -> impl IntoView {
    let draft = use_draft();
    let at = move |field| Field::Term(row, field);
    let propose = move |()| {
        let wanted = draft.form.with_untracked(|form| proposal(form, row));
        if let Some(tag) = wanted {
            draft.edit(|form| with(form, row, |term| term.tag = tag));
        }
    };
    view! {
        <Fieldset legend=tell(move |lang| application::term(lang, row + 1)) card=Signal::stored(Some(true))>
            <Question field=at(TermField::TitleKo) on_leave=Callback::new(propose)/>
            <Question field=at(TermField::TitleEn)/>
            <Question field=at(TermField::Url)/>
            <Question field=at(TermField::Tag)/>
            <Question field=at(TermField::Required)/>
            <Moves row/>
        </Fieldset>
    }
}

/// Up, down, and out. Focus stays with the term that moved.
#[component]
fn Moves(row: usize) -> impl IntoView {
    let (draft, lang, announcer) = (use_draft(), use_lang(), use_announcer());
    let count = draft.value(|form| form.terms.len());
    let name = tell(move |lang| application::term(lang, row + 1));
    let hidden = Signal::derive(move || Some(name.get()));
    let swap = move |other: usize, word: &'static str| {
        draft.edit(|form| {
            if row.max(other) < form.terms.len() {
                form.terms.swap(row, other);
            }
        });
        announcer.announce(application::term_moved(lang.get_untracked(), other + 1));
        let last = count.get_untracked().saturating_sub(1);
        // A term at an end has only one of the two buttons.
        let word = match other {
            0 => "down",
            other if other == last => "up",
            _ => word,
        };
        request_animation_frame(move || focus(&format!("terms-{other}-{word}")));
    };
    let remove = move |()| {
        draft.edit(|form| {
            if row < form.terms.len() {
                form.terms.remove(row);
            }
        });
        announcer.announce(application::term_removed(lang.get_untracked(), row + 1));
        let left = count.get_untracked();
        let target = if row < left {
            format!("terms-{row}-title_ko")
        } else {
            "terms-add".to_owned()
        };
        request_animation_frame(move || focus(&target));
    };
    view! {
        <div class="row">
            <Show when=move || { row > 0 }>
                <Button
                    id=format!("terms-{row}-up")
                    label=say(application::up_button)
                    hidden
                    icon=Glyph::ArrowUp
                    on_press=move |()| swap(row - 1, "up")
                />
            </Show>
            <Show when=move || row + 1 < count.get()>
                <Button
                    id=format!("terms-{row}-down")
                    label=say(application::down_button)
                    hidden
                    icon=Glyph::ArrowDown
                    on_press=move |()| swap(row + 1, "down")
                />
            </Show>
            <Button
                id=format!("terms-{row}-remove")
                label=tell(move |lang| application::term_remove_button(lang, row + 1))
                icon=Glyph::Cross
                on_press=remove
            />
        </div>
    }
}

fn with(form: &mut Form, row: usize, change: impl FnOnce(&mut Term)) {
    if let Some(term) = form.terms.get_mut(row) {
        change(term);
    }
}

/// A tag for a term that has a title and no tag yet.
fn proposal(form: &Form, row: usize) -> Option<String> {
    let term = form
        .terms
        .get(row)
        .filter(|term| term.tag.trim().is_empty())?;
    let taken: Vec<&str> = form.terms.iter().map(|term| term.tag.as_str()).collect();
    Some(propose_tag(&term.title_ko, today(), &taken)).filter(|tag| !tag.is_empty())
}
