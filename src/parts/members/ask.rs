//! The question before a role is changed: what follows from it, and the button that does it.

use contract::client::With;
use leptos::prelude::*;
use text::screens::{members, shell};
use ui::{Button, ButtonKind, Dialog};

use super::Scene;
use super::deed::{Deed, Place};
use crate::lang::{say, tell, use_lang};
use crate::parts::offline::use_offline;

/// The dialog.
#[component]
pub(super) fn Ask(
    scene: Scene,
    /// One's own role was given up.
    on_left: Callback<()>,
) -> impl IntoView {
    let lang = use_lang();
    let is_app = scene.place.with_value(Place::is_app);
    let asked = move || scene.asked.get();
    let title =
        tell(move |lang| asked().map_or_else(String::new, |it| it.deed.title(lang, &it.name)));
    let effect = tell(move |lang| {
        asked().map_or_else(String::new, |it| it.deed.effect(lang, is_app, &it.name))
    });
    let label = tell(move |lang| {
        asked().map_or_else(String::new, |it| it.deed.button(lang, is_app).to_owned())
    });
    let press = Callback::new(move |()| act(scene, on_left));
    let actions = move || {
        view! {
            <Button
                label
                kind=ButtonKind::Danger
                busy=Signal::derive(move || scene.act.busy.get() || scene.look.busy.get())
                blocked=use_offline()
                busy_label=Signal::derive(move || Some(members::changing(lang.get()).to_owned()))
                on_press=press
            />
        }
    };
    view! {
        <Dialog open=scene.open title safe_label=say(shell::cancel_button) alert=true actions>
            <p>{move || effect.get()}</p>
        </Dialog>
    }
}

/// Does what was asked about.
fn act(scene: Scene, on_left: Callback<()>) {
    let (Some(chosen), Some(told)) = (scene.asked.get_untracked(), scene.list.peek()) else {
        return;
    };
    let place = scene.place.get_value();
    let with = move |key| With {
        version: Some(told.version),
        key: Some(key),
    };
    if chosen.deed == Deed::Leave {
        scene.act.run(
            move |client, key| place.leave(client, with(key)),
            move |answer| match answer {
                Ok(_) => on_left.run(()),
                Err(error) => scene.end(chosen, Err(error)),
            },
        );
        return;
    }
    let (deed, user) = (chosen.deed, chosen.user.clone());
    scene.act.run(
        move |client, key| place.change(client, deed, user, with(key)),
        move |answer| scene.end(chosen, answer),
    );
}
