//! The applications: where each stands, starting one, and bringing one in from a file.

mod bring;

use contract::body::{ApplicationRow, Applications};
use leptos::prelude::*;
use text::screens::application;
use ui::{ButtonKind, EmptyState, LinkButton, Panel, SkeletonShape, TableFrame};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::layout::Page;
use crate::parts::start_application::StartApplication;
use crate::parts::status_tag::StatusTag;
use crate::parts::when::When;
use crate::path;
use bring::Bring;

/// The list.
#[component]
pub fn ApplicationsPage() -> impl IntoView {
    let api = use_api();
    let loaded = Loaded::new(move || {
        let client = api.client();
        async move { client.application_list().await }
    });
    view! {
        <Page title=say(application::name)>
            {loaded.view(SkeletonShape::Rows, |answer| view! { <List answer=answer.body/> })}
        </Page>
    }
}

#[component]
fn List(answer: Applications) -> impl IntoView {
    let Applications { rows, startable } = answer;
    let hint = say(application::empty);
    let targets: Vec<_> = rows
        .iter()
        .filter(|row| row.status.is_editable())
        .map(|row| row.app.clone())
        .chain(startable.iter().cloned())
        .collect();
    let starts = startable
        .into_iter()
        .map(|app| {
            let name = app.name.clone();
            let label = tell(move |lang| application::start_for_button(lang, &name));
            view! { <li class="row"><StartApplication app=app.id label/></li> }
        })
        .collect::<Vec<_>>();
    let (none, none_startable) = (rows.is_empty(), starts.is_empty());
    view! {
        {if none {
            view! {
                <EmptyState title=say(application::empty_title) text=Signal::derive(move || Some(hint.get()))>
                    {none_startable.then(|| view! {
                        <LinkButton label=say(application::link_button) href=path::links() kind=ButtonKind::Primary/>
                    })}
                </EmptyState>
            }.into_any()
        } else {
            view! { <Table rows/> }.into_any()
        }}
        {(!none_startable).then(|| view! {
            <Panel title=say(application::start_title)><ul class="pick-list">{starts}</ul></Panel>
        })}
        {(!targets.is_empty()).then(|| view! { <Bring targets/> })}
    }
}

#[component]
fn Table(rows: Vec<ApplicationRow>) -> impl IntoView {
    let count = rows.len();
    let heads = [
        application::column_app,
        application::column_status,
        application::receipt,
        application::column_items,
        application::column_changed,
    ];
    let lang = use_lang();
    let row = move |row: ApplicationRow| {
        let ApplicationRow {
            id,
            app,
            status,
            receipt,
            items,
            changed_at,
            changed_by,
            ..
        } = row;
        let href = if status.is_editable() {
            path::application_overview(&id)
        } else {
            path::application_status(&id)
        };
        let label = move |n: usize| heads.get(n).map(|head| head(lang.get()));
        view! {
            <tr>
                <th scope="row" data-l=move || label(0)><a class="act" href=href>{app.name}</a></th>
                <td data-l=move || label(1)><StatusTag status/></td>
                <td class="num" data-l=move || label(2)>{receipt.unwrap_or_else(|| "–".to_owned())}</td>
                <td class="num" data-l=move || label(3)>{items}</td>
                <td data-l=move || label(4)><When at=changed_at/>{" · "}{changed_by}</td>
            </tr>
        }
    };
    view! {
        <TableFrame caption=tell(move |lang| application::list_caption(lang, count)) stack=true>
            <thead><tr>{heads.map(|head| view! { <th scope="col">{say(head)}</th> }).into_iter().collect_view()}</tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </TableFrame>
    }
}
