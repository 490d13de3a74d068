//! The corpus of real cases: refused applications get the finding that answers their reason, approved ones are left in peace.

mod corpus;

use std::collections::BTreeSet;
use std::fs;

use corpus::{bars, folder, report, rows, tell};

#[test]
fn every_bar_is_held() {
    let rows = rows().unwrap();
    let missed: BTreeSet<String> = bars(&rows).into_iter().flat_map(|bar| bar.missed).collect();
    let told: String = rows
        .iter()
        .filter(|row| missed.contains(&row.name))
        .map(tell)
        .collect();
    assert!(missed.is_empty(), "\n{}{told}", report(&rows));
}

#[test]
fn every_case_has_its_document_and_every_document_its_case() {
    let names: BTreeSet<String> = rows().unwrap().into_iter().map(|row| row.name).collect();
    let there: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .filter(|name| name != "expected")
        .collect();
    assert_eq!(there, names);
}

#[test]
fn a_case_that_a_form_can_find_names_its_answer_and_every_case_its_reason_and_source() {
    for row in rows().unwrap() {
        let named = row
            .refused
            .as_ref()
            .is_none_or(|case| !case.codes.is_empty());
        assert!(!row.can() || named, "{}", row.name);
        assert!(
            !row.reason.is_empty() && !row.source.is_empty(),
            "{}",
            row.name
        );
    }
}
