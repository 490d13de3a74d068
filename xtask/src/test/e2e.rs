//! Stage `e2e`: whole journeys in a real browser, on the demo and on the real server.

use std::process::Command;

use crate::files::Host;
use crate::product::{Folder, Server};
use crate::shell::Shell;
use crate::step::Log;
use crate::{Done, build, setup};

/// The demo promises to work under any path.
const SUB_PATH: &str = "/some/sub/path/";

/// Every journey.
pub(crate) fn run(shell: &Shell, log: &Log) -> Done {
    walk(shell, log, |_| {})
}

/// `cargo xtask pictures`: takes the pictures of the README anew.
pub(crate) fn pictures(shell: &Shell) -> Done {
    Log::create(shell.root(), "pictures")?.watch(|log| {
        walk(shell, log, |playwright| {
            playwright
                .args(["--project", "demo", "--grep", "pictures in the README"])
                .env("SYNCDESK_SHOTS", "1");
        })
    })?;
    println!("docs/images/ is up to date.");
    Ok(())
}

/// Builds what is to be visited, starts both hosts, and lets Playwright walk. Both end with it.
fn walk(shell: &Shell, log: &Log, narrow: impl FnOnce(&mut Command)) -> Done {
    setup::journeys(shell, log)?;
    build::console(shell, log)?;
    build::demo(shell, log)?;
    build::server(shell, log)?;
    let data = Folder::new("e2e")?;
    let server = Server::start(shell, log, data.path())?;
    let demo = Host::start(shell.path(build::DEMO), SUB_PATH)
        .map_err(|error| format!("the demo cannot be served: {error}"))?;
    let mut playwright = shell.command("npx");
    playwright
        .args(["--no-install", "playwright", "test"])
        .current_dir(shell.path("e2e"))
        .env("SYNCDESK_DEMO_URL", demo.url())
        .env("SYNCDESK_SERVER_URL", server.url())
        .env("CHROMIUM", setup::chromium());
    narrow(&mut playwright);
    log.run(playwright)
}
