//! "Is my channel not here?": what may be told about a channel by its search ID.

use contract::Failure;
use contract::body::{Lookup as Answer, LookupQuery};
use domain::channel::is_search_id;
use domain::role::RoleWanted;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::channels;
use ui::{Button, Disclosure, Note, TextField, ime, use_announcer};

use crate::api::use_api;
use crate::lang::{say, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::role_request::{Asset, RoleRequestButton};
use crate::path;

/// One field, one answer in words, and the way on.
#[component]
pub(super) fn Lookup() -> impl IntoView {
    let (api, lang, announcer) = (use_api(), use_lang(), use_announcer());
    let typed = RwSignal::new(String::new());
    let malformed = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let answer = RwSignal::new(None::<Result<Answer, Failure>>);
    let ask = Callback::new(move |()| {
        let search_id =
            typed.with_untracked(|text| text.trim().trim_start_matches('@').to_lowercase());
        malformed.set(!is_search_id(&search_id));
        if malformed.get_untracked() || busy.get_untracked() {
            answer.set(None);
            return;
        }
        let api = api.clone();
        busy.set(true);
        spawn_local(async move {
            let found = api.note(
                api.client()
                    .channel_lookup(&LookupQuery { search_id })
                    .await,
            );
            if busy.try_set(false).is_some() {
                return;
            }
            if let Ok(found) = &found {
                announcer.announce(sentence(&found.body)(lang.get_untracked()));
            }
            answer.set(Some(found.map(|found| found.body)));
        });
    });
    let error = Signal::derive(move || {
        malformed
            .get()
            .then(|| channels::missing_malformed(lang.get()).to_owned())
    });
    let hint = Signal::derive(move || Some(channels::missing_hint(lang.get()).to_owned()));
    let busy_label = Signal::derive(move || Some(channels::missing_looking(lang.get()).to_owned()));
    view! {
        <Disclosure summary=say(channels::missing_title)>
            <div class="group" on:keydown=move |ev| if ime::is_submit_chord(&ev) { ask.run(()) }>
                <TextField
                    label=say(channels::missing_field)
                    hint
                    error
                    value=typed
                    on_input=move |text| typed.set(text)
                    on_enter=ask
                    short=true
                />
                <div class="row"><Button label=say(channels::missing_button) busy busy_label on_press=ask/></div>
                {move || answer.get().map(|answer| match answer {
                    Ok(answer) => told(answer).into_any(),
                    Err(failure) => view! { <FailureNote failure reading=true/> }.into_any(),
                })}
            </div>
        </Disclosure>
    }
}

fn sentence(answer: &Answer) -> fn(text::Lang) -> &'static str {
    match answer {
        Answer::Unknown => channels::missing_unknown,
        Answer::NoRole { .. } => channels::missing_no_role,
        Answer::InList { .. } => channels::missing_listed,
    }
}

fn told(answer: Answer) -> impl IntoView {
    let words = say(sentence(&answer));
    let way_on = match answer {
        Answer::Unknown => ().into_any(),
        Answer::NoRole { channel, name } => {
            let asset = Asset {
                wanted: RoleWanted::ChannelManager { channel },
                name: name.clone(),
                decider: None,
                requested: false,
            };
            view! {
                <strong>{name}</strong>
                <RoleRequestButton asset/>
            }
            .into_any()
        }
        Answer::InList { row } => {
            view! { <a class="act" href=path::channel(&row.channel.id)><span>{row.channel.name}</span></a> }.into_any()
        }
    };
    view! {
        <Note>
            <p>{words}</p>
            {way_on}
        </Note>
    }
}
