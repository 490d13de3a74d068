//! What is true of Kakao Sync adoption: types, rules, findings and states as plain data and pure functions.
//!
//! Nothing here reads a clock, a file or a network, and nothing here is a sentence: `text` has those.
//! Sources are cited as `#n` (answer n of Kakao's customer-centre FAQ), as a public address, or as "our judgement".

pub mod account;
pub mod app;
pub mod application;
pub mod business;
pub mod channel;
pub mod check;
pub mod consent_screen;
pub mod cost;
pub mod directory;
pub mod draft;
pub mod eligibility;
pub mod evidence;
pub mod finding;
pub mod form;
pub mod id;
pub mod invariants;
pub mod item;
pub mod link;
pub mod members;
pub mod merge;
pub mod number;
pub mod payload;
pub mod plan;
pub mod policy;
pub mod proof;
pub mod questions;
pub mod reading;
pub mod record;
pub mod review;
pub mod role;
pub mod rules;
pub mod search;
pub mod share;
pub mod simple_setup;
pub mod subject;
pub mod task;
pub mod term;
pub mod time;
pub mod versions;
