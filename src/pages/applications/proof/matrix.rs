//! Which items can be seen on which file. One file can serve several items.

use domain::id::EvidenceId;
use domain::item::Item;
use leptos::prelude::*;
use text::screens::evidence;
use ui::{Checkbox, TableFrame};

use crate::lang::{say, tell};
use crate::pages::applications::draft::use_draft;

/// The table, once there are items and files.
#[component]
pub(super) fn Matrix() -> impl IntoView {
    let draft = use_draft();
    let items = draft.value(|form| form.used().map(|(item, _)| item).collect::<Vec<_>>());
    let files = draft.value(|form| {
        form.evidence
            .iter()
            .map(|file| (file.id.clone(), file.name.clone()))
            .collect::<Vec<_>>()
    });
    let heading = say(evidence::matrix_title);
    view! {
        <Show when=move || !items.with(Vec::is_empty) && !files.with(Vec::is_empty)>
            <h3>{move || heading.get()}</h3>
            {move || view! { <Table items=items.get() files=files.get()/> }}
        </Show>
    }
}

#[component]
fn Table(items: Vec<Item>, files: Vec<(EvidenceId, String)>) -> impl IntoView {
    let column = say(evidence::column_item);
    let head = files
        .iter()
        .map(|(_, name)| view! { <th scope="col">{name.clone()}</th> })
        .collect_view();
    let rows = items
        .into_iter()
        .map(|item| {
            let name = tell(move |lang| text::item(lang, item).to_owned());
            let cells = files
                .iter()
                .map(|(id, file)| view! { <td><Cell item id=id.clone() file=file.clone()/></td> })
                .collect_view();
            view! { <tr><th scope="row">{move || name.get()}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="evidence-matrix">
            <TableFrame caption=say(evidence::matrix_caption)>
                <thead><tr><th scope="col">{move || column.get()}</th>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </TableFrame>
        </div>
    }
}

/// Whether that item can be seen on that file.
#[component]
fn Cell(item: Item, id: EvidenceId, file: String) -> impl IntoView {
    let draft = use_draft();
    let label = tell(move |lang| evidence::shows_item(lang, text::item(lang, item), &file));
    let checked = {
        let id = id.clone();
        draft.value(move |form| {
            form.evidence
                .iter()
                .any(|file| file.id == id && file.shows.contains(&item))
        })
    };
    let on_change = move |ticked: bool| {
        draft.edit(|form| {
            let Some(file) = form.evidence.iter_mut().find(|file| file.id == id) else {
                return;
            };
            file.shows.retain(|of| *of != item);
            if ticked {
                file.shows.push(item);
                file.shows.sort_unstable();
            }
        });
    };
    view! { <Checkbox label checked on_change hide_label=true/> }
}
