//! Where the lines of the log go, and how they are written.

use tracing_subscriber::fmt::MakeWriter;

use crate::config::LogFormat;

/// Starts the log of this process. A second start changes nothing.
pub fn start<W>(format: LogFormat, level: tracing::Level, to: W)
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let log = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_ansi(false)
        .with_writer(to);
    // It has been started already where a test starts several servers.
    let _ = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
}

/// From now on a panic has a line in the log like anything else, with the place where it happened. What it says may hold what somebody
/// typed, and is left out.
pub fn tell_of_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let place = place.unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telemetry::heard::Heard;

    #[test]
    fn a_panic_is_in_the_log_by_its_place_and_not_by_its_words() {
        let (log, _here) = Heard::here();
        let usual = std::panic::take_hook();
        tell_of_panics();
        let broken = std::panic::catch_unwind(|| panic!("planted"));
        std::panic::set_hook(usual);
        assert!(broken.is_err());
        let log = log.text();
        assert!(log.contains("a panic") && log.contains("log.rs:"), "{log}");
        assert!(!log.contains("planted"), "{log}");
    }
}
