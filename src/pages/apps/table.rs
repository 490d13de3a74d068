//! The rows of the list of apps.

use contract::body::{AppRow, Group};
use leptos::prelude::*;
use text::Lang;
use text::screens::apps;

use super::facts::{asset, icon, links, number, sync};
use crate::lang::{say, tell};
use crate::parts::listing::Listing;
use crate::parts::marked::Marked;
use crate::parts::reasons::{ReasonList, RemedyAction};
use crate::path;

type Sentence = fn(Lang) -> &'static str;

/// Head and body of the table of one group.
pub(super) fn table(group: Group, rows: Vec<AppRow>, list: Listing) -> AnyView {
    let columns: &[Sentence] = match group {
        Group::Usable => &[
            apps::column_app,
            apps::column_number,
            apps::column_role,
            apps::column_links,
            apps::column_sync,
        ],
        Group::Other => &[
            apps::column_app,
            apps::column_role,
            apps::column_reason,
            apps::column_action,
        ],
    };
    let heads = columns
        .iter()
        .map(|column| view! { <th scope="col">{say(*column)}</th> })
        .collect_view();
    let words = list.words();
    let rows = rows
        .into_iter()
        .map(|row| match group {
            Group::Usable => usable(&row, words).into_any(),
            Group::Other => other(row, words).into_any(),
        })
        .collect_view();
    view! {
        <thead><tr>{heads}</tr></thead>
        <tbody>{rows}</tbody>
    }
    .into_any()
}

fn usable(row: &AppRow, words: Signal<String>) -> impl IntoView + use<> {
    view! {
        <tr>
            {name(row, words)}
            <td data-l=say(apps::column_number)>{number(&row.app)}</td>
            {role(row)}
            <td data-l=say(apps::column_links)><span class="num">{links(row.links)}</span></td>
            <td data-l=say(apps::column_sync)>{sync(row.application.as_ref())}</td>
        </tr>
    }
}

fn other(row: AppRow, words: Signal<String>) -> impl IntoView {
    let first = row.reasons.first().cloned();
    let asset = asset(&row);
    let owner = row.owner.clone();
    view! {
        <tr>
            {name(&row, words)}
            {role(&row)}
            <td data-l=say(apps::column_reason)>
                <ReasonList reasons=row.reasons/>
            </td>
            <td data-l=say(apps::column_action)>
                {first.map(|finding| view! { <RemedyAction finding asset/> })}
                <p class="hint">{say(apps::owner)}" "{owner}</p>
            </td>
        </tr>
    }
}

/// The first cell: icon, name and app ID, leading to the page of the app.
fn name(row: &AppRow, words: Signal<String>) -> impl IntoView + use<> {
    let app = &row.app;
    let number = app.number.to_string();
    view! {
        <th scope="row" data-l=say(apps::column_app)>
            <span class="row">
                {icon(app)}
                <a class="act" href=path::app(&app.id)><span><Marked text=app.name.clone() words/></span></a>
            </span>
            <p class="hint">{say(apps::app_id)}" "<code><Marked text=number words/></code></p>
            {app.kakao_login.then(|| view! { <p class="hint">{say(apps::kakao_login)}</p> })}
        </th>
    }
}

fn role(row: &AppRow) -> impl IntoView + use<> {
    let role = row.role;
    view! {
        <td data-l=say(apps::column_role)>{tell(move |lang| text::app_role(lang, role).to_owned())}</td>
    }
}
