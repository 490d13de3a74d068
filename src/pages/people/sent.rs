//! The invitations there are: for whom, until when, and taking one back.

use contract::body::{InvitationRow, Invitations, NewInvitation};
use leptos::prelude::*;
use text::screens::people;
use ui::{ButtonKind, SkeletonShape, TableFrame, Tag, TagTone};

use crate::act::use_act;
use crate::data::Loaded;
use crate::lang::{say, tell};
use crate::parts::asked::Asked;
use crate::parts::offline::use_offline;
use crate::parts::said::{Said, Words};
use crate::parts::when::{When, now};

/// What the parts of the list share. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    pub(super) all: Loaded<Invitations>,
    /// The invitation whose address is shown.
    pub(super) made: RwSignal<Option<NewInvitation>>,
    /// What was done last.
    pub(super) said: Words,
}

/// The list, newest first. The rows stand outside what is fetched again, each by its own name.
#[component]
pub(super) fn Sent(scene: Scene) -> impl IntoView {
    let rows = Memo::new(move |_| {
        let answer = scene.all.get();
        answer.map(|answer| answer.body.invitations)
    });
    let none = Memo::new(move |_| rows.with(|rows| rows.as_ref().is_some_and(Vec::is_empty)));
    let any =
        Memo::new(move |_| rows.with(|rows| rows.as_ref().is_some_and(|rows| !rows.is_empty())));
    let head = move || {
        [
            people::column_invited,
            people::column_duty,
            people::column_by,
            people::column_until,
            people::column_state,
            people::column_act_invitation,
        ]
        .map(|sentence| {
            let words = say(sentence);
            view! { <th scope="col">{move || words.get()}</th> }
        })
    };
    view! {
        <Said words=scene.said/>
        {scene.all.view(SkeletonShape::Rows, |_| ())}
        <Show when=move || none.get()>
            <p class="hint">{say(people::invitations_none)}</p>
        </Show>
        <Show when=move || any.get()>
            <TableFrame caption=say(people::invitations_caption) hide_caption=true stack=true>
                <thead><tr>{head()}</tr></thead>
                <tbody>
                    <For
                        each=move || rows.get().unwrap_or_default()
                        key=|one| (one.id.clone(), one.used_at, one.revoked_at)
                        children=move |one| view! { <Row one scene/> }
                    />
                </tbody>
            </TableFrame>
        </Show>
    }
    .into_any()
}

#[component]
fn Row(one: InvitationRow, scene: Scene) -> impl IntoView {
    let (tone, label, open) = if one.used_at.is_some() {
        (TagTone::Done, say(people::invitation_used), false)
    } else if one.revoked_at.is_some() {
        (TagTone::Off, say(people::invitation_revoked), false)
    } else if one.expires_at <= now() {
        (TagTone::Off, say(people::invitation_expired), false)
    } else {
        (TagTone::Review, say(people::invitation_open), true)
    };
    let or = |words: String, otherwise: fn(text::Lang) -> &'static str| {
        tell(move |lang| {
            if words.is_empty() {
                otherwise(lang).to_owned()
            } else {
                words.clone()
            }
        })
    };
    let duty = one.duty;
    let expires_at = one.expires_at;
    let (name, by) = (
        or(one.name.clone(), people::no_name),
        or(one.by.clone(), people::by_command),
    );
    let labels = [
        people::column_duty,
        people::column_by,
        people::column_until,
        people::column_state,
    ];
    let [duty_label, by_label, until_label, state_label] = labels.map(say);
    view! {
        <tr>
            <th scope="row">{move || name.get()}</th>
            <td data-l=move || duty_label.get()>{tell(move |lang| text::duty(lang, duty).to_owned())}</td>
            <td data-l=move || by_label.get()>{move || by.get()}</td>
            <td data-l=move || until_label.get()><When at=expires_at/></td>
            <td data-l=move || state_label.get()><Tag tone label/></td>
            <td>{open.then(|| view! { <Revoke one scene/> })}</td>
        </tr>
    }
    .into_any()
}

/// The button and its question.
#[component]
fn Revoke(one: InvitationRow, scene: Scene) -> impl IntoView {
    let (act, asking) = (use_act(), RwSignal::new(false));
    let name = StoredValue::new(one.name);
    let id = StoredValue::new(one.id);
    let revoke = move |()| {
        act.run(
            move |client, _| {
                let id = id.get_value();
                async move { client.invitation_revoke(&id).await }
            },
            move |answer| {
                if answer.is_ok() {
                    asking.set(false);
                    // What no longer opens is not shown any more.
                    let shown = |made: &Option<NewInvitation>| {
                        let made = made.as_ref();
                        made.is_some_and(|made| made.invitation.id == id.get_value())
                    };
                    if scene.made.with_untracked(shown) {
                        scene.made.set(None);
                    }
                    scene.said.set(Some(people::revoked));
                    scene.all.reload();
                }
            },
        );
    };
    let title = tell(move |lang| {
        name.with_value(|name| {
            if name.is_empty() {
                people::revoke_title_nameless(lang).to_owned()
            } else {
                people::revoke_title(lang, name)
            }
        })
    });
    view! {
        <Asked
            act
            asking
            label=people::revoke_button
            hidden=Signal::derive(move || Some(name.get_value()))
            kind=ButtonKind::Plain
            blocked=use_offline()
            title
            effect=people::revoke_effect
            busy_label=people::revoking
            on_yes=revoke
        />
    }
    .into_any()
}
