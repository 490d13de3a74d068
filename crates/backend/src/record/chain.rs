//! Putting entries into the chain. Called by every store inside its transaction.

use domain::record::{Entry, Head, Record, canonical};

use crate::http::hash;

/// The entries in their places after `head`, which becomes the last of them.
pub fn chained(head: &mut Head, entries: Vec<Entry>) -> Vec<Record> {
    let mut records = Vec::with_capacity(entries.len());
    for entry in entries {
        let seq = head.seq.saturating_add(1);
        let hash = fingerprint(seq, &head.hash, &entry);
        let prev = std::mem::replace(&mut head.hash, hash.clone());
        head.seq = seq;
        records.push(Record {
            seq,
            entry,
            prev,
            hash,
        });
    }
    records
}

/// The fingerprint of an entry in that place after that one: SHA-256 in hex.
pub fn fingerprint(seq: u64, prev: &str, entry: &Entry) -> String {
    hash(&[&canonical(seq, prev, entry)])
}
