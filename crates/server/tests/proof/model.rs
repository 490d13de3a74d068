//! Random commands on the store in memory, which is the model, and on the others: the same answers, byte by byte, and nothing kept
//! that must never be so. What differs is made as short as it can be before it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use backend::conformance::Wrapped;
use backend::store::{Batch, Change, Store};
use serde_json::Value;

use crate::asking::{Ask, Heard};
use crate::chance::Chance;
use crate::home::Kind;
use crate::moves::{BRANDS, CHANNELS, Move, Past, Step};
use crate::place::Place;
use crate::{amount, measured, seed, town};

/// Requests in the short version, each to all stores.
const COMMANDS: usize = 1_700;
/// Commands before everything begins anew.
const SEQUENCE: usize = 250;
/// How often a sequence that differs is run again to make it shorter.
const SHORTENINGS: usize = 120;
/// Pages of a list that are compared.
const PAGES: usize = 3;

/// What has to succeed now and then, or the commands would prove little.
const SUCCEEDING: &[&str] = &[
    "link_create",
    "link_delete",
    "representative_set",
    "application_create",
    "application_save",
    "application_submit",
    "application_withdraw",
    "review_open",
    "review_decide",
    "role_request_create",
    "role_request_decide",
    "evidence_create",
    "evidence_delete",
    "evidence_get",
    "share_create",
    "share_revoke",
    "share_open",
    "channel_member_set",
    "channel_member_remove",
    "channel_hand_over",
    "channel_leave",
    "user_update",
    "invitation_create",
    "invitation_revoke",
    "session_list",
    "record_list",
];

type Twist = fn(&mut Batch);
type Around = fn(Arc<dyn Store>) -> Arc<dyn Store>;

/// The stores that are compared with the model.
#[derive(Clone, Copy)]
struct Others(&'static [Kind], Around);

/// What differed.
#[derive(Debug)]
struct Difference {
    /// The place in the sequence.
    at: usize,
    words: String,
}

/// What was done so far, by endpoint: how often, and how often well.
type Tally = BTreeMap<&'static str, (usize, usize)>;

#[tokio::test]
async fn every_store_does_what_the_model_does() {
    let others = Others(Kind::DURABLE, |store| store);
    let (mut chance, mut tally) = (Chance::new(seed()), Tally::new());
    let wanted = amount("MODEL", COMMANDS);
    while run(&tally) < wanted {
        let moves: Vec<Move> = (0..SEQUENCE).map(|n| Move::draw(n, &mut chance)).collect();
        if let Err(difference) = compare(others, &moves, &mut tally).await {
            let (moves, difference) = shorten(others, moves, difference).await;
            panic!(
                "seed {}, {} commands are enough:\n{}\n{}",
                seed(),
                moves.len(),
                story(others, &moves).await,
                difference.words
            );
        }
    }
    for name in SUCCEEDING {
        let well = tally.get(name).map_or(0, |(_, well)| *well);
        assert!(well > 0, "{name} never succeeded: {tally:?}");
    }
    let stores: Vec<&str> = Kind::DURABLE.iter().map(|kind| kind.name()).collect();
    let stores = stores.join(" and ");
    measured(&format!("random commands on memory, {stores}"), run(&tally));
    measured(&format!("divergences between memory, {stores}"), 0);
}

#[tokio::test]
async fn a_store_with_a_fault_is_found_and_the_way_to_it_is_short() {
    const FAULTS: [(&str, Twist); 4] = [
        ("forgets which channel is shown", |batch| {
            change(batch, |change| {
                if let Change::PutLink(link) = change {
                    link.representative = link.slot == 0;
                }
            });
        }),
        ("forgets that a link was taken back", |batch| {
            batch.changes.retain(
                |change| !matches!(change, Change::PutShare(share) if share.revoked_at.is_some()),
            );
        }),
        ("grants without giving the role", |batch| {
            batch.changes.retain(|change| {
                !matches!(change, Change::SetChannelRole(..) | Change::SetAppRole(..))
            });
        }),
        ("keeps no answers", |batch| batch.answer = None),
    ];
    let arounds: [Around; 4] = [
        |store| Arc::new(Wrapped::twisted(store, FAULTS[0].1)),
        |store| Arc::new(Wrapped::twisted(store, FAULTS[1].1)),
        |store| Arc::new(Wrapped::twisted(store, FAULTS[2].1)),
        |store| Arc::new(Wrapped::twisted(store, FAULTS[3].1)),
    ];
    for (around, (fault, _)) in arounds.into_iter().zip(FAULTS) {
        let others = Others(&[Kind::Memory], around);
        let mut chance = Chance::new(seed());
        let mut found = None;
        for _ in 0..20 {
            let moves: Vec<Move> = (0..SEQUENCE).map(|n| Move::draw(n, &mut chance)).collect();
            if let Err(difference) = compare(others, &moves, &mut Tally::new()).await {
                found = Some(shorten(others, moves, difference).await);
                break;
            }
        }
        let (moves, _) = found.unwrap_or_else(|| panic!("a store that {fault} was not found"));
        assert!(
            moves.len() <= 25,
            "{} commands to show that it {fault}",
            moves.len()
        );
    }
}

/// Requests that were made. What found nothing to do, the passing of time and what the directories say are none.
fn run(tally: &Tally) -> usize {
    tally.values().map(|(all, _)| all).sum()
}

fn change(batch: &mut Batch, of: impl Fn(&mut Change)) {
    batch.changes.iter_mut().for_each(of);
}

/// Model and others with the same town; roles and links are there before the fault is.
async fn places(others: Others) -> (Place, Vec<Place>) {
    let mut all = vec![Place::new(Kind::Memory, |store| store).await];
    for kind in others.0 {
        all.push(Place::new(*kind, others.1).await);
    }
    for place in &all {
        for brand in 0..BRANDS {
            place.directory(town::brand(brand, CHANNELS, true)).await;
        }
    }
    let model = all.remove(0);
    (model, all)
}

/// Runs the moves everywhere; the first difference.
async fn compare(others: Others, moves: &[Move], tally: &mut Tally) -> Result<(), Difference> {
    let (model, others) = places(others).await;
    let result = compare_in(&model, &others, moves, tally).await;
    for place in others {
        place.end().await;
    }
    result
}

async fn compare_in(
    model: &Place,
    others: &[Place],
    moves: &[Move],
    tally: &mut Tally,
) -> Result<(), Difference> {
    let mut past = Past::default();
    for (at, one) in moves.iter().enumerate() {
        let Some(step) = one.step(&*model.store, &past).await else {
            continue;
        };
        let expected = take(model, &step).await;
        for other in others {
            let heard = take(other, &step).await;
            differ(at, &step, &expected, &heard)?;
        }
        remember(&step, &expected, &mut past, tally);
    }
    let at = moves.len();
    for (who, ask) in everything() {
        let step = Step::Pages(who, ask);
        let expected = take(model, &step).await;
        for other in others {
            differ(at, &step, &expected, &take(other, &step).await)?;
        }
    }
    for place in others.iter().chain([model]) {
        let violations = place.violations().await;
        if !violations.is_empty() {
            let words = format!("kept what must never be so: {violations:?}");
            return Err(Difference { at, words });
        }
    }
    Ok(())
}

/// Lists that everybody is asked for at the end.
fn everything() -> impl Iterator<Item = (usize, Ask)> {
    const LISTS: [&str; 6] = [
        "channel_list",
        "app_list",
        "link_list",
        "application_list",
        "role_request_list",
        "review_list",
    ];
    (0..town::PEOPLE.len()).flat_map(|who| LISTS.map(|name| (who, Ask::new(name, &[]))))
}

/// Does it in one place.
async fn take(place: &Place, step: &Step) -> Vec<Heard> {
    match step {
        Step::Ask(who, ask) => vec![place.ask(*who, ask).await],
        Step::Pages(who, ask) => pages(place, *who, ask).await,
        Step::SignIn(who) => vec![place.sign_in(*who).await],
        Step::Tick(millis) => {
            place.tick(*millis);
            Vec::new()
        }
        Step::Write(changes) => {
            place.directory(changes.clone()).await;
            Vec::new()
        }
    }
}

/// The first pages of a list. A cursor is each store's own.
async fn pages(place: &Place, who: usize, ask: &Ask) -> Vec<Heard> {
    let mut all = Vec::new();
    let mut next = ask.clone();
    for _ in 0..PAGES {
        let heard = place.ask(who, &next).await;
        let cursor = heard.json()["next"].as_str().map(str::to_owned);
        all.push(heard);
        let Some(cursor) = cursor else { break };
        let sign = if ask.query.is_empty() { '?' } else { '&' };
        next.query = format!("{}{sign}cursor={cursor}", ask.query);
    }
    all
}

fn differ(at: usize, step: &Step, expected: &[Heard], heard: &[Heard]) -> Result<(), Difference> {
    let alike: Vec<Heard> = expected.iter().map(plain).collect();
    let is_broken = expected.iter().any(|one| one.status >= 500);
    if !is_broken && alike == heard.iter().map(plain).collect::<Vec<_>>() {
        return Ok(());
    }
    let words = |all: &[Heard]| all.iter().map(Heard::words).collect::<Vec<_>>().join("\n");
    Err(Difference {
        at,
        words: format!(
            "after {step:?}\nthe model says\n{}\nand another store\n{}",
            words(expected),
            words(heard)
        ),
    })
}

/// Without what each store may say in its own words: where the next page is.
fn plain(heard: &Heard) -> Heard {
    let mut json = heard.json();
    for name in ["next", "previous"] {
        if let Some(cursor) = json.get_mut(name) {
            *cursor = Value::Bool(!cursor.is_null());
        }
    }
    if json.is_null() {
        return heard.clone();
    }
    Heard {
        body: serde_json::to_vec(&json).unwrap(),
        ..heard.clone()
    }
}

fn remember(step: &Step, heard: &[Heard], past: &mut Past, tally: &mut Tally) {
    let (Step::Ask(who, ask) | Step::Pages(who, ask)) = step else {
        return;
    };
    let well = heard.iter().all(Heard::is_ok);
    let (all, good) = tally.entry(ask.name).or_default();
    *all += 1;
    *good += usize::from(well);
    if let Some(token) = heard
        .first()
        .and_then(|one| one.json()["token"].as_str().map(str::to_owned))
    {
        past.tokens.push(token);
    }
    past.asked.push((*who, ask.clone()));
}

/// Takes moves out as long as the rest still differs, in ever smaller pieces.
async fn shorten(others: Others, moves: Vec<Move>, first: Difference) -> (Vec<Move>, Difference) {
    let (mut moves, mut difference) = (moves, first);
    moves.truncate(difference.at + 1);
    let mut size = moves.len() / 2;
    let mut runs = 0;
    while size > 0 && runs < SHORTENINGS {
        let mut begin = 0;
        while begin < moves.len() && runs < SHORTENINGS {
            let mut fewer = moves.clone();
            fewer.drain(begin..moves.len().min(begin + size));
            runs += 1;
            match compare(others, &fewer, &mut Tally::new()).await {
                Err(still) => {
                    fewer.truncate(still.at + 1);
                    (moves, difference) = (fewer, still);
                }
                Ok(()) => begin += size,
            }
        }
        size /= 2;
    }
    (moves, difference)
}

/// The moves as what they become.
async fn story(others: Others, moves: &[Move]) -> String {
    let (model, _) = places(others).await;
    let (mut past, mut words) = (Past::default(), Vec::new());
    for one in moves {
        if let Some(step) = one.step(&*model.store, &past).await {
            let heard = take(&model, &step).await;
            words.push(format!("{step:?}"));
            remember(&step, &heard, &mut past, &mut Tally::new());
        }
    }
    words.join("\n")
}
