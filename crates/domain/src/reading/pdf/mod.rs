//! Takes the words out of a PDF file, line by line, in the order in which the file draws them. ISO 32000-1.
//!
//! All or nothing: where a page, a font or a picture of words cannot be read, the answer is why, never a part of the text.

mod cmap;
mod content;
mod font;
mod inflate;
mod lines;
mod matrix;
mod objects;
mod pages;
mod parse;

use super::{TEXT_CHARS_MAX, Unreadable};
use content::Pages;
use objects::Objects;
use pages::pages;

/// The largest file that is read, in bytes.
pub const PDF_BYTES_MAX: usize = 10_000_000;
/// How far into a file its mark may stand.
const MARK_WITHIN: usize = 1024;

/// Whether the bytes are those of a PDF file.
pub fn is_pdf(bytes: &[u8]) -> bool {
    let start = bytes.get(..MARK_WITHIN).unwrap_or(bytes);
    start.windows(5).any(|mark| mark == b"%PDF-")
}

/// The text of a PDF file: a line for each line, a tab between the cells of a row.
///
/// Time and memory grow with the size of the file, up to [`PDF_BYTES_MAX`] and 20,000,000 unpacked bytes.
pub fn text_of(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > PDF_BYTES_MAX {
        return Err(Unreadable::PdfTooLarge);
    }
    if !is_pdf(bytes) {
        return Err(Unreadable::Pdf);
    }
    let objects = Objects::scan(bytes)?;
    let packs = objects.packs()?;
    let objects = objects.with(&packs)?;
    let mut reading = Pages::new(&objects);
    let mut any = false;
    for page in pages(&objects)? {
        any = true;
        reading.page(page)?;
    }
    if !any {
        return Err(Unreadable::Pdf);
    }
    let text = reading.text()?;
    if text.trim().is_empty() {
        Err(Unreadable::PdfWithoutText)
    } else if text.chars().count() > TEXT_CHARS_MAX {
        Err(Unreadable::TooLong)
    } else {
        Ok(text)
    }
}
