//! The drawing of the consent screen: nothing is ticked beforehand, "agree to all" follows the lines, what is required is required.

use console::parts::consent_screen::{ConsentScreen, Trial};
use domain::consent_screen::{Answer, Ask, ConsentScreen as Model, Line, Outcome};
use domain::item::Item;
use leptos::prelude::*;
use leptos::task::tick;
use text::screens::preview;
use text::{Lang, consent};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::stage::{Stage, stage, text_of};

/// A term and an item that are required, an optional item, a channel.
fn model() -> Model {
    let term = Ask::Term {
        title_ko: Some("이용약관".into()),
        title_en: None,
        url: Some("https://byeolha.example/terms".into()),
        has_text: true,
    };
    let item = |item| Ask::Item {
        item,
        collects: false,
    };
    let line = |ask, required| Line { ask, required };
    Model {
        icon: true,
        app: Some("별하 주문".into()),
        company: Some("별하 커피".into()),
        lines: vec![
            line(term, true),
            line(item(Item::Name), true),
            line(item(Item::Birthday), false),
            line(
                Ask::Channel {
                    name: Some("별하 커피".into()),
                },
                false,
            ),
        ],
    }
}

/// What somebody meets who sees that screen.
fn met(screen: Model) -> Outcome {
    Outcome {
        before: Vec::new(),
        screen: Some(screen),
        keys: Vec::new(),
        why: None,
        fills: Vec::new(),
        stays_empty: Vec::new(),
        after: Vec::new(),
        on_continue: Answer::Code,
        on_cancel: Some(Answer::AccessDenied),
        would_ask: None,
    }
}

fn screen() -> Stage {
    stage(|| {
        let trial = Trial::new(Memo::new(|_| met(model())));
        view! { <ConsentScreen trial lang=Signal::derive(|| Lang::Ko)/> }
    })
}

/// "Agree to all", then the four lines.
fn boxes(stage: &Stage) -> Vec<HtmlInputElement> {
    let boxes = stage.all(".consent-screen input[type=checkbox]");
    assert_eq!(boxes.len(), 5);
    boxes
}

fn ticked(stage: &Stage) -> Vec<bool> {
    boxes(stage).iter().map(HtmlInputElement::checked).collect()
}

fn says(stage: &Stage) -> String {
    text_of(&stage.one::<Element>(".consent-result"))
}

fn said(left: fn(Lang) -> &'static str, answer: Answer) -> String {
    format!("{} {}", left(Lang::Ko), consent::answer(Lang::Ko, answer))
}

async fn click(stage: &Stage, place: usize) {
    if let Some(one) = boxes(stage).get(place) {
        one.click();
    }
    tick().await;
}

/// Every order of the four lines.
fn orders() -> Vec<[usize; 4]> {
    let mut orders = Vec::new();
    for a in 1..=4 {
        for b in (1..=4).filter(|b| *b != a) {
            for c in (1..=4).filter(|c| ![a, b].contains(c)) {
                orders.push([a, b, c, 10 - a - b - c]);
            }
        }
    }
    orders
}

#[wasm_bindgen_test]
fn nothing_is_ticked_beforehand() {
    assert_eq!(ticked(&screen()), [false; 5]);
}

#[wasm_bindgen_test]
async fn agree_to_all_is_ticked_by_the_last_line_in_every_order_and_unticked_by_any() {
    assert_eq!(orders().len(), 24);
    for order in orders() {
        let stage = screen();
        for (done, line) in order.into_iter().enumerate() {
            assert_eq!(
                ticked(&stage).first(),
                Some(&false),
                "{order:?} after {done}"
            );
            click(&stage, line).await;
        }
        assert_eq!(ticked(&stage), [true; 5], "{order:?}");
        let [first, ..] = order;
        click(&stage, first).await;
        assert_eq!(ticked(&stage).first(), Some(&false), "{order:?}");
    }
}

#[wasm_bindgen_test]
async fn agree_to_all_ticks_every_line_whatever_was_ticked_before_and_then_none() {
    for before in 0..=4 {
        let stage = screen();
        for line in 1..=before.min(3) {
            click(&stage, line).await;
        }
        click(&stage, 0).await;
        assert_eq!(ticked(&stage), [true; 5], "after {before}");
        click(&stage, 0).await;
        assert_eq!(ticked(&stage), [false; 5], "after {before}");
    }
}

#[wasm_bindgen_test]
async fn what_is_required_has_to_be_ticked_and_what_is_optional_does_not() {
    let stage = screen();
    let agree: HtmlElement = stage.one(".consent-button");
    let locked = || agree.get_attribute("aria-disabled").is_some();
    for line in [3, 4] {
        click(&stage, line).await;
        assert!(locked(), "optional lines open nothing");
    }
    agree.click();
    tick().await;
    assert_eq!(says(&stage), "");
    assert!(stage.text().contains(&preview::left(Lang::Ko, 2)));
    click(&stage, 1).await;
    assert!(locked() && stage.text().contains(&preview::left(Lang::Ko, 1)));
    click(&stage, 2).await;
    assert!(!locked());
    click(&stage, 3).await;
    click(&stage, 4).await;
    assert!(!locked(), "optional lines close nothing");
    agree.click();
    tick().await;
    assert_eq!(says(&stage), said(preview::agreed, Answer::Code));
    stage.one::<HtmlElement>(".consent-cancel").click();
    tick().await;
    assert_eq!(says(&stage), said(preview::cancelled, Answer::AccessDenied));
}

#[wasm_bindgen_test]
async fn another_screen_begins_with_nothing_ticked() {
    let shown = RwSignal::new(model());
    let stage = stage(move || {
        let trial = Trial::new(Memo::new(move |_| met(shown.get())));
        view! { <ConsentScreen trial lang=Signal::derive(|| Lang::En)/> }
    });
    click(&stage, 0).await;
    assert_eq!(ticked(&stage), [true; 5]);
    shown.update(|model| {
        if let Some(line) = model.lines.get_mut(2) {
            line.required = true;
        }
    });
    tick().await;
    assert_eq!(ticked(&stage), [false; 5]);
}

#[wasm_bindgen_test]
async fn everything_is_reached_by_keyboard_in_reading_order_and_the_locked_button_says_why() {
    let stage = screen();
    let controls: Vec<HtmlElement> =
        stage.all(".consent-screen input, .consent-screen a[href], .consent-screen button");
    // "Agree to all", a term with its text, two items, a channel, continue, cancel.
    assert_eq!(controls.len(), 8);
    for control in &controls {
        control.focus().unwrap();
        let focused = document().active_element().unwrap();
        assert!(
            focused.is_same_node(Some(control)),
            "{}",
            control.outer_html()
        );
        assert_eq!(control.tab_index(), 0, "{}", control.outer_html());
    }
    let agree: HtmlElement = stage.one(".consent-button");
    let why = agree.get_attribute("aria-describedby").unwrap();
    let why = document().get_element_by_id(&why).unwrap();
    assert_eq!(text_of(&why), preview::left(Lang::Ko, 2));
    for line in [1, 2] {
        click(&stage, line).await;
    }
    assert_eq!(agree.get_attribute("aria-describedby"), None);
}
