//! The binary `syncdesk`.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::command::run()
}
