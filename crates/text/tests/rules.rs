//! `docs/rules.md` is written from the code: rule, codes, weight, source, tests.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its own sources has to fail"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use domain::finding::Code;
use domain::rules::RULES;
use text::Lang;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files in which a code is tested: each name and its text.
fn tests() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for folder in [
        "crates/domain/src/check/tests",
        "crates/domain/src/check/tests/each",
        "crates/domain/src",
    ] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let is_test =
                folder.contains("tests") || name == "eligibility.rs" || name == "review.rs";
            if is_test && path.is_file() {
                out.push((
                    format!("{folder}/{name}"),
                    fs::read_to_string(&path).unwrap(),
                ));
            }
        }
    }
    out.sort();
    out
}

/// Whether a text uses the name of a code as a word.
fn uses(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !is_part(before) && !is_part(after)
    })
}

fn row(out: &mut String, rule: &str, code: Code, tests: &[(String, String)]) {
    let meta = code.meta();
    let name = format!("{code:?}");
    let tested: Vec<String> = tests
        .iter()
        .filter(|(_, text)| uses(text, &name))
        .map(|(path, _)| format!("[{}](../{path})", path.rsplit('/').next().unwrap()))
        .collect();
    writeln!(
        out,
        "| {rule} | `{}` {} | {} | {} | {} |",
        code.word(),
        text::reason(Lang::En, code, None),
        text::weight(Lang::En, meta.weight).to_lowercase(),
        meta.source,
        tested.join(", ")
    )
    .unwrap();
}

fn document() -> String {
    let tests = tests();
    let head = "| Rule | Code | Weight | Source | Tests |\n|---|---|---|---|---|\n";
    let mut out = String::from(
        "# Rules\n\nWritten by `SYNCDESK_WRITE=1 cargo test -p text --test rules`; a test fails when it is stale.\n\n\
         The weight is the usual one. A rule marked \"our judgement\" is ours and never shown as Kakao's.\n\n\
         ## What an application can break\n\n",
    );
    out.push_str(head);
    for rule in &RULES {
        for code in rule.codes() {
            row(
                &mut out,
                &format!("{} {}", rule.number, rule.title),
                code,
                &tests,
            );
        }
    }
    out.push_str("\n## Findings of our own\n\nFrom real cases and from how a form has to be.\n\n");
    out.push_str(head);
    for code in Code::ALL.iter().filter(|code| code.meta().rules.is_empty()) {
        row(&mut out, "–", *code, &tests);
    }
    out.push_str("\n## Out of scope\n\n| Rule | Why |\n|---|---|\n");
    for rule in &RULES {
        if let Some(why) = rule.out_of_scope {
            writeln!(out, "| {} {} | {why} |", rule.number, rule.title).unwrap();
        }
    }
    out
}

#[test]
fn the_document_of_rules_is_up_to_date() {
    let path = root().join("docs/rules.md");
    let wanted = document();
    if std::env::var_os("SYNCDESK_WRITE").is_some() {
        fs::write(&path, &wanted).unwrap();
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == wanted,
        "docs/rules.md is stale: SYNCDESK_WRITE=1 cargo test -p text --test rules"
    );
}

#[test]
fn every_code_is_tested_somewhere() {
    let tests = tests();
    let untested: Vec<Code> = Code::ALL
        .iter()
        .copied()
        .filter(|code| {
            !tests
                .iter()
                .any(|(_, text)| uses(text, &format!("{code:?}")))
        })
        .collect();
    assert!(untested.is_empty(), "{untested:?}");
}
