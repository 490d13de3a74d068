//! The channels that cannot be linked to the app, each with every reason, the values that differ, and the one action that helps.

use contract::body::ChannelRow;
use domain::finding::{Finding, Remedy};
use domain::id::{AppId, ChannelId};
use domain::role::RoleWanted;
use leptos::prelude::*;
use text::screens::{channels, links};
use ui::{Button, Disclosure, Note, NoteTone};

use super::super::finder::{Finder, GrowButton};
use super::super::growing::Growing;
use super::super::place::Wizard;
use super::Places;
use crate::lang::{say, tell};
use crate::parts::failure::FailureNote;
use crate::parts::reasons::{ReasonList, RemedyAction};
use crate::parts::remedy::{RemedyLink, Target};
use crate::parts::role_request::Asset;

/// The second group.
#[component]
pub fn Others(
    wizard: Wizard,
    finder: Finder,
    other: Growing<ChannelRow>,
    places: Places,
) -> impl IntoView {
    let summary = tell(move |lang| {
        let words = (
            links::channels_not_choosable as _,
            links::channels_not_choosable_many as _,
        );
        other.counted(lang, words, finder)
    });
    let app = move || wizard.place.with(|place| place.app.clone());
    let rows = move || {
        other
            .rows()
            .into_iter()
            .map(|row| one(row, app()))
            .collect_view()
    };
    // Chosen once, but not to be linked any more, and not linked by now either: for another app, or because something changed.
    let lost = Memo::new(move |_| {
        let rows = other.rows();
        let chosen = wizard.place.get().channels;
        chosen
            .into_iter()
            .filter(|id| {
                places.linked.with(|linked| !linked.contains(id))
                    && rows.iter().any(|row| row.channel.id == *id)
            })
            .collect::<Vec<ChannelId>>()
    });
    let lost_words = tell(move |lang| links::chosen_unusable(lang, lost.with(Vec::len)));
    let take_out = move |()| wizard.choose(wizard.here().without(&lost.get_untracked()));
    let any = Memo::new(move |_| other.count() > 0);
    view! {
        <Show when=move || lost.with(|lost| !lost.is_empty())>
            <Note tone=NoteTone::Warn live=true>
                <p>{move || lost_words.get()}</p>
                <div class="row"><Button label=say(links::take_out_button) on_press=take_out/></div>
            </Note>
        </Show>
        {move || other.first.failure().map(|failure| view! { <FailureNote failure reading=true/> })}
        <Show when=move || any.get()>
            <Disclosure summary>
                <ul class="pick-list">{rows}</ul>
                <GrowButton list=other/>
            </Disclosure>
        </Show>
    }
}

fn one(row: ChannelRow, app: Option<AppId>) -> impl IntoView {
    let (channel, reasons) = (row.channel, row.reasons);
    let help = |finding: Finding| {
        let asset = Asset {
            wanted: RoleWanted::ChannelManager {
                channel: channel.id.clone(),
            },
            name: channel.name.clone(),
            decider: Some(row.master.clone()),
            requested: row.requested,
        };
        // With the app at hand, its links can be shown instead of all.
        if finding.code.meta().remedy == Remedy::SeeLinks {
            let target = Target::Channel {
                channel: channel.id.clone(),
                app,
            };
            return view! { <RemedyLink finding target name=channel.name.clone()/> }.into_any();
        }
        view! { <RemedyAction finding asset/> }.into_any()
    };
    let helps = reasons.first().cloned().map(help);
    view! {
        <li class="group">
            <div class="row">
                <strong>{channel.name.clone()}</strong>
                <span class="hint">{format!("@{}", channel.search_id)}</span>
                <span class="hint">{say(channels::master)}{" "}{row.master}</span>
            </div>
            <ReasonList reasons/>
            <div class="row">{helps}</div>
        </li>
    }
}
