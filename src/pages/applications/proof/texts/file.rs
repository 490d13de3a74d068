//! The words of a file that was chosen or dropped, read in the page. It is not uploaded.

use domain::form::PastedText;
use domain::reading::pdf::{PDF_BYTES_MAX, is_pdf, text_of};
use domain::reading::{Unreadable, read_footer, read_policy, read_signup_screen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder, TextDecoderOptions};

/// A text file of more bytes cannot hold a text that is short enough: four bytes for each of 200,000 characters.
const TEXT_BYTES_MAX: usize = 800_000;

/// The words, if they can be read as that text.
pub(super) async fn words_of(file: &File, which: PastedText) -> Result<String, Unreadable> {
    let mut bytes = first_bytes(file, TEXT_BYTES_MAX + 1).await?;
    let words = if is_pdf(&bytes) {
        if bytes.len() > TEXT_BYTES_MAX {
            bytes = first_bytes(file, PDF_BYTES_MAX + 1).await?;
        }
        text_of(&bytes)?
    } else if bytes.len() > TEXT_BYTES_MAX {
        return Err(Unreadable::TooLong);
    } else {
        decoded(&bytes).ok_or(Unreadable::Binary)?
    };
    match which {
        PastedText::PrivacyPolicy => read_policy(&words).map(drop),
        PastedText::SignupScreen => read_signup_screen(&words).map(drop),
        PastedText::Footer => read_footer(&words).map(drop),
    }?;
    Ok(words)
}

/// As many bytes as there are, up to `most`.
async fn first_bytes(file: &File, most: usize) -> Result<Vec<u8>, Unreadable> {
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    let part = file
        .slice_with_f64_and_f64(0.0, most.into())
        .map_err(|_| Unreadable::Binary)?;
    let buffer = JsFuture::from(part.array_buffer()).await;
    let buffer = buffer.map_err(|_| Unreadable::Binary)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// UTF-8, or what older programs of Windows write: UTF-16 with its mark, or the Korean code page.
fn decoded(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.trim_start_matches('\u{feff}').to_owned());
    }
    let label = match bytes {
        [0xFF, 0xFE, ..] => "utf-16le",
        [0xFE, 0xFF, ..] => "utf-16be",
        _ => "euc-kr",
    };
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
