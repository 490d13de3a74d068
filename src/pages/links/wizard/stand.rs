//! A chosen channel in the check: its name, how it stands, and the way to take it out.

use contract::body::ChannelDetail;
use domain::id::ChannelId;
use leptos::prelude::*;
use text::screens::{links, shell};
use ui::{Button, Tag, TagTone, Text};

use super::judge::Standing;
use super::place::Wizard;
use crate::data::Loaded;
use crate::lang::say;
use crate::parts::failure::FailureNote;
use crate::parts::reasons::ReasonList;
use crate::parts::remedy::{RemedyLink, Target};

/// A chosen channel and what is known of it.
#[derive(Clone)]
pub struct Candidate {
    /// Its identifier, as chosen.
    pub id: ChannelId,
    /// What the server says of it now.
    pub detail: Loaded<ChannelDetail>,
    /// How it stands towards the app.
    pub standing: Memo<Standing>,
}

impl Candidate {
    /// Its name, or its identifier as long as the name is not known; tracked.
    pub fn name(&self) -> String {
        self.detail.get().map_or_else(
            || self.id.to_string(),
            |detail| detail.body.row.channel.name,
        )
    }
}

/// One row of the check.
#[component]
pub fn CandidateRow(candidate: Candidate, wizard: Wizard) -> impl IntoView {
    let own = StoredValue::new(candidate.clone());
    let facts = move || {
        let channel = candidate.detail.get()?.body.row.channel;
        Some(format!(
            "@{} · {}",
            channel.search_id,
            channel.number.unwrap_or_default()
        ))
    };
    let body = move || {
        let it = own.get_value();
        let out = take_out(&it, wizard);
        match it.standing.get() {
            Standing::Asking => tag(TagTone::Review, say(links::checking)),
            Standing::Ready => tag(TagTone::Done, say(links::ready)),
            Standing::Linked => tag(TagTone::Done, say(links::already)),
            Standing::Failed(failure) => {
                view! { <FailureNote failure reading=true/> {out} }.into_any()
            }
            Standing::Blocked(reasons) => {
                let target = Target::Channel {
                    channel: it.id.clone(),
                    app: wizard.here().app,
                };
                let remedy = reasons
                    .first()
                    .cloned()
                    .map(|finding| view! { <RemedyLink finding target name=it.name()/> });
                view! {
                    {tag(TagTone::Action, say(links::cannot))}
                    <ReasonList reasons/>
                    {remedy}
                    {out}
                }
                .into_any()
            }
        }
    };
    view! {
        <li class="group">
            <div class="row">
                <strong>{move || own.with_value(Candidate::name)}</strong>
                <span class="hint num">{facts}</span>
            </div>
            {body}
        </li>
    }
}

fn tag(tone: TagTone, label: Text) -> AnyView {
    view! { <p><Tag tone label/></p> }.into_any()
}

fn take_out(candidate: &Candidate, wizard: Wizard) -> AnyView {
    let (id, name) = (candidate.id.clone(), candidate.name());
    let press = move |()| wizard.choose(wizard.here().without(std::slice::from_ref(&id)));
    view! { <div class="row"><Button label=say(shell::remove_button) hidden=Some(name) on_press=press/></div> }.into_any()
}
