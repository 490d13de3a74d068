//! Looks whether a place is whole: the database itself, the chain of the record, and what must always be true.

use std::fmt::Write as _;

use backend::invariants::{Looked, invariants};
use backend::record::verify as chain;
use domain::record::Head;

use super::Words;
use super::db::{Access, Db};
use crate::store::{self, Place};

/// What was looked at, and what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Apps, links, applications and files.
    pub looked: Looked,
    /// Entries of the record.
    pub records: u64,
    /// Files of evidence that nothing refers to. They do no harm; the server removes them by itself.
    pub left: usize,
    /// What is wrong, each in a sentence; empty when everything is as it should be.
    pub problems: Vec<Words>,
}

impl Report {
    /// For people.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for problem in &self.problems {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "problem: {problem}");
        }
        let looked = &self.looked;
        let _ = writeln!(
            out,
            "Looked at {} channels, {} apps, {} links, {} applications, {} evidence files and {} entries of the record: {}.",
            looked.channels,
            looked.apps,
            looked.links,
            looked.applications,
            looked.files,
            self.records,
            match self.problems.len() {
                0 => "everything is as it should be".to_owned(),
                n => format!("{n} problems"),
            }
        );
        if self.left > 0 {
            let _ = writeln!(
                out,
                "{} files of evidence belong to nothing, for their upload was cut off; the server removes them.",
                self.left
            );
        }
        if !looked.drifted.is_empty() {
            let _ = writeln!(
                out,
                "{} links join an app and a channel whose numbers differ by now; the console shows which.",
                looked.drifted.len()
            );
        }
        out
    }
}

/// Looks through everything in a place, which has to be there and of this version, and changes nothing. The record has to hold all
/// `anchors`. A SQLite file must not be open elsewhere meanwhile.
pub async fn verify(place: &Place, anchors: Vec<Head>) -> Result<Report, Words> {
    let mut report = Report::default();
    let opened = store::open_still(place)
        .await
        .map_err(|problem| problem.to_string())?;
    let store = opened.store();
    let down = |down: backend::store::Down| format!("something cannot be read: {}.", down.0);
    match invariants(&*store).await.map_err(down) {
        Ok(looked) => {
            let violations = looked.violations.iter();
            report
                .problems
                .extend(violations.map(|violation| format!("{violation:?}.")));
            report.looked = looked;
        }
        Err(problem) => report.problems.push(problem),
    }
    report.left = opened.left().await.map_err(down)?;
    let after = async |seq, rows| store.records_after(seq, rows).await;
    let head = async || store.chain_head().await;
    match chain(anchors, after, head).await.map_err(down) {
        Ok(Ok(head)) => report.records = head.seq,
        Ok(Err(broken)) => report.problems.push(format!("{broken}.")),
        Err(problem) => report.problems.push(problem),
    }
    // While nobody else can have it open.
    let database = database(place, &mut report.problems).await;
    opened.close().await;
    database?;
    Ok(report)
}

/// Lets the database look through itself. `PostgreSQL` has no statement for that: it looks at a page when it reads it, where its
/// checksums are on.
async fn database(place: &Place, problems: &mut Vec<Words>) -> Result<(), Words> {
    let mut db = Db::connect(place, Access::Still).await?;
    if let Db::Sqlite(_) = &db {
        for found in db
            .texts("SELECT integrity_check FROM pragma_integrity_check")
            .await?
        {
            if found != "ok" {
                problems.push(format!("the database file is damaged: {found}."));
            }
        }
        let broken = "SELECT \"table\" || ' ' || COALESCE(rowid, 0) FROM pragma_foreign_key_check";
        for found in db.texts(broken).await? {
            problems.push(format!("a row refers to one that is not there: {found}."));
        }
    }
    db.close().await
}
