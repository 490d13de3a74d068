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

/// Has the browser keep a text of that media type under that name.
pub fn keep_text(name: &str, media: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    keep(
        name,
        &web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?,
    )
}
