//! The one action that helps against a reason, as a link to where it is done.

use domain::finding::{Finding, Remedy};
use domain::id::{AppId, ChannelId};
use leptos::prelude::*;

use crate::lang::tell;
use crate::path::{self, Topic};

/// What a reason is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An app.
    App(AppId),
    /// A channel, perhaps together with the app it is to be linked to.
    Channel {
        /// The channel.
        channel: ChannelId,
        /// The app.
        app: Option<AppId>,
    },
}

/// The link; nothing when there is nothing to do but wait.
#[component]
pub fn RemedyLink(
    /// The reason.
    finding: Finding,
    /// What it is about.
    target: Target,
    /// The name of that, read after the link's words.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let remedy = finding.code.meta().remedy;
    let words = tell(move |lang| text::remedy_button(lang, remedy).to_owned());
    address(remedy, &target).map(|href| {
        view! {
            <a class="act" href=href>
                {move || words.get()}
                <span class="visually-hidden">{" "}{name}</span>
            </a>
        }
    })
}

/// Where the action is done.
fn address(remedy: Remedy, target: &Target) -> Option<String> {
    let own = || match target {
        Target::App(app) => path::app(app),
        Target::Channel { channel, .. } => path::channel(channel),
    };
    match remedy {
        Remedy::Edit | Remedy::RequestRole => Some(own()),
        Remedy::ReadChannelConversion => Some(path::topic(Topic::ChannelConversion)),
        Remedy::ReadAppConversion => Some(path::topic(Topic::AppConversion)),
        Remedy::ReadBusinessInformation => Some(path::topic(Topic::BusinessInformation)),
        Remedy::SeeLinks | Remedy::LinkChannel => Some(match target {
            Target::App(app) | Target::Channel { app: Some(app), .. } => path::links_of(app),
            Target::Channel { app: None, .. } => path::links(),
        }),
        Remedy::Wait => None,
    }
}
