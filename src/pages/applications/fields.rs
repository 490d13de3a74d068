//! Questions of the form: a control that shows one value of the draft and edits it, with the error or the findings of its field.

use domain::form::Form;
use domain::subject::Field;
use leptos::prelude::*;
use text::Lang;
use text::screens::shell;
use ui::{Checkbox, Choice, InputKind, MaybeText, RadioGroup, Text, TextArea, TextField};

use super::draft::use_draft;
use crate::lang::{tell, use_lang};
use crate::parts::findings::FindingNotes;

/// A question answered in words.
#[component]
pub fn TextQuestion<G, S>(
    /// Which field.
    field: Field,
    /// The question.
    #[prop(into)]
    label: Text,
    /// Reads the answer.
    get: G,
    /// Writes the answer.
    set: S,
    /// One sentence on what to enter.
    #[prop(optional, into)]
    hint: MaybeText,
    /// Most characters; counted below when given.
    #[prop(optional)]
    limit: Option<usize>,
    /// Several lines.
    #[prop(optional)]
    lines: bool,
    /// What it holds. A web address gets its `https://` when the field is left.
    #[prop(optional)]
    kind: InputKind,
    /// Called when the field is left.
    #[prop(optional)]
    on_leave: Option<Callback<()>>,
    /// The control's id where several stand for one field; otherwise the field's own.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView
where
    G: Fn(&Form) -> String + Copy + Send + Sync + 'static,
    S: Fn(&mut Form, String) + Copy + Send + Sync + 'static,
{
    let draft = use_draft();
    let value = draft.value(get);
    let own = id.is_empty();
    let id = if own { field.anchor() } else { id };
    let error = draft.error_at(&field);
    let below = count(value, limit);
    let on_input = move |text: String| draft.edit(|form| set(form, text));
    let on_blur = move |()| {
        if kind == InputKind::Url
            && let Some(whole) = with_scheme(&value.get_untracked())
        {
            draft.edit(|form| set(form, whole));
        }
        if let Some(leave) = on_leave {
            leave.run(());
        }
    };
    let control = if lines {
        view! { <TextArea id label value on_input on_blur hint error below/> }.into_any()
    } else {
        view! { <TextField id label value on_input on_blur hint error below kind/> }.into_any()
    };
    view! {
        <div class="group">
            {control}
            {own.then(|| view! { <FindingNotes findings=draft.notes_at(&field)/> })}
        </div>
    }
}

/// A question with a few answers, all in sight.
#[component]
pub fn PickQuestion<T, G, S>(
    /// Which field.
    field: Field,
    /// The question.
    #[prop(into)]
    label: Text,
    /// The answers, in order.
    all: &'static [T],
    /// An answer in words.
    word: fn(Lang, T) -> &'static str,
    /// Reads the answer.
    get: G,
    /// Writes the answer.
    set: S,
    /// One sentence for the question.
    #[prop(optional, into)]
    hint: MaybeText,
    /// Side by side where there is room.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
    G: Fn(&Form) -> Option<T> + Copy + Send + Sync + 'static,
    S: Fn(&mut Form, T) + Copy + Send + Sync + 'static,
{
    let (draft, lang) = (use_draft(), use_lang());
    let value = draft.value(move |form| {
        let now = get(form);
        all.iter()
            .position(|one| Some(*one) == now)
            .map_or_else(String::new, |n| n.to_string())
    });
    let options = Signal::derive(move || {
        let lang = lang.get();
        all.iter()
            .enumerate()
            .map(|(n, one)| Choice::new(n.to_string(), word(lang, *one)))
            .collect()
    });
    let on_change = move |picked: String| {
        if let Some(one) = picked.parse::<usize>().ok().and_then(|n| all.get(n)) {
            draft.edit(|form| set(form, *one));
        }
    };
    view! {
        <div class="group">
            <RadioGroup id=field.anchor() legend=label options value on_change hint error=draft.error_at(&field) inline/>
            <FindingNotes findings=draft.notes_at(&field)/>
        </div>
    }
}

/// A question answered with yes or no; neither is picked beforehand.
#[component]
pub fn YesNoQuestion<G, S>(
    /// Which field.
    field: Field,
    /// The question.
    #[prop(into)]
    label: Text,
    /// Reads the answer.
    get: G,
    /// Writes the answer.
    set: S,
    /// One sentence for the question.
    #[prop(optional, into)]
    hint: MaybeText,
) -> impl IntoView
where
    G: Fn(&Form) -> Option<bool> + Copy + Send + Sync + 'static,
    S: Fn(&mut Form, bool) + Copy + Send + Sync + 'static,
{
    view! { <PickQuestion field label all=&[true, false] word=yes_no get set hint inline=true/> }
}

/// Something to tick.
#[component]
pub fn TickQuestion<G, S>(
    /// Which field.
    field: Field,
    /// What ticking means.
    #[prop(into)]
    label: Text,
    /// Reads the answer.
    get: G,
    /// Writes the answer.
    set: S,
    /// One sentence below the label.
    #[prop(optional, into)]
    hint: MaybeText,
    /// The control's id where several stand for one field; otherwise the field's own.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView
where
    G: Fn(&Form) -> bool + Copy + Send + Sync + 'static,
    S: Fn(&mut Form, bool) + Copy + Send + Sync + 'static,
{
    let draft = use_draft();
    let own = id.is_empty();
    let id = if own { field.anchor() } else { id };
    let error = if own {
        draft.error_at(&field)
    } else {
        Signal::stored(None)
    };
    let on_change = move |ticked: bool| draft.edit(|form| set(form, ticked));
    view! {
        <div class="group">
            <Checkbox id label checked=draft.value(get) on_change hint error/>
            {own.then(|| view! { <FindingNotes findings=draft.notes_at(&field)/> })}
        </div>
    }
}

/// Yes or no, in words.
pub fn yes_no(lang: Lang, yes: bool) -> &'static str {
    if yes {
        shell::yes(lang)
    } else {
        shell::no(lang)
    }
}

/// How many characters there are of how many, once there are some.
fn count(value: Memo<String>, limit: Option<usize>) -> MaybeText {
    let Some(limit) = limit else {
        return Signal::stored(None);
    };
    let used = Memo::new(move |_| value.with(|text| text.chars().count()));
    let words = tell(move |lang| {
        let used = used.get();
        let mut words = shell::characters(lang, used, limit);
        if used > limit {
            words.push_str(" – ");
            words.push_str(&shell::too_long_by(lang, used - limit));
        }
        words
    });
    Signal::derive(move || (used.get() > 0).then(|| words.get()))
}

/// An address as it was meant, when only the scheme is missing; nothing when it needs no change.
pub fn with_scheme(text: &str) -> Option<String> {
    let trimmed = text.trim();
    let lacks = !trimmed.is_empty()
        && !trimmed.contains("://")
        && trimmed.contains('.')
        && !trimmed.contains(char::is_whitespace);
    let whole = if lacks {
        format!("https://{trimmed}")
    } else {
        trimmed.to_owned()
    };
    (whole != text).then_some(whole)
}
