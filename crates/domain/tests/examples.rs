//! The documents under `examples/` at the top of the repository get the findings that `expected.json` there promises.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use domain::application::{AppFacts, Document, Format};
use domain::check::check;
use domain::finding::{Code, Finding, Weight, blocks};
use domain::item::{Item, Stage};
use domain::simple_setup::SimpleSetup;

/// What `syncdesk check` has to say about a file.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The codes that must be among the findings; the first is what the example is about.
    codes: Vec<Code>,
    /// The exit code: 1 when something blocks.
    exit: u8,
}

/// The files that are not application documents.
const OTHERS: [&str; 2] = ["expected.json", "simple-setup.json"];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, String> {
    let text =
        fs::read_to_string(folder().join(name)).map_err(|error| format!("{name}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))
}

fn codes(found: &[Finding]) -> Vec<Code> {
    found.iter().map(|finding| finding.code).collect()
}

#[test]
fn every_example_gets_the_findings_it_is_there_for() {
    let expected: BTreeMap<String, Expected> = read("expected.json").unwrap();
    for (name, expected) in &expected {
        let found = check(&read::<Document>(name).unwrap(), None);
        let codes = codes(&found);
        if std::env::var_os("SYNCDESK_SHOW").is_some() {
            println!("{name}: {codes:?}");
        }
        assert_eq!(u8::from(blocks(&found)), expected.exit, "{name}: {codes:?}");
        for wanted in &expected.codes {
            assert!(
                codes.contains(wanted),
                "{name}: {wanted:?} is not in {codes:?}"
            );
        }
        if let Some(point) = expected.codes.first() {
            let first_three = codes.iter().take(3).any(|code| code == point);
            assert!(
                first_three,
                "{name}: {point:?} is not among the first three of {codes:?}"
            );
        }
    }
}

#[test]
fn what_was_approved_is_not_warned_of() {
    let expected: BTreeMap<String, Expected> = read("expected.json").unwrap();
    for (name, expected) in expected
        .iter()
        .filter(|(name, _)| !name.starts_with("refused-"))
    {
        let found = check(&read::<Document>(name).unwrap(), None);
        let warned = found.iter().filter(|f| f.weight != Weight::Notes);
        let surprising: Vec<_> = warned
            .filter(|f| !expected.codes.contains(&f.code))
            .collect();
        assert!(surprising.is_empty(), "{name}: {surprising:?}");
    }
}

#[test]
fn the_complete_application_leaves_nothing_to_say_and_names_all_ten_items() {
    let document: Document = read("complete.json").unwrap();
    assert_eq!(codes(&check(&document, None)), []);
    assert!(
        Item::ALL
            .iter()
            .all(|item| document.form.items.contains_key(item))
    );
    assert_eq!(
        document.form.used().count(),
        9,
        "age range says what birth year says already"
    );
}

#[test]
fn every_document_in_the_folder_is_expected_and_the_other_way_round() {
    let expected: BTreeMap<String, Expected> = read("expected.json").unwrap();
    let mut there: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.strip_suffix(".json").is_some() && !OTHERS.contains(&name.as_str()))
        .collect();
    there.sort();
    assert_eq!(there, expected.into_keys().collect::<Vec<_>>());
}

#[test]
fn a_hosts_payload_still_needs_what_only_the_shop_knows() {
    let (form, unknown) = read::<SimpleSetup>("simple-setup.json")
        .unwrap()
        .into_form();
    assert_eq!(unknown, [""; 0]);
    assert_eq!(form.item(Item::PhoneNumber).stage, Stage::Required);
    let document = Document {
        format: Format::V1,
        goal: domain::application::Goal::Sync,
        app: AppFacts::default(),
        channels: Vec::new(),
        form,
    };
    let codes = codes(&check(&document, None));
    for wanted in [Code::NoChannel, Code::PurposeMissing, Code::NotDeclared] {
        assert!(codes.contains(&wanted), "{wanted:?} is not in {codes:?}");
    }
}
