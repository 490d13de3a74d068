//! A button whose act cannot be taken back: it asks first, and acts when that is answered.

use leptos::prelude::*;
use text::screens::shell;
use ui::{Button, ButtonKind, Dialog, MaybeText, Text};

use crate::act::Act;
use crate::lang::{Lang, say, use_lang};
use crate::parts::failure::FailureNote;

/// The button and its question. Why the act did not work is said in the question.
#[component]
pub fn Asked(
    /// The act.
    act: Act,
    /// Whether it is being asked; whoever acts closes the question when that is done.
    asking: RwSignal<bool>,
    /// On the button, and on the one in the question.
    label: fn(Lang) -> &'static str,
    /// What the label is about, for assistive technology.
    #[prop(optional, into)]
    hidden: MaybeText,
    /// How much the first button stands out.
    kind: ButtonKind,
    /// Why it cannot be asked now.
    #[prop(into)]
    blocked: MaybeText,
    /// The id of words that say so already.
    #[prop(optional, into)]
    why: String,
    /// The question.
    #[prop(into)]
    title: Text,
    /// What follows from it.
    effect: fn(Lang) -> &'static str,
    /// Said when the act begins.
    busy_label: fn(Lang) -> &'static str,
    /// Begins the act.
    #[prop(into)]
    on_yes: Callback<()>,
) -> impl IntoView {
    let lang = use_lang();
    let actions = move || {
        view! {
            <Button
                label=say(label)
                kind=ButtonKind::Danger
                busy=act.busy
                busy_label=Signal::derive(move || Some(busy_label(lang.get()).to_owned()))
                blocked
                on_press=on_yes
            />
        }
    };
    view! {
        <Button
            label=say(label)
            hidden
            kind
            blocked
            why
            on_press=move |()| {
                act.failure.set(None);
                asking.set(true);
            }
        />
        // "Cancel" would be a riddle where what is asked about is itself a cancellation.
        <Dialog open=asking title safe_label=say(shell::close_button) alert=true actions>
            <p>{say(effect)}</p>
            {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
        </Dialog>
    }
    .into_any()
}
