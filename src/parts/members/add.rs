//! Giving a first role to somebody who has none here yet. They tell their user ID, which stands in their settings.

use contract::body::Members;
use contract::client::With;
use contract::{Failure, Kind, Tagged};
use domain::id::UserId;
use domain::role::Standing;
use leptos::{html, prelude::*};
use text::screens::members;
use ui::{Button, Choice, Fieldset, RadioGroup, TextField};

use super::deed::{Chosen, Deed, Place, role};
use super::{Outcome, Scene};
use crate::act::{Act, use_act};
use crate::lang::{say, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    /// Nobody has that ID, or not any more.
    Unknown,
    /// They are in the list already.
    Already,
}

/// What is filled in. Cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    scene: Scene,
    act: Act,
    id: RwSignal<String>,
    /// Whether they become manager or editor, and not something below.
    raised: RwSignal<bool>,
    wrong: RwSignal<Option<Wrong>>,
    field: NodeRef<html::Input>,
}

impl Form {
    fn refuse(self, why: Wrong) {
        self.act.failure.set(None);
        self.wrong.set(Some(why));
        if let Some(field) = self.field.get_untracked() {
            // Refused only where it is not shown.
            let _ = field.focus();
        }
    }

    fn send(self) {
        let Some(told) = self.scene.list.peek() else {
            return;
        };
        let Ok(user) = UserId::parse(self.id.get_untracked().trim()) else {
            return self.refuse(Wrong::Unknown);
        };
        if told.body.members.iter().any(|one| one.user == user) {
            return self.refuse(Wrong::Already);
        }
        self.scene.outcome.set(None);
        let deed = if self.raised.get_untracked() {
            Deed::Raise
        } else {
            Deed::Lower
        };
        let (place, added) = (self.scene.place.get_value(), user.clone());
        let call = move |client, key| {
            let with = With {
                version: Some(told.version),
                key: Some(key),
            };
            place.change(client, deed, user, with)
        };
        self.act
            .run(call, move |answer| self.end(deed, &added, answer));
    }

    /// Takes over what came of it. What was typed stays until somebody was added by it.
    fn end(self, deed: Deed, added: &UserId, answer: Result<Tagged<Members>, Failure>) {
        let scene = self.scene;
        match answer {
            Ok(told) => {
                let found = told.body.members.iter().find(|one| one.user == *added);
                let name = found.map(|one| one.name.clone()).unwrap_or_default();
                self.id.set(String::new());
                scene.list.set(told);
                scene.outcome.set(Some(Outcome::Added(deed, name)));
            }
            Err(error) => match error.kind() {
                Some(Kind::Invalid { .. }) => self.refuse(Wrong::Unknown),
                Some(Kind::Stale { .. }) => {
                    self.act.failure.set(None);
                    let name = added.to_string();
                    let user = added.clone();
                    scene.look_again(Chosen { deed, user, name });
                }
                Some(Kind::Forbidden { .. } | Kind::NotFound) => scene.refresh(),
                _ => {}
            },
        }
    }
}

/// The form.
#[component]
pub(super) fn Add(scene: Scene) -> impl IntoView {
    let (lang, blocked) = (use_lang(), use_offline());
    let form = Form {
        scene,
        act: use_act(),
        id: RwSignal::new(String::new()),
        raised: RwSignal::new(true),
        wrong: RwSignal::new(None),
        field: NodeRef::new(),
    };
    let (id, raised, wrong, act) = (form.id, form.raised, form.wrong, form.act);
    let is_app = scene.place.with_value(Place::is_app);
    let options = Signal::derive(move || {
        let lang = lang.get();
        [("member", Standing::Member), ("below", Standing::Below)]
            .map(|(word, standing)| Choice::new(word, role(lang, is_app, standing)))
            .to_vec()
    });
    let value = Signal::derive(move || if raised.get() { "member" } else { "below" }.to_owned());
    let error = Signal::derive(move || {
        let lang = lang.get();
        wrong.get().map(|wrong| match wrong {
            Wrong::Unknown => members::add_unknown(lang).to_owned(),
            Wrong::Already => members::add_already(lang).to_owned(),
        })
    });
    let on_input = move |text: String| {
        wrong.set(None);
        id.set(text);
    };
    let add = Callback::new(move |()| form.send());
    let hint = Signal::derive(move || Some(members::add_hint(lang.get()).to_owned()));
    let busy_label = Signal::derive(move || Some(members::adding(lang.get()).to_owned()));
    view! {
        <Fieldset legend=say(members::add_title)>
            <TextField label=say(members::add_id) hint error value=id on_input on_enter=add node_ref=form.field/>
            <RadioGroup
                legend=say(members::add_role)
                options
                value
                on_change=move |word: String| raised.set(word == "member")
                inline=true
            />
            <div class="row">
                <Button label=say(members::add_button) blocked busy=act.busy busy_label on_press=add/>
            </div>
            {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
        </Fieldset>
    }
    .into_any()
}
