//! The queue: what waits, oldest first, or what was decided. Which of the two, and from where on, stands in the address.

use contract::body::{Page as Rows, ReviewQuery, ReviewRow};
use domain::review::{days_waiting, is_late};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use text::Lang;
use text::screens::{errors, listing, review, shell};
use ui::{Choice, EmptyState, Note, Pager, RadioGroup, SkeletonShape, TableFrame};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::layout::Page;
use crate::parts::status_tag::StatusTag;
use crate::parts::when::{When, now};
use crate::path;
use crate::session::use_session;

/// The applications that wait for a reviewer.
#[component]
pub fn ReviewsPage() -> impl IntoView {
    let session = use_session();
    let (refused, may) = (
        say(errors::needs_reviewer),
        Memo::new(move |_| session.is_reviewer()),
    );
    view! {
        <Page title=say(review::queue_title)>
            <Show when=move || may.get() fallback=move || view! { <Note><p>{move || refused.get()}</p></Note> }>
                <Queue/>
            </Show>
        </Page>
    }
}

#[component]
fn Queue() -> impl IntoView {
    let (api, query) = (use_api(), use_query_map());
    let decided = Memo::new(move |_| query.read().get("decided").as_deref() == Some("true"));
    let cursor = Memo::new(move |_| query.read().get("cursor"));
    let loaded = Loaded::new(move || {
        let (client, ask) = (
            api.client(),
            ReviewQuery {
                decided: decided.get(),
                cursor: cursor.get(),
            },
        );
        async move { client.review_list(&ask).await }
    });
    view! {
        <Switch decided/>
        {loaded.view(SkeletonShape::Rows, move |answer| {
            let place = Place { decided: decided.get_untracked(), first: cursor.with_untracked(Option::is_none) };
            view! { <Table page=answer.body place/> }
        })}
    }
}

/// Where in the queue one is.
#[derive(Clone, Copy)]
struct Place {
    decided: bool,
    first: bool,
}

#[component]
fn Switch(decided: Memo<bool>) -> impl IntoView {
    let (navigate, lang) = (use_navigate(), use_lang());
    let options = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Choice::new("waiting", review::queue_waiting(lang)),
            Choice::new("decided", review::queue_decided(lang)),
        ]
    });
    let value =
        Signal::derive(move || if decided.get() { "decided" } else { "waiting" }.to_owned());
    let on_change = move |picked: String| {
        let address = path::reviews_page(picked == "decided", None);
        navigate(
            &address,
            NavigateOptions {
                resolve: false,
                scroll: false,
                ..NavigateOptions::default()
            },
        );
    };
    view! { <div class="filters"><RadioGroup legend=say(review::queue_which) options value on_change inline=true/></div> }
}

#[component]
fn Table(page: Rows<ReviewRow>, place: Place) -> impl IntoView {
    let Place { decided, first } = place;
    if page.rows.is_empty() && first {
        let title = say(if decided {
            review::decided_empty
        } else {
            review::queue_empty
        });
        return view! { <EmptyState title/> }.into_any();
    }
    let count = page.count;
    let caption = tell(move |lang| {
        if decided {
            review::decided_count(lang, count)
        } else {
            review::queue_count(lang, count)
        }
    });
    let at = |cursor: String| path::reviews_page(decided, Some(&cursor));
    // What was on a page may all be decided by now; then there is the first one.
    let lost = page
        .rows
        .is_empty()
        .then(|| path::reviews_page(decided, None));
    let (back, next) = (page.previous.map(at).or(lost), page.next.map(at));
    let paged = back.is_some() || next.is_some();
    let rows = page
        .rows
        .into_iter()
        .map(|row| view! { <Row row decided/> })
        .collect_view();
    let head = COLUMNS.map(|sentence| {
        let words = say(sentence);
        view! { <th scope="col">{move || words.get()}</th> }
    });
    view! {
        <TableFrame caption stack=true>
            <thead><tr>{head.into_iter().collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </TableFrame>
        <p class="hint">{say(shell::seoul_time)}</p>
        {paged.then(|| view! {
            <Pager
                label=say(shell::pages)
                previous_label=say(listing::previous_page)
                previous=Signal::stored(back)
                next_label=say(listing::next_page)
                next=Signal::stored(next)
            />
        })}
    }
    .into_any()
}

const COLUMNS: [fn(Lang) -> &'static str; 8] = [
    review::column_receipt,
    review::column_app,
    review::column_items,
    review::column_round,
    review::column_submitted,
    review::column_opened_by,
    review::column_state,
    review::column_warned,
];

#[component]
fn Row(row: ReviewRow, decided: bool) -> impl IntoView {
    let ReviewRow {
        application,
        company,
        submitted_at,
        covers,
        opened_by,
        warned,
    } = row;
    let href = path::review(&application.id);
    let receipt = application
        .receipt
        .clone()
        .unwrap_or_else(|| application.id.to_string());
    let [
        receipt_label,
        app,
        items,
        round,
        submitted,
        opener,
        state,
        warnings,
    ] = COLUMNS.map(say);
    let rounds = application.rounds;
    let round_words = tell(move |lang| review::round(lang, rounds));
    let (days, late) = (
        days_waiting(submitted_at, now()),
        is_late(submitted_at, now()),
    );
    let waiting = tell(move |lang| {
        if late {
            review::overdue(lang).to_owned()
        } else {
            review::waiting_business_days(lang, days)
        }
    });
    let nobody = say(shell::none);
    let opened_by = move || opened_by.clone().unwrap_or_else(|| nobody.get());
    view! {
        <tr>
            <th scope="row" data-l=move || receipt_label.get()><a class="act num" href=href>{receipt}</a></th>
            <td data-l=move || app.get()>{company}{" / "}{application.app.name}</td>
            <td class="num" data-l=move || items.get()>{covers}</td>
            <td class="nowrap" data-l=move || round.get()>{move || round_words.get()}</td>
            <td data-l=move || submitted.get()>
                <When at=submitted_at/>
                {(!decided).then(|| view! { {" · "}<span class=late.then_some("strong")>{move || waiting.get()}</span> })}
            </td>
            <td class="nowrap" data-l=move || opener.get()>{opened_by}</td>
            <td data-l=move || state.get()><StatusTag status=application.status/></td>
            <td class="num" data-l=move || warnings.get()>{warned}</td>
        </tr>
    }
}
