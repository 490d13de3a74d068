//! Rows that go when they are ended or taken back: focus goes to the words that say so; and what cannot be opened is no link.

use contract::body::{InvitationDraft, RoleRequestDraft, SignInBody};
use contract::client::With;
use domain::id::{ChannelId, UserId};
use domain::role::{Duty, RoleWanted};
use leptos::prelude::*;
use text::Lang;
use text::screens::{members, people, requests, settings};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::stage::{Stage, backend, text_of, until};

const KO: Lang = Lang::Ko;

fn key(key: &str) -> With {
    With {
        version: None,
        key: Some(key.into()),
    }
}

/// Waits until what has focus says these words.
async fn focus_says(stage: &Stage, words: &str) {
    let said = || {
        let focused = document().active_element()?;
        (text_of(&focused) == words).then_some(())
    };
    until(words, said, || stage.text()).await;
}

fn answer(stage: &Stage, name: &str) {
    let buttons = stage.all::<HtmlElement>("dialog[open] button");
    let found = buttons.iter().find(|button| text_of(button) == name);
    found.unwrap().click();
}

#[wasm_bindgen_test]
async fn ending_a_session_moves_focus_to_the_words_and_not_to_the_next_button() {
    let backend = backend("harin").await;
    let harin = SignInBody {
        persona: UserId::parse("harin").unwrap(),
    };
    for _ in 0..2 {
        backend.client.sign_in(&harin).await.unwrap();
    }
    let stage = backend.open("/settings");
    stage.says(&settings::sessions_caption(KO, 3)).await;
    let end = |stage: &Stage| {
        let buttons = stage.all::<HtmlElement>("tbody button");
        let first = buttons.into_iter().next().unwrap();
        first.focus().unwrap();
        first.click();
    };
    end(&stage);
    focus_says(&stage, settings::session_ended(KO)).await;
    stage.says(&settings::sessions_caption(KO, 2)).await;
    assert_eq!(
        backend
            .client
            .session_list()
            .await
            .unwrap()
            .body
            .sessions
            .len(),
        2
    );
    stage.press(settings::sessions_others_button(KO));
    stage.says(settings::sessions_others_effect(KO)).await;
    answer(&stage, settings::sessions_others_button(KO));
    focus_says(&stage, settings::sessions_others_done(KO)).await;
    stage.says(&settings::sessions_caption(KO, 1)).await;
}

#[wasm_bindgen_test]
async fn an_invitation_is_taken_back_after_a_question_and_focus_goes_to_the_words() {
    let backend = backend("gunwoo").await;
    let draft = InvitationDraft {
        name: "강새로".into(),
        organisation: String::new(),
        duty: Duty::Applicant,
    };
    let made = backend
        .client
        .invitation_create(&draft, key("to-take-back"));
    made.await.unwrap();
    let stage = backend.open("/people");
    let revoke = format!("{} 강새로", people::revoke_button(KO));
    until(&revoke, || stage.find_button(&revoke), || stage.text())
        .await
        .click();
    stage.says(people::revoke_effect(KO)).await;
    answer(&stage, people::revoke_button(KO));
    focus_says(&stage, people::revoked(KO)).await;
    stage.says(people::invitation_revoked(KO)).await;
    assert!(stage.find_button(&revoke).is_none());
}

#[wasm_bindgen_test]
async fn a_request_for_what_one_cannot_open_is_no_link() {
    let backend = backend("saebom").await;
    let channel = ChannelId::parse("ch_byeolha-coffee").unwrap();
    let draft = RoleRequestDraft {
        wanted: RoleWanted::ChannelManager { channel },
        note: String::new(),
    };
    let asked = backend
        .client
        .role_request_create(&draft, key("to-be-asked"));
    asked.await.unwrap();
    let stage = backend.open("/requests");
    stage.says(&requests::outgoing(KO, 1)).await;
    stage.says("별하 커피").await;
    let links = stage.all::<Element>("main a.act");
    assert!(
        links
            .iter()
            .all(|link| !text_of(link).contains("별하 커피"))
    );
}

#[wasm_bindgen_test]
async fn what_one_may_not_do_to_members_stands_there_and_says_why() {
    let stage = backend("seojin").await.open("/channels/ch_byeolha-bakery");
    stage.says(members::only_master(KO)).await;
    let buttons = stage.all::<Element>("button[aria-disabled=true]");
    let why = |button: &Element| {
        let id = button.get_attribute("aria-describedby")?;
        Some(text_of(&document().get_element_by_id(&id)?))
    };
    let removes: Vec<_> = buttons
        .iter()
        .filter(|button| text_of(button).starts_with(members::remove_button(KO)))
        .collect();
    assert!(!removes.is_empty(), "{}", stage.text());
    assert!(
        removes
            .iter()
            .all(|button| why(button).as_deref() == Some(members::only_master(KO)))
    );
}
