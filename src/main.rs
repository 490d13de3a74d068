//! The console in the page: where it lives, which backend it talks to, and the first view.

use console::{address, app::App, path, transport};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn main() {
    transport::report_crashes();
    path::set_base(&transport::base());
    address::unfold();
    // `index.html` has the element; it holds the outline that was painted while this was on its way.
    let Some(root) = document()
        .get_element_by_id("app")
        .and_then(|node| node.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    root.set_text_content(None);
    mount_to(root, || view! { <App transport=transport::choose()/> }).forget();
}
