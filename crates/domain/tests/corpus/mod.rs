//! The corpus under `cases/` at the top of the repository: what applicants said of themselves, and what the check should have told them.
//! Shared by the test that holds the bars and by the example that prints the table.

mod report;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use domain::application::Document;
use domain::check::check;
use domain::finding::{Code, Finding, Weight};
use domain::time::Date;
use serde::Deserialize;

pub use report::{report, tell};

/// What `cases/expected.json` says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Applications that were refused, held, or failed afterwards.
    pub refused: BTreeMap<String, Refused>,
    /// Applications that were approved.
    pub approved: BTreeMap<String, Approved>,
}

/// Why an application failed, and which findings say so.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// The group of reasons, G01 to G17.
    pub group: String,
    /// How sure the reason is.
    pub evidence: Evidence,
    /// Whether a form can find it.
    pub detectable: Detectable,
    /// The codes that answer the reason; one is enough. Empty when nothing can.
    pub codes: Vec<Code>,
    /// The least weight with which it has to be said.
    pub weight: Weight,
    /// The reason in one sentence.
    pub reason: String,
    /// Where it can be read.
    pub source: String,
}

/// What may be said to somebody who was approved.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approved {
    /// The codes that may warn.
    pub allows: Vec<Code>,
    /// What was approved.
    pub reason: String,
    /// Where it can be read.
    pub source: String,
}

/// How sure the reason is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The reviewer gave it.
    ReviewerDecision,
    /// Another application after it shows it.
    ReviewerDecisionInferred,
    /// The console did not let the applicant go on.
    ConsoleGate,
    /// The help pages say it.
    OfficialFaq,
    /// The applicant saw it coming.
    PreventiveOrPrepared,
    /// It broke afterwards.
    RuntimeOrSelfReport,
}

impl Evidence {
    fn word(self) -> &'static str {
        match self {
            Evidence::ReviewerDecision => "reviewer",
            Evidence::ReviewerDecisionInferred => "reviewer, implied",
            Evidence::ConsoleGate => "console",
            Evidence::OfficialFaq => "help pages",
            Evidence::PreventiveOrPrepared => "prepared",
            Evidence::RuntimeOrSelfReport => "afterwards",
        }
    }
}

/// Whether a form can find it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detectable {
    /// From what every form asks.
    Yes,
    /// With a question of our own.
    WithExtraQuestion,
    /// It cannot.
    No,
}

/// Where the corpus lies.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases")
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, String> {
    let path = folder().join(name);
    let text = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))
}

/// The day on which all cases are checked, so that the answer is the same every day.
fn today() -> Option<Date> {
    Date::from_ymd(2026, 11, 23)
}

/// The finding that answers the reason of a case.
pub struct Answer {
    /// What it says.
    pub code: Code,
    /// How much it weighs.
    pub weight: Weight,
    /// Its place among all findings, from 1.
    pub rank: usize,
}

/// One case and what the check said.
pub struct Row {
    /// Its name, `R001`.
    pub name: String,
    /// What happened, in one sentence.
    pub reason: String,
    /// Where it can be read.
    pub source: String,
    /// What the check should have said; `None` for an approved one.
    pub refused: Option<Refused>,
    /// The finding that answers it.
    pub answer: Option<Answer>,
    /// Other findings that block or warn.
    pub beside: usize,
    /// Other findings that only note.
    pub notes: usize,
    /// Blocks and warnings that an approved case should not get.
    pub surprising: Vec<Code>,
    /// All findings in their order.
    pub found: Vec<Finding>,
}

impl Row {
    /// Whether the check has to find it: a form can, and a reviewer or a console said it.
    pub fn must(&self) -> bool {
        self.can()
            && self.refused.as_ref().is_some_and(|case| {
                matches!(
                    case.evidence,
                    Evidence::ReviewerDecision
                        | Evidence::ReviewerDecisionInferred
                        | Evidence::ConsoleGate
                )
            })
    }

    /// Whether a form can find it.
    pub fn can(&self) -> bool {
        self.refused
            .as_ref()
            .is_some_and(|case| case.detectable != Detectable::No)
    }
}

/// Reads the corpus and checks all of it.
pub fn rows() -> Result<Vec<Row>, String> {
    let expected: Expected = read("expected.json")?;
    let mut rows = Vec::new();
    for (name, case) in expected.refused {
        let found = findings(&name)?;
        let answers = |finding: &Finding| case.codes.contains(&finding.code);
        let answer = found
            .iter()
            .enumerate()
            .find(|(_, finding)| answers(finding) && finding.weight <= case.weight)
            .map(|(at, finding)| Answer {
                code: finding.code,
                weight: finding.weight,
                rank: at + 1,
            });
        let others = found.iter().filter(|finding| !answers(finding));
        let notes = others.clone().filter(|one| one.weight == Weight::Notes);
        let (notes, all) = (notes.count(), others.count());
        rows.push(Row {
            name,
            answer,
            beside: all - notes,
            notes,
            surprising: Vec::new(),
            found,
            reason: case.reason.clone(),
            source: case.source.clone(),
            refused: Some(case),
        });
    }
    for (name, case) in expected.approved {
        let found = findings(&name)?;
        let loud = found.iter().filter(|one| one.weight != Weight::Notes);
        let surprising: Vec<Code> = loud
            .clone()
            .filter(|one| one.weight == Weight::Blocks || !case.allows.contains(&one.code))
            .map(|one| one.code)
            .collect();
        rows.push(Row {
            name,
            reason: case.reason,
            source: case.source,
            refused: None,
            answer: None,
            beside: loud.count(),
            notes: found
                .iter()
                .filter(|one| one.weight == Weight::Notes)
                .count(),
            surprising,
            found,
        });
    }
    Ok(rows)
}

fn findings(name: &str) -> Result<Vec<Finding>, String> {
    let document: Document = read(&format!("{name}.json"))?;
    Ok(check(&document, today()))
}

/// How many findings may stand beside the right one, on average.
pub const BESIDE_MAX: usize = 3;
/// Among how many findings the right one has to be.
pub const RANK_MAX: usize = 2;

/// Something that the check as a whole has to reach.
#[derive(Debug)]
pub struct Bar {
    /// What.
    pub what: &'static str,
    /// What it reaches.
    pub result: String,
    /// The cases that miss it; none when it is held.
    pub missed: Vec<String>,
}

/// All of them.
pub fn bars(rows: &[Row]) -> Vec<Bar> {
    let names = |wanted: &dyn Fn(&Row) -> bool| -> Vec<String> {
        let wanted = rows.iter().filter(|row| wanted(row));
        wanted.map(|row| row.name.clone()).collect()
    };
    let count = |wanted: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| wanted(row)).count();
    let of = |part: usize, whole: usize| format!("{part} of {whole}");
    let answered = |row: &Row| row.answer.is_some();
    let early = |row: &Row| row.answer.as_ref().is_some_and(|a| a.rank <= RANK_MAX);
    let approved = |row: &Row| row.refused.is_none();
    let said: Vec<&Row> = rows.iter().filter(|row| answered(row)).collect();
    let beside: usize = said.iter().map(|row| row.beside).sum();
    let notes: usize = said.iter().map(|row| row.notes).sum();
    let average = |sum: usize| {
        let hundredths = (sum * 100).checked_div(said.len()).unwrap_or_default();
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    };
    let noisy = if beside > BESIDE_MAX * said.len() {
        names(&|row| answered(row) && row.beside > BESIDE_MAX)
    } else {
        Vec::new()
    };
    vec![
        Bar {
            what: "reviewers' decisions and console gates answered",
            result: of(count(&|row| row.must() && answered(row)), count(&Row::must)),
            missed: names(&|row| row.must() && !answered(row)),
        },
        Bar {
            what: "all others that a form can find answered",
            result: of(
                count(&|row| row.can() && !row.must() && answered(row)),
                count(&|row| row.can() && !row.must()),
            ),
            missed: names(&|row| row.can() && !row.must() && !answered(row)),
        },
        Bar {
            what: "approved ones without a block or a surprising warning",
            result: of(
                count(&|row| approved(row) && row.surprising.is_empty()),
                count(&approved),
            ),
            missed: names(&|row| !row.surprising.is_empty()),
        },
        Bar {
            what: "the answer among the first two",
            result: of(
                count(&|row| row.can() && early(row)),
                count(&|row| row.can() && answered(row)),
            ),
            missed: names(&|row| row.can() && answered(row) && !early(row)),
        },
        Bar {
            what: "findings beside the answer, on average at most 3",
            result: format!(
                "{} (with notes {})",
                average(beside),
                average(beside + notes)
            ),
            missed: noisy,
        },
    ]
}
