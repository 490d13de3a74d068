//! The record: who did or tried what. Every filter stands in the address, so that what one looks at can be shown to somebody.

mod ask;
mod export;
mod filters;
mod table;

use contract::Tagged;
use contract::body::Records;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use text::screens::{listing, record, shell};
use ui::{ButtonKind, EmptyState, LinkButton, Note, NoteTone, Pager, SkeletonShape};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::layout::Page;
use crate::parts::failure::{FailurePanel, StaleNote};
use crate::parts::waiting::Waiting;
use crate::path;
pub use ask::{Ask, Unclear};
use export::Export;
use filters::Filters;
use table::{Table, named};

/// What came of asking, with what was asked: rows are never shown under other filters than theirs.
#[derive(Clone)]
struct Answer {
    ask: Ask,
    records: Result<Records, Unclear>,
}

/// The record, as far as the viewer may see it.
#[component]
pub fn RecordPage() -> impl IntoView {
    let (api, query) = (use_api(), use_query_map());
    let ask = Memo::new(move |_| query.with(Ask::read));
    let loaded = Loaded::new(move || {
        let (client, ask) = (api.client(), ask.get());
        async move {
            let records = match ask.query() {
                Ok(query) => Ok(client.record_list(&query).await?.body),
                Err(unclear) => Err(unclear),
            };
            Ok(Tagged {
                body: Answer { ask, records },
                version: 0,
                replayed: false,
            })
        }
    });
    let retry = Callback::new(move |()| loaded.reload());
    let region = move || match (loaded.get(), loaded.failure()) {
        (Some(answer), None) => shown(answer.body),
        // Of the same question there is an older answer.
        (Some(answer), Some(failure)) if ask.with(|ask| *ask == answer.body.ask) => view! {
            <StaleNote failure on_retry=retry/>
            {shown(answer.body)}
        }
        .into_any(),
        (_, Some(failure)) => view! { <FailurePanel failure on_retry=retry/> }.into_any(),
        (None, None) => view! { <Waiting shape=SkeletonShape::Rows on_retry=retry/> }.into_any(),
    };
    view! {
        <Page title=say(record::title)>
            <Filters ask/>
            {region}
        </Page>
    }
}

fn shown(Answer { ask, records }: Answer) -> AnyView {
    match records {
        Ok(records) => view! { <Shown records ask/> }.into_any(),
        Err(unclear) => not_asked(unclear),
    }
}

/// Says which part of the address is wrong, instead of rows that nobody asked for.
fn not_asked(unclear: Unclear) -> AnyView {
    let words = tell(move |lang| match unclear {
        Unclear::Days => record::days_reversed(lang).to_owned(),
        Unclear::Part(name) => record::unclear(
            lang,
            match name {
                "object" => record::column_about(lang),
                "actor" => record::column_actor(lang),
                "outcome" => record::filter_outcome(lang),
                "from" => record::filter_from(lang),
                _ => record::filter_to(lang),
            },
        ),
    });
    view! {
        <Note tone=NoteTone::Warn live=true>
            <p>{move || words.get()}</p>
            {clear()}
        </Note>
    }
    .into_any()
}

/// The way back to all.
fn clear() -> impl IntoView {
    view! {
        <div class="row">
            <LinkButton label=say(record::filter_clear_button) href=path::record(&[]) kind=ButtonKind::Plain/>
        </div>
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
    let query = ask.with("cursor", "").query().unwrap_or_default();
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
        <Export query/>
    }
}

/// Says that only one thing's history, or only one person's doings are shown, and leads back to all.
fn narrowed(records: &Records, ask: &Ask) -> Option<AnyView> {
    let query = ask.query().unwrap_or_default();
    let object = query.object.map(|object| {
        let name = named(&records.names, &object);
        let words = tell(move |lang| {
            record::only_object(lang, text::object_kind(lang, object.kind()), &name)
        });
        view! { <p>{move || words.get()}</p> }
    });
    let actor = query.actor.map(|actor| {
        let row = records
            .rows
            .iter()
            .find(|row| row.actor.as_ref() == Some(&actor));
        let name = row.map_or_else(|| actor.to_string(), |row| row.actor_name.clone());
        let words = tell(move |lang| record::only_actor(lang, &name));
        view! { <p>{move || words.get()}</p> }
    });
    if object.is_none() && actor.is_none() {
        return ask.is_filtered().then(|| clear().into_any());
    }
    Some(view! { <Note>{object}{actor}{clear()}</Note> }.into_any())
}
