//! The invitations there are: for whom, until when, and taking one back.

use contract::body::{InvitationRow, Invitations, NewInvitation};
use leptos::prelude::*;
use text::screens::people;
use ui::{Button, ButtonKind, TableFrame, Tag, TagTone, use_announcer};

use crate::act::use_act;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::when::{When, now};

/// The list, newest first.
pub fn sent(
    invitations: Invitations,
    all: Loaded<Invitations>,
    made: RwSignal<Option<NewInvitation>>,
) -> AnyView {
    if invitations.invitations.is_empty() {
        return view! { <p class="hint">{say(people::invitations_none)}</p> }.into_any();
    }
    let head = [
        people::column_invited,
        people::column_duty,
        people::column_by,
        people::column_until,
        people::column_state,
        people::column_act,
    ]
    .map(|sentence| {
        let words = say(sentence);
        view! { <th scope="col">{move || words.get()}</th> }
    });
    let rows = invitations
        .invitations
        .into_iter()
        .map(|one| view! { <Row one all made/> })
        .collect_view();
    view! {
        <TableFrame caption=say(people::invitations_title) hide_caption=true stack=true>
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
    .into_any()
}

#[component]
fn Row(
    one: InvitationRow,
    all: Loaded<Invitations>,
    made: RwSignal<Option<NewInvitation>>,
) -> impl IntoView {
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
            <td>{open.then(|| view! { <Revoke one all made/> })}</td>
        </tr>
    }
    .into_any()
}

#[component]
fn Revoke(
    one: InvitationRow,
    all: Loaded<Invitations>,
    made: RwSignal<Option<NewInvitation>>,
) -> impl IntoView {
    let (act, lang, announcer) = (use_act(), use_lang(), use_announcer());
    let name = one.name;
    let id = StoredValue::new(one.id);
    let revoke = move |()| {
        let id = id.get_value();
        let gone = id.clone();
        act.run(
            move |client, _| async move { client.invitation_revoke(&id).await },
            move |answer| {
                if answer.is_ok() {
                    announcer.announce(people::revoked(lang.get_untracked()));
                    // What no longer opens is not shown any more.
                    let shown = |made: &Option<NewInvitation>| {
                        made.as_ref().is_some_and(|made| made.invitation.id == gone)
                    };
                    if made.with_untracked(shown) {
                        made.set(None);
                    }
                    all.reload();
                }
            },
        );
    };
    view! {
        <Button
            label=say(people::revoke_button)
            hidden=Signal::derive(move || Some(name.clone()))
            kind=ButtonKind::Plain
            busy=act.busy
            busy_label=Signal::derive(move || Some(people::revoking(lang.get()).to_owned()))
            on_press=revoke
        />
        {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
    }
    .into_any()
}
