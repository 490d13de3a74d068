//! Questions of the form: a control that shows one value of the draft and edits it, with the error or the findings of its field.

mod control;
mod options;
mod spec;
mod value;

use domain::form::Form;
use domain::subject::{Field, ItemField, Subject};
use leptos::prelude::*;
use text::screens::questions;
use ui::{Button, ButtonKind, Text};

use super::draft::{Draft, use_draft};
use crate::lang::{say, tell};
use crate::parts::findings::FindingNotes;
use control::control;
use spec::{Spec, spec};
pub use value::{PRINTED, is_answered, printed_at, printed_part};

/// The question at a field: its control, what the check says there, and the way to say that one does not know yet.
#[component]
pub fn Question(
    /// Which field.
    field: Field,
    /// Which of several controls of the field: see [`PRINTED`]; empty where there is one.
    #[prop(optional)]
    part: &'static str,
    /// Called when the field is left.
    #[prop(optional)]
    on_leave: Option<Callback<()>>,
) -> impl IntoView {
    let draft = use_draft();
    let own = part.is_empty();
    let Spec { label, open, .. } = spec(&field, part);
    view! {
        <div class="question">
            {control(draft, &field, part, on_leave)}
            {own.then(|| view! { <FindingNotes findings=draft.notes_at(&field)/> })}
            {open.then(|| view! { <NotKnown field label=say(label)/> })}
        </div>
    }
    .into_any()
}

/// "I don't know yet": offered as long as there is no answer, taken back by answering.
#[component]
pub fn NotKnown(
    /// Which field.
    field: Field,
    /// The question, for those who hear the button.
    label: Text,
    /// Whether everybody reads the question on the button: where it stands apart from the control.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let draft = use_draft();
    let path = Subject::Form(field.clone());
    let unknown = {
        let path = path.clone();
        draft.value(move |form| form.not_known.contains(&path))
    };
    let answered = draft.value(move |form| is_answered(form, &field));
    let toggle = Callback::new(move |()| {
        draft.edit(|form| {
            if !form.not_known.remove(&path) {
                form.not_known.insert(path.clone());
            }
        });
    });
    let said = say(questions::not_known_said);
    let name = move || named.then(|| view! { <span class="hint">{move || label.get()}</span> });
    view! {
        <div class="question-foot" data-named=named.then_some("true")>
            <Show when=move || unknown.get() || !answered.get()>{name}</Show>
            <Show when=move || unknown.get()><span class="hint">{move || said.get()}</span></Show>
            <Show when=move || unknown.get() || !answered.get()>
                <Button
                    label=say(questions::not_known_button)
                    hidden=Signal::derive(move || Some(label.get()))
                    kind=ButtonKind::Link
                    pressed=Signal::derive(move || Some(unknown.get()))
                    on_press=toggle
                />
            </Show>
        </div>
    }
    .into_any()
}

/// What stands below the question at a field, if there is more to see.
pub type Below = fn(&Field) -> Option<AnyView>;

/// Those of the questions that matter now, in this order; all of them when one wants to see them.
#[component]
pub fn Questions(
    /// The fields.
    fields: Vec<Field>,
    /// What stands below a question, where there is more to see.
    #[prop(optional_no_strip)]
    below: Option<Below>,
) -> impl IntoView {
    let draft = use_draft();
    let shown = shown(draft, fields);
    let one = move |field: Field| {
        let more = below.and_then(|below| below(&field));
        view! { <Question field/>{more} }.into_any()
    };
    view! { <For each=move || shown.get() key=Clone::clone children=one/> }.into_any()
}

/// Those of the fields whose questions matter now.
pub fn shown(draft: Draft, fields: Vec<Field>) -> Memo<Vec<Field>> {
    Memo::new(move |_| {
        let all = draft.others.get();
        let early = all || draft.attempted.get();
        draft.asked.with(|asked| {
            draft.form.with(|form| {
                let here = |field: &&Field| {
                    all || asked.contains(field) && (early || is_ready(form, field))
                };
                fields.iter().filter(here).cloned().collect()
            })
        })
    })
}

/// Whether the question before it is settled: what an item is for can be said once it is clear what the own sign-up does with it.
fn is_ready(form: &Form, field: &Field) -> bool {
    let Field::Item(item, of) = field else {
        return true;
    };
    let first = Field::Item(*item, ItemField::OwnCondition);
    matches!(of, ItemField::Stage | ItemField::OwnCondition)
        || is_answered(form, &first)
        || is_answered(form, field)
        || form.not_known.contains(&Subject::Form(first))
}

/// The button that brings up the questions that do not matter now.
#[component]
pub fn OtherQuestions() -> impl IntoView {
    let draft = use_draft();
    let label = tell(move |lang| {
        let words = if draft.others.get() {
            questions::asked_button
        } else {
            questions::others_button
        };
        words(lang).to_owned()
    });
    view! {
        <div class="row">
            <Button label kind=ButtonKind::Link on_press=move |()| draft.others.update(|all| *all = !*all)/>
            <span class="hint">{say(questions::others_hint)}</span>
        </div>
    }
    .into_any()
}
