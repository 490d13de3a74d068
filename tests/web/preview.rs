//! Previews: each situation shows what the domain says of it, the switches reach all of them, and the address keeps what was chosen.

use console::look::Look;
use console::parts::consent_screen::{ConsentScreen, Trial};
use console::parts::preview::picture::draw;
use console::parts::preview::{Meeting, Preview};
use console::path::{self, PreviewSize};
use domain::application::Document;
use domain::consent_screen::{Outcome, Situation, outcome};
use domain::id::ApplicationId;
use leptos::prelude::*;
use leptos::task::tick;
use leptos_router::params::ParamsMap;
use text::screens::preview;
use text::{Lang, consent};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::stage::{Stage, stage, text_of};

const KO: Lang = Lang::Ko;

fn document_complete() -> Document {
    serde_json::from_str(include_str!("../../examples/complete.json")).unwrap()
}

/// The screen of that outcome, in that language.
fn shown(met: Outcome, lang: Lang) -> Stage {
    stage(move || {
        let trial = Trial::new(Memo::new(move |_| met.clone()));
        view! { <ConsentScreen trial lang=Signal::stored(lang)/> }
    })
}

fn words(stage: &Stage, selector: &str) -> Vec<String> {
    let found = stage.all::<Element>(selector);
    found.iter().map(text_of).collect()
}

#[wasm_bindgen_test]
async fn each_situation_shows_the_lines_steps_values_and_answers_of_its_outcome() {
    let document = document_complete();
    for situation in Situation::ALL {
        for lang in Lang::ALL {
            let met = outcome(&document, &situation.facts(&document));
            let stage = shown(met.clone(), lang);
            let here = format!("{situation:?} {lang:?}");
            let Some(screen) = &met.screen else {
                assert!(stage.all::<Element>(".consent-screen").is_empty(), "{here}");
                for said in [
                    preview::no_screen(KO),
                    consent::why(KO, met.why.unwrap()),
                    consent::answer(KO, met.on_continue),
                ] {
                    assert!(stage.text().contains(said), "{here}: {said}");
                }
                continue;
            };
            let lines: Vec<_> = screen
                .lines
                .iter()
                .map(|one| consent::line(lang, one))
                .collect();
            assert_eq!(words(&stage, ".consent-list label"), lines, "{here}");
            assert_eq!(
                words(&stage, ".reading-order ol > li"),
                consent::reading(lang, screen),
                "{here}"
            );
            let steps: Vec<_> = met
                .before
                .iter()
                .chain(&met.after)
                .map(|one| consent::step(KO, *one))
                .collect();
            assert_eq!(words(&stage, ".consent-steps > li"), steps, "{here}");
            assert_eq!(
                !met.fills.is_empty(),
                !words(&stage, ".consent-fills").is_empty(),
                "{here}"
            );
            if !met.stays_empty.is_empty() {
                let said = consent::stays_empty(KO, &consent::items(KO, &met.stays_empty));
                assert!(stage.text().contains(&said), "{here}: {said}");
            }
            assert!(
                stage.text().contains(&consent::cost(KO, &met).join(" · ")),
                "{here}"
            );
            assert!(
                words(&stage, ".consent-gap").is_empty(),
                "{here}: a complete application has no gap"
            );
            stage.one::<HtmlElement>(".consent-all input").click();
            tick().await;
            stage.one::<HtmlElement>(".consent-button").click();
            tick().await;
            let result = text_of(&stage.one::<Element>(".consent-result"));
            assert!(
                result.ends_with(consent::answer(lang, met.on_continue)),
                "{here}: {result}"
            );
        }
    }
}

#[wasm_bindgen_test]
fn what_is_missing_in_a_draft_is_a_labelled_gap() {
    let document = Document::default();
    let met = outcome(&document, &Situation::First.facts(&document));
    for lang in Lang::ALL {
        let stage = shown(met.clone(), lang);
        let gaps = words(&stage, ".consent-gap");
        for gap in [
            preview::no_icon(lang),
            preview::no_name(lang),
            preview::no_company(lang),
        ] {
            assert!(gaps.iter().any(|one| one == gap), "{gap} in {gaps:?}");
        }
        assert_eq!(
            gaps.iter()
                .filter(|one| *one == preview::nothing_here(lang))
                .count(),
            3
        );
    }
}

#[wasm_bindgen_test]
async fn the_switches_reach_every_situation_and_say_which_change_nothing() {
    let document = document_complete();
    let look = RwSignal::new(Look::default());
    let sample = document.clone();
    let stage = stage(move || {
        let meeting = Meeting::new(Signal::stored(sample), Memo::new(move |_| look.get()));
        view! { <Preview meeting go=Callback::new(move |new| look.set(new))/> }
    });
    let radios: Vec<HtmlInputElement> = stage.all(".situation-list input[type=radio]");
    assert_eq!(radios.len(), Situation::ALL.len());
    for situation in Situation::ALL {
        let radio = radios
            .iter()
            .find(|one| one.value() == situation.word())
            .unwrap();
        radio.click();
        tick().await;
        assert_eq!(look.get_untracked().situation, *situation);
        assert_eq!(
            radios.iter().filter(|one| one.checked()).count(),
            1,
            "{situation:?}"
        );
        let met = outcome(&document, &situation.facts(&document));
        let there = !stage.all::<Element>(".consent-screen").is_empty();
        assert_eq!(there, met.screen.is_some(), "{situation:?}");
        let alike = radio.get_attribute("aria-describedby").is_some();
        assert_eq!(alike, situation.is_like_first(&document), "{situation:?}");
        let asks = !stage.all::<Element>(".would-ask").is_empty();
        assert_eq!(asks, met.would_ask.is_some(), "{situation:?}");
    }
}

#[wasm_bindgen_test]
async fn the_request_that_would_ask_leads_to_its_screen() {
    let document = document_complete();
    let look = RwSignal::new(Look {
        situation: Situation::TermAdded,
        ..Look::default()
    });
    let stage = stage(move || {
        let meeting = Meeting::new(Signal::stored(document), Memo::new(move |_| look.get()));
        view! { <Preview meeting go=Callback::new(move |new| look.set(new))/> }
    });
    assert!(stage.all::<Element>(".consent-screen").is_empty());
    stage.one::<HtmlElement>(".would-ask input").click();
    tick().await;
    assert!(look.get_untracked().asks);
    assert_eq!(words(&stage, ".consent-list label").len(), 1);
    assert!(words(&stage, ".consent-gap").is_empty());
}

#[wasm_bindgen_test]
fn an_address_keeps_how_a_preview_is_looked_at() {
    let id = ApplicationId::parse("ap_byeolha").unwrap();
    for situation in Situation::ALL {
        for size in PreviewSize::ALL {
            for (asks, dark, lang) in [
                (false, false, None),
                (true, true, Some(Lang::En)),
                (false, true, Some(Lang::Ko)),
            ] {
                let look = Look {
                    situation: *situation,
                    asks,
                    lang,
                    size,
                    dark,
                };
                let address = path::preview_as(&id, look);
                let mut query = ParamsMap::new();
                for pair in address
                    .split_once('?')
                    .map_or("", |(_, query)| query)
                    .split('&')
                {
                    if let Some((name, value)) = pair.split_once('=') {
                        query.insert(name.to_owned(), value.to_owned());
                    }
                }
                assert_eq!(Look::read(&query), look, "{address}");
            }
        }
    }
    let mut odd = ParamsMap::new();
    odd.insert("situation", "nobody".to_owned());
    assert_eq!(Look::read(&odd), Look::default());
}

#[wasm_bindgen_test]
async fn the_picture_shows_what_stands_on_the_page_and_changes_with_a_tick() {
    let met = outcome(
        &document_complete(),
        &Situation::First.facts(&document_complete()),
    );
    let stage = shown(met, KO);
    let style: HtmlElement = stage.one(".consent-screen");
    style.style().set_property("width", "320px").unwrap();
    style
        .style()
        .set_property("background-color", "rgb(255, 255, 255)")
        .unwrap();
    let before = draw(&style).unwrap();
    assert_eq!(before.width(), 640);
    let (empty, full) = {
        let blank: web_sys::HtmlCanvasElement = document()
            .create_element("canvas")
            .unwrap()
            .unchecked_into();
        blank.set_width(before.width());
        blank.set_height(before.height());
        (blank.to_data_url().unwrap(), before.to_data_url().unwrap())
    };
    // A picture of nothing is short, however large it is.
    assert!(
        full.len() > 3 * empty.len(),
        "{} {}",
        full.len(),
        empty.len()
    );
    let first: HtmlInputElement = stage.one(".consent-list input");
    first.click();
    tick().await;
    assert_ne!(draw(&style).unwrap().to_data_url().unwrap(), full);
}
