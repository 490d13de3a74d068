//! `syncdesk check`: what a reviewer would say, for people or for programs.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use backend::ports::Clock as _;
use domain::check::check;
use domain::finding::{Finding, Weight};
use text::Lang;

use super::{FAILED, Format, Stop, input, print};
use crate::world::SystemClock;

/// Checks a file as of today in Seoul.
pub(super) fn run(file: &Path, lang: Lang, format: Format) -> Result<ExitCode, Stop> {
    let (document, unknown) = input::read(file).map_err(Stop::not_understood)?;
    if !unknown.is_empty() {
        eprintln!(
            "syncdesk: left aside, for they are no items of Kakao Sync's own: {}",
            unknown.join(", ")
        );
    }
    let findings = check(&document, Some(SystemClock.now().date_in_seoul()));
    print(&match format {
        Format::Text => for_people(lang, &findings),
        Format::Json => for_programs(lang, &findings)?,
    })?;
    let blocks = findings
        .iter()
        .any(|finding| finding.weight == Weight::Blocks);
    Ok(ExitCode::from(if blocks { FAILED } else { 0 }))
}

/// Grouped by weight, the heaviest first; within a group in the order of importance.
fn for_people(lang: Lang, findings: &[Finding]) -> String {
    let mut out = String::new();
    for weight in [Weight::Blocks, Weight::Warns, Weight::Notes] {
        let group: Vec<&Finding> = findings.iter().filter(|f| f.weight == weight).collect();
        if group.is_empty() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{} ({})\n", text::weight(lang, weight), group.len());
        for finding in group {
            push(&mut out, lang, finding);
        }
    }
    let blocks = findings
        .iter()
        .any(|finding| finding.weight == Weight::Blocks);
    out.push_str(match (findings.is_empty(), blocks) {
        (true, _) => lang.pick("고칠 것이 없습니다.\n", "Nothing was found.\n"),
        (_, false) => lang.pick(
            "제출을 막는 것은 없습니다.\n",
            "Nothing blocks the submission.\n",
        ),
        (_, true) => lang.pick(
            "막는 것을 고쳐야 제출할 수 있습니다.\n",
            "What blocks has to be fixed before it can be submitted.\n",
        ),
    });
    out
}

fn push(out: &mut String, lang: Lang, finding: &Finding) {
    let meta = finding.code.meta();
    let facts = finding.facts.iter().map(|fact| {
        let (name, value) = text::fact(lang, fact);
        format!("{name}: {value}")
    });
    let facts: Vec<String> = facts.collect();
    let lines = [
        facts.join(" / "),
        text::help(lang, finding.code).to_owned(),
        format!("{}.", text::fixer(lang, meta.fixer)),
        text::source(lang, meta.source),
    ];
    let _ = writeln!(
        out,
        "* {}: {}.",
        text::subject(lang, &finding.subject),
        text::finding(lang, finding)
    );
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let _ = writeln!(out, "  {line}");
    }
    let _ = writeln!(out, "  [{} {}]\n", finding.code.word(), finding.subject);
}

/// `{"findings": […]}` in the order of importance.
fn for_programs(lang: Lang, findings: &[Finding]) -> Result<String, Stop> {
    let rows = findings.iter().map(|finding| {
        let mut row = serde_json::to_value(finding)?;
        if let Some(row) = row.as_object_mut() {
            row.insert("text".to_owned(), text::finding(lang, finding).into());
        }
        Ok(row)
    });
    let rows: Result<Vec<serde_json::Value>, serde_json::Error> = rows.collect();
    let rows = rows.map_err(Stop::failed)?;
    let words = serde_json::to_string_pretty(&serde_json::json!({ "findings": rows }));
    Ok(format!("{}\n", words.map_err(Stop::failed)?))
}
