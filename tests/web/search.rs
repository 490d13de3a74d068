//! The Hangul search as it runs in the browser: the same vectors as natively.

use domain::search::{highlight, matches};
use wasm_bindgen_test::wasm_bindgen_test;

const SHOP: &str = "별하 커피 강남점";

#[wasm_bindgen_test]
fn leads_syllables_and_unfinished_syllables_are_found() {
    for query in [
        "ㅂㅎ",
        "ㅂㅎㅋㅍ",
        "벼",
        "별ㅎ",
        "별핰",
        "별하커",
        "커ㅍ",
        "강ㄴ",
        "ㄱㄴㅈ",
        "별하커피",
        "",
    ] {
        assert!(matches(SHOP, query), "{query} finds {SHOP}");
    }
    assert!(matches("Byeolha Coffee", "COFF"));
    assert!(matches("999-01-99990", "0199"));
}

#[wasm_bindgen_test]
fn what_is_not_there_is_not_found() {
    for query in ["갈", "ㅎㅂ", "ㅏ", "별허", "남강"] {
        assert!(!matches(SHOP, query), "{query} must not find {SHOP}");
    }
}

#[wasm_bindgen_test]
fn the_mark_is_where_the_words_are() {
    let marked = |query| highlight(SHOP, query).and_then(|range| SHOP.get(range));
    assert_eq!(marked("ㅎㅋ"), Some("하 커"));
    assert_eq!(marked("별핰"), Some("별하 커"));
    assert_eq!(marked("ㅎㅂ"), None);
}
