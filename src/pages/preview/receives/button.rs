//! The login button as a snippet that keeps the design guide.

use domain::payload::button::{Label, snippet};
use leptos::prelude::*;
use text::payload;
use text::screens::receives;

use super::block::block;
use super::request::Client;
use crate::lang::use_lang;
use crate::parts::preview::Meeting;

/// The snippet, in the language of the screen, leading to the address above.
#[component]
pub fn LoginButton(meeting: Meeting, client: Client) -> impl IntoView {
    let lang = use_lang();
    (move || {
        let (lang, of) = (lang.get(), meeting.lang.get());
        let address = meeting
            .document
            .with(|document| meeting.facts.with(|facts| client.address(document, facts)));
        let label = payload::button_label(of, Label::Login).unwrap_or_default();
        let code = snippet(&address.url, label, payload::symbol_note(of));
        view! {
            <p>{payload::button_note(lang)}</p>
            {block(lang, receives::button_title(lang), code)}
        }
    })
    .into_any()
}
