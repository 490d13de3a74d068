//! Proof that nothing is lost and nothing happens twice: random commands against a model, races, kills, full disks, cut connections.
//!
//! Each of these is short by default. `cargo xtask soak` asks for the long ones by the variables that [`amount`] reads. A failure
//! prints its seed; `SOAK_SEED` runs the same again. Every oracle has a twin with a fault, which it must find: the model and the races stores that
//! forget or do not look; the ledger a file from before the last writes; the record one that was added to. Full disks, databases that go away and
//! cut connections are judged by the same ledger and have no twin of their own; neither have upgrades, which are compared with a whole start.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

mod asking;
mod chance;
mod covered;
mod home;
mod kill;
mod ledger;
mod model;
mod moves;
mod place;
mod race;
mod town;
mod trouble;
mod upgrade;
mod wire;

#[expect(dead_code, reason = "other tests use the rest of it")]
#[path = "../support/postgres.rs"]
mod support;

/// How much of something: what the variable `SOAK_<name>` says, or the short amount.
fn amount(name: &str, short: usize) -> usize {
    let said = std::env::var(format!("SOAK_{name}"));
    said.ok().map_or(short, |text| text.parse().unwrap())
}

/// Says what was measured, in a line that `cargo xtask soak` finds.
fn measured(what: &str, value: impl std::fmt::Display) {
    println!("measured | {what} | {value}");
}

/// Where chance begins. The same number gives the same test.
fn seed() -> u64 {
    u64::try_from(amount("SEED", 20_261_123)).unwrap()
}
