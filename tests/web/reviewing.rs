//! What a reviewer writes: it stays until it is sent, also when the applicant withdraws and submits anew or another reviewer takes over,
//! and it is gone once it has arrived.

use contract::client::With as Known;
use domain::id::ApplicationId;
use leptos::prelude::*;
use leptos::task::tick;
use text::Lang;
use text::screens::review;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::stage::{Backend, Stage, backend, type_into_area, until};

const KO: Lang = Lang::Ko;
const WORDS: &str = "표를 다시 봐 주세요.";

fn id() -> ApplicationId {
    ApplicationId::parse("ap_onyu").unwrap()
}

fn known(version: u64, key: &str) -> Known {
    Known {
        version: Some(version),
        key: Some(key.to_owned()),
    }
}

fn open(desk: &Backend) -> Stage {
    desk.open("/review/ap_onyu")
}

/// Opens the round.
async fn begin(stage: &Stage) {
    press(stage, review::open_button(KO)).await;
    words(stage).await;
}

async fn press(stage: &Stage, name: &str) {
    let button = || stage.find_button(name).filter(is_active);
    until(name, button, || stage.text()).await.click();
}

fn is_active(button: &HtmlElement) -> bool {
    button.get_attribute("aria-disabled").as_deref() != Some("true")
}

/// Where the words on the whole are written.
async fn words(stage: &Stage) -> HtmlTextAreaElement {
    let field = || stage.find_field(review::words_all(KO));
    until("words on the whole", field, || stage.text()).await
}

/// A review that 정유나 has opened, with words on the whole.
async fn written() -> (Stage, Backend) {
    let desk = backend("yuna").await;
    let stage = open(&desk);
    begin(&stage).await;
    type_into_area(&words(&stage).await, WORDS);
    tick().await;
    (stage, desk)
}

/// Approves every item, and goes on to where it is sent.
async fn check(stage: &Stage) {
    for choice in stage.all::<HtmlInputElement>("input[type=radio][value=approve]") {
        choice.click();
    }
    press(stage, review::check_button(KO)).await;
    let send = || stage.find_button(review::send_button(KO));
    until("what is sent", send, || stage.text()).await;
}

/// 한지우 withdraws it and submits it anew.
async fn submitted_anew(desk: &Backend) {
    desk.sign_in("jiwoo").await;
    let client = &desk.client;
    let version = client.application_get(&id()).await.unwrap().version;
    let with = known(version, &format!("withdraw-{version}"));
    let version = client
        .application_withdraw(&id(), with)
        .await
        .unwrap()
        .version;
    let with = known(version, &format!("submit-{version}"));
    client.application_submit(&id(), with).await.unwrap();
    desk.sign_in("yuna").await;
}

fn storage() -> web_sys::Storage {
    window().local_storage().unwrap().unwrap()
}

/// On how many rounds something is kept.
fn kept() -> usize {
    let names = (0..storage().length().unwrap()).filter_map(|n| storage().key(n).unwrap());
    let start = "syncdesk.kept.yuna.review.ap_onyu.";
    names.filter(|name| name.starts_with(start)).count()
}

#[wasm_bindgen_test]
async fn what_a_reviewer_wrote_stays_when_another_one_takes_over() {
    let (stage, desk) = written().await;
    desk.sign_in("junho").await;
    let version = desk.client.review_get(&id()).await.unwrap().version;
    let with = known(version, "taken-over-elsewhere");
    desk.client.review_open(&id(), with).await.unwrap();
    desk.sign_in("yuna").await;
    drop(stage);
    let stage = open(&desk);
    stage.says(review::kept_title(KO)).await;
    stage.says(WORDS).await;
    assert!(stage.find_button(review::kept_copy_button(KO)).is_some());
}

#[wasm_bindgen_test]
async fn what_a_reviewer_wrote_is_found_again_however_often_it_was_submitted_anew() {
    let (stage, desk) = written().await;
    drop(stage);
    submitted_anew(&desk).await;
    submitted_anew(&desk).await;
    let stage = open(&desk);
    begin(&stage).await;
    assert_eq!(words(&stage).await.value(), WORDS);
}

#[wasm_bindgen_test]
async fn what_a_reviewer_wrote_stays_on_the_screen_when_it_is_submitted_anew_and_nothing_is_kept() {
    let (stage, desk) = written().await;
    check(&stage).await;
    storage().clear().unwrap();
    submitted_anew(&desk).await;
    press(&stage, review::send_button(KO)).await;
    stage.says(review::overtaken(KO)).await;
    stage.says(review::kept_title(KO)).await;
    stage.says(WORDS).await;
    // It still stands at the check of what is sent.
    press(&stage, review::open_button(KO)).await;
    press(&stage, review::send_button(KO)).await;
    stage.says(review::sent(KO)).await;
    stage.says(WORDS).await;
}

#[wasm_bindgen_test]
async fn a_decision_that_has_arrived_leaves_nothing_of_earlier_rounds() {
    let (stage, desk) = written().await;
    drop(stage);
    submitted_anew(&desk).await;
    let stage = open(&desk);
    begin(&stage).await;
    check(&stage).await;
    assert_eq!(kept(), 2);
    press(&stage, review::send_button(KO)).await;
    stage.says(review::sent(KO)).await;
    assert_eq!(kept(), 0);
}
