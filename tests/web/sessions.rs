//! Sessions that end, are somebody else's, or are about to end; answers that get lost or have to be waited for.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use contract::{Kind, Method};
use domain::id::ApplicationId;
use domain::item::Item;
use domain::subject::{Field, ItemField};
use text::Lang;
use text::screens::{channels, errors, login, people, shell};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::meddling::{Fate, Meddling};
use crate::stage::{Backend, Stage, backend, text_of, type_into, type_into_area, until};

const KO: Lang = Lang::Ko;
const ORDER: &str = "/applications/ap_byeolha-order/items";
const WORDS: &str = "생일에 음료 한 잔을 드립니다";

fn at() -> String {
    let field = Field::Item(Item::Birthday, ItemField::Purpose);
    format!("#{}", field.anchor())
}

fn typed(stage: &Stage) -> String {
    stage.one::<HtmlTextAreaElement>(&at()).value()
}

async fn stored(desk: &Backend) -> String {
    let id = ApplicationId::parse("ap_byeolha-order").unwrap();
    let answer = desk.client.application_get(&id).await.unwrap();
    answer.body.application.form.item(Item::Birthday).purpose
}

/// The form of a draft, in the console.
async fn form(desk: &Backend) -> Stage {
    let stage = desk.open(ORDER);
    stage.wait_for::<Element>(&at()).await;
    stage
}

async fn is_in_state(stage: &Stage, wanted: &str) {
    let shown = || {
        let indicator: Element = stage.all(".save-state").into_iter().next()?;
        (indicator.get_attribute("data-state").as_deref() == Some(wanted)).then_some(())
    };
    until(wanted, shown, || stage.text()).await;
}

/// Whether the way to sign in again stands over the page.
fn asks(stage: &Stage) -> bool {
    !stage.all::<Element>("dialog[open]").is_empty()
}

async fn asks_to_sign_in(stage: &Stage) {
    until("the dialog", || asks(stage).then_some(()), || stage.text()).await;
}

async fn asks_no_more(stage: &Stage) {
    until(
        "no dialog",
        || (!asks(stage)).then_some(()),
        || stage.text(),
    )
    .await;
}

fn choose(stage: &Stage, name: &str) {
    stage.press(&format!("{} {name}", login::sign_in_button(KO)));
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

#[wasm_bindgen_test]
async fn what_one_types_is_not_saved_in_the_session_of_another_and_waits_for_its_author() {
    let desk = backend("doyun").await;
    let before = stored(&desk).await;
    let stage = form(&desk).await;
    desk.sign_in("harin").await;
    type_into_area(&stage.one(&at()), WORDS);
    // The console notices with the first save, and says whose session it is.
    stage.says(&shell::switched(KO, "김하린")).await;
    stage.wait_for::<Element>(&at()).await;
    assert_eq!(
        (typed(&stage), stored(&desk).await),
        (before.clone(), before)
    );
    drop(stage);
    desk.sign_in("doyun").await;
    let stage = form(&desk).await;
    let taken_up = || (typed(&stage) == WORDS).then_some(());
    until("my words", taken_up, || typed(&stage)).await;
    is_in_state(&stage, "saved").await;
    assert_eq!(stored(&desk).await, WORDS);
}

#[wasm_bindgen_test]
async fn whoever_signs_in_over_anothers_form_does_not_send_it() {
    let desk = backend("doyun").await;
    let before = stored(&desk).await;
    let stage = form(&desk).await;
    desk.client.sign_out().await.unwrap();
    type_into_area(&stage.one(&at()), WORDS);
    asks_to_sign_in(&stage).await;
    stage.says(shell::expired(KO)).await;
    choose(&stage, "김하린");
    stage.says(&shell::switched(KO, "김하린")).await;
    asks_no_more(&stage).await;
    stage.wait_for::<Element>(&at()).await;
    assert_eq!(
        (typed(&stage), stored(&desk).await),
        (before.clone(), before)
    );
}

#[wasm_bindgen_test]
async fn signing_in_can_be_put_off_while_one_types_and_then_everything_is_sent() {
    let (desk, between) = meddled("doyun").await;
    let stage = form(&desk).await;
    desk.client.sign_out().await.unwrap();
    type_into_area(&stage.one(&at()), "처음");
    asks_to_sign_in(&stage).await;
    stage.press(errors::later_button(KO));
    asks_no_more(&stage).await;
    let saves = between.count(Method::Put, "/api/v1/applications/");
    type_into_area(&stage.one(&at()), WORDS);
    // Leaving the field would save at once.
    stage.one::<HtmlElement>(&at()).blur().unwrap();
    is_in_state(&stage, "local").await;
    assert!(!asks(&stage), "it was put off");
    assert_eq!(between.count(Method::Put, "/api/v1/applications/"), saves);
    stage.press(shell::sign_in_again_button(KO));
    asks_to_sign_in(&stage).await;
    choose(&stage, "이도윤");
    is_in_state(&stage, "saved").await;
    assert_eq!(stored(&desk).await, WORDS);
}

#[wasm_bindgen_test]
async fn what_failed_for_want_of_a_session_is_fetched_after_signing_in() {
    let desk = backend("harin").await;
    let stage = desk.open("/channels");
    stage.says(&channels::usable(KO, 3)).await;
    desk.client.sign_out().await.unwrap();
    type_into(
        &stage.one::<HtmlInputElement>("input[type=search]"),
        "베이커리",
    );
    asks_to_sign_in(&stage).await;
    choose(&stage, "김하린");
    asks_no_more(&stage).await;
    stage.says(&channels::usable(KO, 1)).await;
    assert!(
        !stage.text().contains(errors::old_data(KO)),
        "{}",
        stage.text()
    );
}

#[wasm_bindgen_test]
async fn that_it_cannot_be_found_out_who_is_signed_in_takes_nothing_away() {
    let (desk, between) = meddled("doyun").await;
    let stage = form(&desk).await;
    between.now(|request| match request.method {
        Method::Put => Fate::Answer(Kind::OtherUser, None),
        _ if request.path == "/api/v1/me" => Fate::Answer(Kind::Unavailable, None),
        _ => Fate::Pass,
    });
    type_into_area(&stage.one(&at()), WORDS);
    is_in_state(&stage, "local").await;
    let asked = || (between.count(Method::Get, "/api/v1/me") > 1).then_some(());
    until("the question who it is", asked, || stage.text()).await;
    assert_eq!(typed(&stage), WORDS);
    // Nobody at all: the form stays, below the way to sign in.
    between.now(|request| match request.method {
        Method::Put => Fate::Answer(Kind::OtherUser, None),
        _ if request.path == "/api/v1/me" => Fate::Answer(Kind::SignIn, None),
        _ => Fate::Pass,
    });
    stage.press(shell::retry_button(KO));
    asks_to_sign_in(&stage).await;
    assert_eq!(typed(&stage), WORDS);
}

#[wasm_bindgen_test]
async fn pressed_twice_after_a_lost_answer_it_happens_once_and_with_other_words_anew() {
    let (desk, between) = meddled("gunwoo").await;
    let invitations = async || {
        let all = desk.client.invitation_list().await.unwrap().body;
        all.invitations.len()
    };
    let before = invitations().await;
    let stage = desk.open("/people");
    stage.says(people::invite_button(KO)).await;
    between.now(|request| match request.method {
        Method::Post => Fate::AfterAll(Kind::Unavailable),
        _ => Fate::Pass,
    });
    stage.press(people::invite_button(KO));
    stage.says(errors::unknown_outcome(KO)).await;
    assert_eq!(invitations().await, before + 1);
    between.now(|_| Fate::Pass);
    stage.press(people::invite_button(KO));
    stage.says(people::made_lost(KO)).await;
    assert_eq!(invitations().await, before + 1, "the same intention");
    between.now(|request| match request.method {
        Method::Post => Fate::Answer(Kind::Unavailable, None),
        _ => Fate::Pass,
    });
    stage.press(people::invite_button(KO));
    stage.says(errors::unknown_outcome(KO)).await;
    between.now(|_| Fate::Pass);
    type_into(&stage.field(people::invite_name(KO)), "새 사람");
    stage.press(people::invite_button(KO));
    stage.says(people::made_once(KO)).await;
    assert_eq!(invitations().await, before + 2, "another intention");
}

#[wasm_bindgen_test]
async fn whoever_is_told_to_wait_cannot_press_before() {
    let (desk, between) = meddled("harin").await;
    let list = "/api/v1/applications";
    between.now(move |request| match request.path.as_str() {
        path if path == list => Fate::Answer(Kind::Unavailable, Some(2)),
        _ => Fate::Pass,
    });
    let stage = desk.open("/applications");
    stage.says(errors::unavailable(KO)).await;
    stage.says(&errors::too_many(KO, 2)).await;
    let asked = between.count(Method::Get, list);
    stage.press(shell::retry_button(KO));
    assert_eq!(between.count(Method::Get, list), asked, "not before");
    between.now(|_| Fate::Pass);
    let free = || {
        let button = stage.find_button(shell::retry_button(KO))?;
        button
            .get_attribute("aria-disabled")
            .is_none()
            .then_some(button)
    };
    until("the button", free, || stage.text()).await.click();
    stage.says("별하 주문").await;
}

#[wasm_bindgen_test]
async fn before_a_session_ends_one_can_go_on() {
    let (desk, between) = meddled("harin").await;
    let soon = Arc::new(AtomicBool::new(true));
    let ending = soon.clone();
    between.now(move |request| {
        if request.path == "/api/v1/me" && ending.load(Ordering::Relaxed) {
            Fate::Changed(|me| *me.pointer_mut("/session_left_s").unwrap() = 100.into())
        } else {
            Fate::Pass
        }
    });
    let stage = desk.open("/channels");
    let bar: Element = stage.wait_for(".sticky-bar").await;
    assert!(text_of(&bar).contains(shell::stay_button(KO)));
    // Its days are over: nothing prolongs it.
    stage.press(shell::stay_button(KO));
    stage.says(shell::session_too_old(KO)).await;
    drop(stage);
    let stage = desk.open("/channels");
    stage.wait_for::<Element>(".sticky-bar").await;
    soon.store(false, Ordering::Relaxed);
    stage.press(shell::stay_button(KO));
    let gone = || stage.all::<Element>(".sticky-bar").is_empty().then_some(());
    until("no bar", gone, || stage.text()).await;
}
