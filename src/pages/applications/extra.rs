//! The part "Extra information": what the site asks on its own page after the consent screen, because Sync cannot hand it over. `#9`.

use domain::form::{ExtraInfo, ROWS_MAX};
use domain::subject::Field;
use leptos::prelude::*;
use text::screens::application;
use ui::{Button, EmptyState, Fieldset, Glyph, use_announcer};

use super::draft::use_draft;
use super::fields::Question;
use super::page::focus;
use crate::lang::{say, tell, use_lang};

/// The rows.
#[component]
pub fn ExtraPart() -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let count = draft.value(|form| form.extra.len());
    let full = Signal::derive(move || {
        (count.get() >= ROWS_MAX)
            .then(|| text::screens::errors::field_too_many(lang.get(), ROWS_MAX))
    });
    let add = move |()| {
        let row = count.get_untracked();
        draft.edit(|form| form.extra.push(ExtraInfo::default()));
        request_animation_frame(move || focus(&Field::ExtraRow(row).anchor()));
    };
    view! {
        <p class="lead">{say(application::extra_lead)}</p>
        <div class="item-list" id=Field::Extra.anchor() tabindex="-1">
            <Show when=move || count.get() == 0>
                <EmptyState title=say(application::extra_empty)/>
            </Show>
            <For each=move || 0..count.get() key=|row| *row let:row>
                <ExtraRow row/>
            </For>
        </div>
        <div class="row">
            <Button id="extra-add" label=say(application::extra_add_button) icon=Glyph::Plus blocked=full on_press=add/>
        </div>
    }
}

/// The row in that place, counted from 0.
#[component]
fn ExtraRow(row: usize) -> impl IntoView {
    let (draft, lang, announcer) = (use_draft(), use_lang(), use_announcer());
    let field = Field::ExtraRow(row);
    let legend = {
        let field = field.clone();
        tell(move |lang| text::field(lang, &field))
    };
    let remove = move |()| {
        draft.edit(|form| {
            if row < form.extra.len() {
                form.extra.remove(row);
            }
        });
        announcer.announce(application::extra_removed(lang.get_untracked(), row + 1));
        let left = draft.form.with_untracked(|form| form.extra.len());
        let target = if row < left {
            Field::ExtraRow(row).anchor()
        } else {
            "extra-add".to_owned()
        };
        request_animation_frame(move || focus(&target));
    };
    view! {
        <Fieldset legend card=Signal::stored(Some(true))>
            <Question field=field.clone()/>
            <Question field=field.clone() part="url"/>
            <Question field part="required"/>
            <div class="row">
                <Button
                    label=tell(move |lang| application::extra_remove_button(lang, row + 1))
                    icon=Glyph::Cross
                    on_press=remove
                />
            </div>
        </Fieldset>
    }
}
