//! One app with its linked channels.

use contract::body::{AppDetail, LinkedChannel};
use domain::policy::{self, Operation};
use domain::role::{AppRole, RoleWanted};
use leptos::{html, prelude::*};
use text::Lang;
use text::screens::{errors, links};
use ui::{Button, ButtonKind, LinkButton, Note, NoteTone, Panel, Tag, TagTone, Text, ids};

use super::acts::{Acts, Chosen, Outcome, Wish};
use crate::lang::{say, tell};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;
use crate::parts::reasons::{ReasonList, no_room, remedy_for};
use crate::parts::remedy::{RemedyLink, Target};
use crate::parts::role_request::Asset;
use crate::parts::slots::Slots;
use crate::parts::when::{When, WhenForm};
use crate::path::{self, LinkStep};

/// The app, how many places are taken, and its channels, the representative one first.
#[component]
pub fn AppPanel(detail: AppDetail, acts: Acts) -> impl IntoView {
    let app = detail.row.app.clone();
    let head = StoredValue::new(detail.clone());
    let reasons = detail.row.reasons.clone();
    let asset = Asset {
        wanted: RoleWanted::AppEditor {
            app: app.id.clone(),
        },
        name: app.name.clone(),
        decider: Some(detail.row.owner.clone()),
        requested: detail.row.requested,
    };
    let role = detail.row.role;
    let may = policy::may(Operation::LinkDelete, role);
    // Said once above the list; every button that cannot act is tied to it.
    let why = if may {
        String::new()
    } else {
        ids::fresh("links-why")
    };
    let only = (!may && !detail.links.is_empty())
        .then(|| view! { <p class="hint" id=why.clone()>{only_editors(role)}</p> });
    let rows = detail
        .links
        .iter()
        .map(|channel| {
            row(
                &Chosen {
                    app: detail.clone(),
                    channel: channel.clone(),
                },
                acts,
                &why,
            )
        })
        .collect_view();
    let body = if detail.links.is_empty() {
        view! { <p>{say(links::no_channel_here)}</p> }.into_any()
    } else {
        view! { <ul class="pick-list">{rows}</ul> }.into_any()
    };
    view! {
        <Panel title=app.name.clone() actions=move || head.with_value(link_channels)>
            <p class="row"><Slots used=detail.links.len()/></p>
            <Result id=app.id acts/>
            {(!reasons.is_empty()).then(|| view! { <ReasonList reasons action=remedy_for(asset)/> })}
            {only}
            {body}
        </Panel>
    }
}

/// Who may change the links, and that the viewer is not one of them.
fn only_editors(role: AppRole) -> Text {
    tell(move |lang| errors::needs_editor(lang, text::app_role(lang, role)))
}

/// The way to link more channels, or why the app takes none now.
pub fn link_channels(detail: &AppDetail) -> AnyView {
    let app = &detail.row.app;
    let (href, name) = (
        path::link_new(LinkStep::Channels, Some(&app.id), &[], None),
        app.name.clone(),
    );
    let label = say(links::link_channels_button);
    if let Some(blocked) = no_room(&detail.row) {
        return view! { <Button label hidden=Some(name) blocked/> }.into_any();
    }
    view! { <LinkButton label hidden=Some(name) href/> }.into_any()
}

/// What came of the last act on this app. It takes focus, for the button that was pressed may be gone.
#[component]
fn Result(id: domain::id::AppId, acts: Acts) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let mine = Memo::new(move |_| {
        acts.outcome
            .with(|outcome| outcome.as_ref().is_some_and(|(app, _)| *app == id))
    });
    // An effect, because focus is not part of the view.
    Effect::new(move || {
        if mine.get()
            && let Some(element) = place.get()
        {
            // Refused only when it is not shown.
            let _ = element.focus();
        }
    });
    let shown = move || acts.outcome.get().map(|(_, outcome)| outcome_note(outcome));
    view! {
        <Show when=move || mine.get()>
            <div tabindex="-1" node_ref=place>{shown}</div>
        </Show>
    }
}

fn outcome_note(outcome: Outcome) -> AnyView {
    let (tone, words) = match outcome {
        Outcome::Represents(name) => (
            NoteTone::Ok,
            tell(move |lang| links::made_representative(lang, &name)),
        ),
        Outcome::Unlinked(name) => (NoteTone::Ok, tell(move |lang| links::unlinked(lang, &name))),
        Outcome::Stale(wish, name, now) => (
            NoteTone::Warn,
            tell(move |lang| overtaken(lang, wish, &name, &now)),
        ),
        Outcome::Failed(failure) => return view! { <FailureNote failure/> }.into_any(),
    };
    view! { <Note tone live=true><p>{move || words.get()}</p></Note> }.into_any()
}

/// What was wanted of that channel, and how the app is linked now.
fn overtaken(lang: Lang, wish: Wish, channel: &str, now: &AppDetail) -> String {
    let wanted = match wish {
        Wish::Represent => links::make_representative_button(lang),
        Wish::Unlink => links::unlink_button(lang),
    };
    let all = now.links.iter();
    let names: Vec<String> = all
        .map(|linked| {
            if linked.link.representative {
                links::named_representative(lang, &linked.name)
            } else {
                linked.name.clone()
            }
        })
        .collect();
    let names = if names.is_empty() {
        links::linked_none(lang).to_owned()
    } else {
        names.join(", ")
    };
    links::list_stale(lang, channel, wanted, &names)
}

/// A linked channel. `why` is where it stands that the viewer may not change it.
fn row(chosen: &Chosen, acts: Acts, why: &str) -> impl IntoView + use<> {
    let LinkedChannel {
        link,
        name,
        search_id,
        drift,
    } = chosen.channel.clone();
    let representative = link.representative.then(|| {
        view! { <Tag tone=TagTone::Draft label=say(links::representative_now)/> }
    });
    let drift = drift.map(|finding| {
        let target = Target::Channel {
            channel: link.channel.clone(),
            app: Some(link.app.clone()),
        };
        view! {
            <Tag tone=TagTone::Action label=say(links::drifted)/>
            <ReasonList reasons=vec![finding.clone()]/>
            <p>{say(links::drift_effect)}</p>
            <RemedyLink finding target name=name.clone()/>
        }
    });
    let buttons = buttons(chosen, acts, why.to_owned());
    view! {
        <li class="group">
            <div class="panel-head">
                <div class="row">
                    <a class="act" href=path::channel(&link.channel)>{name.clone()}</a>
                    <span class="hint">{format!("@{search_id}")}</span>
                    {representative}
                    <span class="hint"><When at=link.linked_at form=WhenForm::Day/></span>
                </div>
                <div class="row">{buttons}</div>
            </div>
            {drift}
        </li>
    }
}

/// What can be done to the link.
fn buttons(chosen: &Chosen, acts: Acts, why: String) -> impl IntoView + use<> {
    let (role, offline) = (chosen.app.row.role, use_offline());
    let may = policy::may(Operation::LinkDelete, role);
    let chosen = StoredValue::new(chosen.clone());
    let name = chosen.with_value(|it| it.channel.name.clone());
    let represents = chosen.with_value(|it| it.channel.link.representative);
    let busy = Signal::derive(move || {
        acts.busy.with(|busy| {
            busy.as_ref().is_some_and(|(app, channel)| {
                chosen.with_value(|it| {
                    it.app.row.app.id == *app && it.channel.link.channel == *channel
                })
            })
        })
    });
    let only = only_editors(role);
    let blocked = Signal::derive(move || if may { offline.get() } else { Some(only.get()) });
    let changing = say(links::changing);
    let represent = (!represents).then(|| {
        view! {
            <Button
                label=say(links::make_representative_button)
                hidden=Some(name.clone())
                busy
                busy_label=Signal::derive(move || Some(changing.get()))
                blocked
                why=why.clone()
                on_press=move |()| acts.change(chosen.get_value(), Wish::Represent)
            />
        }
    });
    view! {
        {represent}
        <Button
            label=say(links::unlink_button)
            hidden=Some(name)
            kind=ButtonKind::Danger
            busy
            blocked
            why
            on_press=move |()| acts.ask(chosen.get_value())
        />
    }
}
