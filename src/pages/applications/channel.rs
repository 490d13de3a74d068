//! The part "Channel": which of the linked channels the consent screen offers to add, and how channel and business belong together.

use domain::id::ChannelId;
use domain::subject::{Field, Part, TieField};
use leptos::prelude::*;
use text::screens::{application, questions};
use ui::{ButtonKind, Choice, EmptyState, LinkButton, Panel, RadioGroup};

use super::draft::use_draft;
use super::fields::{OtherQuestions, Questions, shown};
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
        <Tie/>
        <OtherQuestions/>
    }
}

/// In the order in which a stranger would ask: why the name, who says so, where, what else.
const TIE: [TieField; 9] = [
    TieField::NameDifferenceReason,
    TieField::LinkingSentence,
    TieField::SentencePublicAt,
    TieField::Proofs,
    TieField::Introduction,
    TieField::Posts,
    TieField::SiteLinksToChannel,
    TieField::ChannelLinksToSite,
    TieField::ProductsMatch,
];

/// How channel and business belong together; nothing once the channel has been judged.
#[component]
fn Tie() -> impl IntoView {
    let fields = TIE.map(Field::Tie).to_vec();
    let any = shown(use_draft(), fields.clone());
    let fields = StoredValue::new(fields);
    let lead = say(questions::tie_lead);
    view! {
        <Show when=move || !any.with(Vec::is_empty)>
            <Panel title=say(questions::tie_title)>
                <p class="hint">{move || lead.get()}</p>
                <Questions fields=fields.get_value() below=Some(example)/>
            </Panel>
        </Show>
    }
    .into_any()
}

/// The sentence that would do, with the names of this application.
fn example(field: &Field) -> Option<AnyView> {
    if *field != Field::Tie(TieField::LinkingSentence) {
        return None;
    }
    let draft = use_draft();
    let names = Memo::new(move |_| {
        draft.document.with(|document| {
            let certificate = &document.form.service.business_on_certificate;
            let app = document.app.business.as_ref();
            let business = Some(certificate)
                .filter(|one| !one.trade_name.trim().is_empty())
                .or(app)?;
            let channel = document.channels.first()?;
            let (channel, business) = (channel.name.clone(), business.trade_name.clone());
            (channel != business).then_some((channel, business))
        })
    });
    let words = tell(move |lang| {
        names.get().map_or_else(String::new, |(channel, business)| {
            questions::tie_sentence_for(lang, &channel, &business)
        })
    });
    Some(
        view! { <Show when=move || names.with(Option::is_some)><p class="hint">{move || words.get()}</p></Show> }
            .into_any(),
    )
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
