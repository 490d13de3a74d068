//! Every reason that holds: what, the values that differ, who can fix it, and where it comes from.

use contract::body::AppRow;
use domain::finding::{Finding, Remedy};
use domain::link::LINKS_MAX;
use domain::role::RoleWanted;
use leptos::prelude::*;
use text::screens::links;
use ui::MaybeText;

use crate::lang::{tell, use_lang};
use crate::parts::remedy::{RemedyLink, Target};
use crate::parts::role_request::{Asset, RoleRequestButton};

/// The reasons as a list. `action` draws the one action that helps; it is asked for the first reason only, for one action is enough.
#[component]
pub fn ReasonList(
    /// The reasons, most important first.
    reasons: Vec<Finding>,
    /// The one action, if the place offers one.
    #[prop(optional, into)]
    action: Option<Callback<Finding, AnyView>>,
) -> impl IntoView {
    let first = reasons.first().cloned();
    let rows = reasons
        .into_iter()
        .map(|finding| {
            let weight = weight_word(&finding);
            let words = {
                let finding = finding.clone();
                tell(move |lang| text::finding(lang, &finding))
            };
            let fixer = finding.code.meta().fixer;
            let who = tell(move |lang| text::fixer(lang, fixer).to_owned());
            view! {
                <li data-weight=weight>
                    <span>{move || words.get()}</span>
                    <Values finding/>
                    <span class="hint">{move || who.get()}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="reason-list">{rows}</ul>
        {first.zip(action).map(|(finding, action)| action.run(finding))}
    }
}

/// The one action that helps with a reason why a channel or app cannot be used; nothing where there is only waiting.
#[component]
pub fn RemedyAction(
    /// The reason.
    finding: Finding,
    /// What it is about.
    asset: Asset,
) -> impl IntoView {
    if finding.code.meta().remedy == Remedy::RequestRole {
        return view! { <RoleRequestButton asset/> }.into_any();
    }
    let target = match asset.wanted {
        RoleWanted::ChannelManager { channel } => Target::Channel { channel, app: None },
        RoleWanted::AppEditor { app } => Target::App(app),
    };
    view! { <RemedyLink finding target name=asset.name/> }.into_any()
}

/// The action of [`RemedyAction`] as [`ReasonList`] takes it.
pub fn remedy_for(asset: Asset) -> Callback<Finding, AnyView> {
    Callback::new(move |finding| view! { <RemedyAction finding asset=asset.clone()/> }.into_any())
}

/// Why something cannot be linked now: the most important reason. `None` when it can.
pub fn why_not(reasons: &[Finding]) -> Option<MaybeText> {
    let first = reasons.first().cloned()?;
    let words = tell(move |lang| text::finding(lang, &first));
    Some(Signal::derive(move || Some(words.get())))
}

/// Why no channel can be linked to that app now: the most important reason, or that its places are taken. `None` when one can.
pub fn no_room(row: &AppRow) -> Option<MaybeText> {
    let count = row.links;
    let full = (count >= LINKS_MAX).then(|| {
        let words = tell(move |lang| links::app_full(lang, count, LINKS_MAX));
        Signal::derive(move || Some(words.get()))
    });
    why_not(&row.reasons).or(full)
}

/// The values a finding is about, label and value side by side.
#[component]
pub fn Values(
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let lang = use_lang();
    let facts = finding.facts;
    (!facts.is_empty()).then(move || {
        view! {
            <dl class="values">
                {move || {
                    facts
                        .iter()
                        .map(|fact| {
                            let (label, value) = text::fact(lang.get(), fact);
                            view! { <dt>{label}</dt><dd>{value}</dd> }
                        })
                        .collect_view()
                }}
            </dl>
        }
    })
}

/// The weight as the style sheet knows it.
pub fn weight_word(finding: &Finding) -> &'static str {
    match finding.weight {
        domain::finding::Weight::Blocks => "blocks",
        domain::finding::Weight::Warns => "warns",
        domain::finding::Weight::Notes => "notes",
    }
}
