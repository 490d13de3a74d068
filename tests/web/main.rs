//! The console's pieces in a real browser: forms, lists, the link wizard, consent checkboxes, Hangul input, Hangul search.
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
mod ime;
mod lists;
mod search;
mod stage;
mod wizard;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
