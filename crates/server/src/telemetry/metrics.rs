//! Counters for Prometheus. The set of labels is fixed at the start: nothing that a caller sends becomes a label.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use contract::endpoint::ENDPOINTS;

/// The console's files.
pub(super) const CONSOLE: &str = "console";
/// Signs of life.
pub(super) const HEALTH: &str = "health";
/// The two routes of signing in at a provider, which are no endpoints of the contract: people come there as pages.
pub(super) const SIGN_INS: [(&str, &str); 2] = [
    ("/auth/oidc/{provider}/start", "oidc_start"),
    ("/auth/oidc/{provider}/callback", "oidc_callback"),
];
/// Addresses that are not there, and methods that an address does not know.
pub(super) const UNKNOWN: &str = "unknown";

/// Upper ends of the histogram, in milliseconds.
const BUCKETS_MS: [u64; 11] = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 10_000];
/// The refusals that are counted one by one.
const REFUSALS: [u16; 9] = [400, 401, 403, 404, 409, 412, 413, 422, 429];
const CLASSES: [&str; 6] = ["1xx", "2xx", "3xx", "4xx", "5xx", "gone"];

/// Everything that is counted since the start.
#[derive(Debug)]
pub struct Metrics {
    operations: Vec<Operation>,
    refusals: [AtomicU64; REFUSALS.len()],
    unavailable: AtomicU64,
    in_flight: AtomicI64,
}

#[derive(Debug, Default)]
struct Operation {
    name: &'static str,
    classes: [AtomicU64; CLASSES.len()],
    /// The last one has what took longer than all ends.
    buckets: [AtomicU64; BUCKETS_MS.len() + 1],
    micros: AtomicU64,
}

impl Default for Metrics {
    fn default() -> Metrics {
        let names = ENDPOINTS.iter().map(|facts| facts.name);
        let sign_ins = SIGN_INS.iter().map(|(_, name)| *name);
        let operations = names.chain(sign_ins).chain([CONSOLE, HEALTH, UNKNOWN]);
        let operations = operations.map(|name| Operation {
            name,
            ..Operation::default()
        });
        Metrics {
            operations: operations.collect(),
            refusals: Default::default(),
            unavailable: AtomicU64::default(),
            in_flight: AtomicI64::default(),
        }
    }
}

impl Metrics {
    /// A request has begun.
    pub(super) fn begin(&self) {
        self.in_flight.fetch_add(1, Ordering::Relaxed);
    }

    /// A request has ended: with a status, or with `None` because the client did not wait for one.
    pub(super) fn end(&self, operation: &str, status: Option<u16>, took: Duration) {
        self.in_flight.fetch_sub(1, Ordering::Relaxed);
        let one = |counter: Option<&AtomicU64>| {
            if let Some(counter) = counter {
                counter.fetch_add(1, Ordering::Relaxed);
            }
        };
        let status = status.unwrap_or_default();
        let refusal = REFUSALS.iter().position(|one| *one == status);
        one(refusal.and_then(|at| self.refusals.get(at)));
        // A server that is told to stop says so to the balancer by 503, and lacks nothing.
        one((status == 503 && operation != HEALTH).then_some(&self.unavailable));
        let Some(operation) = self.operations.iter().find(|one| one.name == operation) else {
            return;
        };
        let class = match status / 100 {
            class @ 1..=5 => usize::from(class) - 1,
            _ => CLASSES.len() - 1,
        };
        one(operation.classes.get(class));
        let bucket = BUCKETS_MS
            .iter()
            .position(|end| took <= Duration::from_millis(*end))
            .unwrap_or(BUCKETS_MS.len());
        one(operation.buckets.get(bucket));
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        operation.micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// All of it, in the text format of Prometheus. A counter is there from the start, or the first event would be no increase. Only
    /// the durations of operations that were never asked for are left out.
    pub fn render(&self) -> String {
        let mut out = String::new();
        self.requests(&mut out);
        self.durations(&mut out);
        head(
            &mut out,
            "syncdesk_refused_total",
            "counter",
            "Requests that were refused, by status.",
        );
        for (status, count) in REFUSALS.iter().zip(&self.refusals) {
            let count = count.load(Ordering::Relaxed);
            line(
                &mut out,
                format_args!("syncdesk_refused_total{{status=\"{status}\"}} {count}"),
            );
        }
        let unavailable = self.unavailable.load(Ordering::Relaxed);
        head(
            &mut out,
            "syncdesk_unavailable_total",
            "counter",
            "Requests that the store or the server had no room or no answer for: 503.",
        );
        line(
            &mut out,
            format_args!("syncdesk_unavailable_total {unavailable}"),
        );
        let in_flight = self.in_flight.load(Ordering::Relaxed);
        head(
            &mut out,
            "syncdesk_requests_in_flight",
            "gauge",
            "Requests that are being answered.",
        );
        line(
            &mut out,
            format_args!("syncdesk_requests_in_flight {in_flight}"),
        );
        head(
            &mut out,
            "syncdesk_build_info",
            "gauge",
            "The version that runs.",
        );
        line(
            &mut out,
            format_args!(
                "syncdesk_build_info{{version=\"{}\"}} 1",
                env!("CARGO_PKG_VERSION")
            ),
        );
        out
    }

    fn requests(&self, out: &mut String) {
        head(
            out,
            "syncdesk_requests_total",
            "counter",
            "Requests by operation and class of status; gone: the client did not wait.",
        );
        for operation in &self.operations {
            for (class, count) in CLASSES.iter().zip(&operation.classes) {
                let (name, count) = (operation.name, count.load(Ordering::Relaxed));
                line(
                    out,
                    format_args!(
                        "syncdesk_requests_total{{operation=\"{name}\",status=\"{class}\"}} {count}"
                    ),
                );
            }
        }
    }

    fn durations(&self, out: &mut String) {
        const NAME: &str = "syncdesk_request_duration_seconds";
        head(out, NAME, "histogram", "How long requests took.");
        for operation in &self.operations {
            let name = operation.name;
            // Read once: what is counted meanwhile must not stand in one line and be missing in another.
            let counts = operation.buckets.each_ref();
            let counts = counts.map(|count| count.load(Ordering::Relaxed));
            let total: u64 = counts.iter().sum();
            if total == 0 {
                continue;
            }
            let mut below = 0;
            for (end, count) in BUCKETS_MS.iter().zip(counts) {
                below += count;
                let (seconds, rest) = (end / 1_000, end % 1_000);
                line(
                    out,
                    format_args!(
                        "{NAME}_bucket{{operation=\"{name}\",le=\"{seconds}.{rest:03}\"}} {below}"
                    ),
                );
            }
            let micros = operation.micros.load(Ordering::Relaxed);
            let (seconds, rest) = (micros / 1_000_000, micros % 1_000_000);
            line(
                out,
                format_args!("{NAME}_bucket{{operation=\"{name}\",le=\"+Inf\"}} {total}"),
            );
            line(
                out,
                format_args!("{NAME}_sum{{operation=\"{name}\"}} {seconds}.{rest:06}"),
            );
            line(
                out,
                format_args!("{NAME}_count{{operation=\"{name}\"}} {total}"),
            );
        }
    }
}

fn head(out: &mut String, name: &str, kind: &str, words: &str) {
    line(out, format_args!("# HELP {name} {words}"));
    line(out, format_args!("# TYPE {name} {kind}"));
}

fn line(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{words}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_is_told_in_the_format_of_prometheus() {
        let metrics = Metrics::default();
        for (operation, status, ms) in [
            ("me_get", Some(200), 3),
            ("me_get", Some(401), 700),
            ("me_get", None, 20_000),
            (UNKNOWN, Some(503), 0),
            (HEALTH, Some(503), 0),
        ] {
            metrics.begin();
            metrics.end(operation, status, Duration::from_millis(ms));
        }
        metrics.begin();
        metrics.end("made up by a caller", Some(200), Duration::ZERO);
        metrics.begin();
        let text = metrics.render();
        for wanted in [
            "# TYPE syncdesk_requests_total counter",
            "syncdesk_requests_total{operation=\"me_get\",status=\"2xx\"} 1",
            "syncdesk_requests_total{operation=\"me_get\",status=\"gone\"} 1",
            // What has not happened yet is there as well, so that the first time is an increase.
            "syncdesk_requests_total{operation=\"me_get\",status=\"5xx\"} 0",
            "syncdesk_requests_total{operation=\"oidc_callback\",status=\"5xx\"} 0",
            "syncdesk_request_duration_seconds_bucket{operation=\"me_get\",le=\"0.002\"} 0",
            "syncdesk_request_duration_seconds_bucket{operation=\"me_get\",le=\"0.005\"} 1",
            "syncdesk_request_duration_seconds_bucket{operation=\"me_get\",le=\"10.000\"} 2",
            "syncdesk_request_duration_seconds_bucket{operation=\"me_get\",le=\"+Inf\"} 3",
            "syncdesk_request_duration_seconds_sum{operation=\"me_get\"} 20.703000",
            "syncdesk_request_duration_seconds_count{operation=\"me_get\"} 3",
            "syncdesk_refused_total{status=\"401\"} 1",
            "syncdesk_unavailable_total 1",
            "syncdesk_requests_in_flight 1",
        ] {
            assert!(text.lines().any(|line| line == wanted), "{wanted}\n{text}");
        }
        assert!(!text.contains("made up"), "{text}");
    }
}
