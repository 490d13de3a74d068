//! The question before a channel is unlinked, with everything that follows from it.

use domain::link;
use leptos::prelude::*;
use text::Lang;
use text::screens::{links, shell};
use ui::{Button, ButtonKind, Dialog};

use super::acts::{Acts, Chosen, Wish};
use crate::lang::{say, tell, use_lang};
use crate::parts::offline::use_offline;

/// The question. It opens when `acts` asks it.
#[component]
pub fn UnlinkDialog(acts: Acts) -> impl IntoView {
    let lang = use_lang();
    let title = tell(move |lang| {
        acts.asked.with(|asked| {
            asked
                .as_ref()
                .map(|it| links::unlink_title(lang, &it.channel.name))
                .unwrap_or_default()
        })
    });
    let blocked = use_offline();
    let act = move || {
        let (busy, working) = (
            Signal::derive(move || acts.busy.with(Option::is_some)),
            say(links::unlinking),
        );
        view! {
            <Button
                label=say(links::unlink_button)
                kind=ButtonKind::Danger
                busy
                busy_label=Signal::derive(move || Some(working.get()))
                blocked
                on_press=move |()| {
                    if let Some(chosen) = acts.asked.get_untracked() {
                        acts.change(chosen, Wish::Unlink);
                    }
                }
            />
        }
    };
    view! {
        <Dialog open=acts.open title safe_label=say(shell::cancel_button) alert=true actions=act>
            <ul>
                {move || {
                    let asked = acts.asked.get();
                    let lines = asked.map(|chosen| consequences(lang.get(), &chosen)).unwrap_or_default();
                    lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
                }}
            </ul>
        </Dialog>
    }
}

/// What follows, in sentences: for people who signed up, and for the channels that stay.
fn consequences(lang: Lang, chosen: &Chosen) -> Vec<String> {
    let gone = &chosen.channel.link;
    let now: Vec<_> = chosen
        .app
        .links
        .iter()
        .map(|linked| linked.link.clone())
        .collect();
    let rest = link::without(&now, &gone.channel);
    let mut lines = vec![links::unlink_effect(lang).to_owned()];
    if rest.is_empty() {
        lines.push(links::unlink_last(lang).to_owned());
    } else if gone.representative {
        let heir = rest
            .iter()
            .find(|link| link.representative)
            .map(|link| &link.channel);
        let name = chosen
            .app
            .links
            .iter()
            .find(|linked| Some(&linked.link.channel) == heir)
            .map(|linked| &linked.name);
        lines.extend(name.map(|name| links::unlink_representative(lang, name)));
    }
    lines
}
