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
