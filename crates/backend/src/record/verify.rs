//! Verifying the chain: from the beginning, against the head, and against anchors that were kept elsewhere.

use std::fmt;

use domain::record::{Head, Record};

use super::chain::fingerprint;
use crate::store::Read;

/// How many records are read at a time.
const ROWS: usize = 500;

/// What is wrong with the chain, and where first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken {
    /// The place.
    pub seq: u64,
    /// What is wrong there.
    pub flaw: Flaw,
}

/// What can be wrong in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// The record does not have the fingerprint that stands beside it.
    Changed,
    /// There is none, but there are later ones.
    Removed,
    /// The record does not continue the one before it.
    Reordered,
    /// There is none, nor a later one, but there was.
    Cut,
    /// Everything up to here fits together, but is not what was anchored.
    Rewritten,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seq = self.seq;
        match self.flaw {
            Flaw::Changed => write!(
                f,
                "record {seq} was changed: it does not have its fingerprint"
            ),
            Flaw::Removed => write!(f, "record {seq} was removed: there are only later ones"),
            Flaw::Reordered => write!(
                f,
                "record {seq} does not continue the one before it: one of the two was moved, replaced or rewritten"
            ),
            Flaw::Cut => write!(
                f,
                "the end was cut off: record {seq} was there and is not any more"
            ),
            Flaw::Rewritten => write!(
                f,
                "the record was rewritten at {seq} or before: it fits together, but differs from the anchor"
            ),
        }
    }
}

/// Goes along the chain, record by record.
#[derive(Debug, Clone, Default)]
pub struct Verifier {
    last: Head,
    /// By place; those that were passed are gone.
    anchors: Vec<Head>,
}

impl Verifier {
    /// At the beginning, with what was anchored of it, in any order.
    pub fn new(mut anchors: Vec<Head>) -> Verifier {
        anchors.sort_by_key(|anchor| std::cmp::Reverse(anchor.seq));
        Verifier {
            last: Head::default(),
            anchors,
        }
    }

    /// The last record that was found to be whole.
    pub fn last(&self) -> &Head {
        &self.last
    }

    /// Looks at the next record.
    pub fn next(&mut self, record: &Record) -> Result<(), Broken> {
        let expected = self.last.seq.saturating_add(1);
        let broken = |seq, flaw| Err(Broken { seq, flaw });
        if record.seq > expected {
            return broken(expected, Flaw::Removed);
        }
        if record.seq < expected || record.prev != self.last.hash {
            return broken(record.seq, Flaw::Reordered);
        }
        if fingerprint(record.seq, &record.prev, &record.entry) != record.hash {
            return broken(record.seq, Flaw::Changed);
        }
        while let Some(anchor) = self.anchors.pop_if(|anchor| anchor.seq <= record.seq) {
            if anchor.seq == record.seq && anchor.hash != record.hash {
                return broken(record.seq, Flaw::Rewritten);
            }
        }
        self.last = Head {
            seq: record.seq,
            hash: record.hash.clone(),
        };
        Ok(())
    }

    /// Looks whether that was the end. `head` is what the store has for the last record.
    pub fn end(&self, head: &Head) -> Result<(), Broken> {
        let next = self.last.seq.saturating_add(1);
        let anchored = self.anchors.iter().any(|anchor| anchor.seq >= next);
        let flaw = if head.seq >= next || anchored {
            (next, Flaw::Cut)
        } else if *head == self.last {
            return Ok(());
        } else {
            (self.last.seq, Flaw::Reordered)
        };
        Err(Broken {
            seq: flaw.0,
            flaw: flaw.1,
        })
    }
}

/// Verifies a whole chain, also while it grows: `after` gives so many records after a place, oldest first, `head` what the store has
/// for the last one. What is right is the last record.
pub async fn verify(
    anchors: Vec<Head>,
    after: impl AsyncFn(u64, usize) -> Read<Vec<Record>>,
    head: impl AsyncFn() -> Read<Head>,
) -> Read<Result<Head, Broken>> {
    let mut verifier = Verifier::new(anchors);
    loop {
        // The head first: what is written in between is beyond it.
        let end = head().await?;
        let records = after(verifier.last.seq, ROWS).await?;
        if records.is_empty() {
            return Ok(verifier.end(&end).map(|()| verifier.last));
        }
        for record in &records {
            if let Err(broken) = verifier.next(record) {
                return Ok(Err(broken));
            }
        }
    }
}
