//! A preview: one application looked at in one way. Fetches nothing, so that every page that has a document can show it.

mod asked;
pub mod picture;
mod request;
mod switches;

use domain::application::Document;
use domain::consent_screen::{Facts, Outcome, Person, outcome};
use leptos::prelude::*;
use text::screens::preview;
use text::{Lang, consent};
use ui::use_announcer;

use crate::lang::use_lang;
use crate::look::Look;
use crate::parts::consent_screen::{ConsentScreen, Trial};
use asked::Asked;
pub use picture::KeepPicture;
use request::WouldAsk;
pub use request::{Parameters, parameters};
use switches::{Situations, Switches};

/// An application, who meets its screen, and what becomes of that.
#[derive(Clone, Copy)]
pub struct Meeting {
    /// The application.
    pub document: Signal<Document>,
    /// How it is looked at.
    pub look: Memo<Look>,
    /// What is true of the person and the request.
    pub facts: Memo<Facts>,
    /// What was tried on the screen; its outcome is what the person meets.
    pub trial: Trial,
    /// The language of the screen.
    pub lang: Memo<Lang>,
    plain: Memo<Outcome>,
}

impl Meeting {
    /// What becomes of that application, looked at in that way.
    pub fn new(document: Signal<Document>, look: Memo<Look>) -> Meeting {
        let console = use_lang();
        let situation = Memo::new(move |_| look.get().situation);
        let usual = Memo::new(move |_| document.with(|document| situation.get().facts(document)));
        let plain = Memo::new(move |_| {
            document.with(|document| usual.with(|facts| outcome(document, facts)))
        });
        let facts = Memo::new(move |_| {
            let mut facts = usual.get();
            if look.get().asks
                && let Some(request) = plain.with(|plain| plain.would_ask.clone())
            {
                facts.request = request;
            }
            facts
        });
        let met = Memo::new(move |_| {
            document.with(|document| facts.with(|facts| outcome(document, facts)))
        });
        let whole = Signal::derive(move || {
            facts.with(|facts| {
                let Person {
                    agreed_items,
                    agreed_terms,
                    ..
                } = &facts.person;
                agreed_items.is_empty() && agreed_terms.is_empty()
            })
        });
        Meeting {
            document,
            look,
            facts,
            trial: Trial::new(met).in_part(whole),
            lang: Memo::new(move |_| look.get().lang.unwrap_or_else(|| console.get())),
            plain,
        }
    }
}

/// The switches, the screen, the request that would ask, and what is asked and why.
#[component]
pub fn Preview(
    /// What is looked at.
    meeting: Meeting,
    /// Looks at it in another way.
    go: Callback<Look>,
    /// Without what is asked and why: for whoever is not to know why.
    #[prop(optional)]
    screen_only: bool,
) -> impl IntoView {
    let (lang, announcer) = (use_lang(), use_announcer());
    let look = meeting.look;
    // An effect, because speaking is not part of the view. What was there at first is not said.
    Effect::new(move |before: Option<()>| {
        let words = meeting.trial.outcome.with(|met| match &met.screen {
            Some(screen) => preview::now_lines(lang.get_untracked(), screen.lines.len()),
            None => preview::no_screen(lang.get_untracked()).to_owned(),
        });
        if before.is_some() {
            announcer.announce(words);
        }
    });
    let lead = move || consent::situation_hint(lang.get(), look.get().situation);
    let size = Signal::derive(move || look.get().size);
    let dark = Signal::derive(move || look.get().dark);
    view! {
        <div class="preview-page">
            <Situations meeting go/>
            <div class="group">
                <p class="preview-who"><strong>{move || consent::situation(lang.get(), look.get().situation)}</strong>{" "}{lead}</p>
                <Switches meeting go/>
                <ConsentScreen trial=meeting.trial lang=meeting.lang size dark/>
                <WouldAsk document=meeting.document asks=meeting.plain look go/>
                {(!screen_only).then(|| view! { <Asked meeting/> })}
            </div>
        </div>
    }
    .into_any()
}
