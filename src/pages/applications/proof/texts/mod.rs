//! Three places to paste what the site says: the privacy policy, the sign-up screen, the foot. Each shows what is read in it.

mod file;
mod place;

use domain::form::PastedText;
use leptos::prelude::*;
use text::screens::reading;
use ui::{Panel, use_announcer};

use crate::lang::{say, use_lang};
use crate::pages::applications::draft::use_draft;
use crate::parts::reading::{Change, FooterReading, Source, TextReading};
use place::Place;

/// The three places. Reads and edits the draft of the page.
#[component]
pub fn Texts() -> impl IntoView {
    let (draft, announcer, lang) = (use_draft(), use_announcer(), use_lang());
    let change = Callback::new(move |change: Change| {
        let Change { text, item, own } = change;
        draft.edit(|form| {
            form.overruled
                .retain(|one| one.text != text || one.item != item);
            form.overruled.extend(own);
        });
        let lang = lang.get_untracked();
        let words = if own.is_some() {
            reading::overruled
        } else {
            reading::undone
        };
        announcer.announce(words(lang, text::item(lang, item)));
    });
    let source = Source {
        texts: draft.value(|form| form.texts.clone()).into(),
        readings: draft.readings.into(),
        asked: draft
            .value(|form| {
                form.used()
                    .map(|(item, request)| (item, request.stage))
                    .collect::<Vec<_>>()
            })
            .into(),
        overruled: draft.value(|form| form.overruled.clone()).into(),
        change: Some(change),
    };
    let take = Callback::new(move |found| {
        draft.edit(|form| form.service.business_on_site = found);
        announcer.announce(reading::taken(lang.get_untracked()));
    });
    let certificate = draft.value(|form| form.service.business_on_certificate.clone());
    let site = draft.value(|form| form.service.business_on_site.clone());
    view! {
        <Panel title=say(reading::title)>
            <p class="hint">{say(reading::lead)}</p>
            <Place which=PastedText::PrivacyPolicy label=reading::policy hint=reading::policy_hint>
                <TextReading which=PastedText::PrivacyPolicy source/>
            </Place>
            <Place which=PastedText::SignupScreen label=reading::screen hint=reading::screen_hint>
                <TextReading which=PastedText::SignupScreen source/>
            </Place>
            <Place which=PastedText::Footer label=reading::footer hint=reading::footer_hint>
                <FooterReading source certificate=certificate.into() site=site.into() take=Some(take)/>
            </Place>
        </Panel>
    }
    .into_any()
}
