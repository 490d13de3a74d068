//! The terms: moved by keyboard with focus kept and said aloud; a tag that was submitted can be followed by a new one.

use domain::term::Change;
use leptos::prelude::*;
use text::screens::{application, terms};
use text::{Lang, versions};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::stage::{Stage, backend, next_frame, send, text_of};

fn title(stage: &Stage, row: usize) -> String {
    let field: HtmlInputElement = stage.one(&format!("#terms-{row}-title_ko"));
    field.value()
}

async fn alt(stage: &Stage, id: &str, key: &str) {
    let field: HtmlElement = stage.one(&format!("#{id}"));
    field.focus().unwrap();
    let fields = [("key", JsValue::from_str(key)), ("altKey", JsValue::TRUE)];
    send(&field, "KeyboardEvent", "keydown", &fields);
    for _ in 0..3 {
        next_frame().await;
    }
}

fn focused() -> String {
    document().active_element().unwrap().id()
}

#[wasm_bindgen_test]
async fn alt_with_an_arrow_moves_a_term_and_focus_with_it() {
    let backend = backend("doyun").await;
    let stage = backend.open("/applications/ap_byeolha-order/terms");
    stage.wait_for::<Element>("#terms-1-title_ko").await;
    let (first, second) = (title(&stage, 0), title(&stage, 1));
    assert_ne!(first, second);
    alt(&stage, "terms-0-title_en", "ArrowDown").await;
    assert_eq!(
        (title(&stage, 0), title(&stage, 1)),
        (second.clone(), first.clone())
    );
    assert_eq!(focused(), "terms-1-title_en");
    assert!(stage.text().contains(&application::term_moved(Lang::Ko, 2)));
    alt(&stage, "terms-1-title_en", "ArrowUp").await;
    assert_eq!(
        (title(&stage, 0), title(&stage, 1)),
        (first.clone(), second)
    );
    // At the end of the list nothing happens, and nothing is lost.
    alt(&stage, "terms-0-title_en", "ArrowUp").await;
    assert_eq!(title(&stage, 0), first);
    assert_eq!(focused(), "terms-0-title_en");
}

#[wasm_bindgen_test]
async fn a_tag_that_was_submitted_is_followed_by_a_new_one_and_those_who_joined_can_be_asked() {
    let backend = backend("jiwoo").await;
    let stage = backend.open("/applications/ap_moonjar/terms");
    let tag: HtmlInputElement = stage.wait_for("#terms-1-tag").await;
    let before = tag.value();
    let unchanged = terms::changes_none(Lang::Ko);
    stage.says(unchanged).await;
    let offer = terms::tag_button(Lang::Ko, "service_");
    let buttons: Vec<HtmlElement> = stage.all("button");
    let button = buttons.iter().find(|one| text_of(one).starts_with(&offer));
    button.unwrap().click();
    stage
        .says(versions::term_change(Lang::Ko, Change::Tag))
        .await;
    next_frame().await;
    assert_ne!(tag.value(), before);
    assert_eq!(focused(), "terms-1-tag");
    assert!(
        stage
            .text()
            .contains(&format!("service_terms={}", tag.value()))
    );
    assert!(!stage.text().contains(unchanged));
}
