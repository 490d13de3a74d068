//! Addresses: what a list is asked stands in them and reads back; where sign-in leads afterwards is never another site.

use console::pages::{RecordAsk, Unclear};
use console::parts::listing::{Asked, Shown};
use console::path;
use contract::body::{Group, ListQuery, RecordQuery, Sort};
use leptos_router::params::ParamsMap;
use wasm_bindgen_test::wasm_bindgen_test;

fn read(pairs: &[(&str, &str)]) -> Asked {
    let mut query = ParamsMap::new();
    for (name, value) in pairs {
        query.insert((*name).to_owned(), (*value).to_owned());
    }
    Asked::read(&query)
}

#[wasm_bindgen_test]
fn what_a_list_is_asked_stands_in_its_address() {
    let asked = read(&[
        ("q", "별 &"),
        ("state", "linked"),
        ("sort", "role"),
        ("other", "c1"),
    ]);
    assert_eq!((asked.shown, asked.sort), (Shown::Linked, Sort::Role));
    assert_eq!(
        asked.address("/channels"),
        "/channels?q=%EB%B3%84%20%26&state=linked&sort=role&other=c1"
    );
    let query = asked.query(Group::Other);
    assert_eq!(
        (query.q.as_str(), query.linked, query.cursor),
        ("별 &", Some(true), Some("c1".into()))
    );
    assert_eq!(asked.query(Group::Usable).cursor, None);
}

#[wasm_bindgen_test]
fn an_address_with_nothing_asked_is_short_and_a_word_nobody_knows_asks_nothing() {
    assert_eq!(Asked::default().address("/apps"), "/apps");
    assert_eq!(
        read(&[("state", "?"), ("sort", "?"), ("x", "1")]),
        Asked::default()
    );
    assert_eq!(Asked::default().query(Group::Usable), ListQuery::default());
}

#[wasm_bindgen_test]
fn a_new_search_begins_with_the_first_pages() {
    let paged = Asked::default()
        .at(Group::Usable, "c1".into())
        .at(Group::Other, "c2".into());
    assert_eq!(
        (paged.cursor(Group::Usable), paged.cursor(Group::Other)),
        ("c1", "c2")
    );
    assert_eq!(paged.from_start(), Asked::default());
}

#[wasm_bindgen_test]
fn sign_in_leads_back_only_into_the_console() {
    for own in ["/", "/channels?q=a", "/login-help"] {
        assert_eq!(path::back(own), Some(own));
    }
    for other in [
        "",
        "channels",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "https://evil.example/",
        "/login?back=%2F",
        "/login",
    ] {
        assert_eq!(path::back(other), None, "{other:?}");
    }
}

#[wasm_bindgen_test]
fn what_cannot_be_meant_is_not_asked_of_the_record() {
    let ask = |pairs: &[(&str, &str)]| {
        let mut query = ParamsMap::new();
        for (name, value) in pairs {
            query.insert((*name).to_owned(), (*value).to_owned());
        }
        RecordAsk::read(&query).query()
    };
    assert_eq!(ask(&[]), Ok(RecordQuery::default()));
    let one_day = ask(&[("from", "2026-11-23"), ("to", "2026-11-23")]).unwrap();
    let day = one_day.to.unwrap().millis() - one_day.from.unwrap().millis();
    assert_eq!(day, 24 * 3_600_000, "the last day is included");
    for (name, value) in [
        ("object", "x"),
        ("actor", "../x"),
        ("outcome", "x"),
        ("from", "2026-13-01"),
        ("to", "tomorrow"),
    ] {
        assert_eq!(ask(&[(name, value)]), Err(Unclear::Part(name)), "{value}");
    }
    let reversed = ask(&[("from", "2026-11-24"), ("to", "2026-11-23")]);
    assert_eq!(reversed, Err(Unclear::Days));
}
