//! Inviting somebody: an address that is shown once.

use contract::body::{InvitationDraft, Invitations, NewInvitation};
use domain::role::Duty;
use leptos::{html, prelude::*};
use text::screens::{people, shell};
use ui::{Button, Choice, CopyButton, Note, NoteTone, Panel, RadioGroup, TextField};

use super::sent::{Scene, Sent};
use crate::act::use_act;
use crate::address::whole;
use crate::api::{use_api, with_key};
use crate::data::Loaded;
use crate::lang::{say, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;
use crate::path;

/// The form, what was made, and what was made before.
#[component]
pub fn Invite() -> impl IntoView {
    let api = use_api();
    let all = Loaded::new(move || {
        let client = api.client();
        async move { client.invitation_list().await }
    });
    let made = RwSignal::new(None::<NewInvitation>);
    view! {
        <Panel title=say(people::invite_title)>
            <p>{say(people::invite_lead)}</p>
            <Form made all/>
            {move || made.get().map(|made| view! { <Made made/> })}
        </Panel>
        <Panel title=say(people::invitations_title)>
            <Sent scene=Scene { all, made, said: RwSignal::new(None) }/>
        </Panel>
    }
    .into_any()
}

#[component]
fn Form(made: RwSignal<Option<NewInvitation>>, all: Loaded<Invitations>) -> impl IntoView {
    let (act, lang) = (use_act(), use_lang());
    let (name, organisation) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let duty = RwSignal::new("applicant".to_owned());
    let options = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Choice::new("applicant", people::duty_applicant(lang)),
            Choice::new("reviewer", people::duty_reviewer(lang)),
            Choice::new("operator", people::duty_operator(lang)),
        ]
    });
    let make = move |()| {
        let draft = InvitationDraft {
            name: name.get_untracked(),
            organisation: organisation.get_untracked(),
            duty: match duty.get_untracked().as_str() {
                "operator" => Duty::Operator,
                "reviewer" => Duty::Reviewer,
                _ => Duty::Applicant,
            },
        };
        act.run(
            move |client, key| async move {
                client.invitation_create(&draft, with_key(&key)).await
            },
            move |answer| {
                if let Ok(answer) = answer {
                    made.set(Some(answer.body));
                    name.set(String::new());
                    organisation.set(String::new());
                    all.reload();
                }
            },
        );
    };
    let hint = say(people::invite_name_hint);
    view! {
        <TextField
            label=say(people::invite_name)
            hint=Signal::derive(move || Some(hint.get()))
            value=name
            on_input=move |text: String| name.set(text)
        />
        <TextField
            label=say(people::invite_organisation)
            value=organisation
            on_input=move |text: String| organisation.set(text)
        />
        <RadioGroup legend=say(people::duty) options value=duty on_change=move |word: String| duty.set(word)/>
        <div class="row">
            <Button
                label=say(people::invite_button)
                busy=act.busy
                busy_label=Signal::derive(move || Some(people::inviting(lang.get()).to_owned()))
                blocked=use_offline()
                on_press=make
            />
        </div>
        {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
    }
    .into_any()
}

/// The address, or why there is none.
#[component]
fn Made(made: NewInvitation) -> impl IntoView {
    let Some(token) = made.token else {
        return view! { <Note tone=NoteTone::Warn live=true><p>{say(people::made_lost)}</p></Note> }
            .into_any();
    };
    let address = whole(&path::invitation(&token));
    let heading = NodeRef::<html::H3>::new();
    // An effect, because focus is not part of the view: what was asked for is here.
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            // Refused only where it is not shown.
            let _ = heading.focus();
        }
    });
    view! {
        <div class="group">
            <h3 tabindex="-1" node_ref=heading>{say(people::made_title)}</h3>
            <p>{say(people::made_once)}</p>
            <p><code class="address">{address.clone()}</code></p>
            <CopyButton
                label=say(people::copy_button)
                value=Signal::stored(address)
                done=say(shell::copied)
                failed=say(people::copy_failed)
            />
        </div>
    }
    .into_any()
}
