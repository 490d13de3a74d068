//! The part "Items": ten rows, in the order of the FAQ. Questions are asked only about what is asked for.

mod ci;
mod row;

use domain::form::Form;
use domain::item::Item;
use domain::subject::Field;
use leptos::prelude::*;
use text::screens::application;

use super::draft::use_draft;
use super::fields::OtherQuestions;
use crate::lang::{say, tell};
use crate::parts::findings::FindingNotes;
use row::ItemRow;

/// The ten items.
#[component]
pub fn ItemsPart() -> impl IntoView {
    let draft = use_draft();
    let counts = draft.value(|form: &Form| {
        let (required, optional) = form.counts();
        (form.used().count(), required, optional)
    });
    let counted = tell(move |lang| {
        let (all, required, optional) = counts.get();
        application::items_counts(lang, all, required, optional)
    });
    let rows = Item::ALL
        .into_iter()
        .map(|item| view! { <ItemRow item/> })
        .collect_view();
    view! {
        <p class="lead">{say(application::items_lead)}</p>
        <p class="num">{move || counted.get()}</p>
        <FindingNotes findings=draft.notes_at(&Field::Items)/>
        <div class="item-list" id=Field::Items.anchor() tabindex="-1">{rows}</div>
        <OtherQuestions/>
    }
}
