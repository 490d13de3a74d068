//! Changing somebody's account: what they are, and whether it is open. What cannot be taken back by the person themselves is asked
//! about a second time; a change that another operator made meanwhile stands beside the choice until one is saved.

use contract::body::{Page as Rows, PersonRow};
use leptos::{html, prelude::*};
use text::screens::{people, shell};
use ui::{Button, ButtonKind, Checkbox, Choice, Dialog, Note, NoteTone, RadioGroup, use_announcer};

use super::account::{DUTIES, Form, Step, confirm_button, consequences, described};
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;

/// The button and its dialog.
#[component]
pub fn Edit(row: PersonRow, all: Loaded<Rows<PersonRow>>) -> impl IntoView {
    let (lang, announcer) = (use_lang(), use_announcer());
    let name = StoredValue::new(row.name.clone());
    let on_done = Callback::new(move |said: fn(text::Lang, &str) -> String| {
        announcer.announce(said(lang.get_untracked(), &name.get_value()));
    });
    let form = Form::new(row, all, on_done);
    // An effect, because the list is outside the dialog: it is older than what was seen in here, and is fetched when that is left.
    Effect::new(move || {
        if !form.open.get() && form.overtaken.get_untracked() {
            all.reload();
        }
    });
    view! {
        <Button
            label=say(people::edit_button)
            hidden=Signal::derive(move || Some(name.get_value()))
            kind=ButtonKind::Plain
            on_press=move |()| form.begin()
        />
        <Dialog
            open=form.open
            title=tell(move |lang| people::edit_title(lang, &name.get_value()))
            safe_label=say(shell::cancel_button)
            actions=move || view! { <Actions form/> }
        >
            <Body form/>
        </Dialog>
    }
    .into_any()
}

/// The buttons of the step.
#[component]
fn Actions(form: Form) -> impl IntoView {
    let (lang, blocked) = (use_lang(), use_offline());
    let saving = Signal::derive(move || Some(people::saving(lang.get()).to_owned()));
    let signing_out = Signal::derive(move || Some(people::signing_out(lang.get()).to_owned()));
    let confirm = tell(move |lang| {
        let words = form.row.with(|row| confirm_button(row, &form.draft()));
        words(lang).to_owned()
    });
    let saves = Signal::derive(move || form.save.busy.get() || form.look.busy.get());
    move || match form.step.get() {
        Step::Choose => view! {
            <Button
                label=say(people::save_button)
                busy=saves
                busy_label=saving
                blocked
                on_press=move |()| form.ask_or_save()
            />
            <Button
                label=say(people::sign_out_button)
                kind=ButtonKind::Plain
                blocked
                on_press=move |()| form.step.set(Step::SignOut)
            />
        }
        .into_any(),
        Step::Save => view! {
            <Button
                label=confirm
                kind=ButtonKind::Danger
                busy=saves
                busy_label=saving
                blocked
                on_press=move |()| form.save()
            />
            <Button label=say(shell::back_button) on_press=move |()| form.step.set(Step::Choose)/>
        }
        .into_any(),
        Step::SignOut => view! {
            <Button
                label=say(people::sign_out_button)
                kind=ButtonKind::Danger
                busy=form.out.busy
                busy_label=signing_out
                blocked
                on_press=move |()| form.sign_out()
            />
            <Button label=say(shell::back_button) on_press=move |()| form.step.set(Step::Choose)/>
        }
        .into_any(),
    }
}

/// What the step shows. It takes focus when the step changes, for the button that was pressed is gone.
#[component]
fn Body(form: Form) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    // An effect, because focus is not part of the view. At first focus is where the dialog puts it.
    Effect::new(move |before: Option<()>| {
        form.step.track();
        form.overtaken.track();
        if let (Some(()), Some(place)) = (before, place.get_untracked()) {
            // Refused only where it is not shown.
            let _ = place.focus();
        }
    });
    let step = move || {
        if form.step.get() == Step::Choose {
            view! {
                {move || form.overtaken.get().then(|| view! { <Meanwhile form/> })}
                <RadioGroup
                    legend=say(people::duty)
                    options=duties()
                    value=form.duty
                    on_change=move |word: String| form.duty.set(word)
                />
                <Checkbox
                    label=say(people::close)
                    checked=form.closed
                    on_change=move |on: bool| form.closed.set(on)
                />
                <p class="hint">{say(people::edit_effect)}</p>
            }
            .into_any()
        } else {
            view! { <Consequences form/> }.into_any()
        }
    };
    view! {
        <div class="group" tabindex="-1" node_ref=place>
            {step}
            {move || {
                let failed = [form.save, form.look, form.out].into_iter();
                failed
                    .filter_map(|act| act.failure.get())
                    .map(|failure| view! { <FailureNote failure/> })
                    .collect_view()
            }}
        </div>
    }
}

fn duties() -> Signal<Vec<Choice>> {
    let lang = use_lang();
    Signal::derive(move || {
        DUTIES
            .map(|(word, _, what)| Choice::new(word, what(lang.get())))
            .to_vec()
    })
}

/// What follows from the step that is asked about.
#[component]
fn Consequences(form: Form) -> impl IntoView {
    let lang = use_lang();
    let lines = move || {
        let said = form
            .row
            .with(|row| consequences(form.step.get(), row, &form.draft()));
        said.into_iter()
            .map(|line| view! { <li>{line(lang.get())}</li> })
            .collect_view()
    };
    view! {
        <p>{say(people::confirm_lead)}</p>
        <ul>{lines}</ul>
    }
}

/// Another operator was faster: what is now, and what was chosen here.
#[component]
fn Meanwhile(form: Form) -> impl IntoView {
    let now = tell(move |lang| {
        form.row
            .with(|row| described(lang, row.duty, row.disabled_at.is_some()))
    });
    let chosen = tell(move |lang| {
        let draft = form.draft();
        described(lang, draft.duty, draft.disabled)
    });
    view! {
        <Note tone=NoteTone::Warn live=true>
            <p>{say(people::changed_meanwhile)}</p>
            <dl class="values">
                <dt>{say(people::state_now)}</dt>
                <dd>{move || now.get()}</dd>
                <dt>{say(people::state_chosen)}</dt>
                <dd>{move || chosen.get()}</dd>
            </dl>
        </Note>
    }
}
