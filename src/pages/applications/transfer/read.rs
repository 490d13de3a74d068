//! Reading a file that somebody brings: an application document, or a host's simple-setup payload. What cannot be read is named by
//! line, column and field.

use domain::application::Document;
use domain::form::Form;
use domain::simple_setup::SimpleSetup;
use serde_json::Value;

use super::place::field_at;

/// Most bytes that are read: far more than any application has.
const BYTES_MAX: usize = 3 * 1024 * 1024;

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The form.
    pub form: Form,
    /// Words for items that mean nothing here.
    pub unknown: Vec<String>,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Larger than anything that could be an application.
    TooLarge,
    /// Not what was expected, there.
    At {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// The field, as a path; empty at the top.
        field: String,
        /// What was expected, in English, for whoever made the file.
        detail: String,
    },
}

/// Reads a file.
pub fn read(text: &str) -> Result<Imported, Unreadable> {
    if text.len() > BYTES_MAX {
        return Err(Unreadable::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    let because = |error: serde_json::Error| unreadable(text, &error);
    let value: Value = serde_json::from_slice(text.as_bytes()).map_err(because)?;
    if value.get("sync").is_some() {
        let payload: SimpleSetup = serde_json::from_slice(text.as_bytes()).map_err(because)?;
        let (form, unknown) = payload.into_form();
        return Ok(Imported { form, unknown });
    }
    let document: Document = serde_json::from_slice(text.as_bytes()).map_err(because)?;
    Ok(Imported {
        form: document.form,
        unknown: Vec::new(),
    })
}

fn unreadable(text: &str, error: &serde_json::Error) -> Unreadable {
    let (line, column) = (error.line(), error.column());
    let whole = error.to_string();
    let detail = whole
        .split(" at line ")
        .next()
        .unwrap_or_default()
        .to_owned();
    Unreadable::At {
        line,
        column,
        field: field_at(text, line, column),
        detail,
    }
}
