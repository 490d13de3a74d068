//! The control that a question is answered with: words, a pick, a tick, a list, a day, a number. One for every question of a kind.

use domain::form::Form;
use domain::number::RegistrationNumber;
use domain::subject::{Field, Subject};
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, shell};
use ui::{
    Checkbox, Choice, Fieldset, InputKind, MaybeText, RadioGroup, SelectField, Text, TextArea,
    TextField,
};

use super::spec::{ADDRESS_CHARS_MAX, How, Spec, spec};
use super::value::{read, settled, write};
use crate::lang::{say, tell, use_lang};
use crate::pages::applications::draft::Draft;

/// Everything that a control needs, of whatever kind it is.
struct Wiring {
    id: String,
    label: Text,
    hint: MaybeText,
    error: MaybeText,
    below: MaybeText,
    value: Signal<String>,
    set: Callback<String>,
    leave: Callback<()>,
}

/// The control at a field; `part` tells controls apart that share one.
pub(super) fn control(
    draft: Draft,
    field: &Field,
    part: &'static str,
    on_leave: Option<Callback<()>>,
) -> AnyView {
    let Spec {
        label, hint, how, ..
    } = spec(field, part);
    let hint = hint.map(say);
    let saved = {
        let field = field.clone();
        draft.value(move |form| read(form, &field, part))
    };
    let (value, typed) = as_typed(field, how, saved);
    let judged = RwSignal::new(false);
    let set = {
        let field = field.clone();
        Callback::new(move |text: String| {
            judged.set(false);
            typed.set(Some(text.clone()));
            draft.edit(|form| answer(form, &field, part, text));
        })
    };
    let leave = Callback::new(move |()| {
        judged.set(true);
        let now = value.get_untracked();
        if let Some(whole) = usual(how, &now) {
            set.run(whole);
            judged.set(true);
        }
        if let Some(leave) = on_leave {
            leave.run(());
        }
    });
    let lang = use_lang();
    let blocked = part.is_empty().then(|| draft.error_at(field));
    let error = Signal::derive(move || {
        blocked.and_then(|blocked| blocked.get()).or_else(|| {
            let wrong = value.with(|text| problem(lang.get(), how, text));
            wrong.filter(|_| judged.get())
        })
    });
    let anchor = field.anchor();
    let wiring = Wiring {
        id: if part.is_empty() {
            anchor
        } else {
            format!("{anchor}-{part}")
        },
        label: say(label),
        hint: Signal::derive(move || hint.map(|hint| hint.get())),
        error,
        below: Signal::derive(move || value.with(|text| below(lang.get(), how, text))),
        value,
        set,
        leave,
    };
    drawn(how, wiring)
}

/// What was typed, for as long as the form says the same in other letters; otherwise what the form says.
fn as_typed(
    field: &Field,
    how: How,
    saved: Memo<String>,
) -> (Signal<String>, RwSignal<Option<String>>) {
    let typed = RwSignal::new(None::<String>);
    if !matches!(how, How::List | How::Day) {
        return (saved.into(), typed);
    }
    let field = field.clone();
    let value = Signal::derive(move || {
        let saved = saved.get();
        let kept = typed.get().filter(|text| settled(&field, text) == saved);
        kept.unwrap_or(saved)
    });
    (value, typed)
}

/// Puts an answer into the form; whoever answers knows.
fn answer(form: &mut Form, field: &Field, part: &str, text: String) {
    if !form.not_known.is_empty() && !text.trim().is_empty() {
        form.not_known.remove(&Subject::Form(field.clone()));
    }
    write(form, field, part, text);
}

fn drawn(how: How, wiring: Wiring) -> AnyView {
    let Wiring {
        id,
        label,
        hint,
        error,
        below,
        value,
        set,
        leave,
    } = wiring;
    let lang = use_lang();
    let choices = move |first: Option<fn(Lang) -> &'static str>,
                        words: fn(Lang) -> Vec<&'static str>| {
        Signal::derive(move || {
            let lang = lang.get();
            let words = words(lang).into_iter().enumerate();
            let rest = words.map(|(n, word)| Choice::new(n.to_string(), word));
            let first = first.map(|first| Choice::new("", first(lang)));
            first.into_iter().chain(rest).collect::<Vec<_>>()
        })
    };
    match how {
        How::Lines(_) | How::List => {
            view! { <TextArea id label value on_input=set on_blur=leave hint error below/> }
                .into_any()
        }
        How::Line(_) | How::Address | How::Day | How::Number => {
            let (kind, short) = match how {
                How::Address => (InputKind::Url, false),
                How::Number => (InputKind::Digits, true),
                How::Day => (InputKind::Text, true),
                _ => (InputKind::Text, false),
            };
            view! { <TextField id label value on_input=set on_blur=leave hint error below kind short/> }
                .into_any()
        }
        How::Pick(words) | How::Row(words) => {
            let inline = matches!(how, How::Row(_));
            let options = choices(None, words);
            view! { <RadioGroup id legend=label options value on_change=set hint error inline/> }
                .into_any()
        }
        How::Select(first, words) => {
            let options = choices(Some(first), words);
            view! { <SelectField id label options value on_change=set hint error/> }.into_any()
        }
        How::Tick => {
            let checked = Signal::derive(move || !value.with(String::is_empty));
            let on_change =
                move |on: bool| set.run(if on { "1".to_owned() } else { String::new() });
            view! { <Checkbox id label checked on_change hint error/> }.into_any()
        }
        How::Several(words) => {
            let all = words(lang.get_untracked()).len();
            let boxes = (0..all)
                .map(|n| one_of_several(n, words, value, set))
                .collect_view();
            view! { <Fieldset id legend=label hint error>{boxes}</Fieldset> }.into_any()
        }
    }
}

/// One of several that can be ticked.
fn one_of_several(
    n: usize,
    words: fn(Lang) -> Vec<&'static str>,
    value: Signal<String>,
    set: Callback<String>,
) -> AnyView {
    let own = n.to_string();
    let is_own = {
        let own = own.clone();
        move |text: &str| text.split(',').any(|one| one == own)
    };
    let checked = Signal::derive(move || value.with(|text| is_own(text)));
    let on_change = move |on: bool| {
        let now = value.get_untracked();
        let mut rest: Vec<&str> = now.split(',').filter(|one| *one != own).collect();
        if on {
            rest.push(&own);
        }
        set.run(rest.join(","));
    };
    let label = tell(move |lang| words(lang).get(n).copied().unwrap_or_default().to_owned());
    view! { <Checkbox label checked on_change/> }.into_any()
}

/// What stands below a control: how much room is left once there is little, and a number as it was understood.
fn below(lang: Lang, how: How, text: &str) -> Option<String> {
    let limit = match how {
        How::Line(limit) | How::Lines(limit) => limit,
        How::Address => ADDRESS_CHARS_MAX,
        How::Number => {
            let number = RegistrationNumber::parse(text).ok()?.to_string();
            return (number != text).then(|| evidence::number_read_as(lang, &number));
        }
        _ => return None,
    };
    let used = text.chars().count();
    if used * 4 < limit * 3 {
        return None;
    }
    let mut words = shell::characters(lang, used, limit);
    if used > limit {
        words.push_str(" – ");
        words.push_str(&shell::too_long_by(lang, used - limit));
    }
    Some(words)
}

/// What is wrong with the form of an answer, whatever the check says.
fn problem(lang: Lang, how: How, text: &str) -> Option<String> {
    let text = text.trim();
    match how {
        _ if text.is_empty() => None,
        How::Number => {
            let problem = RegistrationNumber::parse(text).err()?;
            Some(text::number_problem(lang, problem))
        }
        How::Day => domain::time::Date::parse(text)
            .is_err()
            .then(|| evidence::launch_date_wrong(lang).to_owned()),
        _ => None,
    }
}

/// The answer in its usual form, put right when the field is left; nothing when it needs no change.
fn usual(how: How, text: &str) -> Option<String> {
    let whole = match how {
        How::Address => return with_scheme(text),
        How::Number => RegistrationNumber::parse(text).ok()?.to_string(),
        _ => return None,
    };
    (whole != text).then_some(whole)
}

/// An address as it was meant, when only the scheme is missing; nothing when it needs no change.
fn with_scheme(text: &str) -> Option<String> {
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
