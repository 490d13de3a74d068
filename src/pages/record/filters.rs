//! The filters. Each change is a new address.

use domain::policy::Operation;
use domain::record::{Command, Outcome};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use text::Lang;
use text::screens::record;
use ui::{Choice, SelectField, TextField};

use super::ask::{Ask, is_day};
use crate::lang::{say, use_lang};

/// Outcome, operation and days.
#[component]
pub fn Filters(ask: Memo<Ask>) -> impl IntoView {
    let (lang, navigate) = (use_lang(), use_navigate());
    let go = Callback::new(move |(name, value): (&'static str, String)| {
        let address = ask.with_untracked(|ask| ask.with(name, &value).address());
        navigate(
            &address,
            NavigateOptions {
                resolve: false,
                scroll: false,
                ..NavigateOptions::default()
            },
        );
    });
    let outcomes = Signal::derive(move || {
        let lang = lang.get();
        let mut choices = vec![Choice::new("", record::filter_all(lang))];
        for outcome in Outcome::ALL {
            choices.push(Choice::new(outcome.word(), text::outcome(lang, outcome)));
        }
        choices
    });
    let operations = Signal::derive(move || operations(lang.get()));
    let value = move |name| Signal::derive(move || ask.with(|ask| ask.get(name).to_owned()));
    let change = move |name| move |picked: String| go.run((name, picked));
    view! {
        <div class="filters">
            <SelectField label=say(record::filter_outcome) options=outcomes value=value("outcome") on_change=change("outcome")/>
            <SelectField label=say(record::filter_operation) options=operations value=value("operation") on_change=change("operation")/>
            <Day name="from" label=record::filter_from ask go/>
            <Day name="to" label=record::filter_to ask go/>
        </div>
    }
}

fn operations(lang: Lang) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", record::filter_all(lang))];
    for operation in Operation::ALL {
        choices.push(Choice::new(
            operation.word(),
            text::operation(lang, *operation),
        ));
    }
    for command in Command::ALL {
        choices.push(Choice::new(
            command.word(),
            text::operation_named(lang, command.word()),
        ));
    }
    choices
}

/// A day, taken when it is left or confirmed: while it is typed it is none yet.
#[component]
fn Day(
    name: &'static str,
    label: fn(Lang) -> &'static str,
    ask: Memo<Ask>,
    go: Callback<(&'static str, String)>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    // An effect, because the address can change without anybody typing: Back, and the way to all.
    Effect::new(move || typed.set(ask.with(|ask| ask.get(name).to_owned())));
    let wrong = say(record::filter_day_wrong);
    let hint = say(record::filter_day_hint);
    let left = RwSignal::new(false);
    let error = Signal::derive(move || {
        let asked = ask.with(|ask| ask.has(name) && !is_day(ask.get(name)));
        ((left.get() || asked) && typed.with(|typed| !is_day(typed))).then(|| wrong.get())
    });
    let take = move |()| {
        left.set(true);
        let day = typed.get_untracked().trim().to_owned();
        let old = ask.with_untracked(|ask| ask.get(name).to_owned());
        if is_day(&day) && day != old {
            go.run((name, day));
        }
    };
    view! {
        <TextField
            label=say(label)
            value=typed
            on_input=move |text: String| typed.set(text)
            on_blur=Callback::new(take)
            on_enter=Callback::new(take)
            hint=Signal::derive(move || Some(hint.get()))
            error
            short=true
        />
    }
}
