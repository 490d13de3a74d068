//! `syncdesk schema`: the published format of an application.

use std::process::ExitCode;

use domain::application::Document;

use super::{Stop, print};

/// Prints the JSON Schema.
pub(super) fn run() -> Result<ExitCode, Stop> {
    let mut schema = schemars::schema_for!(Document);
    for (name, words) in [
        ("$id", "urn:syncdesk:application:1"),
        ("title", "Syncdesk application, version 1"),
        (
            "description",
            "An application for Kakao Sync: exported and imported by the console, read by `syncdesk check`. Unknown fields are refused.",
        ),
    ] {
        schema.insert(name.to_owned(), words.into());
    }
    let words = serde_json::to_string_pretty(&schema).map_err(Stop::failed)?;
    print(&format!("{words}\n"))?;
    Ok(ExitCode::SUCCESS)
}
