//! One term. Its controls are bound to its place in the list, so that moving a term moves its words and not the keyboard's focus.

use domain::form::{AGE_TERM_TAG, Form, Term};
use domain::subject::{Field, TermField};
use domain::term::{next_tag, propose_tag};
use leptos::prelude::*;
use text::Lang;
use text::screens::{application, terms};
use ui::{Announcer, Button, Fieldset, Glyph, use_announcer};
use web_sys::KeyboardEvent;

use super::super::draft::{Draft, today, use_draft};
use super::super::fields::Question;
use super::super::page::focus;
use super::change::submitted;
use crate::lang::{say, tell, use_lang};

/// The row in that place, counted from 0.
#[component]
pub fn TermRow(row: usize) -> impl IntoView {
    let draft = use_draft();
    let place = Place::new(draft, row);
    let at = move |field| Field::Term(row, field);
    let propose = move |()| {
        let wanted = draft.form.with_untracked(|form| proposal(form, row));
        if let Some(tag) = wanted {
            draft.edit(|form| with(form, row, |term| term.tag = tag));
        }
    };
    view! {
        <div on:keydown=move |ev| place.key(&ev)>
            <Fieldset legend=tell(move |lang| application::term(lang, row + 1)) card=Signal::stored(Some(true))>
                <Question field=at(TermField::TitleKo) on_leave=Callback::new(propose)/>
                <Question field=at(TermField::TitleEn)/>
                <Question field=at(TermField::Url)/>
                <Question field=at(TermField::Tag)/>
                <NewTag row/>
                <Question field=at(TermField::Required)/>
                <Moves place/>
            </Fieldset>
        </div>
    }
    .into_any()
}

/// A place in the list, and the ways out of it.
#[derive(Clone, Copy)]
struct Place {
    draft: Draft,
    row: usize,
    count: Memo<usize>,
    lang: RwSignal<Lang>,
    announcer: Announcer,
}

impl Place {
    fn new(draft: Draft, row: usize) -> Place {
        Place {
            draft,
            row,
            count: draft.value(|form| form.terms.len()),
            lang: use_lang(),
            announcer: use_announcer(),
        }
    }

    /// The places before and after this one, as far as there are any.
    fn next(self, up: bool) -> Option<usize> {
        let other = if up {
            self.row.checked_sub(1)?
        } else {
            self.row + 1
        };
        (other < self.count.get_untracked()).then_some(other)
    }

    /// Exchanges the words of two places and says so.
    fn swap(self, other: usize) {
        self.draft.edit(|form| {
            if self.row.max(other) < form.terms.len() {
                form.terms.swap(self.row, other);
            }
        });
        let words = application::term_moved(self.lang.get_untracked(), other + 1);
        self.announcer.announce(words);
    }

    /// Alt with an arrow moves the term; focus goes to the same control in its new place.
    fn key(self, ev: &KeyboardEvent) {
        let up = match ev.key().as_str() {
            "ArrowUp" => true,
            "ArrowDown" => false,
            _ => return,
        };
        if !ev.alt_key() || ev.ctrl_key() || ev.meta_key() || ev.is_composing() {
            return;
        }
        // Also at an end of the list: a control may not do something of its own there.
        ev.prevent_default();
        let Some(other) = self.next(up) else { return };
        let id = document()
            .active_element()
            .map(|element| element.id())
            .unwrap_or_default();
        let (here, there) = (format!("terms-{}-", self.row), format!("terms-{other}-"));
        let target = match id.strip_prefix(&here) {
            Some(rest) => format!("{there}{rest}"),
            None => format!("{there}title_ko"),
        };
        self.swap(other);
        request_animation_frame(move || focus_or(&target, &there));
    }

    /// A button moves the term; focus goes to the same button in its new place.
    fn press(self, up: bool) {
        let Some(other) = self.next(up) else { return };
        self.swap(other);
        let word = if up { "up" } else { "down" };
        let there = format!("terms-{other}-");
        request_animation_frame(move || focus_or(&format!("{there}{word}"), &there));
    }

    fn remove(self) {
        let row = self.row;
        self.draft.edit(|form| {
            if row < form.terms.len() {
                form.terms.remove(row);
            }
        });
        let words = application::term_removed(self.lang.get_untracked(), row + 1);
        self.announcer.announce(words);
        let target = if row < self.count.get_untracked() {
            format!("terms-{row}-title_ko")
        } else {
            "terms-add".to_owned()
        };
        request_animation_frame(move || focus(&target));
    }
}

/// Focus on that control; a term at an end has only one of the two buttons, so the other one is taken there.
fn focus_or(target: &str, there: &str) {
    let ids = [
        target.to_owned(),
        format!("{there}up"),
        format!("{there}down"),
    ];
    let found = ids
        .iter()
        .find(|id| document().get_element_by_id(id).is_some());
    if let Some(id) = found {
        focus(id);
    }
}

/// Up, down, and out.
#[component]
fn Moves(place: Place) -> impl IntoView {
    let Place { row, count, .. } = place;
    let name = tell(move |lang| application::term(lang, row + 1));
    let hidden = Signal::derive(move || Some(name.get()));
    let (up, down) = (
        Callback::new(move |()| place.press(true)),
        Callback::new(move |()| place.press(false)),
    );
    view! {
        <div class="row">
            <Show when=move || { row > 0 }>
                <Button id=format!("terms-{row}-up") label=say(application::up_button) hidden icon=Glyph::ArrowUp on_press=up/>
            </Show>
            <Show when=move || row + 1 < count.get()>
                <Button id=format!("terms-{row}-down") label=say(application::down_button) hidden icon=Glyph::ArrowDown on_press=down/>
            </Show>
            <Button
                id=format!("terms-{row}-remove")
                label=tell(move |lang| application::term_remove_button(lang, row + 1))
                icon=Glyph::Cross
                on_press=move |()| place.remove()
            />
        </div>
    }
    .into_any()
}

/// For a tag that was submitted: the next one, in case the text behind it changed.
#[component]
fn NewTag(row: usize) -> impl IntoView {
    let (draft, lang, announcer) = (use_draft(), use_lang(), use_announcer());
    let before = Memo::new(move |_| submitted(draft).unwrap_or_default());
    let next = Memo::new(move |_| {
        before.with(|before| draft.form.with(|form| successor(form, before, row)))
    });
    let change = Callback::new(move |()| {
        let Some(tag) = next.get_untracked() else {
            return;
        };
        announcer.announce(terms::tag_changed(lang.get_untracked(), &tag));
        draft.edit(|form| with(form, row, |term| term.tag = tag));
        // The button is gone now; what it changed is not.
        request_animation_frame(move || focus(&format!("terms-{row}-tag")));
    });
    (move || {
        let tag = next.get()?;
        let label = tell(move |lang| terms::tag_button(lang, &tag));
        Some(view! {
            <div class="question">
                <p class="hint">{move || terms::tag_hint(lang.get())}</p>
                <div class="row"><Button label on_press=change/></div>
            </div>
        })
    })
    .into_any()
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

/// The tag after one that was submitted before. The age term keeps its own.
fn successor(form: &Form, before: &[Term], row: usize) -> Option<String> {
    let term = form.terms.get(row)?;
    let tag = term.tag.trim();
    if tag == AGE_TERM_TAG || before.iter().all(|old| old.tag.trim() != tag) {
        return None;
    }
    let all = form.terms.iter().chain(before);
    let taken: Vec<&str> = all.map(|term| term.tag.trim()).collect();
    Some(next_tag(tag, &term.title_ko, today(), &taken)).filter(|next| next != tag)
}
