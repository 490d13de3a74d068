//! Reading what is to be checked, and saying exactly where it cannot be read.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use domain::application::{AppFacts, Document, Format};
use domain::simple_setup::SimpleSetup;
use serde::de::DeserializeOwned;

/// Most bytes of a document: 5 MiB. A full one has a few thousand.
const BYTES_MAX: u64 = 5 * 1024 * 1024;

/// Reads a file, or the standard input for `-`: an application or a host's payload. The second value names the host's items that
/// mean nothing here.
pub(super) fn read(file: &Path) -> Result<(Document, Vec<String>), String> {
    let (name, text) = text(file)?;
    let value: serde_json::Value = parse(&name, &text)?;
    if value.get("sync").is_some() {
        return parse::<SimpleSetup>(&name, &text).map(from_host);
    }
    if value.get("format").is_none() {
        return Err(format!("{name} has no \"format\" at its top. {EXPECTED}"));
    }
    Ok((parse(&name, &text)?, Vec::new()))
}

/// Reads any other JSON.
pub(super) fn json<T: DeserializeOwned>(file: &Path) -> Result<T, String> {
    let (name, text) = text(file)?;
    parse(&name, &text)
}

/// What the file is called, and its text.
fn text(file: &Path) -> Result<(String, String), String> {
    let (name, bytes) = bytes(file)?;
    let text = std::str::from_utf8(&bytes).map_err(|problem| {
        let before = bytes.get(..problem.valid_up_to()).unwrap_or_default();
        let before = String::from_utf8_lossy(before);
        let line = 1 + before.matches('\n').count();
        let column = 1 + before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count();
        format!(
            "{name}, line {line}, column {column}: this is not UTF-8. Save the file as UTF-8 JSON."
        )
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
    if text.trim().is_empty() {
        return Err(format!("{name} is empty."));
    }
    Ok((name, text))
}

const EXPECTED: &str = "Expected is an application as the console exports it, or a host's simple-setup payload; \
     `syncdesk schema` prints the format.";

fn bytes(file: &Path) -> Result<(String, Vec<u8>), String> {
    let stdin = file.as_os_str() == "-";
    let name = if stdin {
        "the standard input".to_owned()
    } else {
        file.display().to_string()
    };
    let reader: Box<dyn Read> = if stdin {
        Box::new(std::io::stdin())
    } else if file.is_dir() {
        return Err(format!("{name} is a folder. Name one file in it."));
    } else {
        let opened =
            File::open(file).map_err(|problem| format!("{name} cannot be opened: {problem}."))?;
        Box::new(opened)
    };
    let mut bytes = Vec::new();
    let read = reader.take(BYTES_MAX + 1).read_to_end(&mut bytes);
    read.map_err(|problem| format!("{name} cannot be read: {problem}."))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > BYTES_MAX {
        return Err(format!("{name} is larger than 5 MiB."));
    }
    Ok((name, bytes))
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, String> {
    let mut json = serde_json::Deserializer::from_str(text);
    let parsed = T::deserialize(&mut json).and_then(|value| json.end().map(|()| value));
    parsed.map_err(|problem| {
        let (line, column) = (problem.line(), problem.column());
        let words = problem.to_string();
        let place = format!(" at line {line} column {column}");
        let words = words.strip_suffix(&place).unwrap_or(&words);
        format!("{name}, line {line}, column {column}: {words}.")
    })
}

fn from_host(payload: SimpleSetup) -> (Document, Vec<String>) {
    let (form, unknown) = payload.into_form();
    let document = Document {
        format: Format::V1,
        goal: domain::application::Goal::Sync,
        app: AppFacts::default(),
        channels: Vec::new(),
        form,
    };
    (document, unknown)
}
