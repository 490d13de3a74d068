//! Sign-in at providers of `OpenID` Connect: at a real one from elsewhere, and at one that lies in every way it can.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod algorithms;
mod altered;
mod binary;
mod browser;
mod desk;
mod dialects;
mod hostile;
mod liar;
mod real;
mod strangers;
mod windows;
