//! Keys and the Hangul input method: the Enter that ends a syllable acts nowhere, and shortcuts work with Hangul on.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::tick;
use ui::{SearchField, ime};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, KeyboardEvent};

use crate::stage::{Stage, event, next_frame, send, stage, type_into};

const ENTER: [(&str, &str); 2] = [("key", "Enter"), ("code", "Enter")];

/// A search field that counts how often it was entered.
fn search() -> (Stage, RwSignal<String>, RwSignal<u32>) {
    let (text, entered) = (RwSignal::new(String::new()), RwSignal::new(0));
    let stage = stage(move || {
        view! {
            <SearchField
                label="search"
                value=text
                on_input=move |typed| text.set(typed)
                on_enter=move |()| entered.update(|n| *n += 1)
            />
        }
    });
    (stage, text, entered)
}

fn key(fields: &[(&str, &str)], more: &[(&str, JsValue)]) -> KeyboardEvent {
    let mut all: Vec<(&str, JsValue)> = fields
        .iter()
        .map(|(name, value)| (*name, JsValue::from_str(value)))
        .collect();
    all.extend(more.iter().cloned());
    event("KeyboardEvent", "keydown", &all).unchecked_into()
}

#[wasm_bindgen_test]
fn the_enter_that_ends_a_syllable_submits_nothing_in_either_order() {
    let (stage, _, entered) = search();
    let input: HtmlInputElement = stage.field("search");
    let processed = ("keyCode", JsValue::from(229));
    // Chromium and Firefox: the key first, while composing.
    send(&input, "CompositionEvent", "compositionstart", &[]);
    let composing = [("isComposing", JsValue::TRUE), processed.clone()];
    input.dispatch_event(&key(&ENTER, &composing)).unwrap();
    send(&input, "CompositionEvent", "compositionend", &[]);
    assert_eq!(entered.get_untracked(), 0);
    // Safari: the composition has ended when the key arrives.
    send(&input, "CompositionEvent", "compositionstart", &[]);
    send(&input, "CompositionEvent", "compositionend", &[]);
    input.dispatch_event(&key(&ENTER, &[processed])).unwrap();
    assert_eq!(entered.get_untracked(), 0);
    // Nothing is being composed any more.
    input.dispatch_event(&key(&ENTER, &[])).unwrap();
    assert_eq!(entered.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn nothing_rewrites_a_field_while_a_syllable_is_composed() {
    let (stage, text, _) = search();
    // The first value is written a moment after the field was made.
    tick().await;
    let input: HtmlInputElement = stage.field("search");
    send(&input, "CompositionEvent", "compositionstart", &[]);
    type_into(&input, "별핰");
    text.set("something else".into());
    tick().await;
    next_frame().await;
    assert_eq!(input.value(), "별핰");
    send(&input, "CompositionEvent", "compositionend", &[]);
    type_into(&input, "별하커");
    assert_eq!(text.get_untracked(), "별하커");
    text.set(String::new());
    tick().await;
    assert_eq!(input.value(), "");
}

#[wasm_bindgen_test]
fn the_primary_chord_waits_for_the_syllable_too() {
    let ctrl = ("ctrlKey", JsValue::TRUE);
    assert!(ime::is_submit_chord(&key(
        &ENTER,
        std::slice::from_ref(&ctrl)
    )));
    assert!(!ime::is_submit_chord(&key(
        &ENTER,
        &[ctrl, ("isComposing", JsValue::TRUE)]
    )));
    assert!(!ime::is_submit_chord(&key(&ENTER, &[])));
}

#[wasm_bindgen_test]
fn a_shortcut_works_with_hangul_on_and_never_in_a_field() {
    let seen = Rc::new(RefCell::new(Vec::new()));
    let stage = stage({
        let seen = seen.clone();
        move || {
            let look = move |ev: KeyboardEvent| {
                seen.borrow_mut()
                    .push(ime::shortcut_matches(&ev, "KeyG", "g"));
            };
            view! { <div on:keydown=look><p id="outside">{"text"}</p><input id="inside"/></div> }
        }
    });
    let hangul = [("key", "ㅎ"), ("code", "KeyG")];
    let press = |selector: &str, event: KeyboardEvent| {
        stage
            .one::<web_sys::Element>(selector)
            .dispatch_event(&event)
            .unwrap()
    };
    press("#outside", key(&hangul, &[]));
    press("#outside", key(&[("key", "g"), ("code", "KeyI")], &[]));
    press("#outside", key(&[("key", "h"), ("code", "KeyH")], &[]));
    press("#outside", key(&hangul, &[("ctrlKey", JsValue::TRUE)]));
    press("#outside", key(&hangul, &[("isComposing", JsValue::TRUE)]));
    press("#inside", key(&hangul, &[]));
    assert_eq!(*seen.borrow(), [true, true, false, false, false, false]);
}
