//! Where one is signed in, and ending that: one place, or all others.

use contract::body::{SessionRow, Sessions as All};
use leptos::prelude::*;
use text::screens::{record, settings};
use ui::{Button, ButtonKind, LinkButton, Panel, SkeletonShape, TableFrame, Tag, TagTone};

use crate::act::use_act;
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::asked::Asked;
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;
use crate::parts::said::{Said, Words};
use crate::parts::when::When;
use crate::path;
use crate::session::use_session;

/// What the parts of the panel share. Cheap to copy.
#[derive(Clone, Copy)]
struct Scene {
    all: Loaded<All>,
    /// What was ended last.
    said: Words,
}

/// The panel.
#[component]
pub fn Sessions() -> impl IntoView {
    let (api, session) = (use_api(), use_session());
    let mine = Signal::derive(move || {
        let me = session.me();
        let me = me.as_ref().map_or("", |me| me.user.id.as_str());
        path::record(&[("actor", me)])
    });
    let scene = Scene {
        all: Loaded::new(move || {
            let client = api.client();
            async move { client.session_list().await }
        }),
        said: RwSignal::new(None),
    };
    let rows = Memo::new(move |_| {
        let answer = scene.all.get();
        answer
            .map(|answer| answer.body.sessions)
            .unwrap_or_default()
    });
    let count = Memo::new(move |_| rows.with(Vec::len));
    let any = Memo::new(move |_| count.get() > 0);
    let others = Memo::new(move |_| count.get() > 1);
    view! {
        <Panel title=say(settings::sessions_title)>
            <p class="hint">{say(settings::sessions_lead)}</p>
            <Said words=scene.said/>
            // The rows stand outside what is fetched again, each by its own name: a button never becomes another session's.
            {scene.all.view(SkeletonShape::Rows, |_| ())}
            <Show when=move || any.get()>
                <Table scene rows count/>
            </Show>
            <Show when=move || others.get()><EndOthers scene/></Show>
            <p class="row">
                <LinkButton label=say(record::mine_link) href=mine kind=ButtonKind::Plain/>
            </p>
        </Panel>
    }
    .into_any()
}

#[component]
fn Table(scene: Scene, rows: Memo<Vec<SessionRow>>, count: Memo<usize>) -> impl IntoView {
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
        <TableFrame caption=tell(move |lang| settings::sessions_caption(lang, count.get())) stack=true>
            <thead><tr>{head}</tr></thead>
            <tbody>
                <For
                    each=move || rows.get()
                    key=|one| (one.id.clone(), one.seen_at)
                    children=move |one| view! { <Row one scene/> }
                />
            </tbody>
        </TableFrame>
    }
    .into_any()
}

#[component]
fn Row(one: SessionRow, scene: Scene) -> impl IntoView {
    let (act, lang) = (use_act(), use_lang());
    let or_unknown = |words: String| {
        tell(move |lang| {
            if words.is_empty() {
                settings::session_unknown(lang).to_owned()
            } else {
                words.clone()
            }
        })
    };
    let (device, from) = (or_unknown(text::browser(&one.agent)), or_unknown(one.from));
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
                    scene.said.set(Some(settings::session_ended));
                    scene.all.reload();
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
                blocked=use_offline()
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

/// Everything but this one, after a question.
#[component]
fn EndOthers(scene: Scene) -> impl IntoView {
    let (act, asking) = (use_act(), RwSignal::new(false));
    let end = move |()| {
        act.run(
            move |client, _| async move { client.session_end_others().await },
            move |answer| {
                if answer.is_ok() {
                    asking.set(false);
                    scene.said.set(Some(settings::sessions_others_done));
                    scene.all.reload();
                }
            },
        );
    };
    view! {
        <div class="row">
            <Asked
                act
                asking
                label=settings::sessions_others_button
                kind=ButtonKind::Danger
                blocked=use_offline()
                title=say(settings::sessions_others_title)
                effect=settings::sessions_others_effect
                busy_label=settings::session_ending
                on_yes=end
            />
        </div>
    }
    .into_any()
}
