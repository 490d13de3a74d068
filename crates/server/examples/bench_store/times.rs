//! Taking times, and saying them.

use std::time::Instant;

/// How long one run takes; ms.
pub fn one(run: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    run();
    since(begun)
}

/// How long it is since then; ms.
pub fn since(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

/// Prints the median and what 99 of 100 do not exceed; gives the median.
pub fn report(name: &str, mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    let at = |hundredths: usize| times[(times.len() * hundredths / 100).min(times.len() - 1)];
    println!("{name}_median {:.3} ms", at(50));
    println!("{name}_p99 {:.3} ms", at(99));
    at(50)
}

/// The value in the middle.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A count as a factor.
pub fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
