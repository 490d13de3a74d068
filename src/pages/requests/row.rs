//! One role request, with what can be done about it.

use contract::Kind;
use contract::body::{RoleDecision, RoleRequestRow};
use domain::role::{RoleRequestState, RoleWanted};
use leptos::{html, prelude::*};
use text::screens::requests;
use ui::{Button, ButtonKind, Tag, TagTone, use_announcer};

use crate::act::use_act;
use crate::api::{use_api, with};
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;
use crate::parts::when::When;
use crate::path;
use crate::session::use_session;

/// A request to the viewer. Once answered, the answer stands in its place.
#[component]
pub(super) fn Incoming(
    row: RoleRequestRow,
    left: RwSignal<usize>,
    on_reload: Callback<()>,
) -> impl IntoView {
    let by = (row.by.name.clone(), row.by.organisation.clone());
    let who = tell(move |lang| requests::by(lang, &by.0, &by.1));
    let about = about(&row);
    let note = row.request.note.clone();
    let answer = view! { <Answer row left on_reload/> };
    view! {
        <li>
            <strong>{who}</strong>
            {about}
            {if note.is_empty() {
                view! { <p class="hint">{say(requests::note_empty)}</p> }.into_any()
            } else {
                view! { <blockquote>{note}</blockquote> }.into_any()
            }}
            {answer}
        </li>
    }
}

/// A request of the viewer's.
#[component]
pub(super) fn Outgoing(row: RoleRequestRow) -> impl IntoView {
    let about = about(&row);
    let state = state(&row);
    view! {
        <li>
            {about}
            {(!row.decider.is_empty()).then(|| view! { <p class="hint">{say(requests::decider)}" "{row.decider}</p> })}
            {(!row.request.note.is_empty()).then(|| view! { <blockquote>{row.request.note}</blockquote> })}
            {state}
        </li>
    }
}

/// What was asked for, and when.
fn about(row: &RoleRequestRow) -> impl IntoView + use<> {
    let (wanted, target) = (row.request.wanted.clone(), row.target.clone());
    let href = match &row.request.wanted {
        RoleWanted::ChannelManager { channel } => path::channel(channel),
        RoleWanted::AppEditor { app } => path::app(app),
    };
    let words = tell(move |lang| {
        let role = text::role_wanted(lang, &wanted);
        if target.is_empty() {
            requests::wanted_unseen(lang, role)
        } else {
            requests::wanted(lang, role, &target)
        }
    });
    // Whoever asks for a role need not have one yet: then there is nothing to open.
    let name = if row.visible {
        view! { <a class="act" href=href><span>{words}</span></a> }.into_any()
    } else {
        view! { <p>{words}</p> }.into_any()
    };
    view! {
        {name}
        <p class="hint">{say(requests::asked_at)}" "<When at=row.request.asked_at/></p>
    }
}

/// How it stands, and since when.
fn state(row: &RoleRequestRow) -> impl IntoView + use<> {
    let state = row.request.state;
    let tone = match state {
        RoleRequestState::Open => TagTone::Review,
        RoleRequestState::Granted => TagTone::Done,
        RoleRequestState::Declined => TagTone::Off,
    };
    let label = tell(move |lang| text::role_request_state(lang, state).to_owned());
    let decided = row.request.decided_at;
    view! {
        <div class="row">
            <Tag tone label/>
            {decided.map(|at| view! { <span class="hint">{say(requests::decided_at)}" "<When at/></span> })}
        </div>
    }
}

/// The two buttons, or what was answered.
#[component]
fn Answer(row: RoleRequestRow, left: RwSignal<usize>, on_reload: Callback<()>) -> impl IntoView {
    let (api, session, lang, announcer) = (use_api(), use_session(), use_lang(), use_announcer());
    let row = RwSignal::new(row);
    let act = use_act();
    let failure = act.failure;
    // Which of the two answers is, or was, on its way.
    let granting_it = RwSignal::new(false);
    let said = NodeRef::<html::P>::new();
    let result = tell(move |lang| row.with(|row| sentence(lang, row)));
    let decide = Callback::new(move |grant: bool| {
        let api = api.clone();
        let (id, version) = row.with_untracked(|row| (row.request.id.clone(), row.request.version));
        if !act.busy.get_untracked() {
            granting_it.set(grant);
        }
        act.run(
            move |client, key| async move {
                let decision = RoleDecision { grant };
                client
                    .role_request_decide(&id, &decision, with(version, &key))
                    .await
            },
            move |answer| {
                // A failure is shown below the buttons.
                let Ok(decided) = answer else { return };
                announcer.announce(sentence(lang.get_untracked(), &decided.body));
                row.set(decided.body);
                left.update(|left| *left = left.saturating_sub(1));
                // The number in the navigation follows.
                session.ask(api);
                request_animation_frame(move || {
                    if let Some(said) = said.try_get_untracked().flatten() {
                        // Refused only where it is not shown.
                        let _ = said.focus();
                    }
                });
            },
        );
    });
    let is_open = Memo::new(move |_| row.with(|row| row.request.state == RoleRequestState::Open));
    let name = Signal::derive(move || Some(row.with(|row| row.by.name.clone())));
    let blocked = use_offline();
    let granting = Signal::derive(move || Some(requests::granting(lang.get()).to_owned()));
    let declining = Signal::derive(move || Some(requests::declining(lang.get()).to_owned()));
    view! {
        {move || if is_open.get() {
            view! {
                <div class="row">
                    <Button
                        label=say(requests::grant_button)
                        hidden=name
                        busy=Signal::derive(move || act.busy.get() && granting_it.get())
                        busy_label=granting
                        blocked
                        on_press=move |()| decide.run(true)
                    />
                    <Button
                        label=say(requests::decline_button)
                        hidden=name
                        busy=Signal::derive(move || act.busy.get() && !granting_it.get())
                        busy_label=declining
                        blocked
                        on_press=move |()| decide.run(false)
                    />
                </div>
            }
            .into_any()
        } else {
            view! {
                <p tabindex="-1" node_ref=said>{result}</p>
                {row.with(state)}
            }
            .into_any()
        }}
        {move || failure.get().map(|failure| {
            let is_old = matches!(failure.kind(), Some(Kind::Stale { .. } | Kind::WrongState { .. } | Kind::NotFound));
            view! {
                <FailureNote failure/>
                {is_old.then(|| view! {
                    <div class="row">
                        <Button label=say(requests::reload_button) kind=ButtonKind::Plain on_press=on_reload/>
                    </div>
                })}
            }
        })}
    }
}

/// What was answered.
fn sentence(lang: text::Lang, row: &RoleRequestRow) -> String {
    match row.request.state {
        RoleRequestState::Open => String::new(),
        RoleRequestState::Granted => requests::granted(lang, &row.by.name),
        RoleRequestState::Declined => requests::declined(lang, &row.by.name),
    }
}
