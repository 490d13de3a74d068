//! Pasted texts: the words relied on are shown, a person can put a reading right and take that back, and what cannot be read says so.

use contract::Client;
use domain::form::{Form, PASTED_CHARS_MAX, PastedText};
use domain::id::ApplicationId;
use domain::item::{Condition, Item, Shown};
use domain::reading::Unreadable;
use domain::subject::Field;
use js_sys::{Function, Uint8Array};
use text::Lang;
use text::screens::reading;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::stage::{Stage, backend, text_of, type_into_area, until};

const KO: Lang = Lang::Ko;

const POLICY: &str = "1. 개인정보의 수집 항목\n회원가입\n- 필수항목: 이름, 휴대전화번호\n- 선택항목: 생일\n\
    2. 파기\n회원을 탈퇴하면 바로 파기합니다.";

/// The proof of a draft that asks for phone number, name and others.
async fn proof() -> (Stage, Client) {
    let backend = backend("doyun").await;
    let stage = backend.open("/applications/ap_byeolha-order/proof");
    stage
        .wait_for::<Element>(&at(PastedText::PrivacyPolicy))
        .await;
    (stage, backend.client)
}

fn at(which: PastedText) -> String {
    format!("#{}", Field::Text(which).anchor())
}

fn paste(stage: &Stage, which: PastedText, words: &str) {
    type_into_area(&stage.one::<HtmlTextAreaElement>(&at(which)), words);
}

/// The row of an item in the table of a text.
fn row(stage: &Stage, item: Item) -> Option<Element> {
    let name = text::item(KO, item);
    stage
        .all::<Element>(".pasted tbody tr")
        .into_iter()
        .find(|row| text_of(row).starts_with(name))
}

async fn row_says(stage: &Stage, item: Item, words: &str) {
    let says = || {
        row(stage, item)
            .filter(|row| text_of(row).contains(words))
            .map(drop)
    };
    until(words, says, || stage.text()).await;
}

/// Waits until the store has a form like that.
async fn stored(client: &Client, what: &str, like: impl Fn(&Form) -> bool) {
    let id = ApplicationId::parse("ap_byeolha-order").unwrap();
    for _ in 0..200 {
        let form = client
            .application_get(&id)
            .await
            .unwrap()
            .body
            .application
            .form;
        if like(&form) {
            return;
        }
        crate::stage::next_frame().await;
    }
    panic!("the store never had {what}");
}

#[wasm_bindgen_test]
async fn a_pasted_policy_shows_the_line_it_went_by_with_the_word_marked() {
    let (stage, client) = proof().await;
    paste(&stage, PastedText::PrivacyPolicy, POLICY);
    row_says(&stage, Item::PhoneNumber, reading::named_required(KO)).await;
    let row = row(&stage, Item::PhoneNumber).unwrap();
    let line = row.query_selector(".read-line").unwrap().unwrap();
    assert_eq!(text_of(&line), "- 필수항목: 이름, 휴대전화번호");
    let word = line.query_selector("mark").unwrap().unwrap();
    assert_eq!(text_of(&word), "휴대전화번호");
    stored(&client, "the policy", |form| {
        form.texts.privacy_policy == POLICY
    })
    .await;
}

#[wasm_bindgen_test]
async fn markup_in_what_is_pasted_is_read_and_never_becomes_part_of_the_page() {
    let (stage, _client) = proof().await;
    let page = "<p>회원가입</p><table><tr><td>필수</td><td><b>휴대전화번호</b><img src=x></td></tr></table>";
    paste(&stage, PastedText::PrivacyPolicy, page);
    row_says(&stage, Item::PhoneNumber, reading::named_required(KO)).await;
    assert!(
        stage
            .all::<Element>(".read-line b, .read-line img")
            .is_empty()
    );
    let row = row(&stage, Item::PhoneNumber).unwrap();
    assert!(!text_of(&row).contains('<'), "{}", text_of(&row));
}

#[wasm_bindgen_test]
async fn a_reading_is_put_right_by_a_person_and_that_can_be_taken_back() {
    let (stage, client) = proof().await;
    paste(&stage, PastedText::PrivacyPolicy, POLICY);
    row_says(&stage, Item::PhoneNumber, reading::named_required(KO)).await;
    let name = text::item(KO, Item::PhoneNumber);
    stage.press(&format!("{} {name}", reading::wrong_button(KO)));
    let way = "overrule-privacy_policy-phone_number-way";
    let way: HtmlInputElement = stage.wait_for(&format!("#{way}-1")).await;
    way.click();
    stage.press(reading::overrule_button(KO));
    row_says(&stage, Item::PhoneNumber, reading::named_optional(KO)).await;
    row_says(&stage, Item::PhoneNumber, reading::by_person(KO)).await;
    stored(&client, "the person's reading", |form| {
        form.overruled.iter().any(|one| {
            one.text == PastedText::PrivacyPolicy
                && one.item == Item::PhoneNumber
                && one.shown == Shown::WithCondition
                && one.condition == Some(Condition::Optional)
        })
    })
    .await;
    stage.press(&format!("{} {name}", reading::undo_button(KO)));
    row_says(&stage, Item::PhoneNumber, reading::named_required(KO)).await;
    stored(&client, "no person's reading", |form| {
        form.overruled.is_empty()
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_says_why_and_gives_no_verdict() {
    let (stage, _client) = proof().await;
    paste(
        &stage,
        PastedText::PrivacyPolicy,
        "%PDF-1.7\n1 0 obj\n<</Type /Catalog>>",
    );
    stage.says(text::unreadable(KO, Unreadable::Pdf)).await;
    assert_eq!(
        row(&stage, Item::PhoneNumber).map(|row| text_of(&row)),
        None
    );
    paste(&stage, PastedText::PrivacyPolicy, POLICY);
    row_says(&stage, Item::PhoneNumber, reading::named_required(KO)).await;
    assert!(!stage.text().contains(text::unreadable(KO, Unreadable::Pdf)));
}

/// Chooses a file for the privacy policy.
fn choose(stage: &Stage, bytes: &[u8]) {
    let area: Element = stage.one(&at(PastedText::PrivacyPolicy));
    let place = area.closest(".pasted").unwrap().unwrap();
    let input = place.query_selector("input[type=file]").unwrap().unwrap();
    let choose = Function::new_with_args(
        "input, bytes",
        "const all = new DataTransfer(); all.items.add(new File([bytes], 'policy.pdf')); \
        input.files = all.files; input.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    let bytes = Uint8Array::from(bytes);
    choose.call2(&JsValue::NULL, &input, &bytes).unwrap();
}

#[wasm_bindgen_test]
async fn the_words_of_a_pdf_file_are_put_in_sight_and_read() {
    let (stage, client) = proof().await;
    choose(
        &stage,
        include_bytes!("../../crates/domain/tests/reading/pdf/reportlab.pdf"),
    );
    row_says(&stage, Item::PhoneNumber, reading::named_required(KO)).await;
    let area: HtmlTextAreaElement = stage.one(&at(PastedText::PrivacyPolicy));
    let words = area.value();
    assert!(words.contains("제1조 처리하는 개인정보 항목"), "{words}");
    stored(&client, "the words of the file", |form| {
        form.texts.privacy_policy == words
    })
    .await;

    choose(&stage, b"%PDF-1.4\ntrailer <</Encrypt 1 0 R>>");
    stage
        .says(text::unreadable(KO, Unreadable::PdfLocked))
        .await;
    assert_eq!(area.value(), words);
    choose(&stage, b"%PDF-1.4\n1 0 obj <</Type/Page>>");
    stage
        .says(text::unreadable(KO, Unreadable::PdfWithoutText))
        .await;
    assert!(
        !stage
            .text()
            .contains(text::unreadable(KO, Unreadable::PdfLocked))
    );
}

#[wasm_bindgen_test]
async fn what_is_too_long_stays_in_sight_and_is_not_saved() {
    let (stage, client) = proof().await;
    let long = "가".repeat(PASTED_CHARS_MAX + 1);
    paste(&stage, PastedText::SignupScreen, &long);
    stage.says(reading::too_long(KO)).await;
    let field: HtmlTextAreaElement = stage.one(&at(PastedText::SignupScreen));
    assert_eq!(field.value().chars().count(), PASTED_CHARS_MAX + 1);
    field.blur().unwrap();
    stored(&client, "the form without it", |form| {
        form.texts.signup_screen.is_empty()
    })
    .await;
    assert_eq!(field.value().chars().count(), PASTED_CHARS_MAX + 1);
}

#[wasm_bindgen_test]
async fn the_foot_of_the_site_is_taken_over_letter_by_letter() {
    let (stage, client) = proof().await;
    let foot = "상호: 별하 커피 상사 | 대표자: 이도윤 | 사업자등록번호: 999-12-34560 | 주소: 서울시 마포구 별빛로 1";
    paste(&stage, PastedText::Footer, foot);
    let found = || stage.find_button(reading::take_button(KO));
    let button: HtmlElement = until("the button", found, || stage.text()).await;
    button.click();
    stored(&client, "what the site prints", |form| {
        let site = &form.service.business_on_site;
        site.trade_name == "별하 커피 상사" && site.representative == "이도윤"
    })
    .await;
    stage.says(reading::taken_already(KO)).await;
}
