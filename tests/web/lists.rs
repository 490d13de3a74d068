//! The list of channels over the backend in the page: two groups, Hangul search, marks, and no blinking while one types.

use std::sync::Arc;

use text::Lang;
use text::screens::{channels, shell};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};

use crate::meddling::{Fate, Meddling};
use crate::stage::{Stage, backend, next_frame, send, text_of, type_into, until};

const KO: Lang = Lang::Ko;

async fn list() -> Stage {
    let stage = backend("harin").await.open("/channels");
    stage.says(&channels::usable(KO, 3)).await;
    stage.says(&channels::unusable(KO, 2)).await;
    stage
}

fn search(stage: &Stage) -> HtmlInputElement {
    stage.field(channels::search(KO))
}

/// The names in the rows of all groups, in order.
fn names(stage: &Stage) -> Vec<String> {
    stage
        .all::<Element>("tbody tr")
        .iter()
        .filter_map(|row| row.query_selector("a").ok()?)
        .map(|link| text_of(&link))
        .collect()
}

#[wasm_bindgen_test]
async fn what_can_be_used_stands_first_and_the_rest_with_every_reason() {
    let stage = list().await;
    assert_eq!(text_of(&stage.one("h1")), channels::title(KO, 5));
    let captions: Vec<String> = stage
        .all::<Element>("caption")
        .iter()
        .map(text_of)
        .collect();
    assert_eq!(
        captions,
        [channels::usable(KO, 3), channels::unusable(KO, 2)]
    );
    assert_eq!(names(&stage).len(), 5);
    let reasons = stage.all::<Element>(".reason-list");
    assert_eq!(reasons.len(), 2);
    assert!(reasons.iter().all(|list| !text_of(list).is_empty()));
}

#[wasm_bindgen_test]
async fn leads_and_unfinished_syllables_find_names_and_are_marked() {
    let stage = list().await;
    for (query, found, marked) in [
        ("ㅂㅎㅋㅍ", "별하 커피", "별하 커피"),
        ("별하 베", "별하 베이커리", "별하 베"),
        ("ㄱㅈ", "별하 굿즈", "굿즈"),
        ("별하 원ㄷ", "별하 원두", "별하 원두"),
        ("ㅋㅇㅌ", "별하 케이터링", "케이터"),
    ] {
        type_into(&search(&stage), query);
        let alone = || (names(&stage) == [found]).then_some(());
        until(query, alone, || names(&stage).join(", ")).await;
        let marks: Vec<String> = stage
            .all::<Element>("tbody a mark")
            .iter()
            .map(text_of)
            .collect();
        assert_eq!(marks, [marked], "{query}");
    }
}

#[wasm_bindgen_test]
async fn nothing_found_says_so_and_leads_back() {
    let stage = list().await;
    type_into(&search(&stage), "없는 이름");
    stage.says(&shell::no_results(KO, "없는 이름")).await;
    stage.press(shell::filter_clear_button(KO));
    stage.says(&channels::usable(KO, 3)).await;
    assert_eq!(search(&stage).value(), "");
}

#[wasm_bindgen_test]
async fn rows_stay_while_a_syllable_is_on_its_way_to_the_next() {
    let stage = list().await;
    let input = search(&stage);
    let wanted = || names(&stage).iter().any(|name| name == "별하 커피");
    send(&input, "CompositionEvent", "compositionstart", &[]);
    for query in ["별", "별하", "별핰", "별하커"] {
        type_into(&input, query);
        // Three dozen frames are longer than the pause before a search and its answer.
        for _ in 0..36 {
            assert!(wanted(), "{query}: {}", stage.text());
            next_frame().await;
        }
    }
    send(&input, "CompositionEvent", "compositionend", &[]);
    let settled = || (names(&stage) == ["별하 커피"]).then_some(());
    until("별하커", settled, || names(&stage).join(", ")).await;
}

#[wasm_bindgen_test]
async fn a_failure_keeps_what_was_there_and_never_says_that_there_is_nothing() {
    let stage = list().await;
    type_into(&search(&stage), "fail-500");
    stage.says(shell::retry_button(KO)).await;
    assert!(!stage.text().contains(&shell::no_results(KO, "fail-500")));
    assert_eq!(names(&stage).len(), 5);
}

/// What somebody wrote to do harm. A name may have it: names are what people say they are.
const MARKUP: &str = "<img src=x onerror=alert(1)>";

#[wasm_bindgen_test]
async fn a_name_that_is_markup_is_read_as_it_was_written() {
    let own = backend("harin").await;
    let mut meddling = None;
    let own = own.behind(|inner| {
        let between = Meddling::new(inner);
        meddling = Some(between.clone());
        Arc::new(between)
    });
    meddling.unwrap().now(|request| {
        if request.path.starts_with("/api/v1/channels") {
            Fate::Changed(|list| {
                let rows = list.pointer_mut("/rows").unwrap();
                for row in rows.as_array_mut().unwrap() {
                    *row.pointer_mut("/channel/name").unwrap() = MARKUP.into();
                }
            })
        } else {
            Fate::Pass
        }
    });
    let stage = own.open("/channels");
    stage.says(MARKUP).await;
    assert_eq!(names(&stage), [MARKUP; 5]);
    let images = stage.all::<Element>("[onerror], img[src=x]");
    assert!(images.is_empty(), "{}", stage.text());
}
