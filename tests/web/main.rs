//! The console's pieces in a real browser: forms, lists, the link wizard, consent checkboxes, Hangul input, Hangul search, pasted texts, marks,
//! changes by somebody else, rows that go, sessions that end, what a reviewer writes, and what the browser keeps.
//!
//! Run by `cargo xtask test component`. Each test mounts what it looks at into a place of its own and takes it away again.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

mod addresses;
mod consent;
mod forms;
mod gone;
mod ime;
mod keeping;
mod lists;
mod marks;
mod meddling;
mod overtaken;
mod preview;
mod questions;
mod reading;
mod reviewing;
mod search;
mod sessions;
mod share;
mod sign_in;
mod stage;
mod terms;
mod wizard;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
