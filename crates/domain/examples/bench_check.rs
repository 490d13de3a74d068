//! How long the check of a full application takes, and the reading of a long policy. Prints lines of `name value unit`; `cargo xtask bench` reads them.

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::application::Document;
use domain::check::check;
use domain::reading::read_policy;

/// A sound application with every item that can be asked for together.
const COMPLETE: &str = include_str!("../../../examples/complete.json");
/// Policies in several styles: a table, sections, and what people paste out of a page.
const POLICIES: [&str; 4] = [
    include_str!("../tests/reading/standard_template.txt"),
    include_str!("../tests/reading/long_old_shop.txt"),
    include_str!("../tests/reading/cafe24_table_tabs.txt"),
    include_str!("../tests/reading/english_template.txt"),
];
/// How long the text is that they are repeated to; bytes.
const POLICY_BYTES: usize = 200_000;
/// How often a short thing is measured; the median of so many is stable to a few percent.
const SAMPLES: usize = 501;
/// How many runs of a short thing one sample holds, so that the clock's own step does not show.
const RUNS: u32 = 20;
/// How often the long one is measured.
const READINGS: usize = 21;

fn main() -> Result<(), serde_json::Error> {
    let document: Document = serde_json::from_str(COMPLETE)?;
    let check_one = || {
        black_box(check(black_box(&document), None));
    };
    let read_one = || {
        black_box(serde_json::from_str::<Document>(black_box(COMPLETE)).is_ok());
    };
    let policy = long_policy();
    let read_policy = || {
        black_box(read_policy(black_box(&policy)).is_ok());
    };
    println!(
        "check_full_application {:.2} us",
        micros(SAMPLES, RUNS, check_one)
    );
    println!(
        "read_full_application {:.2} us",
        micros(SAMPLES, RUNS, read_one)
    );
    println!(
        "read_200_kB_of_policies {:.2} us",
        micros(READINGS, 1, read_policy)
    );
    Ok(())
}

/// The policies again and again, up to [`POLICY_BYTES`].
fn long_policy() -> String {
    let mut text = String::with_capacity(POLICY_BYTES);
    for ch in POLICIES.concat().chars().cycle() {
        if text.len() + ch.len_utf8() > POLICY_BYTES {
            break;
        }
        text.push(ch);
    }
    text
}

/// The median time of one run in microseconds, over samples of so many runs.
fn micros(samples: usize, runs: u32, run: impl Fn()) -> f64 {
    let mut times: Vec<Duration> = (0..samples)
        .map(|_| {
            let start = Instant::now();
            (0..runs).for_each(|_| run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let median = times.get(samples / 2).copied().unwrap_or_default();
    median.as_secs_f64() * 1e6 / f64::from(runs)
}
