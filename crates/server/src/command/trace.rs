//! What the record says of a command: there is no session, but there is a user of the machine.

use std::env;
use std::fs;
use std::os::unix::fs::MetadataExt as _;

use backend::ports::Ids as _;
use backend::record::Trace;
use domain::record::{AGENT_CHARS_MAX, Command, Origin};

use crate::world::RandomIds;

/// The trace of a command. Where a browser would name itself stands who gave it, on which machine: the name is the one of the
/// environment, which whoever gives the command can set; the number is the system's.
pub(super) fn trace(command: Command) -> Trace {
    let variable = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let name = variable("SUDO_USER").or_else(|| variable("USER"));
    // The process in the eyes of the system; where that does not tell, nothing else does.
    let number = fs::metadata("/proc/self").map(|own| format!("uid {}", own.uid()));
    let host = fs::read_to_string("/proc/sys/kernel/hostname");
    let host = host.map(|host| host.trim().to_owned());
    let parts = [
        name,
        number.ok(),
        host.ok().or_else(|| variable("HOSTNAME")),
    ];
    let agent: Vec<String> = parts.into_iter().flatten().collect();
    let agent = agent.join(", ");
    Trace {
        origin: Origin {
            address: String::new(),
            agent: agent
                .chars()
                .filter(|c| !c.is_control())
                .take(AGENT_CHARS_MAX)
                .collect(),
        },
        request: RandomIds.id("rq"),
        operation: command.word().to_owned(),
        about: Vec::new(),
    }
}
