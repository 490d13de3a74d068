//! Forms: the list of errors takes focus, drafts save themselves, findings come and go, two versions stand side by side.

use contract::Client;
use contract::client::With as Known;
use domain::id::ApplicationId;
use domain::item::Item;
use domain::subject::{Field, ItemField};
use leptos::prelude::*;
use leptos::task::tick;
use text::Lang;
use text::screens::{application, errors};
use ui::{Button, ErrorLink, ErrorSummary, TextField};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::stage::{Stage, backend, go, stage, text_of, type_into, type_into_area, until};

const KO: Lang = Lang::Ko;

/// The draft that lacks a few things.
fn draft() -> ApplicationId {
    ApplicationId::parse("ap_byeolha-order").unwrap()
}

fn purpose(item: Item) -> Field {
    Field::Item(item, ItemField::Purpose)
}

/// The items of that draft, in the console.
async fn items() -> (Stage, Client) {
    let backend = backend("doyun").await;
    let stage = backend.open("/applications/ap_byeolha-order/items");
    stage.wait_for::<Element>(&at(Item::PhoneNumber)).await;
    (stage, backend.client)
}

/// Where the purpose of an item is entered.
fn at(item: Item) -> String {
    format!("#{}", purpose(item).anchor())
}

fn words(stage: &Stage, item: Item, words: &str) {
    type_into_area(&stage.one(&at(item)), words);
}

fn leave(stage: &Stage, item: Item) {
    stage.one::<HtmlElement>(&at(item)).blur().unwrap();
}

/// What the indicator says of saving.
fn state(stage: &Stage) -> Option<String> {
    stage
        .all::<Element>(".save-state")
        .first()?
        .get_attribute("data-state")
}

async fn is_in_state(stage: &Stage, wanted: &str) {
    until(
        wanted,
        || (state(stage).as_deref() == Some(wanted)).then_some(()),
        || stage.text(),
    )
    .await;
}

/// The purpose of an item as the backend has it, with the version.
async fn stored(client: &Client, item: Item) -> (String, u64) {
    let answer = client.application_get(&draft()).await.unwrap();
    (
        answer.body.application.form.item(item).purpose,
        answer.version,
    )
}

/// Somebody else writes the purpose of an item.
async fn meanwhile(client: &Client, item: Item, words: &str) {
    let answer = client.application_get(&draft()).await.unwrap();
    let mut form = answer.body.application.form;
    form.items.entry(item).or_default().purpose = words.into();
    let with = Known {
        version: Some(answer.version),
        key: None,
    };
    client
        .application_save(&draft(), &form, with)
        .await
        .unwrap();
}

#[wasm_bindgen_test]
async fn the_list_of_errors_takes_focus_at_every_attempt_and_leads_to_the_field() {
    let (value, attempt) = (RwSignal::new(String::new()), RwSignal::<u32>::new(0));
    let stage = stage(move || {
        let errors = Signal::derive(move || {
            let wrong = attempt.get() > 0 && value.with(String::is_empty);
            wrong
                .then(|| ErrorLink {
                    target: "name".into(),
                    text: "Enter a name".into(),
                })
                .into_iter()
                .collect::<Vec<_>>()
        });
        view! {
            <ErrorSummary title="One thing to fix" errors attempt/>
            <TextField id="name" label="Name" value on_input=move |text| value.set(text)/>
            <Button label="Go on" on_press=move |()| attempt.update(|n| *n += 1)/>
        }
    });
    let focused = || {
        document()
            .active_element()
            .map(|element| element.class_name() + &element.id())
            .unwrap_or_default()
    };
    for _ in 0..2 {
        stage.one::<HtmlElement>("#name").focus().unwrap();
        stage.press("Go on");
        tick().await;
        assert_eq!(focused(), "error-summary");
        assert_eq!(
            text_of(&stage.one("[role=alert]")),
            "One thing to fixEnter a name"
        );
    }
    stage.one::<HtmlElement>("[role=alert] a").click();
    assert!(focused().ends_with("name"));
    type_into(&stage.field::<HtmlInputElement>("Name"), "별하");
    tick().await;
    assert!(stage.all::<Element>("[role=alert]").is_empty());
}

#[wasm_bindgen_test]
async fn a_draft_saves_itself_and_says_so() {
    let (stage, client) = items().await;
    assert_eq!(state(&stage).as_deref(), Some("saved"));
    words(&stage, Item::Birthday, "생일에 음료 한 잔을 드립니다");
    is_in_state(&stage, "saving").await;
    is_in_state(&stage, "saved").await;
    assert_eq!(
        stored(&client, Item::Birthday).await.0,
        "생일에 음료 한 잔을 드립니다"
    );
}

#[wasm_bindgen_test]
async fn what_one_types_changes_what_the_check_says_at_once() {
    let (stage, client) = items().await;
    let (before, version) = stored(&client, Item::PhoneNumber).await;
    let missing = || {
        stage
            .one::<HtmlTextAreaElement>(&at(Item::PhoneNumber))
            .value()
            .is_empty()
    };
    words(&stage, Item::PhoneNumber, "");
    tick().await;
    assert!(missing());
    let count = |stage: &Stage| stage.all::<Element>("[data-weight=blocks]").len();
    let blocked = count(&stage);
    words(&stage, Item::PhoneNumber, &before);
    tick().await;
    assert!(count(&stage) <= blocked);
    is_in_state(&stage, "saved").await;
    assert_eq!(stored(&client, Item::PhoneNumber).await, (before, version));
}

#[wasm_bindgen_test]
async fn changes_in_different_fields_are_brought_together_without_a_question() {
    let (stage, client) = items().await;
    meanwhile(&client, Item::Name, "주문한 사람을 부릅니다").await;
    words(&stage, Item::Birthday, "생일 쿠폰을 드립니다");
    leave(&stage, Item::Birthday);
    let theirs = || {
        (stage.one::<HtmlTextAreaElement>(&at(Item::Name)).value() == "주문한 사람을 부릅니다")
            .then_some(())
    };
    until("their words", theirs, || stage.text()).await;
    is_in_state(&stage, "saved").await;
    assert!(stage.all::<Element>(".conflict").is_empty());
    assert_eq!(
        stored(&client, Item::Name).await.0,
        "주문한 사람을 부릅니다"
    );
    assert_eq!(
        stored(&client, Item::Birthday).await.0,
        "생일 쿠폰을 드립니다"
    );
}

#[wasm_bindgen_test]
async fn two_versions_of_a_field_stand_side_by_side_until_one_is_chosen() {
    for (keep_mine, expected) in [(false, "그 사람이 적은 글"), (true, "내가 적은 글")]
    {
        let (stage, client) = items().await;
        meanwhile(&client, Item::Birthday, "그 사람이 적은 글").await;
        words(&stage, Item::Birthday, "내가 적은 글");
        leave(&stage, Item::Birthday);
        let panel: Element = stage.wait_for(".conflict").await;
        let panel_says = text_of(&panel);
        assert!(
            panel_says.contains("그 사람이 적은 글") && panel_says.contains("내가 적은 글"),
            "{panel_says}"
        );
        assert!(panel_says.contains(application::conflict_text(KO)));
        let choices = stage.all::<HtmlInputElement>(".conflict input[type=radio]");
        let theirs_first: Vec<bool> = choices.iter().map(HtmlInputElement::checked).collect();
        assert_eq!(theirs_first, [true, false]);
        if keep_mine && let Some(mine) = choices.get(1) {
            mine.click();
        }
        stage.press(errors::keep_button(KO));
        let settled = || stage.all::<Element>(".conflict").is_empty().then_some(());
        until("no conflict", settled, || stage.text()).await;
        is_in_state(&stage, "saved").await;
        assert_eq!(stored(&client, Item::Birthday).await.0, expected);
        assert_eq!(
            stage
                .one::<HtmlTextAreaElement>(&at(Item::Birthday))
                .value(),
            expected
        );
    }
}

#[wasm_bindgen_test]
async fn what_was_chosen_stays_chosen_when_another_field_joins_and_when_the_part_changes() {
    let (stage, client) = items().await;
    let clash = async |item: Item, fields: usize| {
        meanwhile(&client, item, "그 사람이 적은 글").await;
        words(&stage, item, "내가 적은 글");
        leave(&stage, item);
        let joined = || (stage.all::<Element>(".conflict-pair").len() == fields).then_some(());
        until("one more field", joined, || stage.text()).await;
    };
    let choices = || stage.all::<HtmlInputElement>(".conflict input[type=radio]");
    let chosen = || {
        let all = choices().into_iter();
        all.map(|one| one.checked()).collect::<Vec<_>>()
    };
    clash(Item::Birthday, 1).await;
    choices().last().unwrap().click();
    assert_eq!(chosen(), [false, true]);
    clash(Item::Name, 2).await;
    assert_eq!(chosen(), [false, true, true, false]);
    let overview = "a[href$='/ap_byeolha-order/overview']";
    let overview = stage.one::<HtmlAnchorElement>(overview);
    go(&overview.pathname());
    let left = || stage.all::<Element>(&at(Item::Name)).is_empty();
    until("the overview", || left().then_some(()), || stage.text()).await;
    assert_eq!(chosen(), [false, true, true, false]);
    stage.press(errors::keep_button(KO));
    let settled = || stage.all::<Element>(".conflict").is_empty().then_some(());
    until("no conflict", settled, || stage.text()).await;
    is_in_state(&stage, "saved").await;
    assert_eq!(stored(&client, Item::Birthday).await.0, "내가 적은 글");
    assert_eq!(stored(&client, Item::Name).await.0, "그 사람이 적은 글");
}
