//! Handing something to the person as a file to keep.

use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, JsValue};

/// Has the browser keep those bytes under that name.
pub fn keep(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let address = web_sys::Url::create_object_url_with_blob(blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address)
}
