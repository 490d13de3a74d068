//! The request that asks people who have signed up for what is open.

use domain::application::Document;
use domain::consent_screen::{Facts, Outcome, Request};
use domain::payload::authorize::{Client, address};
use leptos::prelude::*;
use text::consent;
use text::screens::preview;
use ui::Checkbox;

use crate::lang::{say, use_lang};
use crate::look::Look;

/// The request, and a switch that shows what it leads to. Nothing where nothing is open.
#[component]
pub fn WouldAsk(
    /// The application.
    document: Signal<Document>,
    /// What the person meets without it.
    asks: Memo<Outcome>,
    /// How the preview is looked at.
    look: Memo<Look>,
    /// Looks at it in another way.
    go: Callback<Look>,
) -> impl IntoView {
    let lang = use_lang();
    let checked = Signal::derive(move || look.get().asks);
    let change = Callback::new(move |asks| {
        go.run(Look {
            asks,
            ..look.get_untracked()
        });
    });
    (move || {
        let request = asks.with(|outcome| outcome.would_ask.clone())?;
        let parts = document.with(|document| parameters(document, request));
        Some(view! {
            <div class="would-ask">
                <p>{consent::would_ask(lang.get())}</p>
                <Parameters parts/>
                <Checkbox label=say(preview::asks) checked on_change=change/>
            </div>
        })
    })
    .into_any()
}

/// The parameters that a request adds to a plain login.
pub fn parameters(document: &Document, request: Request) -> Vec<String> {
    let facts = Facts {
        request,
        ..Facts::default()
    };
    let written = address(document, &facts, &Client::default());
    let added = |name: &str| matches!(name, "scope" | "service_terms" | "channel_public_id");
    let parts = written.parts.iter().filter(|(name, _)| added(name));
    parts
        .map(|(name, value)| format!("{name}={value}"))
        .collect()
}

/// Parameters, one a line.
#[component]
pub fn Parameters(
    /// Each as `name=value`.
    parts: Vec<String>,
) -> impl IntoView {
    let one = |part: String| view! { <li><code>{part}</code></li> };
    view! { <ul class="parameters">{parts.into_iter().map(one).collect_view()}</ul> }.into_any()
}
