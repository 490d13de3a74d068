//! What the browser keeps of what one wrote: for whom, until when, and how one gets at it.

use std::sync::Arc;

use contract::{Kind, Method};
use domain::item::Item;
use domain::subject::{Field, ItemField};
use leptos::prelude::*;
use text::Lang;
use text::screens::{application, login, settings, shell};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlTextAreaElement};

use crate::meddling::{Fate, Meddling};
use crate::stage::{Backend, Stage, backend, next_frame, type_into_area, until};

const KO: Lang = Lang::Ko;
const ORDER: &str = "/applications/ap_byeolha-order/items";
const WORDS: &str = "생일에 음료 한 잔을 드립니다";

fn at() -> String {
    let field = Field::Item(Item::Birthday, ItemField::Purpose);
    format!("#{}", field.anchor())
}

fn storage() -> web_sys::Storage {
    window().local_storage().unwrap().unwrap()
}

/// How much the browser keeps under that name and those that begin with it.
fn kept(start: &str) -> usize {
    let all = 0..storage().length().unwrap();
    let names = all.filter_map(|n| storage().key(n).unwrap());
    names.filter(|name| name.starts_with(start)).count()
}

async fn meddled(persona: &str) -> (Backend, Meddling) {
    let mut between = None;
    let desk = backend(persona).await.behind(|inner| {
        let meddling = Meddling::new(inner);
        between = Some(meddling.clone());
        Arc::new(meddling)
    });
    (desk, between.unwrap())
}

async fn write(desk: &Backend) -> Stage {
    let stage = desk.open(ORDER);
    stage.wait_for::<Element>(&at()).await;
    type_into_area(&stage.one::<HtmlTextAreaElement>(&at()), WORDS);
    stage
}

#[wasm_bindgen_test]
async fn signing_out_sends_what_was_typed_last_and_leaves_nothing() {
    let desk = backend("doyun").await;
    let stage = write(&desk).await;
    assert_eq!(
        kept("syncdesk.kept.doyun."),
        1,
        "at once, also with a connection"
    );
    stage.press(shell::sign_out_button(KO));
    stage.says(login::choose_demo(KO)).await;
    assert_eq!(kept("syncdesk.kept."), 0);
    drop(stage);
    desk.sign_in("doyun").await;
    let stage = desk.open(ORDER);
    let area: HtmlTextAreaElement = stage.wait_for(&at()).await;
    assert_eq!(area.value(), WORDS, "the backend has it");
}

#[wasm_bindgen_test]
async fn what_cannot_be_sent_is_deleted_by_signing_out_only_when_one_says_so() {
    let (desk, between) = meddled("doyun").await;
    between.now(|request| match request.method {
        Method::Put => Fate::Answer(Kind::Internal, None),
        _ => Fate::Pass,
    });
    let stage = write(&desk).await;
    stage.press(shell::sign_out_button(KO));
    stage.says(&shell::unsent(KO, 1)).await;
    stage.press(shell::stay_signed_in_button(KO));
    let closed = || {
        let text = stage.text();
        (!text.contains(&shell::unsent(KO, 1))).then_some(())
    };
    until("no question", closed, || stage.text()).await;
    next_frame().await;
    assert_eq!(kept("syncdesk.kept.doyun."), 1);
    stage.press(shell::sign_out_button(KO));
    stage.says(&shell::unsent(KO, 1)).await;
    let delete = || stage.find_button(shell::unsent_delete_button(KO));
    until("the button", delete, || stage.text()).await.click();
    stage.says(login::choose_demo(KO)).await;
    assert_eq!(
        kept("syncdesk.kept."),
        0,
        "not kept again while the form goes"
    );
}

#[wasm_bindgen_test]
async fn that_signing_out_did_not_work_is_said_and_can_be_tried_again() {
    let (desk, between) = meddled("doyun").await;
    let stage = desk.open("/channels");
    stage.says("이도윤").await;
    between.now(|request| match request.path.as_str() {
        "/auth/sign-out" => Fate::Answer(Kind::Unavailable, None),
        _ => Fate::Pass,
    });
    stage.press(shell::sign_out_button(KO));
    stage.says(shell::not_signed_out(KO)).await;
    between.now(|_| Fate::Pass);
    stage.press(shell::retry_button(KO));
    stage.says(login::choose_demo(KO)).await;
}

#[wasm_bindgen_test]
async fn settings_show_and_delete_what_is_kept_of_oneself_only() {
    let (desk, between) = meddled("doyun").await;
    let theirs = "syncdesk.kept.harin.review.ap_byeolha-order.1";
    storage()
        .set_item(theirs, r#"{"verdicts":{},"words":"남의 글"}"#)
        .unwrap();
    between.now(|request| match request.method {
        Method::Put => Fate::Answer(Kind::Internal, None),
        _ => Fate::Pass,
    });
    drop(write(&desk).await);
    let stage = desk.open("/settings");
    stage.says(&settings::kept(KO, 1)).await;
    assert_eq!(stage.all::<Element>("a[href*=ap_byeolha-order]").len(), 1);
    let save = format!("{} ap_byeolha-order", settings::kept_save_button(KO));
    assert!(stage.find_button(&save).is_some(), "{}", stage.text());
    stage.press(settings::kept_delete_button(KO));
    stage.says(settings::kept_effect(KO)).await;
    let buttons = || {
        let all = stage.all::<web_sys::HtmlElement>("dialog[open] button");
        all.into_iter().next()
    };
    until("the button", buttons, || stage.text()).await.click();
    stage.says(&settings::kept_deleted(KO, 1)).await;
    assert_eq!(kept("syncdesk.kept.doyun."), 0);
    assert_eq!(kept(theirs), 1, "another's stays theirs");
}

#[wasm_bindgen_test]
async fn a_reviewer_does_not_find_what_another_wrote() {
    let desk = backend("yuna").await;
    let rounds = |by: &str| format!("syncdesk.kept.{by}.review.ap_haedam");
    let words = "다른 심사자가 적던 글";
    for round in 0..4 {
        let name = format!("{}.{round}", rounds("junho"));
        let text = format!(r#"{{"verdicts":{{}},"words":"{words}"}}"#);
        storage().set_item(&name, &text).unwrap();
    }
    let stage = desk.open("/review/ap_haedam");
    stage.says("정유나").await;
    stage.wait_for::<Element>("h1").await;
    let shown = |stage: &Stage| {
        let areas = stage.all::<HtmlTextAreaElement>("textarea").into_iter();
        areas.map(|area| area.value()).collect::<Vec<_>>()
    };
    assert!(
        !shown(&stage).contains(&words.to_owned()),
        "{}",
        stage.text()
    );
    assert_eq!(kept(&rounds("junho")), 4);
}

#[wasm_bindgen_test]
async fn words_that_came_too_late_are_shown_and_can_be_copied() {
    let (desk, between) = meddled("doyun").await;
    let stage = desk.open(ORDER);
    stage.wait_for::<Element>(&at()).await;
    // Somebody else has submitted it.
    between.now(|request| match request.method {
        Method::Put => Fate::Answer(Kind::Stale { version: 9 }, None),
        Method::Get if request.path.starts_with("/api/v1/applications/") => {
            Fate::Changed(|detail| {
                *detail.pointer_mut("/application/status").unwrap() = "submitted".into();
            })
        }
        _ => Fate::Pass,
    });
    type_into_area(&stage.one::<HtmlTextAreaElement>(&at()), WORDS);
    stage.says(application::kept_back_title(KO)).await;
    assert!(stage.text().contains(WORDS), "{}", stage.text());
    assert!(
        stage
            .find_button(application::kept_back_copy_button(KO))
            .is_some()
    );
    drop(stage);
    let stage = desk.open(ORDER);
    stage.says(application::kept_back_title(KO)).await;
    stage.says(WORDS).await;
}
