//! Demo data: made-up people and brands in every state of the product.
//!
//! Every brand, person and address is invented, and so is every registration number: they begin with `999` and are right only as
//! arithmetic. All times count back from the moment that is passed in, and the same moment gives the same data.

mod agency;
mod agency_brands;
mod brand;
mod byeolha;
mod forms;
mod many;
mod neighbours;
mod people;
mod record;
mod seed;
mod story;

use std::sync::Arc;

use backend::store::Change;
use domain::id::UserId;
use domain::time::Time;

pub use many::many;
pub use record::record;

/// The identities to sign in with, in the order in which a visitor should meet them: a channel master and app owner, a manager and
/// editor, somebody below both, an agency manager with sixty brands, the owner of a pair that drifted apart, somebody with nothing,
/// a reviewer, a reviewer who is also editor of an app under review, and an operator.
pub const PERSONAS: [&str; 9] = [
    "harin", "doyun", "seojin", "jiwoo", "seoyun", "saebom", "yuna", "junho", "gunwoo",
];

/// Who can be chosen at the sign-in: [`PERSONAS`], then the person of [`many`] where there are.
pub fn identities() -> Arc<[UserId]> {
    let all = PERSONAS.into_iter().chain([many::VIEWER]);
    all.filter_map(|id| UserId::parse(id).ok()).collect()
}

/// The app and the channel that were linked while their numbers were equal and differ since; no other pair does.
pub const DRIFTED: (&str, &str) = ("app_saebom-books", "ch_saebom-books");

/// The bytes of every file that [`demo`] records with `PutFile`: a drawing of a sign-up screen. Whoever loads the data keeps them
/// with `Store::put_file_bytes` first.
pub const PICTURE: &[u8] = include_bytes!("sign-up.png");

/// SHA-256 of [`PICTURE`] in hex.
const PICTURE_SHA256: &str = "dba2eb8d1b3c1c95e45ffcab9d765446bfb36b49312a5a83c9f7e30e2bad80b7";

/// The demo data, in an order in which each change finds what it refers to.
pub fn demo(now: Time) -> Vec<Change> {
    let mut seed = seed::Seed::new(now);
    let people = people::people(&mut seed);
    byeolha::plant(&mut seed, &people);
    neighbours::plant(&mut seed, &people);
    agency::plant(&mut seed, &people);
    seed.changes
}
