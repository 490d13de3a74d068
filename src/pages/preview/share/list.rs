//! The links there are: who made them, until when they are open, and taking one back for good.

use contract::body::{NewShare, Share, Shares};
use domain::id::ApplicationId;
use domain::share::{End, end};
use leptos::prelude::*;
use text::screens::share;
use ui::{ButtonKind, SkeletonShape, TableFrame, Tag, TagTone};

use super::blocked;
use crate::act::use_act;
use crate::data::Loaded;
use crate::lang::say;
use crate::parts::asked::Asked;
use crate::parts::said::{Said, Words};
use crate::parts::when::{When, now};

/// What the parts of the list share. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    pub(super) id: StoredValue<ApplicationId>,
    pub(super) shares: Loaded<Shares>,
    /// The link whose address is shown.
    pub(super) made: RwSignal<Option<NewShare>>,
    /// Whether whoever looks may make links and take them back.
    pub(super) may: bool,
    /// The id of the words that say who may.
    pub(super) why: StoredValue<String>,
    /// What was done last.
    pub(super) said: Words,
}

/// The list, newest first. The rows stand outside what is fetched again, each by its own name.
#[component]
pub(super) fn Links(scene: Scene) -> impl IntoView {
    let rows = Memo::new(move |_| {
        let answer = scene.shares.get();
        answer.map(|answer| answer.body.shares)
    });
    let none = Memo::new(move |_| rows.with(|rows| rows.as_ref().is_some_and(Vec::is_empty)));
    let any =
        Memo::new(move |_| rows.with(|rows| rows.as_ref().is_some_and(|rows| !rows.is_empty())));
    view! {
        <Said words=scene.said/>
        {scene.shares.view(SkeletonShape::Cards, |_| ())}
        <Show when=move || none.get()>
            <p class="hint">{say(share::none)}</p>
        </Show>
        <Show when=move || any.get()>
            <TableFrame caption=say(share::list_title) stack=true>
                <thead><tr>
                    <th scope="col">{say(share::column_made)}</th>
                    <th scope="col">{say(share::column_by)}</th>
                    <th scope="col">{say(share::column_until)}</th>
                    <th scope="col">{say(share::column_state)}</th>
                    <th scope="col">{say(share::column_act)}</th>
                </tr></thead>
                <tbody>
                    <For
                        each=move || rows.get().unwrap_or_default()
                        key=|one| (one.id.clone(), one.revoked_at)
                        children=move |one| view! { <Row one scene/> }
                    />
                </tbody>
            </TableFrame>
        </Show>
    }
    .into_any()
}

#[component]
fn Row(one: Share, scene: Scene) -> impl IntoView {
    let ended = end(one.expires_at, one.revoked_at, now()).map(|(end, _)| end);
    let (tone, label) = match ended {
        None => (TagTone::Done, say(share::state_open)),
        Some(End::Expired) => (TagTone::Off, say(share::state_expired)),
        Some(End::Revoked) => (TagTone::Off, say(share::state_revoked)),
    };
    let (by, until, state) = (
        say(share::column_by),
        say(share::column_until),
        say(share::column_state),
    );
    let (made_at, expires_at, name) = (one.made_at, one.expires_at, one.by.clone());
    let open = ended.is_none();
    view! {
        <tr>
            <th scope="row"><When at=made_at/></th>
            <td data-l=move || by.get()>{name}</td>
            <td data-l=move || until.get()><When at=expires_at/></td>
            <td data-l=move || state.get()><Tag tone label/></td>
            <td>{open.then(|| view! { <Revoke one scene/> })}</td>
        </tr>
    }
    .into_any()
}

/// The button and its question.
#[component]
fn Revoke(one: Share, scene: Scene) -> impl IntoView {
    let (act, asking) = (use_act(), RwSignal::new(false));
    let Scene {
        id, shares, made, ..
    } = scene;
    let share_id = one.id.clone();
    let revoke = move |()| {
        let (application, link) = (id.get_value(), share_id.clone());
        let gone = link.clone();
        act.run(
            move |client, _| async move { client.share_revoke(&application, &link).await },
            move |answer| {
                if answer.is_ok() {
                    asking.set(false);
                    // What no longer opens is not shown any more.
                    if made.with_untracked(|made| {
                        made.as_ref().is_some_and(|made| made.share.id == gone)
                    }) {
                        made.set(None);
                    }
                    scene.said.set(Some(share::revoked_done));
                    shares.reload();
                }
            },
        );
    };
    view! {
        <Asked
            act
            asking
            label=share::revoke_button
            kind=ButtonKind::Plain
            blocked=blocked(scene.may)
            why=if scene.may { String::new() } else { scene.why.get_value() }
            title=say(share::revoke_title)
            effect=share::revoke_effect
            busy_label=share::revoking
            on_yes=revoke
        />
    }
    .into_any()
}
