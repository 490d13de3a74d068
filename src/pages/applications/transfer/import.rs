//! Bringing a file in: by button, by dropping or by pasting. What would change is shown first; nothing changes before the button.

use domain::application::ChannelFacts;
use domain::form::Form;
use domain::id::EvidenceId;
use domain::item::Item;
use domain::merge::changed;
use domain::subject::Field;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Lang;
use text::screens::{application, errors};
use ui::{Button, ButtonKind, FileDrop, Note, NoteTone, Panel, TableFrame, TextArea};
use wasm_bindgen_futures::JsFuture;

use super::read::{Imported, Unreadable, read};
use crate::lang::{say, tell, use_lang};
use crate::parts::answers::said;

/// What a file would make of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    form: Form,
    /// How many fields would change.
    pub count: usize,
}

impl Proposal {
    /// The form that comes of it. What is approved stays; files that are not here and the declaration are left out.
    pub fn into_form(self, present: &Form, locked: &[Item], known: &[EvidenceId]) -> Form {
        let mut form = brought(present, self.form);
        for item in locked {
            form.items.insert(*item, present.item(*item));
        }
        form.evidence.retain(|file| known.contains(&file.id));
        form
    }
}

/// What comes in with a file: everything but the files themselves, which stay as they are, and the declaration, which is a person's word.
fn brought(present: &Form, mut form: Form) -> Form {
    if form.evidence.is_empty() {
        form.evidence.clone_from(&present.evidence);
    }
    form.declared = false;
    form
}

/// The box. `target` is the form that would change, with its channels; nothing is proposed while there is none.
#[component]
pub fn ImportBox(
    /// The form that would change, and the linked channels.
    #[prop(into)]
    target: Signal<Option<(Form, Vec<ChannelFacts>)>>,
    /// Receives what was agreed to.
    #[prop(into)]
    on_apply: Callback<Proposal>,
) -> impl IntoView {
    let pasted = RwSignal::new(String::new());
    let outcome = RwSignal::new(None::<Result<Imported, Unreadable>>);
    let lang = use_lang();
    let take = move |files: Vec<web_sys::File>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        spawn_local(async move {
            let text = JsFuture::from(file.text())
                .await
                .ok()
                .and_then(|text| text.as_string());
            let _ = outcome.try_set(Some(read(&text.unwrap_or_default())));
        });
    };
    let paste = move |text: String| {
        outcome.set((!text.trim().is_empty()).then(|| read(&text)));
        pasted.set(text);
    };
    let error = Signal::derive(move || {
        outcome.with(|outcome| {
            outcome
                .as_ref()?
                .as_ref()
                .err()
                .map(|why| words(lang.get(), why))
        })
    });
    let hint = say(application::import_hint);
    let apply = Callback::new(move |proposal: Proposal| {
        outcome.set(None);
        pasted.set(String::new());
        on_apply.run(proposal);
    });
    view! {
        <div class="group">
            <FileDrop
                label=say(application::import_button)
                hint=Signal::derive(move || Some(hint.get()))
                accept="application/json,.json"
                on_files=take
                error
            />
            <TextArea label=say(application::import_paste) value=pasted on_input=paste/>
            {move || {
                let imported = outcome.get()?.ok()?;
                let (present, channels) = target.get()?;
                Some(view! { <Preview imported present channels on_apply=apply/> })
            }}
        </div>
    }
}

/// Why a file cannot be read, and where.
fn words(lang: Lang, why: &Unreadable) -> String {
    match why {
        Unreadable::TooLarge => errors::too_large(lang, 3),
        Unreadable::At {
            line,
            column,
            field,
            detail,
        } => {
            let field = if field.is_empty() { "–" } else { field };
            format!(
                "{} {}",
                application::import_unreadable(lang),
                application::import_at(lang, *line, *column, field, detail)
            )
        }
    }
}

/// What would change, field by field, and the button that does it.
#[component]
fn Preview(
    imported: Imported,
    present: Form,
    channels: Vec<ChannelFacts>,
    on_apply: Callback<Proposal>,
) -> impl IntoView {
    let lang = use_lang();
    let Imported { form, unknown } = imported;
    let form = brought(&present, form);
    let fields = changed(&present, &form);
    let count = fields.len();
    let caption = tell(move |lang| application::import_changes(lang, count));
    let unknown_words = {
        let unknown = unknown.join(", ");
        tell(move |lang| application::import_unknown(lang, &unknown))
    };
    let rows = {
        let (form, present) = (form.clone(), present.clone());
        move || {
            fields
                .iter()
                .map(|field| row(lang.get(), field, &present, &form, &channels))
                .collect_view()
        }
    };
    let proposal = StoredValue::new(Proposal { form, count });
    let heads = [
        application::import_field,
        application::import_before,
        application::import_after,
    ]
    .map(|head| view! { <th scope="col">{say(head)}</th> });
    view! {
        <Panel title=say(application::import_preview)>
            {(!unknown.is_empty()).then(|| view! { <Note tone=NoteTone::Warn><p>{move || unknown_words.get()}</p></Note> })}
            {if count == 0 {
                view! { <p>{say(application::import_same)}</p> }.into_any()
            } else {
                view! {
                    <p>{say(application::import_replaces)}</p>
                    <TableFrame caption stack=true>
                        <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                        <tbody>{rows}</tbody>
                    </TableFrame>
                    <div class="row">
                        <Button
                            label=say(application::import_apply_button)
                            kind=ButtonKind::Primary
                            on_press=move |()| on_apply.run(proposal.get_value())
                        />
                    </div>
                }.into_any()
            }}
        </Panel>
    }
}

fn row(
    lang: Lang,
    field: &Field,
    before: &Form,
    after: &Form,
    channels: &[ChannelFacts],
) -> impl IntoView + use<> {
    let words = |form: &Form| said(lang, form, channels, field);
    view! {
        <tr>
            <th scope="row" data-l=application::import_field(lang)>{text::field(lang, field)}</th>
            <td class="pre" data-l=application::import_before(lang)>{words(before)}</td>
            <td class="pre" data-l=application::import_after(lang)>{words(after)}</td>
        </tr>
    }
}

/// What was done.
#[component]
pub fn Done(count: usize) -> impl IntoView {
    let words = tell(move |lang| application::import_done(lang, count));
    view! { <Note tone=NoteTone::Ok live=true><p>{move || words.get()}</p></Note> }
}
