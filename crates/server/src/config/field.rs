//! Every setting: its name in the file and in the environment, what it means, what it may be. `docs/configuration.md` prints this table.

use std::fmt::Write as _;

/// A setting.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Name in the file. In the environment it is the same in capitals after `SYNCDESK_`.
    pub name: &'static str,
    /// The flag of `syncdesk serve` that sets it, if there is one.
    pub flag: Option<&'static str>,
    /// What it is without being set, in words or as it is written.
    pub default: &'static str,
    /// What may be written, as the end of "It has to be …".
    pub allowed: &'static str,
    /// What it does.
    pub meaning: &'static str,
}

/// All settings that are one value.
pub const FIELDS: [Field; 10] = [
    Field {
        name: "listen",
        flag: Some("--listen"),
        default: "127.0.0.1:8400",
        allowed: "ADDR:PORT, for example 127.0.0.1:8400 or [::1]:8400",
        meaning: "Where the server listens. Port 0 takes a free one.",
    },
    Field {
        name: "data",
        flag: Some("--data"),
        default: "./data",
        allowed: "a folder",
        meaning: "Folder of the SQLite database and of evidence files. It is made when it is not there.",
    },
    Field {
        name: "database",
        flag: Some("--database"),
        default: "the SQLite file in `data`",
        allowed: crate::store::DATABASE_SHAPE,
        meaning: "A PostgreSQL database instead of the SQLite file; several nodes may share it. It holds a password: prefer the environment or a file that only the server's user can read.",
    },
    Field {
        name: "public_url",
        flag: None,
        default: "the address listened on",
        allowed: "https://NAME, with a port where it needs one and without a path",
        meaning: "How browsers reach the server, which then answers under no other name. Demanded as soon as it listens on more than this machine.",
    },
    Field {
        name: "trusted_proxies",
        flag: None,
        default: "0",
        allowed: "a whole number from 0 to 8",
        meaning: "How many proxies of yours every request passes. So many entries of `X-Forwarded-For`, counted from its end, are believed; with 0 none is.",
    },
    Field {
        name: "log_format",
        flag: None,
        default: "text",
        allowed: "\"text\" or \"json\"",
        meaning: "Lines of the log for people, or for programs. They go to the standard error output.",
    },
    Field {
        name: "log_level",
        flag: None,
        default: "info",
        allowed: "\"error\", \"warn\", \"info\" or \"debug\"",
        meaning: "The least important lines that are still written. At `info` every request has one, but for files of the console and signs of life, which have theirs at `debug`.",
    },
    Field {
        name: "metrics_listen",
        flag: None,
        default: "off",
        allowed: "ADDR:PORT, for example 127.0.0.1:8401",
        meaning: "Where Prometheus may ask for `/metrics`. Nobody signs in there, so it belongs on this machine or a closed network.",
    },
    Field {
        name: "drain_s",
        flag: None,
        default: "25",
        allowed: "a whole number from 1 to 600",
        meaning: "Seconds that requests under way may still take when the server is told to stop.",
    },
    Field {
        name: "unready_s",
        flag: None,
        default: "0",
        allowed: "a whole number from 0 to 60",
        meaning: "Seconds for which `/readyz` says no before the server stops listening, so that a load balancer can take it out first.",
    },
];

impl Field {
    /// Its name in the environment.
    pub fn variable(&self) -> String {
        format!("SYNCDESK_{}", self.name.to_ascii_uppercase())
    }
}

/// The table as `docs/configuration.md` has it.
pub fn table() -> String {
    let mut out = String::from(
        "| Name | Flag | Without it | What it has to be | What it does |\n|---|---|---|---|---|\n",
    );
    for field in &FIELDS {
        let flag = field.flag.map_or(String::new(), |flag| format!("`{flag}`"));
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "| `{}` | {flag} | {} | {} | {} |",
            field.name, field.default, field.allowed, field.meaning
        );
    }
    out
}
