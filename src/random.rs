//! Randomness from the browser.

use wasm_bindgen::JsCast;

/// As many random bytes as asked for, in hex.
pub fn hex(bytes: usize) -> String {
    use std::fmt::Write;
    let mut buffer = vec![0_u8; bytes];
    fill(&mut buffer);
    buffer
        .iter()
        .fold(String::with_capacity(bytes * 2), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// Fills a buffer with random bytes.
pub fn fill(buffer: &mut [u8]) {
    let crypto = js_sys::Reflect::get(&js_sys::global(), &"crypto".into()).ok();
    let crypto = crypto.and_then(|crypto| crypto.dyn_into::<web_sys::Crypto>().ok());
    // Every browser that runs wasm has it; without it the bytes stay zero and keys would repeat, which the server refuses.
    let _ = crypto.map(|crypto| crypto.get_random_values_with_u8_array(buffer));
}
