//! Marking places on a picture by keyboard alone and by pointer. Marks never leave the picture.

use console::parts::marks::MarkEditor;
use domain::evidence::Mark;
use domain::form::MARKS_MAX;
use domain::item::Item;
use leptos::prelude::*;
use leptos::task::tick;
use text::Lang;
use text::screens::marks;
use ui::{LiveRegion, provide_announcer};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlSelectElement};

use crate::stage::{Stage, next_frame, send, stage, text_of};

const KO: Lang = Lang::Ko;

/// A picture of 400 by 200, two items to mark, and the marks as the form has them.
fn picture(before: Vec<Mark>) -> (Stage, RwSignal<Vec<Mark>>) {
    let all = RwSignal::new(before);
    let stage = stage(move || {
        provide_announcer();
        let picture = view! { <div class={"sheet"}></div> }.into_any();
        let items = Signal::stored(vec![Item::Name, Item::PhoneNumber]);
        view! {
            <MarkEditor
                marks=all.into()
                change=Callback::new(move |marks| all.set(marks))
                items
                name=Signal::stored("가입.png".to_owned())
                picture=Some(picture)
            />
            <LiveRegion/>
        }
    });
    for (what, style) in [
        (
            ".marked-picture",
            "position:relative;width:400px;height:200px",
        ),
        (".mark-layer", "position:absolute;inset:0;display:block"),
    ] {
        let element: Element = stage.one(what);
        element.set_attribute("style", style).unwrap();
    }
    (stage, all)
}

async fn pick(stage: &Stage, item: Item) {
    let select: HtmlSelectElement = stage.field(marks::item(KO));
    select.set_value(item.key());
    send(&select, "Event", "change", &[]);
    tick().await;
}

fn add(stage: &Stage, item: Item) {
    let name = text::item(KO, item);
    stage.press(&format!("{} {name}", marks::add_button(KO)));
}

fn key(stage: &Stage, n: usize, key: &str, shift: bool) {
    let mark: HtmlElement = stage.one(&format!("[data-mark='{n}']"));
    let fields = [
        ("key", JsValue::from_str(key)),
        ("shiftKey", JsValue::from_bool(shift)),
    ];
    send(&mark, "KeyboardEvent", "keydown", &fields);
}

fn only(all: RwSignal<Vec<Mark>>) -> Mark {
    let all = all.get_untracked();
    assert_eq!(all.len(), 1);
    all.into_iter().next().unwrap()
}

#[wasm_bindgen_test]
async fn a_mark_is_made_moved_resized_and_removed_by_keyboard_alone() {
    let (stage, all) = picture(Vec::new());
    stage.press(marks::add_button(KO));
    assert!(all.get_untracked().is_empty(), "no item is picked yet");
    pick(&stage, Item::PhoneNumber).await;
    add(&stage, Item::PhoneNumber);
    next_frame().await;
    next_frame().await;
    let made = only(all);
    assert_eq!(made.item, Item::PhoneNumber);
    assert_eq!((made.x + made.w / 2, made.y + made.h / 2), (500, 500));
    let focused = document().active_element().unwrap();
    assert_eq!(focused.get_attribute("data-mark").as_deref(), Some("0"));
    key(&stage, 0, "ArrowRight", false);
    key(&stage, 0, "ArrowUp", false);
    key(&stage, 0, "ArrowDown", true);
    key(&stage, 0, "ArrowLeft", true);
    let now = only(all);
    assert_eq!((now.x, now.y), (made.x + 10, made.y - 10));
    assert_eq!((now.w, now.h), (made.w - 10, made.h + 10));
    tick().await;
    let place = marks::place(KO, now.x.div_ceil(10), now.y / 10, now.w / 10, now.h / 10);
    assert_eq!(text_of(&stage.one::<Element>("[role=status]")), place);
    key(&stage, 0, "Delete", false);
    assert!(all.get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn a_mark_never_leaves_the_picture_whatever_keys_are_pressed() {
    let (stage, all) = picture(Vec::new());
    pick(&stage, Item::Name).await;
    add(&stage, Item::Name);
    tick().await;
    let keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
    let mut seed: u32 = 7;
    for round in 0..12_u32 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let which = keys.get((seed >> 16) as usize % keys.len()).unwrap();
        for _ in 0..110 {
            key(&stage, 0, which, round % 3 == 2);
            assert!(only(all).is_on_picture(), "{:?}", only(all));
        }
    }
}

fn pointer(stage: &Stage, name: &str, x: f64, y: f64) {
    let layer: Element = stage.one(".mark-layer");
    let frame = layer.get_bounding_client_rect();
    let at = |from: f64, by: f64| JsValue::from_f64((from + by).round());
    let fields = [
        ("clientX", at(frame.left(), x)),
        ("clientY", at(frame.top(), y)),
        ("isPrimary", JsValue::TRUE),
        ("pointerId", JsValue::from_f64(1.0)),
    ];
    send(&layer, "PointerEvent", name, &fields);
}

#[wasm_bindgen_test]
async fn a_drag_draws_a_box_and_one_beyond_the_edge_ends_there() {
    let (stage, all) = picture(Vec::new());
    pointer(&stage, "pointerdown", 40.0, 20.0);
    pointer(&stage, "pointerup", 40.0, 20.0);
    assert!(all.get_untracked().is_empty(), "no item is picked yet");
    pick(&stage, Item::Name).await;
    pointer(&stage, "pointerdown", 200.0, 100.0);
    pointer(&stage, "pointermove", 900.0, 900.0);
    pointer(&stage, "pointerup", 900.0, 900.0);
    let mark = only(all);
    assert!(
        mark.is_on_picture() && mark.x.abs_diff(500) < 5 && mark.y.abs_diff(500) < 10,
        "{mark:?}"
    );
    assert_eq!((mark.x + mark.w, mark.y + mark.h), (1000, 1000));
    tick().await;
    let next: HtmlSelectElement = stage.field(marks::item(KO));
    assert_eq!(next.value(), Item::PhoneNumber.key());
}

#[wasm_bindgen_test]
async fn a_file_has_room_for_so_many_marks_and_no_more() {
    let mark = Mark {
        item: Item::Name,
        page: 1,
        x: 100,
        y: 100,
        w: 100,
        h: 100,
        words: String::new(),
    };
    let (stage, all) = picture(vec![mark; MARKS_MAX]);
    pick(&stage, Item::Name).await;
    add(&stage, Item::Name);
    pointer(&stage, "pointerdown", 200.0, 100.0);
    pointer(&stage, "pointerup", 200.0, 100.0);
    assert_eq!(all.get_untracked().len(), MARKS_MAX);
    assert!(stage.text().contains(&marks::full(KO, MARKS_MAX)));
}

#[wasm_bindgen_test]
async fn words_alone_mark_an_item_without_a_box() {
    let (stage, all) = picture(Vec::new());
    pick(&stage, Item::Name).await;
    let name = text::item(KO, Item::Name);
    stage.press(&format!("{} {name}", marks::whole_button(KO)));
    tick().await;
    assert!(only(all).is_on_picture());
    assert!(stage.all::<Element>("[data-mark]").is_empty());
    assert!(stage.text().contains(marks::whole(KO)));
}
