//! What the list and the page of a channel both show of it.

use contract::body::{ChannelRow, VisibleChannel};
use domain::channel::ChannelState;
use domain::role::RoleWanted;
use leptos::prelude::*;
use text::screens::channels;
use ui::{Tag, TagTone};

use crate::lang::{say, tell};
use crate::parts::role_request::Asset;

/// What a role is asked for on.
pub(super) fn asset(row: &ChannelRow) -> Asset {
    Asset {
        wanted: RoleWanted::ChannelManager {
            channel: row.channel.id.clone(),
        },
        name: row.channel.name.clone(),
        decider: Some(row.master.clone()),
        requested: row.requested,
    }
}

/// The registration number, or words where there is none.
pub(super) fn number(channel: &VisibleChannel) -> AnyView {
    match &channel.number {
        Some(number) => view! { <span class="num">{number.clone()}</span> }.into_any(),
        None => view! { <span class="hint">{say(channels::no_business)}</span> }.into_any(),
    }
}

/// The conversion state as a tag.
pub(super) fn state_tag(state: ChannelState) -> impl IntoView {
    let tone = match state {
        ChannelState::Business => TagTone::Done,
        ChannelState::Plain => TagTone::Todo,
        ChannelState::InReview => TagTone::Review,
        ChannelState::Rejected => TagTone::Reject,
        ChannelState::Deleting => TagTone::Off,
    };
    view! { <Tag tone label=tell(move |lang| text::channel_state(lang, state).to_owned())/> }
}
