//! The links there are: who made them, until when they are open, and taking one back for good.

use contract::body::{NewShare, Share, Shares};
use domain::id::ApplicationId;
use domain::share::{End, end};
use leptos::prelude::*;
use text::screens::{share, shell};
use ui::{Button, ButtonKind, Dialog, SkeletonShape, TableFrame, Tag, TagTone, use_announcer};

use crate::act::use_act;
use crate::data::Loaded;
use crate::lang::{say, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::when::{When, now};

/// The list, newest first.
#[component]
pub(super) fn Links(
    id: StoredValue<ApplicationId>,
    shares: Loaded<Shares>,
    may: bool,
    made: RwSignal<Option<NewShare>>,
) -> impl IntoView {
    let lang = use_lang();
    let list = move |all: Vec<Share>| {
        if all.is_empty() {
            return view! { <p class="hint">{say(share::none)}</p> }.into_any();
        }
        let rows = all
            .into_iter()
            .map(|one| view! { <Row id one shares may made/> })
            .collect_view();
        view! {
            <TableFrame caption=say(share::list_title) stack=true>
                <thead><tr>
                    <th scope="col">{say(share::column_made)}</th>
                    <th scope="col">{say(share::column_by)}</th>
                    <th scope="col">{say(share::column_until)}</th>
                    <th scope="col">{say(share::column_state)}</th>
                    {may.then(|| view! { <th scope="col">{move || share::column_act(lang.get())}</th> })}
                </tr></thead>
                <tbody>{rows}</tbody>
            </TableFrame>
        }
        .into_any()
    };
    shares
        .view(SkeletonShape::Cards, move |answer| list(answer.body.shares))
        .into_any()
}

#[component]
fn Row(
    id: StoredValue<ApplicationId>,
    one: Share,
    shares: Loaded<Shares>,
    may: bool,
    made: RwSignal<Option<NewShare>>,
) -> impl IntoView {
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
            {may.then(|| view! { <td>{open.then(|| view! { <Revoke id one shares made/> })}</td> })}
        </tr>
    }
    .into_any()
}

/// The button and its question.
#[component]
fn Revoke(
    id: StoredValue<ApplicationId>,
    one: Share,
    shares: Loaded<Shares>,
    made: RwSignal<Option<NewShare>>,
) -> impl IntoView {
    let (act, announcer, lang) = (use_act(), use_announcer(), use_lang());
    let asking = RwSignal::new(false);
    let share_id = one.id.clone();
    let revoke = Callback::new(move |()| {
        let (application, link) = (id.get_value(), share_id.clone());
        let gone = link.clone();
        act.run(
            move |client, _| async move { client.share_revoke(&application, &link).await },
            move |answer| {
                if answer.is_ok() {
                    asking.set(false);
                    announcer.announce(share::revoked_done(lang.get_untracked()));
                    // What no longer opens is not shown any more.
                    if made.with_untracked(|made| {
                        made.as_ref().is_some_and(|made| made.share.id == gone)
                    }) {
                        made.set(None);
                    }
                    shares.reload();
                }
            },
        );
    });
    let actions = move || {
        view! {
            <Button
                label=say(share::revoke_button)
                kind=ButtonKind::Danger
                busy=act.busy
                busy_label=Signal::derive(move || Some(share::revoking(lang.get()).to_owned()))
                on_press=revoke
            />
        }
    };
    let effect = say(share::revoke_effect);
    view! {
        <Button label=say(share::revoke_button) kind=ButtonKind::Plain on_press=move |()| asking.set(true)/>
        <Dialog open=asking title=say(share::revoke_title) safe_label=say(shell::cancel_button) alert=true actions>
            <p>{move || effect.get()}</p>
            {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
        </Dialog>
    }
    .into_any()
}
