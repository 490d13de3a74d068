//! What hostile clients try: files that are something else, requests of other sites, connections that never end.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

mod attempts;
mod corpus;
mod cross_site;
mod headers;
mod house;
mod jpegs;
mod packed_pdfs;
mod pdfs;
mod pngs;
mod running;
mod siege;
mod signs;
mod uploads;
mod wire;
