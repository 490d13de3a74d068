//! What somebody was master or owner of when their account was closed: handed over here to somebody who can sign in.

use contract::body::{HandOverDraft, HandedOver, PersonRow};
use contract::client::With;
use contract::{Failure, Kind, Tagged};
use domain::id::UserId;
use leptos::{html, prelude::*};
use text::Lang;
use text::screens::{members, people, shell};
use ui::{Button, ButtonKind, Dialog, Note, NoteTone, TextField};

use crate::act::{Act, use_act};
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;

/// The form. Cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    row: StoredValue<PersonRow>,
    act: Act,
    open: RwSignal<bool>,
    id: RwSignal<String>,
    /// Nobody has that ID, or their account is closed, too.
    unknown: RwSignal<bool>,
    field: NodeRef<html::Input>,
    /// How many channels and apps were handed over.
    done: RwSignal<Option<(usize, usize)>>,
}

impl Form {
    fn begin(self) {
        self.act.failure.set(None);
        self.unknown.set(false);
        self.done.set(None);
        self.open.set(true);
    }

    fn send(self) {
        match UserId::parse(self.id.get_untracked().trim()) {
            Ok(to) => self.hand_over(to, (0, 0)),
            Err(_) => self.refuse(),
        }
    }

    fn refuse(self) {
        self.unknown.set(true);
        if let Some(field) = self.field.get_untracked() {
            // Refused only where it is not shown.
            let _ = field.focus();
        }
    }

    /// Hands over what goes at once, and then the rest; `done` are the channels and apps so far.
    fn hand_over(self, to: UserId, done: (usize, usize)) {
        let (person, version) = self.row.with_value(|row| (row.id.clone(), row.version));
        let draft = HandOverDraft { to: to.clone() };
        self.act.run(
            move |client, key| async move {
                let with = With {
                    version: Some(version),
                    key: Some(key),
                };
                client.user_hand_over(&person, &draft, with).await
            },
            move |answer| self.end(to, done, answer),
        );
    }

    fn end(
        self,
        to: UserId,
        (channels, apps): (usize, usize),
        answer: Result<Tagged<HandedOver>, Failure>,
    ) {
        match answer {
            Ok(told) => {
                let done = (channels + told.body.channels, apps + told.body.apps);
                if told.body.more {
                    return self.hand_over(to, done);
                }
                self.id.set(String::new());
                self.open.set(false);
                self.done.set(Some(done));
            }
            Err(failure) if matches!(failure.kind(), Some(Kind::Invalid { .. })) => {
                self.act.failure.set(None);
                self.refuse();
            }
            // Shown in the dialog.
            Err(_) => {}
        }
    }
}

/// The button and its dialog, for an account that is closed.
#[component]
pub fn Left(row: PersonRow) -> impl IntoView {
    let (lang, blocked) = (use_lang(), use_offline());
    let name = StoredValue::new(row.name.clone());
    let form = Form {
        row: StoredValue::new(row),
        act: use_act(),
        open: RwSignal::new(false),
        id: RwSignal::new(String::new()),
        unknown: RwSignal::new(false),
        field: NodeRef::new(),
        done: RwSignal::new(None),
    };
    let send = Callback::new(move |()| form.send());
    let busy_label = Signal::derive(move || Some(people::left_busy(lang.get()).to_owned()));
    let words = |sentence: fn(Lang) -> &'static str| {
        Signal::derive(move || Some(sentence(lang.get()).to_owned()))
    };
    let hint = words(members::add_hint);
    let error = Signal::derive(move || {
        let unknown = form.unknown.get();
        unknown.then(|| members::add_unknown(lang.get()).to_owned())
    });
    let on_input = move |text: String| {
        form.unknown.set(false);
        form.id.set(text);
    };
    view! {
        <Button
            label=say(people::left_button)
            hidden=Signal::derive(move || Some(name.get_value()))
            kind=ButtonKind::Plain
            on_press=move |()| form.begin()
        />
        {move || form.done.get().map(|(channels, apps)| {
            let words = tell(move |lang| people::left_done(lang, channels, apps));
            view! { <Note tone=NoteTone::Ok live=true><p>{move || words.get()}</p></Note> }
        })}
        <Dialog
            open=form.open
            title=tell(move |lang| people::left_title(lang, &name.get_value()))
            safe_label=say(shell::cancel_button)
            actions=move || view! {
                <Button
                    label=say(people::left_button)
                    kind=ButtonKind::Danger
                    busy=form.act.busy
                    busy_label
                    blocked
                    on_press=send
                />
            }
        >
            <p>{say(people::left_effect)}</p>
            <TextField label=say(people::left_to) hint error value=form.id on_input on_enter=send node_ref=form.field/>
            {move || form.act.failure.get().map(|failure| view! { <FailureNote failure/> })}
        </Dialog>
    }
    .into_any()
}
