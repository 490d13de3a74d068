//! Changing somebody's account: what they are, and whether it is open. A change made by another operator meanwhile is shown first.

use contract::Kind;
use contract::body::{Page as Rows, PersonDraft, PersonRow};
use domain::role::Duty;
use leptos::prelude::*;
use text::Lang;
use text::screens::{people, shell};
use ui::{Button, ButtonKind, Checkbox, Choice, Dialog, Note, NoteTone, RadioGroup, use_announcer};

use crate::act::use_act;
use crate::api::with_version;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;

/// A duty as the form calls it, and as people read it.
type Named = (&'static str, Duty, fn(Lang) -> &'static str);

const DUTIES: [Named; 3] = [
    ("applicant", Duty::Applicant, people::duty_applicant),
    ("reviewer", Duty::Reviewer, people::duty_reviewer),
    ("operator", Duty::Operator, people::duty_operator),
];

fn word(duty: Duty) -> &'static str {
    let found = DUTIES.iter().find(|(_, one, _)| *one == duty);
    found.map_or("", |(word, ..)| word)
}

/// The button and its dialog.
#[component]
pub fn Edit(row: PersonRow, all: Loaded<Rows<PersonRow>>) -> impl IntoView {
    let (act, out, lang, announcer) = (use_act(), use_act(), use_lang(), use_announcer());
    let open = RwSignal::new(false);
    let duty = RwSignal::new(word(row.duty).to_owned());
    let closed = RwSignal::new(row.disabled_at.is_some());
    let (name, version) = (StoredValue::new(row.name), row.version);
    let id = StoredValue::new(row.id);
    let save = move |()| {
        let (id, picked) = (id.get_value(), duty.get_untracked());
        let found = DUTIES.iter().find(|(word, ..)| *word == picked);
        let draft = PersonDraft {
            duty: found.map_or(Duty::Applicant, |(_, duty, _)| *duty),
            disabled: closed.get_untracked(),
        };
        act.run(
            move |client, _| async move {
                client.user_update(&id, &draft, with_version(version)).await
            },
            move |answer| {
                if answer.is_ok() {
                    open.set(false);
                    announcer.announce(people::saved(lang.get_untracked(), &name.get_value()));
                    all.reload();
                }
            },
        );
    };
    let sign_out = move |()| {
        let id = id.get_value();
        out.run(
            move |client, _| async move { client.user_sign_out(&id).await },
            move |answer| {
                if answer.is_ok() {
                    open.set(false);
                    announcer.announce(people::signed_out(lang.get_untracked(), &name.get_value()));
                }
            },
        );
    };
    let stale = move || {
        act.failure.with(|failure| {
            matches!(
                failure.as_ref().and_then(|f| f.kind()),
                Some(Kind::Stale { .. })
            )
        })
    };
    let actions = move || {
        view! {
            <Button
                label=say(people::save_button)
                busy=act.busy
                busy_label=Signal::derive(move || Some(people::saving(lang.get()).to_owned()))
                on_press=save
            />
            <Button
                label=say(people::sign_out_button)
                kind=ButtonKind::Plain
                busy=out.busy
                busy_label=Signal::derive(move || Some(people::signing_out(lang.get()).to_owned()))
                on_press=sign_out
            />
        }
    };
    view! {
        <Button
            label=say(people::edit_button)
            hidden=Signal::derive(move || Some(name.get_value()))
            kind=ButtonKind::Plain
            on_press=move |()| open.set(true)
        />
        <Dialog
            open
            title=tell(move |lang| people::edit_title(lang, &name.get_value()))
            safe_label=say(shell::cancel_button)
            actions
        >
            <RadioGroup legend=say(people::duty) options=duties() value=duty on_change=move |word: String| duty.set(word)/>
            <Checkbox label=say(people::close) checked=closed on_change=move |on: bool| closed.set(on)/>
            <p class="hint">{say(people::edit_effect)}</p>
            {move || stale().then(|| view! {
                <Meanwhile on_reload=move || {
                    open.set(false);
                    all.reload();
                }/>
            })}
            {move || act.failure.get().filter(|_| !stale()).map(|failure| view! { <FailureNote failure/> })}
            {move || out.failure.get().map(|failure| view! { <FailureNote failure/> })}
        </Dialog>
    }
    .into_any()
}

fn duties() -> Signal<Vec<Choice>> {
    let lang = use_lang();
    Signal::derive(move || {
        DUTIES
            .map(|(word, _, what)| Choice::new(word, what(lang.get())))
            .to_vec()
    })
}

/// Another operator was faster: what is shown is old.
#[component]
fn Meanwhile(on_reload: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    view! {
        <Note tone=NoteTone::Warn live=true>
            <p>{say(people::changed_meanwhile)}</p>
            <Button label=say(shell::retry_button) kind=ButtonKind::Plain on_press=move |()| on_reload()/>
        </Note>
    }
}
