//! The link wizard over the backend in the page: reasons in place, the eleventh channel, choices in the address, the result.

use contract::Client;
use contract::client::With as Known;
use domain::id::{AppId, ChannelId};
use leptos::prelude::*;
use leptos::task::tick;
use text::Lang;
use text::screens::links;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};

use crate::stage::{Stage, backend, text_of, until};

const KO: Lang = Lang::Ko;

fn tick_box(stage: &Stage, label: &str) -> HtmlInputElement {
    stage.field(label)
}

/// Waits until a channel can be ticked.
async fn offers(stage: &Stage, label: &str) {
    until(
        label,
        || stage.find_field::<HtmlInputElement>(label),
        || stage.text(),
    )
    .await;
}

/// Where the address says one is; in the demo it stands behind a `#`.
fn address() -> String {
    let location = window().location();
    location.href().unwrap().replacen("/#/", "/", 1)
}

/// Takes one channel away from the app whose ten places are all taken.
async fn make_room(client: &Client) {
    let app = AppId::parse("app_saegyeol").unwrap();
    let version = client.app_get(&app).await.unwrap().version;
    let channel = ChannelId::parse("ch_saegyeol-haneul").unwrap();
    client
        .link_delete(
            &app,
            &channel,
            Known {
                version: Some(version),
                key: None,
            },
        )
        .await
        .unwrap();
}

#[wasm_bindgen_test]
async fn the_eleventh_channel_is_refused_with_words_and_the_others_stay_free() {
    let backend = backend("jiwoo").await;
    make_room(&backend.client).await;
    let stage = backend.open("/links/new/channels?app=app_saegyeol");
    offers(&stage, "새결 편의점 하늘길점").await;
    tick_box(&stage, "새결 편의점 하늘길점").click();
    stage.says(&links::chosen(KO, 1)).await;
    let eleventh = tick_box(&stage, "새결 편의점 물결역점");
    eleventh.click();
    stage.says(&links::too_many(KO, 1)).await;
    assert!(!eleventh.checked() && tick_box(&stage, "새결 편의점 하늘길점").checked());
    assert!(!eleventh.disabled());
    // Taking one out makes room for the other.
    tick_box(&stage, "새결 편의점 하늘길점").click();
    tick().await;
    tick_box(&stage, "새결 편의점 물결역점").click();
    stage.says(&links::chosen(KO, 1)).await;
    assert!(tick_box(&stage, "새결 편의점 물결역점").checked());
}

#[wasm_bindgen_test]
async fn what_cannot_be_picked_stands_there_with_its_reasons() {
    let stage = backend("harin")
        .await
        .open("/links/new/channels?app=app_byeolha-order");
    offers(&stage, "별하 베이커리").await;
    stage.says(&links::channels_not_choosable(KO, 3)).await;
    let reasons = stage.all::<Element>(".reason-list");
    assert!(
        reasons.len() >= 3 && reasons.iter().all(|one| !text_of(one).is_empty()),
        "{}",
        stage.text()
    );
}

#[wasm_bindgen_test]
async fn a_step_that_is_ahead_of_the_choices_leads_back_with_a_word() {
    let stage = backend("harin")
        .await
        .open("/links/new/check?app=app_byeolha-order");
    stage.says(links::came_back(KO)).await;
    stage.says(&links::channels_title(KO, "별하 주문")).await;
}

#[wasm_bindgen_test]
async fn nothing_chosen_is_said_at_the_top_with_focus_and_at_the_group() {
    let stage = backend("harin")
        .await
        .open("/links/new/channels?app=app_byeolha-order");
    offers(&stage, "별하 베이커리").await;
    stage.press(links::to_review_button(KO));
    let summary: Element = stage.wait_for("[role=alert]").await;
    assert!(text_of(&summary).contains(links::choose_channel(KO)));
    assert_eq!(document().active_element().as_ref(), Some(&summary));
}

#[wasm_bindgen_test]
async fn the_steps_keep_every_choice_in_the_address_and_end_with_the_result() {
    let backend = backend("harin").await;
    let stage = backend.open("/links/new/app");
    stage.says(&links::app_chosen(KO, "별하 주문")).await;
    stage.press(links::to_channels_button(KO));
    offers(&stage, "별하 굿즈").await;
    tick_box(&stage, "별하 베이커리").click();
    tick().await;
    tick_box(&stage, "별하 굿즈").click();
    stage.says(&links::chosen(KO, 2)).await;
    let both = || {
        address()
            .contains("channels=ch_byeolha-bakery,ch_byeolha-goods")
            .then_some(())
    };
    until("both channels in the address", both, address).await;
    stage.press(links::to_review_button(KO));
    stage.says(links::review_title(KO)).await;
    let button = links::link_count_button(KO, 2);
    until(&button, || stage.find_button(&button), || stage.text())
        .await
        .click();
    stage.says(&links::done(KO, 2, "별하 주문")).await;
    let app = backend
        .client
        .app_get(&AppId::parse("app_byeolha-order").unwrap())
        .await
        .unwrap();
    assert_eq!(app.body.links.len(), 3);
}
