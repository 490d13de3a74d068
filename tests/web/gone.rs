//! Rows that go when they are ended or taken back: focus goes to the words that say so; and what cannot be opened is no link.

use std::sync::{Arc, Mutex};

use console::app::App;
use contract::body::{InvitationDraft, RoleRequestDraft, SessionRow, Sessions};
use contract::client::With;
use contract::transport::{Local, Unreachable};
use contract::{Method, Reply, Request, Transport};
use domain::id::{ChannelId, SessionId};
use domain::role::{Duty, RoleWanted};
use domain::time::Time;
use leptos::prelude::*;
use text::Lang;
use text::screens::{members, people, requests, settings};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::stage::{Stage, backend, stage, text_of, until};

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

/// The backend in the page knows one session of a person; this one tells of some more, and ends them.
struct Elsewhere {
    rest: Arc<dyn Transport>,
    sessions: Mutex<Vec<SessionRow>>,
}

impl Transport for Elsewhere {
    fn send(&self, request: Request) -> Local<Result<Reply, Unreachable>> {
        let Some(place) = request.path.strip_prefix("/api/v1/sessions") else {
            return self.rest.send(request);
        };
        let mut sessions = self.sessions.lock().unwrap();
        let body = match (request.method, place.strip_prefix('/')) {
            (Method::Get, _) => serde_json::to_vec(&Sessions {
                sessions: sessions.clone(),
            })
            .unwrap(),
            (_, ended) => {
                sessions.retain(|one| {
                    one.current || ended.is_some_and(|ended| one.id.as_str() != ended)
                });
                b"null".to_vec()
            }
        };
        let reply = Reply {
            status: 200,
            version: None,
            replayed: false,
            retry_after_s: None,
            body,
        };
        Box::pin(async move { Ok(reply) })
    }
}

fn session(n: i64) -> SessionRow {
    let at = Time::from_millis(1_764_000_000_000 + n);
    SessionRow {
        id: SessionId::parse(&format!("se_{n}")).unwrap(),
        current: n == 0,
        made_at: at,
        seen_at: at,
        ends_at: at,
        from: String::new(),
        agent: String::new(),
    }
}

#[wasm_bindgen_test]
async fn ending_a_session_moves_focus_to_the_words_and_not_to_the_next_button() {
    let backend = backend("harin").await;
    let history = window().history().unwrap();
    history
        .replace_state_with_url(&JsValue::NULL, "", Some("/settings"))
        .unwrap();
    let transport: Arc<dyn Transport> = Arc::new(Elsewhere {
        rest: backend.transport.clone(),
        sessions: Mutex::new((0..4).map(session).collect()),
    });
    let stage = stage(move || view! { <App transport/> });
    stage.says(&settings::sessions_caption(KO, 4)).await;
    let buttons = stage.all::<HtmlElement>("tbody button");
    let (first, others) = buttons.split_first().unwrap();
    first.focus().unwrap();
    first.click();
    focus_says(&stage, settings::session_ended(KO)).await;
    stage.says(&settings::sessions_caption(KO, 3)).await;
    let left = stage.all::<HtmlElement>("tbody button");
    assert!(left == others, "the other rows are what they were");
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
