//! The console in the page.

fn main() {}
