//! Where one is signed in, and ending that: one place, or all others.

use contract::body::{SessionRow, Sessions as All};
use leptos::prelude::*;
use text::screens::{record, settings};
use ui::{
    Button, ButtonKind, LinkButton, Panel, SkeletonShape, TableFrame, Tag, TagTone, use_announcer,
};

use crate::act::use_act;
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::when::When;
use crate::path;
use crate::session::use_session;

/// The panel.
#[component]
pub fn Sessions() -> impl IntoView {
    let (api, session) = (use_api(), use_session());
    let mine = Signal::derive(move || {
        let me = session.me();
        let me = me.as_ref().map_or("", |me| me.user.id.as_str());
        path::record(&[("actor", me)])
    });
    let all = Loaded::new(move || {
        let client = api.client();
        async move { client.session_list().await }
    });
    view! {
        <Panel title=say(settings::sessions_title)>
            <p class="hint">{say(settings::sessions_lead)}</p>
            {all.view(SkeletonShape::Rows, move |answer| table(answer.body, all))}
            <p class="row">
                <LinkButton label=say(record::mine_link) href=mine kind=ButtonKind::Plain/>
            </p>
        </Panel>
    }
    .into_any()
}

fn table(sessions: All, all: Loaded<All>) -> AnyView {
    let rows = sessions.sessions;
    let count = rows.len();
    let rows = rows
        .into_iter()
        .map(|one| view! { <Row one all/> })
        .collect_view();
    let head = [
        settings::session_device,
        settings::session_from,
        settings::session_since,
        settings::session_seen,
        settings::session_act,
    ]
    .map(|sentence| {
        let words = say(sentence);
        view! { <th scope="col">{move || words.get()}</th> }
    });
    view! {
        <TableFrame caption=tell(move |lang| settings::sessions_caption(lang, count)) stack=true>
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </TableFrame>
        {(count > 1).then(|| view! { <EndOthers all/> })}
    }
    .into_any()
}

#[component]
fn Row(one: SessionRow, all: Loaded<All>) -> impl IntoView {
    let (act, lang, announcer) = (use_act(), use_lang(), use_announcer());
    let or_unknown = |words: String| {
        tell(move |lang| {
            if words.is_empty() {
                settings::session_unknown(lang).to_owned()
            } else {
                words.clone()
            }
        })
    };
    let (device, from) = (or_unknown(one.agent), or_unknown(one.from));
    let name = device;
    let labels = [
        settings::session_from,
        settings::session_since,
        settings::session_seen,
    ]
    .map(say);
    let [from_label, since_label, seen_label] = labels;
    let (current, id) = (one.current, one.id);
    let (made_at, seen_at) = (one.made_at, one.seen_at);
    let end = move |()| {
        let id = id.clone();
        act.run(
            move |client, _| async move { client.session_end(&id).await },
            move |answer| {
                if answer.is_ok() {
                    announcer.announce(settings::session_ended(lang.get_untracked()));
                    all.reload();
                }
            },
        );
    };
    let last = if current {
        view! { <Tag tone=TagTone::Done label=say(settings::session_current)/> }.into_any()
    } else {
        view! {
            <Button
                label=say(settings::session_end_button)
                hidden=Signal::derive(move || Some(name.get()))
                kind=ButtonKind::Plain
                busy=act.busy
                busy_label=Signal::derive(move || Some(settings::session_ending(lang.get()).to_owned()))
                on_press=end
            />
            {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">{move || device.get()}</th>
            <td data-l=move || from_label.get()>{move || from.get()}</td>
            <td data-l=move || since_label.get()><When at=made_at/></td>
            <td data-l=move || seen_label.get()><When at=seen_at/></td>
            <td>{last}</td>
        </tr>
    }
    .into_any()
}

/// Everything but this one.
#[component]
fn EndOthers(all: Loaded<All>) -> impl IntoView {
    let (act, lang, announcer) = (use_act(), use_lang(), use_announcer());
    let end = move |()| {
        act.run(
            move |client, _| async move { client.session_end_others().await },
            move |answer| {
                if answer.is_ok() {
                    announcer.announce(settings::sessions_others_done(lang.get_untracked()));
                    all.reload();
                }
            },
        );
    };
    view! {
        <div class="row">
            <Button
                label=say(settings::sessions_others_button)
                kind=ButtonKind::Danger
                busy=act.busy
                busy_label=Signal::derive(move || Some(settings::session_ending(lang.get()).to_owned()))
                on_press=end
            />
        </div>
        {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
    }
    .into_any()
}
