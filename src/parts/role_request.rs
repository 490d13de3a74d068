//! Asking for a role: the button, the dialog behind it, and what stands there once it was asked for.

use contract::body::RoleRequestDraft;
use contract::error::FieldFault;
use contract::{Failure, Kind};
use domain::role::{NOTE_CHARS_MAX, RoleWanted};
use leptos::{html, prelude::*};
use text::screens::{requests, shell};
use ui::{Button, ButtonKind, Dialog, TextArea, ime, use_announcer};

use crate::act::use_act;
use crate::api::with_key;
use crate::lang::{Lang, say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;

/// What a role is asked for on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// The role that helps, and on what.
    pub wanted: RoleWanted,
    /// Name of the channel or app.
    pub name: String,
    /// Name of the master or owner, when it is known.
    pub decider: Option<String>,
    /// Whether the viewer has asked already.
    pub requested: bool,
}

/// Whether the role can be asked for, or how the asking went.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    NotAsked,
    /// It was asked for before, here or elsewhere.
    Waiting,
    /// It was asked for just now, of this person.
    Asked(String),
}

/// The button that opens the dialog; after that, words in its place.
#[component]
pub fn RoleRequestButton(
    /// On what.
    asset: Asset,
) -> impl IntoView {
    let standing = RwSignal::new(if asset.requested {
        Standing::Waiting
    } else {
        Standing::NotAsked
    });
    let open = RwSignal::new(false);
    // The dialog is built when it is first wanted: a list has many of these buttons.
    let wanted_once = Memo::new(move |before: Option<&bool>| open.get() || before == Some(&true));
    let words = NodeRef::<html::P>::new();
    let on_done = Callback::new(move |now: Standing| {
        standing.set(now);
        open.set(false);
        // After the dialog has closed and given focus back to a button that is gone by then.
        request_animation_frame(move || {
            if let Some(words) = words.try_get_untracked().flatten() {
                // Refused only where it is not shown.
                let _ = words.focus();
            }
        });
    });
    let role = asset.wanted.clone();
    let said = tell(move |lang| match standing.get() {
        Standing::NotAsked => String::new(),
        Standing::Waiting => requests::requested(lang).to_owned(),
        Standing::Asked(who) => asked(lang, &who, text::role_wanted(lang, &role)),
    });
    let name = asset.name.clone();
    let asset = StoredValue::new(asset);
    let can_ask = Memo::new(move |_| standing.get() == Standing::NotAsked);
    view! {
        {move || if can_ask.get() {
            let name = name.clone();
            view! {
                <Button
                    label=say(requests::ask_button)
                    hidden=Signal::derive(move || Some(name.clone()))
                    on_press=move |()| open.set(true)
                />
            }.into_any()
        } else {
            view! { <p class="hint" tabindex="-1" node_ref=words>{said}</p> }.into_any()
        }}
        <Show when=move || wanted_once.get()>
            <AskDialog open asset=asset.get_value() on_done/>
        </Show>
    }
}

#[component]
fn AskDialog(open: RwSignal<bool>, asset: Asset, on_done: Callback<Standing>) -> impl IntoView {
    let (act, lang, announcer) = (use_act(), use_lang(), use_announcer());
    let note = RwSignal::new(String::new());
    let used = Memo::new(move |_| note.with(|note| note.chars().count()));
    let over = Memo::new(move |_| used.get().saturating_sub(NOTE_CHARS_MAX));
    let blocked = use_offline();
    let wanted = asset.wanted.clone();
    let send = Callback::new(move |()| {
        let stopped = blocked.with_untracked(Option::is_some);
        if stopped || over.get_untracked() > 0 {
            return;
        }
        let wanted = wanted.clone();
        let draft = RoleRequestDraft {
            wanted: wanted.clone(),
            note: note.get_untracked(),
        };
        act.run(
            move |client, key| async move {
                client.role_request_create(&draft, with_key(&key)).await
            },
            move |answer| match answer {
                Ok(row) => {
                    let who = row.body.decider;
                    let role = text::role_wanted(lang.get_untracked(), &wanted);
                    announcer.announce(asked(lang.get_untracked(), &who, role));
                    on_done.run(Standing::Asked(who));
                }
                Err(error) if is_asked_already(&error) => {
                    announcer.announce(requests::asked_already(lang.get_untracked()));
                    on_done.run(Standing::Waiting);
                }
                // Shown in the dialog.
                Err(_) => {}
            },
        );
    });
    let role = asset.wanted.clone();
    let who = tell(move |lang| who_is_asked(lang, &asset));
    let below = tell(move |lang| shell::characters(lang, used.get(), NOTE_CHARS_MAX));
    let error = use_over(lang, over);
    let send_button = move || {
        view! {
            <Button
                label=say(requests::ask_button)
                kind=ButtonKind::Primary
                busy=act.busy
                busy_label=asking(lang)
                blocked
                on_press=send
            />
        }
    };
    view! {
        <Dialog
            open
            title=tell(move |lang| requests::ask_title(lang, text::role_wanted(lang, &role)))
            safe_label=say(shell::cancel_button)
            actions=send_button
        >
            <div class="group" on:keydown=move |ev| if ime::is_submit_chord(&ev) { send.run(()) }>
                <p>{who}</p>
                <p>{say(requests::ask_effect)}</p>
                <TextArea
                    label=say(requests::ask_note)
                    hint=hint(lang)
                    value=note
                    on_input=move |text| note.set(text)
                    below=Signal::derive(move || Some(below.get()))
                    error
                />
                {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
            </div>
        </Dialog>
    }
}

/// Somebody, perhaps oneself in another window, was quicker.
fn is_asked_already(error: &Failure) -> bool {
    let Some(Kind::Invalid { fields }) = error.kind() else {
        return false;
    };
    fields
        .iter()
        .any(|field| field.problem == FieldFault::Already)
}

/// That it was asked for. Who decides is not told to somebody without a role there.
fn asked(lang: Lang, who: &str, role: &str) -> String {
    if who.is_empty() {
        requests::asked_master(lang, role)
    } else {
        requests::asked(lang, who, role)
    }
}

fn who_is_asked(lang: Lang, asset: &Asset) -> String {
    asset.decider.as_ref().map_or_else(
        || requests::ask_master(lang, &asset.name),
        |who| requests::ask_who(lang, &asset.name, who),
    )
}

fn use_over(lang: RwSignal<Lang>, over: Memo<usize>) -> Signal<Option<String>> {
    Signal::derive(move || match over.get() {
        0 => None,
        n => Some(shell::too_long_by(lang.get(), n)),
    })
}

fn asking(lang: RwSignal<Lang>) -> Signal<Option<String>> {
    Signal::derive(move || Some(requests::asking(lang.get()).to_owned()))
}

fn hint(lang: RwSignal<Lang>) -> Signal<Option<String>> {
    Signal::derive(move || Some(requests::ask_note_hint(lang.get()).to_owned()))
}
