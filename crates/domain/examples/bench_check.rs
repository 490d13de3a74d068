//! How long the check of a full application takes. Prints lines of `name value unit`; `cargo xtask bench` reads them.

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::application::Document;
use domain::check::check;

/// A sound application with every item that can be asked for together.
const COMPLETE: &str = include_str!("../../../examples/complete.json");
/// How often one thing is measured; the median of so many is stable to a few percent.
const SAMPLES: usize = 501;
/// How many runs one sample holds, so that the clock's own step does not show.
const RUNS: u32 = 20;

fn main() -> Result<(), serde_json::Error> {
    let document: Document = serde_json::from_str(COMPLETE)?;
    print("check_full_application", || {
        black_box(check(black_box(&document), None));
    });
    print("read_full_application", || {
        black_box(serde_json::from_str::<Document>(black_box(COMPLETE)).is_ok());
    });
    Ok(())
}

fn print(name: &str, run: impl Fn()) {
    let micros = median(run).as_secs_f64() * 1e6 / f64::from(RUNS);
    println!("{name} {micros:.2} us");
}

/// The median time of [`RUNS`] runs.
fn median(run: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..SAMPLES)
        .map(|_| {
            let start = Instant::now();
            (0..RUNS).for_each(|_| run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(SAMPLES / 2).copied().unwrap_or_default()
}
