//! The limits of a server, as its configuration can set them. `docs/limits.md` explains them.

use std::time::Duration;

use tokio::sync::Semaphore;

use super::bucket::Allowance;
use super::listen::Wire;

/// How long a proxy may be silent between two requests.
const HEAD_TIME_OF_PROXY: Duration = Duration::from_secs(75);

/// The limits of a server, as its configuration can set them. All are our judgement: far above what people do, far below what a
/// program can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Whether there are any. Measurements switch them off.
    pub on: bool,
    /// Readings of one session.
    pub session_reads: Allowance,
    /// Changes by one session.
    pub session_writes: Allowance,
    /// Files from one session.
    pub session_files: Allowance,
    /// Entries that one session leaves in the record without changing anything: what it is refused, and what it is shown that others should
    /// know of.
    pub session_entries: Allowance,
    /// Files of one session that come at the same time, and as many that go; further ones wait for their turn. One at least.
    pub session_files_at_once: u32,
    /// Requests of one session that are under way at the same time: until their answer has been taken.
    pub session_at_once: u32,
    /// Readings from one address; an office of many people can be one.
    pub address_reads: Allowance,
    /// Changes from one address.
    pub address_writes: Allowance,
    /// Files from one address.
    pub address_files: Allowance,
    /// Requests from one address by nobody who is signed in, among them every attempt to sign in or to guess a link.
    pub address_attempts: Allowance,
    /// Requests from one address with a cookie that could be a session's and was not seen yet.
    pub address_unseen: Allowance,
    /// Entries from one address in the record of what changed nothing.
    pub address_entries: Allowance,
    /// Files of one address that come at the same time, and as many that go; further ones wait for their turn. One at least.
    pub address_files_at_once: u32,
    /// Requests from one address that are under way at the same time: until their answer has been taken.
    pub address_at_once: u32,
    /// Connections at the same time. The process needs as many open files, and some more.
    pub connections: usize,
    /// Connections from one address at the same time. Not counted behind a proxy, from which all of them come.
    pub address_connections: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            on: true,
            session_reads: Allowance::new(100, 1_000),
            session_writes: Allowance::new(20, 200),
            session_files: Allowance::new(2, 40),
            session_entries: Allowance::new(5, 500),
            session_files_at_once: 3,
            session_at_once: 48,
            address_reads: Allowance::new(500, 5_000),
            address_writes: Allowance::new(100, 1_000),
            address_files: Allowance::new(10, 200),
            address_attempts: Allowance::new(10, 200),
            address_unseen: Allowance::new(10, 200),
            address_entries: Allowance::new(25, 2_500),
            address_files_at_once: 12,
            address_at_once: 128,
            connections: 800,
            address_connections: 200,
        }
    }
}

impl Limits {
    /// None but that of all connections together.
    pub fn off() -> Limits {
        Limits {
            on: false,
            ..Limits::default()
        }
    }

    /// The same for the loop that takes connections, with `proxies` proxies of ours in front.
    pub fn wire(&self, proxies: usize) -> Wire {
        let counts = self.on && proxies == 0;
        Wire {
            connections: self.connections.clamp(1, Semaphore::MAX_PERMITS),
            // Proxies keep a connection for the next request, usually for a minute; one that we close first costs that request.
            head_time: if proxies == 0 {
                Wire::default().head_time
            } else {
                HEAD_TIME_OF_PROXY
            },
            connections_of_address: if counts {
                self.address_connections
            } else {
                u32::MAX
            },
            ..Wire::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_shows_the_limits_as_they_are() {
        #[derive(serde::Deserialize)]
        struct File {
            limits: Limits,
        }
        let text = include_str!("../../../../docs/limits.md");
        let table = text
            .split("```")
            .nth(1)
            .unwrap()
            .strip_prefix("toml")
            .unwrap();
        let file: File = toml::from_str(table).unwrap();
        assert_eq!(file.limits, Limits::default());
        let lines = table.lines().filter(|line| line.contains(" = ")).count();
        assert_eq!(lines, 17, "every one of them");
    }
}
