//! People: who can sign in, what they are, closing and opening accounts, and inviting others. For operators.

mod account;
mod edit;
mod invite;
mod left;
mod sent;

use contract::body::{COUNT_MAX, Page as Rows, PeopleQuery, PersonRow};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use text::screens::{listing, people, record, shell};
use ui::{
    Button, ButtonKind, EmptyState, LinkButton, Pager, SearchField, SkeletonShape, TableFrame, Tag,
    TagTone,
};

use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::layout::Page;
use crate::path;
use crate::session::use_session;
use edit::Edit;
use invite::Invite;
use left::Left;

/// The screen. The words and the page stand in the address.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let (api, session, query) = (use_api(), use_session(), use_query_map());
    let part = move |name| query.with(|query| query.get(name).unwrap_or_default());
    let asked = Memo::new(move |_| (part("q"), part("cursor")));
    let loaded = Loaded::new(move || {
        let (client, (q, cursor)) = (api.client(), asked.get());
        let cursor = (!cursor.is_empty()).then_some(cursor);
        async move { client.user_list(&PeopleQuery { q, cursor }).await }
    });
    view! {
        <Page title=say(people::title)>
            <p class="lead">{say(people::lead)}</p>
            <p class="hint">{say(shell::seoul_time)}</p>
            <Search asked/>
            {loaded.view(SkeletonShape::Rows, move |answer| {
                listed(answer.body, &asked.get_untracked(), loaded)
            })}
            <Show when=move || session.is_operator()>
                <Invite/>
            </Show>
        </Page>
    }
}

#[component]
fn Search(asked: Memo<(String, String)>) -> impl IntoView {
    let typed = RwSignal::new(asked.get_untracked().0);
    let navigate = use_navigate();
    let go = Callback::new(move |()| {
        let to = path::people_page(&typed.get_untracked(), "");
        let options = NavigateOptions {
            resolve: false,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&to, options);
    });
    view! {
        <div class="filters">
            <SearchField
                label=say(people::search)
                value=typed
                on_input=move |text: String| typed.set(text)
                on_enter=go
            />
            <Button label=say(people::search_button) kind=ButtonKind::Plain on_press=go/>
        </div>
    }
    .into_any()
}

fn listed(
    page: Rows<PersonRow>,
    (q, cursor): &(String, String),
    all: Loaded<Rows<PersonRow>>,
) -> AnyView {
    let q = q.clone();
    let at = |cursor: Option<String>| cursor.map(|cursor| path::people_page(&q, &cursor));
    // What was on a page stays where it is; an address that somebody changed leads back to the first one.
    let lost = page.rows.is_empty() && !cursor.is_empty();
    let first = lost.then(|| path::people_page(&q, ""));
    let (back, next) = (at(page.previous).or(first), at(page.next));
    let paged = back.is_some() || next.is_some();
    if page.rows.is_empty() && !paged {
        let why = say(people::empty_text);
        let text = Signal::derive(move || Some(why.get()));
        return view! { <EmptyState title=say(people::empty) text/> }.into_any();
    }
    let count = page.count;
    let caption = tell(move |lang| {
        if count >= COUNT_MAX {
            people::caption_many(lang).to_owned()
        } else {
            people::caption(lang, count)
        }
    });
    let head = [
        people::column_name,
        people::column_organisation,
        people::column_duty,
        people::column_state,
        people::column_act,
    ]
    .map(|sentence| {
        let words = say(sentence);
        view! { <th scope="col">{move || words.get()}</th> }
    });
    let rows = page
        .rows
        .into_iter()
        .map(|row| view! { <Person row all/> })
        .collect_view();
    view! {
        <TableFrame caption stack=true>
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </TableFrame>
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

#[component]
fn Person(row: PersonRow, all: Loaded<Rows<PersonRow>>) -> impl IntoView {
    let session = use_session();
    let own = session.me().is_some_and(|me| me.user.id == row.id);
    let labels = [
        people::column_organisation,
        people::column_duty,
        people::column_state,
    ];
    let [organisation, duty, state] = labels.map(say);
    let (tone, label) = if row.disabled_at.is_some() {
        (TagTone::Off, say(people::state_closed))
    } else {
        (TagTone::Done, say(people::state_open))
    };
    let what = row.duty;
    let (name, acts_for) = (row.name.clone(), row.organisation.clone());
    let doings = path::record(&[("actor", row.id.as_str())]);
    let whose = Signal::stored(Some(name.clone()));
    let last = if own {
        view! { <p class="hint">{say(people::yourself)}</p> }.into_any()
    } else {
        let left = row.disabled_at.is_some().then(|| row.clone());
        view! {
            <Edit row all/>
            {left.map(|row| view! { <Left row/> })}
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-l=move || organisation.get()>{acts_for}</td>
            <td data-l=move || duty.get()>{tell(move |lang| text::duty(lang, what).to_owned())}</td>
            <td data-l=move || state.get()><Tag tone label/></td>
            <td>
                <div class="row">
                    {last}
                    <LinkButton label=say(record::doings_link) hidden=whose href=doings kind=ButtonKind::Plain/>
                </div>
            </td>
        </tr>
    }
    .into_any()
}
