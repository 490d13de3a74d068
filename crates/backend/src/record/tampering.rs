//! Whoever changes, removes, moves or cuts off something is found: ten thousand ways to do so, and a verifier that looks less closely
//! misses some of them.

use domain::id::UserId;
use domain::record::{Difference, Entry, Head, Origin, Outcome, Record};
use domain::time::Time;

use super::{Broken, Flaw, Verifier, chained, fingerprint};

/// A small generator: the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }
}

fn entry(n: i64) -> Entry {
    Entry {
        at: Time::from_millis(1_000 * n),
        actor: (n % 3 != 0).then(|| UserId::parse("u_1").unwrap()),
        actor_name: "Kim Harin".into(),
        origin: Origin {
            address: "192.0.2.7".into(),
            agent: "a browser".into(),
        },
        request: format!("rq_{n}"),
        operation: "link_create".into(),
        about: vec![
            "app:app_1".parse().unwrap(),
            "channel:ch_1".parse().unwrap(),
        ],
        outcome: Outcome::Done,
        reason: "-".into(),
        changes: vec![Difference {
            field: "links.ch_1.slot".into(),
            old: "0".into(),
            new: "1".into(),
        }],
    }
}

fn chain(length: i64) -> (Vec<Record>, Head) {
    let mut head = Head::default();
    let records = chained(&mut head, (0..length).map(entry).collect());
    (records, head)
}

fn verified(records: &[Record], head: &Head, anchors: &[Head]) -> Result<(), Broken> {
    let mut verifier = Verifier::new(anchors.to_vec());
    records
        .iter()
        .try_for_each(|record| verifier.next(record))?;
    verifier.end(head)
}

/// Changes one character, one step of the time, one word.
fn change(record: &mut Record, dice: &mut Dice) {
    let entry = &mut record.entry;
    let place = dice.roll(14);
    let text = match place {
        0 => return entry.at = Time::from_millis(entry.at.millis() + 1),
        1 => {
            return entry.actor = match &entry.actor {
                Some(_) => None,
                None => UserId::parse("u_2").ok(),
            };
        }
        2 => return entry.outcome = Outcome::Seen,
        3 => return drop(entry.about.pop()),
        4 => return entry.changes.clear(),
        5 => &mut entry.actor_name,
        6 => &mut entry.origin.address,
        7 => &mut entry.origin.agent,
        8 => &mut entry.request,
        9 => &mut entry.operation,
        10 => &mut entry.reason,
        11 => &mut entry.changes[0].new,
        12 => &mut record.prev,
        _ => &mut record.hash,
    };
    let mut letters: Vec<char> = text.chars().collect();
    let place = dice.roll(letters.len());
    letters[place] = if letters[place] == 'x' { 'y' } else { 'x' };
    *text = letters.into_iter().collect();
}

#[test]
fn whatever_is_changed_removed_moved_or_cut_is_found() {
    let (whole, head) = chain(12);
    assert_eq!(verified(&whole, &head, &[]), Ok(()));
    let mut dice = Dice(0x5eed);
    for case in 0..10_000 {
        let mut records = whole.clone();
        let (one, other) = (dice.roll(12), dice.roll(12));
        let kind = dice.roll(5);
        match kind {
            0 => change(&mut records[one], &mut dice),
            1 => drop(records.remove(one)),
            2 => {
                // Swapped with their places.
                if one == other {
                    continue;
                }
                records.swap(one, other);
            }
            3 => {
                // Swapped, and each put into the other's place.
                if one == other {
                    continue;
                }
                records.swap(one, other);
                let (a, b) = (records[one].seq, records[other].seq);
                records[one].seq = b;
                records[other].seq = a;
            }
            _ => {
                // Removed, and the later ones moved up.
                records.remove(one);
                for later in &mut records[one..] {
                    later.seq -= 1;
                }
            }
        }
        let found = verified(&records, &head, &[]);
        let Err(Broken { seq, .. }) = found else {
            panic!("case {case} of kind {kind} at {one}, {other} was not found");
        };
        assert!(
            usize::try_from(seq).unwrap() > one.min(other),
            "case {case}"
        );
    }
}

#[test]
fn the_first_flaw_is_named() {
    let (whole, head) = chain(6);
    let broken = |seq, flaw| Err(Broken { seq, flaw });
    let mut changed = whole.clone();
    changed[2].entry.actor_name = "Somebody Else".into();
    assert_eq!(verified(&changed, &head, &[]), broken(3, Flaw::Changed));
    let mut removed = whole.clone();
    removed.remove(2);
    assert_eq!(verified(&removed, &head, &[]), broken(3, Flaw::Removed));
    let mut moved = whole.clone();
    moved.swap(2, 4);
    (moved[2].seq, moved[4].seq) = (3, 5);
    assert_eq!(verified(&moved, &head, &[]), broken(3, Flaw::Reordered));
    let cut = &whole[..4];
    assert_eq!(verified(cut, &head, &[]), broken(5, Flaw::Cut));
}

#[test]
fn whoever_computes_everything_anew_is_found_by_an_anchor() {
    let (whole, head) = chain(6);
    let anchor = Head {
        seq: 4,
        hash: whole[3].hash.clone(),
    };
    let later = head.clone();
    assert_eq!(
        verified(&whole, &head, &[anchor.clone(), later.clone()]),
        Ok(())
    );
    // The head was set back, too: only what is kept elsewhere knows.
    let end = Head {
        seq: 3,
        hash: whole[2].hash.clone(),
    };
    assert_eq!(verified(&whole[..3], &end, &[]), Ok(()));
    let cut = Err(Broken {
        seq: 4,
        flaw: Flaw::Cut,
    });
    assert_eq!(
        verified(&whole[..3], &end, std::slice::from_ref(&anchor)),
        cut
    );
    let mut head = Head::default();
    let mut entries: Vec<Entry> = (0..6).map(entry).collect();
    entries[1].actor_name = "Somebody Else".into();
    let rewritten = chained(&mut head, entries);
    assert_eq!(verified(&rewritten, &head, &[]), Ok(()));
    let found = Err(Broken {
        seq: 4,
        flaw: Flaw::Rewritten,
    });
    assert_eq!(verified(&rewritten, &head, &[later, anchor]), found);
}

/// Looks at each record alone: whether it has its fingerprint.
fn careless(records: &[Record]) -> bool {
    records
        .iter()
        .all(|one| fingerprint(one.seq, &one.prev, &one.entry) == one.hash)
}

#[test]
fn a_verifier_that_ignores_what_came_before_misses_a_swap() {
    let (mut records, head) = chain(6);
    let (a, b) = (records[2].entry.clone(), records[3].entry.clone());
    (records[2].entry, records[3].entry) = (b, a);
    for record in &mut records[2..4] {
        record.hash = fingerprint(record.seq, &record.prev, &record.entry);
    }
    assert!(careless(&records), "the twin sees nothing");
    assert!(verified(&records, &head, &[]).is_err());
}
