//! Questions: "I don't know yet" beside each, only those that matter, and differences that can be seen letter by letter.

use contract::Client;
use domain::id::ApplicationId;
use domain::subject::Subject;
use leptos::task::tick;
use text::Lang;
use text::screens::questions;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::stage::{Stage, backend, text_of, type_into, type_into_area, until};

const KO: Lang = Lang::Ko;
const TEST_DATA: &str = "service-test_data_public";

/// The proof of a draft that has most of its answers.
async fn proof() -> (Stage, Client) {
    let backend = backend("doyun").await;
    let stage = backend.open("/applications/ap_byeolha-order/proof");
    stage.wait_for::<Element>("#service-launched").await;
    (stage, backend.client)
}

/// The button "I don't know yet" of a question, as long as it is offered.
fn not_known(stage: &Stage, id: &str) -> Option<HtmlElement> {
    let question = stage.one::<Element>(&format!("#{id}")).closest(".question");
    let buttons = question.unwrap()?.query_selector(".question-foot button");
    buttons.unwrap().map(wasm_bindgen::JsCast::unchecked_into)
}

/// Whether the store has it that this is not known yet.
async fn stored(client: &Client, path: &str) -> bool {
    let id = ApplicationId::parse("ap_byeolha-order").unwrap();
    let answer = client.application_get(&id).await.unwrap();
    let path = Subject::parse(path).unwrap();
    answer.body.application.form.not_known.contains(&path)
}

async fn is_saved(stage: &Stage) {
    let saved = || {
        let indicator = stage.one::<Element>(".save-state");
        (indicator.get_attribute("data-state").as_deref() == Some("saved")).then_some(())
    };
    until("saved", saved, || stage.text()).await;
}

#[wasm_bindgen_test]
async fn not_knowing_yet_is_an_answer_that_a_real_one_takes_back() {
    let (stage, client) = proof().await;
    let button = not_known(&stage, TEST_DATA).unwrap();
    assert!(text_of(&button).starts_with(questions::not_known_button(KO)));
    assert!(text_of(&button).ends_with(questions::test_data(KO)));
    assert_eq!(
        button.get_attribute("aria-pressed").as_deref(),
        Some("false")
    );
    button.click();
    tick().await;
    assert_eq!(
        button.get_attribute("aria-pressed").as_deref(),
        Some("true")
    );
    stage.says(questions::not_known_said(KO)).await;
    is_saved(&stage).await;
    assert!(stored(&client, "service.test_data_public").await);
    stage.one::<HtmlElement>(&format!("#{TEST_DATA}-1")).click();
    tick().await;
    assert!(not_known(&stage, TEST_DATA).is_none());
    is_saved(&stage).await;
    assert!(!stored(&client, "service.test_data_public").await);
}

#[wasm_bindgen_test]
async fn only_the_questions_that_matter_are_asked_until_one_wants_the_others() {
    let (stage, _) = proof().await;
    let there = |id: &str| !stage.all::<Element>(&format!("#service-{id}")).is_empty();
    assert!(!there("launch_date") && !there("reviewer_access"));
    stage.one::<HtmlElement>("#service-launched-1").click();
    tick().await;
    assert!(there("launch_date") && !there("reviewer_access"));
    stage.press(questions::others_button(KO));
    tick().await;
    assert!(there("reviewer_access"));
    stage.press(questions::asked_button(KO));
    tick().await;
    assert!(!there("reviewer_access"));
}

#[wasm_bindgen_test]
async fn a_redirect_uri_stands_beside_the_registered_one_with_the_letters_that_differ() {
    let (stage, _) = proof().await;
    let used = "https://byeolha.example/auth/kakao/callback";
    let registered: HtmlTextAreaElement = stage.one("#login-registered_redirect_uris");
    type_into_area(&registered, &format!("{used}/"));
    let mark: Element = stage
        .wait_for(".uris [data-differs] dd:last-of-type mark")
        .await;
    assert_eq!(mark.text_content().as_deref(), Some("/"));
    type_into_area(&registered, used);
    let alike = || {
        stage
            .all::<Element>(".uris [data-differs]")
            .is_empty()
            .then_some(())
    };
    until("the same", alike, || stage.text()).await;
    assert!(stage.text().contains(questions::uri_same(KO)));
}

#[wasm_bindgen_test]
async fn business_information_is_compared_letter_by_letter() {
    let (stage, _) = proof().await;
    let site: HtmlInputElement = stage.one("#service-business_on_site-trade-name");
    type_into(&site, "별하커피");
    let differs: Element = stage.wait_for(".differs").await;
    assert!(text_of(&differs).contains(questions::differs(KO)));
    let marks: Vec<Element> = stage.all(".differs mark");
    let marked: Vec<String> = marks
        .iter()
        .filter_map(|mark| mark.text_content())
        .collect();
    assert_eq!(marked, [" ", ""]);
    type_into(&site, "별하 커피");
    let alike = || stage.all::<Element>(".differs").is_empty().then_some(());
    until("the same", alike, || stage.text()).await;
}
