//! The record: who did or tried what. Every filter stands in the address, so that what one looks at can be shown to somebody.

mod ask;
mod export;
mod filters;
mod table;

use contract::body::Records;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use text::screens::{listing, record, shell};
use ui::{ButtonKind, EmptyState, LinkButton, Note, Pager, SkeletonShape};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::layout::Page;
use crate::path;
use ask::Ask;
use export::Export;
use filters::Filters;
use table::Table;

/// The record, as far as the viewer may see it.
#[component]
pub fn RecordPage() -> impl IntoView {
    let (api, query) = (use_api(), use_query_map());
    let ask = Memo::new(move |_| query.with(Ask::read));
    let loaded = Loaded::new(move || {
        let (client, query) = (api.client(), ask.with(Ask::query));
        async move { client.record_list(&query).await }
    });
    view! {
        <Page title=say(record::title)>
            <Filters ask/>
            {loaded.view(SkeletonShape::Rows, move |answer| {
                view! { <Shown records=answer.body ask=ask.get_untracked()/> }
            })}
        </Page>
    }
}

#[component]
fn Shown(records: Records, ask: Ask) -> impl IntoView {
    let lead = say(if records.own {
        record::lead_own
    } else {
        record::lead_all
    });
    let narrowed = narrowed(&records, &ask);
    let at = |cursor: &Option<String>| {
        let cursor = cursor.clone()?;
        Some(ask.with("cursor", &cursor).address())
    };
    // What was on a page stays where it is; an address that somebody changed leads back to the first one.
    let lost =
        (records.rows.is_empty() && ask.has("cursor")).then(|| ask.with("cursor", "").address());
    let (back, next) = (at(&records.previous).or(lost), at(&records.next));
    let paged = back.is_some() || next.is_some();
    let body = if records.rows.is_empty() && !paged {
        let is_filtered = ask.is_filtered();
        let title = say(if is_filtered {
            record::empty_filtered
        } else {
            record::empty
        });
        let why = say(record::empty_text);
        let text = Signal::derive(move || (!is_filtered).then(|| why.get()));
        view! { <EmptyState title text/> }.into_any()
    } else {
        let ask = ask.clone();
        view! { <Table records ask/> }.into_any()
    };
    view! {
        <p class="lead">{move || lead.get()}</p>
        {narrowed}
        {body}
        {paged.then(|| view! {
            <Pager
                label=say(shell::pages)
                previous_label=say(listing::previous_page)
                previous=Signal::stored(back)
                next_label=say(listing::next_page)
                next=Signal::stored(next)
            />
        })}
        <p class="hint">{say(shell::seoul_time)}</p>
        <Export ask/>
    }
}

/// Says that only one thing's history, or only one person's doings are shown, and leads back to all.
fn narrowed(records: &Records, ask: &Ask) -> impl IntoView + use<> {
    let object = ask.object();
    let object = object.map(|object| {
        let name = records
            .names
            .get(&object.to_string())
            .cloned()
            .unwrap_or_else(|| object.id().to_owned());
        let words = tell(move |lang| {
            record::only_object(lang, text::object_kind(lang, object.kind()), &name)
        });
        view! { <p>{move || words.get()}</p> }
    });
    let actor = ask.actor().map(|actor| {
        let row = records
            .rows
            .iter()
            .find(|row| row.actor.as_ref() == Some(&actor));
        let name = row.map_or_else(|| actor.to_string(), |row| row.actor_name.clone());
        let words = tell(move |lang| record::only_actor(lang, &name));
        view! { <p>{move || words.get()}</p> }
    });
    (object.is_some() || actor.is_some()).then(|| {
        view! {
            <Note>
                {object}
                {actor}
                <div class="row">
                    <LinkButton label=say(record::filter_clear_button) href=path::record(&[]) kind=ButtonKind::Plain/>
                </div>
            </Note>
        }
    })
}
