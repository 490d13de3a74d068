//! The part "Channel": which of the linked channels the consent screen offers to add.

use domain::id::ChannelId;
use domain::subject::{Field, Part};
use leptos::prelude::*;
use text::screens::application;
use ui::{ButtonKind, Choice, EmptyState, LinkButton, RadioGroup};

use super::draft::use_draft;
use crate::lang::{say, tell, use_lang};
use crate::parts::findings::FindingNotes;
use crate::path::{self, LinkStep};

/// The choice, or the way to link a channel first.
#[component]
pub fn ChannelPart() -> impl IntoView {
    let draft = use_draft();
    let any = Memo::new(move |_| {
        draft
            .detail
            .with(|detail| !detail.document.channels.is_empty())
    });
    let app = draft
        .detail
        .with_untracked(|detail| detail.application.app.clone());
    view! {
        <p class="lead">{say(application::channel_lead)}</p>
        {move || if any.get() {
            view! { <Pick/> }.into_any()
        } else {
            let href = path::link_new(LinkStep::Channels, Some(&app), &[], None);
            view! {
                <EmptyState title=say(application::channel_none)>
                    <LinkButton label=say(application::link_button) href kind=ButtonKind::Primary/>
                </EmptyState>
            }.into_any()
        }}
    }
}

#[component]
fn Pick() -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let channels = Memo::new(move |_| draft.detail.with(|detail| detail.document.channels.clone()));
    let options = Signal::derive(move || {
        let lang = lang.get();
        let standing = channels.with(|all| {
            all.iter()
                .find(|one| one.representative)
                .map(|one| one.name.clone())
        });
        let mut first = Choice::new("", application::channel_representative(lang));
        first.hint = standing.map(|name| application::channel_now(lang, &name));
        let others = channels
            .get()
            .into_iter()
            .map(|channel| Choice::new(channel.id.to_string(), channel.name));
        std::iter::once(first).chain(others).collect()
    });
    let value = draft.value(|form| {
        form.channel
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default()
    });
    let on_change = move |picked: String| {
        draft.edit(|form| form.channel = ChannelId::parse(&picked).ok());
    };
    view! {
        <RadioGroup
            id=Field::Channel.anchor()
            legend=tell(|lang| text::part(lang, Part::Channel).to_owned())
            options
            value
            on_change
            error=draft.error_at(&Field::Channel)
        />
        <FindingNotes findings=draft.notes_at(&Field::Channel)/>
    }
}
