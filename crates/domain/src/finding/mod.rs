//! Findings: one list for everybody. What the check says, why a row is not eligible and what a reviewer objects to are all findings.
//!
//! To add a rule, add a code in `code.rs`, find it in `check`, and the compiler asks for its sentences in `text`.

mod code;
mod fact;

use serde::{Deserialize, Serialize};

pub use code::{Code, Meta, Remedy, Source};
pub use fact::{Difference, Fact, FactName, FactValue};

use crate::subject::Subject;

/// A thing that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "FindingJson", from = "FindingJson")]
#[cfg_attr(feature = "schema", schemars(with = "FindingJson"))]
pub struct Finding {
    /// What.
    pub code: Code,
    /// How much it weighs here.
    pub weight: Weight,
    /// Where.
    pub subject: Subject,
    /// The values that differ, or the limit that is passed.
    pub facts: Vec<Fact>,
}

impl Finding {
    /// A finding with the usual weight of its code and no facts.
    pub fn new(code: Code, subject: Subject) -> Finding {
        Finding {
            code,
            weight: code.meta().weight,
            subject,
            facts: Vec::new(),
        }
    }

    /// The same finding with one more fact.
    #[must_use]
    pub fn with(mut self, name: FactName, value: impl Into<FactValue>) -> Finding {
        self.facts.push(Fact {
            name,
            value: value.into(),
        });
        self
    }

    /// The same finding with another weight.
    #[must_use]
    pub fn weighing(mut self, weight: Weight) -> Finding {
        self.weight = weight;
        self
    }
}

/// How much a finding weighs. The heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The server refuses to submit.
    Blocks,
    /// May be submitted; the reviewer sees that it was warned.
    Warns,
    /// Good to know.
    Notes,
}

/// Who can put it right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fixer {
    /// Whoever fills in the form.
    Applicant,
    /// The channel's master.
    ChannelMaster,
    /// The app's owner.
    AppOwner,
    /// Either of them.
    MasterOrOwner,
    /// Nobody: a review is under way, or it is as it should be.
    Wait,
}

/// A finding as JSON: with what follows from its code, so that programs need no table of their own.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Finding"))]
struct FindingJson {
    code: Code,
    weight: Weight,
    subject: Subject,
    #[serde(default)]
    facts: Vec<Fact>,
    #[serde(default, skip_deserializing)]
    fixer: Option<Fixer>,
    #[serde(default, skip_deserializing)]
    source: String,
}

impl From<Finding> for FindingJson {
    fn from(finding: Finding) -> Self {
        let meta = finding.code.meta();
        FindingJson {
            code: finding.code,
            weight: finding.weight,
            subject: finding.subject,
            facts: finding.facts,
            fixer: Some(meta.fixer),
            source: meta.source.to_string(),
        }
    }
}

impl From<FindingJson> for Finding {
    fn from(json: FindingJson) -> Self {
        Finding {
            code: json.code,
            weight: json.weight,
            subject: json.subject,
            facts: json.facts,
        }
    }
}

/// Puts findings into the order of importance and drops repetitions.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| (a.weight, a.code, &a.subject).cmp(&(b.weight, b.code, &b.subject)));
    findings.dedup();
}

/// Whether something blocks.
pub fn blocks(findings: &[Finding]) -> bool {
    findings
        .iter()
        .any(|finding| finding.weight == Weight::Blocks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::{Condition, Stage};

    #[test]
    fn words_and_json_agree() {
        for code in Code::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.word());
        }
    }

    #[test]
    fn a_finding_reads_back_from_its_json() {
        let finding = Finding::new(
            Code::StageDiffers,
            Subject::parse("items.name.stage").unwrap(),
        )
        .with(FactName::Requested, Stage::Required)
        .with(FactName::OwnSignup, Condition::Optional);
        let json = serde_json::to_string(&finding).unwrap();
        assert!(
            json.contains(r##""source":"#9""##) && json.contains(r#""fixer":"applicant""#),
            "{json}"
        );
        assert_eq!(serde_json::from_str::<Finding>(&json).unwrap(), finding);
    }
}
