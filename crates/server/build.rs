//! Says when the console inside the binary is out of date: whenever `dist` changes.

use std::path::Path;

fn main() {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    // Cargo takes a missing path for a changed one and would build this crate anew each time. Where the folder cannot be made, that
    // is all that happens.
    let _ = std::fs::create_dir(&dist);
    println!("cargo::rerun-if-changed={}", dist.display());
}
