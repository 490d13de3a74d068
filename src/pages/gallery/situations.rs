//! The consent screen in every situation, on one application that is complete; then with the longest names, and with nothing filled in.

use domain::application::{ChannelFacts, Document};
use domain::consent_screen::{Facts, Situation, outcome};
use domain::form::NAME_CHARS_MAX;
use domain::id::ChannelId;
use leptos::prelude::*;
use text::Lang;

use crate::lang::use_lang;
use crate::parts::consent_screen::{ConsentScreen, Trial};

/// An application with everything filled in: the one that the command line is shown with.
const COMPLETE: &str = include_str!("../../../examples/complete.json");

/// A story for each situation. Its heading is `consent-screen` with the situation's word.
#[component]
pub fn Situations() -> impl IntoView {
    let complete = complete();
    let one =
        |situation: &Situation| story(situation.word(), &complete, &situation.facts(&complete));
    let all = Situation::ALL.iter().map(one).collect_view();
    let first = Facts::default();
    view! {
        <div class="gallery">
            {all}
            {story("long-names", &with_long_names(complete.clone()), &first)}
            {story("nothing-yet", &Document::default(), &first)}
        </div>
    }
    .into_any()
}

fn story(word: &'static str, document: &Document, facts: &Facts) -> AnyView {
    let met = outcome(document, facts);
    let trial = Trial::new(Memo::new(move |_| met.clone()));
    let trial = trial.in_part(Signal::stored(facts.person.agreed_terms.is_empty()));
    let lang: Signal<Lang> = use_lang().into();
    let id = format!("story-consent-screen-{word}");
    let under = id.clone();
    view! {
        <section class="panel" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{format!("consent-screen {word}")}</h2>
            <ConsentScreen trial lang under/>
        </section>
    }
    .into_any()
}

/// The sample, with a second channel for the situation that needs one. A test holds that it can be read.
fn complete() -> Document {
    let mut document: Document = serde_json::from_str(COMPLETE).unwrap_or_default();
    let second = document.channels.first().cloned();
    let id = ChannelId::parse("ch_byeolha-second").ok();
    if let Some((second, id)) = second.zip(id) {
        let name = format!("{} 2", second.name);
        document.channels.push(ChannelFacts {
            id,
            name,
            representative: false,
            ..second
        });
    }
    document
}

/// Every name as long as it may be, without a space where a line could break.
fn with_long_names(mut document: Document) -> Document {
    let long = |name: &mut String| {
        let letters: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
        *name = letters.iter().cycle().take(NAME_CHARS_MAX).collect();
    };
    long(&mut document.app.name);
    long(&mut document.app.company);
    for channel in &mut document.channels {
        long(&mut channel.name);
    }
    for term in &mut document.form.terms {
        long(&mut term.title_ko);
        long(&mut term.title_en);
    }
    document
}
