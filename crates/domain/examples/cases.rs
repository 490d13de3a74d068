//! Prints what the check says about every case of the corpus, and whether it is good enough. `cargo xtask cases` runs it; with the
//! names of cases behind it, all their findings as well.

#[path = "../tests/corpus/mod.rs"]
mod corpus;

use std::process::ExitCode;

use corpus::{bars, report, rows, tell};

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let rows = match rows() {
        Ok(rows) => rows,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    };
    print!("{}", report(&rows));
    for row in rows.iter().filter(|row| asked.contains(&row.name)) {
        print!("{}", tell(row));
    }
    if bars(&rows).iter().all(|bar| bar.missed.is_empty()) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
