//! The wizard that links channels to an app: app, channels, check, done. Each step is an address.

mod app;
mod channels;
mod check;
mod desk;
mod done;
mod finder;
mod growing;
mod judge;
mod pick;
mod place;
mod stand;

use leptos::prelude::*;
use text::screens::{links, shell};
use ui::{ErrorLink, ErrorSummary, MaybeText, Note, NoteTone, Step, Steps, Text};

use crate::lang::{say, tell, use_lang};
use crate::layout::{Crumb, Page};
use crate::path::{self, LinkStep};
use place::Wizard;

/// The wizard at the step that the address names.
#[component]
pub fn LinkNewPage() -> impl IntoView {
    let wizard = Wizard::new();
    let step = Memo::new(move |_| wizard.place.with(|place| place.step.min(place.reachable())));
    // An effect, because an address that is ahead of the choices is put right in the address bar.
    Effect::new(move || {
        if wizard.place.with(|place| place.step) > step.get() {
            wizard.came_back.set(true);
            wizard.go_instead(step.get_untracked());
        }
    });
    move || match step.get() {
        LinkStep::App => view! { <app::AppStep wizard/> }.into_any(),
        LinkStep::Channels => view! { <channels::ChannelsStep wizard/> }.into_any(),
        LinkStep::Check => view! { <check::CheckStep wizard/> }.into_any(),
        LinkStep::Done => view! { <done::DoneStep wizard/> }.into_any(),
    }
}

/// What is missing before a step can be left: said once at the top and once at the group, after each attempt.
#[derive(Clone, Copy)]
struct Missing {
    /// The sentence.
    words: MaybeText,
    /// How often somebody tried to go on.
    attempt: RwSignal<u32>,
    /// The id of the group it is about.
    group: &'static str,
}

/// The page of a step: title, where one is, what is missing, content.
#[component]
fn StepPage(
    wizard: Wizard,
    step: LinkStep,
    #[prop(into)] title: Text,
    #[prop(optional)] missing: Option<Missing>,
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let words = move || missing.and_then(|missing| missing.words.get());
    let crumbs = vec![Crumb {
        href: path::links(),
        label: say(links::name),
    }];
    let steps = Signal::derive(move || {
        let named = [
            (LinkStep::App, links::step_app(lang.get())),
            (LinkStep::Channels, links::step_channels(lang.get())),
            (LinkStep::Check, links::step_review(lang.get())),
        ];
        let href =
            |at: LinkStep| (step != LinkStep::Done).then(|| wizard.place.get().at(at).href());
        named
            .map(|(at, label)| Step {
                label: label.to_owned(),
                href: href(at),
            })
            .to_vec()
    });
    let current = LinkStep::ALL
        .iter()
        .position(|one| *one == step)
        .unwrap_or_default();
    let errors = Signal::derive(move || {
        let link = |text| ErrorLink {
            target: missing
                .map(|missing| missing.group.to_owned())
                .unwrap_or_default(),
            text,
        };
        words().map(link).into_iter().collect::<Vec<_>>()
    });
    let attempt = Signal::derive(move || missing.map_or(0, |missing| missing.attempt.get()));
    view! {
        <Page title errors=Signal::derive(move || errors.with(Vec::len)) crumbs>
            <Steps label=say(links::wizard) steps current done_word=say(shell::step_done) left_word=say(shell::step_left)/>
            <Show when=move || wizard.came_back.get()>
                <Note tone=NoteTone::Warn live=true><p>{say(links::came_back)}</p></Note>
            </Show>
            <ErrorSummary title=tell(|lang| shell::to_fix(lang, 1)) errors attempt/>
            {children()}
        </Page>
    }
}
