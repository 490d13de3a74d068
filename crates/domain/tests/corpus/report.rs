//! The corpus as a table for people.

use std::fmt::Write as _;

use domain::finding::Weight;

use super::{Detectable, Row, bars};

const HEAD: [&str; 8] = [
    "case",
    "group",
    "evidence",
    "a form can",
    "answered by",
    "weight",
    "rank",
    "beside",
];

/// The table, and below it how the bars are held.
pub fn report(rows: &[Row]) -> String {
    let head = HEAD.map(str::to_owned);
    let lines: Vec<[String; 8]> = std::iter::once(head).chain(rows.iter().map(line)).collect();
    let width = |at: usize| {
        let cells = lines.iter().filter_map(|line| line.get(at));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let mut text = String::new();
    for line in &lines {
        let cells = line.iter().enumerate();
        let cells: Vec<String> = cells
            .map(|(at, cell)| format!("{cell:<0$}", width(at)))
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text.push_str("\nbeside: other findings that block or warn + that only note\n\n");
    for bar in bars(rows) {
        let missed = match bar.missed.as_slice() {
            [] => String::new(),
            names => format!("   missed by {}", names.join(", ")),
        };
        let _ = writeln!(text, "{}: {}{missed}", bar.what, bar.result);
    }
    text
}

fn line(row: &Row) -> [String; 8] {
    let case = row.refused.as_ref();
    let answer = row.answer.as_ref();
    let nothing = || "–".to_owned();
    let can = match case.map(|case| case.detectable) {
        Some(Detectable::Yes) => "yes",
        Some(Detectable::WithExtraQuestion) => "asking more",
        Some(Detectable::No) => "no",
        None => "",
    };
    [
        row.name.clone(),
        case.map_or_else(nothing, |case| case.group.clone()),
        case.map_or("approved", |case| case.evidence.word())
            .to_owned(),
        can.to_owned(),
        answer.map_or_else(nothing, |answer| answer.code.word().to_owned()),
        answer.map_or_else(nothing, |answer| weight(answer.weight).to_owned()),
        answer.map_or_else(nothing, |answer| answer.rank.to_string()),
        format!("{} + {}", row.beside, row.notes),
    ]
}

/// Everything the check says about one case.
pub fn tell(row: &Row) -> String {
    let mut text = format!("\n{}: {} ({})\n", row.name, row.reason, row.source);
    for finding in &row.found {
        let facts = serde_json::to_string(&finding.facts).unwrap_or_default();
        let (weight, code) = (weight(finding.weight), finding.code.word());
        let _ = writeln!(text, "  {weight} {code} at {} {facts}", finding.subject);
    }
    text
}

fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Blocks => "blocks",
        Weight::Warns => "warns",
        Weight::Notes => "notes",
    }
}
